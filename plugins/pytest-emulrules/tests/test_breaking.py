"""Each law finds the plugin that breaks it, with a small season; what no plugin can break is the engine's to keep."""

from functools import cache
from pathlib import Path
from typing import Final

import hostile
import pytest
from hostile import (
    ASKED,
    BARRED,
    GATED,
    LED,
    MEETING,
    PLAIN,
    SHARED,
    UNTIED,
    WIDE,
    Alike,
    AllAtOnce,
    AtFirst,
    Backwards,
    ByCompany,
    ByCount,
    ByFacts,
    ByFewest,
    ByGates,
    ByGood,
    ByName,
    ByOthers,
    ByScores,
    ByTold,
    InTime,
    InVain,
    Negative,
    RoundedUp,
    TwoSteps,
)

from emulrules import Hooks, PluginError, Ruleset, Season, SeasonError, decide
from emulrules.files.library import read_ruleset
from emulrules.files.season import read_season
from emulrules.plugins import policy_of
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.laws import LAWS, Law
from emulrules.testing.trial import Trial, try_law
from pytest_emulrules.counterexample import season_file, shown_files, told

BREAKING: Final[dict[str, tuple[type[Hooks], Ruleset]]] = {
    "order_of_input_never_matters": (ByCount, PLAIN),
    "names_of_units_never_matter": (ByName, PLAIN),
    "a_constant_changes_no_standing": (ByScores, PLAIN),
    "more_points_never_rank_lower": (ByFewest, PLAIN),
    "the_others_keep_their_order": (ByCompany, PLAIN),
    "a_twin_stands_beside_its_twin": (ByName, PLAIN),
    "a_longer_chain_refines": (Backwards, PLAIN),
    "a_constant_step_does_nothing": (TwoSteps, PLAIN),
    "only_equals_are_asked_about": (Backwards, PLAIN),
    "keys_turn_on_those_tied_alone": (ByOthers, UNTIED),
    "who_is_not_tied_does_not_matter": (ByOthers, PLAIN),
    "a_loser_that_leaves_costs_one_award": (ByCompany, WIDE),
    "a_better_score_costs_one_award": (ByCompany, WIDE),
    "a_share_rounded_down_grows_evenly": (RoundedUp, SHARED),
    "better_in_two_periods_is_better_in_both": (ByScores, PLAIN),
    "who_is_barred_never_leads": (InTime, BARRED),
    "answering_ends": (ByTold, ASKED),
    "the_order_of_answers_never_matters": (ByTold, ASKED),
    "what_is_settled_stays": (ByFacts, ASKED),
    "every_question_is_relevant": (InVain, LED),
    "any_part_of_the_acts_is_accepted": (ByTold, MEETING),
    "dependent_questions_can_be_answered_at_once": (ByTold, MEETING),
    "a_unit_that_is_out_takes_no_slot": (ByGates, GATED),
    "a_hold_only_delays": (ByGates, GATED),
}
"""By the name of a law: a plugin that breaks it, and a ruleset on which it shows."""

SHOWN_BY_NONE: Final = ("order_of_input_never_matters", "keys_turn_on_those_tied_alone")
"""Laws that are broken in the order of rows of one season, or in an answer that no decision asks for."""

GUARANTEED: Final[dict[str, str]] = {
    "other_units_of_weight_change_no_standing": "the engine multiplies and adds, and no hook is told the weights",
    "greater_everywhere_is_never_less": "no weight below 0 is taken, and the engine adds what is weighed",
    "the_best_are_awarded": "a plugin says how many; the engine takes them from the top",
    "a_tie_at_the_line_is_bounded": "the engine counts the tie and takes all, none or as many as there are slots",
    "better_under_two_weightings_is_better_under_their_sum": "as of weights multiplied",
    "everybody_leads_before_anybody_leads_again": "tried where data says who leads: the engine moves the queue",
    "nobody_overtakes_whoever_joins_and_leaves": "tried where data says who leads: the engine moves the queue",
    "a_silent_tie_is_harmless": "the engine asks of every tie that a line runs through, and no hook is told the places",
    "an_act_too_many_is_refused": "hooks see no acts: the engine holds them against what it asked",
    "another_answer_is_refused": "hooks see no acts: the engine holds them against what it asked",
    "steps_alone_give_the_outcome": "the engine writes the steps, and the outcome is read from them",
    "hook_answers_are_enough": "the engine records each answer as it was checked",
    "a_record_is_enough": "what an answer may hold is what a record can hold",
    "a_slot_that_falls_free_goes_to_one_other": "hooks see no acts, and are asked nothing once awards are decided",
    "the_end_of_a_hold_changes_states_only": "hooks see no acts, and are asked nothing once awards are decided",
}
"""Laws that no plugin can break that answers alike when it is asked alike, and why."""

NAMED: Final[dict[str, Law]] = {law.__name__: law for laws in LAWS.values() for law in laws}
EXAMPLES: Final = 200
TRIES: Final = 40
COSTLY: Final = {"every_question_is_relevant": 8}
"""So few smaller seasons of a law that looks at forty ways to answer the rest of each."""

FEW: Final = 4


def tried(name: str, plugin: type[Hooks], ruleset: Ruleset, examples: int = EXAMPLES) -> Trial:
    return try_law(NAMED[name], ruleset, policy_of(plugin, ruleset), examples=examples, tries=COSTLY.get(name, TRIES))


@cache
def found(name: str) -> Trial:
    """What the plugin that breaks the law gives, made once for all that is asked of it."""
    return tried(name, *BREAKING[name])


@pytest.mark.parametrize("name", BREAKING)
def test_a_plugin_that_breaks_a_law_is_caught_with_a_small_season_that_can_be_decided(
    name: str, tmp_path: Path
) -> None:
    plugin, ruleset = BREAKING[name]
    broken = found(name).broken
    assert broken is not None
    assert isinstance(broken.error, BrokenLawError)
    assert len(broken.case.members) <= (5 if ruleset is WIDE else 3)
    path = tmp_path / "season.toml"
    path.write_text(season_file(NAMED[name], broken, "en"), encoding="utf-8")
    decision = decide(read_season(path).value, ruleset, policy_of(plugin, ruleset))
    assert broken.case.members == tuple(unit.id for unit in decision.units)


def outcome_of(season: Season, ruleset: Ruleset, plugin: type[Hooks]) -> object:
    try:
        decision = decide(season, ruleset, policy_of(plugin, ruleset))
    except SeasonError as refused:
        return refused.code
    return decision.status, decision.standings, decision.awards, decision.offices, decision.questions


@pytest.mark.parametrize("name", BREAKING)
def test_what_a_law_made_of_the_season_decides_alike_from_its_files(name: str, tmp_path: Path) -> None:
    plugin, ruleset = BREAKING[name]
    broken = found(name).broken
    assert broken is not None
    assert isinstance(broken.error, BrokenLawError)
    assert (name in SHOWN_BY_NONE) == (not broken.error.cases)
    for year, case in zip(shown_files(broken), broken.shown, strict=True):
        for file, text in year.files.items():
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text(text, encoding="utf-8")
        season = read_season(tmp_path / year.season).value
        under = ruleset if year.rulesets is None else read_ruleset(season, [tmp_path / year.rulesets]).value
        assert outcome_of(case.season, case.ruleset, plugin) == outcome_of(season, under, plugin)


def test_an_award_that_a_law_invents_shows_under_the_ruleset_that_is_told_with_it() -> None:
    broken = found("a_loser_that_leaves_costs_one_award").broken
    assert broken is not None
    before, after = ({each.unit for each in case.decide().awards} for case in broken.shown)
    assert 1 < len(before - after)


def test_every_law_is_broken_by_a_plugin_or_guaranteed_by_the_engine() -> None:
    assert set(NAMED) == {*BREAKING, *GUARANTEED}
    assert set() == set(BREAKING) & set(GUARANTEED)


def test_every_number_of_a_law_but_three_has_a_part_that_a_plugin_breaks() -> None:
    assert {5, 8, 13} == {number for number, laws in LAWS.items() if not {law.__name__ for law in laws} & set(BREAKING)}


@pytest.mark.parametrize("name", GUARANTEED)
def test_a_law_that_the_engine_guarantees_is_kept_by_a_plugin_that_turns_on_everything(name: str) -> None:
    for ruleset in (GATED, UNTIED):
        assert None is tried(name, AllAtOnce, ruleset, FEW).broken


def test_a_silent_tie_is_harmless_where_a_quota_turns_on_scores() -> None:
    assert None is tried("a_silent_tie_is_harmless", ByGood, PLAIN, 40).broken


def test_a_weight_below_nought_is_refused_before_it_can_break_a_law() -> None:
    broken = tried("greater_everywhere_is_never_less", Negative, PLAIN, 1).broken
    assert broken is not None
    assert isinstance(broken.error, PluginError)
    assert "plugin-value-negative" == broken.error.code


def test_a_plugin_that_weighs_whatever_it_is_given_alike_keeps_a_constant_step_out_of_the_totals() -> None:
    assert None is tried("a_constant_step_does_nothing", Alike, PLAIN, 20).broken


def test_what_is_left_of_a_season_is_what_breaks_the_law() -> None:
    broken = found("more_points_never_rank_lower").broken
    assert broken is not None
    assert 2 == len(broken.case.members)
    assert {0} == {cell for row in broken.case.season.scores.values() for cell in row.values()}


def test_the_same_trial_finds_the_same_season() -> None:
    first, second = (tried("a_twin_stands_beside_its_twin", ByName, PLAIN) for _ in range(2))
    assert first.broken is not None
    assert second.broken is not None
    assert first.broken.season == second.broken.season
    assert str(first.broken.error) == str(second.broken.error)


def test_a_policy_that_does_not_answer_alike_again_is_told_so() -> None:
    broken = tried("the_order_of_answers_never_matters", AtFirst, PLAIN).broken
    assert broken is not None
    assert not broken.again
    assert "the policy answers otherwise although it is asked the same" in told(broken, "en")


def test_a_ruleset_with_the_policy_of_its_own_data_breaks_nothing() -> None:
    ruleset = hostile.BY_DATA
    for law in NAMED.values():
        assert None is try_law(law, ruleset, policy_of(hostile.STANDARD, ruleset), examples=1).broken
