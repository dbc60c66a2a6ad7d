"""`emulrules replay`: checks a record, or all of a folder and their chain, and decides again from them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

if TYPE_CHECKING:
    from emulrules.chain import Link
    from emulrules.verdicts import Level, Verdict

__all__ = ["replay"]

_FINDINGS = (0, 10, 11, 12, 13)
"""Verdicts on what was checked; of the others, nothing more can be said than why."""

_MANY = 50
"""So many records for each process, or it would take longer to start than they take."""


@click.command(
    short_help="Kiểm lại hồ sơ quyết định. Replay a record.",
    help="Kiểm lại một hồ sơ quyết định, hoặc các hồ sơ của một thư mục và chuỗi của chúng.\n\nReplay a record, or the"
    " records of a folder and their chain. Status 0: match; 10 to 16: what differs, see the manual.",
)
@click.argument("file", metavar="[FILE|DIR]", required=False)
@click.option(
    "--level",
    type=click.Choice(["verify", "recompute", "rerun"]),
    default="recompute",
    help="Chỉ kiểm tra hồ sơ, quyết định lại từ hồ sơ, hoặc hỏi lại cả chính sách. Check the record alone, decide again"
    " from it, or ask the policy again, too.",
)
@click.option(
    "--id",
    "typed",
    metavar="ID",
    help="Mã ghi trên giấy, hoặc ít nhất 16 chữ số đầu, cách nhau thế nào cũng được. The id as it stands on paper,"
    " or at least its first 16 digits.",
)
@click.option(
    "--in", "folder", metavar="DIR|LEDGER", help="Nơi tìm mã đó. The folder or ledger in which it is looked for."
)
@language_option
@click.pass_context
def replay(
    ctx: click.Context, file: str | None, level: "Level", typed: str | None, folder: str | None, language: str
) -> None:
    """Prints the verdict, and ends with its status."""
    if (file is None) is (typed is None) or (typed is None) is not (folder is None):
        raise click.UsageError(
            "Cần FILE hoặc DIR, hoặc cả --id và --in. Name a FILE or DIR, or give --id together with --in."
        )
    if typed is not None and folder is not None:
        ctx.exit(_typed(typed, folder, level, language))
    if Path(str(file)).is_dir():
        ctx.exit(_folder(str(file), level, language))
    ctx.exit(_record(str(file), level, language))


def _record(file: str, level: "Level", language: str, also: str = "") -> int:
    """Prints the verdict on one record, and gives its status; `also` is said of a match besides."""
    from emulrules.verdicts import replay as verdict_on

    return _tell(verdict_on(file, level), file, language, also)


def _tell(verdict: "Verdict", file: str, language: str, also: str) -> int:
    """Prints a verdict on what stands in `file`, and gives its status."""
    from emulrules.report.quoting import plain

    said = " ".join(filter(None, (_sentence(verdict, file, language), also)))
    line = plain(f"{file}: {verdict.code}: {said}")
    if verdict.status in _FINDINGS:
        tell(f"{line}\n")
    else:
        click.echo(line, err=True)
    for fault in verdict.faults:
        click.echo(plain(fault.render(language)), err=True)
    return int(verdict.status)


def _typed(text: str, folder: str, level: "Level", language: str) -> int:
    """Prints the verdict on the record in the folder that has the id somebody typed."""
    from emulrules.files.archive import Archive
    from emulrules.files.typed_ids import find_typed
    from emulrules.model.record_id import DIGITS, typed
    from emulrules.wording import say

    filed = find_typed(Archive([folder]), text)
    digits = len(typed(text))
    also = "" if digits == DIGITS else say("id-found", language, count=digits)
    if filed.of is not None:
        from emulrules.verdicts import examine

        return _tell(examine(filed.read(), level), str(filed.path), language, also)  # it stands in a ledger
    return _record(str(filed.path), level, language, also)


def _folder(folder: str, level: "Level", language: str) -> int:
    """Prints a table of the records of a folder and what is wrong with any, and gives the status of the folder."""
    from emulrules.chain import links, worst
    from emulrules.cli.progress import watched
    from emulrules.files.archive import record_files

    cores = os.cpu_count() or 1
    count = len(record_files(folder))
    count, found = links(folder, level, max(1, min(cores, count if level == "rerun" else count // _MANY)))
    checked = list(watched(found, count))
    _table(checked, language)
    for link in checked:
        if link.status != 0:
            _tell_link(link, language)
    return int(worst([link.status for link in checked]))


def _table(checked: "list[Link]", language: str) -> None:
    from emulrules.report.layout import columns
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    heading = [say(f"folder-{part}", language) for part in ("file", "cluster", "season", "status")]
    rows = [
        [
            plain(link.path.name),
            plain(link.verdict.cluster or "-"),
            plain(link.verdict.season or "-"),
            f"{int(link.status)} {say(f'folder-status-{int(link.status)}', language)}",
        ]
        for link in checked
    ]
    wrong = sum(link.status != 0 for link in checked)
    table = columns([heading, *rows], indent=0)
    tell("\n".join([*table, "", say("folder-count", language, count=len(checked), wrong=wrong)]) + "\n")


def _tell_link(link: "Link", language: str) -> None:
    """A record with the verdict on it and on those that it names; what is wrong with it follows on stderr."""
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

    sentence = verdict.sentence(language)
    if verdict.matches and not witness_path(Path(file)).exists():
        return f"{sentence} {say('replay-alone', language)}"
    return sentence
