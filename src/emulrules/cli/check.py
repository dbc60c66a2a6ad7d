"""`emulrules check`: what can be known of a ruleset, or of a plugin, without a season."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

from emulrules.cli.options import format_option, language_option, rulesets_option
from emulrules.cli.program import REFUSED, tell

if TYPE_CHECKING:
    from emulrules.checks.inspection import Inspection

__all__ = ["check"]


@click.command(
    short_help="Soát quy chế khi chưa có năm nào. Check a ruleset without a season.",
    help="Soát một tệp quy chế, mọi bản theo ngày của một mã, hoặc một chính sách.\n\n"
    "Check a ruleset file, all dated files of an id, or a plugin. Status 0: nothing to mend, 1: findings.",
)
@click.argument("ruleset", metavar="PATH|ID", required=False)
@click.option("--plugin", metavar="NAME", help="Soát chính sách của gói đã cài. Check an installed plugin.")
@rulesets_option
@format_option
@language_option
@click.pass_context
def check(
    ctx: click.Context, ruleset: str | None, plugin: str | None, rulesets: tuple[str, ...], form: str, language: str
) -> None:
    """Prints every finding with its place, its article and one fix; then notes, which are nothing to mend."""
    from emulrules.report.findings import findings_object, findings_text, plugin_object, plugin_text

    if ruleset is not None and plugin is None:
        # What a plugin prints is nothing that was found.
        with redirect_stdout(sys.stderr):
            found = _inspected(ruleset, rulesets)
        shown: Any = findings_object(found, language) if form == "json" else findings_text(found, language)
    elif plugin is not None and ruleset is None:
        from emulrules.checks.plugin import inspect_plugin
        from emulrules.plugins.find import policies

        if plugin not in {each.name for each in policies()}:
            raise click.UsageError(
                f"Không gói nào đã cài có chính sách “{plugin}”. Nothing installed brings “{plugin}”."
            )
        with redirect_stdout(sys.stderr):
            both = inspect_plugin(plugin, rulesets)
        found = both.found
        shown = plugin_object(plugin, both, language) if form == "json" else plugin_text(plugin, both, language)
    else:
        raise click.UsageError("Ghi PATH, ID hoặc --plugin NAME, một trong ba. Give one of PATH, ID and --plugin NAME.")
    if form == "json":
        import json

        shown = json.dumps(shown, sort_keys=True, indent=1, ensure_ascii=False) + "\n"
    tell(shown)
    ctx.exit(0 if found.clean else REFUSED)


def _inspected(ruleset: str, folders: Sequence[str]) -> "Inspection":
    """What is found in the file, or in all dated files of the id, that was typed."""
    from emulrules.checks.inspection import inspect_file, inspect_versions

    if os.path.isfile(ruleset):
        return inspect_file(ruleset, folders)
    from emulrules.files.library import Library

    library = Library(folders)
    if not library.dates(ruleset):
        raise click.UsageError(
            f"“{ruleset}” không phải tệp, cũng không phải mã quy chế. It is neither a file nor a ruleset's id."
        )
    return inspect_versions(library, ruleset)
