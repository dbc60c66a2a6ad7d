"""A decision as a JSON object: what `to_json` prints for people and goldens, and the body of a record.

Every key of the object is always there, null where it says nothing; only the season, the rules and the answers in a
record, and what a question says of the parents of units, leave out what is not given. A council's decision has besides
what became of each proposal (`grants`) and, in its record, the decisions that it reviewed. Measures are text in their
one spelling, counts are numbers. What has no order is sorted.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

import attrs

from emulrules.files.canonical import Plain, dumped, encode, plain
from emulrules.files.converter import unstructure
from emulrules.model.decision import SEMANTICS, Decision, Question, Step

__all__ = ["FORMAT", "OUTCOME", "as_object", "body", "body_bytes", "encoded", "to_json"]

FORMAT: Final = "emulrules/decision/1"

OUTCOME: Final = ("gates", "standings", "awards", "grants", "offices", "status", "questions", "waiting")
"""The parts of the object that say what was decided and what is open, in the order in which they are compared."""


def to_json(decision: Decision) -> str:
    """The object of `as_object` as indented text with sorted keys and a newline at its end."""
    return json.dumps(as_object(decision), sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def as_object(decision: Decision) -> dict[str, Plain]:
    """The decision in the types that JSON has. Raises `RecordError` for what cannot be written, such as a float."""
    written: dict[str, Plain] = plain(_object(decision))
    return written


def body(decision: Decision) -> dict[str, Plain]:
    """The body of the decision's record: its object with the whole season, the rules and the answers of hooks."""
    written: dict[str, Plain] = plain(_whole(decision))
    return written


def encoded(decision: Decision) -> bytes:
    """The canonical bytes of `body`. Raises `RecordError` as `body` does, and for more than can be read again."""
    return encode(_whole(decision))


def body_bytes(decision: Decision) -> bytes:
    """The canonical bytes of `body`, quicker, for comparing with those of a record; as `dumped` makes them."""
    return dumped(_whole(decision))


def _object(decision: Decision) -> dict[str, Any]:
    season, rules = decision.season, decision.rules
    return {
        "format": FORMAT,
        "semantics": SEMANTICS,
        "cluster": season.cluster,
        "season": season.id,
        "ruleset": {"id": rules.id, "in_force": rules.in_force},
        "policy": decision.policy,
        "status": decision.status,
        "units": _rows(decision.units),
        "gates": _rows(decision.gates),
        "standings": _rows(decision.standings),
        "awards": _rows(decision.awards),
        "offices": _rows(decision.offices),
        "questions": _questions(decision.questions),
        "waiting": decision.waiting,
        "warnings": _rows(decision.warnings),
        "steps": [_step(step) for step in decision.steps],
        **({"grants": _rows(decision.grants)} if decision.reviewed else {}),
    }


def _whole(decision: Decision) -> dict[str, Any]:
    answers = [unstructure(answered) for answered in decision.answers]
    answers.sort(key=lambda answered: (answered["hook"], answered["subject"]))
    whole: dict[str, Any] = {"season": _season(decision), "rules": _rules(decision), "answers": answers}
    if decision.reviewed:
        whole["reviewed"] = [unstructure(each) for each in decision.reviewed]
    return _object(decision) | whole


def _rows(values: Iterable[Any]) -> list[dict[str, object]]:
    """Each value by the names of its attributes, which are those of the format."""
    return [{each.name: getattr(value, each.name) for each in attrs.fields(type(value))} for value in values]


def _questions(questions: tuple[Question, ...]) -> list[dict[str, object]]:
    """Questions; what the parents of units allow stands only where there is any such limit."""
    rows = _rows(questions)
    for row, question in zip(rows, questions, strict=True):
        del row["within"]
        if question.within:
            row["within"] = _rows(question.within)
    return rows


def _step(step: Step) -> dict[str, object]:
    return {
        "n": step.n,
        "step": step.step,
        "unit": step.unit,
        "rule": step.rule,
        "basis": step.basis,
        "inputs": step.inputs,
        "output": step.output,
    }


def _season(decision: Decision) -> dict[str, Any]:
    season: dict[str, Any] = unstructure(decision.season)
    acts = season.get("acts", [])
    for act in acts:
        _sort(act, "choice", "among")
    acts.sort(key=lambda act: act["question"])
    for key in ("facts", "before", "facts_before"):
        for units in season.get(key, {}).values():
            units.sort()
    _sort(season.get("outgoing", {}), "deputies")
    for former in season.get("former", {}).values():
        _sort(former, "deputies")
        for units in (*former.get("awards", {}).values(), *former.get("facts", {}).values()):
            units.sort()
    _sort_criteria(season)
    _sort_successions(season)
    return season


def _rules(decision: Decision) -> dict[str, Any]:
    rules: dict[str, Any] = unstructure(decision.rules)
    _sort_criteria(rules)
    _sort_successions(rules)
    for key in ("gates", "conditions", "limits", "reviews", "undefined"):
        rules.get(key, []).sort(key=lambda entry: entry["id"])
    rules.get("headship", {}).get("bars", []).sort(key=lambda bar: bar["id"])
    for cluster in rules.get("clusters", {}).values():
        _sort(cluster, "members")
    for unit in rules.get("units", {}).values():
        _sort(unit, "aliases")
    _sort(rules.get("order", {}), "name_places")
    for award in rules.get("awards", []):
        _sort(award, "requires", "excludes", "requires_before")
        award.get("grounds", []).sort(key=lambda ground: ground["id"])
        for choose in award["choose"]:
            _sort(choose, "places")
    for review in rules.get("reviews", []):
        _sort(review, "requires", "excludes")
    for limit in rules.get("limits", []):
        _sort(limit, "uncounted")
    for bar in rules.get("headship", {}).get("bars", []):
        _sort(bar, "for")
    return rules


def _sort_criteria(owner: dict[str, Any]) -> None:
    """Sorts the criteria of the rules, or those of the season, and what in them is a set."""
    criteria = owner.get("criteria", [])
    criteria.sort(key=lambda criterion: criterion["id"])
    for criterion in criteria:
        criterion.get("held", []).sort(key=lambda held: held["award"])
        _sort(criterion, "stages", "imposed_by")


def _sort_successions(owner: dict[str, Any]) -> None:
    """Sorts what the rules, or the season, say of units over time, and what in that is a set."""
    for key, sets in (("rosters", ("members",)), ("successions", ("from", "to", "carries"))):
        entries = owner.get(key, [])
        entries.sort(key=lambda entry: entry["id"])
        for entry in entries:
            _sort(entry, *sets)


def _sort(table: dict[str, Any], *keys: str) -> None:
    """Sorts the lists under `keys` that are sets."""
    for key in keys:
        if key in table:
            table[key].sort()
