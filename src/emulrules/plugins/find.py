"""Which policies are installed, and the one that a ruleset names: found by its entry point, imported only when chosen.

A name has one claimant. Where two distributions claim it both are named and none is taken, since the order in which
they are found means nothing.
"""

from typing import Final, NamedTuple

from emulrules.errors import Fault, PluginError
from emulrules.installed import EntryPoint, entry_points
from emulrules.model.names import near
from emulrules.plugins.forms import STANDARD, shown

__all__ = ["Found", "find", "imported", "policies"]

_GROUP: Final = "emulrules.policies"
_CORE: Final = "emulrules"


class Found(NamedTuple):
    """A policy that can be chosen by `name`, and the `distribution` and its `version` that bring it."""

    name: str
    distribution: str
    version: str


def policies() -> tuple[Found, ...]:
    """Every installed policy by name; nothing of them is imported. Two claimants of one name are two entries."""
    return tuple(sorted({_found(point) for point in entry_points(_GROUP)} | {_built_in()}))


def find(name: str) -> EntryPoint | None:
    """The entry point of the policy `name`, None for the one that is built in.

    Raises `PluginError` where no distribution brings it, naming those that are there, and where two claim it.
    """
    points = entry_points(_GROUP)
    claims = {_found(point): point for point in points if point.name == name}
    if name == STANDARD and not claims:
        return None
    claimants = sorted([*claims, _built_in()] if name == STANDARD else claims)
    if len(claimants) > 1:
        both = ", ".join(f"{found.distribution} {found.version}" for found in claimants)
        raise PluginError(Fault("plugin-claimed-twice", ("policy",), {"plugin": name, "claimants": both}))
    if not claimants:
        raise PluginError(_missing(name, sorted({STANDARD, *(point.name for point in points)})))
    return claims[claimants[0]]


def imported(point: EntryPoint) -> object:
    """What the entry point names. Raises `PluginError`, whatever the import raises."""
    try:
        return point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # importing runs foreign code, which may raise anything, SystemExit too
        data = {"plugin": point.name, "distribution": point.distribution, "error": shown(error)}
        raise PluginError(Fault("plugin-import", (point.name,), data)) from error


def _built_in() -> Found:
    from importlib.metadata import version  # it takes long to import, and deciding a season needs no version

    return Found(STANDARD, _CORE, version(_CORE))


def _found(point: EntryPoint) -> Found:
    return Found(point.name, point.distribution, point.version)


def _missing(name: str, known: list[str]) -> Fault:
    data = {"plugin": name, "known": ", ".join(known)}
    hint = near(name, known)
    if hint is None:
        return Fault("plugin-missing", ("policy",), data)
    return Fault("plugin-missing-near", ("policy",), {**data, "near": hint})
