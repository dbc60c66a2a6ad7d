"""Facts about `emulrules diff`: what changed between two decisions, unit by unit, and which step is told as a cause."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from building import act, award, choose, criterion, decided, gate, order, ruleset, season, tie
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from law_trials import EXAMPLES

from emulrules.cli import main
from emulrules.errors import SeasonError
from emulrules.files.record import parse_record, record_bytes
from emulrules.model.decision import Decision
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.report.causes import Cause
from emulrules.report.diff import diff_text
from emulrules.report.differences import Change, compare, diff_object
from emulrules.testing.chance import Drawn
from emulrules.testing.course import answered_at_random
from emulrules.testing.later import whole_year
from emulrules.testing.strategies import cases, cases_of
from emulrules.wording import LANGUAGES

CASES = Path(__file__).parents[1] / "rulesets" / "emulrules_rulesets" / "moc-lan-blocs" / "cases"
AFTER = CASES / "2024-khoi-huyen.toml"
DOWN: dict[str, Any] = {"a": 4, "b": 3, "c": 2}
FLAG = award("co", choose("s", "standing"), quota=1)


def rules(**parts: Any) -> Ruleset:
    return ruleset("abc", **{"criteria": (criterion("x"),), "order": order("points"), "awards": (FLAG,), **parts})


def made(plan: Ruleset | None = None, *acts: Any, x: dict[str, Any] | None = None, **parts: Any) -> Decision:
    return decided(plan or rules(), season(*acts, scores={"x": x or DOWN}, **parts))


def changes(before: Decision, after: Decision) -> dict[tuple[str, str], tuple[Any, Any]]:
    return {(each.unit, each.what): (each.before, each.after) for each in compare(before, after).changes}


def change(before: Decision, after: Decision, unit: str, what: str) -> Change:
    [found] = [each for each in compare(before, after).changes if (each.unit, each.what) == (unit, what)]
    return found


def cause(before: Decision, after: Decision, unit: str, what: str) -> Cause:
    found = change(before, after, unit, what).cause
    assert found is not None
    return found


def test_a_decision_is_the_same_as_itself() -> None:
    found = compare(made(), made())
    assert (True, ()) == (found.same, found.changes)


def test_a_record_of_a_decision_is_the_same_as_the_decision() -> None:
    found = compare(parse_record(record_bytes(made())).decision, made())
    assert (True, ()) == (found.same, found.changes)


def test_whoever_changes_nothing_is_not_told() -> None:
    assert {("a", "total"), ("a", "place"), ("a", "award"), ("b", "place"), ("b", "award")} == set(
        changes(made(), made(x={**DOWN, "a": "5/2"}))
    )


def test_a_total_follows_from_the_units_own_points() -> None:
    found = cause(made(), made(x={**DOWN, "a": 1}), "a", "total")
    assert ("points", "a", "criteria.x", "4", "1") == (found.step, found.unit, found.rule, found.before, found.after)


def test_a_place_follows_from_the_points_of_whoever_passed_by() -> None:
    found = cause(made(), made(x={**DOWN, "a": 1}), "b", "place")
    assert ("points", "a", ("Quy chế giả định Điều 1",)) == (found.step, found.unit, found.basis)


def test_a_place_follows_from_the_act_that_parted_a_tie() -> None:
    plan = rules(order=order("points", 1), ties=(tie("t", "decision", asks="chair"),))
    tied = {"a": 4, "b": 4, "c": 2}
    one, other = (made(plan, act("place:1:t", (unit,), among=("a", "b")), x=tied) for unit in "ab")
    assert "place:1:t" == cause(one, other, "a", "place").question


def test_each_place_follows_from_those_by_whom_the_unit_rose_or_fell() -> None:
    plan = ruleset(
        "abcde",
        criteria=(criterion("x"), criterion("y")),
        order=order("points"),
        gates=(gate("loai", "bad"),),
        awards=(FLAG, award("bk", choose("s", "standing"), quota=2, excludes=("co",))),
    )
    draft = evolve(
        plan,
        criteria=(criterion("x"), criterion("y", weight=Fraction(2))),
        awards=(FLAG, award("bk", choose("s", "standing"), quota=1, excludes=("co",))),
    )
    x, y = {"a": 55, "b": 51, "c": 50, "d": 40, "e": 30}, {"a": 30, "b": 30, "c": 30, "d": 39, "e": 20}
    one, other = (
        decided(rules, season(scores={"x": x, "y": y}, facts={"bad": bad}))
        for rules, bad in ((plan, ()), (draft, ("b",)))
    )
    causes = {(each.unit, each.award): each.cause for each in compare(one, other).changes if each.what != "total"}
    told = {key: cause and (cause.rule, cause.unit) for key, cause in causes.items()}
    assert {
        ("a", None): ("criteria.y", "d"),
        ("b", None): ("gates.loai", "b"),
        ("d", None): ("criteria.y", "d"),
        ("e", None): ("gates.loai", "b"),
        ("a", "co"): ("criteria.y", "d"),
        ("a", "bk"): ("criteria.y", "d"),
        ("b", "bk"): ("gates.loai", "b"),
        ("c", "bk"): ("awards.bk.quota", None),
        ("d", "co"): ("criteria.y", "d"),
    } == told


def test_of_two_that_lost_points_the_place_follows_from_the_one_that_lost_more() -> None:
    found = cause(made(x={"a": 9, "b": 8, "c": 1}), made(x={"a": 5, "b": 7, "c": 1}), "b", "place")
    assert ("points", "a") == (found.step, found.unit)


@pytest.mark.parametrize("turned", [False, True])
def test_an_award_that_one_ruleset_has_not_is_its_own_cause_and_is_told_by_its_name(turned: bool) -> None:
    plan = rules(awards=(evolve(FLAG, name="Cờ (giả định)"),))
    one, other = made(plan), made(rules(awards=()))
    one, other = (other, one) if turned else (one, other)
    found = cause(one, other, "a", "award")
    assert ("awards.co", ("Quy chế giả định Điều 1",)) == (found.rule, found.basis)
    assert "Cờ (giả định): " in diff_text(compare(one, other), one, other)


def test_a_place_that_an_order_by_the_meeting_took_rests_on_the_article_of_the_order() -> None:
    found = cause(made(), made(rules(order=order("meeting", asks="meeting"))), "b", "place")
    assert ("standing", "b", "order", ("Quy chế giả định Điều 1",)) == (found.step, found.unit, found.rule, found.basis)


def test_a_gate_is_its_own_cause_and_that_of_the_award() -> None:
    plan = rules(gates=(gate("loai", "bad"),))
    one, other = made(plan, facts={"bad": ()}), made(plan, facts={"bad": ("a",)})
    assert ["gates.loai", "gates.loai"] == [cause(one, other, "a", what).rule for what in ("gate", "award")]


def test_an_award_follows_from_its_quota_where_no_place_changed() -> None:
    one, other = (made(rules(awards=(award("co", choose("s", "standing"), quota=n),))) for n in (1, 2))
    found = cause(one, other, "b", "award")
    assert ("quota", "awards.co.quota", 1, 2) == (found.step, found.rule, found.before, found.after)


def certificates(number: int, *excludes: str, requires: tuple[str, ...] = ()) -> Ruleset:
    """A flag for the first, and certificates for the next, or for those that have the flag."""
    return rules(
        awards=(FLAG, award("bk", choose("s", "standing"), quota=number, excludes=excludes, requires=requires))
    )


def flags(number: int) -> Ruleset:
    return rules(gates=(gate("loai", "bad"),), awards=(award("co", choose("s", "standing"), quota=number),))


GOOD: dict[str, Any] = {"facts": {"bad": ()}}
BAD: dict[str, Any] = {"facts": {"bad": ("a",)}}
BEYOND = {"a": 4, "b": 3, "c": 9}

QUOTAS = {
    "the old one would have sufficed": (made(flags(1), **GOOD), made(flags(2), x=BEYOND, **GOOD), "c", "criteria.x"),
    "the new one would have sufficed": (made(flags(2), x=BEYOND, **GOOD), made(flags(1), **GOOD), "c", "criteria.x"),
    "a gate made room within it": (made(flags(1), **GOOD), made(flags(2), **BAD), "b", "gates.loai"),
    "a gate made room, but not within it": (made(flags(1), **GOOD), made(flags(2), **BAD), "c", "awards.co.quota"),
    "nothing else differs": (made(flags(1), **GOOD), made(flags(2), **GOOD), "b", "awards.co.quota"),
}


@pytest.mark.parametrize(("one", "other", "unit", "rule"), QUOTAS.values(), ids=QUOTAS)
def test_a_quota_is_the_cause_only_where_the_other_one_would_not_have_sufficed(
    one: Decision, other: Decision, unit: str, rule: str
) -> None:
    assert rule == cause(one, other, unit, "award").rule


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (certificates(1, "co"), certificates(1), "bk nay xét cả đơn vị được đề nghị co"),
        (certificates(1), certificates(1, "co"), "bk nay không xét đơn vị được đề nghị co"),
        (certificates(1, "co"), certificates(2), "bk nay xét cả đơn vị được đề nghị co"),
    ],
)
def test_an_exclusion_that_one_ruleset_has_not_is_the_cause(one: Ruleset, other: Ruleset, told: str) -> None:
    found = cause(made(one), made(other), "a", "award")
    assert ("excludes", "awards.bk", "co") == (found.step, found.rule, found.by)
    assert f"Vì: {told}" in diff_text(compare(made(one), made(other)), made(one), made(other))


def test_a_requirement_that_one_ruleset_has_not_is_the_cause() -> None:
    one, other = made(certificates(2)), made(certificates(2, requires=("co",)))
    found = cause(one, other, "b", "award")
    assert ("requires", "awards.bk", [], ["co"]) == (found.step, found.rule, found.before, found.after)
    assert "Because of: bk now requires co" in diff_text(compare(one, other), one, other, "en")


def test_who_lost_an_award_to_a_unit_that_nothing_shuts_out_any_more_lost_it_by_that() -> None:
    found = cause(made(certificates(1, "co")), made(certificates(1)), "b", "award")
    assert ("excludes", "awards.bk", "co") == (found.step, found.rule, found.by)


@given(st.data())
@settings(max_examples=max(25, EXAMPLES // 4))
def test_what_is_told_of_an_award_is_what_it_turns_on(data: st.DataObject) -> None:
    """Where a unit has an award, the other quota alone takes it away if it is told as the cause, and else it does not.

    Whoever is told of an exclusion was shut out by one that stands in one ruleset only, or has what such a unit lost.
    """

    def drawn() -> tuple[Ruleset, dict[str, Any]]:
        number, shut = data.draw(st.integers(0, 3)), data.draw(st.sampled_from([(), ("co",)]))
        flag = award("co", choose("s", "standing"), quota=data.draw(st.integers(1, 2)))
        plan = rules(awards=(flag, award("bk", choose("s", "standing"), quota=number, excludes=shut)))
        return plan, dict(zip("abc", data.draw(st.permutations([2, 3, 4])), strict=True))

    sides = (drawn(), drawn())
    one, two = (made(plan, x=x) for plan, x in sides)
    for each in compare(one, two).changes:
        if each.what != "award" or each.cause is None:
            continue
        at = 0 if each.after is None else 1
        (plan, x), (other, _) = sides[at], sides[1 - at]
        own, theirs = ({rule.id: rule for rule in of.awards}[str(each.award)] for of in (plan, other))
        if each.cause.step == "excludes":
            shut = [won.unit for side in (one, two) for won in side.awards if won.award == "co"]
            assert own.excludes != theirs.excludes
            assert shut
            continue
        changed = evolve(own, quota=theirs.quota)
        again = made(evolve(plan, awards=tuple(changed if rule.id == own.id else rule for rule in plan.awards)), x=x)
        has = any((won.award, won.unit) == (each.award, each.unit) for won in again.awards)
        told = each.cause.rule == f"awards.{each.award}.quota"
        assert has is not told


def test_an_award_by_standing_follows_from_the_place() -> None:
    found = cause(made(), made(x={**DOWN, "a": 1}), "b", "award")
    assert ("points", "a") == (found.step, found.unit)


def test_an_award_follows_from_the_one_that_shuts_it_out() -> None:
    plan = rules(
        awards=(
            award("co", choose("m", "meeting", asks="meeting"), quota=1),
            award("bk", choose("s", "standing"), quota=1, excludes=("co",)),
        )
    )
    one, other = (made(plan, act("award:co:m", (unit,))) for unit in "ab")
    found = [each.cause for each in compare(one, other).changes if (each.unit, each.award) == ("a", "bk")]
    assert ["award:co:m"] == [each and each.question for each in found]


def test_an_award_that_was_cancelled_rests_on_the_document() -> None:
    found = cause(made(), made(None, act("revoked:co:a", value="cancelled")), "a", "award")
    assert ("award-state", ("Biên bản (giả định)",)) == (found.step, found.basis)


def test_whoever_follows_without_a_rule_rests_on_the_act() -> None:
    one = made(None, act("revoked:co:a", value="cancelled"))
    other = made(None, act("revoked:co:a", value="cancelled"), act("award:co:replacement", ("b",)))
    found = cause(one, other, "b", "award")
    assert ("award:co:replacement", ("Biên bản (giả định)",)) == (found.question, found.basis)


def test_a_unit_that_is_out_lost_its_total_and_its_place_by_the_gate() -> None:
    plan = rules(gates=(gate("loai", "bad"),))
    one, other = made(plan, facts={"bad": ()}), made(plan, facts={"bad": ("a",)})
    assert ["gates.loai", "gates.loai"] == [cause(one, other, "a", what).rule for what in ("total", "place")]


def test_an_office_follows_from_the_act_that_filled_it() -> None:
    plan = rules(headship=Headship("elected", ("Điều 9",), "read", asks="members", deputies=()))
    found = cause(made(plan, act("head", ("a",))), made(plan, act("head", ("b",))), "b", "office")
    assert ("head", ("Điều 9",)) == (found.question, found.basis)


def test_a_question_that_is_asked_in_one_only_is_told() -> None:
    found = compare(made(), made(None, act("revoked:co:a", value="cancelled")))
    assert (["award:co:replacement"], []) == (
        [each["id"] for each in found.only("questions", "after")],
        found.only("questions", "before"),
    )


def test_another_cluster_is_refused() -> None:
    other = ruleset("xyz", criteria=(criterion("x"),), order=order("points"), awards=(FLAG,))
    with pytest.raises(SeasonError) as caught:
        compare(made(), decided(other, season(scores={"x": {"x": 3, "y": 2, "z": 1}})))
    assert "diff-other-cluster" == caught.value.code


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everything_that_changed_is_said_in_both_languages(language: str) -> None:
    plan = rules(
        gates=(gate("loai", "bad"),), headship=Headship("elected", ("Điều 9",), "read", asks="members", deputies=())
    )
    one = made(plan, act("head", ("a",)), facts={"bad": ()})
    other = made(plan, facts={"bad": ("a",)}, x={**DOWN, "c": 5})
    told = diff_text(compare(one, other), one, other, language)
    for unit in "ac":
        assert f"Đơn vị {unit.upper()} ({unit})" in told
    assert {"gate", "total", "place", "award", "office"} == {each.what for each in compare(one, other).changes}
    assert "{" not in told


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The year of `AFTER` as its meeting left it."""
    path = tmp_path / "season.toml"
    head, first, *_ = AFTER.read_text(encoding="utf-8").split("[[acts]]")
    path.write_text(f"{head}[[acts]]{first}", encoding="utf-8")
    return path


def ran(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["diff", *arguments])


def test_two_season_files_that_differ_end_with_1(before: Path) -> None:
    result = ran(str(before), str(AFTER))
    assert (1, True) == (result.exit_code, "tạm giữ → được đề nghị" in result.stdout)


def test_a_record_and_its_season_end_with_0(tmp_path: Path) -> None:
    record = tmp_path / "nam-2024.json"
    CliRunner().invoke(main, ["decide", str(AFTER), "--record", str(record)])
    assert 0 == ran(str(record), str(AFTER)).exit_code


def test_json_says_what_the_object_says(before: Path) -> None:
    result = ran(str(before), str(AFTER), "--format", "json")
    found = json.loads(result.stdout)
    assert ("emulrules/diff/1", False) == (found["format"], found["same"])
    [yielded] = [each for each in found["changes"] if each["after"] == "yielded"]
    assert ("huyen-nam", "province-flag") == (yielded["unit"], yielded["cause"]["by"])


def test_the_object_is_plain_data() -> None:
    found = diff_object(compare(made(), made(x={**DOWN, "a": 1})))
    assert json.loads(json.dumps(found)) == found


@given(st.data())
@settings(max_examples=max(25, EXAMPLES // 4))
def test_every_change_between_two_years_has_a_cause(data: st.DataObject) -> None:
    chance = Drawn(data.draw)
    case = data.draw(cases())
    other = data.draw(cases_of(case.ruleset))
    assume(other.season.cluster == case.season.cluster)
    assume(set(case.members) & set(other.members))
    one, two = (whole_year(each, answered_at_random(each, chance), chance).decide() for each in (case, other))
    found = compare(one, two)
    assert [] == [each for each in found.changes if each.cause is None]
    assert not (found.same and found.changes)
    for language in LANGUAGES:
        assert diff_text(found, one, two, language).endswith("\n")
