"""What became of asking again: the first answer that is another one, or what kept the plugin from answering.

1. An answer that is the same wherever it was asked, and not the recorded one, is another answer.
2. One that hangs on where it was asked is not steady, whatever the record says.
3. A plugin that does not answer as it should is named with the question at which it hung, ended or was refused.
"""

import signal
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.canonical import Plain, encode
from emulrules.files.record import Record, first_difference
from emulrules.parting import at, shown
from emulrules.rerun.process import Limits, Ran, run
from emulrules.rerun.surroundings import SURROUNDINGS, Surroundings
from emulrules.value import field, frozen
from emulrules.wording import sentence

__all__ = ["Differing", "Found", "ask_again"]

_SHOWN: Final = 300
_Question = tuple[str, str]
_Answers = dict[_Question, Plain]


@frozen
class Differing:
    """The first place in which two answers to one question part.

    `path` leads to it in the list of answers to `hook` on `subject`; `unit` is whom it concerns, if it is of one.
    `before` is what the record, or another asking, has there, `now` what was answered; None for nothing.
    """

    hook: str
    subject: str
    path: tuple[str | int, ...]
    before: Plain
    now: Plain
    unit: str | None = None


@frozen
class Found:
    """What came out: a `code` of the sentences, None where every answer is the recorded one.

    `asked` is how many questions were asked, in each of several surroundings.
    """

    code: str | None
    asked: int = 0
    data: Mapping[str, object] = field(factory=dict)
    differing: Differing | None = None
    faults: tuple[Fault, ...] = ()


def ask_again(record: Record, limits: Limits | None = None, within: Sequence[Surroundings] = SURROUNDINGS) -> Found:
    """Asks the installed policy of `record` again in all surroundings, at least one, as far as it answers.

    Raises `OSError` where no process can be started.
    """
    recorded = _by_question(record.body["answers"])
    data = encode(record.body)
    told: list[_Answers] = []
    printed = ""
    for surroundings in within:
        ran = run(data, surroundings, limits or Limits())
        wrong = _unanswered(ran)
        if wrong is not None:
            return wrong
        told.append(_answers(ran))
        printed = printed or ran.printed
    units = {unit["id"] for unit in record.body["units"]}
    differing = next(_differing(recorded, told, units), None)
    if differing is not None:
        return differing
    if printed:
        return Found("rerun-prints", len(recorded), {"printed": _text(printed)})
    return Found(None, len(recorded))


def _differing(recorded: _Answers, told: Sequence[_Answers], units: set[str]) -> Iterator[Found]:
    first = told[0]
    for question in sorted({*recorded, *first}):
        for other in told[1:]:
            if (found := _parted(question, first, other, units)) is not None:
                yield _found("rerun-unsteady", len(recorded), found)
        if (found := _parted(question, recorded, first, units)) is not None:
            yield _found("rerun-differs", len(recorded), found)


def _parted(question: _Question, before: _Answers, now: _Answers, units: set[str]) -> Differing | None:
    one, other = before.get(question), now.get(question)
    path = first_difference(one, other)
    if path is None:
        return None
    unit = next((part for part in path if part in units), None)
    return Differing(*question, path, at(one, path), at(other, path), unit if isinstance(unit, str) else None)


def _found(code: str, asked: int, differing: Differing) -> Found:
    data = {
        "hook": differing.hook,
        "subject": differing.subject or "-",
        "unit": differing.unit or "-",
        "before": shown(differing.before),
        "now": shown(differing.now),
    }
    return Found(code, asked, data, differing)


def _unanswered(ran: Ran) -> Found | None:
    """What kept the plugin from answering everything, None where nothing did."""
    asked = [line["asking"] for line in ran.lines if "asking" in line]
    hook, subject = asked[-1] if asked else ("-", "-")
    at = {"hook": hook, "subject": subject or "-"}
    last = ran.lines[-1] if ran.lines else {}
    if ran.end == "time" or ran.status == -getattr(signal, "SIGXCPU", 0):
        return Found("rerun-hangs", len(asked), at)
    if ran.end == "output":
        return Found("rerun-prints", len(asked), {"printed": _text(ran.printed)})
    for key, code in (("unavailable", "rerun-unavailable"), ("refused", "rerun-refused")):
        if key in last and (faults := _faults(last[key])):
            return Found(code, len(asked), {**at, "fault": faults[0].code}, faults=faults)
    if "done" not in last or ran.status != 0:
        return Found("rerun-dies", len(asked), {**at, "status": ran.status, "printed": _text(ran.printed[-_SHOWN:])})
    return None


def _faults(told: Any) -> tuple[Fault, ...]:
    """The faults that a process told; a code that has no sentence is none of ours."""
    return tuple(
        Fault(each["code"], tuple(each["path"]), each["data"]) for each in told if sentence(each["code"]) is not None
    )


def _answers(ran: Ran) -> _Answers:
    return _by_question([each for line in ran.lines for each in line.get("answered", ())])


def _by_question(answers: Sequence[Mapping[str, Plain]]) -> _Answers:
    """The answers to each question, in the order in which they were given."""
    found: _Answers = {}
    for answered in answers:
        found.setdefault((answered["hook"], answered["subject"]), []).append(answered)
    return found


def _text(printed: str) -> str:
    return printed if len(printed) <= _SHOWN else printed[:_SHOWN] + "…"
