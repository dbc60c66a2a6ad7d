"""A case: a season, the ruleset that governs it and the policy that the ruleset names; what every law is tried on."""

from attrs import evolve, frozen
from hypothesis import strategies as st

from emulrules.engine import decide
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season
from emulrules.plugins import load_policy
from emulrules.policy import Policy
from emulrules.roster import roster
from emulrules.testing.rulesets import rulesets
from emulrules.testing.seasons import seasons

__all__ = ["Case", "cases", "cases_of"]


@frozen
class Case:
    """One cluster's year that can be decided, with acts or without."""

    season: Season
    ruleset: Ruleset
    policy: Policy

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of the cluster's members in this season."""
        return roster(self.season, self.ruleset).members

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
        """The case as another `ruleset` of the same policy has it."""
        return evolve(self, ruleset=ruleset)


@st.composite
def cases_of(draw: st.DrawFn, ruleset: Ruleset, policy: Policy | None = None, *, scored: bool | None = None) -> Case:
    """A random season of `ruleset`, without acts; `policy` is the one that the ruleset names where none is given."""
    return Case(draw(seasons(ruleset, scored=scored)), ruleset, load_policy(ruleset) if policy is None else policy)


@st.composite
def cases(draw: st.DrawFn, *, least: int = 2, scored: bool | None = None) -> Case:
    """A random season of a random ruleset of the standard policy, with at `least` so many units."""
    return draw(cases_of(draw(rulesets(least=least)), scored=scored))
