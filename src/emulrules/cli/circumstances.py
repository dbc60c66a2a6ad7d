"""How a record was made, for the witness beside it. The clock is read and the host is named here, and nowhere else."""

import platform
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from emulrules.files.text import nfc
from emulrules.files.witness import Circumstances, Program, SourceFile, ValuePlace, dotted, program
from emulrules.report.quoting import plain

if TYPE_CHECKING:
    from emulrules.cli.options import Decided
    from emulrules.files.document import Document
    from emulrules.model.season import Season

__all__ = ["circumstances"]

_Key = tuple[str | int, ...]


def circumstances(found: "Decided") -> Circumstances:
    """Time, host, programs, digests of all files, and the line of every value of the season."""
    return Circumstances(
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        host=plain(nfc(socket.gethostname())),
        python=platform.python_version(),
        core=program("emulrules", "emulrules"),
        plugin=_plugin(found.decision.policy),
        files=tuple(_files(found)),
        values=tuple(_values(found.season)),
    )


def _plugin(policy: str) -> Program | None:
    """The distribution that brings the policy, None for the one that is built in."""
    from emulrules.plugins.find import find

    point = find(policy)
    return None if point is None else program(point.distribution, point.module)


def _files(found: "Decided") -> Iterator[SourceFile]:
    season, *sheets = found.season.files
    yield SourceFile("season", _name(season.path), season.digest)
    for sheet in sheets:
        yield SourceFile("scores", _name(sheet.path), sheet.digest)
    for file in found.ruleset.files:
        yield SourceFile("ruleset", _name(file.path), file.digest)


def _name(path: str) -> str:
    """The name of a file without its folder, as text: a system may keep any bytes as a name, a witness may not.

    Other systems write the letters of one name in other forms; what no text holds is spelt out as it is on a screen.
    """
    return plain(nfc(Path(path).name))


def _values(document: "Document[Season]") -> Iterator[ValuePlace]:
    for key in _keys(document.value):
        file, line = document.place(key)
        yield ValuePlace(dotted(key), _name(file), line)


def _keys(season: "Season") -> Iterator[_Key]:
    """The path of everything that the season states of the year and of what people decided in it."""
    for name in ("head", "deputies"):
        if getattr(season.outgoing, name) is not None:
            yield ("outgoing", name)
    for name in ("present", "consulted", "proxies"):
        if getattr(season.meeting, name) is not None:
            yield ("meeting", name)
    if season.council.members is not None:
        yield ("council", "members")
    yield from (("facts", fact) for fact in season.facts)
    yield from (("before", award) for award in season.before)
    yield from (("facts_before", fact) for fact in season.facts_before)
    for unit, entry in season.units.items():
        for name in ("women", "staff", "roster"):
            if getattr(entry, name) is not None:
                yield ("units", unit, name)
    yield from (("criteria", index) for index in range(len(season.criteria)))
    yield from (("successions", index) for index in range(len(season.successions)))
    for criterion, cells in season.scores.items():
        yield from (("scores", criterion, unit) for unit in cells)
    yield from (("acts", index) for index in range(len(season.acts)))
    if season.recognised is not None:
        yield ("recognised",)
    yield from (("former", former) for former in season.former)
