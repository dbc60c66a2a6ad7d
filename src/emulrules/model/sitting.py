"""A sitting: what a council had before it when it reviewed its clusters' decisions, and what it decided."""

from datetime import date

from emulrules.model.season import Act, Council, Season
from emulrules.model.source import Source
from emulrules.model.table import Table, table
from emulrules.value import field, frozen

__all__ = ["Cited", "Seated", "Sitting"]


@frozen
class Cited:
    """A cluster's decision by the id of its record, and the file beside the council's in which the record stands."""

    record: str
    file: str | None = None


@frozen
class Seated:
    """Which of the ruleset's councils it is, and how many members it has, None where it is not stated."""

    id: str
    members: int | None = None


@frozen
class Sitting:
    """One council, one season: the `decisions` that it reviews, facts about units, and its acts."""

    ruleset: str
    season: str
    council: Seated
    decisions: tuple[Cited, ...] = ()
    in_force: date | None = None
    sources: Table[str, Source] = field(factory=Table, converter=table)
    facts: Table[str, tuple[str, ...]] = field(factory=Table, converter=table)
    acts: tuple[Act, ...] = ()

    @property
    def as_season(self) -> Season:
        """The sitting as the season of its council, which is what its decision keeps."""
        return Season(
            self.ruleset,
            self.council.id,
            self.season,
            self.in_force,
            self.sources,
            council=Council(self.council.members),
            facts=self.facts,
            acts=self.acts,
        )
