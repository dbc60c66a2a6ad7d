"""Citing: a legal basis names a source of its own file, and becomes a citation that can be read alone."""

from typing import Any, Final

from emulrules.errors import Fault
from emulrules.files.document import Path
from emulrules.files.hints import unknown
from emulrules.model.names import is_id

__all__ = ["cited", "cited_sources"]

_SHOWN: Final = 80
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


def _with_source(written: str, sources: dict[str, str]) -> str:
    """What was written with the id of its source: of the one whose number or title it begins with, if any."""
    for id_, cited_as in sources.items():
        if written.startswith(cited_as):
            return f"{id_} {written.removeprefix(cited_as).strip(' ,')}".rstrip()
    return f"{next(iter(sources))} {written}"


def _citation(written: str, path: Path, sources: dict[str, str], faults: list[Fault]) -> str:
    source, _, rest = written.partition(" ")
    if sources and not is_id(source) and source not in sources:
        data = {"text": written[:_SHOWN], "write": _with_source(written, sources)[:_SHOWN]}
        faults.append(Fault("basis-without-source", path, data))
    elif source not in sources:
        faults.append(unknown("unknown-source", path, source, sources if len(faults) < _HINTED else ()))
    return f"{sources.get(source, source)} {rest.strip()}".rstrip()
