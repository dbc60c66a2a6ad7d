"""Criteria that only a plugin measures, beside ordinary ones: such a ministry can keep every law."""

import os
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from building import ELECTED, choose, criterion, gate, order, ruleset, tie
from building import award as award_of

from emulrules import DEFER, Award, Criterion, GateFacts, Hooks, Points, Quota, Ruleset, Season, Undefined, hookimpl
from emulrules.model.answers import Defer
from emulrules.model.cell import Held, Mark, Net, Ratio
from emulrules.plugins import policy_of
from emulrules.roster import roster
from emulrules.sums import totals_of
from emulrules.testing.chance import Lots
from emulrules.testing.laws import LAWS, Law
from emulrules.testing.reading import forms_read
from emulrules.testing.seasons import invent_season
from emulrules.testing.trial import try_law

NAME: Final = "do-rieng"
RULESET: Final = evolve(
    ruleset(
        "abcd",
        criteria=(criterion("diem", max="2"), criterion("deo-dai", "policy", max="40")),
        order=order("points", 1),
        ties=(tie("diem-truoc", "criterion", criterion="diem"), tie("bieu-quyet", "decision", asks="chair")),
        gates=(gate("bi-loai", "vi-pham"),),
        awards=(award_of("co", choose("xep-hang", "standing"), quota=1),),
        headship=ELECTED,
        undefined=(),
    ),
    policy=NAME,
)
ALONE: Final = evolve(RULESET, criteria=RULESET.criteria[1:], ties=RULESET.ties[1:])
"""Nothing but the plugin gives points."""

EXAMPLES: Final = 100 if os.environ.get("EMULRULES_DEPTH") == "deep" else 4


class _Measuring(Hooks):
    """Half of a figure, and what `_measured` makes of one cell; nothing where there are no cells."""

    name = NAME
    authority = "Không ai"

    @hookimpl
    def criterion_points(
        self, ruleset: Ruleset, season: Season, criterion: Criterion, gates: GateFacts
    ) -> Points | Undefined:
        cells = season.scores.get(criterion.id)
        if cells is None:
            return Undefined(f"criteria.{criterion.id}", criterion.basis)
        out = {gated.unit for gated in gates.gated if gated.effect == "out"}
        inside = [unit for unit in roster(season, ruleset).members if unit not in out]
        return Points({unit: self._measured(cells[unit]) for unit in inside}, criterion.rule)

    def _measured(self, cell: Any) -> Fraction:
        return cell / 2  # type: ignore[no-any-return]  # another cell than a number is refused by Python itself


class _OfPlans(_Measuring):
    def _measured(self, cell: Any) -> Fraction:
        return Fraction(min(Fraction(40), 40 * cell.actual / cell.plan))


class _OfCounts(_Measuring):
    def _measured(self, cell: Any) -> Fraction:
        return Fraction(max(0, 10 + cell.plus - cell.minus))


class _OfMarks(_Measuring):
    def _measured(self, cell: Any) -> Fraction:
        return {Mark.PASS: Fraction(40), Mark.FAIL: Fraction(0)}[cell]


class _OfAwards(_Measuring):
    def _measured(self, cell: Any) -> Fraction:
        return Fraction(len(cell.awards))


class _OfNoCell(_Measuring):
    """It gives points by what everybody knows of a unit: how many letters its id has."""

    @hookimpl
    def criterion_points(
        self, ruleset: Ruleset, season: Season, criterion: Criterion, gates: GateFacts
    ) -> Points | Undefined:
        out = {gated.unit for gated in gates.gated if gated.effect == "out"}
        inside = [unit for unit in roster(season, ruleset).members if unit not in out]
        return Points(dict.fromkeys(inside, Fraction(1)), criterion.rule)


class _Reaching(_Measuring):
    """As many awards as units reach half of the points, which its own points are a part of."""

    @hookimpl
    def award_quota(
        self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts
    ) -> Quota | Undefined | Defer:
        if award.id != "co":
            return DEFER
        totals = totals_of(ruleset, season, gates, lambda leaf: self.criterion_points(ruleset, season, leaf, gates))
        if totals is None:
            return Undefined(f"awards.{award.id}.quota", award.basis, "ministry", award.trust)
        return Quota(sum(total >= 2 for total in totals.values()), award.quota_rule)


UNSAID: Final = evolve(RULESET, awards=(award_of("co", choose("xep-hang", "standing")),))
"""The plugin alone says how many may be proposed."""

EVERY: Final[list[Law]] = [law for laws in LAWS.values() for law in laws]


@pytest.mark.parametrize("law", EVERY, ids=lambda law: law.__name__)
@pytest.mark.parametrize("plugin", [_Measuring, _OfPlans])
def test_a_plugin_that_measures_one_criterion_beside_an_ordinary_one_keeps_the_law(
    law: Law, plugin: type[Hooks]
) -> None:
    assert None is try_law(law, RULESET, policy_of(plugin, RULESET), examples=EXAMPLES).broken


@pytest.mark.parametrize("law", EVERY, ids=lambda law: law.__name__)
def test_a_plugin_whose_quota_turns_on_totals_keeps_the_law(law: Law) -> None:
    assert None is try_law(law, UNSAID, policy_of(_Reaching, UNSAID), examples=EXAMPLES).broken


@pytest.mark.parametrize("plugin", [_Measuring, _OfNoCell])
def test_a_plugin_that_gives_all_points_keeps_every_law(plugin: type[Hooks]) -> None:
    for law in EVERY:
        assert None is try_law(law, ALONE, policy_of(plugin, ALONE), examples=2).broken


@pytest.mark.parametrize(
    ("plugin", "form", "kind"),
    [
        (_Measuring, "number", Fraction),
        (_OfPlans, "ratio", Ratio),
        (_OfCounts, "net", Net),
        (_OfMarks, "mark", Mark),
        (_OfAwards, "held", Held),
    ],
)
def test_invented_cells_have_the_form_that_the_plugin_reads(plugin: type[Hooks], form: str, kind: type) -> None:
    reads = forms_read(RULESET, policy_of(plugin, RULESET))
    assert {"deo-dai": (form,)} == dict(reads)
    season = invent_season(Lots("1"), RULESET, scored=True, reads=reads)
    assert {kind} == {type(cell) for cell in season.scores["deo-dai"].values()}


def test_a_plugin_that_reads_no_cell_takes_any() -> None:
    assert 5 == len(forms_read(RULESET, policy_of(_OfNoCell, RULESET))["deo-dai"])


def test_a_season_without_any_score_has_no_cell_of_a_policy_either() -> None:
    season = invent_season(Lots("1"), RULESET, scored=False)
    assert {} == season.scores
