"""How far something is, on stderr: nothing for what takes no longer than a second, or where nobody watches."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TypeVar

import click

__all__ = ["watched"]

T = TypeVar("T")

_SOON = 1.0


def watched(items: Iterable[T], count: int) -> Iterator[T]:
    """The same items; after a second, a bar tells how many of `count` there were."""
    shown = sys.stderr.isatty()
    began = time.monotonic()
    with ExitStack() as until:
        bar = None
        for number, item in enumerate(items, 1):
            yield item
            if bar is not None:
                bar.update(1)
            elif shown and time.monotonic() - began > _SOON:
                bar = until.enter_context(click.progressbar(length=count, file=sys.stderr, show_pos=True))
                bar.update(number)
