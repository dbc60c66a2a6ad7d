"""How a table of a document becomes a value of a class, field by field.

cattrs would write and compile a function for every class anew each time that the program starts, which takes longer
than reading a ruleset. One function does it here for all classes; what it finds wrong is told in the errors of cattrs.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from attrs import NOTHING, fields
from cattrs.errors import AttributeValidationNote, ClassValidationError, ForbiddenExtraKeysError

from emulrules.files.shape import MismatchError, file_key

__all__ = ["Hook", "class_hook"]

Hook = Callable[[Any, Any], Any]
"""What makes a value of plain data and the type that is due."""


class _Field(NamedTuple):
    """A field of a class: its name there, its key in a file, what it holds, and whether it must be written."""

    name: str
    key: str
    kind: Any
    needed: bool


def class_hook(kind: Any, hook_of: Callable[[Any], Hook]) -> Callable[[dict[str, Any]], Any]:
    """What makes a value of the class `kind` of a table; `hook_of` gives, for the type of a part, what makes it.

    It is asked once for each part, when the first is made: most tables leave most of their parts out.

    It raises `ClassValidationError` with all that is wrong: parts that cannot be made, keys that lack or are unknown.
    """
    known = [_Field(each.name, file_key(kind, each.name), each.type, each.default is NOTHING) for each in fields(kind)]
    keys = {field.key for field in known}
    hooks: dict[str, Hook] = {}

    def make(value: dict[str, Any]) -> Any:
        parts: dict[str, Any] = {}
        wrong: list[Exception] = []
        for field in known:
            if field.key in value:
                convert = hooks.get(field.key) or hooks.setdefault(field.key, hook_of(field.kind))
                try:
                    parts[field.name] = convert(value[field.key], field.kind)
                except (ExceptionGroup, MismatchError) as error:
                    wrong.append(_noted(error, field))
            elif field.needed:
                wrong.append(_noted(KeyError(field.key), field))
        if unknown := value.keys() - keys:
            wrong.append(ForbiddenExtraKeysError("", kind, unknown))
        if wrong:
            raise ClassValidationError("fields", wrong, kind)
        return kind(**parts)

    return make


def _noted(error: Exception, field: _Field) -> Exception:
    error.add_note(AttributeValidationNote("field", field.name, field.kind))
    return error
