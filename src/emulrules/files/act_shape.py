"""The shape of an act, which can be judged without a ruleset: one answer, no unit twice, no number below zero.

Acts are looked at as they are written, before they are converted, so that their faults are told with all the others.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.files.shape import FAULTS
from emulrules.files.text import whole

__all__ = ["act_faults", "repeated", "source_faults"]

_ANSWERS: Final = ("choice", "votes", "number", "places", "value")
_LEAST: Final = {"number": 0, "ballots": 0, "names": 1}


def act_faults(act: dict[str, Any], path: Path, sources: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with the act at `path`; `sources` are the ids that the season lists."""
    yield from source_faults(act, path, sources)
    yield from _answer_faults(act, path)
    for key in ("choice", "among"):
        yield from repeated(act.get(key), (*path, key))
    for key, least in _LEAST.items():
        yield from _below(act.get(key), (*path, key), least)
    for key, least in (("votes", 0), ("places", 1)):
        for unit, number in list(act[key].items())[:FAULTS] if isinstance(act.get(key), dict) else ():
            yield from _below(number, (*path, key, unit), least)
    for key in ("ballots", "names"):
        if key in act and "votes" not in act:
            yield Fault("act-key-alone", (*path, key), {"key": key})


def _answer_faults(act: dict[str, Any], path: Path) -> Iterator[Fault]:
    given = [key for key in _ANSWERS if key in act]
    if act.get("held") is False:
        if given:
            yield Fault("act-not-held-answered", (*path, given[0]), _question(act, path))
    elif len(given) != 1:
        yield Fault("act-form-count", (*path, given[1]) if given else path, _question(act, path))


def _question(act: dict[str, Any], path: Path) -> dict[str, Any]:
    """How the sentence names the act: by its question, or by its number where it has none."""
    question = act.get("question")
    return {"question": question[:80] if type(question) is str else f"{path[0]} {int(path[1]) + 1}"}


def _below(number: object, path: Path, least: int) -> Iterator[Fault]:
    found = whole(number)
    if found is not None and found < least:
        yield Fault("number-below", path, {"got": found, "least": least})


def repeated(names: object, path: Path) -> Iterator[Fault]:
    """Every unit that a list names twice."""
    first: dict[str, int] = {}
    for index, name in enumerate(names if isinstance(names, list) else ()):
        if type(name) is str:
            if name in first:
                yield Fault("unit-twice", (*path, index), {"unit": name[:80]})
            first.setdefault(name, index)


def source_faults(entry: dict[str, Any], path: Path, sources: Iterable[str]) -> Iterator[Fault]:
    """A source that the document does not list."""
    source = entry.get("source")
    if type(source) is str and source not in sources:
        yield unknown("unknown-source", (*path, "source"), source, sources)
