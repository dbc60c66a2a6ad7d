"""`emulrules rulesets diff`: what changed between two rulesets, and what that would have changed in seasons."""

import click

from emulrules.cli.options import language_option, rulesets_option
from emulrules.cli.program import tell

__all__ = ["diff"]


@click.command(
    short_help="So sánh hai quy chế. Compare two rulesets.",
    help="So sánh hai quy chế: mã, mã@ngày áp dụng, hoặc tệp (.toml).\n\n"
    "Compare two rulesets: ID, ID@DATE or a file (.toml). Status 0: they say the same, 1: they differ.",
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
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
def diff(ctx: click.Context, before: str, after: str, rulesets: tuple[str, ...], form: str, language: str) -> None:
    """Prints what changed; merged rulesets are compared, each with all that it extends."""
    from emulrules.cli.choosing import named
    from emulrules.report.amendments import amended, amendments_object

    one, other = named(before, rulesets, "A"), named(after, rulesets, "B")
    found = amended(one.value, other.value)
    if form == "json":
        import json

        tell(json.dumps(amendments_object(found), sort_keys=True, indent=1, ensure_ascii=False) + "\n")
    else:
        from emulrules.report.amended import amended_text

        tell(amended_text(found, language))
    ctx.exit(0 if found.same else 1)
