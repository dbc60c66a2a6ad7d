"""`emulrules diff`: what changed between two decisions, unit by unit, and by which rule."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from emulrules.cli.identified import kept_of
from emulrules.cli.options import decided, format_option, language_option, rulesets_option
from emulrules.cli.program import tell

if TYPE_CHECKING:
    from emulrules.model.decision import Decision

__all__ = ["diff"]


@click.command(
    short_help="So sánh hai quyết định. Compare two decisions.",
    help="So sánh hai quyết định của một cụm, khối: hồ sơ (.json) hoặc tệp năm thi đua (.toml).\n\n"
    "Compare two decisions: records (.json) or season files (.toml). Status 0: same outcome, 1: different.",
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@rulesets_option
@format_option
@language_option
@click.pass_context
def diff(ctx: click.Context, before: str, after: str, rulesets: tuple[str, ...], form: str, language: str) -> None:
    """Prints the differences; a record is read as it stands, a season is decided on the spot."""
    from emulrules.report.differences import compare, diff_object

    one, other = (_decision(file, rulesets) for file in (before, after))
    found = compare(one, other)
    if form == "json":
        import json

        tell(json.dumps(diff_object(found), sort_keys=True, indent=1, ensure_ascii=False) + "\n")
    else:
        from emulrules.report.diff import diff_text

        tell(diff_text(found, one, other, language, (kept_of(one), kept_of(other))))
    ctx.exit(0 if found.same else 1)


def _decision(file: str, rulesets: Sequence[str]) -> "Decision":
    """The decision in a record, or that of a season."""
    if not file.endswith(".json"):
        return decided(file, rulesets).decision
    from emulrules.files.record import read_record

    return read_record(file).decision
