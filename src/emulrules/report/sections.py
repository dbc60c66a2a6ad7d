"""Sections that the texts of a cluster's and of a council's decision have alike."""

from collections.abc import Iterator

from emulrules.model.decision import Decision
from emulrules.report.asking import asked_lines, hint
from emulrules.report.caveats import caveats
from emulrules.report.citations import Citations
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain

__all__ = ["beware", "cited", "status", "still_open"]


def status(decision: Decision, names: Names) -> str:
    """Whether everything is settled, and if not how much is open."""
    if decision.status == "complete":
        return names.say("status-complete")
    code = "status-pending-waiting" if decision.waiting else "status-pending"
    return names.say(code, open=len(decision.questions), waiting=len(decision.waiting))


def cited(names: Names, citations: Citations) -> Iterator[str]:
    """What the decision rests on."""
    if not citations.all:
        return
    yield names.say("title-citations")
    for citation in citations.all:
        yield from entry(f"[{citation.number}]", f"{citation.text}: {citation.rests}")


def beware(decision: Decision, citations: Citations, names: Names) -> Iterator[str]:
    """What a reader must know."""
    sentences = list(caveats(decision, citations, names))
    if sentences:
        yield names.say("title-caveats")
    for sentence in sentences:
        yield from entry("-", sentence)


def still_open(decision: Decision, names: Names) -> Iterator[str]:
    """What is still open, with the acts to paste back."""
    if decision.waiting:
        yield names.say("title-waiting")
        for id_ in decision.waiting:
            yield from entry("-", f"{names.question(id_)} ({plain(id_)})")
        yield ""
    if decision.questions:
        yield from lines(names.say("title-questions", n=len(decision.questions)))
        yield from asked_lines(decision.questions, names)
        yield from lines(hint(decision.questions, names), 2)
