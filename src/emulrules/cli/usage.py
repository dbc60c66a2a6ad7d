"""Slips of the command line, told in Vietnamese and then in English, since `--lang` may be what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

__all__ = ["Verbs", "told"]


class _Misused(click.UsageError):
    """A slip in words of our own."""


class Verbs(click.Group):
    """A group that tells every slip of its verbs in both languages."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Reads the options of the group itself."""
        with told():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Reads and runs one verb."""
        with told():
            return super().invoke(ctx)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The verb that is named; one that does not exist is told with all that do."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise _misused(ctx, "usage-no-command", what=args[0], known=", ".join(self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


@contextmanager
def told() -> Iterator[None]:
    """Puts a slip that click found into words of both languages."""
    try:
        yield
    except _Misused:
        raise
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise _worded(error) from error


def _worded(error: click.UsageError) -> click.UsageError:
    what = _what(error)
    if isinstance(error, click.MissingParameter):
        return _misused(error.ctx, "usage-missing", what=what)
    if isinstance(error, click.NoSuchOption):
        return _misused(error.ctx, "usage-no-option", what=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return _misused(error.ctx, "usage-needs-value", what=error.option_name, detail=error.message)
    if isinstance(error, click.BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            return _misused(error.ctx, "usage-not-one-of", what=what, known=", ".join(error.param.type.choices))
        return _misused(error.ctx, "usage-bad-value", what=what, detail=error.message)
    # What is said in both languages already says it without help.
    return error if not error.message.isascii() else _misused(error.ctx, "usage-other", detail=error.message)


def _what(error: click.UsageError) -> str:
    """The option or argument that the slip is about, as it is typed."""
    if not isinstance(error, click.BadParameter):
        return ""
    if isinstance(error.param, click.Option):
        return " / ".join(error.param.opts)
    if error.param is not None:
        return error.param.make_metavar(error.ctx) if error.ctx is not None else str(error.param.name).upper()
    hint = error.param_hint
    return hint if isinstance(hint, str) else ", ".join(hint or ())


def _misused(ctx: click.Context | None, code: str, **data: str) -> click.UsageError:
    from emulrules.report.quoting import plain
    from emulrules.wording import LANGUAGES, say

    return _Misused(" ".join(plain(say(code, language, **data)) for language in LANGUAGES), ctx)
