"""Facts about the answers of a record given again: which are taken, what they are held to, and what is missing."""

import pytest
from attrs import evolve
from building import award, choose, decided, ruleset

from emulrules.errors import Fault, PluginError
from emulrules.model.answers import DEFER, Answered, GateFacts, Quota, Weights
from emulrules.model.decision import Decision
from emulrules.model.season import Season
from emulrules.recorded import RecordedPolicy, decide_again

RULES = ruleset("ab", awards=(award("f", choose("d", "decision", asks="council"), quota=1),))
HELD: Decision = decided(RULES)
(ANSWER,) = (each for each in HELD.answers if each.hook == "award_quota")


def asked(*answers: Answered) -> tuple[Answered, ...]:
    """What the answers of a record say of the quota of the award."""
    policy = RecordedPolicy("cua-bo", answers)
    season: Season = HELD.season
    return policy.ask("award_quota", "f", ruleset=RULES, season=season, award=RULES.awards[0], gates=GateFacts())


def refused(*answers: Answered) -> Fault:
    with pytest.raises(PluginError) as caught:
        asked(*answers)
    (fault,) = caught.value.faults
    return fault


def test_all_answers_to_one_question_are_given_again_in_their_order() -> None:
    deferred = Answered("award_quota", "f", "cua-bo", DEFER)
    assert (deferred, ANSWER) == asked(deferred, ANSWER)


def test_a_question_that_the_record_does_not_answer_is_refused_at_its_answers() -> None:
    other = evolve(ANSWER, subject="g")
    missing = Fault("replay-answer-missing", ("answers",), {"hook": "award_quota", "subject": "f"})
    assert missing == refused(other)


def test_an_answer_that_the_hook_may_not_give_is_refused_under_who_gave_it_and_on_what() -> None:
    wrong = Answered("award_quota", "f", "cua-bo", Weights({}))
    assert ("cua-bo", "award_quota", "f") == refused(wrong).path[:3]


def test_what_a_record_says_for_the_standard_policy_is_taken_unless_it_is_to_answer_anew() -> None:
    assert isinstance(ANSWER.answer, Quota)
    more = evolve(ANSWER, answer=evolve(ANSWER.answer, number=2))
    forged = evolve(HELD, answers=tuple(more if each is ANSWER else each for each in HELD.answers))
    most = {anew: decide_again(forged, anew=anew).questions[0].most for anew in (False, True)}
    assert {False: 2, True: 1} == most
    assert decide_again(forged) == decide_again(forged, anew=False)
