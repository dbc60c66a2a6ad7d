"""Which cells a policy reads: of the leaves that only it can measure, no ruleset says what their cells hold.

A plugin is asked about one year for each form that a cell can have; the forms that it does not refuse are those that
invented seasons use. One that reads none of them is told so with a number, the plainest.
"""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from emulrules.errors import PluginError, SeasonError
from emulrules.model.answers import GateFacts
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.policy import Policy
from emulrules.resolution import resolve, trim
from emulrules.roster import roster
from emulrules.testing.chance import Lots
from emulrules.testing.criteria import FORMS, Form
from emulrules.testing.sheets import invent_column

__all__ = ["forms_read"]

_SOURCE: Final = "bien-ban"
_TRIES: Final = 2
"""A form may be read with one figure and not with another: then it is not refused, but found wrong by a law."""


def forms_read(ruleset: Ruleset, policy: Policy) -> Mapping[str, tuple[Form, ...]]:
    """By leaf of the method `policy`, the forms of its cells that `policy` reads, of any of the ruleset's clusters."""
    found: dict[str, tuple[Form, ...]] = {}
    for cluster in sorted(ruleset.clusters):
        season = Season(ruleset.id, cluster, ruleset.seasons.first, ruleset.in_force, {_SOURCE: Source(_SOURCE)})
        units = roster(season, ruleset)
        given = resolve(season, ruleset, units)
        rules = trim(ruleset, given, units)
        for leaf in rules.criteria:
            if leaf.method != "policy" or leaf.id in found:
                continue
            sheet = _Sheet(rules, given, policy, units.members, found)
            found[leaf.id] = tuple(form for form in FORMS if sheet.reads(leaf, form)) or FORMS[:1]
    return Table(found)


class _Sheet:
    """The scores of one year, with the forms that were found to be read so far."""

    def __init__(
        self,
        rules: Ruleset,
        season: Season,
        policy: Policy,
        members: tuple[str, ...],
        found: Mapping[str, tuple[Form, ...]],
    ) -> None:
        self._rules = rules
        self._season = season
        self._policy = policy
        self._members = members
        self._found = found

    def reads(self, leaf: Criterion, form: Form) -> bool:
        """Whether the policy gives points for cells of that form, in any of a few years."""
        return any(self._measures(leaf, form, Lots(f"{leaf.id} {form} {number}")) for number in range(_TRIES))

    def _measures(self, leaf: Criterion, form: Form, lots: Lots) -> bool:
        forms = {**self._found, leaf.id: (form,)}
        scores = {
            each.id: invent_column(lots, self._rules, each, self._members, forms.get(each.id, FORMS[:1]))
            for each in self._rules.criteria
            if each.method is not None
        }
        season = evolve(self._season, scores=Table(scores))
        asked = {"ruleset": self._rules, "season": season, "criterion": leaf, "gates": GateFacts()}
        try:
            self._policy.ask("criterion_points", leaf.id, **asked)
        except (PluginError, SeasonError):
            return False
        return True
