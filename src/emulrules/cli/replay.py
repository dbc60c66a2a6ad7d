"""`emulrules replay`: checks a record, and decides again from it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

if TYPE_CHECKING:
    from emulrules.verdicts import Verdict

__all__ = ["replay"]

_FINDINGS = (0, 10, 11)
"""Verdicts on what was checked; of the others, nothing more can be said than why."""


@click.command(
    short_help="Kiểm lại hồ sơ quyết định. Replay a record.",
    help="Kiểm lại một hồ sơ quyết định.\n\nReplay a record. Status 0: match; 10 to 15: what differs, see the manual.",
)
@click.argument("file")
@click.option(
    "--level",
    type=click.Choice(["verify", "recompute"]),
    default="recompute",
    help="Chỉ kiểm tra hồ sơ, hoặc quyết định lại từ hồ sơ. Check the record alone, or decide again from it.",
)
@language_option
@click.pass_context
def replay(ctx: click.Context, file: str, level: str, language: str) -> None:
    """Prints the verdict, and ends with its status."""
    from emulrules.report.quoting import plain
    from emulrules.verdicts import replay as verdict_on

    verdict = verdict_on(file, "verify" if level == "verify" else "recompute")
    line = plain(f"{file}: {verdict.code}: {_sentence(verdict, file, language)}")
    if verdict.status in _FINDINGS:
        tell(f"{line}\n")
    else:
        click.echo(line, err=True)
    for fault in verdict.faults:
        click.echo(plain(fault.render(language)), err=True)
    ctx.exit(int(verdict.status))


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
