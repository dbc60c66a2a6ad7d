"""Later: random years in which holds end and awards are cancelled after the meeting.

Which acts can be given follows from the decision alone: a hold that a gate put on a unit, an award that is proposed.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from emulrules.model.decision import Decision
from emulrules.model.season import Act
from emulrules.questions import HOLD, REVOKED, is_aftermath
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance, one, yes
from emulrules.testing.course import Answering, run

__all__ = ["OUTCOMES", "UNASKED", "cancelled", "ended", "invent_aftermath", "on_hold", "until", "whole_year"]

UNASKED: Final = (HOLD, REVOKED)
"""How the acts are named that nobody is asked for."""

OUTCOMES: Final[tuple[Literal["released"], Literal["refused"]]] = ("released", "refused")
"""How a hold can end."""

_ROUNDS: Final = 3


def ended(unit: str, gate: str, outcome: str, source: str) -> Act:
    """The act which says that a hold was released or refused."""
    return Act(f"{HOLD}{unit}:{gate}", source, "read", value=outcome)


def cancelled(award: str, unit: str, source: str) -> Act:
    """The act which says that an award was cancelled."""
    return Act(f"{REVOKED}{award}:{unit}", source, "read", value="cancelled")


def on_hold(decision: Decision) -> tuple[tuple[str, str], ...]:
    """Every unit that a gate holds, with the gate."""
    return tuple((each.unit, each.gate) for each in decision.gates if each.effect == "hold")


def whole_year(case: Case, answers: Answering, chance: Chance) -> Case:
    """The case with all that is asked answered, and in half of all years with what happened afterwards."""
    whole = run(case, answers).case
    return invent_aftermath(whole, answers, chance) if yes(chance) else whole


def until(acts: Sequence[Act], number: int) -> tuple[Act, ...]:
    """The first so many of `acts`, and of the others those that nobody asked for, since no answer may replace them."""
    return (*acts[:number], *(act for act in acts[number:] if act.question.startswith(UNASKED)))


def invent_aftermath(case: Case, answers: Answering, chance: Chance, *, certain: bool = False) -> Case:
    """The case with random acts on its holds and awards, and with all that is asked then answered.

    `case` must be complete. Where it is `certain` that something happens, an award is cancelled if any is proposed.
    Whoever follows may lose its award in its turn, unless it followed in another award too: that would have to be
    decided anew.
    """
    source = case.source
    holds = tuple(ended(*held, one(chance, OUTCOMES), source) for held in on_hold(case.decide()) if yes(chance))
    case = run(case.with_acts(*holds), answers).case
    for round_ in range(_ROUNDS):
        proposed = list(_proposed(case))
        acts = tuple(cancelled(*each, source) for each in proposed if yes(chance, 3))
        if certain and not round_ and not acts and proposed:
            acts = (cancelled(*one(chance, proposed), source),)
        if not acts:
            break
        case = run(case.with_acts(*acts), answers).case
    return case


def _proposed(case: Case) -> Iterator[tuple[str, str]]:
    """Every award that is proposed, with a unit that follows in no other award."""
    following = {
        (act.question.split(":")[1], unit)
        for act in case.season.acts
        if is_aftermath(act.question)
        for unit in act.choice or ()
    }
    for each in case.decide().awards:
        elsewhere = {award for award, unit in following if unit == each.unit} - {each.award}
        if each.state == "proposed" and not elsewhere:
            yield each.award, each.unit
