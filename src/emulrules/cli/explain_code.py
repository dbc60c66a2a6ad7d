"""`emulrules explain-code`: what one code means, who mends it and how; or the page of all codes."""

import click

from emulrules.cli.options import language_option
from emulrules.cli.program import tell

__all__ = ["explain_code"]


@click.command(
    "explain-code",
    short_help="Giải thích một mã lỗi. Explain a code.",
    help="Giải thích một mã lỗi, mã phát hiện hoặc mã cảnh báo.\n\nExplain the code of a refusal, finding or warning.",
)
@click.argument("code", required=False)
@click.option("--all", "all_", is_flag=True, help="In trang tra cứu mọi mã. Print the page of all codes.")
@language_option
def explain_code(code: str | None, all_: bool, language: str) -> None:
    """Prints what a code means. One that does not exist is refused with those most like it."""
    from emulrules.codes import codes, codes_like
    from emulrules.errors import EmulrulesError, Fault
    from emulrules.report.codes import code_page, code_text

    known = codes()
    if all_:
        tell(code_page(known.values()))
        return
    if code is None:
        raise click.MissingParameter(param_type="argument", param_hint="CODE")
    if code in known:
        tell(code_text(known[code], language))
        return
    if not (alike := codes_like(code)):
        raise EmulrulesError(Fault("code-unknown-alone", (), {"name": code}))
    raise EmulrulesError(Fault("code-unknown", (), {"name": code, "near": ", ".join(alike)}))
