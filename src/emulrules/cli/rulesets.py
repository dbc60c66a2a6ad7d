"""`emulrules rulesets`: which rulesets can be found, and what one of them says."""

import click

from emulrules.cli.options import language_option, rulesets_option
from emulrules.cli.program import tell
from emulrules.cli.rulesets_diff import diff
from emulrules.cli.usage import Verbs

__all__ = ["rulesets"]


@click.group(cls=Verbs, short_help="Xem các quy chế. Look at rulesets.", help="Xem các quy chế.\n\nLook at rulesets.")
def rulesets() -> None:
    """Holds `diff`, `list` and `show`."""


rulesets.add_command(diff)


@rulesets.command(
    "list",
    short_help="Liệt kê quy chế. List rulesets.",
    help="Liệt kê các quy chế tìm thấy.\n\nList the rulesets that can be found.",
)
@rulesets_option
@language_option
def list_(rulesets: tuple[str, ...], language: str) -> None:
    """Prints a line a ruleset file, by id and then by day; its name and title are enough, so a faulty one is told."""
    from emulrules.files.library import Library
    from emulrules.files.shelves import title_of
    from emulrules.report.listing import listed

    rows = [
        (found.id, found.in_force.isoformat(), title_of(found.path) or "–", found.path)
        for found in Library(rulesets).listed
    ]
    tell(listed(("column-id", "column-in-force", "column-title", "column-file"), rows, language))


@rulesets.command(
    short_help="Xem một quy chế. Show a ruleset.",
    help="Xem một quy chế, kèm phần mà nó mở rộng: mã, mã@ngày áp dụng, hoặc tệp (.toml).\n\n"
    "Show a ruleset, merged with what it extends: ID, ID@DATE or a file (.toml).",
)
@click.argument("ruleset", metavar="ID")
@click.option(
    "--in-force",
    metavar="DATE",
    help="Ngày áp dụng; mặc định là bản mới nhất. The day from which it is in force; the newest by default.",
)
@rulesets_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html"]),
    default="text",
    help="Văn bản, hoặc một tệp HTML để đọc và in. Text, or one HTML file to read and print.",
)
@language_option
def show(ruleset: str, in_force: str | None, rulesets: tuple[str, ...], form: str, language: str) -> None:
    """Prints the ruleset in words, with the basis and trust of each rule."""
    from emulrules.cli.choosing import chosen, named

    found = named(ruleset, rulesets, "ID") if in_force is None else chosen(ruleset, rulesets, in_force=in_force)
    rules = found.value
    if form == "html":
        from emulrules.report.ruleset_html import ruleset_html

        tell(ruleset_html(rules, language))
    else:
        from emulrules.report.ruleset import ruleset_text

        tell(ruleset_text(rules, language))
