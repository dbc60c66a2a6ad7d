"""Facts about a record that names units which others have since succeeded: it passes by a rule, is asked, or stands."""

from typing import Any

import pytest
from attrs import evolve
from building import READ, act, asked, award, choose, decided, outputs, question, refused, season
from test_heritage import BARRED, FLAG, MERGED, RENAMED, SPLIT, TURN, parented, queue
from test_successions import rules

from emulrules.model.award import Ground
from emulrules.model.decision import Decision
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Former, Outgoing, Season, TurnEvent, Turns
from emulrules.model.succession import Succession
from emulrules.report.explain import explain

UP = Headship("deputy", **READ, deputies=(), asks="members")
GROUND = Ground("hai-nam", **READ, fact="xuat-sac", years=2)
TITLE = award("bang", choose("hop", "meeting", asks="meeting"), quota=1, grounds=(GROUND,))
SEAT = evolve(RENAMED, carries=("seat",))


def under(each: Succession, headship: Headship = BARRED, units: str = "abcd", **parts: Any) -> Ruleset:
    return rules(units, each, headship=headship, **{"awards": (FLAG,), **parts})


def after(*acts: Act, said: dict[str, Any], **parts: Any) -> Season:
    """The season after the one whose record says what is `said`."""
    return season(*acts, former={"2020": Former("a" * 64, "Không ai", **said)}, **parts)


def taken(decision: Decision) -> dict[str, tuple[str, ...]]:
    return {step.inputs["takes"]: step.output for step in decision.steps if step.step == "former"}


def barred(decision: Decision) -> list[str | None]:
    return [step.unit for step in decision.steps if step.step == "bar"]


def test_who_counts_as_the_head_of_the_record_is_asked_among_its_successors() -> None:
    decision = decided(under(SPLIT), after(said={"head": "a"}, before={"co": ()}))
    assert ["before:head:a", "head"] == asked(decision)
    assert (("x", "y"), 0, 1) == (
        question(decision, "before:head:a").options,
        question(decision, "before:head:a").least,
        question(decision, "before:head:a").most,
    )
    assert {"head": ("a",)} == taken(decision)


@pytest.mark.parametrize("due", [["y"], []])
def test_the_answer_says_whether_a_successor_is_barred_as_the_head_of_the_record(due: list[str]) -> None:
    answered = act("before:head:a", due)
    assert due == barred(decided(under(SPLIT), after(answered, said={"head": "a"}, before={"co": ()})))


def test_a_bar_names_the_office_that_passed_from_the_head_of_the_record() -> None:
    for each, acts in ((SEAT, ()), (RENAMED, (act("before:head:a", ["x"]),))):
        told = explain(decided(under(each), after(*acts, said={"head": "a"}, before={"co": ()})), "x", "en")
        assert "holds this office now: Head of the cluster" in told


def test_a_successor_is_told_what_the_record_says_of_the_unit_before_it() -> None:
    decision = decided(under(SPLIT), after(said={"head": "a"}, before={"co": ()}))
    assert "By the record of 2020, Đơn vị A leads this season" in explain(decision, "x", "en")
    assert "Theo hồ sơ năm 2020, Đơn vị A làm trưởng trong năm nay" in explain(decision, "y", "vi")
    assert "hồ sơ năm 2020" not in explain(decision, "b", "vi")


def test_a_deputy_of_the_record_that_was_succeeded_is_asked_about_alone() -> None:
    given = after(said={"head": "d", "deputies": ("a",)}, before={"co": ()})
    assert ["before:deputies:a"] == asked(decided(under(SPLIT, UP), given))
    up = decided(under(SPLIT, UP), given.with_act(act("before:deputies:a", ["y"])))
    assert [("y", "moved-up")] == [(office.unit, office.state) for office in up.offices]


def test_of_several_winners_of_the_record_only_the_succeeded_one_is_asked_about() -> None:
    decision = decided(under(SPLIT), after(said={"head": "d", "awards": {"co": ("a", "c")}}))
    assert ["before:co:a", "award:co:hop", "head"] == asked(decision)
    assert ("c", "x", "y") == question(decision, "award:co:hop").options
    answered = after(act("before:co:a", ["y"]), said={"head": "d", "awards": {"co": ("a", "c")}})
    assert [("c", "y")] == outputs(decided(under(SPLIT), answered), "won-before")


def test_the_season_may_say_of_the_queue_of_the_record_what_became_of_a_place() -> None:
    events = tuple(TurnEvent(unit, event, "bien-ban") for unit, event in _LEFT)  # type: ignore[arg-type]  # of a table
    decision = decided(
        under(MERGED, TURN), after(said={"turns": ("a", "c", "b", "d")}, turns=Turns(events=events), before={"co": ()})
    )
    assert [("d", "x", "c")] == outputs(decision, "turn")


_LEFT = (("a", "left"), ("b", "left"), ("x", "joined"))


def test_a_fact_of_a_unit_that_was_succeeded_is_asked_for_and_not_dropped() -> None:
    ruleset = under(SPLIT, awards=(TITLE,))
    decision = decided(ruleset, after(said={"facts": {"xuat-sac": ("a", "b")}}, facts={"xuat-sac": ("b", "x")}))
    assert "before:fact:xuat-sac" in asked(decision)
    other = decided(ruleset, after(said={"facts": {"xuat-sac": ("b",)}}, facts={"xuat-sac": ("b", "x")}))
    assert {"fact": ("b",)} == taken(other)


def test_whatever_is_asked_as_a_whole_may_be_answered_freely() -> None:
    turns = act("before:turns", places={"d": 1, "x": 2, "c": 3})
    given = after(turns, said={"turns": ("a", "c", "b", "d")}, before={"co": ()})
    assert [("x", "c", "d")] == outputs(decided(under(MERGED, TURN), given), "turn")
    fact = act("before:fact:xuat-sac", ["c"])
    given = after(fact, said={"facts": {"xuat-sac": ("a", "b")}}, facts={"xuat-sac": ("c",)})
    assert ("c",) == question(decided(under(SPLIT, awards=(TITLE,)), given), "award:bang:hop").options


SAID: dict[str, tuple[Ruleset, dict[str, Any], dict[str, Any]]] = {
    "one successor led": (under(SPLIT), {"head": "a"}, {"outgoing": Outgoing("y")}),
    "the unit itself led": (under(SPLIT), {"head": "a"}, {"outgoing": Outgoing("a")}),
    "the one that it passed to led": (under(SEAT), {"head": "a"}, {"outgoing": Outgoing("x")}),
    "one successor was a deputy": (
        under(SPLIT),
        {"head": "d", "deputies": ("a", "b")},
        {"outgoing": Outgoing(None, ("b", "x"))},
    ),
    "no successor was a deputy": (
        under(SPLIT),
        {"head": "d", "deputies": ("a", "b")},
        {"outgoing": Outgoing(None, ("b",))},
    ),
    "a successor won": (under(SPLIT), {"awards": {"co": ("a", "c")}}, {"before": {"co": ("c", "y")}}),
    "nobody won": (under(SPLIT), {"awards": {"co": ("a", "c")}}, {"before": {"co": ()}}),
    "a successor had the fact": (
        under(SPLIT, awards=(TITLE,)),
        {"facts": {"xuat-sac": ("a", "b")}},
        {"facts_before": {"xuat-sac": ("b", "x")}},
    ),
    "the successor has the place in the queue": (
        under(MERGED, TURN),
        {"turns": ("a", "c", "b", "d")},
        {"turns": queue("x", "c", "d")},
    ),
    "another order, where no place of the merged unit is sure": (
        under(MERGED, TURN),
        {"turns": ("a", "c", "b", "d")},
        {"turns": queue("d", "x", "c")},
    ),
    "the queue as it stood": (
        under(MERGED, TURN),
        {"turns": ("a", "c", "b", "d")},
        {"turns": queue("a", "c", "b", "d")},
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_no_rule_settles_a_season_may_say_itself(name: str) -> None:
    ruleset, said, stated = SAID[name]
    head = {"head"} & said.keys() if "outgoing" in stated and stated["outgoing"].head is None else set()
    assert head == taken(decided(ruleset, after(said=said, **stated))).keys()


GAINSAID: dict[str, tuple[Ruleset, dict[str, Any], Season, tuple[str | int, ...]]] = {
    "another head than a successor": (under(SPLIT), {"head": "a"}, season(head="b"), ("outgoing", "head")),
    "another successor than that of the province": (
        parented(SPLIT, BARRED, a="tinh-1", b="tinh-2", c="tinh-3", x="tinh-1", y="tinh-2"),
        {"head": "a"},
        season(head="y"),
        ("outgoing", "head"),
    ),
    "another head by an act": (under(SPLIT), {"head": "a"}, season(act("before:head", ["c"])), ("acts", 0)),
    "a deputy fewer that is still a member": (
        under(SPLIT),
        {"head": "d", "deputies": ("a", "b")},
        season(outgoing=Outgoing(None, ("x",))),
        ("outgoing", "deputies"),
    ),
    "a deputy more": (
        under(SPLIT),
        {"head": "d", "deputies": ("a", "b")},
        season(outgoing=Outgoing(None, ("b", "c"))),
        ("outgoing", "deputies"),
    ),
    "a winner that the record does not have": (
        under(SPLIT),
        {"awards": {"co": ("a", "c")}},
        season(before={"co": ("b", "c")}),
        ("before", "co"),
    ),
    "a winner by an act that the record does not have": (
        under(SPLIT),
        {"awards": {"co": ("a", "c")}},
        season(act("before:co", ["b"])),
        ("acts", 0),
    ),
    "another place than the turn that passed": (
        under(evolve(RENAMED, carries=("turn",)), TURN),
        {"turns": ("a", "c", "b", "d")},
        season(turns=queue("c", "b", "d", "x")),
        ("turns", "queue"),
    ),
}


@pytest.mark.parametrize("name", GAINSAID)
def test_nobody_counts_who_cannot_by_the_record(name: str) -> None:
    ruleset, said, given, path = GAINSAID[name]
    fault = refused("former-gainsaid", ruleset, evolve(given, former=after(said=said).former))
    assert path == fault.path
