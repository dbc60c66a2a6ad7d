"""The converter: model values from the plain data of a document, and back. It accepts one form of each value only.

Two forms of plain data are read. "toml" is what people write: a day is a TOML date, a measure a whole number or a text.
"json" is what records hold: days and measures are text. Both refuse unknown keys, and a boolean is never a number.
Writing gives the "json" form: a measure in its one spelling, nothing where an optional value is absent.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote

from emulrules.errors import EmulrulesError
from emulrules.files.class_hook import Hook, class_hook
from emulrules.files.hints import closest
from emulrules.files.shape import FAULTS, MismatchError, file_key, shape_faults, shown
from emulrules.files.text import like_thousands, whole, with_point
from emulrules.model import answers
from emulrules.model.cell import Cell, Held, Mark, Net, Ratio, Score, Staged
from emulrules.model.exact import MAX_DIGITS, MAX_SPELT_DIGITS, NumeralError, parse, spell
from emulrules.model.table import Table

__all__ = ["Bare", "Form", "structure", "unstructure"]

T = TypeVar("T")

Form = Literal["toml", "json"]

_COUNT_LIMIT: Final = 10**9
_ENTRIES: Final = 2_000
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NET: Final = frozenset({"plus", "minus"})
_WORD: Final = 60
"""No word that is called otherwise is longer."""

_MARKS: Final = {mark.value: mark for mark in Mark}
_FIGURES: Final = _NET | {"actual", "plan"}
"""What stands in the mapping of a figure; no stage is called so."""

_ANSWERS: Final[dict[str, type]] = {
    "defer": answers.Defer,
    "gates": answers.GateFacts,
    "points": answers.Points,
    "quota": answers.Quota,
    "rotation": answers.Rotation,
    "tie-keys": answers.TieKeys,
    "undefined": answers.Undefined,
    "weights": answers.Weights,
}
_KINDS: Final = {kind: name for name, kind in _ANSWERS.items()}
"""An answer says its kind, since several may be written alike."""


class Bare(str):
    """The text of a number with a point or an exponent that stands in a file without quotes."""

    __slots__ = ()


def structure(data: object, kind: type[T], refuse: type[EmulrulesError], form: Form = "json") -> T:
    """The value of class `kind` that `data` writes.

    Raises `refuse` with every fault, each with its path inside `data`.
    """
    try:
        return _converter(form).structure(data, kind)
    except (ExceptionGroup, MismatchError, KeyError) as error:
        faults = shape_faults(error, kind if form == "toml" else None)
    raise refuse(faults)


def unstructure(value: object) -> Any:
    """The plain data that writes `value`: text, counts, booleans, None, lists and mappings with text keys.

    `structure(unstructure(value), type(value), …) == value` holds for every season, ruleset and answer.
    """
    return _writer(type(value))(value)


def _made_writer(kind: Any) -> Callable[[Any], Any]:
    """What writes the values of a class."""
    for known, write in _WRITERS.items():
        if issubclass(kind, known):
            return write
    return _fields_writer(kind) if attrs.has(kind) else _itself


_writer: Final[Callable[[Any], Callable[[Any], Any]]] = cache(_made_writer)
"""What writes the values of a class, made once a class."""


def _itself(value: Any) -> Any:
    return value


def _list(values: Iterable[Any]) -> list[Any]:
    return [_writer(type(each))(each) for each in values]


def _mapping(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _writer(type(each))(each) for key, each in values.items()}


_WRITERS: Final[dict[type, Callable[[Any], Any]]] = {
    str: _itself,
    Fraction: spell,
    Enum: lambda value: value.value,
    Staged: lambda value: _mapping(value.cells),
    date: date.isoformat,
    Held: lambda value: list(value.awards),
    tuple: _list,
    list: _list,
    Mapping: _mapping,
}


def _fields_writer(kind: Any) -> Callable[[Any], dict[str, Any]]:
    tag = {"kind": _KINDS[kind]} if kind in _KINDS else {}
    known = [(each.name, file_key(kind, each.name), _unsaid(each)) for each in attrs.fields(kind)]

    def write(value: Any) -> dict[str, Any]:
        written: dict[str, Any] = dict(tag)
        for name, key, unsaid in known:
            part = getattr(value, name)
            plain = _writer(type(part))(part)
            if not ((plain is None or plain == [] or plain == {}) and plain == unsaid):
                written[key] = plain
        return written

    return write


def _unsaid(attribute: "attrs.Attribute[Any]") -> Any:
    """What is written of the default, if leaving it out says the same: () and None are different answers.

    No deputies, for one, is not the same as deputies that nobody stated.
    """
    default: Any = attribute.default
    if default is attrs.NOTHING:
        return attrs.NOTHING
    return unstructure(default.factory() if isinstance(default, attrs.Factory) else default)  # type: ignore[arg-type]  # Factory is declared as a function


@lru_cache(maxsize=2)
def _converter(form: Form) -> Converter:
    """The converter of a form, made when the first document is read."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    toml = form == "toml"
    day, measure, count = (_toml_day, _toml_measure, _toml_count) if toml else (_json_day, _json_measure, _count)
    # By class: cattrs asks its own hooks for these before any that is registered with a predicate.
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, count)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook_func(lambda kind: kind is date, day)
    converter.register_structure_hook_func(lambda kind: kind is Fraction, measure)
    converter.register_structure_hook_func(lambda kind: kind == Cell, _staged(converter))
    converter.register_structure_hook_func(lambda kind: kind == Score, _cells(converter, measure))
    converter.register_structure_hook_func(lambda kind: kind == answers.Answer, _answers(converter))
    converter.register_structure_hook_factory(_has_origin(Literal), _choices)
    converter.register_structure_hook_factory(_has_origin(tuple), _tuples(converter))
    converter.register_structure_hook_factory(_has_origin(Table), _tables(converter))
    converter.register_structure_hook_factory(attrs.has, _classes(converter, {Ratio: _toml_figure} if toml else {}))
    return converter


def _has_origin(origin: object) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise MismatchError("not-text", got=shown(value))
    return value


def _count(value: object, _: object) -> int:
    if type(value) is not int:
        raise MismatchError("not-a-count", got=shown(value))
    if abs(value) > _COUNT_LIMIT:
        raise MismatchError("count-too-large", got=shown(value), most=_COUNT_LIMIT)
    return value


def _toml_count(value: object, _: object) -> int:
    """A count may stand in quotes, as a measure may."""
    found = whole(value)
    return _count(value if found is None else found, _)


def _truth(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise MismatchError("not-true-or-false", got=shown(value))
    return value


def _toml_day(value: object, _: object) -> date:
    if isinstance(value, datetime):
        raise MismatchError("date-with-time", got=shown(value), day=value.date().isoformat())
    if type(value) is not date:
        raise _not_a_date(value)
    return value


def _json_day(value: object, _: object) -> date:
    if type(value) is not str or not _DAY.fullmatch(value):
        raise _not_a_date(value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _not_a_date(value) from None


def _not_a_date(value: object) -> MismatchError:
    from emulrules.files.advice import as_day  # only a mistake needs it

    return MismatchError("not-a-date", got=shown(value), write=as_day(value))


def _toml_measure(value: object, _: object) -> Fraction:
    if type(value) is int:
        return Fraction(value)
    if isinstance(value, Bare):
        raise MismatchError("number-notation" if set(value) & set("eEnN_+") else "number-unquoted", text=shown(value))
    return _measure(value, MAX_DIGITS)


def _toml_figure(value: object, _: object) -> Fraction:
    """A figure of a proportion, where the point of thousands would pass for a decimal one."""
    if isinstance(value, str) and like_thousands(value):
        raise MismatchError("number-thousands", text=str(value), whole=value.replace(".", ""), write=f"{value}0")
    return _toml_measure(value, _)


def _json_measure(value: object, _: object) -> Fraction:
    return _measure(value, MAX_SPELT_DIGITS)


def _measure(value: object, most: int) -> Fraction:
    if type(value) is not str:
        raise MismatchError("not-a-number", got=shown(value))
    try:
        return parse(value, most)
    except NumeralError as error:
        raise MismatchError(error.code, text=shown(value), write=with_point(value)) from None


def _staged(converter: Converter) -> Callable[[object, object], Cell]:
    """A cell of the season: a mapping is read as cells by stage where it has no key of a figure."""

    def cell(value: object, _: object) -> Cell:
        score: Any = Score
        if isinstance(value, dict) and value and not _FIGURES & value.keys():
            convert = converter.get_structure_hook(score)
            return Staged(Table(_each(convert, value.items(), len(value), score, Staged)))
        plain: Cell = converter.structure(value, score)
        return plain

    return cell


def _cells(converter: Converter, measure: Callable[[object, object], Fraction]) -> Callable[[object, object], Score]:
    def cell(value: object, _: object) -> Score:
        if isinstance(value, dict):
            return converter.structure(value, Net) if _NET & value.keys() else converter.structure(value, Ratio)
        if isinstance(value, list):
            return Held(converter.structure(value, tuple[str, ...]))
        if type(value) is not str:
            return measure(value, _)
        if (mark := _MARKS.get(value)) is not None:
            return mark
        if not any(letter.isdigit() for letter in value):
            from emulrules.files.called import mark_called  # only a mistake needs it

            if (write := mark_called(value[:_WORD])) is not None:
                raise MismatchError("not-a-cell-mark", text=shown(value), write=write)
            raise MismatchError("not-a-cell", text=shown(value))
        return measure(value, _)

    return cell


def _answers(converter: Converter) -> Callable[[object, object], object]:
    def answer(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise MismatchError("not-a-table", got=shown(value), write="{ kind = … }")
        name = value.get("kind")
        if type(name) is not str or name not in _ANSWERS:
            raise _not_one_of(name, tuple(_ANSWERS))
        return converter.structure(value, _ANSWERS[name])

    return answer


def _choices(kind: Any) -> Callable[[object, object], str]:
    allowed: tuple[str, ...] = get_args(kind)

    def choice(value: object, _: object) -> str:
        text = _text(value, _)
        if text not in allowed:
            raise _not_one_of(text, allowed)
        return text

    return choice


def _not_one_of(value: object, allowed: tuple[str, ...]) -> MismatchError:
    known = ", ".join(allowed)
    from emulrules.files.called import called  # only a mistake needs it

    if type(value) is str and (hint := called(value[:_WORD], allowed) or closest(value, allowed)) is not None:
        return MismatchError("not-one-of-near", got=shown(value), near=hint, known=known)
    return MismatchError("not-one-of", got=shown(value), known=known)


def _tuples(converter: Converter) -> Callable[[Any], Callable[[object, object], tuple[Any, ...]]]:
    def factory(kind: Any) -> Callable[[object, object], tuple[Any, ...]]:
        parts = get_args(kind)
        size = None if parts[-1] is Ellipsis else len(parts)
        convert = converter.get_structure_hook(parts[0])

        def several(value: object, _: object) -> tuple[Any, ...]:
            if not isinstance(value, list | tuple):
                from emulrules.files.advice import as_list  # only a mistake needs it

                raise MismatchError("not-a-list", got=shown(value), write=as_list(value, parts[0]))
            if size is not None and len(value) != size:
                raise MismatchError("list-size", got=len(value), due=size)
            return tuple(_each(convert, enumerate(value), len(value), parts[0], kind).values())

        return several

    return factory


def _tables(converter: Converter) -> Callable[[Any], Callable[[object, object], Table[Any, Any]]]:
    def factory(kind: Any) -> Callable[[object, object], Table[Any, Any]]:
        _, part = get_args(kind)
        convert = converter.get_structure_hook(part)

        def mapping(value: object, _: object) -> Table[Any, Any]:
            if not isinstance(value, dict):
                raise MismatchError("not-a-table", got=shown(value), write="{ … = … }")
            return Table(_each(convert, value.items(), len(value), part, kind))

        return mapping

    return factory


def _each(convert: Hook, items: Any, size: int, part: Any, kind: Any) -> dict[Any, Any]:
    """Every entry converted, or all that is wrong with them, each marked with its index or key."""
    if size > _ENTRIES:
        raise MismatchError("too-many-entries", got=size, most=_ENTRIES)
    made: dict[Any, Any] = {}
    wrong: list[Exception] = []
    for index, value in items:
        try:
            made[index] = convert(value, part)
        except (ExceptionGroup, MismatchError, KeyError) as error:
            error.add_note(IterableValidationNote("entry", index, part))
            wrong.append(error)
            if len(wrong) == FAULTS:
                break
    if wrong:
        raise IterableValidationError("entries", wrong, kind)
    return made


def _classes(converter: Converter, hooks: Mapping[type, Hook]) -> Callable[[Any], Hook]:
    """Makes the hook of a class; `hooks` says for a class what converts every field of it in place of its own type."""

    def factory(kind: Any) -> Callable[[object, object], Any]:
        convert = hooks.get(kind)
        make = class_hook(kind, converter.get_structure_hook if convert is None else lambda _: convert)
        tag = _KINDS.get(kind)

        def instance(value: object, _: object) -> Any:
            if not isinstance(value, dict):
                from emulrules.files.advice import as_table  # only a mistake needs it

                raise MismatchError("not-a-table", got=shown(value), write=as_table(kind))
            if tag is None:
                return make(value)
            if value.get("kind") != tag:
                raise _not_one_of(value.get("kind"), (tag,))
            return make({key: each for key, each in value.items() if key != "kind"})

        return instance

    return factory
