"""Values: classes whose fields never change, two of which are equal where they are of one class and hold the same.

attrs would write and compile a comparison, a hash and a text for every class anew each time that the program starts,
which takes longer than deciding a season. They are the same for all values, so they are written once, here.
"""

from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any

from attrs import fields

__all__ = ["field", "frozen"]


@cache
def _compared(kind: Any) -> Any:
    """What reads the fields of a class that tell its values apart."""
    names = [each.name for each in fields(kind) if each.eq]
    return attrgetter(*names) if names else lambda _: ()


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    read = _compared(self.__class__)
    return read(self) == read(other)


def _hash(self: Any) -> int:
    return hash((self.__class__, _compared(self.__class__)(self)))


def _text(self: Any) -> str:
    kind = self.__class__
    parts = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(kind) if each.repr)
    return f"{kind.__qualname__}({parts})"


if TYPE_CHECKING:
    # Under their own names, so that types are checked as for every class of attrs.
    from attrs import field, frozen
else:
    import attrs

    @cache
    def _converter(convert):
        """The converter of all fields that `convert` serves: attrs would read its signature anew for each of them.

        That of a class such as `tuple` stands in its text only, which is taken apart by expressions that are slow to
        compile, so it is hidden in a function.
        """
        return attrs.Converter(convert if isinstance(convert, FunctionType) else lambda value: convert(value))

    def field(*, converter=None, **options):
        """A field of a value, as `attrs.field` makes it."""
        return attrs.field(converter=converter and _converter(converter), **options)

    def frozen(kind):
        """The class `kind` with its fields as `attrs.frozen` makes it, compared, hashed and told as above."""
        kind.__eq__, kind.__hash__, kind.__repr__ = _equal, _hash, _text
        return attrs.frozen(kind)
