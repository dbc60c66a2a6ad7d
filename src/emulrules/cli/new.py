"""`emulrules new`: files to be filled in."""

import click

from emulrules.cli.options import language_option, rulesets_option
from emulrules.cli.program import tell
from emulrules.cli.usage import Verbs

__all__ = ["new"]


@click.group(
    cls=Verbs,
    short_help="Tạo tệp mới để điền. Make a file to fill in.",
    help="Tạo tệp mới để điền.\n\nMake a new file to be filled in.",
)
def new() -> None:
    """Holds one verb a kind of file."""


@new.command(
    short_help="Tạo tệp năm thi đua. Make a season file.",
    help="Tạo tệp năm thi đua: danh sách đơn vị, tiêu chí, các ô để điền.\n\n"
    "Make a season file: roster, criteria, empty cells.",
)
@click.argument("ruleset")
@click.argument("cluster")
@click.option("-o", "--output", required=True, metavar="FILE", help="Tệp mới; không ghi đè. A new file.")
@click.option("--season", metavar="ID", help="Năm thi đua, ví dụ 2021. The season, such as 2021.")
@click.option(
    "--in-force", metavar="DATE", help="Ngày áp dụng của quy chế. The day from which the ruleset is in force."
)
@rulesets_option
@language_option
def season(
    ruleset: str,
    cluster: str,
    output: str,
    season: str | None,
    in_force: str | None,
    rulesets: tuple[str, ...],
    language: str,
) -> None:
    """Writes the file; one that is there already is refused."""
    from pathlib import Path

    from emulrules.cli.choosing import chosen
    from emulrules.files.deposit import deposit
    from emulrules.report.blank import blank_season
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    found = chosen(ruleset, rulesets, in_force=in_force, season=season)
    deposit({Path(output): blank_season(found.value, cluster, season).encode()})
    tell(say("report-new-made", language, file=plain(output)) + "\n")
