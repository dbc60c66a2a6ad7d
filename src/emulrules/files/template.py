"""A template: what a new distribution of rules holds, filled in with the name of whose rules they are.

The templates are plain files that are shipped beside this package; `@id@` and its like stand where a name goes. Each
ends in `.txt`, since none of them is a file of this project until it is filled in.
"""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Final, Literal

from emulrules.errors import Fault, FileError
from emulrules.files.schemas import schema_text
from emulrules.files.text import name_faults, nfc
from emulrules.model.names import is_id, plain
from emulrules.policy import STANDARD

__all__ = ["Kind", "distribution_files", "distribution_id"]

Kind = Literal["ruleset", "plugin"]

_FOLDER: Final = "templates"
_BLANK: Final = re.compile("@([a-z]+)@")
_RESERVED: Final = frozenset({STANDARD, "rulesets"})
"""The policy that is built in, and the distribution that brings the rulesets shipped with this library."""

_CASE: Final = "2025-khoi-mau"
_VERSION: Final = "2025-01-01"

_FILES: Final = {
    ".github/workflows/test.yml": "workflow.yml",
    ".gitignore": "gitignore",
    "CHANGELOG.md": "CHANGELOG.md",
    "README.md": "README.md",
    "pyproject.toml": "pyproject.toml",
    "src/@package@/py.typed": None,
    f"src/@package@/@id@/{_VERSION}.toml": "ruleset.toml",
    f"src/@package@/@id@/cases/{_CASE}.toml": "case.toml",
    "tests/test_ruleset.py": "test_ruleset.py",
}
_MORE: Final[dict[Kind, dict[str, str]]] = {
    "ruleset": {
        "src/@package@/__init__.py": "rules_package.py",
        f"src/@package@/@id@/cases/{_CASE}.json": "ruleset_case.json",
    },
    "plugin": {
        "src/@package@/__init__.py": "policy_package.py",
        f"src/@package@/@id@/cases/{_CASE}.json": "plugin_case.json",
        "tests/test_policy.py": "test_policy.py",
    },
}
_DESCRIBED: Final[dict[Kind, str]] = {
    "ruleset": "The emulation rules of {name}, as data for emulrules",
    "plugin": "The emulation rules of {name} and their policy, for emulrules",
}


def distribution_id(name: str) -> str:
    """The id, of ASCII letters, that rules of `name` go by: `da-nang` of Đà Nẵng, however its letters are composed.

    Raises `FileError` for a name that no file of ours may hold, that gives no id, or whose id is taken.
    """
    composed = nfc(name)
    if faults := list(name_faults(composed, ("NAME",))):
        raise FileError(faults)
    found = plain(composed)
    if not is_id(found):
        raise FileError(Fault("name-without-id", ("NAME",), {"name": composed}))
    if found in _RESERVED:
        raise FileError(Fault("name-reserved", ("NAME",), {"id": found}))
    return found


def distribution_files(kind: Kind, name: str) -> dict[str, bytes]:
    """Every file of a new distribution of the rules of `name`, by its path inside the folder of the distribution.

    Raises `FileError` as `distribution_id` does.
    """
    id_, composed = distribution_id(name), nfc(name)
    values = {
        "id": id_,
        "package": f"emulrules_{id_.replace('-', '_')}",
        "name": composed,
        "quoted": _quoted(composed),
        "described": _quoted(_DESCRIBED[kind].format(name=composed)),
        "policy": id_ if kind == "plugin" else STANDARD,
    }
    values["points"] = _filled(_template("points"), values) if kind == "plugin" else ""
    paths = {**_FILES, **_MORE[kind]}
    made = {_filled(path, values): _filled(_template(source), values).encode() for path, source in paths.items()}
    return made | {f"schema/{name}.json": schema_text(name).encode() for name in ("ruleset", "season")}


def _quoted(text: str) -> str:
    """A string of JSON, which is one of TOML and of Python, too, where `text` holds no control character."""
    return json.dumps(text, ensure_ascii=False)


def _template(source: str | None) -> str:
    if source is None:
        return ""
    return files("emulrules").joinpath(_FOLDER, f"{source}.txt").read_text(encoding="utf-8")


def _filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with every blank filled; whatever is filled in is not looked through again."""
    return _BLANK.sub(lambda blank: values[blank[1]], text)
