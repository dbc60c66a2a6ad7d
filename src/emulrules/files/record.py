"""A record: the canonical bytes of a decision's body and nothing else, in a file that is never rewritten.

Reading takes nothing on trust: writing what was read must give the same bytes, and the outcome must follow from the
steps. Whether the steps follow from the season and the rules is what a replay finds out.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from attrs import evolve

from emulrules.errors import Fault, FileError, RecordError
from emulrules.files.canonical import Plain, decode, digest, dumped, offset, undumped
from emulrules.files.converter import structure
from emulrules.files.decision_json import FORMAT, body, body_bytes, encoded
from emulrules.files.deposit import deposit, fetch
from emulrules.files.sizes import cell_faults, rule_faults
from emulrules.files.witness import Circumstances, Witness, read_witness, witness_bytes, witness_path
from emulrules.model.answers import Answered, Defer
from emulrules.model.decision import SEMANTICS, Decision, NamedUnit, Question, Step, Warned
from emulrules.model.review import Reviewed
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.value import frozen

__all__ = [
    "UNSUPPORTED",
    "Record",
    "first_difference",
    "parse_grounds",
    "parse_record",
    "read_record",
    "record_bytes",
    "record_id",
    "write_record",
]

T = TypeVar("T")

Steps = tuple[str | int, ...]

UNSUPPORTED: Final = frozenset({"record-format-unknown", "record-semantics-unknown"})
"""Codes of a record that may be sound, but that this version cannot read."""

# Nobody mends a record, so that a few faults show as well as all of them that it is none.
_FAULTS: Final = 10

# So many rulesets of records are kept at hand, and none that takes more bytes than this.
_RULESETS: Final = 8
_LARGEST: Final = 1 << 18

_FAMILY: Final = FORMAT.rpartition("/")[0] + "/"

_KEYS: Final = frozenset(
    {
        *("format", "semantics", "cluster", "season", "ruleset", "policy", "status", "units", "rules", "answers"),
        *("gates", "standings", "awards", "offices", "questions", "waiting", "warnings", "steps"),
    }
)

_OF_COUNCILS: Final = frozenset({"grants", "reviewed"})
"""The keys that only a council's decision has, and then both of them."""

# What the steps put out that the outcome is read from.
_OUTPUTS: Final = {
    "gate": {"gate", "effect"},
    "standing": {"place", "tied_with", "total"},
    "award": {"award", "state"},
    "award-state": {"award", "state"},
    "office": {"office", "seat", "state"},
    "grant": {"award", "state", "why"},
    "cut": {"award", "state", "why"},
}


@frozen
class Record:
    """A record that was read: its `id`, the `decision` that it holds, and its `body` as plain data.

    The steps of `decision` hold what JSON holds: measures as text, lists instead of tuples.
    """

    id: str
    decision: Decision
    body: dict[str, Plain]


def record_id(decision: Decision, path: str | Path | None = None) -> str:
    """The SHA-256 of the decision's record in hexadecimal; `path` is where it is to stand, if anywhere.

    Raises `RecordError` as `record_bytes` does.
    """
    with nullcontext() if path is None else _told_of(path):
        return digest(record_bytes(decision))


def record_bytes(decision: Decision) -> bytes:
    """The bytes of the decision's record. Raises `RecordError` if they could not be read again."""
    data = encoded(decision)
    parse_record(data)
    return data


def write_record(decision: Decision, path: str | Path, made: Circumstances) -> str:
    """Writes the record and, beside it, its witness; returns the record's id.

    Where the same record stands already, with a witness that names it, both are left alone. Raises `FileError` if
    anything else stands in either place or nothing can be written: then no file is there that was not there before.
    """
    target = Path(path)
    with _told_of(target):
        data = record_bytes(decision)
    id_ = digest(data)
    missing = {}
    if not target.exists():
        missing[target] = data
    elif fetch(target) != data:
        raise FileError(Fault("record-exists", data={"name": target.name}, file=str(target)))
    beside = witness_path(target)
    if not beside.exists():
        missing[beside] = witness_bytes(Witness(id_, made))
    elif read_witness(beside).record != id_:
        raise FileError(Fault("witness-exists", data={"name": beside.name}, file=str(beside)))
    if missing:
        deposit(missing)
    return id_


def read_record(path: str | Path) -> Record:
    """The record in the file at `path`.

    Raises `FileError` if there is no such file, and `RecordError` as `parse_record` does.
    """
    with _told_of(path):
        return parse_record(fetch(Path(path)))


@contextmanager
def _told_of(path: str | Path) -> Iterator[None]:
    """Whatever is wrong with a record is told of the file that it stands in, or was to stand in."""
    try:
        yield
    except RecordError as error:
        raise RecordError([fault.at(str(path), None) for fault in error.faults]) from None


def parse_record(data: bytes) -> Record:
    """The record that `data` spells.

    Raises `RecordError`, and nothing else: with a code of `UNSUPPORTED` for another format or other semantics,
    otherwise with what is wrong and the byte `offset` of it.
    """
    value = _value(data)
    decision = _decision(value)
    if body_bytes(decision) != data:
        _refuse("record-inconsistent", first_difference(value, body(decision)) or (), value)
    return Record(digest(data), decision, value)


def parse_grounds(data: bytes) -> Decision:
    """What the record that `data` spells was decided from, as a decision without any steps, and quicker than the whole.

    For bytes that are compared with those of the decision made again: what is said of steps and outcome is not looked
    at, nor whether all is spelt as it must be. Raises `RecordError` for some of what `parse_record` does.
    """
    return _grounds(_checked(undumped(data)))


def _value(data: bytes) -> dict[str, Plain]:
    return _checked(decode(data))


def _checked(value: Plain) -> dict[str, Plain]:
    _check_format(value)
    _check_keys(value)
    object_: dict[str, Plain] = value
    return object_


def first_difference(one: Plain, other: Plain, path: Steps = ()) -> Steps | None:
    """The path of the first part in which two values differ, keys in their order; None if they are the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            if key not in one or key not in other:
                return (*path, key)
            if (found := first_difference(one[key], other[key], (*path, key))) is not None:
                return found
        return None
    if isinstance(one, list) and isinstance(other, list):
        for index, (each, counterpart) in enumerate(zip(one, other, strict=False)):
            if (found := first_difference(each, counterpart, (*path, index))) is not None:
                return found
        return None if len(one) == len(other) else (*path, min(len(one), len(other)))
    # 1 and true are equal in Python, and not the same.
    return None if type(one) is type(other) and one == other else path


def _refuse(code: str, path: Steps, value: Plain, **data: object) -> NoReturn:
    raise RecordError(_placed(Fault(code, path, data), value))


def _placed(fault: Fault, value: Plain, *before: str | int) -> Fault:
    path = (*before, *fault.path)
    return Fault(fault.code, path, {**fault.data, "offset": offset(value, path)})


def _check_format(value: Plain) -> None:
    if not isinstance(value, dict):
        _refuse("record-no-object", (), value)
    format_, semantics = value.get("format"), value.get("semantics")
    if type(format_) is not str or not format_.startswith(_FAMILY):
        _refuse("record-no-record", ("format",), value, expected=FORMAT)
    if format_ != FORMAT:
        _refuse("record-format-unknown", ("format",), value, got=format_, expected=FORMAT)
    if type(semantics) is not int:
        _refuse("record-field-type", ("semantics",), value)
    if semantics != SEMANTICS:
        _refuse("record-semantics-unknown", ("semantics",), value, got=semantics, expected=SEMANTICS)


def _check_keys(value: dict[str, Plain]) -> None:
    keys = _KEYS | _OF_COUNCILS if _OF_COUNCILS & value.keys() else _KEYS
    for key in sorted(value.keys() ^ keys):
        _refuse("record-key-missing" if key in keys else "record-key-unknown", (key,), value, key=key)


def _decision(value: dict[str, Plain]) -> Decision:
    return evolve(
        _grounds(value),
        units=_parts(value, NamedUnit, "units"),
        steps=_steps(value),
        questions=_parts(value, Question, "questions"),
        waiting=_parts(value, str, "waiting"),
        warnings=_parts(value, Warned, "warnings"),
    )


def _grounds(value: dict[str, Plain]) -> Decision:
    return Decision(
        season=_season(value),
        rules=_rules(value),
        policy=_part(value, str, "policy"),
        units=(),
        answers=_answers(value),
        steps=(),
        questions=(),
        waiting=(),
        warnings=(),
        reviewed=_parts(value, Reviewed, "reviewed") if "reviewed" in value else (),
    )


def _season(value: dict[str, Plain]) -> Season:
    season = value["season"]
    for fault in cell_faults(season.get("scores") if isinstance(season, dict) else None):
        raise RecordError(_placed(fault, value, "season"))
    return _part(value, Season, "season")


def _rules(value: dict[str, Plain]) -> Ruleset:
    data = dumped(value["rules"])
    try:
        return _known_ruleset(data) if len(data) <= _LARGEST else _ruleset(value["rules"])
    except RecordError as error:
        raise RecordError([_placed(fault, value, "rules") for fault in error.faults[:_FAULTS]]) from None


@lru_cache(_RULESETS)
def _known_ruleset(data: bytes) -> Ruleset:
    """The ruleset that `data` spells; the records of a year are decided by the same."""
    return _ruleset(json.loads(data))


def _ruleset(value: Plain) -> Ruleset:
    rules = structure(value, Ruleset, RecordError)
    for fault in rule_faults(rules):
        raise RecordError(fault)
    return rules


def _part(value: dict[str, Plain], kind: type[T], *path: str | int) -> T:
    part: Any = value
    for key in path:
        part = part[key]
    try:
        return structure(part, kind, RecordError)
    except RecordError as error:
        raise RecordError([_placed(fault, value, *path) for fault in error.faults[:_FAULTS]]) from None


def _parts(value: dict[str, Plain], kind: type[T], key: str) -> tuple[T, ...]:
    rows = value[key]
    if not isinstance(rows, list):
        _refuse("record-field-type", (key,), value)
    return tuple(_part(value, kind, key, index) for index in range(len(rows)))


def _answers(value: dict[str, Plain]) -> tuple[Answered, ...]:
    """The answers; of those on one subject the last is in force, and those before it deferred."""
    answers = _parts(value, Answered, "answers")
    for index, answered in enumerate(answers):
        after = answers[index + 1] if index + 1 < len(answers) else None
        last = after is None or (after.hook, after.subject) != (answered.hook, answered.subject)
        if last is isinstance(answered.answer, Defer):
            _refuse("record-answer-order", ("answers", index), value, hook=answered.hook, subject=answered.subject)
    return answers


def _steps(value: dict[str, Plain]) -> tuple[Step, ...]:
    steps = _parts(value, Step, "steps")
    for index, step in enumerate(steps):
        if step.n != index + 1:
            _refuse("record-step-number", ("steps", index, "n"), value, expected=index + 1)
        if step.step in _OUTPUTS and not _fits(step, _OUTPUTS[step.step]):
            _refuse("record-step-output", ("steps", index, "output"), value, step=step.step)
    return steps


def _fits(step: Step, keys: Iterable[str]) -> bool:
    output = step.output
    if step.unit is None or not isinstance(output, dict) or output.keys() != keys:
        return False
    return step.step != "standing" or output["place"] is None or type(output["place"]) is int
