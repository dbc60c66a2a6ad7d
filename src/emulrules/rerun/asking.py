"""What runs in the process: the recorded decision made again, and the installed policy asked at each of its questions.

It tells line by line what it is about to ask and what was answered, so that the parent can name the question at which a
plugin hangs or ends the process.
"""

import json
import locale
import os
import sys
import time
from collections.abc import Mapping, Sequence
from typing import IO, Any, Final

from emulrules.engine import decide
from emulrules.errors import EmulrulesError, PluginError
from emulrules.files.canonical import plain
from emulrules.files.converter import unstructure
from emulrules.files.record import parse_record
from emulrules.model.answers import Answered
from emulrules.plugins.load import load_policy
from emulrules.policy import Policy
from emulrules.recorded import RecordedPolicy
from emulrules.rerun.surroundings import turned

__all__ = ["main"]


def main(locales: Sequence[str], turn: bool, seconds: float, memory: int, written: int) -> None:
    """Reads a record on stdin, asks its policy, and tells on stdout."""
    _limit(seconds, memory, written)
    data = sys.stdin.buffer.read()
    tell = _Telling(_apart())
    _place(locales)
    held = parse_record(data).decision
    try:
        policy = load_policy(held.rules)
    except PluginError as error:
        tell("unavailable", _faults(error))
        return
    tell("loaded", [])
    recorded = RecordedPolicy(held.policy, held.answers)
    try:
        decide(held.season, held.rules, _Both(recorded, policy, tell, turn=turn))
    except EmulrulesError as error:
        tell("refused", _faults(error))
        return
    # What the plugin printed and is still held back must come out before the end, or nobody would know of it.
    sys.stdout.flush()
    sys.stderr.flush()
    tell("done", [])


class _Telling:
    """Writes lines for the parent."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream: Final = stream

    def __call__(self, what: str, value: object) -> None:
        self._stream.write(json.dumps({what: value}) + "\n")
        self._stream.flush()


class _Both:
    """The recorded policy, whose answers count, and the installed one, which is asked the same.

    `turn` says whether it is shown the rows of the season in the opposite order.
    """

    def __init__(self, recorded: RecordedPolicy, policy: Policy, tell: _Telling, *, turn: bool) -> None:
        self.name: Final = recorded.name
        self._recorded: Final = recorded
        self._policy: Final = policy
        self._tell: Final = tell
        self._turn: Final = turn
        self._seasons: tuple[object, object] = (None, None)

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        """The recorded answers; what the installed policy answers is told."""
        given = self._recorded.ask(hook, subject, **arguments)
        self._tell("asking", [hook, subject])
        again = self._policy.ask(hook, subject, **{**arguments, "season": self._shown(arguments["season"])})
        self._tell("answered", plain([unstructure(each) for each in again]))
        return given

    def _shown(self, season: object) -> object:
        """The season as the installed policy sees it; one season is turned once, since it is lent again and again."""
        if not self._turn:
            return season
        if self._seasons[0] is not season:
            self._seasons = (season, turned(season))
        return self._seasons[1]


def _apart() -> IO[str]:
    """The stream that the parent reads, under a number that no plugin knows of; the usual ones lead elsewhere."""
    told = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return told


def _place(locales: Sequence[str]) -> None:
    """Sets the first of the locales that this system has, and the time zone that the environment names."""
    for name in locales:
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        os.environ["LC_ALL"] = name
        break
    if hasattr(time, "tzset"):
        time.tzset()


def _limit(seconds: float, memory: int, written: int) -> None:
    """Has the system hold the limits, where it knows such."""
    try:
        import resource
    except ImportError:  # on Windows only the clock is watched
        return
    most = int(seconds) + 1
    limits = {"RLIMIT_CPU": most, "RLIMIT_AS": memory, "RLIMIT_FSIZE": written, "RLIMIT_CORE": 0}
    for name, limit in limits.items():
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (bound, bound))


def _faults(error: EmulrulesError) -> list[Mapping[str, Any]]:
    return [
        {"code": fault.code, "path": list(fault.path), "data": {key: _said(each) for key, each in fault.data.items()}}
        for fault in error.faults
    ]


def _said(value: object) -> object:
    return value if isinstance(value, str | int) else str(value)
