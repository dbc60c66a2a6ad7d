"""A council's decision as text: what became of every proposal and why, what it rests on, and what is still open."""

from collections.abc import Iterator

from emulrules.model.decision import Decision
from emulrules.model.review import Granted
from emulrules.report.citations import Citations, cite
from emulrules.report.kept import Kept, kept_lines
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.report.sections import beware, cited, status, still_open
from emulrules.wording import say

__all__ = ["text"]


def text(decision: Decision, language: str = "vi", kept: Kept | None = None) -> str:
    """The whole of a council's `decision` in `language` (`vi` or `en`), ending in a newline; `kept` is its record."""
    names = Names.of(decision, language)
    citations = cite(decision, names)
    sections = (
        _head(decision, names),
        _reviewed(decision, names),
        *(_award(decision, award, names, citations) for award in _looked_at(decision)),
        cited(names, citations),
        beware(decision, citations, names),
        still_open(decision, names),
        kept_lines(kept, names),
    )
    return "\n\n".join("\n".join(section).rstrip() for section in map(list, sections) if section) + "\n"


def _head(decision: Decision, names: Names) -> Iterator[str]:
    season = decision.season
    council = decision.rules.councils[season.cluster]
    yield from lines(say("council-head", names.language, council=plain(council.name), season=plain(season.id)))
    yield from lines(status(decision, names))


def _reviewed(decision: Decision, names: Names) -> Iterator[str]:
    yield say("council-reviewed", names.language, n=len(decision.reviewed))
    for each in decision.reviewed:
        yield from lines(say("council-record", names.language, cluster=plain(each.cluster), record=each.record), 2, 2)


def _looked_at(decision: Decision) -> list[str]:
    """Every award that somebody is proposed for or that is granted, in the order of the rules."""
    found = {each.award for each in decision.grants}
    found |= {one.award for each in decision.reviewed for one in each.proposals}
    listed = [award.id for award in decision.rules.awards if award.id in found]
    return [*listed, *sorted(found - set(listed))]


def _award(decision: Decision, award: str, names: Names, citations: Citations) -> Iterator[str]:
    settled = {each.unit: each for each in decision.grants if each.award == award}
    proposed = {one.unit for each in decision.reviewed for one in each.proposals if one.award == award}
    considered = proposed | set(settled)
    outside = {
        step.unit
        for step in decision.steps
        if step.step == "grant" and step.output["award"] == award and not step.inputs["counted"]
    }
    given = [each for each in settled.values() if each.state != "cut"]
    caps = [step.output for step in decision.steps if step.step == "limit" and step.inputs.get("award") == award]
    most = min(caps, default=None)
    code = "council-award" if most is None else "council-award-most"
    said = say(code, names.language, award=names.award(award), n=len(given), of=len(considered), most=most)
    yield from lines(said)
    for unit in names.sort(considered):
        became = _became(settled.get(unit), names, citations, counted=unit not in outside)
        yield from entry("-", f"{names.unit(unit)} – {became}".rstrip(), 2)


def _became(granted: Granted | None, names: Names, citations: Citations, *, counted: bool) -> str:
    if granted is None:
        return say("council-open", names.language)
    state = say(f"council-{granted.state}", names.language)
    code = f"council-why-{granted.why}" if counted else "council-uncounted"
    why = "" if granted.why is None and counted else f" ({say(code, names.language)})"
    return f"{state}{why} {citations.mark(granted.basis)}"
