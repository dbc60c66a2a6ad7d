"""`emulrules rulesets diff`: what changed between two rulesets, and what that would have changed in seasons."""

import click

from emulrules.cli.options import format_option, language_option, rulesets_option
from emulrules.cli.program import tell

__all__ = ["diff"]


@click.command(
    short_help="So sánh hai quy chế. Compare two rulesets.",
    help="So sánh hai quy chế: mã, mã@ngày áp dụng, hoặc tệp (.toml).\n\n"
    "Compare two rulesets: ID, ID@DATE or a file (.toml). Status 0: they say the same, 1: they differ.",
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--cases",
    metavar="DIR",
    help="Thư mục năm thi đua: quyết định từng năm theo cả hai quy chế. "
    "Folder of seasons, each to be decided under both rulesets.",
)
@rulesets_option
@format_option
@language_option
@click.pass_context
def diff(
    ctx: click.Context,
    before: str,
    after: str,
    cases: str | None,
    rulesets: tuple[str, ...],
    form: str,
    language: str,
) -> None:
    """Prints what changed; merged rulesets are compared, each with all that it extends."""
    from emulrules.cli.choosing import named
    from emulrules.cli.trying import tried
    from emulrules.report.amendments import amended, amendments_object

    one, other = named(before, rulesets, "A"), named(after, rulesets, "B")
    found = amended(one.value, other.value)
    trials = None if cases is None else tried(cases, one, other)
    if form == "json":
        import json

        from emulrules.report.trials import trials_object

        told = {**amendments_object(found), **({} if trials is None else trials_object(trials))}
        tell(json.dumps(told, sort_keys=True, indent=1, ensure_ascii=False) + "\n")
    else:
        from emulrules.report.amended import amended_text

        tell(amended_text(found, language))
        if trials is not None:
            from emulrules.report.tried import tried_text

            tell("\n" + tried_text(trials, found, language))
    ctx.exit(0 if found.same else 1)
