"""`emulrules explain`: everything that concerns one unit, with the article of each step."""

import click

from emulrules.cli.options import decided, language_option, records_option, rulesets_option
from emulrules.cli.program import tell

__all__ = ["explain"]


@click.command(
    short_help="Giải thích kết quả một đơn vị. Explain one unit.",
    help="Giải thích kết quả của một đơn vị.\n\nExplain what became of one unit, and why.",
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
    from emulrules.report.explain import explain as explained
    from emulrules.report.explain import find_unit

    decision = decided(season, rulesets, records).decision
    tell(explained(decision, find_unit(decision, unit), language))
