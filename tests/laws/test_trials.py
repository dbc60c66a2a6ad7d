"""Trials: the smallest season that breaks a law, found from seeds, and what a season can do without."""

from attrs import evolve
from law_breaking import RULESET, STANDARD
from law_policies import by_name, negative

from emulrules.model.season import Former
from emulrules.model.table import Table
from emulrules.testing import try_law
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws.alone import a_twin_stands_beside_its_twin
from emulrules.testing.laws.ranking import more_points_never_rank_lower
from emulrules.testing.seasons import invent_season
from emulrules.testing.smaller import smallest
from emulrules.testing.trial import Broken
from emulrules.testing.twisted import Twisted

CASE = Case(invent_season(Lots("năm"), RULESET, scored=True), RULESET, STANDARD)


def test_a_policy_that_breaks_no_law_is_tried_on_every_season() -> None:
    trial = try_law(more_points_never_rank_lower, RULESET, STANDARD, examples=4)
    assert (4, None) == (trial.examples, trial.broken)
    assert 0 < trial.met <= trial.examples


def test_the_first_season_that_breaks_a_law_ends_the_trial_and_is_made_smaller() -> None:
    twin = Twisted(STANDARD, "tie_break_keys", by_name)
    trial = try_law(a_twin_stands_beside_its_twin, RULESET, twin, examples=50)
    assert trial.examples < 50
    assert trial.broken is not None
    assert 1 == len(trial.broken.case.members)
    assert "stands at 1, and don-vi-khac, which is like it, at 2" in str(trial.broken.error)


def test_without_a_try_the_season_is_told_as_it_was_found() -> None:
    less = Twisted(STANDARD, "criterion_weights", negative)
    found, small = (
        try_law(more_points_never_rank_lower, RULESET, less, examples=9, tries=tries).broken for tries in (0, 200)
    )
    assert found is not None
    assert small is not None
    assert len(small.case.members) < len(found.case.members)


def test_whatever_nothing_turns_on_is_left_out() -> None:
    season = smallest(CASE, lambda _: True, 500).season
    assert not season.scores
    assert not season.facts
    assert 1 == len(Case(season, RULESET, STANDARD).members)


def test_what_is_needed_stays_and_only_becomes_less() -> None:
    kept = smallest(CASE, lambda case: "diem" in case.season.scores, 500)
    assert {"diem", "phu"} == set(kept.season.scores)
    assert {0} == {cell for row in kept.season.scores.values() for cell in row.values()}
    assert 1 == len(kept.members)


def test_a_season_that_broke_a_law_states_itself_what_it_took_from_a_former_one() -> None:
    former = Former("0" * 64, "Không ai", head="b")
    case = evolve(
        CASE, season=evolve(CASE.season, outgoing=type(CASE.season.outgoing)(), former=Table({"2020": former}))
    )
    season = Broken(case, AssertionError(), again=True).season
    assert "b" == season.outgoing.head
    assert not season.former
