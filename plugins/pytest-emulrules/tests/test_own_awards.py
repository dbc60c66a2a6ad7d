"""Laws on awards try those of the ruleset, whose quotas its plugin says."""

from fractions import Fraction

from attrs import evolve
from building import award, choose, criterion
from hostile import PLAIN, SHARED, WIDE, RoundedUp

from emulrules import DEFER, Award, GateFacts, Hooks, Quota, Ruleset, Season, hookimpl
from emulrules.model.answers import Defer, Undefined
from emulrules.plugins import policy_of
from emulrules.roster import roster
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws.boundary import a_tie_at_the_line_is_bounded
from emulrules.testing.laws.competing import the_best_are_awarded
from emulrules.testing.laws.shares import a_share_rounded_down_grows_evenly
from emulrules.testing.seasons import invent_season
from emulrules.testing.trial import try_law

EXAMPLES = 30


class _Silent(Hooks):
    """It answers nothing."""

    name = WIDE.policy
    authority = WIDE.authority


class _OfItsOwn(_Silent):
    """It rounds up the share of the one award that it knows, and leaves all others to the ruleset."""

    @hookimpl
    def award_quota(
        self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts
    ) -> Quota | Undefined | Defer:
        return RoundedUp().award_quota(ruleset, season, award, gates) if award.id == "co" else DEFER


class _Thirds(_Silent):
    """A third of the members, rounded down, as no ruleset says it; and whom it was asked about."""

    asked: list[str]

    def __init__(self) -> None:
        self.asked = []

    @hookimpl
    def award_quota(self, ruleset: Ruleset, season: Season, award: Award) -> Quota | Defer:  # type: ignore[override]  # a hook names the arguments that it reads
        self.asked.append(award.id)
        if award.id != "co":
            return DEFER
        members = len(roster(season, ruleset).members)
        return Quota(members // 3, award.quota_rule, members, "floor", Fraction(1, 3))


def test_a_share_of_the_ministrys_own_award_that_grows_unevenly_is_found() -> None:
    broken = try_law(a_share_rounded_down_grows_evenly, SHARED, policy_of(_OfItsOwn, SHARED), examples=EXAMPLES).broken
    assert broken is not None
    assert isinstance(broken.error, BrokenLawError)
    assert "co" == broken.shown[0].ruleset.awards[0].id


def test_a_share_that_only_the_plugin_says_is_tried() -> None:
    ruleset = evolve(PLAIN, awards=(award("co", choose("xep-hang", "standing")),))
    trial = try_law(a_share_rounded_down_grows_evenly, ruleset, policy_of(_Thirds, ruleset), examples=EXAMPLES)
    assert None is trial.broken
    assert 0 < trial.met


def test_laws_on_awards_by_standing_ask_the_plugin_for_the_ministrys_own() -> None:
    for law in (the_best_are_awarded, a_tie_at_the_line_is_bounded):
        plugin = _Thirds()
        trial = try_law(law, WIDE, policy_of(plugin, WIDE), examples=EXAMPLES)
        assert None is trial.broken
        assert 0 < trial.met
        assert "co" in plugin.asked


def test_a_law_on_awards_by_standing_says_nothing_of_a_ruleset_without_one() -> None:
    ruleset = evolve(WIDE, awards=())
    assert 0 == try_law(the_best_are_awarded, ruleset, policy_of(_Silent, ruleset), examples=EXAMPLES).met


def test_figures_are_spread_over_the_scale_now_and_then_and_often_equal() -> None:
    ruleset = evolve(WIDE, criteria=(criterion("diem", max="60"),))
    seasons = [invent_season(Lots(str(seed)), ruleset, scored=True) for seed in range(EXAMPLES)]
    figures = [list(season.scores["diem"].values()) for season in seasons]
    assert 60 in {cell for row in figures for cell in row}
    assert any(isinstance(cell, Fraction) and cell > 3 for row in figures for cell in row)
    ties = sum(len(set(row)) < len(row) for row in figures)
    assert ties * 10 > 8 * len(figures)


def test_a_case_says_whether_its_ruleset_was_invented() -> None:
    season = invent_season(Lots("1"), WIDE)
    assert not Case(season, WIDE, policy_of(_Silent, WIDE)).is_invented
