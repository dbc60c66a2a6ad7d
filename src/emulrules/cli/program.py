"""The program around the verbs: its streams, its exit statuses, and what becomes of a refusal or of our own fault.

Output is UTF-8 whatever the locale says. A refusal prints one line a fault on stderr and nothing on stdout; a fault of
our own is one sentence, and a traceback only when it is asked for.
"""

import io
import os
import sys
from typing import Any, Final

import click

__all__ = ["LANGUAGE", "OUR_FAULT", "PENDING", "REFUSED", "Program", "tell", "version_option"]

REFUSED: Final = 1
PENDING: Final = 3
OUR_FAULT: Final = 70

LANGUAGE: Final = "emulrules.language"
"""Where a verb leaves the language that refusals are told in."""

_DEBUG: Final = "emulrules.debug"


class Program(click.Group):
    """A group of verbs that ends with the promised statuses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(click.Option(["--debug"], is_flag=True, hidden=True, expose_value=False, callback=_debug))

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the program as click does, with streams that can hold Vietnamese everywhere."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs one verb; a refusal ends with 1, a fault of our own with 70."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort):
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
    """Writes `text` to stdout. A reader who has seen enough and closed the pipe changes no status."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        # What is still buffered has nowhere to go; without this Python would complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def version_option() -> click.Option:
    """`--version`, which reads the version only when it is asked for."""
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
        from importlib.metadata import version

        tell(f"emulrules {version('emulrules')}\n")
        ctx.exit()
