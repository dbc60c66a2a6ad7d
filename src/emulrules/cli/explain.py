"""`emulrules explain`: everything that concerns one unit, with each step's article, and what would have changed it."""

import sys
from contextlib import redirect_stdout

import click

from emulrules.cli.identified import kept_of
from emulrules.cli.options import decided, language_option, records_option, rulesets_option
from emulrules.cli.program import tell

__all__ = ["explain"]


@click.command(
    short_help="Giải thích kết quả một đơn vị. Explain one unit.",
    help="Giải thích kết quả của một đơn vị: vì sao, và thay đổi điểm nhỏ nhất nào làm khác kết quả.\n\n"
    "Explain what became of one unit, why, and by how little one score would have changed it.",
)
@click.argument("season")
@click.option(
    "--unit", required=True, metavar="ID", help="Mã hoặc tên đơn vị. The unit's id, name or one of its aliases."
)
@rulesets_option
@records_option
@language_option
def explain(season: str, unit: str, rulesets: tuple[str, ...], records: tuple[str, ...], language: str) -> None:
    """Prints one unit's way through the decision; a pending decision is explained as far as it goes."""
    from emulrules.margins import margin
    from emulrules.plugins.load import load_policy
    from emulrules.report.explain import explain as explained
    from emulrules.report.explain import find_unit

    made = decided(season, rulesets, records)
    decision = made.decision
    found = find_unit(decision, unit)
    # What a plugin prints, asked again, is no part of the answer.
    with redirect_stdout(sys.stderr):
        least = margin(decision, load_policy(made.ruleset.value), found)
    tell(explained(decision, found, language, margin=least, kept=kept_of(decision), listed=made.listed))
