"""Choosing a ruleset by what was typed: its id, and a day, a season or neither."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from emulrules.files.document import Document
    from emulrules.model.ruleset import Ruleset

__all__ = ["chosen", "named"]


def chosen(
    ruleset: str, folders: Sequence[str], *, in_force: str | None = None, season: str | None = None
) -> "Document[Ruleset]":
    """The merged ruleset of that id: in force from that day, or governing that season, or else the newest.

    Raises `RulesetError` or `SeasonError` where there is none.
    """
    from emulrules.errors import Fault, RulesetError, SeasonError
    from emulrules.files.library import Library
    from emulrules.files.season import season_id_faults
    from emulrules.model.season import Season

    day = None if in_force is None else _day(in_force)
    if season is not None and (faults := list(season_id_faults(season, ("season",)))):
        raise SeasonError(faults)
    library = Library(folders)
    dates = library.dates(ruleset)
    if not dates:
        known = ", ".join(sorted({listed.id for listed in library.listed})) or "-"
        raise RulesetError(Fault("unknown-ruleset", (), {"name": ruleset, "known": known}))
    if season is not None:
        return library.choose(Season(ruleset, "", season, day))
    return library.read(ruleset, dates[-1] if day is None else day)


def named(text: str, folders: Sequence[str], hint: str) -> "Document[Ruleset]":
    """The merged ruleset that `text` names: a file (`….toml`), `ID@DATE`, or the newest of an `ID`.

    Raises `RulesetError` or `FileError` where there is none; `hint` is the argument that a slip is told of.
    """
    if text.endswith(".toml"):
        from emulrules.files.library import Library

        return Library(folders).open(text)
    ruleset, at, day = text.partition("@")
    return chosen(ruleset, folders, in_force=str(_day(day, hint)) if at else None)


def _day(text: str, hint: str = "--in-force") -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("NĂM-THÁNG-NGÀY, YEAR-MONTH-DAY.", param_hint=hint) from None
