"""The order of a score sheet: what is summed before its sum, and beside each other what stands so in the point table.

A decision and its record hold criteria by id, whatever their order in a file. Where the ruleset itself is at hand, its
order is that of the table; otherwise criteria follow each other as the articles do that they rest on.
"""

import re
from collections.abc import Iterable, Iterator

from emulrules.model.criterion import Criterion

__all__ = ["table_order"]

_NUMBER = re.compile(r"(\d+)")

_Key = tuple[object, ...]


def table_order(criteria: Iterable[Criterion], listed: tuple[str, ...] = ()) -> dict[str, int]:
    """Where each of `criteria` stands on the sheet, by id; `listed` are ids in the order of the table, if it is known.

    >>> from emulrules.model.criterion import Criterion
    >>> sums = Criterion("a", "A", ("QC Điều 9",), "read")
    >>> leaves = [Criterion(id_, id_, (f"QC Điều {n}",), "read", parent="a") for id_, n in (("b", 10), ("c", 2))]
    >>> table_order([sums, *leaves]), table_order([sums, *leaves], ("a", "b", "c"))
    ({'c': 0, 'b': 1, 'a': 2}, {'b': 0, 'c': 1, 'a': 2})
    """
    at = {id_: number for number, id_ in enumerate(listed)}
    below: dict[str | None, list[Criterion]] = {}
    for criterion in sorted(criteria, key=lambda each: (at.get(each.id, len(at)), _article(each), each.id)):
        below.setdefault(criterion.parent, []).append(criterion)
    return {id_: number for number, id_ in enumerate(_sums_last(below, None))}


def _sums_last(below: dict[str | None, list[Criterion]], parent: str | None) -> Iterator[str]:
    for criterion in below.get(parent, ()):
        yield from _sums_last(below, criterion.id)
        yield criterion.id


def _article(criterion: Criterion) -> _Key:
    """The basis, with its numbers compared as numbers: article 9 stands before article 10."""
    return tuple(tuple(_part(part) for part in _NUMBER.split(basis)) for basis in criterion.basis)


def _part(part: str) -> tuple[int, str]:
    return (int(part), "") if part.isdecimal() else (-1, part)
