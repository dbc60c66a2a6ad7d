"""The program around the verbs: its streams, its exit statuses, and what becomes of a refusal or of our own fault.

Output is UTF-8 whatever the locale says. A refusal prints one line a fault on stderr and nothing on stdout; a fault of
our own is one sentence, and a traceback only when it is asked for.
"""

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import click

from emulrules.cli.usage import Verbs

__all__ = ["LANGUAGE", "OUR_FAULT", "PENDING", "REFUSED", "VERSION", "Program", "tell", "version_option"]

REFUSED: Final = 1
PENDING: Final = 3
OUR_FAULT: Final = 70

VERSION: Final = "0.1.0"
"""The version of the distribution. Looking it up would take longer than the rest of `--version`; a test compares."""

LANGUAGE: Final = "emulrules.language"
"""Where a verb leaves the language that refusals are told in."""

_DEBUG: Final = "emulrules.debug"


_SELDOM: Final = 200_000
"""So many objects more before cycles are looked for: most of what one verb makes lives until its end."""

_CLICK: Final = (click.exceptions.Exit, click.ClickException, click.Abort)
"""What click raises to end a program, none of which is a fault."""


class Program(Verbs):
    """A group of verbs that ends with the promised statuses.

    Each verb is the command of its name in the module of its name, imported when somebody asks for it.
    """

    def __init__(self, verbs: Sequence[str], /, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verbs: Final = tuple(verbs)
        self.params.append(click.Option(["--debug"], is_flag=True, hidden=True, expose_value=False, callback=_debug))

    def list_commands(self, _: click.Context) -> list[str]:
        """The verbs, in the order of the help."""
        return list(self._verbs)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The verb `name`, None where there is none."""
        if name not in self._verbs:
            return None
        module = name.replace("-", "_")
        verb: click.Command = getattr(import_module(f"{__package__}.{module}"), module)
        return verb

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the program as click does, with streams that can hold Vietnamese everywhere."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        # Everything goes when the process ends: looking through it for cycles first would take a tenth of its time.
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)
        often = gc.get_threshold()
        gc.set_threshold(_SELDOM, *often[1:])
        try:
            return super().main(*args, **kwargs)
        except _CLICK:
            raise
        except Exception as error:  # what click itself prints, such as help, may not reach its reader either
            sys.exit(_report(_refusal(error), "vi", debug=False))
        finally:
            gc.set_threshold(*often)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs one verb; a refusal ends with 1, a fault of our own with 70."""
        try:
            return super().invoke(ctx)
        except _CLICK:
            raise
        except Exception as error:  # whatever it is, people are owed one sentence and a status
            ctx.exit(_report(error, ctx.meta.get(LANGUAGE, "vi"), debug=ctx.meta.get(_DEBUG, False)))


def _debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    """Remembers that faults are to be shown with where they arose."""
    ctx.meta[_DEBUG] = value


def _report(error: Exception, language: str, *, debug: bool) -> int:
    """Says what went wrong on stderr, and gives the status."""
    from emulrules.errors import EmulrulesError
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    if isinstance(error, EmulrulesError):
        try:
            told = [plain(fault.render(language)) for fault in error.faults]
        except Exception as unsaid:  # a refusal that nobody has words for is a fault of our own
            error = unsaid
        else:
            click.echo("\n".join(told), err=True)
            return REFUSED
    if debug:
        from traceback import format_exception

        click.echo("".join(format_exception(error)), err=True, nl=False)
    click.echo(plain(say("our-fault", language, kind=type(error).__name__, reason=str(error))), err=True)
    return OUR_FAULT


def tell(text: str) -> None:
    """Writes `text` to stdout. A reader who has seen enough and closed the pipe changes no status.

    Raises `FileError` where the text cannot be written, as on a full disk.
    """
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        _discard()
    except OSError as error:
        raise _refusal(error) from error


def _refusal(error: Exception) -> Exception:
    """What the system would not print, as a refusal; every other fault as it is."""
    if not isinstance(error, OSError):
        return error
    from emulrules.errors import Fault, FileError

    _discard()
    return FileError(Fault("file-unwritable", data={"reason": error.strerror}, file="stdout"))


def _discard() -> None:
    """What is still buffered has nowhere to go; without this Python would complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def version_option() -> click.Option:
    """`--version`."""
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help="In phiên bản. Print the version.",
    )


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        tell(f"emulrules {VERSION}\n")
        ctx.exit()
