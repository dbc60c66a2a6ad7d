"""`emulrules check`: what can be known of a ruleset without a season."""

import os

import click

from emulrules.cli.options import language_option, rulesets_option
from emulrules.cli.program import REFUSED, tell

__all__ = ["check"]


@click.command(
    short_help="Soát quy chế khi chưa có năm nào. Check a ruleset without a season.",
    help="Soát quy chế: tệp, hoặc mọi bản theo ngày của một mã.\n\n"
    "Check a ruleset file, or all dated files of an id. Status 0: nothing to mend, 1: findings.",
)
@click.argument("ruleset", metavar="PATH|ID")
@rulesets_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Văn bản hoặc JSON. Text or JSON.",
)
@language_option
@click.pass_context
def check(ctx: click.Context, ruleset: str, rulesets: tuple[str, ...], form: str, language: str) -> None:
    """Prints every finding with its place, its article and one fix; then notes, which are nothing to mend."""
    from emulrules.checks.inspection import inspect_file, inspect_versions

    if os.path.isfile(ruleset):
        found = inspect_file(ruleset, rulesets)
    else:
        from emulrules.files.library import Library

        library = Library(rulesets)
        if not library.dates(ruleset):
            raise click.UsageError(
                f"“{ruleset}” không phải tệp, cũng không phải mã quy chế. It is neither a file nor a ruleset's id."
            )
        found = inspect_versions(library, ruleset)
    if form == "json":
        import json

        from emulrules.report.findings import findings_object

        tell(json.dumps(findings_object(found, language), sort_keys=True, indent=1, ensure_ascii=False) + "\n")
    else:
        from emulrules.report.findings import findings_text

        tell(findings_text(found, language))
    ctx.exit(0 if found.clean else REFUSED)
