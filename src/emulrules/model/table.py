"""A read-only mapping."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

__all__ = ["ReadOnlyError", "Table", "table"]

K = TypeVar("K")
V = TypeVar("V")


class ReadOnlyError(TypeError):
    """Somebody tried to change a value that is read-only."""


class Table(dict[K, V]):
    """A mapping that refuses to be changed.

    It is a `dict`, so that looking up is as fast as anywhere and values can be pickled and sent to other processes;
    it refuses every method that changes one.
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyError("this mapping is read-only")

    __setitem__ = __delitem__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __reduce__(self) -> tuple[type["Table[K, V]"], tuple[dict[K, V]]]:
        return Table, (dict(self),)

    def __hash__(self) -> int:  # type: ignore[override]  # dict declares itself unhashable; a read-only one need not be
        return hash(frozenset(self.items()))


def table(mapping: Mapping[Any, Any]) -> Table[Any, Any]:
    """A read-only copy of `mapping`; a converter, so it promises no types that attrs could not pass on."""
    return mapping if isinstance(mapping, Table) else Table(mapping)
