"""Facts about turns: the next of the queue leads, and what the queue of the season after is."""

from typing import Any

import pytest
from building import READ, act, asked, decided, outputs, question, refused, ruleset, season, warned

from emulrules.errors import SeasonError
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season, TurnEvent, Turns, UnitEntry
from emulrules.turns import check_turns, next_in_turn, once_led

UNFIT = Bar("khong-xet", ("head",), **READ, fact="not-considered")


def rules(members: str = "abc", **parts: Any) -> Ruleset:
    return ruleset(members, headship=Headship("turn", **{**READ, "asks": "members", "deputies": (), **parts}))


def year(queue: str, *events: tuple[str, Any], acts: Any = (), **parts: Any) -> Season:
    happened = tuple(TurnEvent(unit, event, "bien-ban") for unit, event in events)
    return season(*acts, turns=Turns(tuple(queue), "bien-ban", happened), **parts)


def led(decision: Decision) -> list[tuple[str, str]]:
    return [(each.unit, each.state) for each in decision.offices if each.office == "head"]


def after(decision: Decision) -> str:
    (queue,) = outputs(decision, "turn")
    return "".join(queue)


def test_the_next_of_the_queue_leads_and_goes_to_the_back() -> None:
    decision = decided(rules(), year("bca"))
    assert ([("b", "turn")], "cab", "complete") == (led(decision), after(decision), decision.status)
    (step,) = (step for step in decision.steps if step.step == "turn")
    assert ("headship", "b", {"queue": ("b", "c", "a")}) == (step.rule, step.unit, step.inputs)


def test_who_is_passed_over_keeps_its_place() -> None:
    plan = rules(bars=(UNFIT,))
    decision = decided(plan, year("abc", facts={"not-considered": ("a",)}))
    assert ([("b", "turn")], "acb") == (led(decision), after(decision))
    assert ([("a", "turn")], "bca") == (
        led(decided(plan, year("abc", facts={"not-considered": ()}))),
        after(decided(plan, year("abc", facts={"not-considered": ()}))),
    )


def test_nobody_leads_where_all_are_barred() -> None:
    decision = decided(rules(bars=(UNFIT,)), year("abc", facts={"not-considered": ("a", "b", "c")}))
    assert ([], [], {("vacant", "head")}) == (led(decision), outputs(decision, "turn"), warned(decision))


@pytest.mark.parametrize(("declined", "queue"), [("back", "cab"), ("stays", "acb")])
def test_a_unit_that_declines_goes_where_the_rules_say(declined: Any, queue: str) -> None:
    decision = decided(rules(declined=declined), year("abc", ("a", "declined")))
    assert ([("b", "turn")], queue) == (led(decision), after(decision))


def test_all_but_one_may_decline() -> None:
    decision = decided(rules(declined="back"), year("abc", ("b", "declined"), ("a", "declined")))
    assert ([("c", "turn")], "bac") == (led(decision), after(decision))


def test_the_office_is_vacant_where_all_decline() -> None:
    decision = decided(rules("ab", declined="stays"), year("ab", ("a", "declined"), ("b", "declined")))
    assert {("vacant", "head")} == warned(decision)


def test_a_unit_elected_out_of_turn_leads_and_goes_to_the_back() -> None:
    decision = decided(rules(), year("abc", ("b", "elected")))
    assert ([("b", "elected")], "acb") == (led(decision), after(decision))


def test_a_barred_unit_is_not_elected_out_of_turn() -> None:
    fault = refused(
        "choice-barred", rules(bars=(UNFIT,)), year("abc", ("b", "elected"), facts={"not-considered": ("b",)})
    )
    assert ("turns", "events") == fault.path


def test_who_joins_goes_to_the_back_and_who_leaves_is_gone() -> None:
    units = {
        "d": UnitEntry(roster="joins", name="D", source="bien-ban"),
        "a": UnitEntry(roster="leaves", source="bien-ban"),
    }
    decision = decided(rules(), year("abc", ("d", "joined"), ("a", "left"), units=units))
    assert ([("b", "turn")], "cdb") == (led(decision), after(decision))


# What is not known.


def test_a_queue_that_nobody_stated_is_asked_and_the_head_follows_from_it() -> None:
    decision = decided(rules())
    each = question(decision, "before:turns")
    assert (["before:turns"], "places", None, ("a", "b", "c"), 3, 3) == (
        asked(decision), each.asks, each.of, each.options, each.least, each.most
    )  # fmt: skip
    answered = decided(rules(), season(act("before:turns", places={"a": 3, "b": 2, "c": 1})))
    assert ([("c", "turn")], "bac", "complete") == (led(answered), after(answered), answered.status)


def test_no_two_units_share_a_turn() -> None:
    fault = refused("turns-shared", rules(), season(act("before:turns", places={"a": 1, "b": 1, "c": 3})))
    assert ("acts", 0, "places") == fault.path


def test_every_member_has_a_turn_in_the_answer() -> None:
    refused("act-too-few", rules(), season(act("before:turns", places={"a": 1, "b": 2})))


def test_the_queue_is_not_said_twice() -> None:
    acts = (act("before:turns", places={"a": 1, "b": 2, "c": 3}),)
    refused("fact-twice", rules(), year("abc", acts=acts))


def test_the_queue_is_not_asked_where_one_candidate_is_left() -> None:
    decision = decided(rules(bars=(UNFIT,)), season(facts={"not-considered": ("a", "c")}))
    assert ([("b", "turn")], [], []) == (led(decision), asked(decision), outputs(decision, "turn"))


def test_a_bar_that_nobody_can_judge_comes_before_the_turn() -> None:
    plan = rules(bars=(UNFIT,))
    assert (["fact:not-considered"], []) == (asked(decided(plan, year("abc"))), led(decided(plan, year("abc"))))
    assert ["fact:not-considered", "before:turns"] == asked(decided(plan))
    waits = decided(plan, year("abc", acts=(act("head", ["b"]),)))
    assert (("head",), ["fact:not-considered"]) == (waits.waiting, asked(waits))


def test_an_act_may_say_whose_turn_it_is_and_no_other() -> None:
    assert [("a", "turn")] == led(decided(rules(), year("abc", acts=(act("head", ["a"]),))))
    fault = refused("choice-not-in-turn", rules(), year("abc", acts=(act("head", ["b"]),)))
    assert {"unit": "b", "units": "a"}.items() <= fault.data.items()
    refused("choice-declined", rules(declined="stays"), year("abc", ("a", "declined"), acts=(act("head", ["a"]),)))


def test_a_deputy_is_chosen_beside_the_next_in_turn() -> None:
    plan = rules(deputies=(Seat("pho"),))
    decision = decided(plan, year("bca"))
    assert ("members", ("a", "c"), ()) == (
        question(decision, "deputy").of, question(decision, "deputy").options, question(decision, "deputy").after
    )  # fmt: skip
    answered = decided(plan, year("bca", acts=(act("deputy", ["c"]),)))
    assert [("head", "turn"), ("deputy", "elected")] == [(each.office, each.state) for each in answered.offices]


def test_a_deputy_comes_after_what_the_turn_hangs_on() -> None:
    plan = rules(deputies=(Seat("pho"),))
    assert ("before:turns",) == question(decided(plan), "deputy").after


def test_a_deputy_beside_the_next_in_turn_may_be_appointed() -> None:
    plan = rules("ab", asks="ministry", deputies=(Seat("pho"),))
    assert ["turn", "appointed"] == [each.state for each in decided(plan, year("ab")).offices]


# What is wrong with a queue.


@pytest.mark.parametrize(
    ("queue", "events", "code", "path"),
    [
        ("ab", (), "turns-missing", ("turns", "queue")),
        ("abc", (("a", "joined"),), "turns-joined", ("turns", "events", 0, "unit")),
        ("bca", (("a", "left"),), "turns-missing", ("turns", "queue")),
        ("bc", (("a", "joined"), ("c", "declined")), "turns-declined-where", ("turns", "events", 1, "unit")),
        ("abc", (("a", "elected"), ("b", "elected")), "turns-elected-twice", ("turns", "events", 1, "unit")),
        ("abb", (), "unit-twice", ("turns", "queue", 2)),
        ("abz", (), "unknown-unit", ("turns", "queue", 2)),
    ],
)
def test_a_queue_holds_every_member_once(queue: str, events: Any, code: str, path: Any) -> None:
    assert path == refused(code, rules(), year(queue, *events)).path


def test_who_was_elected_first_is_named() -> None:
    fault = refused("turns-elected-twice", rules(), year("abc", ("a", "elected"), ("b", "elected")))
    assert {"unit": "b", "other": "a"} == fault.data


@pytest.mark.parametrize("event", ["left", "declined", "elected"])
def test_what_happens_to_a_turn_happens_to_a_unit_that_has_one(event: str) -> None:
    units = {"d": UnitEntry(roster="joins", name="D", source="bien-ban")}
    given = year("abc", ("d", event), ("d", "joined"), units=units)
    assert ("turns", "events", 0, "unit") == refused(f"turns-{event}", rules(declined="back"), given).path


def test_a_unit_that_left_has_no_turn() -> None:
    units = {"a": UnitEntry(roster="leaves", source="bien-ban")}
    fault = refused("turns-stranger", rules(), year("abc", units=units))
    assert (("turns", "queue"), {"unit": "a"}) == (fault.path, fault.data)


@pytest.mark.parametrize(("source", "path"), [(0, ("turns", "source")), (1, ("turns", "events", 0, "source"))])
def test_turns_rest_on_a_source_that_is_listed(source: int, path: Any) -> None:
    named = ["bien-ban", "bien-ban"]
    named[source] = "x"
    turns = Turns(("a", "b", "c"), named[0], (TurnEvent("a", "elected", named[1]),))
    assert path == refused("unknown-source", rules(), season(turns=turns)).path


def test_turns_are_refused_where_nobody_leads_by_turn() -> None:
    plan = ruleset("abc", headship=Headship("elected", **READ, deputies=()))
    assert ("turns",) == refused("turns-without-rule", plan, year("abc")).path
    answered = season(act("before:turns", places={"a": 1, "b": 2, "c": 3}), act("head", ["a"]))
    assert "complete" == decided(plan, answered).status


def test_a_unit_of_the_queue_may_be_called_by_its_name() -> None:
    units = {"c": UnitEntry(roster="leaves", source="bien-ban")}
    names = {unit: entry.name for unit, entry in rules().units.items()}
    turns = Turns((names["b"], names["c"], names["a"]), "bien-ban", (TurnEvent(names["c"], "left", "bien-ban"),))
    assert "ab" == after(decided(rules(), season(turns=turns, units=units)))


# The queue by itself.


def test_nobody_overtakes_while_the_queue_turns() -> None:
    queue: tuple[str, ...] = ("c", "a", "b")
    heads = []
    for _ in range(6):
        head = next_in_turn(queue, queue)
        assert head
        heads.append(head)
        queue = once_led(queue, head)
    assert list("cabcab") == heads


def test_nobody_is_next_where_nobody_may_lead() -> None:
    assert next_in_turn(("a", "b"), ()) is None


def test_an_act_says_who_was_elected_out_of_turn_and_no_other() -> None:
    given = year("abc", ("b", "elected"), acts=(act("head", ["a"]),))
    assert {"unit": "a", "units": "b"}.items() <= refused("choice-not-in-turn", rules(), given).data.items()


def test_who_is_elected_out_of_turn_waits_for_what_may_bar_it() -> None:
    plan = rules(bars=(UNFIT,))
    decision = decided(plan, year("abc", ("b", "elected")))
    assert (["fact:not-considered"], []) == (asked(decision), led(decision))
    answered = decided(plan, year("abc", ("b", "elected"), acts=(act("fact:not-considered", ["a"]),)))
    assert [("b", "elected")] == led(answered)


def test_a_barred_unit_that_was_elected_is_named_with_the_office() -> None:
    given = year("abc", ("b", "elected"), facts={"not-considered": ("b",)})
    fault = refused("choice-barred", rules(bars=(UNFIT,)), given)
    assert {"question": "head", "unit": "b", "bar": "khong-xet"}.items() <= fault.data.items()


def test_what_is_asked_about_turns_rests_on_the_headship() -> None:
    assert ("Điều 1",) == question(decided(rules(basis=("Điều 1",))), "before:turns").basis


def test_the_queue_is_asked_where_two_may_lead() -> None:
    plan = rules(bars=(UNFIT,))
    assert ["before:turns"] == asked(decided(plan, season(facts={"not-considered": ("a",)})))


@pytest.mark.parametrize(
    ("asks", "state"), [("meeting", "elected"), ("members", "elected"), (None, "elected"), ("council", "appointed")]
)
def test_a_deputy_beside_the_next_in_turn_is_elected_or_appointed(asks: Any, state: str) -> None:
    assert ["turn", state] == [
        each.state for each in decided(rules("ab", asks=asks, deputies=(Seat("pho"),)), year("ab")).offices
    ]


def test_those_who_may_lead_instead_are_named_one_by_one() -> None:
    plan = rules("abcd", declined="stays")
    fault = refused("choice-not-in-turn", plan, year("dabc", acts=(act("head", ["a"]),)))
    assert "d" == fault.data["units"]


def test_a_queue_is_stated_unless_an_act_may_yet_state_it() -> None:
    unsaid = season(turns=Turns(events=()))
    with pytest.raises(SeasonError, match="turns-unsaid"):
        check_turns(unsaid, None, ("a", "b"))
    check_turns(unsaid, None, ("a", "b"), asked=True)
