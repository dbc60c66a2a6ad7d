"""Facts about a whole decision: what it must agree with, what it rests on, and what does not change it."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    all_refused,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    outputs,
    proposed,
    refused,
    ruleset,
    scale,
    season,
    tie,
    vote,
    warned,
)

from emulrules.engine import decide
from emulrules.errors import RulesetError
from emulrules.files import to_json
from emulrules.model.answers import Answered, Undefined
from emulrules.model.award import Limit
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship
from emulrules.model.ruleset import Condition, Ruleset, Span, UndefinedRule
from emulrules.model.season import Act, UnitEntry
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.plugins import load_policy

MEETING = choose("binh-xet", "meeting", asks="meeting")


def test_a_season_is_decided_under_the_ruleset_that_it_names() -> None:
    fault = refused("other-ruleset", ruleset("a"), evolve(season(), ruleset="quy-che-khac"))
    assert (("ruleset",), "quy-che-khac", "quy-che") == (fault.path, fault.data["expected"], fault.data["got"])


@pytest.mark.parametrize("year", ["2020", "2022", "2020-2021", "abc", ""])
def test_a_season_that_the_ruleset_does_not_cover_is_refused(year: str) -> None:
    plan = evolve(ruleset("a"), seasons=Span("2021", "2021"))
    assert ("season",) == refused("season-not-covered", plan, evolve(season(), id=year)).path


def test_a_ruleset_without_a_last_season_covers_all_later_ones() -> None:
    assert "complete" == decided(ruleset("a"), evolve(season(), id="2030-2031")).status


def test_a_season_that_pins_a_date_is_decided_under_the_file_of_that_date() -> None:
    assert "complete" == decided(ruleset("a"), evolve(season(), in_force=date(2021, 1, 1))).status
    assert ("in_force",) == all_refused(ruleset("a"), evolve(season(), in_force=date(2019, 1, 1)))[0].path


def test_the_policy_is_the_one_that_the_ruleset_names() -> None:
    with pytest.raises(RulesetError) as caught:
        decide(season(), evolve(ruleset("a"), policy="khac"), load_policy(ruleset("a")))
    assert ("other-policy", "khac", "standard") == (
        caught.value.code, caught.value.faults[0].data["expected"], caught.value.faults[0].data["got"]
    )  # fmt: skip


@pytest.mark.parametrize("what", ["criteria", "scale", "order", "ties", "gates", "conditions", "awards"])
@pytest.mark.parametrize("ask", [None, "meeting"])
def test_what_is_undefined_and_not_asked_warns(what: str, ask: Any) -> None:
    declared = UndefinedRule("chua-ro", what, "Không nói", **READ, ask=ask)
    plan = ruleset("a", headship=Headship("elected", **READ, deputies=()), undefined=(declared,))
    warnings = {(each.code, each.rule) for each in decided(plan).warnings}
    assert (what == "ties" and ask is not None) or ("undefined", "undefined.chua-ro") in warnings


@pytest.mark.parametrize("what", ["ties", "headship.deputies", "awards.f.quota", "awards.f.choose"])
def test_what_is_undefined_and_asked_does_not_warn_before_it_is_settled(what: str) -> None:
    declared = UndefinedRule("chua-ro", what, "Không nói", **READ, ask="meeting")
    plan = ruleset("a", headship=Headship("elected", **READ, deputies=()), undefined=(declared,))
    assert set() == warned(decided(plan))


class Partly:
    """The standard policy, which leaves one hook undefined."""

    name = "standard"

    def __init__(self, hook: str) -> None:
        self._hook = hook
        self._standard = load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        if hook == self._hook:
            return (Answered(hook, subject, "x", Undefined(f"some.{hook}", ("Điều 1",))),)
        return self._standard.ask(hook, subject, **arguments)


@pytest.mark.parametrize("hook", ["unit_gates", "tie_break_keys", "head_rotation"])
def test_a_hook_that_leaves_undefined_what_no_stage_needs_warns(hook: str) -> None:
    rules = {"order": order("points"), "headship": Headship("elected", **READ, deputies=())}
    plan = ruleset("ab", criteria=(criterion("x"),), ties=(tie("t", "criterion", criterion="x"),), **rules)
    decision = decided(plan, season(scores={"x": {"a": 1, "b": 1}}), Partly(hook))
    assert ("undefined", f"some.{hook}") in warned(decision)
    assert (hook == "head_rotation") == ([] == asked(decision))


def test_a_hook_that_leaves_undefined_what_a_stage_needs_is_an_error() -> None:
    plan = ruleset("a", criteria=(criterion("x"),), order=order())
    with pytest.raises(RulesetError) as caught:
        decided(plan, season(scores={"x": {"a": 1}}), Partly("criterion_weights"))
    assert "undefined-needed" == caught.value.code


# Order of input.


PARTS: dict[str, Any] = {
    "criteria": (criterion("x", not_applicable="rescale"), criterion("y", None, max="100"), criterion("z", parent="y")),
    "gates": (gate("loai", "bad"), gate("hoan", "slow", "hold"), gate("mot", "unsaid", "hold")),
    "conditions": tuple(
        Condition(id_, "present", "members", **READ, more_than=scale(points="1/2").points) for id_ in "kh"
    ),
    "limits": (Limit("mot", "Một", **READ, award="f"), Limit("hai", "Hai", **READ, award="f")),
    "undefined": (UndefinedRule("u", "scale", "?", **READ), UndefinedRule("b", "gates", "?", **READ)),
}
WHOLE = ruleset(
    "abcd",
    order=order("points", 1),
    scale=scale(points="200"),
    ties=(tie("phieu", "ballot", asks="members"),),
    awards=(award("f", choose("s", "standing"), quota=1), award("g", MEETING, quota=2, excludes=("f",))),
    headship=Headship("elected", **READ, asks="members", deputies=(), bars=(
        Bar("z", ("head",), **READ, who="outgoing"), Bar("k", ("head",), **READ, fact="unfit"))),
    **PARTS,
)  # fmt: skip
FACTS: dict[str, Any] = {
    "facts": {"slow": ("a", "b"), "unfit": ("c", "b"), "bad": ("d",)},
    "units": {"b": UnitEntry(1, 2), "a": UnitEntry(3, 4)},
    "sources": {"z": Source("Z"), "bien-ban": Source("Biên bản")},
    "head": "d",
    "present": 3,
}
CELLS: dict[str, Any] = {"z": {"c": 1, "b": 5, "a": 5}, "x": {"a": "5", "c": "n/a", "b": "5.0"}}
ACTS = (
    vote("place:1:phieu", 4, "ba", b=3, a=1),
    act("award:g:binh-xet", ["c", "a"], among=("c", "a")),
    act("before:head", ["d"]),
)


def turned(mapping: Any) -> Any:
    return dict(reversed(mapping.items()))


def bytes_of(plan: Ruleset, *acts: Act, cells: Any = CELLS, **parts: Any) -> str:
    return to_json(decided(plan, season(*acts, scores=cells, **{**FACTS, **parts})))


def test_the_rows_of_a_season_may_stand_in_any_order() -> None:
    acts = (ACTS[1], ACTS[0])
    first = bytes_of(WHOLE, *acts)
    facts = turned({fact: tuple(reversed(units)) for fact, units in FACTS["facts"].items()})
    cells = turned({id_: turned(row) for id_, row in CELLS.items()})
    back = (vote("place:1:phieu", 4, "ab", a=1, b=3), act("award:g:binh-xet", ["a", "c"], among=("a", "c")))
    parts = {"facts": facts, "units": turned(FACTS["units"]), "sources": turned(FACTS["sources"])}
    assert first == bytes_of(WHOLE, *back, cells=cells, **parts)
    again = decided(WHOLE, season(*back, scores=cells, **{**FACTS, **parts}))
    assert decided(WHOLE, season(*acts, scores=CELLS, **FACTS)) == again
    assert ["award:g:binh-xet", "place:1:phieu"] == [each.question for each in again.season.acts]


def test_the_members_of_a_cluster_may_stand_in_any_order() -> None:
    first = bytes_of(WHOLE, *ACTS[:2])
    for members in permutations("abcd"):
        cluster = evolve(WHOLE.clusters["cum"], members=members)
        assert first == bytes_of(
            evolve(WHOLE, clusters=Table({"cum": cluster}), units=Table(turned(WHOLE.units))), *ACTS[:2]
        )


@pytest.mark.parametrize("part", [*PARTS, "bars"])
def test_rules_that_are_no_sequence_may_stand_in_any_order(part: str) -> None:
    """Criteria, gates, conditions, limits and bars are sets; ties, awards, bands and chains are sequences."""
    if part == "bars":
        assert WHOLE.headship is not None
        plan = evolve(WHOLE, headship=evolve(WHOLE.headship, bars=tuple(reversed(WHOLE.headship.bars))))
    else:
        again: Any = {part: tuple(reversed(PARTS[part]))}
        plan = evolve(WHOLE, **again)
    first, second = (decided(each, season(*ACTS[:2], scores=CELLS, **FACTS)) for each in (WHOLE, plan))
    assert to_json(first) == to_json(second)
    assert first == second


def test_deciding_again_gives_the_same() -> None:
    once = decided(WHOLE, season(*ACTS[:2], scores=CELLS, **FACTS))
    assert once == decided(once.rules, once.season)
    assert to_json(once) == to_json(decided(once.rules, once.season))


# Steps are the only source.


def test_steps_are_numbered_and_each_names_its_rule_and_basis() -> None:
    decision = decided(WHOLE, season(*ACTS[:2], scores=CELLS, **FACTS))
    assert list(range(1, len(decision.steps) + 1)) == [step.n for step in decision.steps]
    assert all(step.rule and step.basis for step in decision.steps)


def test_the_steps_alone_give_the_outcome() -> None:
    decision = decided(WHOLE, season(*ACTS[:2], scores=CELLS, **FACTS))
    bare = Decision(season(), ruleset(""), "", (), (), decision.steps, (), (), ())
    assert (decision.gates, decision.standings, decision.awards, decision.offices) == (
        bare.gates, bare.standings, bare.awards, bare.offices
    )  # fmt: skip
    assert 3 == len(outputs(decision, "award")) == len(proposed(decision))


def test_the_answers_of_hooks_are_kept_by_hook_and_subject() -> None:
    decision = decided(WHOLE, season(*ACTS[:2], scores=CELLS, **FACTS))
    keys = [(each.hook, each.subject) for each in decision.answers]
    assert sorted(set(keys)) == keys
    assert {("award_quota", "f"), ("award_quota", "g"), ("criterion_weights", ""), ("head_rotation", ""),
            ("tie_break_keys", "a,b"), ("unit_gates", "")} == set(keys)  # fmt: skip


def test_an_empty_cluster_is_refused() -> None:
    refused("roster-empty", ruleset(""))
