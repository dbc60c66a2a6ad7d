"""`emulrules bundle`: a record, its verifier and all that belongs to it in one file that runs with Python alone."""

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

__all__ = ["bundle"]


@click.command(
    short_help="Gói hồ sơ thành một tệp tự kiểm. Bundle a record.",
    help="Gói hồ sơ, chương trình kiểm tra, tệp kèm, tệp nguồn và báo cáo thành một tệp chạy được bằng Python.\n\n"
    "Bundle a record with its verifier, witness, sources and report into one file that Python runs. Status 0: written;"
    " 10 to 15: the record does not stand, see `replay`.",
)
@click.argument("record", metavar="RECORD")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="Tệp mới, thường có đuôi .pyz. The new file, mostly one that ends in .pyz.",
)
@click.option(
    "--sources",
    multiple=True,
    metavar="DIR",
    help="Thư mục có tệp nguồn, ngoài thư mục của hồ sơ. Folder of source files, besides the folder of the record.",
)
@language_option
@click.pass_context
def bundle(ctx: click.Context, record: str, output: str, sources: tuple[str, ...], language: str) -> None:
    """Says what was bundled; what the bundle lacks, or why there is none, stands on stderr."""
    from emulrules.bundle import bundle as make
    from emulrules.errors import Fault
    from emulrules.model.record_id import grouped
    from emulrules.report.quoting import plain
    from emulrules.wording import say

    made = make(record, output, sources)
    verdict = made.verdict
    if not verdict.matches:
        click.echo(plain(Fault("bundle-record-refused", file=record).render(language)), err=True)
        click.echo(plain(f"{record}: {verdict.code}: {verdict.sentence(language)}"), err=True)
    for fault in (*verdict.faults, *made.notes):
        click.echo(plain(fault.render(language)), err=True)
    if verdict.matches:
        tell(say("told-bundle-made" if made.new else "told-bundle-known", language, count=len(made.files)) + "\n")
        tell(say("told-bundle-record", language, record=grouped(str(verdict.record))) + "\n")
    ctx.exit(int(verdict.status))
