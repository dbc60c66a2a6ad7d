"""Facts about conditions: what refuses a year, what is asked because a condition turns on it, and what is not."""

from typing import Any

import pytest
from building import READ, act, asked, decided, exact, outputs, question, refused, ruleset, season, voting, warned

from emulrules.model.decision import Step
from emulrules.model.ruleset import Condition, Ruleset
from emulrules.model.season import Meeting, Season


def rules(*conditions: Condition, absent: Any = None, trust: Any = "read", members: str = "abcdefghi") -> Ruleset:
    rule = None if absent is None else voting(absent, trust=trust)
    return ruleset(members, conditions=conditions, voting=rule)


def condition(what: Any = "taking-part", id_: str = "du", **threshold: Any) -> Condition:
    limit = {key: exact(value) for key, value in (threshold or {"at_least": "2/3"}).items()}
    return Condition(id_, what, "members", **READ, **limit)


def year(*meeting: int | None, acts: Any = ()) -> Season:
    return season(*acts, meeting=Meeting(*meeting))


@pytest.mark.parametrize(
    ("absent", "meeting"),
    [
        ("written", (5, 1, 0)),
        ("written", (5, 1)),
        ("written", (6,)),
        ("written", (None, 6)),
        ("proxy", (4, 0, 2)),
        ("proxy", (6, None, None)),
        ("excluded", (6, 3, 0)),
    ],
    ids=str,
)
def test_just_enough_taking_part_meet_a_condition_and_nothing_is_asked(absent: str, meeting: Any) -> None:
    decision = decided(rules(condition(), absent=absent), year(*meeting))
    assert ([], ["met"]) == (asked(decision), outputs(decision, "condition"))


@pytest.mark.parametrize(
    ("absent", "meeting", "present"),
    [
        ("written", (5, 0, 4), 5),
        ("written", (4, 1, 4), 5),
        ("proxy", (4, 4, 1), 5),
        ("excluded", (5, 4, 0), 5),
        ("excluded", (5,), 5),
        ("written", (5, None, 4), 5),
    ],
    ids=str,
)
def test_one_too_few_taking_part_refuse(absent: str, meeting: Any, present: int) -> None:
    fault = refused("condition-unmet-taking-part", rules(condition(), absent=absent), year(*meeting))
    assert {"present": present, "members": 9, "condition": "du", "due": 6} == fault.data
    assert ("meeting", "present") == fault.path


@pytest.mark.parametrize(("threshold", "met"), [({"at_least": "2/3"}, True), ({"more_than": "2/3"}, False)], ids=str)
def test_a_strict_threshold_is_not_met_by_just_its_part(threshold: dict[str, str], met: bool) -> None:
    plan, given = rules(condition(**threshold), absent="written"), year(4, 2)
    if met:
        assert "complete" == decided(plan, given).status
    else:
        fault = refused("condition-unmet-taking-part", plan, given)
        assert (6, 7) == (fault.data["present"], fault.data["due"])
        assert "6 of 9 units took part, and “du” demands at least 7" in fault.sentence("en")
        assert "Có 6/9 đơn vị tham gia biểu quyết, cần ít nhất 7 theo “du”" in fault.sentence("vi")


@pytest.mark.parametrize(
    ("absent", "meeting", "questions"),
    [
        ("written", (), ["present", "consulted"]),
        ("written", (5,), ["consulted"]),
        ("written", (5, None, 3), ["consulted"]),
        ("written", (None, 5), ["present"]),
        ("proxy", (), ["present", "proxies"]),
        ("proxy", (5, 3), ["proxies"]),
        ("excluded", (), ["present"]),
        ("excluded", (None, 3), ["present"]),
    ],
    ids=str,
)
def test_only_what_a_condition_turns_on_is_asked(absent: str, meeting: Any, questions: list[str]) -> None:
    decision = decided(rules(condition(), absent=absent), year(*meeting))
    assert [f"fact:meeting:{name}" for name in questions] == asked(decision)
    asks = question(decision, f"fact:meeting:{questions[-1]}")
    assert ("number", None, (), 0, 9, READ["basis"]) == (
        asks.asks, asks.of, asks.options, asks.least, asks.most, asks.basis
    )  # fmt: skip


@pytest.mark.parametrize(
    ("what", "absent", "meeting", "most", "path"),
    [
        ("taking-part", "proxy", (None, 4), 5, "consulted"),
        ("present", None, (None, 3, 1), 5, "consulted"),
        ("present", None, (None, None, 4), 5, "proxies"),
    ],
    ids=str,
)
def test_a_condition_that_no_answer_could_meet_refuses_at_once(
    what: str, absent: str | None, meeting: Any, most: int, path: str
) -> None:
    fault = refused("condition-out-of-reach", rules(condition(what), absent=absent), year(*meeting))
    assert (most, 9, 6, "du") == tuple(fault.data[key] for key in ("most", "members", "due", "condition"))
    assert ("meeting", path) == fault.path


def test_an_answer_may_meet_a_condition_or_refuse_the_year() -> None:
    plan = rules(condition(), absent="written")
    assert "complete" == decided(plan, year(5, acts=[act("fact:meeting:consulted", number=1)])).status
    fault = refused("condition-unmet-taking-part", plan, year(None, 0, acts=[act("fact:meeting:present", number=5)]))
    assert ("acts", 0, "number") == fault.path


def steps(plan: Ruleset, given: Season) -> list[Step]:
    return [step for step in decided(plan, given).steps if step.step == "condition"]


def test_the_step_of_a_condition_shows_who_was_counted() -> None:
    share = exact("2/3")
    (step,) = steps(rules(condition(), absent="written"), year(6, 1, 1))
    assert {"present": 6, "consulted": 1, "base": 9, "threshold": share} == step.inputs
    (step,) = steps(rules(condition(), absent="proxy"), year(6))
    assert {"present": 6, "proxies": None, "base": 9, "threshold": share} == step.inputs
    (step,) = steps(rules(condition("present", more_than="1/2"), absent="proxy"), year(6, 1, 1))
    assert ({"present": 6, "base": 9, "threshold": exact("1/2")}, "conditions.du") == (step.inputs, step.rule)


def test_those_taking_part_are_counted_under_the_rule_on_absent_members() -> None:
    assumed = ("assumed-rule", "voting")
    taking, present = (rules(condition(what), absent="written", trust="assumed") for what in ("taking-part", "present"))
    assert [True, False] == [assumed in warned(decided(plan, year(6))) for plan in (taking, present)]


def test_conditions_are_judged_by_id() -> None:
    plan = rules(condition("present", "b", at_least="1"), condition("present", "a", at_least="1"))
    assert "a" == refused("condition-unmet", plan, year(6)).data["condition"]


# The numbers themselves.


@pytest.mark.parametrize(
    ("meeting", "code", "path", "data"),
    [
        ((10,), "present-above-members", "present", {"present": 10, "members": 9}),
        ((None, 10), "turnout-above-members", "consulted", {"taking": 10, "members": 9}),
        ((None, None, 10), "turnout-above-members", "proxies", {"taking": 10, "members": 9}),
        ((5, 3, 2), "turnout-above-members", "proxies", {"taking": 10, "members": 9}),
        ((7, 3), "turnout-above-members", "consulted", {"taking": 10, "members": 9}),
        ((-1,), "number-below", "present", {"got": -1, "least": 0}),
        ((3, -1), "number-below", "consulted", {"got": -1, "least": 0}),
        ((3, 0, -1), "number-below", "proxies", {"got": -1, "least": 0}),
    ],
    ids=str,
)
def test_more_or_fewer_than_can_take_part_are_refused(meeting: Any, code: str, path: str, data: Any) -> None:
    fault = refused(code, rules(), year(*meeting))
    assert (("meeting", path), data) == (fault.path, fault.data)


@pytest.mark.parametrize("meeting", [(9, 0, 0), (5, 3, 1), (0, 0, 9), (0, 9)], ids=str)
def test_all_members_may_take_part_in_any_way(meeting: Any) -> None:
    assert "complete" == decided(rules(), year(*meeting)).status


def test_a_council_may_have_more_members_than_the_cluster_and_has_one_at_least() -> None:
    assert "complete" == decided(rules(), season(council=40, present=9)).status
    assert "complete" == decided(rules(), season(council=1)).status
    assert ("council", "members") == refused("number-below", rules(), season(council=0)).path


def test_numbers_that_an_act_brings_above_the_members_are_refused_at_the_act() -> None:
    given = year(6, None, 2, acts=[act("fact:meeting:consulted", number=2)])
    assert ("meeting", "proxies") == refused("turnout-above-members", rules(), given).path
    given = year(6, 2, acts=[act("fact:meeting:proxies", number=2)])
    assert ("acts", 0, "number") == refused("turnout-above-members", rules(), given).path


def test_a_threshold_of_none_is_told_as_none() -> None:
    decision = decided(rules(condition("present", at_least="0")), year(5))
    assert [0] == [step.inputs["threshold"] for step in decision.steps if step.step == "condition"]
