"""The strategies make rulesets that a reader takes, and seasons in which everything is asked that can be."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given

from emulrules.engine import decide
from emulrules.files.brought_rules import brought_faults
from emulrules.files.converter import unstructure
from emulrules.files.entry_rules import ENTRIES, entry_faults
from emulrules.files.ruleset_rules import ruleset_faults
from emulrules.files.signed_rules import signed_faults
from emulrules.model.award import QuotaRule
from emulrules.model.criterion import Criterion, PointTable, Scale
from emulrules.model.decision import Decision, Step
from emulrules.model.headship import Headship
from emulrules.model.order import Order
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act
from emulrules.plugins import policy_of
from emulrules.shares import reckon
from emulrules.standard import Standard
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.facts import criterion_of, rounded_of
from emulrules.testing.rulesets import invent_ruleset
from emulrules.testing.seasons import invent_season
from emulrules.testing.strategies import cases, rulesets

SECTIONS = {**ENTRIES, "headship": Headship, "order": Order, "scale": Scale}

KINDS = {
    "award",
    "award again",
    "before",
    "chair's vote",
    "consulted",
    "council",
    "deputy",
    "deputy seat",
    "fact",
    "fact of a unit",
    "head",
    "over-quota",
    "place",
    "place by lot",
    "place undefined",
    "present",
    "proxies",
    "quota",
    "standing",
    "standing by votes",
    "successor as deputies",
    "successor as head",
    "successor of a winner",
    "tie at a line",
    "whose points",
}


@given(rulesets())
def test_a_random_ruleset_would_be_read_without_a_fault(ruleset: Ruleset) -> None:
    written = unstructure(ruleset)
    alone = [
        fault for key, kind in SECTIONS.items() if key in written for fault in entry_faults(key, kind, written[key])
    ]
    assert [] == [*alone, *ruleset_faults(ruleset, ruleset)]


@given(rulesets())
def test_the_tables_of_a_random_ruleset_would_be_read_without_a_fault(ruleset: Ruleset) -> None:
    written = unstructure(ruleset).get("tables", {})
    assert [] == [fault for table in written.values() for fault in entry_faults("tables", PointTable, table, ("x",))]


@given(cases())
def test_the_successions_of_a_random_season_would_be_read_without_a_fault(case: Case) -> None:
    written = unstructure(case.season).get("successions", [])
    for each in written:
        assert False is each.pop("final")
        each["on"] = date.fromisoformat(each["on"])
    assert [] == list(brought_faults(written, case.season.id))


HISTORIES = {
    *("renamed", "merged", "split", "goes on", "brought", "dated", "before the season"),
    *("carried seat", "carried turn", "carried award", "carried points", "by the parent"),
}


def test_random_seasons_have_successions_of_every_kind() -> None:
    left = set(HISTORIES)
    for seed in range(2_000):
        chance = Lots(f"units {seed}")
        ruleset = invent_ruleset(chance)
        season = invent_season(chance, ruleset)
        if ruleset.successions or season.successions:
            case = Case(season, ruleset, policy_of(Standard, ruleset))
            left -= set(history_of(case, case.decide()))
        if not left:
            return
    assert set() == left


def history_of(case: Case, decision: Decision) -> Iterator[str]:
    for step in decision.steps:
        if step.step == "succession":
            yield str(step.inputs["kind"])
            if set(step.inputs["from"]) & set(step.output):
                yield "goes on"
            if step.inputs["on"] < case.season.id:
                yield "before the season"
        elif step.step == "carried":
            yield f"carried {step.output}"
            if step.rule == "headship":
                yield "by the parent"
        elif step.step == "roster" and str(step.rule).startswith("rosters."):
            yield "dated"
    if case.season.successions:
        yield "brought"


@given(cases())
def test_the_own_table_of_a_random_season_would_be_read_without_a_fault(case: Case) -> None:
    written = unstructure(case.season).get("criteria", [])
    for criterion in written:
        assert (False, False) == (criterion.pop("frame"), criterion.pop("final"))
    assert [] == list(signed_faults(written))


SHEETS = {
    *("take last", "take mean", "take max", "take agreed", "one stage", "no stage", "not applicable in any stage"),
    *("table", "tie of another table", "own below a frame", "own below a capped frame", "wholly own"),
    *("imposed", "unchecked", "left undefined"),
}


def test_random_seasons_have_sheets_of_every_kind() -> None:
    met: set[str] = set()
    for seed in range(600):
        if met >= SHEETS:
            break
        chance = Lots(str(seed))
        ruleset = invent_ruleset(chance)
        case = Case(invent_season(chance, ruleset), ruleset, policy_of(Standard, ruleset))
        met.update(sheets_of(case, case.decide()))
    assert SHEETS == met


def sheets_of(case: Case, decision: Decision) -> Iterator[str]:
    rules = decision.rules
    yield from (f"take {step.inputs['take']}" for step in decision.steps if step.step == "take")
    yield from ("unchecked" for each in decision.warnings if each.code == "unchecked" and "criteria" in each.rule)
    frames = {criterion.id: criterion for criterion in rules.criteria if criterion.frame}
    for own in case.season.criteria:
        yield "wholly own" if own.parent is None else "own below a frame"
        if own.parent in frames and frames[own.parent].cap:
            yield "own below a capped frame"
    if rules.tables:
        yield "table"
    if len(rules.ties) < len(case.ruleset.ties):
        yield "tie of another table"
    if rules.undefined_rule("scoring") is not None:
        yield "left undefined"
    for step in decision.steps:
        if step.step == "points":
            stages = step.inputs.get("stages", {})
            if len(stages) < 2:
                yield ("no stage", "one stage")[len(stages)]
            elif step.output is None:
                yield "not applicable in any stage"
        elif step.step == "stage" and any(
            leaf.imposed_by for leaf in rules.criteria if leaf.id == step.inputs["criterion"]
        ):
            yield "imposed"


def test_random_seasons_ask_everything_that_can_be_asked() -> None:
    asked: set[str] = set()
    for seed in range(800):
        if asked >= KINDS:
            break
        chance = Lots(str(seed))
        ruleset = invent_ruleset(chance)
        case = Case(invent_season(chance, ruleset), ruleset, policy_of(Standard, ruleset))
        whole = run(case, answered_at_random(case, chance))
        ties = {step.id for step in ruleset.ties}
        lots = {step.id for step in ruleset.ties if step.by == "lot"}
        for step in whole.decision.steps:
            if step.step == "act":
                asked.add(kind_of(str(step.inputs["id"]), ties))
            if step.step == "over-quota" and "question" in step.inputs:
                asked.add("chair's vote")
        for act in whole.case.season.acts:
            asked.update(_how(act, lots))
    assert asked == KINDS


WAYS = {
    *("relative leader", "relative greatest", "relative not applicable", "relative bonus"),
    *("net below zero", "net not applicable", "net bonus", "held bonus", "held deduction", "held not applicable"),
    *("proportion above max", "proportion deduction", "entered points", "pass-fail points", "bands points"),
    *("count points", "round leaf", "round parent", "round total", "round to 0", "round to 1"),
    *("round floor", "round ceiling", "round half-up", "round half-even"),
}


def test_random_seasons_meet_every_way_of_giving_points_and_of_rounding() -> None:
    left = set(WAYS)
    for seed in range(600):
        lots = Lots(str(seed))
        ruleset = invent_ruleset(lots)
        decision = decide(invent_season(lots, ruleset, scored=True), ruleset, policy_of(Standard, ruleset))
        for step in decision.steps:
            left -= ways_of(step, {leaf.id: leaf for leaf in decision.rules.criteria})
        if not left:
            return
    assert set() == left


def ways_of(step: Step, criteria: dict[str, Criterion]) -> set[str]:
    """What a step that gives or rounds points has in common with others."""
    if step.step == "round":
        rounded = criteria.get(rounded_of(step))
        what = "total" if rounded is None else "parent" if rounded.method is None else "leaf"
        return {f"round {what}", f"round {step.inputs['mode']}", f"round to {step.inputs['places']}"}
    if step.step != "points":
        return set()
    leaf = criteria[criterion_of(step)]
    found = {leaf.kind, *step.inputs}
    if step.output is None:
        found.add("not applicable")
    elif leaf.max is not None and step.output > leaf.max:
        found.add("above max")
    elif leaf.kind == "points" and step.output < 0:
        found.add("below zero")
    return {f"{leaf.method} {each}" for each in found}


AWARDING = {
    *("quota floor", "quota ceiling", "quota half-up", "quota not-more-than", "quota less-than"),
    *("quota of units", "quota of members", "quota raised", "quota cut", "quota of the rest"),
    *("passed over by standing", "passed over by place", "passed over by meeting", "passed over by ballot"),
    *("choice within", "votes within", "tie of a parent", "tie within", "over-quota of a parent"),
    *("won before", "won before, asked"),
}


def test_random_seasons_meet_every_kind_of_quota_and_of_limit_by_parent() -> None:
    left = set(AWARDING)
    for seed in range(1_000):
        lots = Lots(f"awards {seed}")
        ruleset = invent_ruleset(lots)
        season = invent_season(lots, ruleset)
        case = Case(season, ruleset, policy_of(Standard, ruleset))
        course = run(case, answered_at_random(case, lots))
        for step in course.decision.steps:
            left -= set(awarding(step, ruleset))
        if not left:
            return
    assert set() == left


def awarding(step: Step, ruleset: Ruleset) -> Iterator[str]:
    """What a step on an award shows of its quota, its limit by parent, or the season before."""
    awards = {award.id: award for award in ruleset.awards}
    award = awards.get(str(step.rule).split(".")[1]) if str(step.rule).startswith("awards.") else None
    if step.step == "act":
        id_, within = str(step.inputs["id"]), step.inputs.get("within")
        parts = id_.split(":")
        if id_.startswith("before:") and id_ != "before:head":
            yield "won before, asked"
        if parts[0] == "award" and len(parts) > 4:
            yield "over-quota of a parent" if parts[4] == "over-quota" else "tie of a parent"
        chosen = parts[0] == "award" and bool(awards[parts[1]].choose)
        if within and chosen and parts[-1] in {"undefined", *(tie.id for tie in ruleset.ties)}:
            yield "tie within"
        elif within:
            yield "choice within" if isinstance(step.output, tuple) else "votes within"
    if award is None:
        return
    if step.step == "won-before":
        yield "won before"
    if step.step == "passed-over":
        yield from (f"passed over by {choose.by}" for choose in award.choose)
    if step.step == "quota" and award.quota is not None and "base" in step.inputs:
        yield from _reckoned(step, award.quota)


def _reckoned(step: Step, quota: QuotaRule) -> Iterator[str]:
    if quota.rest:
        yield "quota of the rest"
    share = step.inputs.get("share")
    if share is None:
        return
    how = step.inputs["rounding"] or step.inputs["bound"]
    yield from (f"quota {how}", f"quota of {quota.base}")
    plain = reckon(share, step.inputs["base"], how)
    if step.output != plain:
        yield "quota raised" if step.output > plain else "quota cut"


def _how(act: Act, lots: set[str]) -> Iterator[str]:
    """What is told of an act besides its question: that it gives votes for the standing, or a lot that was drawn."""
    first, _, step = act.question.partition(":")
    if first == "standing" and act.votes is not None:
        yield "standing by votes"
    if first == "place" and step.rpartition(":")[2] in lots and act.choice is not None:
        yield "place by lot"


def kind_of(question: str, ties: set[str]) -> str:
    first, *rest = question.split(":")
    match first, rest:
        case "before", [_]:
            return "before"
        case "before", [("head" | "deputies") as office, _]:
            return f"successor as {office}"
        case "before", [_, _]:
            return "successor of a winner"
        case "fact", [_, "points"]:
            return "whose points"
        case "award", [_, _, _, _, *_]:
            return "over-quota" if "over-quota" in rest else "tie at a line"
        case "fact", ["meeting", way]:
            return way
        case "fact", ["council", _]:
            return "council"
        case "fact", [_, _]:
            return "fact of a unit"
        case "deputy", [_]:
            return "deputy seat"
        case "place", [_, "undefined"]:
            return "place undefined"
        case "award", [_, "over-quota", *_]:
            return "over-quota"
        case "award", [_, step, *_] if step == "undefined" or step in ties:
            return "tie at a line"
        case "award", [_, _, _]:
            return "award again"
    return first
