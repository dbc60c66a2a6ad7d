"""Start-up: `--version` and one published season from the shell, against an interpreter that does nothing.

All take turns. The packages are compiled first, as an installer leaves them.
"""

import sys
from pathlib import Path

from bench.measuring import Bounds, Times, child, compiled, counted, idle, machine

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "rulesets" / "emulrules_rulesets"
PROGRAM = str(Path(sys.executable).parent / "emulrules")
BATCHES, RUNS = 8, 10
VERSION_BOUND = 60.0
"""Milliseconds over an interpreter that does nothing."""
SEASON_BOUND = 200.0
"""Milliseconds."""

BARE, VERSION = "an interpreter that does nothing", "emulrules --version"
COMMANDS = {
    BARE: [sys.executable, "-c", ""],
    VERSION: [PROGRAM, "--version"],
    "one season, with a plugin": [PROGRAM, "decide", str(CASES / "ict-departments" / "cases" / "2021-cluster-8.toml")],
    "one season, with scores": [
        PROGRAM,
        "decide",
        str(CASES / "song-lam-blocs" / "cases" / "2022-van-hoa-xa-hoi.toml"),
    ],
}


def main() -> int:
    """Prints each figure, and gives the status."""
    print(f"start-up; {machine()}")
    compiled("emulrules", "emulrules_rulesets", "emulrules_ict")
    times = {name: Times() for name in COMMANDS}
    for _ in counted(range(BATCHES), BATCHES, "batches"):
        for name, command in COMMANDS.items():
            times[name].batches.append([child(command, (0, 3)) for _ in range(RUNS)])
    bounds = Bounds()
    for clock in ("processor", "wall") if idle() else ("processor",):
        _hold(bounds, clock, {name: getattr(each, clock) for name, each in times.items()})
    for name, each in times.items():
        print(f"{name:<34} {each}")
    return bounds.status()


def _hold(bounds: Bounds, clock: str, taken: dict[str, float]) -> None:
    """Holds what was measured by one clock to the bounds."""
    bounds.hold(f"{VERSION} over the interpreter, {clock}", taken[VERSION] - taken[BARE], VERSION_BOUND, "ms")
    for name in COMMANDS:
        if name not in (BARE, VERSION):
            bounds.hold(f"{name}, {clock}", taken[name], SEASON_BOUND, "ms")


if __name__ == "__main__":
    sys.exit(main())
