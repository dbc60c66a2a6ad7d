"""`emulrules ledger`: keeps records in an append-only file, checks it, and says what is in it."""

from typing import TYPE_CHECKING

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell
from emulrules.cli.usage import Verbs

if TYPE_CHECKING:
    from emulrules.model.entry import Entry
    from emulrules.verdicts import Level

__all__ = ["ledger"]


@click.group(
    cls=Verbs,
    short_help="Sổ hồ sơ chỉ ghi thêm. A ledger of records.",
    help="Giữ hồ sơ trong một sổ chỉ ghi thêm.\n\nKeep records in a file that only grows.",
)
def ledger() -> None:
    """Holds `init`, `append`, `verify`, `log` and `head`."""


@ledger.command(short_help="Lập sổ trống. Make an empty ledger.", help="Lập sổ trống.\n\nMake an empty ledger.")
@click.argument("file", metavar="LEDGER")
@language_option
def init(file: str, language: str) -> None:
    """Makes the file, which may not exist yet."""
    from emulrules.ledger import init as make

    head = make(file)
    _say("told-ledger-made", language)
    _say("told-ledger-head", language, head=head)


@ledger.command(
    short_help="Ghi một hồ sơ vào sổ. Append a record.",
    help="Ghi một hồ sơ vào cuối sổ, sau khi tính lại và trước khi đọc lại.\n\n"
    "Append a record: it is decided again first, and read back from the file afterwards.",
)
@click.argument("file", metavar="LEDGER")
@click.argument("record", metavar="RECORD")
@click.option(
    "--supersedes",
    metavar="ID",
    help="Hồ sơ của cùng năm mà hồ sơ này sửa lại. The record of the same season that this one corrects.",
)
@click.option(
    "--start",
    is_flag=True,
    help="Sổ bắt đầu từ đây: hồ sơ các năm trước có thể không có trong sổ. The ledger starts here: records of earlier"
    " seasons may be missing.",
)
@language_option
def append(file: str, record: str, supersedes: str | None, start: bool, language: str) -> None:
    """Prints the id and the head once the record was read back."""
    from emulrules.ledger import append as add
    from emulrules.report.quoting import plain

    done = add(file, record, supersedes=_id(supersedes), start=start)
    for note in done.notes:
        click.echo(plain(note.render(language)), err=True)
    _say("told-ledger-recorded" if done.new else "told-ledger-known", language, n=done.entry.n)
    _say("told-ledger-record-id", language, record=done.entry.record)
    _say("told-ledger-head", language, head=done.head)


@ledger.command(
    short_help="Kiểm tra sổ. Check a ledger.",
    help="Kiểm tra tệp sổ, chuỗi và từng hồ sơ trong sổ.\n\nCheck a ledger's file, its chain and every record in it."
    " Status 0: match; 10 to 17: what differs, see the manual.",
)
@click.argument("file", metavar="LEDGER")
@click.option(
    "--level",
    type=click.Choice(["verify", "recompute"]),
    default="recompute",
    help="Chỉ kiểm tra từng hồ sơ, hoặc quyết định lại từ hồ sơ. Check each record alone, or decide again from it.",
)
@click.option(
    "--head", metavar="HEAD", help="Mã đầu sổ cũ, phải nằm trên chuỗi. An old head, which must lie on the chain."
)
@click.option(
    "--records",
    metavar="DIR",
    help="Lập lại sổ từ các tệp hồ sơ của thư mục và so sánh. Rebuild it from the records of a folder, and compare.",
)
@language_option
@click.pass_context
def verify(ctx: click.Context, file: str, level: str, head: str | None, records: str | None, language: str) -> None:
    """Prints the verdict and the head, and ends with the verdict's status."""
    from emulrules.ledger import verify as check
    from emulrules.report.quoting import plain

    depth: Level = "verify" if level == "verify" else "recompute"
    checked = check(file, depth, head=_id(head), records=records)
    line = plain(f"{file}: {checked.code}: {checked.sentence(language)}")
    if checked.matches:
        tell(f"{line}\n")
        _say("told-ledger-head", language, head=checked.head)
    else:
        click.echo(line, err=True)
    for fault in checked.faults:
        click.echo(plain(fault.render(language)), err=True)
    ctx.exit(int(checked.status))


@ledger.command(
    "log",
    short_help="Liệt kê hồ sơ trong sổ. List what a ledger holds.",
    help="Liệt kê hồ sơ trong sổ theo thứ tự ghi.\n\nList the records of a ledger in the order of appending.",
)
@click.argument("file", metavar="LEDGER")
@language_option
def log(file: str, language: str) -> None:
    """Prints a line an entry: row, cluster, season, record, and what it supersedes."""
    from emulrules.ledger import entries
    from emulrules.report.listing import listed

    heading = ("column-number", "column-cluster", "column-season", "column-id", "column-supersedes")
    tell(listed(heading, map(_row, entries(file)), language))


@ledger.command(
    short_help="In mã đầu sổ. Print the head of a ledger.",
    help="In số hồ sơ và mã đầu sổ, để ghi vào biên bản.\n\n"
    "Print how many records there are, and the head: write it into the minutes.",
)
@click.argument("file", metavar="LEDGER")
@language_option
def head(file: str, language: str) -> None:
    """Prints how many records there are, and the digest of the last entry."""
    from emulrules.ledger import head as last

    count, digest = last(file)
    _say("told-ledger-count", language, count=count)
    _say("told-ledger-head", language, head=digest)


def _say(code: str, language: str, **data: object) -> None:
    """Prints a sentence, ids in groups."""
    from emulrules.model.record_id import grouped
    from emulrules.wording import say

    told = {key: grouped(str(value)) if key in ("head", "record") else value for key, value in data.items()}
    tell(say(code, language, **told) + "\n")


def _id(text: str | None) -> str | None:
    """An id that was typed, as it is kept. Raises `FileError` where it is none, `LedgerError` where it is not whole."""
    if text is None:
        return None
    from emulrules.model.record_id import DIGITS, typed

    digits = typed(text)
    if len(digits) < DIGITS:
        from emulrules.errors import Fault, LedgerError

        raise LedgerError(Fault("ledger-id", (), {"got": len(digits), "due": DIGITS}))
    return digits


def _row(entry: "Entry") -> tuple[str, ...]:
    return (str(entry.n), entry.cluster, entry.season, entry.record, entry.supersedes or "")
