"""What several verbs share: their options, and a season decided from its files with every fault in its place."""

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from emulrules.cli.program import LANGUAGE

if TYPE_CHECKING:
    from emulrules.files.document import Document
    from emulrules.model.decision import Decision
    from emulrules.model.ruleset import Ruleset
    from emulrules.model.season import Season

__all__ = [
    "Decided",
    "decided",
    "decided_under",
    "format_option",
    "language_option",
    "records_option",
    "rulesets_option",
]

F = TypeVar("F", bound=Callable[..., Any])


class Decided(NamedTuple):
    """A decision, and the documents that it was made from."""

    season: "Document[Season]"
    ruleset: "Document[Ruleset]"
    decision: "Decision"

    @property
    def listed(self) -> tuple[str, ...]:
        """The ids of the criteria as the files list them: those of the ruleset, then those that the cluster signed."""
        return tuple(each.id for each in (*self.ruleset.value.criteria, *self.season.value.criteria))


def decided(season: str, rulesets: Sequence[str], records: Sequence[str] = ()) -> Decided:
    """Decides the season in the file `season`; former records stand beside it, or in the folders and ledgers `records`.

    Raises whatever refuses it, with the places of its faults.
    """
    from emulrules.errors import SeasonError
    from emulrules.files.library import read_ruleset
    from emulrules.files.season import read_season

    season_document = read_season(season, records)
    try:
        ruleset_document = read_ruleset(season_document.value, rulesets)
        decision = decided_under(season_document.value, ruleset_document)
    except SeasonError as error:
        raise season_document.located(error) from error
    return Decided(season_document, ruleset_document, decision)


def decided_under(season: "Season", document: "Document[Ruleset]") -> "Decision":
    """Decides `season` under the ruleset in `document`.

    Raises `SeasonError` by paths of the season; what refuses the ruleset or its plugin has its place already.
    """
    from emulrules.engine import decide
    from emulrules.errors import PluginError, RulesetError, SeasonError
    from emulrules.plugins.load import load_policy

    try:
        # What a plugin prints is no part of a decision, and would stand where programs read one.
        with redirect_stdout(sys.stderr):
            return decide(season, document.value, load_policy(document.value))
    except SeasonError as error:
        names = {id_: unit.name for id_, unit in document.value.units.items()}
        raise SeasonError([fault.naming(names) for fault in error.faults]) from error
    except RulesetError as error:
        raise document.located(error) from error
    except PluginError as error:
        # A plugin stands in no file of ours; the ruleset chooses it on this line.
        raise PluginError([fault.at(*document.place(("policy",))) for fault in error.faults]) from error


def _remember(ctx: click.Context, _: click.Parameter, value: str) -> str:
    """Keeps the language where refusals are told, too."""
    ctx.meta[LANGUAGE] = value
    return value


def language_option(command: F) -> F:
    """`--lang`, which changes text only."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["vi", "en"]),
        default="vi",
        is_eager=True,
        callback=_remember,
        help="Ngôn ngữ. Language of the text.",
    )(command)


def format_option(command: F) -> F:
    """`--format`, of a text for people or an object for programs."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Văn bản hoặc JSON. Text or JSON.",
    )(command)


def rulesets_option(command: F) -> F:
    """`--rulesets`, as often as there are folders."""
    return click.option(
        "--rulesets",
        multiple=True,
        metavar="DIR",
        help="Thư mục quy chế, tìm trước các quy chế đã cài. Folder of rulesets, searched before those installed.",
    )(command)


def records_option(command: F) -> F:
    """`--records`, as often as there are folders and ledgers."""
    return click.option(
        "--records",
        multiple=True,
        metavar="DIR|LEDGER",
        help="Thư mục hoặc sổ có hồ sơ các năm trước, ngoài thư mục của tệp. Folder or ledger of former records,"
        " besides the folder of the file.",
    )(command)
