"""Facts about asking a policy: who answers, what is recorded, and how a plugin's mistakes are kept apart."""

# ruff: noqa: ARG001, ARG002, ARG005
# A hook names arguments that it may not read; which it names is what is tried here.

# mypy: disable-error-code=override
# A hook may leave out arguments when it runs; mypy, rightly, wants them all.

import itertools
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from time import perf_counter_ns
from typing import Any
from uuid import uuid4

import pluggy
import pytest

from emulrules.errors import PluginError
from emulrules.model.answers import DEFER, Answered, Barred, GateFacts, Quota, Rotation, TieKey, TieKeys, Weights
from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.criterion import Criterion
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Cluster, Ruleset, Span, Unit
from emulrules.model.season import Season, UnitEntry
from emulrules.model.table import Table
from emulrules.plugins import policy_of
from emulrules.policy import HOOKS, Hooks, Policy, hookimpl
from emulrules.standard import Standard

AUTHORITY = "Cơ quan giả định"
BASIS = ("quy-che Điều 1",)
FLAG = Award("flag", "Cờ", (Choose("xet", "meeting"),), BASIS, "assumed", quota=QuotaRule(number=2))
RULESET = Ruleset(
    "quy-che",
    "Quy chế giả định",
    AUTHORITY,
    "gia-dinh",
    date(2021, 1, 1),
    Span("2021"),
    clusters={"cum": Cluster("Cụm", ("so-a", "so-b"), BASIS, "assumed")},
    units={"so-a": Unit("Sở A"), "so-b": Unit("Sở B")},
    criteria=(Criterion("tieu-chi", "Tiêu chí", BASIS, "assumed", method="entered", max=Fraction(10)),),
    awards=(FLAG,),
)
SEASON = Season("quy-che", "cum", "2021", facts={"under-complaint": ("so-a",)}, units={"so-a": UnitEntry(staff=3)})
QUOTA = Quota(1, Rule("awards.flag.quota", BASIS, "read"))


class Named(Hooks):
    name = "gia-dinh"
    authority = AUTHORITY


def asking(method: Callable[..., Any]) -> Policy:
    """The policy whose plugin answers `award_quota` by `method`, which is given the arguments by name."""

    class Plugin(Named):
        @hookimpl
        def award_quota(self, ruleset: Ruleset, season: Season, award: Award, gates: GateFacts) -> Any:
            return method(ruleset=ruleset, season=season, award=award, gates=gates)

    return policy_of(Plugin, RULESET)


def ask(policy: Policy, season: Season = SEASON) -> tuple[Answered, ...]:
    return policy.ask("award_quota", "flag", ruleset=RULESET, season=season, award=FLAG, gates=GateFacts())


def refused(policy: Policy) -> PluginError:
    with pytest.raises(PluginError) as caught:
        ask(policy)
    assert caught.value.render("vi") != caught.value.render("en")
    return caught.value


def test_a_hook_that_the_plugin_implements_is_asked_of_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(self: Any) -> None:
        raise AssertionError("the standard policy was asked")

    monkeypatch.setattr(Standard, "award_quota", hookimpl(never))
    assert (Answered("award_quota", "flag", "gia-dinh", QUOTA),) == ask(asking(lambda **_: QUOTA))


def test_a_hook_that_the_plugin_leaves_out_is_answered_by_the_standard_policy() -> None:
    (answered,) = ask(policy_of(Named, RULESET))
    assert ("standard", Quota(2, FLAG.quota_rule)) == (answered.by, answered.answer)


def test_what_the_plugin_defers_is_answered_by_the_standard_policy_and_both_are_recorded() -> None:
    given = ask(asking(lambda **_: DEFER))
    assert [("gia-dinh", DEFER), ("standard", Quota(2, FLAG.quota_rule))] == [(one.by, one.answer) for one in given]


def test_the_standard_policy_answers_alone_where_a_ruleset_names_it() -> None:
    (answered,) = ask(policy_of(Standard, RULESET))
    assert "standard" == answered.by


def test_the_standard_policy_may_not_defer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Standard, "award_quota", hookimpl(lambda self: DEFER))
    assert "plugin-no-answer" == refused(policy_of(Standard, RULESET)).code


def test_a_plugin_is_given_every_argument_by_its_name() -> None:
    given: dict[str, Any] = {}

    def keep(**arguments: Any) -> Quota:
        given.update(arguments)
        return QUOTA

    ask(asking(keep))
    assert {"ruleset": RULESET, "season": SEASON, "award": FLAG, "gates": GateFacts()} == given


def _recurses(**arguments: Any) -> Any:
    return _recurses(**arguments)


def _raising(error: BaseException) -> Callable[..., Any]:
    def raises(**_: Any) -> Any:
        raise error

    return raises


class _UnsayableError(Exception):
    def __str__(self) -> str:
        raise SystemExit(1)


@pytest.mark.parametrize(
    ("method", "cause"),
    [
        pytest.param(_raising(ValueError("số xấu")), ValueError, id="exception"),
        pytest.param(_raising(SystemExit(0)), SystemExit, id="exit"),
        pytest.param(_raising(GeneratorExit()), GeneratorExit, id="generator's exit"),
        pytest.param(_raising(StopIteration()), StopIteration, id="end of an iteration"),
        pytest.param(_raising(MemoryError()), MemoryError, id="memory"),
        pytest.param(_raising(_UnsayableError()), _UnsayableError, id="exception that cannot be said"),
        pytest.param(_recurses, RecursionError, id="recursion"),
        pytest.param(lambda **_: 1 // 0, ZeroDivisionError, id="division by zero"),
        pytest.param(_raising(PluginError(())), PluginError, id="one of ours"),
    ],
)
def test_whatever_a_plugin_raises_is_blamed_on_it(method: Callable[..., Any], cause: type) -> None:
    error = refused(asking(method))
    assert ["plugin-raises"] == [fault.code for fault in error.faults]
    assert ("gia-dinh", "award_quota", "flag") == error.faults[0].path
    assert cause.__name__ in str(error)
    assert isinstance(error.__cause__, cause)


def test_what_a_plugin_raises_is_told_with_its_own_file_and_line_and_no_path_of_the_machine() -> None:
    error = refused(asking(_raising(ValueError("số xấu"))))
    (told,) = (fault.data["at"] for fault in error.faults)
    line = _raising.__code__.co_firstlineno + 2
    assert f"tests/test_plugins_ask.py:{line}" == told
    assert f"(ValueError: số xấu, {told})" in str(error)


def test_what_other_code_raises_for_a_plugin_is_told_where_the_plugin_called_it() -> None:
    error = refused(asking(lambda **_: Fraction("x")))
    assert str(error.faults[0].data["at"]).startswith("tests/test_plugins_ask.py:")


def test_an_interrupt_passes() -> None:
    with pytest.raises(KeyboardInterrupt):
        ask(asking(_raising(KeyboardInterrupt())))


def test_what_an_exception_says_is_one_printable_line() -> None:
    error = refused(asking(_raising(ValueError("một\nhai \x1b[31m\u202e" + "x" * 1_000))))
    said = str(error)
    assert said.isprintable()
    assert len(said) < 500


def _assigned(**arguments: Any) -> Any:
    arguments["season"].cluster = "khac"


def _assigned_inside(**arguments: Any) -> Any:
    arguments["season"].units["so-a"].staff = 4


def _set_in_a_mapping(**arguments: Any) -> Any:
    arguments["season"].facts["under-complaint"] = ()


def _emptied(**arguments: Any) -> Any:
    arguments["ruleset"].units.clear()


def _around(**arguments: Any) -> Any:
    object.__setattr__(arguments["award"], "id", "khac")
    return QUOTA


def _around_inside(**arguments: Any) -> Any:
    dict.__setitem__(arguments["season"].facts, "under-complaint", ("so-b",))
    return QUOTA


def _around_deep(**arguments: Any) -> Any:
    object.__setattr__(arguments["ruleset"].criteria[0], "max", Fraction(20))
    return QUOTA


@pytest.mark.parametrize(
    "method",
    [_assigned, _assigned_inside, _set_in_a_mapping, _emptied, _around, _around_inside, _around_deep],
    ids=lambda method: method.__name__.strip("_"),
)
def test_a_plugin_that_changes_what_it_is_given_is_blamed_and_changes_nothing(method: Callable[..., Any]) -> None:
    before = repr((RULESET, SEASON, FLAG))
    policy = asking(method)
    for _ in range(2):
        error = refused(policy)
        assert "plugin-mutates" == error.code
        assert ("gia-dinh", "award_quota", "flag") == error.faults[0].path
    assert before == repr((RULESET, SEASON, FLAG))


def test_a_change_that_a_plugin_makes_between_two_calls_is_blamed_too() -> None:
    kept: list[Season] = []

    def keep(**arguments: Any) -> Quota:
        kept.append(arguments["season"])
        return QUOTA

    policy = asking(keep)
    ask(policy)
    dict.clear(kept[0].facts)
    assert "plugin-mutates" == refused(policy).code


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(itertools.count().__next__, id="the call before"),
        pytest.param(perf_counter_ns, id="time"),
        pytest.param(uuid4, id="chance"),
        pytest.param(object, id="where a value lies in memory"),
    ],
)
def test_a_plugin_whose_answer_hangs_on_something_else_is_blamed(source: Callable[[], object]) -> None:
    kept: list[object] = []

    def method(**_: Any) -> Quota:
        kept.append(source())
        return Quota(1, Rule("awards.flag.quota", (f"quy-che Điều {kept[-1]}",), "read"))

    error = refused(asking(method))
    assert "plugin-unsteady" == error.code
    assert ("gia-dinh", "award_quota", "flag") == error.faults[0].path


def test_a_plugin_that_answers_only_once_is_blamed() -> None:
    answers = iter([QUOTA, None])
    assert "plugin-no-answer" == refused(asking(lambda **_: next(answers))).code


def test_a_plugin_is_asked_twice_and_the_standard_policy_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def standard(self: Any) -> Quota:
        asked.append("standard")
        return Quota(2, FLAG.quota_rule)

    def plugin(**_: Any) -> Any:
        asked.append("gia-dinh")
        return DEFER

    monkeypatch.setattr(Standard, "award_quota", hookimpl(standard))
    ask(asking(plugin))
    assert ["gia-dinh", "gia-dinh", "standard"] == asked


def test_an_answer_cannot_be_changed_once_it_is_given() -> None:
    values: Table[str, Fraction | None] = Table({"so-a": Fraction(1, 2), "so-b": None})
    number = values["so-a"]
    key = TieKey("khoa", "value", Rule("ties.khoa", BASIS, "read"), values=values)

    class Plugin(Named):
        @hookimpl
        def tie_break_keys(self, ruleset: Ruleset) -> TieKeys:
            return TieKeys((key,))

    policy = policy_of(Plugin, RULESET)
    arguments = {"ruleset": RULESET, "season": SEASON, "tied": ("so-a", "so-b"), "points": Table()}
    (answered,) = policy.ask("tie_break_keys", "so-a,so-b", **arguments)
    object.__setattr__(key, "id", "khac")
    dict.__setitem__(values, "so-b", Fraction(9))
    number._numerator = 7  # type: ignore[union-attr]  # what a plugin could do
    assert "TieKey(id='khoa'" in repr(answered.answer)
    assert isinstance(answered.answer, TieKeys)
    assert {"so-a": Fraction(1, 2), "so-b": None} == answered.answer.keys[0].values


def test_the_order_in_which_a_plugin_finds_units_leaves_no_trace() -> None:
    def answered(units: tuple[str, ...]) -> str:
        class Plugin(Named):
            @hookimpl
            def tie_break_keys(self, ruleset: Ruleset) -> TieKeys:
                values = {unit: Fraction(len(unit)) for unit in units}
                return TieKeys((TieKey("khoa", "value", Rule("ties.khoa", BASIS, "read"), values=values),))

        arguments = {"ruleset": RULESET, "season": SEASON, "tied": ("so-a", "so-b"), "points": Table()}
        return repr(policy_of(Plugin, RULESET).ask("tie_break_keys", "so-a,so-b", **arguments))

    assert answered(("so-a", "so-b")) == answered(("so-b", "so-a"))


def test_a_unit_is_blamed_by_its_id() -> None:
    class Plugin(Named):
        @hookimpl
        def head_rotation(self, ruleset: Ruleset) -> Rotation:
            rule = Rule("headship", BASIS, "read")
            return Rotation("elected", rule, barred=(Barred("cam", ("head",), ("so-la",), rule),))

    with pytest.raises(PluginError) as caught:
        policy_of(Plugin, RULESET).ask("head_rotation", "", ruleset=RULESET, season=SEASON)
    assert ("gia-dinh", "head_rotation", "barred", "cam", "units", "so-la") == caught.value.faults[0].path


def test_a_policy_decides_many_seasons_with_one_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    constructor = pluggy.PluginManager.__init__

    def counted(self: pluggy.PluginManager, project: str) -> None:
        made.append(project)
        constructor(self, project)

    monkeypatch.setattr(pluggy.PluginManager, "__init__", counted)
    policy = asking(lambda **arguments: Quota(len(arguments["season"].facts), QUOTA.rule))
    other = Season("quy-che", "cum", "2021")
    numbers = [ask(policy, season)[0].answer for season in (SEASON, other, SEASON)]
    assert [1, 0, 1] == [answer.number for answer in numbers if isinstance(answer, Quota)]
    assert ["emulrules"] == made


def test_one_policy_does_not_see_the_plugin_of_another() -> None:
    asking(lambda **_: QUOTA)
    assert "standard" == ask(policy_of(Named, RULESET))[0].by


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_can_be_deferred(hook: str) -> None:
    method = hookimpl(lambda self, ruleset: DEFER)
    policy = policy_of(type("Plugin", (Named,), {hook: method}), RULESET)
    arguments = {
        "award": FLAG,
        "criterion": RULESET.criteria[0],
        "gates": GateFacts(),
        "points": Table(),
        "tied": ("so-a", "so-b"),
    }
    given = policy.ask(hook, "", ruleset=RULESET, season=SEASON, **arguments)
    assert ["gia-dinh", "standard"] == [one.by for one in given]
    assert DEFER == given[0].answer != given[1].answer


def test_weights_come_back_as_they_were_given() -> None:
    class Plugin(Named):
        @hookimpl
        def criterion_weights(self, ruleset: Ruleset) -> Weights:
            return Weights({"tieu-chi": Fraction(2, 3)})

    (answered,) = policy_of(Plugin, RULESET).ask("criterion_weights", "", ruleset=RULESET, season=SEASON)
    assert Weights({"tieu-chi": Fraction(2, 3)}) == answered.answer
