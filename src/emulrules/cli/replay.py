"""`emulrules replay`: checks a record, or all of a folder and their chain, and decides again from them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

if TYPE_CHECKING:
    from emulrules.chain import Link
    from emulrules.verdicts import Level, Verdict

__all__ = ["replay"]

_FINDINGS = (0, 10, 11)
"""Verdicts on what was checked; of the others, nothing more can be said than why."""

_MANY = 50
"""From so many records on, a folder takes long enough to show how far it is."""


@click.command(
    short_help="Kiểm lại hồ sơ quyết định. Replay a record.",
    help="Kiểm lại một hồ sơ quyết định, hoặc các hồ sơ của một thư mục và chuỗi của chúng.\n\nReplay a record, or the"
    " records of a folder and their chain. Status 0: match; 10 to 16: what differs, see the manual.",
)
@click.argument("file", metavar="FILE|DIR")
@click.option(
    "--level",
    type=click.Choice(["verify", "recompute", "rerun"]),
    default="recompute",
    help="Chỉ kiểm tra hồ sơ, quyết định lại từ hồ sơ, hoặc hỏi lại cả chính sách. Check the record alone, decide again"
    " from it, or ask the policy again, too.",
)
@language_option
@click.pass_context
def replay(ctx: click.Context, file: str, level: "Level", language: str) -> None:
    """Prints the verdict, and ends with its status."""
    from emulrules.report.quoting import plain
    from emulrules.verdicts import replay as verdict_on

    if Path(file).is_dir():
        ctx.exit(_folder(file, level, language))
    verdict = verdict_on(file, level)
    line = plain(f"{file}: {verdict.code}: {_sentence(verdict, file, language)}")
    if verdict.status in _FINDINGS:
        tell(f"{line}\n")
    else:
        click.echo(line, err=True)
    for fault in verdict.faults:
        click.echo(plain(fault.render(language)), err=True)
    ctx.exit(int(verdict.status))


def _folder(folder: str, level: "Level", language: str) -> int:
    """Prints a line for each record of a folder, and gives the status of the folder."""
    from emulrules.chain import links, worst

    count, found = links(folder, level)
    statuses = []
    hidden = count < _MANY or not sys.stderr.isatty()
    with click.progressbar(found, length=count, file=sys.stderr, hidden=hidden) as checked:
        for link in checked:
            statuses.append(link.status)
            _tell_link(link, language)
    return int(worst(statuses))


def _tell_link(link: "Link", language: str) -> None:
    """A record with the verdict on it and on its former ones; what is wrong with it follows on stderr."""
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    said = [_sentence(link.verdict, str(link.path), language)]
    if link.faults:
        said.append(say("chain-broken", language, count=len(link.faults)))
    elif link.named:
        said.append(say("chain-former", language, count=link.named))
    code = "chain-broken" if link.faults else link.verdict.code
    tell(plain(f"{link.path}: {code}: {' '.join(said)}") + "\n")
    for fault in (*link.verdict.faults, *link.faults):
        click.echo(plain(fault.render(language)), err=True)


def _sentence(verdict: "Verdict", file: str, language: str) -> str:
    """The verdict in words; a match that nothing stands beside says what only the minutes can tell."""
    from emulrules.files.witness import witness_path
    from emulrules.wording import say

    if verdict.code == "replay-invalid" and verdict.data["part"] == "-":
        return say("replay-invalid-whole", language, **verdict.data)
    sentence = verdict.sentence(language)
    if verdict.matches and not witness_path(Path(file)).exists():
        return f"{sentence} {say('replay-alone', language)}"
    return sentence
