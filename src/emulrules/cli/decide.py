"""`emulrules decide`: decides one season, and prints or keeps the decision."""

import os

import click

from emulrules.cli.identified import kept_of
from emulrules.cli.options import Decided, decided, language_option, records_option, rulesets_option
from emulrules.cli.program import PENDING, tell

__all__ = ["decide"]


@click.command(
    short_help="Quyết định kết quả năm thi đua. Decide a season.",
    help="Quyết định kết quả của một năm thi đua.\n\nDecide a season. Status 0: complete, 3: questions are open.",
)
@click.argument("season")
@rulesets_option
@records_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    help="Văn bản, JSON, hoặc bảng dán vào biên bản. Text, JSON, or a table for the minutes.",
)
@language_option
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Ghi ra tệp thay vì màn hình, thay tệp cũ nếu có. Write to a file, not to stdout; it replaces an older one.",
)
@click.option("--record", metavar="FILE", help="Ghi hồ sơ quyết định vào tệp mới. Write the record to a new file.")
@click.pass_context
def decide(
    ctx: click.Context,
    season: str,
    rulesets: tuple[str, ...],
    records: tuple[str, ...],
    form: str,
    language: str,
    output: str | None,
    record: str | None,
) -> None:
    """Prints the decision; files are written only when everything else has succeeded."""
    _refuse_same(season, output, record)
    found = decided(season, rulesets, records)
    shown = _shown(found, form, language, record)
    if output is None:
        _keep(found, record)
        tell(shown)
    else:
        from emulrules.files.writing import written

        with written(output, shown):
            _keep(found, record)
    ctx.exit(PENDING if found.decision.status == "pending" else 0)


def _keep(found: Decided, record: str | None) -> None:
    """Writes the record, if one is wanted."""
    if record is not None:
        from emulrules.cli.circumstances import circumstances
        from emulrules.files.record import write_record

        write_record(found.decision, record, circumstances(found))


def _shown(found: Decided, form: str, language: str, record: str | None) -> str:
    """The decision in one of the three forms; JSON knows no language, and names no record."""
    decision = found.decision
    if form == "json":
        from emulrules.files.decision_json import to_json

        return to_json(decision)
    kept = kept_of(decision, record)
    if form == "md":
        from emulrules.report.minutes import minutes

        return minutes(decision, language, kept, listed=found.listed)
    from emulrules.report.text import text

    return text(decision, language, kept, listed=found.listed)


def _refuse_same(season: str, output: str | None, record: str | None) -> None:
    """A slip of the keyboard must not cost the season file."""
    named = [os.path.realpath(path) for path in (season, output, record) if path is not None]
    if len(set(named)) < len(named):
        raise click.UsageError("SEASON, --output và --record phải là các tệp khác nhau. They must be different files.")
