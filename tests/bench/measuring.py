"""Measuring: batches of runs, what is judged of them, and the lines that are printed.

Other work on the machine makes runs longer, never shorter, and the wall clock much more so than the time that the
processor spent on a run. Every measurement is made in several batches; of the quickest one, the median time of the
processor is held to its bound, and the median by the wall clock too where the machine has nothing else to do.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from compileall import compile_dir
from importlib.util import find_spec
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple, TypeVar

__all__ = ["Bounds", "Run", "Times", "child", "compiled", "counted", "idle", "machine", "once", "timed"]

T = TypeVar("T")


class Run(NamedTuple):
    """Milliseconds of one run: by the wall clock, and of the processor in user and system code."""

    wall: float
    processor: float


class Times:
    """The runs of one measurement, in batches."""

    def __init__(self) -> None:
        self.batches: list[list[Run]] = []

    @property
    def processor(self) -> float:
        """The median time of the processor in the quickest batch."""
        return min(self._medians("processor"))

    @property
    def wall(self) -> float:
        """The median by the wall clock in the quickest batch."""
        return min(self._medians("wall"))

    @property
    def least(self) -> float:
        """The least time of the processor."""
        return min(run.processor for batch in self.batches for run in batch)

    def _medians(self, clock: str) -> list[float]:
        return [median(getattr(run, clock) for run in batch) for batch in self.batches]

    def __str__(self) -> str:
        spent, waited = self._medians("processor"), self._medians("wall")
        return (
            f"{min(spent):8.2f} ms (least {self.least:.2f}, medians {min(spent):.2f} to {max(spent):.2f}; "
            f"wall {min(waited):.2f} to {max(waited):.2f})"
        )


def once(call: Callable[[], object]) -> Run:
    """One run of `call` in this process."""
    wall, processor = perf_counter(), process_time()
    call()
    return Run((perf_counter() - wall) * 1000, (process_time() - processor) * 1000)


def timed(calls: Sequence[Callable[[], object]], runs: int, batches: int) -> list[Times]:
    """The times of each call. Batches of different calls take turns, so that they share whatever else is going on."""
    times = [Times() for _ in calls]
    for _ in range(batches):
        for call, into in zip(calls, times, strict=True):
            into.batches.append([once(call) for _ in range(runs)])
    return times


def child(command: list[str], statuses: tuple[int, ...] = (0,)) -> Run:
    """Runs a command in a process of its own, whose status must be one of `statuses`."""
    start = perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000)


class Bounds:
    """What was held to a bound; `broken` names what was beyond it."""

    def __init__(self) -> None:
        self.broken: list[str] = []

    def hold(self, name: str, value: float, most: float, unit: str) -> None:
        """Prints that `value` is within `most`, or remembers that it is not."""
        kept = value <= most
        if not kept:
            self.broken.append(name)
        print(f"  {'kept' if kept else 'BROKEN'}: {name}: {value:.2f} {unit}, at most {most:g}", flush=True)

    def status(self) -> int:
        """The status that the script ends with."""
        return 1 if self.broken else 0


def idle() -> bool:
    """Whether the machine has had little else to do in the last minute."""
    return os.getloadavg()[0] < 0.5 * (os.cpu_count() or 1)


def machine() -> str:
    """What the figures are measured on."""
    version = f"{platform.python_implementation()} {platform.python_version()}"
    busy = "" if idle() else f"; other work on it, load {os.getloadavg()[0]:.1f}"
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, {version}{busy}"


def compiled(*packages: str) -> None:
    """Compiles packages as an installer does, for whoever has just changed them."""
    for package in packages:
        spec = find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            compile_dir(folder, quiet=2)


def counted(items: Iterable[T], size: int, what: str) -> Iterator[T]:
    """The same items, with a count on stderr while somebody watches it."""
    shown = sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        yield item
        if shown:
            end = "\n" if number == size else ""
            print(f"\r{what}: {number} of {size}", end=end, file=sys.stderr, flush=True)
