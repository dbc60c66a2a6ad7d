"""Files: seasons, rulesets and records as people and programs keep them.

Only this package opens a file, or imports cattrs and tomli. Its names are loaded when they are first used, since
reading a season needs no record, and deciding again from a record needs no library of rulesets.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from emulrules.files.converter import structure, unstructure
    from emulrules.files.council import load_council, read_council
    from emulrules.files.decision_json import to_json
    from emulrules.files.document import Document, FileRead
    from emulrules.files.library import Library, Listed, load_ruleset, read_ruleset
    from emulrules.files.record import read_record, write_record
    from emulrules.files.season import load_season, read_season

__all__ = [
    "Document",
    "FileRead",
    "Library",
    "Listed",
    "load_council",
    "load_ruleset",
    "load_season",
    "read_council",
    "read_record",
    "read_ruleset",
    "read_season",
    "structure",
    "to_json",
    "unstructure",
    "write_record",
]

_HOMES: Final = {
    "converter": ("structure", "unstructure"),
    "council": ("load_council", "read_council"),
    "decision_json": ("to_json",),
    "document": ("Document", "FileRead"),
    "library": ("Library", "Listed", "load_ruleset", "read_ruleset"),
    "record": ("read_record", "write_record"),
    "season": ("load_season", "read_season"),
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
