"""Citing: a legal basis names a source of its own file, and becomes a citation that can be read alone."""

from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown

__all__ = ["cited", "cited_sources"]

_HINTED: Final = 200
"""So many unknown sources are told with the nearest that is known, since looking for it takes time."""


def cited_sources(data: dict[str, Any]) -> dict[str, str]:
    """How each source of a document is cited; one that is not written right is cited by its id until it is."""
    sources = data.get("sources")
    found: dict[str, str] = {}
    for key, source in sources.items() if isinstance(sources, dict) else ():
        names = [source.get(name) for name in ("number", "document")] if isinstance(source, dict) else []
        found[key] = next((name for name in names if type(name) is str), key)
    return found


def cited(value: Any, path: Path, sources: dict[str, str], faults: list[Fault]) -> Any:
    """The same rules with every `basis` as a list of citations; what is wrong with one is added to `faults`."""
    if isinstance(value, list):
        return [cited(each, (*path, index), sources, faults) for index, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    made = {key: cited(each, (*path, key), sources, faults) for key, each in value.items()}
    written = [made["basis"]] if type(made.get("basis")) is str else made.get("basis")
    if isinstance(written, list) and all(type(each) is str for each in written):
        made["basis"] = [_citation(each, (*path, "basis"), sources, faults) for each in written]
        if not written:
            faults.append(Fault("basis-empty", (*path, "basis")))
    return made


def _citation(written: str, path: Path, sources: dict[str, str], faults: list[Fault]) -> str:
    source, _, rest = written.partition(" ")
    if source not in sources:
        faults.append(unknown("unknown-source", path, source, sources if len(faults) < _HINTED else ()))
    return f"{sources.get(source, source)} {rest.strip()}".rstrip()
