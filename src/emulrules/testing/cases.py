"""A case: a season, the ruleset that governs it and the policy that the ruleset names; what every law is tried on."""

from attrs import evolve

from emulrules.engine import decide
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.point_table import point_table
from emulrules.policy import Policy
from emulrules.roster import roster
from emulrules.testing.turnout import Turnout
from emulrules.value import frozen
from emulrules.voters import Voters

__all__ = ["Case", "before_of"]


@frozen
class Case:
    """One cluster's year that can be decided, with acts or without.

    `is_invented`: the ruleset was invented, too, so that a law may invent what it lacks. It says nothing of others.
    """

    season: Season
    ruleset: Ruleset
    policy: Policy
    is_invented: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of the cluster's members in this season."""
        return roster(self.season, self.ruleset).members

    @property
    def rules(self) -> Ruleset:
        """The ruleset with the criteria of the cluster's table alone, its own among them."""
        return point_table(self.ruleset, self.season)

    @property
    def turnout(self) -> Turnout:
        """How many vote in this season."""
        return Turnout.of(self.season, self.ruleset, self.members)

    @property
    def voters(self) -> Voters:
        """Who can vote, as far as the season and its acts say it."""
        stated = Turnout(Voters.of(self.season, self.ruleset, self.members))
        for act in self.season.acts:
            stated = stated.told(act)
        return stated.voters

    @property
    def source(self) -> str:
        """A source that acts may rest on."""
        return min(self.season.sources)

    def decide(self) -> Decision:
        """What comes out. Raises what `engine.decide` raises."""
        return decide(self.season, self.ruleset, self.policy)

    def with_acts(self, *acts: Act) -> "Case":
        """The case with `acts` besides those that it has."""
        return self.with_only((*self.season.acts, *acts))

    def with_only(self, acts: tuple[Act, ...]) -> "Case":
        """The case with `acts` in the place of those that it has."""
        return evolve(self, season=evolve(self.season, acts=acts))

    def under(self, ruleset: Ruleset) -> "Case":
        """The case as another `ruleset` of the same policy has it, with the facts that this asks for."""
        gone = self.ruleset.facts - ruleset.facts
        facts = Table({fact: units for fact, units in self.season.facts.items() if fact not in gone})
        return evolve(self, ruleset=ruleset, season=evolve(before_of(self.season, ruleset), facts=facts))


def before_of(season: Season, ruleset: Ruleset) -> Season:
    """The season with what it says of the season before only as far as `ruleset` asks for it."""
    won = {award: units for award, units in season.before.items() if award in ruleset.won_before}
    had = {fact: units for fact, units in season.facts_before.items() if fact in ruleset.had_before}
    return evolve(season, before=Table(won), facts_before=Table(had))
