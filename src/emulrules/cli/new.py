"""`emulrules new`: files to be filled in."""

from typing import TYPE_CHECKING

import click

from emulrules.cli.options import language_option, rulesets_option
from emulrules.cli.program import tell
from emulrules.cli.usage import Verbs

if TYPE_CHECKING:
    from emulrules.files.template import Kind

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


@new.command(
    short_help="Tạo bản quy chế mẫu. Make a distribution with a ruleset.",
    help="Tạo thư mục emulrules-TÊN trong DIR: quy chế mẫu có mọi khóa, một năm mẫu, các kiểm thử.\n\n"
    "Make the folder emulrules-NAME in DIR: a template of a ruleset with every key, a case, and tests.",
)
@click.argument("name")
@click.option("-o", "--output", required=True, metavar="DIR", help="Thư mục chứa. The folder to make it in.")
@language_option
def ruleset(name: str, output: str, language: str) -> None:
    """Makes the folder of a distribution of data alone."""
    _make("ruleset", name, output, language)


@new.command(
    short_help="Tạo gói chính sách mẫu. Make a plugin with a ruleset.",
    help="Như `new ruleset`, thêm chính sách viết bằng Python cho quy định mà dữ liệu không nói được.\n\n"
    "As `new ruleset`, and with a policy in Python for rules that data cannot say.",
)
@click.argument("name")
@click.option("-o", "--output", required=True, metavar="DIR", help="Thư mục chứa. The folder to make it in.")
@language_option
def plugin(name: str, output: str, language: str) -> None:
    """Makes the folder of a distribution that brings a policy, too."""
    _make("plugin", name, output, language)


def _make(kind: "Kind", name: str, output: str, language: str) -> None:
    """Makes the folder, and says how it is installed and tested."""
    from pathlib import Path
    from shlex import quote

    from emulrules.files.folder import make_folder
    from emulrules.files.template import distribution_files, distribution_id
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    folder = Path(output, f"emulrules-{distribution_id(name)}")
    make_folder(folder, distribution_files(kind, name))
    where = plain(str(folder))
    tell(say("report-new-distribution", language, folder=where) + "\n")
    tell(f"    python -m pip install -e {quote(f'{where}[test]')}\n    python -m pytest {quote(where)}\n")
