"""Facts about the grounds of an award: one is enough, some are of two years in a row, and who is asked what."""

from typing import Any

import pytest
from building import BASIS, act, asked, award, choose, criterion, decided, order, outputs, proposed, refused, ruleset
from building import season as year

from emulrules.model.award import Award, Ground
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Former, Season
from emulrules.report.explain import explain

MEETING = choose("m", "meeting", asks="meeting")
EXCELLENT = Ground("hai-nam", "xuat-sac", years=2)
TITLE = Ground("danh-hieu", award="title", years=2)
MOVED = Ground("phong-trao", "phong-trao")


def certificate(*grounds: Ground, **parts: Any) -> Award:
    return award("certificate", choose("s", "standing"), quota=4, grounds=grounds, **parts)


def rules(*grounds: Ground, titles: int = 2) -> Ruleset:
    """The certificate is written first and decided after the title that it needs; the first places have the title."""
    title = award("title", choose("t", "standing"), quota=titles)
    awards = (certificate(*grounds), title)
    return ruleset("abcd", criteria=(criterion("x"),), order=order("points"), awards=awards)


def season(*acts: Act, **parts: Any) -> Season:
    return year(*acts, scores={"x": {"a": 4, "b": 3, "c": 2, "d": 1}}, **parts)


def got(rules_: Ruleset, given: Season) -> str:
    return "".join(sorted(proposed(decided(rules_, given), "certificate")))


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [("abc", "bcd", "bc"), ("abcd", "", ""), ("", "abcd", ""), ("d", "d", "d")],
)
def test_a_fact_of_two_years_is_one_of_both(now: str, before: str, expected: str) -> None:
    given = season(facts={"xuat-sac": tuple(now)}, facts_before={"xuat-sac": tuple(before)})
    assert expected == got(rules(EXCELLENT), given)


def test_an_award_of_two_years_is_one_of_both() -> None:
    assert "b" == got(rules(TITLE), season(before={"title": ("b", "c")}))


def test_an_award_of_this_year_alone_is_a_ground_too() -> None:
    assert "ab" == got(rules(Ground("danh-hieu", award="title")), season())


def test_one_ground_of_several_is_enough() -> None:
    given = season(
        facts={"xuat-sac": ("c",), "phong-trao": ("d",)},
        facts_before={"xuat-sac": ("a", "c")},
        before={"title": ("a",)},
    )
    assert "acd" == got(rules(EXCELLENT, TITLE, MOVED), given)


def test_a_step_says_who_has_each_ground_under_its_own_article() -> None:
    ground = Ground("hai-nam", "xuat-sac", years=2, basis=("Điều 74",), trust="reported")
    given = season(facts={"xuat-sac": ("a", "c")}, facts_before={"xuat-sac": ("c", "a")})
    decision = decided(rules(ground), given)
    (step,) = [step for step in decision.steps if step.step == "ground"]
    assert ("awards.certificate.grounds.hai-nam", ("Điều 74",)) == (step.rule, step.basis)
    assert ({"fact": "xuat-sac", "years": 2}, ("a", "c")) == (step.inputs, step.output)
    assert ("reported-rule", step.rule) in {(each.code, each.rule) for each in decision.warnings}


def test_what_nobody_said_is_asked() -> None:
    assert ["fact:xuat-sac", "before:fact:xuat-sac"] == asked(decided(rules(EXCELLENT), season()))
    assert ["before:title"] == asked(decided(rules(TITLE), season()))


def test_what_nobody_could_have_is_not_asked() -> None:
    assert [] == asked(decided(rules(EXCELLENT), season(facts={"xuat-sac": ()})))
    assert [] == asked(decided(rules(TITLE, titles=0), season()))


def test_who_has_a_ground_needs_no_other() -> None:
    everybody = season(facts={"phong-trao": ("a", "b", "c", "d")})
    assert [] == asked(decided(rules(EXCELLENT, TITLE, MOVED), everybody))


def test_only_what_could_let_somebody_in_is_asked() -> None:
    assert ["before:title"] == asked(decided(rules(TITLE, MOVED), season(facts={"phong-trao": ("a",)})))
    assert [] == asked(decided(rules(TITLE, MOVED), season(facts={"phong-trao": ("a", "b")})))


def test_an_act_tells_who_had_a_fact_the_season_before() -> None:
    given = season(act("before:fact:xuat-sac", "bc"), facts={"xuat-sac": ("a", "b")})
    assert "b" == got(rules(EXCELLENT), given)


def test_a_fact_is_told_in_one_place() -> None:
    given = season(act("before:fact:xuat-sac", "b"), facts_before={"xuat-sac": ("b",)})
    assert ("acts", 0) == refused("fact-twice", rules(EXCELLENT), given).path


def test_the_record_of_the_season_before_tells_both() -> None:
    former = {"2020": Former("a" * 64, "Không ai", awards={"title": ("b",)}, facts={"xuat-sac": ("c",)})}
    decision = decided(rules(EXCELLENT, TITLE), season(facts={"xuat-sac": ("c",)}, former=former))
    assert {"b", "c"} == set(proposed(decision, "certificate"))
    assert [("b",), ("c",)] == outputs(decision, "former")
    assert "By the record of 2020: had the fact: xuat-sac" in explain(decision, "c", "en")


def test_a_fact_that_the_record_tells_otherwise_is_refused() -> None:
    former = {"2020": Former("a" * 64, "Không ai", facts={"xuat-sac": ("c",)})}
    given = season(facts={"xuat-sac": ()}, facts_before={"xuat-sac": ()}, former=former)
    assert ("facts_before", "xuat-sac") == refused("former-gainsaid", rules(EXCELLENT), given).path


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (season(facts_before={"xuat-sak": ()}), "unknown-fact-before-near"),
        (season(facts_before={"khac": ()}), "unknown-fact-before"),
        (season(act("before:fact:khac", "")), "act-not-asked-near"),
        (season(facts={"khac": ()}), "unknown-fact"),
    ],
)
def test_a_fact_that_no_ground_turns_on_is_refused(given: Season, code: str) -> None:
    refused(code, rules(EXCELLENT), given)


def test_who_has_no_ground_may_not_be_chosen() -> None:
    plan = ruleset("abcd", awards=(award("f", MEETING, quota=1, grounds=(MOVED,)),))
    given = year(act("award:f:m", "b"), facts={"phong-trao": ("a",)})
    assert {"award": "f"} == {"award": refused("choice-without-ground", plan, given).data["award"]}


def test_the_unit_is_told_on_which_ground_or_that_it_has_none() -> None:
    decision = decided(rules(MOVED), season(facts={"phong-trao": ("a",)}))
    assert "Ground: phong-trao" in explain(decision, "a", "en")
    assert "Not considered, having none of the grounds" in explain(decision, "b", "en")


def test_a_ground_rests_on_its_award_unless_it_has_a_basis() -> None:
    assert BASIS == certificate(MOVED).part("grounds", MOVED).basis


def test_while_an_award_is_open_nobody_is_sure_of_the_ground_that_it_is() -> None:
    title = award("title", MEETING, quota=2)
    needs = certificate(Ground("danh-hieu", award="title"), MOVED)
    rules_ = ruleset("abcd", criteria=(criterion("x"),), order=order("points"), awards=(needs, title))
    decision = decided(rules_, season())
    assert [((), "title"), ((), None)] == [
        (step.output, step.inputs.get("award")) for step in decision.steps if step.step == "ground"
    ]
    assert {"award:title:m", "fact:phong-trao"} == set(asked(decision))
