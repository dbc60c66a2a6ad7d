"""Facts about what each hook may answer; every fault names who answered, the hook, the subject and the place."""

# mypy: disable-error-code="arg-type"
# Wrong types are what is tried here.

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from emulrules.errors import PluginError
from emulrules.model.answers import (
    DEFER,
    Barred,
    Defer,
    Gated,
    GateFacts,
    Points,
    Quota,
    Rotation,
    TieKey,
    TieKeys,
    Undefined,
    UnknownFact,
    Weights,
)
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Cluster, Ruleset, Span, UndefinedRule
from emulrules.model.season import Season, UnitEntry
from emulrules.model.table import Table
from emulrules.plugins import check
from emulrules.policy import HOOKS
from emulrules.wording.plugins import SENTENCES

BASIS = ("quy-che Điều 1",)
CRITERION = Criterion("tieu-chi", "Tiêu chí", BASIS, "assumed", method="policy", max=Fraction(10))
RULESET = Ruleset(
    "quy-che",
    "Quy chế giả định",
    "Cơ quan giả định",
    "gia-dinh",
    date(2021, 1, 1),
    Span("2021"),
    clusters={"cum": Cluster("Cụm", ("so-a", "so-b", "so-c"), BASIS, "assumed")},
    criteria=(CRITERION, Criterion("khac", "Khác", BASIS, "assumed", method="entered")),
    undefined=(UndefinedRule("de-ngo", "awards.flag.quota", "Không nói", BASIS, "read"),),
)
SEASON = Season(
    "quy-che",
    "cum",
    "2021",
    units={"so-c": UnitEntry(roster="leaves", source="tin"), "so-d": UnitEntry(roster="joins", source="tin", name="D")},
)
FLAG = Award("flag", "Cờ", (), BASIS, "assumed")
OUT = GateFacts((Gated("so-d", "out", Rule("gates.ngoai", BASIS, "read")),))


@frozen
class Quotas(Quota):
    """A subclass."""


class Text(str):
    """A subclass."""

    __slots__ = ()


class Whole(int):
    """A subclass."""


class Part(Fraction):
    """A subclass."""


def told(value: object) -> str:
    """The name of a case: what is changed, and what is found where."""
    if isinstance(value, dict):
        return " and ".join(map(str, value))
    if isinstance(value, tuple):
        return " at ".join(value)
    return str(value) if isinstance(value, Fraction | bool) else type(value).__name__


def rule(path: str) -> Rule:
    return Rule(path, BASIS, "read")


QUOTA = Quota(2, rule("awards.flag.quota"), base=10, rounding="floor")
BAR = Barred("cam", ("head",), ("so-a", "so-b"), rule("headship.bars.cam"))
ROTATION = Rotation("elected", rule("headship"), "members", (BAR,), ("deputy",), "ministry")
VALUE = TieKey(
    "khoa", "value", rule("ties.khoa"), values={"so-a": Fraction(1), "so-b": None}, lacks={"so-b": ("women",)}
)
BEATS = TieKey(
    "doi-dau", "value", rule("ties.doi-dau"), values={"so-a": Fraction(1), "so-b": Fraction(0)}, then="continue"
)
BALLOT = TieKey("phieu", "ballot", rule("ties.phieu"), "members")
WEIGHTS = Weights({"tieu-chi": Fraction(1, 2), "khac": Fraction(0)})
POINTS = Points({"so-a": Fraction(10), "so-b": Fraction(0)}, rule("criteria.tieu-chi"))
HELD = Gated("so-a", "hold", rule("gates.khieu-nai"))
UNKNOWN = UnknownFact("kien", "out", rule("gates.kien"))

GIVEN = {
    "award_quota": QUOTA,
    "criterion_points": POINTS,
    "criterion_weights": WEIGHTS,
    "head_rotation": ROTATION,
    "tie_break_keys": TieKeys((VALUE, BALLOT)),
    "unit_gates": GateFacts((HELD, *OUT.gated), (UNKNOWN,)),
}


def checked(hook: str, answer: object, criterion: Criterion = CRITERION, by: str = "gia-dinh") -> object:
    more: dict[str, dict[str, Any]] = {
        "award_quota": {"award": FLAG, "gates": OUT},
        "criterion_points": {"criterion": criterion, "gates": OUT},
        "tie_break_keys": {"tied": ("so-a", "so-b"), "points": Table()},
    }
    return check(hook, answer, by=by, subject="việc", ruleset=RULESET, season=SEASON, **more.get(hook, {}))


def refused(hook: str, answer: object, criterion: Criterion = CRITERION) -> tuple[str, str]:
    """The code, and the place in the answer."""
    with pytest.raises(PluginError) as caught:
        checked(hook, answer, criterion)
    (fault,) = caught.value.faults
    assert ("gia-dinh", hook, "việc") == fault.path[:3]
    assert fault.sentence("vi") != fault.sentence("en")
    return fault.code, ".".join(str(part) for part in fault.path[3:])


@pytest.mark.parametrize("hook", HOOKS)
def test_a_right_answer_is_given_back_equal_and_made_anew(hook: str) -> None:
    found = checked(hook, GIVEN[hook])
    assert GIVEN[hook] == found
    assert found is not GIVEN[hook]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_deferred_subject_is_given_back_as_the_one_value(hook: str) -> None:
    assert checked(hook, Defer()) is DEFER


@pytest.mark.parametrize("hook", HOOKS)
def test_none_is_no_answer(hook: str) -> None:
    assert ("plugin-no-answer", "") == refused(hook, None)


def generator() -> Iterator[Quota]:
    yield QUOTA


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(
    "answer",
    [
        1.5,
        2,
        True,
        "2",
        Fraction(2),
        generator(),
        [QUOTA],
        (QUOTA,),
        {"number": 2},
        Quota,
        object(),
        Quotas(2, QUOTA.rule),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_another_class_than_the_hooks_is_refused(hook: str, answer: object) -> None:
    assert ("plugin-answer-kind", "") == refused(hook, answer)


@pytest.mark.parametrize("hook", HOOKS)
def test_the_answer_to_another_hook_is_refused(hook: str) -> None:
    other = GIVEN["award_quota" if hook != "award_quota" else "head_rotation"]
    assert ("plugin-answer-kind", "") == refused(hook, other)


def test_a_value_made_without_its_constructor_is_refused() -> None:
    assert ("plugin-answer-kind", "") == refused("award_quota", Quota.__new__(Quota))


UNDEFINED = {
    "award_quota": "awards.flag.quota",
    "criterion_points": "criteria.tieu-chi",
    "criterion_weights": "criteria",
    "head_rotation": "headship.deputies",
    "tie_break_keys": "ties",
    "unit_gates": "gates",
}


@pytest.mark.parametrize(("hook", "what"), UNDEFINED.items())
def test_undefined_names_what_was_asked_or_the_rulesets_own_entry(hook: str, what: str) -> None:
    for path in (what, "undefined.de-ngo"):
        answer = Undefined(path, BASIS, "ministry", "reported")
        assert answer == checked(hook, answer)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Undefined("awards.other.quota"), ("plugin-value-path", "what")),
        (Undefined("awards.flag-two.quota"), ("plugin-value-path", "what")),
        (Undefined("undefined.khac"), ("plugin-value-path", "what")),
        (Undefined(None), ("plugin-value-kind", "what")),
        (Undefined(Text("awards.flag.quota")), ("plugin-value-kind", "what")),
        (Undefined("awards.flag.quota", list(BASIS)), ("plugin-value-kind", "basis")),
        (Undefined("awards.flag.quota", "Điều 1"), ("plugin-value-kind", "basis")),
        (Undefined("awards.flag.quota", BASIS, "bo"), ("plugin-value-choice", "ask")),
        (Undefined("awards.flag.quota", BASIS, 5), ("plugin-value-kind", "ask")),
        (Undefined("awards.flag.quota", BASIS, None, "known"), ("plugin-value-choice", "trust")),
    ],
    ids=told,
)
def test_undefined_is_checked_as_any_value(answer: Undefined, found: tuple[str, str]) -> None:
    assert found == refused("award_quota", answer)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"number": 1.0}, ("plugin-value-kind", "number")),
        ({"number": float("nan")}, ("plugin-value-kind", "number")),
        ({"number": True}, ("plugin-value-kind", "number")),
        ({"number": Whole(2)}, ("plugin-value-kind", "number")),
        ({"number": Fraction(2)}, ("plugin-value-kind", "number")),
        ({"number": Decimal(2)}, ("plugin-value-kind", "number")),
        ({"number": "2"}, ("plugin-value-kind", "number")),
        ({"number": None}, ("plugin-value-kind", "number")),
        ({"number": -1}, ("plugin-value-negative", "number")),
        ({"number": 10**5000}, ("plugin-value-long", "number")),
        ({"base": 2.5}, ("plugin-value-kind", "base")),
        ({"base": -1}, ("plugin-value-negative", "base")),
        ({"rounding": "down"}, ("plugin-value-choice", "rounding")),
        ({"rest": 1}, ("plugin-value-kind", "rest")),
        ({"rest": None, "number": None}, ("plugin-value-kind", "number")),
        ({"bound": "floor"}, ("plugin-value-choice", "bound")),
        ({"share": 0.1}, ("plugin-value-kind", "share")),
        ({"least": True}, ("plugin-value-kind", "least")),
        ({"most": -1}, ("plugin-value-negative", "most")),
        ({"rule": None}, ("plugin-value-kind", "rule")),
    ],
    ids=told,
)
def test_a_quota_is_a_count(changes: dict[str, Any], found: tuple[str, str]) -> None:
    assert found == refused("award_quota", evolve(QUOTA, **changes))


FIFTH = evolve(QUOTA, share=Fraction(1, 5))
EXACT = evolve(FIFTH, rounding=None, bound="not-more-than")
REST = Quota(None, QUOTA.rule, rest=True)


@pytest.mark.parametrize(
    "answer",
    [
        FIFTH,
        EXACT,
        evolve(EXACT, bound="less-than", number=1),
        evolve(FIFTH, least=3, number=3),
        evolve(FIFTH, most=1, number=1),
        evolve(FIFTH, least=2, most=2),
        evolve(FIFTH, share=Fraction(1), number=10),
        REST,
    ],
    ids=["share", "not more", "less", "least", "most", "least and most", "the whole", "rest"],
)
def test_a_quota_may_say_the_share_that_it_is(answer: Quota) -> None:
    assert answer == checked("award_quota", answer)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (evolve(FIFTH, number=3), ("plugin-quota-differs", "number")),
        (evolve(FIFTH, base=9), ("plugin-quota-differs", "number")),
        (evolve(FIFTH, least=3), ("plugin-quota-differs", "number")),
        (evolve(FIFTH, most=1), ("plugin-quota-differs", "number")),
        (evolve(EXACT, bound="less-than"), ("plugin-quota-differs", "number")),
        (evolve(FIFTH, share=Fraction(0), number=0), ("plugin-quota-share", "share")),
        (evolve(FIFTH, share=Fraction(11, 10), number=11), ("plugin-quota-share", "share")),
        (evolve(FIFTH, rounding=None), ("plugin-quota-parts", "")),
        (evolve(FIFTH, base=None), ("plugin-quota-parts", "")),
        (evolve(FIFTH, bound="not-more-than"), ("plugin-quota-parts", "")),
        (evolve(FIFTH, least=3, most=2), ("plugin-quota-parts", "")),
        (evolve(FIFTH, rest=True), ("plugin-quota-parts", "")),
        (evolve(QUOTA, bound="less-than"), ("plugin-quota-parts", "")),
        (evolve(QUOTA, least=2), ("plugin-quota-parts", "")),
        (evolve(QUOTA, most=2), ("plugin-quota-parts", "")),
        (evolve(QUOTA, rest=True, base=None, rounding=None), ("plugin-quota-parts", "")),
        (evolve(REST, base=1), ("plugin-quota-parts", "")),
        (evolve(REST, rounding="floor"), ("plugin-quota-parts", "")),
        (evolve(REST, rest=False), ("plugin-value-kind", "number")),
    ],
)
def test_a_quota_follows_from_the_share_that_it_says(answer: Quota, found: tuple[str, str]) -> None:
    assert found == refused("award_quota", answer)


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (Rule("awards.flag.quota", (), "read"), ("plugin-rule-no-basis", "rule")),
        (Rule("awards.flag.quota", [*BASIS], "read"), ("plugin-value-kind", "rule.basis")),
        (Rule("awards.flag.quota", (5,), "read"), ("plugin-value-kind", "rule.basis")),
        (Rule("awards.flag.quota", BASIS, "sure"), ("plugin-value-choice", "rule.trust")),
        (Rule("awards.other.quota", BASIS, "read"), ("plugin-value-path", "rule.path")),
        (Rule("headship", BASIS, "read"), ("plugin-value-path", "rule.path")),
        (Rule(Text("awards.flag"), BASIS, "read"), ("plugin-value-kind", "rule.path")),
    ],
    ids=told,
)
def test_a_rule_has_a_path_of_what_was_asked_a_basis_and_a_trust(wrong: Rule, found: tuple[str, str]) -> None:
    assert found == refused("award_quota", evolve(QUOTA, rule=wrong))


def test_the_standard_policy_may_answer_with_a_rule_that_the_ruleset_gives_no_basis() -> None:
    answer = evolve(QUOTA, rule=Rule("awards.flag.quota", (), "assumed"))
    assert answer == checked("award_quota", answer, by="standard")


@pytest.mark.parametrize(
    "text",
    ["a" * 1_001, "a\nb", "a\x1b[31m", "a\u200bb", "a\u202eb", "a\u2028b", "\ud800", "e\u0301"],
    ids=ascii,
)
def test_text_that_no_record_could_hold_is_refused(text: str) -> None:
    answer = evolve(QUOTA, rule=Rule("awards.flag.quota", (text,), "read"))
    assert ("plugin-value-text", "rule.basis") == refused("award_quota", answer)


@pytest.mark.parametrize("basis", [("",), ("  ",), ("Quy chế", "\t")], ids=ascii)
def test_a_basis_that_is_blank_is_none(basis: tuple[str, ...]) -> None:
    answer = evolve(QUOTA, rule=Rule("awards.flag.quota", basis, "read"))
    assert ("plugin-rule-no-basis", "rule") == refused("award_quota", answer)


@pytest.mark.parametrize("text", ["bo-phieu:2", "a.b", "Khóa", "khoa 1", "=1+1", "../khoa", "-", "a" * 201])
@pytest.mark.parametrize(
    ("hook", "made", "where"),
    [
        ("tie_break_keys", lambda id_: TieKeys((evolve(VALUE, id=id_),)), "keys"),
        ("head_rotation", lambda id_: evolve(ROTATION, barred=(evolve(BAR, id=id_),)), "barred"),
        ("head_rotation", lambda id_: evolve(ROTATION, barred=(evolve(BAR, fact=id_),)), "barred.cam.fact"),
        ("head_rotation", lambda id_: evolve(ROTATION, deputies=(id_,)), "deputies"),
        ("unit_gates", lambda id_: GateFacts((), (evolve(UNKNOWN, fact=id_),)), "unknown"),
    ],
    ids=["key", "bar", "fact of a bar", "seat", "fact of a gate"],
)
def test_what_names_a_question_is_written_as_ids_are(hook: str, made: Any, where: str, text: str) -> None:
    assert ("plugin-value-id", where) == refused(hook, made(text))


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"tieu-chi": Fraction(1)}, ("plugin-names-lacking", "values.khac")),
        ({}, ("plugin-names-lacking", "values.khac")),
        ({**WEIGHTS.values, "la": Fraction(1)}, ("plugin-names-foreign", "values.la")),
        ({**WEIGHTS.values, "khac": Fraction(-1, 9)}, ("plugin-value-negative", "values.khac")),
        ({**WEIGHTS.values, "khac": 0.5}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": float("nan")}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": True}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": 1}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": Decimal("0.5")}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": Part(1, 2)}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": None}, ("plugin-value-kind", "values.khac")),
        ({**WEIGHTS.values, "khac": Fraction(1, 10**700)}, ("plugin-value-long", "values.khac")),
        ({"tieu-chi": Fraction(1), Text("khac"): Fraction(1)}, ("plugin-value-kind", "values")),
        ({"tieu-chi": Fraction(1), 5: Fraction(1)}, ("plugin-value-kind", "values")),
    ],
    ids=told,
)
def test_weights_are_exact_one_for_every_criterion_none_negative(values: Any, found: tuple[str, str]) -> None:
    assert found == refused("criterion_weights", Weights(values))


def test_a_number_whose_halves_were_tampered_with_is_refused() -> None:
    tampered = Fraction(1, 2)
    tampered._denominator = 0  # type: ignore[attr-defined]  # what a plugin could do
    assert ("plugin-value-kind", "values.khac") == refused(
        "criterion_weights", Weights({**WEIGHTS.values, "khac": tampered})
    )


def test_a_mapping_that_was_put_in_afterwards_is_refused() -> None:
    answer = Weights(WEIGHTS.values)
    object.__setattr__(answer, "values", dict(WEIGHTS.values))
    assert ("plugin-value-kind", "values") == refused("criterion_weights", answer)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"so-a": Fraction(1)}, ("plugin-names-lacking", "values.so-b")),
        ({**POINTS.values, "so-d": Fraction(1)}, ("plugin-names-foreign", "values.so-d")),
        ({**POINTS.values, "so-c": Fraction(1)}, ("plugin-names-foreign", "values.so-c")),
        ({**POINTS.values, "so-la": Fraction(1)}, ("plugin-names-foreign", "values.so-la")),
        ({**POINTS.values, "so-a": Fraction(-1, 9)}, ("plugin-points-bounds", "values.so-a")),
        ({**POINTS.values, "so-a": Fraction(91, 9)}, ("plugin-points-bounds", "values.so-a")),
        ({**POINTS.values, "so-a": 9.5}, ("plugin-value-kind", "values.so-a")),
        ({**POINTS.values, "so-a": None}, ("plugin-points-not-applicable", "values.so-a")),
    ],
    ids=["missing", "out", "left", "foreign", "below", "above", "float", "not applicable"],
)
def test_points_are_those_of_every_unit_that_is_not_out_within_bounds(values: Any, found: tuple[str, str]) -> None:
    assert found == refused("criterion_points", evolve(POINTS, values=values))


@pytest.mark.parametrize(
    ("changes", "points", "within"),
    [
        ({"kind": "deduction"}, Fraction(-10), True),
        ({"kind": "deduction"}, Fraction(1), False),
        ({"kind": "deduction"}, Fraction(-11), False),
        ({"kind": "deduction", "max": None}, Fraction(-99), True),
        ({"kind": "bonus", "max": None}, Fraction(99), True),
        ({"kind": "bonus"}, Fraction(-1), False),
        ({"min": Fraction(-2)}, Fraction(-2), True),
        ({"min": Fraction(-2)}, Fraction(-201, 100), False),
        ({"min": Fraction(2)}, Fraction(1), False),
        ({"min": Fraction(-2)}, Fraction(11), False),
        ({"above_max": True}, Fraction(99), True),
        ({"above_max": True}, Fraction(-1), False),
        ({"kind": "deduction", "above_max": True}, Fraction(-99), True),
        ({"kind": "deduction", "above_max": True}, Fraction(1), False),
        ({"not_applicable": "rescale"}, None, True),
        ({"no_target": "not-applicable"}, None, True),
    ],
    ids=told,
)
def test_bounds_are_those_of_the_criterion(changes: dict[str, Any], points: Fraction | None, within: bool) -> None:
    answer = evolve(POINTS, values={"so-a": points, "so-b": Fraction(0)})
    criterion = evolve(CRITERION, **changes)
    if within:
        assert answer == checked("criterion_points", answer, criterion)
    else:
        assert ("plugin-points-bounds", "values.so-a") == refused("criterion_points", answer, criterion)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"values": {"so-a": Fraction(1)}}, ("plugin-names-lacking", "keys.khoa.values.so-b")),
        (
            {"values": {"so-a": Fraction(1), "so-b": Fraction(1), "so-d": Fraction(1)}},
            ("plugin-names-foreign", "keys.khoa.values.so-d"),
        ),
        ({"values": {"so-a": 1.0, "so-b": None}}, ("plugin-value-kind", "keys.khoa.values.so-a")),
        ({"lacks": {"so-d": ()}}, ("plugin-names-foreign", "keys.khoa.lacks.so-d")),
        ({"lacks": {"so-a": ("women",)}}, ("plugin-key-lacks", "keys.khoa.lacks.so-a")),
        ({"lacks": {"so-b": ("tuoi",)}}, ("plugin-value-choice", "keys.khoa.lacks.so-b")),
        ({"lacks": {"so-b": ("women", "women")}}, ("plugin-value-twice", "keys.khoa.lacks.so-b")),
        ({"lacks": {"so-b": ["women"]}}, ("plugin-value-kind", "keys.khoa.lacks.so-b")),
        ({"by": "boc-tham"}, ("plugin-value-choice", "keys.khoa.by")),
        ({"by": "lot"}, ("plugin-key-asked", "keys.khoa")),
        ({"by": "ballot"}, ("plugin-key-asked", "keys.khoa")),
        ({"lacks": {}, "then": "stop"}, ("plugin-value-choice", "keys.khoa.then")),
        ({"then": "restart"}, ("plugin-key-lacks-before", "keys.khoa")),
        ({"asks": "ai-do"}, ("plugin-value-choice", "keys.khoa.asks")),
        ({"rule": rule("headship")}, ("plugin-value-path", "keys.khoa.rule.path")),
        ({"id": ""}, ("plugin-value-text", "keys")),
        ({"rule": Rule("ties.khoa", ("  ",), "read")}, ("plugin-rule-no-basis", "keys.khoa.rule")),
    ],
    ids=told,
)
def test_a_tie_key_has_a_value_for_the_tied_units_and_nobody_else(changes: Any, found: tuple[str, str]) -> None:
    assert found == refused("tie_break_keys", TieKeys((evolve(VALUE, **changes),)))


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ((VALUE, BALLOT, VALUE), ("plugin-value-twice", "keys")),
        ((VALUE, evolve(BALLOT, then="restart")), ("plugin-key-asked", "keys.phieu")),
        ((VALUE, BALLOT, BEATS), ("plugin-key-lacks-before", "keys.khoa")),
        ([VALUE], ("plugin-value-kind", "keys")),
        (frozenset({"khoa"}), ("plugin-value-kind", "keys")),
        ((QUOTA,), ("plugin-value-kind", "keys")),
    ],
    ids=["twice", "an asked key that begins anew", "a figure that lacks before", "list", "set", "another class"],
)
def test_tie_keys_are_a_chain_without_repetition(keys: Any, found: tuple[str, str]) -> None:
    assert found == refused("tie_break_keys", TieKeys(keys))


@pytest.mark.parametrize("then", ["restart", "continue"])
def test_a_plugin_may_compare_head_to_head_before_figures_that_lack_and_leave_the_rest_to_lots(then: Any) -> None:
    lot = TieKey("boc-tham", "lot", rule("ties.boc-tham"), "meeting")
    answer = TieKeys((evolve(VALUE, id="truoc", lacks={"so-b": ()}), evolve(BEATS, then=then), VALUE, BALLOT, lot))
    assert answer == checked("tie_break_keys", answer)


def test_a_unit_whose_value_nothing_can_supply_lacks_no_fact() -> None:
    answer = TieKeys((evolve(VALUE, lacks={"so-b": ()}), evolve(VALUE, id="hai", lacks={})))
    assert answer == checked("tie_break_keys", answer)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (GateFacts((evolve(HELD, unit="so-c"),)), ("plugin-names-foreign", "gated.so-c")),
        (GateFacts((evolve(HELD, unit="so-la"),)), ("plugin-names-foreign", "gated.so-la")),
        (GateFacts((evolve(HELD, unit=5),)), ("plugin-value-kind", "gated")),
        (GateFacts((evolve(HELD, effect="pass"),)), ("plugin-value-choice", "gated.so-a.effect")),
        (GateFacts((HELD, HELD)), ("plugin-value-twice", "gated")),
        (GateFacts((evolve(HELD, unit="so-b"), HELD)), ("plugin-value-unsorted", "gated")),
        (GateFacts((*OUT.gated, HELD)), ("plugin-value-unsorted", "gated")),
        (GateFacts([HELD]), ("plugin-value-kind", "gated")),
        (GateFacts((HELD,), (UNKNOWN, UNKNOWN)), ("plugin-value-twice", "unknown")),
        (GateFacts((), (UNKNOWN, evolve(UNKNOWN, rule=rule("gates.a")))), ("plugin-value-unsorted", "unknown")),
        (GateFacts((), (evolve(UNKNOWN, fact=None),)), ("plugin-value-kind", "unknown")),
        (GateFacts((), (evolve(UNKNOWN, effect=None),)), ("plugin-value-kind", "unknown.kien.effect")),
        (GateFacts((), (evolve(UNKNOWN, rule=rule("gate")),)), ("plugin-value-path", "unknown.kien.rule.path")),
    ],
    ids=told,
)
def test_gates_are_of_members_sorted_by_rule_and_unit(answer: GateFacts, found: tuple[str, str]) -> None:
    assert found == refused("unit_gates", answer)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"method": "lottery"}, ("plugin-value-choice", "method")),
        ({"queue": ("a", "b")}, ("plugin-turns-useless", "queue")),
        ({"declined": ("a",)}, ("plugin-turns-useless", "queue")),
        ({"elected": "a"}, ("plugin-turns-useless", "queue")),
        ({"method": "turn", "queue": ("so-a", "so-a", "so-b", "so-d")}, ("plugin-value-twice", "queue")),
        ({"method": "turn", "queue": ("so-d", "so-a")}, ("plugin-names-lacking", "queue.so-b")),
        ({"method": "turn", "queue": ("so-d", "so-a", "so-b", "so-c")}, ("plugin-names-foreign", "queue.so-c")),
        ({"method": "turn", "elected": "so-c"}, ("plugin-names-foreign", "elected.so-c")),
        ({"method": "turn", "declined": ("so-b", "so-a")}, ("plugin-value-unsorted", "declined")),
        ({"method": "deputy", "moving": ("so-c",)}, ("plugin-names-foreign", "moving.so-c")),
        ({"eligible": Table({"head": (), "so": ()})}, ("plugin-names-foreign", "eligible.so")),
        ({"eligible": Table({"head": ("so-c",)})}, ("plugin-names-foreign", "eligible.head.so-c")),
        ({"method": None}, ("plugin-value-kind", "method")),
        ({"asks": "nobody"}, ("plugin-value-choice", "asks")),
        ({"recognised_by": "nobody"}, ("plugin-value-choice", "recognised_by")),
        ({"deputies": ("a", "a")}, ("plugin-value-twice", "deputies")),
        ({"deputies": ("a", "b", "c")}, ("plugin-deputies", "deputies")),
        ({"deputies": ["a"]}, ("plugin-value-kind", "deputies")),
        ({"deputies": "deputy"}, ("plugin-value-kind", "deputies")),
        ({"rule": rule("awards")}, ("plugin-value-path", "rule.path")),
        ({"barred": (BAR, BAR)}, ("plugin-value-twice", "barred")),
        ({"barred": [BAR]}, ("plugin-value-kind", "barred")),
        ({"barred": (evolve(BAR, units=("so-la",)),)}, ("plugin-names-foreign", "barred.cam.units.so-la")),
        ({"barred": (evolve(BAR, units=("so-c",)),)}, ("plugin-names-foreign", "barred.cam.units.so-c")),
        ({"barred": (evolve(BAR, units=("so-a", "so-a")),)}, ("plugin-value-twice", "barred.cam.units")),
        ({"barred": (evolve(BAR, units=("so-b", "so-a")),)}, ("plugin-value-unsorted", "barred.cam.units")),
        ({"barred": (evolve(BAR, units={"so-a"}),)}, ("plugin-value-kind", "barred.cam.units")),
        ({"barred": (evolve(BAR, offices=("chair",)),)}, ("plugin-value-choice", "barred.cam.offices")),
        ({"barred": (evolve(BAR, offices=("head", "head")),)}, ("plugin-value-twice", "barred.cam.offices")),
        ({"barred": (evolve(BAR, fact=5),)}, ("plugin-value-kind", "barred.cam.fact")),
        ({"barred": (evolve(BAR, rule=rule("gates.x")),)}, ("plugin-value-path", "barred.cam.rule.path")),
    ],
    ids=told,
)
def test_a_rotation_bars_members_and_names_at_most_two_deputies(changes: Any, found: tuple[str, str]) -> None:
    assert found == refused("head_rotation", evolve(ROTATION, **changes))


@pytest.mark.parametrize("deputies", [None, (), ("mot", "hai")], ids=repr)
def test_deputies_are_not_stated_none_or_named(deputies: tuple[str, ...] | None) -> None:
    answer = evolve(ROTATION, deputies=deputies, barred=(evolve(BAR, units=None, fact="kien"),))
    assert answer == checked("head_rotation", answer)


def test_an_answer_from_a_record_is_checked_without_naming_anybody() -> None:
    with pytest.raises(PluginError) as caught:
        check("award_quota", evolve(QUOTA, number=-1), ruleset=RULESET, season=SEASON, award=FLAG, gates=OUT)
    assert ("?", "award_quota", "number") == caught.value.faults[0].path


def test_every_code_of_plugins_has_a_sentence_and_every_sentence_a_use() -> None:
    folder = Path(check.__code__.co_filename).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    used = set(re.findall(r"plugin-[a-z]+(?:-[a-z]+)*", code))
    made = {f"plugin-unknown-{what}-near" for what in ("hook", "method")}
    made |= {
        f"plugin-{option}" for option in ("hookwrapper", "optionalhook", "specname", "tryfirst", "trylast", "wrapper")
    }
    assert used | made == set(SENTENCES)
