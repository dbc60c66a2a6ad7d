"""A whole year in a folder, as an official has it: a ruleset in a library, a season with scores, the program on it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen
from click.testing import CliRunner, Result
from ruleset_files import RULESET, shelve

from emulrules.cli import main

__all__ = ["SCORED", "Folder", "laid_out"]

SCORED: Final = """\
format = "emulrules/season/1"
ruleset = "khoi-thu"
cluster = "khoi-a"
season = "2022"

[sources.bien-ban]
document = "Biên bản (giả định)"

[outgoing]
head = "don-vi-b"

[meeting]
present = 2

[facts]
under-complaint = []

[scores.chi-tieu]
don-vi-a = { actual = 9, plan = 10 }
don-vi-b = { actual = 8, plan = 10 }

[scores.hai-long]
don-vi-a = "80%"
don-vi-b = "79.5%"

[scores.phong-trao]
don-vi-a = 30
don-vi-b = "29.5"

[scores.diem-thuong]
don-vi-a = 1
don-vi-b = 0

[scores.diem-tru]
don-vi-a = 0
don-vi-b = 0

[[acts]]
question = "head"
choice = ["don-vi-a"]
source = "bien-ban"
trust = "read"
"""


@frozen
class Folder:
    """The folder of one year; `season` and `ruleset` are its files."""

    path: Path
    season: Path
    ruleset: Path

    def run(self, verb: str, *arguments: object) -> Result:
        """One call of the program on the season, with the rulesets of the folder."""
        call = [verb, str(self.season), "--rulesets", str(self.path / "rules"), *map(str, arguments)]
        return CliRunner().invoke(main, call)

    def refused(self, *arguments: object) -> list[str]:
        """What `decide` says of a year that it refuses; it prints and writes nothing besides."""
        before = set(self.path.rglob("*"))
        result = self.run("decide", "-o", self.path / "out.txt", "--record", self.path / "record.json", *arguments)
        assert (1, "") == (result.exit_code, result.stdout), result.stderr
        assert before == set(self.path.rglob("*"))
        return result.stderr.splitlines()


def laid_out(
    folder: Path, *, season: str = SCORED, ruleset: str = RULESET, replaced: Iterable[tuple[str, str]] = ()
) -> Folder:
    """A year in `folder`; in its ruleset the first text of each pair of `replaced` is replaced once by the second."""
    for old, new in replaced:
        assert old in ruleset, old
        ruleset = ruleset.replace(old, new, 1)
    where = folder / "year"
    where.mkdir()
    (where / "season.toml").write_text(season, encoding="utf-8")
    return Folder(where, where / "season.toml", shelve(where / "rules", ruleset))
