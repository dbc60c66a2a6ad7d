"""`emulrules review`: a council decides on what its clusters propose."""

import os
from typing import TYPE_CHECKING

import click

from emulrules.cli.identified import kept_of
from emulrules.cli.options import format_option, language_option, rulesets_option
from emulrules.cli.program import PENDING, tell

if TYPE_CHECKING:
    from emulrules.cli.options import Decided
    from emulrules.model.decision import Decision

__all__ = ["review"]


@click.command(
    short_help="Hội đồng xét đề nghị của các cụm. Review what clusters propose.",
    help="Hội đồng cấp trên xét đề nghị của các cụm, khối.\n\n"
    "A council reviews what its clusters propose. Status 0: complete, 3: questions are open.",
)
@click.argument("council")
@rulesets_option
@format_option
@language_option
@click.option("--record", metavar="FILE", help="Ghi hồ sơ quyết định vào tệp mới. Write the record to a new file.")
@click.pass_context
def review(
    ctx: click.Context, council: str, rulesets: tuple[str, ...], form: str, language: str, record: str | None
) -> None:
    """Prints the council's decision; a record is written only when everything else has succeeded."""
    from emulrules.cli.circumstances import circumstances

    if record is not None and os.path.realpath(record) == os.path.realpath(council):
        raise click.UsageError("COUNCIL và --record phải là các tệp khác nhau. They must be different files.")
    found = _reviewed(council, rulesets)
    shown = _shown(found.decision, form, language, record)
    if record is not None:
        from emulrules.files.record import write_record

        write_record(found.decision, record, circumstances(found))
    tell(shown)
    ctx.exit(PENDING if found.decision.status == "pending" else 0)


def _reviewed(council: str, rulesets: tuple[str, ...]) -> "Decided":
    """Reviews the sitting in the file `council`. Raises whatever refuses it, with the places of its faults."""
    from emulrules.cli.options import Decided
    from emulrules.councils import review as decide
    from emulrules.errors import RulesetError, SeasonError
    from emulrules.files.council import read_cited, read_council
    from emulrules.files.document import Document
    from emulrules.files.library import read_ruleset

    document = read_council(council)
    records = read_cited(document)
    try:
        ruleset = read_ruleset(document.value.as_season, rulesets)
        decision = decide(records, ruleset.value, document.value)
    except SeasonError as error:
        raise document.located(error) from error
    except RulesetError as error:
        raise ruleset.located(error) from error
    as_season = Document(document.value.as_season, document.files, document.find)
    return Decided(as_season, ruleset, decision)


def _shown(decision: "Decision", form: str, language: str, record: str | None) -> str:
    """The decision as JSON, which knows no language, or as a text."""
    if form == "json":
        from emulrules.files.decision_json import to_json

        return to_json(decision)
    from emulrules.report.council import text

    return text(decision, language, kept_of(decision, record))
