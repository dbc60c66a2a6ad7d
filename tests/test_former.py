"""Former seasons in the engine: what is taken from the season before, what is asked all the same, what is refused."""

from typing import Any

import pytest
from attrs import evolve
from building import BASIS, ELECTED, READ, act, asked, award, choose, decided, refused, ruleset, season

from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship
from emulrules.model.season import Act, Former, Outgoing, Season, TurnEvent, Turns, UnitEntry
from emulrules.model.years import before, follows, season_before
from emulrules.report.explain import explain
from emulrules.report.text import text

RECORD = "a" * 64
BAR = Bar("dang-lam", ("head",), BASIS, "read", who="outgoing")
BY_TURN = Headship("turn", **READ, asks="members", deputies=(), declined="back")
FLAG = award("flag", choose("hop", "meeting", asks="meeting"), quota=1, requires_before=("flag",))


def former(**parts: Any) -> Former:
    return Former(RECORD, "Không ai", **parts)


def year(*acts: Act, id_: str = "2021", **parts: Any) -> Season:
    """The year 2021, after one of 2020 whose record says `former`."""
    return evolve(season(*acts, former={"2020": parts.pop("former", former())}, **parts), id=id_)


def takes(decision: Decision) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.inputs["takes"], step.output) for step in decision.steps if step.step == "former"]


def bars(decision: Decision) -> list[str | None]:
    return [step.unit for step in decision.steps if step.step == "bar"]


RULES = ruleset("abc", headship=evolve(ELECTED, bars=(BAR,)))
QUEUE = ruleset("abc", headship=BY_TURN)


def test_whom_the_season_before_chose_to_lead_leads_this_season() -> None:
    decision = decided(RULES, year(former=former(head="b", deputies=("a",))))
    assert [("head", ("b",)), ("deputies", ("a",))] == takes(decision)
    assert ["b"] == bars(decision)


def test_the_season_of_a_decision_is_kept_as_it_was_given() -> None:
    assert Outgoing() == decided(RULES, year(former=former(head="b"))).season.outgoing


def test_what_the_season_says_itself_is_not_taken() -> None:
    assert [] == takes(decided(RULES, year(outgoing=Outgoing("b"), former=former(head="b"))))


def test_a_head_that_is_no_member_any_more_is_asked_for() -> None:
    left = {"c": UnitEntry(roster="leaves", source="bien-ban")}
    decision = decided(RULES, year(units=left, former=former(head="c", deputies=("b", "c"))))
    assert [("deputies", ("b",))] == takes(decision)
    assert "before:head" in asked(decision)


def test_what_the_season_before_left_open_is_asked_for() -> None:
    assert ["before:head", "head"] == asked(decided(RULES, year()))


def test_a_season_further_back_says_nothing_of_this_one() -> None:
    assert [] == takes(decided(RULES, year(id_="2022", former=former(head="b"))))


def test_the_queue_that_the_season_before_left_is_this_one_s() -> None:
    decision = decided(QUEUE, year(former=former(turns=("b", "c", "a"))))
    assert [("turns", ("b", "c", "a"))] == takes(decision)
    assert ["b"] == [each.unit for each in decision.offices]


def test_what_happened_to_the_queue_since_is_for_the_season_to_say() -> None:
    units = {"d": UnitEntry(roster="joins", name="Đơn vị D", source="bien-ban")}
    events = (TurnEvent("d", "joined", "bien-ban"), TurnEvent("b", "declined", "bien-ban"))
    decision = decided(QUEUE, year(units=units, turns=Turns(events=events), former=former(turns=("b", "c", "a"))))
    assert [("c", ("a", "d", "b", "c"))] == [(s.unit, s.output) for s in decision.steps if s.step == "turn"]


def test_a_member_that_the_queue_lacks_is_refused() -> None:
    assert "a" == refused("turns-missing", QUEUE, year(former=former(turns=("b", "c")))).data["unit"]


def test_events_without_any_queue_are_refused() -> None:
    assert ("turns",) == refused("turns-unsaid", QUEUE, year(turns=Turns())).path


def test_where_nobody_leads_in_turn_no_queue_is_taken() -> None:
    assert [] == takes(decided(RULES, year(former=former(turns=("b", "c", "a")))))


def test_who_was_proposed_may_have_won_and_the_decision_says_so() -> None:
    rules = ruleset("abc", awards=(FLAG,))
    decision = decided(rules, year(former=former(awards={"flag": ("a", "b")})))
    assert [("award", ("a", "b"))] == takes(decision)
    assert [("proposed-before", "awards.flag", ("a", "b"))] == [
        (each.code, each.rule, each.units) for each in decision.warnings if each.code == "proposed-before"
    ]
    assert ("a", "b") == decision.questions[0].options


def test_the_season_may_say_that_the_level_above_granted_less() -> None:
    rules = ruleset("abc", awards=(FLAG,))
    decision = decided(rules, year(before={"flag": ("b",)}, former=former(awards={"flag": ("a", "b")})))
    assert [] == takes(decision)
    assert ("b",) == decision.questions[0].options


def test_an_award_that_the_season_before_did_not_settle_is_asked_for() -> None:
    rules = ruleset("abc", awards=(FLAG,))
    assert "before:flag" in asked(decided(rules, year()))


GAINSAID: dict[str, tuple[Any, Season, tuple[str | int, ...]]] = {
    "another head": (
        RULES,
        year(outgoing=Outgoing("a"), former=former(head="b")),
        ("outgoing", "head"),
    ),
    "another head by an act": (
        RULES,
        year(act("before:head", "a"), former=former(head="b")),
        ("acts", 0),
    ),
    "another deputy": (
        RULES,
        year(outgoing=Outgoing(None, ("a",)), former=former(head="b", deputies=("c",))),
        ("outgoing", "deputies"),
    ),
    "a deputy more": (
        RULES,
        year(outgoing=Outgoing(None, ("a", "c")), former=former(head="b", deputies=("c",))),
        ("outgoing", "deputies"),
    ),
    "an award that was not proposed": (
        ruleset("abc", awards=(FLAG,)),
        year(before={"flag": ("c",)}, former=former(awards={"flag": ("a", "b")})),
        ("before", "flag"),
    ),
    "another queue": (
        QUEUE,
        year(turns=Turns(("c", "b", "a"), "bien-ban"), former=former(turns=("b", "c", "a"))),
        ("turns", "queue"),
    ),
}


@pytest.mark.parametrize("name", GAINSAID)
def test_a_season_that_says_otherwise_than_its_record_is_refused(name: str) -> None:
    rules, said, path = GAINSAID[name]
    fault = refused("former-gainsaid", rules, said)
    assert path == fault.path
    assert ("2020", RECORD[:12]) == (fault.data["season"], fault.data["record"])


def test_a_record_under_another_authority_is_refused() -> None:
    fault = refused("former-of-authority", RULES, year(former=Former(RECORD, "Người khác")))
    assert ("former", "2020") == fault.path


def test_a_decision_names_the_records_that_it_builds_on_and_what_it_took() -> None:
    decision = decided(RULES, year(former=former(head="b", deputies=("a",))))
    assert f"Builds on the record of 2020 (id {RECORD[:12]}…)" in text(decision, "en")
    assert "By the record of 2020: leads this season" in explain(decision, "b", "en")
    assert "Theo hồ sơ năm 2020: làm phó trong năm nay" in explain(decision, "a", "vi")


@pytest.mark.parametrize(
    ("one", "other", "follows_it"),
    [
        ("2021", "2020", True),
        ("2021-2022", "2020-2021", True),
        ("2018-2019", "2018", True),
        ("2019", "2018-2019", True),
        ("2022", "2020", False),
        ("2020", "2020", False),
        ("2020", "2021", False),
        ("2018", "2018-2019", False),
    ],
)
def test_a_season_follows_another_where_no_year_lies_between(one: str, other: str, follows_it: bool) -> None:
    assert follows_it == follows(one, other)
    assert before(other, one) or not follows_it


def test_of_several_the_latest_is_the_season_before() -> None:
    assert ("2021", None) == (season_before("2022", ["2019", "2021", "2020"]), season_before("2022", ["2022", "2019"]))
