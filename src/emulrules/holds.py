"""Holds: what became of the holds that gates put on units, as acts say it later.

A hold is a delay, not a refusal: discipline, an inspection or a complaint is still open. Once that has ended, whoever
examined it says of the unit and the gate that the hold is released, or refused. A unit that several gates hold is free
when all of them are released, and refused as soon as one is.
"""

from collections.abc import Iterator
from typing import Final, Literal

from emulrules.acts import NumberedAct
from emulrules.model.answers import GateFacts
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.season import Season
from emulrules.questions import HOLD, Book
from emulrules.value import frozen

__all__ = ["Became", "judge_holds"]

_OUTCOMES: Final = ("refused", "released")


@frozen
class Became:
    """What became of an award that a unit was chosen for: its new `state`, under which `rule`.

    `by` is the other award that it follows from, None where it follows from an act about this one.
    """

    state: Literal["proposed", "refused", "cancelled", "yielded"]
    rule: Rule
    by: str | None = None


@frozen
class _Said:
    gate: str
    outcome: str | None
    document: str


def judge_holds(season: Season, facts: GateFacts, members: tuple[str, ...], book: Book) -> dict[str, Became]:
    """What the acts on holds make of every award of a unit: `proposed` if its holds are released, `refused` if one is.

    Units of which a hold is still open are left out. Raises `SeasonError` for an act on a hold that is not there; where
    nobody stated which units a gate holds, the act waits.
    """
    holding = {unit: dict(gates) for unit, gates in _holding(facts)}
    unknown = {_gate(each.rule): each for each in facts.unknown if each.effect == "hold"}
    said: dict[str, list[_Said]] = {}
    for index, act in sorted(enumerate(season.acts), key=lambda pair: pair[1].question):
        if not act.question.startswith(HOLD):
            continue
        unit, _, gate = act.question.removeprefix(HOLD).partition(":")
        document = season.sources[act.source].cited
        if gate in holding.get(unit, {}):
            question = _question(act.question, holding[unit][gate])
            book.note_fact(question, Rule(f"acts.{act.question}", (document,), "read"))
            said.setdefault(unit, []).append(_Said(gate, act.value, document))
        elif gate in unknown and unit in members:
            question = _question(act.question, unknown[gate].rule, f"fact:{unknown[gate].fact}")
            book.ask(question, unknown[gate].rule)
        else:
            held = ", ".join(f"{HOLD}{each}:{id_}" for each, gates in sorted(holding.items()) for id_ in sorted(gates))
            raise NumberedAct(index, act).fault("hold-not-there", "question", unit=unit, gate=gate, held=held or "–")
    return dict(_judged(said, holding))


def _judged(said: dict[str, list[_Said]], holding: dict[str, dict[str, Rule]]) -> Iterator[tuple[str, Became]]:
    for unit, all_ in said.items():
        refused = [each for each in all_ if each.outcome == "refused"]
        if not refused and len(all_) < len(holding[unit]):
            continue
        telling = refused or all_
        documents = tuple(dict.fromkeys(each.document for each in telling))
        rule = Rule(f"acts.{HOLD}{unit}:{telling[0].gate}", documents, "read")
        yield unit, Became("refused" if refused else "proposed", rule)


def _holding(facts: GateFacts) -> Iterator[tuple[str, list[tuple[str, Rule]]]]:
    """The gates that hold each unit, by the last part of their paths, as the decision names them."""
    for unit in sorted({gated.unit for gated in facts.gated}):
        held = [(_gate(each.rule), each.rule) for each in facts.gated if each.unit == unit and each.effect == "hold"]
        if held:
            yield unit, held


def _gate(rule: Rule) -> str:
    return rule.path.rpartition(".")[2]


def _question(id_: str, rule: Rule, *after: str) -> Question:
    """What became of one hold; it is nobody's question, since whoever examines the matter says it unasked."""
    return Question(id_, "value", None, _OUTCOMES, 1, 1, rule.basis, after)
