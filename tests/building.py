"""Small rulesets, seasons and acts in Python, for tests: each says only what its test is about.

Numbers may be written as text, as files have them. By default units are `a`, `b`, …, every rule is read, and the
headship is declared undefined, so that nothing is asked which a test did not bring.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

import pytest
from attrs import evolve

from emulrules.engine import decide
from emulrules.errors import EmulrulesError, Fault, SeasonError
from emulrules.model.award import Award, Choose, QuotaRow, QuotaRule
from emulrules.model.cell import Held, Mark, Net, Ratio, Staged
from emulrules.model.criterion import Criterion, PointTable, Rounding, Scale, Scoring, Stage
from emulrules.model.decision import Decision, Question
from emulrules.model.exact import parse, spell
from emulrules.model.headship import Headship
from emulrules.model.order import Order, TieStep
from emulrules.model.ruleset import Cluster, Gate, Ruleset, Span, UndefinedRule, Unit, Voting
from emulrules.model.season import Act, Council, Meeting, Outgoing, Season
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.plugins import load_policy
from emulrules.policy import Policy

BASIS: Final = ("Quy chế giả định Điều 1",)
READ: Final[dict[str, Any]] = {"basis": BASIS, "trust": "read"}
NO_HEAD: Final = UndefinedRule("chua-ro", "headship", "Không văn bản nào nói", **READ)
ELECTED: Final = Headship("elected", **READ, asks="members", deputies=())

T = TypeVar("T")


def exact(number: Any) -> Any:
    """The number that a text writes; whatever is no text stays."""
    return parse(number) if isinstance(number, str) else number


def _exact(parts: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {key: exact(value) if key in names else value for key, value in parts.items()}


def _cell(cell: Any) -> Any:
    if isinstance(cell, str) and cell in {mark.value for mark in Mark}:
        return Mark(cell)
    if isinstance(cell, tuple):
        actual, plan = cell
        return Ratio(parse(str(actual)), None if plan is None else parse(str(plan)))
    if isinstance(cell, dict):
        return Net(parse(str(cell["plus"])), parse(str(cell["minus"])))
    if isinstance(cell, list):
        return Held(tuple(cell))
    return parse(str(cell)) if isinstance(cell, str | int) else cell


def criterion(id_: str, method: str | None = "entered", /, **parts: Any) -> Criterion:
    """A criterion of at most 100 points, if nothing else is said."""
    parts = {"max": "100", **READ, **_exact(parts, "max", "weight", "each", "each_minus", "min", "at_plan")}
    parts["max"] = exact(parts["max"])
    return Criterion(id_, id_, method=method, **parts)  # type: ignore[arg-type]  # a test may name any method


def rounding(mode: Any, places: int = 0, **parts: Any) -> Rounding:
    """A rounding that rests on the rule above it, if nothing else is said."""
    return Rounding(mode, places, **parts)


def stage(id_: str, by: Any = "council", **parts: Any) -> Stage:
    """A stage of scoring."""
    return Stage(id_, id_, by, **{**READ, **parts})


def scoring(take: Any, **parts: Any) -> Scoring:
    """What counts of several stages."""
    return Scoring(take, **{**READ, **parts})


def staged(**cells: Any) -> Staged:
    """A cell by stage, each written as cells of `season` are."""
    return Staged({name: _cell(cell) for name, cell in cells.items()})


def point_table(**parts: Any) -> PointTable:
    """A table of points and bonus."""
    return PointTable("Bảng", **READ, **_exact(parts, "points", "bonus"))


def gate(id_: str, fact: str, effect: Any = "out") -> Gate:
    """A gate on a fact."""
    return Gate(id_, fact, effect, **READ)


def tie(id_: str, by: Any, **parts: Any) -> TieStep:
    """A step of the tie chain."""
    return TieStep(id_, by, **{**READ, **_exact(parts, "at_least", "more_than")})


def choose(id_: str, by: Any, **parts: Any) -> Choose:
    """A step of an award's chain."""
    return Choose(id_, by, **_exact(parts, "at_least", "more_than"))


def award(id_: str, *steps: Choose, quota: Any = None, **parts: Any) -> Award:
    """An award; `quota` is a number, whom it is asked of, a table of (from, to, number), or a rule."""
    if isinstance(quota, int):
        quota = QuotaRule(number=quota)
    elif isinstance(quota, str):
        quota = QuotaRule(ask=quota)  # type: ignore[arg-type]  # whoever a test asks
    elif isinstance(quota, list):
        quota = QuotaRule(table=tuple(QuotaRow((first, last), number) for first, last, number in quota))
    return Award(id_, id_, steps, quota=quota, **{**READ, **parts})


def order(by: Any = "points", *places: int, **parts: Any) -> Order:
    """What units are ordered by, with the places that are to be named."""
    return Order(by, name_places=places, **{**READ, **parts})


def scale(**parts: Any) -> Scale:
    """A scale of points and bonus."""
    return Scale(**READ, **_exact(parts, "points", "bonus"))


def voting(absent: Any, **parts: Any) -> Voting:
    """What becomes of the votes of absent members."""
    return Voting(absent, **{**READ, **parts})


def ruleset(units: Iterable[str], /, **parts: Any) -> Ruleset:
    """A ruleset of one cluster, `cum`."""
    members = tuple(units)
    named = Table({unit: Unit(f"Đơn vị {unit.upper()}") for unit in members})
    parts.setdefault("undefined", () if "headship" in parts else (NO_HEAD,))
    parts = {"units": named, "clusters": {"cum": Cluster("Cụm", members, **READ)}, **parts}
    return Ruleset("quy-che", "Quy chế (giả định)", "Không ai", "standard", date(2021, 1, 1), Span("2021"), **parts)


def season(*acts: Act, scores: Mapping[str, Mapping[str, Any]] | None = None, **parts: Any) -> Season:
    """The year 2021 of that cluster. Cells: numbers, marks, (actual, plan), plus and minus by name, and awards."""
    given = {id_: Table({unit: _cell(cell) for unit, cell in row.items()}) for id_, row in (scores or {}).items()}
    parts = {"sources": {"bien-ban": Source("Biên bản (giả định)")}, **parts}
    if numbers := {key: parts.pop(key) for key in ("present", "consulted", "proxies") if key in parts}:
        parts["meeting"] = Meeting(**numbers)
    if "council" in parts:
        parts["council"] = Council(parts.pop("council"))
    if "head" in parts:
        parts["outgoing"] = Outgoing(parts.pop("head"))
    return Season("quy-che", "cum", "2021", scores=given, acts=acts, **parts)


def act(question: str, choice: Iterable[str] | None = None, **parts: Any) -> Act:
    """An act of which the minutes were read."""
    return Act(question, **{"source": "bien-ban", "trust": "read", "choice": choice, **parts})


def vote(question: str, ballots: int, among: Iterable[str] | None = None, /, **votes: int) -> Act:
    """A ballot on the units that got votes, or on `among`."""
    return act(question, votes=votes, ballots=ballots, among=tuple(votes) if among is None else tuple(among))


@cache
def _policy(name: str) -> Policy:
    return load_policy(evolve(ruleset("a"), policy=name))


def decided(rules: Ruleset, given: Season | None = None, policy: Policy | None = None) -> Decision:
    """The decision."""
    return decide(season() if given is None else given, rules, policy or _policy("standard"))


def refused(code: str, rules: Ruleset, given: Season | None = None, error: type[EmulrulesError] = SeasonError) -> Fault:
    """The one fault for which it is refused; it can be said in both languages."""
    faults = all_refused(rules, given, error)
    assert [code] == [fault.code for fault in faults]
    return faults[0]


def all_refused(rules: Ruleset, given: Season | None = None, error: type[EmulrulesError] = SeasonError) -> list[Fault]:
    """Every fault for which it is refused."""
    with pytest.raises(error) as caught:
        decided(rules, given)
    for fault in caught.value.faults:
        for language in ("vi", "en"):
            assert "{" not in fault.sentence(language).replace("{ actual", "").replace("{ plus", "")
    return list(caught.value.faults)


def asked(decision: Decision) -> list[str]:
    """The ids of the open questions."""
    return [question.id for question in decision.questions]


def question(decision: Decision, id_: str) -> Question:
    """One open question."""
    (found,) = (each for each in decision.questions if each.id == id_)
    return found


def proposed(decision: Decision, award_: str | None = None) -> dict[str, str]:
    """The state of each unit that is proposed for an award, or for any."""
    return {each.unit: each.state for each in decision.awards if award_ in (None, each.award)}


def places(decision: Decision) -> dict[str, int | None]:
    """The place of each unit."""
    return {standing.unit: standing.place for standing in decision.standings}


def totals(decision: Decision) -> dict[str, str | None]:
    """The total of each unit, as it is spelt."""
    return {each.unit: None if each.total is None else spell(each.total) for each in decision.standings}


def warned(decision: Decision) -> set[tuple[str, str]]:
    """Code and rule of each warning, besides the headship that these rulesets leave undefined."""
    return {(each.code, each.rule) for each in decision.warnings if each.rule != NO_HEAD.rule.path}


def outputs(decision: Decision, kind: str, unit: str | None = None) -> list[Any]:
    """What the steps of one kind gave, for one unit or for all."""
    return [step.output for step in decision.steps if step.step == kind and unit in (None, step.unit)]
