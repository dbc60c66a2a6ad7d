"""Facts about point tables: a cluster is scored by its own alone, with what it signed itself, as one tree."""

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from building import (
    NO_HEAD,
    READ,
    act,
    all_refused,
    criterion,
    decided,
    gate,
    order,
    outputs,
    point_table,
    refused,
    rounding,
    ruleset,
    scale,
    scoring,
    season,
    stage,
    staged,
    tie,
    totals,
    warned,
)

from emulrules.files.record import record_bytes
from emulrules.model.criterion import Criterion
from emulrules.model.decision import Decision
from emulrules.model.ruleset import Cluster, Ruleset, UndefinedRule
from emulrules.model.season import Season
from emulrules.verdicts import examine

UNITS = tuple("ab")
OPEN = UndefinedRule("bang", "criteria", "Cụm tự đặt", **READ)


def in_tables(*criteria: Criterion, name: str | None = "so", units: Any = UNITS, **parts: Any) -> Ruleset:
    """A ruleset of two tables, `so` and `huyen`, whose cluster is scored by the one of that name."""
    tables = {"so": point_table(points="10", bonus="3"), "huyen": point_table(points="20")}
    clusters = {"cum": Cluster("Cụm", tuple(units), **READ, table=name)}
    return ruleset(
        units, **{"clusters": clusters, "tables": tables, "criteria": criteria, "order": order("points", 1), **parts}
    )


SO = criterion("so-rieng", max="4", table="so")
HUYEN = criterion("huyen-rieng", max="14", table="huyen")
COMMON = criterion("chung", max="6")


def rows(**cells: Any) -> dict[str, dict[str, Any]]:
    return {id_.replace("_", "-"): dict(zip(UNITS, row, strict=True)) for id_, row in cells.items()}


def test_a_cluster_is_scored_by_its_table_and_what_belongs_to_all() -> None:
    whole = in_tables(SO, HUYEN, COMMON)
    decision = decided(whole, season(scores=rows(so_rieng=(1, 2), chung=(3, 3))))
    assert {"a": "4", "b": "5"} == totals(decision)
    assert {"so-rieng", "chung"} == {each.id for each in decision.rules.criteria}


def test_the_table_stands_in_the_place_of_the_scale() -> None:
    bonus = criterion("thuong", "count", each="1", max=None, kind="bonus")
    whole = in_tables(SO, COMMON, bonus, scale=scale(points="99", bonus="1"))
    decision = decided(whole, season(scores=rows(so_rieng=(1, 2), chung=(3, 3), thuong=(5, 0))))
    assert {"a": "7", "b": "5"} == totals(decision)
    assert [3] == outputs(decision, "cap")
    assert decision.rules.scale is not None
    table = decision.rules.tables["so"]
    assert (Fraction(10), Fraction(3), table.basis) == (
        decision.rules.scale.points,
        decision.rules.scale.bonus,
        decision.rules.scale.basis,
    )


def test_the_rounding_of_a_table_is_that_of_the_total() -> None:
    tables = {"so": evolve(point_table(points="10"), rounding=rounding("half-up"))}
    decision = decided(in_tables(COMMON, tables=tables), season(scores=rows(chung=("2.5", "2.4"))))
    assert {"a": "3", "b": "2"} == totals(decision)


def test_a_doubted_table_is_told() -> None:
    doubted = {"so": evolve(point_table(points="10"), trust="assumed")}
    assert ("assumed-rule", "scale") in warned(
        decided(in_tables(COMMON, tables=doubted), season(scores=rows(chung=(1, 2))))
    )


def test_a_cluster_without_a_table_is_scored_on_the_scale_by_what_belongs_to_all() -> None:
    decision = decided(in_tables(SO, COMMON, name=None, scale=scale(points="6")), season(scores=rows(chung=(3, 4))))
    assert {"a": "3", "b": "4"} == totals(decision)
    assert ({}, {"chung"}) == (decision.rules.tables, {each.id for each in decision.rules.criteria})


def test_what_stands_below_a_criterion_is_of_its_table() -> None:
    parent = criterion("cha", None, max="4", table="so")
    child = criterion("con", max="4", parent="cha")
    assert {"con", "cha"} == {
        each.id for each in decided(in_tables(parent, child), season(scores=rows(con=(1, 2)))).rules.criteria
    }
    other = decided(in_tables(parent, child, COMMON, name="huyen"), season(scores=rows(chung=(1, 2))))
    assert {"chung"} == {each.id for each in other.rules.criteria}


def test_a_parent_of_all_has_other_children_in_each_table() -> None:
    parent = criterion("cha", None, max="4")
    children = [criterion(f"con-{name}", max="4", parent="cha", table=name) for name in ("so", "huyen")]
    decision = decided(in_tables(parent, *children), season(scores=rows(con_so=(1, 2))))
    assert {"a": "1", "b": "2"} == totals(decision)


def test_scores_of_another_table_are_refused() -> None:
    whole = in_tables(SO, HUYEN, COMMON)
    given = season(scores=rows(so_rieng=(1, 2), chung=(3, 3), huyen_rieng=(1, 1)))
    fault = refused("criterion-of-other-table", whole, given)
    assert (("scores", "huyen-rieng"), {"criterion": "huyen-rieng", "table": "so"}) == (fault.path, fault.data)


def test_scores_of_a_table_are_refused_where_a_cluster_has_none() -> None:
    whole = in_tables(SO, COMMON, name=None, scale=scale(points="6"))
    assert (
        "-"
        == refused("criterion-of-other-table", whole, season(scores=rows(chung=(1, 1), so_rieng=(1, 1)))).data["table"]
    )


def test_scores_of_no_table_are_refused_with_the_nearest_of_the_clusters() -> None:
    whole = in_tables(SO, HUYEN, COMMON)
    given = season(scores=rows(so_rieng=(1, 2), chung=(3, 3), so_ring=(1, 1)))
    assert "so-rieng" == refused("unknown-criterion-near", whole, given).data["near"]


def test_a_tie_step_of_another_table_is_none_of_the_clusters() -> None:
    steps = (tie("khac", "criterion", criterion="huyen-rieng"), tie("cua-minh", "criterion", criterion="so-rieng"))
    decision = decided(in_tables(SO, HUYEN, COMMON, ties=steps), season(scores=rows(so_rieng=(1, 2), chung=(3, 2))))
    assert ["cua-minh"] == [step.id for step in decision.rules.ties]
    assert [(("b",), ("a",))] == outputs(decision, "tie")


def test_a_step_head_to_head_compares_what_the_table_has() -> None:
    both = tie("doi-dau", "head-to-head", over=("huyen-rieng", "so-rieng", "chung"), then="continue")
    other = tie("cua-huyen", "head-to-head", over=("huyen-rieng",), then="continue")
    everything = tie("tat-ca", "head-to-head", then="continue")
    whole = in_tables(SO, HUYEN, COMMON, ties=(both, other, everything))
    decision = decided(whole, season())
    assert [("doi-dau", ("chung", "so-rieng")), ("tat-ca", ())] == [
        (step.id, tuple(sorted(step.over))) for step in decision.rules.ties
    ]


def test_a_table_scored_by_a_policy_alone_is_none_of_another_clusters() -> None:
    asked = criterion("chinh-sach", "policy", table="huyen")
    assert [] == outputs(decided(in_tables(asked, COMMON, order=order())), "points")


# What a cluster signed itself.

FRAME = criterion("khung", None, max="6", frame=True)


def own(id_: str, most: Any = "6", parent: str | None = "khung", method: Any = "entered", **parts: Any) -> Criterion:
    return criterion(id_, method, max=most, parent=parent, **{"basis": ("Bảng ký mục 1",), **parts})


def signed(*criteria: Criterion, **cells: Any) -> Season:
    return season(criteria=criteria, scores=rows(**cells))


FRAMED = ruleset(UNITS, criteria=(FRAME, criterion("chung", max="4")), order=order(), scale=scale(points="10"))
TWO = (own("mot", "4"), own("hai", "2"))


def test_an_own_table_stands_below_its_frame() -> None:
    decision = decided(FRAMED, signed(*TWO, mot=(4, 3), hai=(1, 1), chung=(2, 2)))
    assert {"a": "7", "b": "6"} == totals(decision)
    assert [5, 4] == outputs(decision, "sum")
    assert ["chung", "hai", "khung", "mot"] == [each.id for each in decision.rules.criteria]


def test_an_own_criterion_is_cited_and_doubted_as_any() -> None:
    doubted = own("mot", trust="assumed")
    decision = decided(FRAMED, signed(doubted, mot=(4, 3), chung=(2, 2)))
    assert ("assumed-rule", "criteria.mot") in warned(decision)
    assert ("Bảng ký mục 1",) == next(step.basis for step in decision.steps if step.rule == "criteria.mot")


def test_an_own_table_has_parents_of_its_own() -> None:
    tree = (own("nhom", "6", method=None), own("mot", "4", "nhom"), own("hai", "1", "nhom", weight="2"))
    decision = decided(FRAMED, signed(*tree, mot=(4, 3), hai=(1, 0), chung=(2, 2)))
    assert {"a": "8", "b": "5"} == totals(decision)


def test_what_does_not_apply_leaves_the_frame() -> None:
    partial = (own("mot", "4", not_applicable="rescale"), own("hai", "2"))
    decision = decided(FRAMED, signed(*partial, mot=("n/a", 3), hai=(1, 1), chung=(2, 2)))
    assert {"a": "5", "b": "6"} == totals(decision)


def test_a_decision_is_recomputed_from_its_record_alone() -> None:
    decision = decided(FRAMED, signed(*TWO, mot=(4, 3), hai=(1, 1), chung=(2, 2)))
    assert (0, "replay-matches") == (examine(record_bytes(decision)).status, examine(record_bytes(decision)).code)


def test_merging_the_same_table_again_changes_nothing() -> None:
    stages = (stage("tu", "unit"), stage("dong"), stage("nghi", "meeting"))
    leaf = own("mot", stages=("tu", "dong"))
    given = signed(leaf, mot=(staged(tu=1, dong=2), staged(tu=2, dong=3)), chung=(2, 2))
    whole = evolve(FRAMED, stages=stages, scoring=scoring("last"))
    first = decided(whole, given)
    assert ("dong", "tu") == next(each.stages for each in first.rules.criteria if each.id == "mot")
    for again in (given, first.season):
        assert first == decided(first.rules, again)


def test_a_table_of_a_cluster_may_be_left_to_it_in_part() -> None:
    frame = criterion("khung", None, max="4", frame=True, table="so")
    decision = decided(in_tables(frame, COMMON), signed(own("mot", "4"), mot=(1, 2), chung=(3, 3)))
    assert {"a": "4", "b": "5"} == totals(decision)
    elsewhere = all_refused(in_tables(frame, COMMON, name="huyen"), signed(own("mot", "4"), mot=(1, 2), chung=(3, 3)))
    assert ["signed-parent-unknown"] == [fault.code for fault in elsewhere]


def test_a_frame_of_another_table_need_not_be_filled() -> None:
    frame = criterion("khung", None, max="4", frame=True, table="so")
    decision = decided(in_tables(frame, COMMON, name="huyen"), season(scores=rows(chung=(3, 4))))
    assert {"a": "3", "b": "4"} == totals(decision)


# Sums against the frame.


@pytest.mark.parametrize(("most", "sum_of"), [("3", "5"), ("5", "7")], ids=["less", "more"])
def test_an_own_table_sums_to_its_frame(most: str, sum_of: str) -> None:
    given = signed(own("mot", most), own("hai", "2"), mot=(1, 1), hai=(1, 1), chung=(2, 2))
    fault = refused("signed-sum", FRAMED, given)
    assert (("criteria", 0), {"frame": "khung", "sum": sum_of, "max": "6"}) == (fault.path, fault.data)


def test_an_own_table_is_refused_before_anything_is_scored() -> None:
    refused("signed-sum", FRAMED, season(criteria=(own("mot", "5"),)))


def test_the_first_of_the_frames_own_criteria_is_where_it_does_not_add_up() -> None:
    other = evolve(FRAMED, criteria=(*FRAMED.criteria, criterion("khung-hai", None, max="1", frame=True)), scale=None)
    criteria = (own("ba", "1", "khung-hai"), own("mot", "3"), own("hai", "2"))
    assert ("criteria", 1) == refused("signed-sum", other, season(criteria=criteria)).path


def test_a_frame_that_is_still_empty_does_not_stand_in_the_way_of_another() -> None:
    other = evolve(FRAMED, criteria=(*FRAMED.criteria, criterion("khung-hai", None, max="1", frame=True)), scale=None)
    assert [None, None] == [row.total for row in decided(other, season(criteria=TWO)).standings]
    assert (
        "khung-hai" == refused("frame-empty", other, signed(*TWO, mot=(1, 1), hai=(1, 1), chung=(1, 1))).data["frame"]
    )


def test_a_frame_without_a_maximum_takes_any_sum() -> None:
    free = evolve(FRAMED, criteria=(evolve(FRAME, max=None),), scale=None)
    assert {"a": "4", "b": "3"} == totals(decided(free, signed(own("mot", "5"), mot=(4, 3))))
    assert (
        "-"
        == refused(
            "frame-empty", evolve(free, criteria=(*free.criteria, criterion("chung"))), signed(chung=(1, 1))
        ).data["max"]
    )


def test_weights_count_in_the_sum_against_the_frame() -> None:
    assert "6" == refused("signed-sum", FRAMED, season(criteria=(own("mot", "6", weight="1/2"),))).data["max"]
    assert (
        "complete"
        == decided(
            FRAMED, season(act("standing", places={"a": 1, "b": 2}), criteria=(own("mot", "3", weight="2"),))
        ).status
    )


def test_below_a_capped_frame_the_own_table_may_sum_to_more() -> None:
    capped = evolve(FRAMED, criteria=(evolve(FRAME, cap=True), criterion("chung", max="4")))
    given = signed(own("mot", "6"), own("hai", "6"), mot=(6, 1), hai=(6, 1), chung=(2, 2))
    assert {"a": "8", "b": "4"} == totals(decided(capped, given))


def test_an_own_criterion_without_a_maximum_does_not_add_up() -> None:
    counted = own("mot", None, method="count", each="1")
    fault = refused("signed-without-max", FRAMED, season(criteria=(counted, own("hai", "2"))))
    assert (("criteria", 0), {"frame": "khung"}) == (fault.path, fault.data)


def test_an_own_table_adds_up_inside() -> None:
    tree = (own("nhom", "6", method=None), own("mot", "4", "nhom"))
    fault = refused("children-sum", FRAMED, season(criteria=tree))
    assert (("criteria", 0, "max"), "nhom") == (fault.path, fault.data["id"])


def test_an_own_parent_without_anything_below_is_refused() -> None:
    assert ("criteria", 0) == refused("leaf-without-method", FRAMED, season(criteria=(own("nhom", method=None),))).path


def test_bonus_and_deductions_have_frames_too() -> None:
    frame = criterion("khung", None, max="5", frame=True, kind="bonus", cap=True)
    whole = ruleset(UNITS, criteria=(frame, criterion("chung", max="4")), order=order())
    leaf = own("mot", None, method="count", each="3", kind="bonus")
    assert {"a": "7", "b": "5"} == totals(decided(whole, signed(leaf, mot=(2, 1), chung=(2, 2))))
    assert "bonus" == refused("kind-of-parent", whole, season(criteria=(own("mot"),))).data["kind"]


# Whose an own criterion is.

WRONG: dict[str, tuple[tuple[Criterion, ...], str, tuple[str | int, ...]]] = {
    "a criterion at the top where the ruleset has the table": (
        (own("mot", parent=None),),
        "signed-without-frame",
        ("criteria", 0),
    ),
    "a criterion below one that is no frame": (
        (own("mot", parent="chung"),),
        "signed-below-no-frame",
        ("criteria", 0, "parent"),
    ),
    "a criterion below nothing known": (
        (own("mot", parent="zzz"),),
        "signed-parent-unknown",
        ("criteria", 0, "parent"),
    ),
    "a criterion below a misspelt frame": (
        (own("mot", parent="khungg"),),
        "signed-parent-unknown-near",
        ("criteria", 0, "parent"),
    ),
    "a criterion under an id of the ruleset": ((own("chung"),), "signed-id-taken", ("criteria", 0, "id")),
    "criteria in a circle": (
        (own("mot", "6", "hai", method=None), own("hai", "6", "mot", method=None)),
        "criterion-cycle",
        ("criteria", 0, "parent"),
    ),
    "a stage that there is not": ((own("mot", stages=("tu",)),), "stage-not-listed", ("criteria", 0, "stages", 0)),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_own_table_is_refused_with(name: str) -> None:
    criteria, code, path = WRONG[name]
    assert (code, path) in [(fault.code, fault.path) for fault in all_refused(FRAMED, season(criteria=criteria))]


def test_nothing_is_added_up_before_it_is_a_tree() -> None:
    lost = all_refused(FRAMED, signed(own("mot", "5"), own("hai", "5", "zzz"), mot=(1, 1), chung=(1, 1)))
    assert ["signed-parent-unknown"] == [fault.code for fault in lost]
    circle = (own("mot", None, "hai", method=None), own("hai", None, "mot", method=None))
    assert {"criterion-cycle"} == {fault.code for fault in all_refused(FRAMED, season(criteria=circle))}


def test_the_id_of_a_criterion_of_another_table_is_taken_too() -> None:
    frame = criterion("khung", None, max="6", frame=True)
    refused("signed-id-taken", in_tables(frame, HUYEN), season(criteria=(own("huyen-rieng"),)))


def test_which_frames_there_are_is_told() -> None:
    fault = refused("signed-below-no-frame", FRAMED, season(criteria=(own("mot", parent="chung"),)))
    assert {"id": "mot", "parent": "chung", "frames": "khung"} == fault.data
    assert (
        "-"
        == refused("signed-without-frame", ruleset(UNITS), season(criteria=(own("mot", parent=None),))).data["frames"]
    )


def test_own_stages_agree_with_the_meeting() -> None:
    agreed = evolve(
        FRAMED, stages=(stage("tu", "unit"), stage("dong"), stage("nghi", "meeting")), scoring=scoring("agreed")
    )
    fault = refused("stages-without-meeting", agreed, season(criteria=(own("mot", stages=("tu", "dong")),)))
    assert ("criteria", 0, "stages") == fault.path


# Frames that nothing fills.


def test_a_frame_is_needed_once_anything_is_scored() -> None:
    fault = refused("frame-empty", FRAMED, signed(chung=(1, 2)))
    assert (("scores",), {"frame": "khung", "max": "6"}) == (fault.path, fault.data)


def test_a_frame_may_stay_empty_while_nothing_is_scored() -> None:
    assert [None, None] == [row.total for row in decided(FRAMED, season()).standings]


def test_a_frame_is_needed_where_a_policy_scores() -> None:
    whole = evolve(FRAMED, criteria=(FRAME, criterion("chinh-sach", "policy", max="4")))
    refused("frame-empty", whole, season())


def test_a_frame_is_needed_although_it_is_open_who_is_out() -> None:
    refused("frame-empty", evolve(FRAMED, gates=(gate("g", "bad"),)), signed(chung=(1, 2)))


# A whole table of the cluster's own.

WHOLLY = ruleset(UNITS, order=order(), scale=scale(points="6"), undefined=(NO_HEAD, OPEN))


def test_the_whole_table_may_be_the_clusters_own() -> None:
    given = signed(own("mot", "4", None), own("hai", "2", None), mot=(4, 3), hai=(1, 1))
    decision = decided(WHOLLY, given)
    assert {"a": "5", "b": "4"} == totals(decision)
    assert decision == decided(decision.rules, decision.season)


def test_what_the_cluster_signed_is_undefined_no_more() -> None:
    given = signed(own("mot", "6", None), mot=(4, 3))
    assert ("undefined", "undefined.bang") not in warned(decided(WHOLLY, given))
    assert ("undefined", "undefined.bang") in warned(decided(WHOLLY, season()))


def test_a_frame_that_is_filled_leaves_the_rest_undefined() -> None:
    whole = evolve(FRAMED, undefined=(NO_HEAD, OPEN))
    decision = decided(whole, signed(own("mot"), mot=(4, 3), chung=(1, 2)))
    assert ("undefined", "undefined.bang") in warned(decision)


def test_a_whole_table_sums_to_the_scale() -> None:
    fault = refused("signed-total", WHOLLY, season(criteria=(own("mot", "5", None),)))
    assert (("criteria", 0), {"sum": "5", "points": "6"}) == (fault.path, fault.data)
    bonus = own("mot", "5", None, kind="bonus")
    assert "0" == refused("signed-total", WHOLLY, season(criteria=(bonus,))).data["sum"]


def test_a_table_that_is_left_open_in_part_sums_to_the_scale_once_it_is_scored() -> None:
    partly = evolve(WHOLLY, criteria=(criterion("chung", max="4"), FRAME_OF_ONE))
    frame = own("nho", "1", "khung-mot")
    rest = own("mot", "1", None)
    assert {"a": "4", "b": "5"} == totals(decided(partly, signed(frame, rest, chung=(2, 3), mot=(1, 1), nho=(1, 1))))
    fault = refused("signed-total", partly, signed(frame, chung=(2, 3), nho=(1, 1)))
    assert (("criteria", 0), {"sum": "5", "points": "6"}) == (fault.path, fault.data)
    assert [None, None] == [row.total for row in decided(partly, season(criteria=(frame,))).standings]


def test_what_is_left_open_and_missing_is_told_on_the_scores() -> None:
    partly = evolve(WHOLLY, criteria=(criterion("chung", max="4"),))
    assert ("scores",) == refused("signed-total", partly, signed(chung=(2, 3))).path


def test_a_whole_table_on_a_scale_without_points_sums_to_anything() -> None:
    whole = evolve(WHOLLY, scale=scale(bonus="1"))
    assert {"a": "1", "b": "2"} == totals(decided(whole, signed(own("mot", "5", None), mot=(1, 2))))


def test_a_whole_table_with_a_criterion_that_has_no_maximum_does_not_add_up_to_anything() -> None:
    counted = own("mot", None, None, method="count", each="1")
    assert {"a": "9", "b": "2"} == totals(decided(WHOLLY, signed(counted, mot=(9, 2))))


def test_scores_where_there_are_no_criteria_and_nothing_is_left_open_are_of_unknown_ones() -> None:
    refused("unknown-criterion", ruleset(UNITS), signed(mot=(1, 2)))


FRAME_OF_ONE = criterion("khung-mot", None, max="1", frame=True)


def test_a_whole_table_sums_to_the_clusters_table() -> None:
    whole = in_tables(undefined=(NO_HEAD, OPEN))
    assert "10" == refused("signed-total", whole, season(criteria=(own("mot", "6", None),))).data["points"]
    assert {"a": "1", "b": "2"} == totals(decided(whole, signed(own("mot", "10", None), mot=(1, 2))))


def test_a_whole_table_without_a_scale_sums_to_anything() -> None:
    given = signed(own("mot", "5", None), mot=(1, 2))
    assert {"a": "1", "b": "2"} == totals(decided(evolve(WHOLLY, scale=None), given))


def test_scores_without_the_table_that_is_left_open_are_refused_once() -> None:
    fault = refused("signed-missing", WHOLLY, signed(mot=(1, 2), hai=(1, 2)))
    assert (("scores",), {"ruleset": "quy-che"}) == (fault.path, fault.data)


def test_rules_of_a_record_are_those_of_one_cluster() -> None:
    first = decided(in_tables(SO, HUYEN, COMMON), season(scores=rows(so_rieng=(1, 2), chung=(3, 3))))
    again: Decision = decided(first.rules, first.season)
    assert first == again
    assert (["so"], ["cum"]) == (list(first.rules.tables), list(first.rules.clusters))


def test_a_frame_that_does_not_add_up_is_told_though_another_is_still_empty() -> None:
    empty = criterion("khung-hai", None, max="1", frame=True)
    other = evolve(FRAMED, criteria=(empty, *FRAMED.criteria), scale=None)
    wrong = signed(own("mot", "1"), mot=(1, 1), chung=(1, 1))
    assert "signed-sum" in {fault.code for fault in all_refused(other, wrong)}


def test_the_frames_that_there_are_are_listed_by_name() -> None:
    other = evolve(FRAMED, criteria=(*FRAMED.criteria, criterion("cho", None, max="1", frame=True)), scale=None)
    (fault,) = all_refused(other, signed(criterion("le", max="1"), le=(1, 1), chung=(1, 1)))
    assert ("signed-without-frame", "cho, khung") == (fault.code, fault.data["frames"])


def test_a_total_by_a_table_that_is_only_reported_warns() -> None:
    plan = in_tables(SO, COMMON)
    reported = evolve(plan, tables={**plan.tables, "so": evolve(plan.tables["so"], trust="reported")})
    decision = decided(reported, season(scores=rows(so_rieng=(1, 2), chung=(3, 4))))
    assert ("reported-rule", "scale") in warned(decision)


def test_scores_of_a_criterion_that_there_is_not_are_told_with_the_ruleset() -> None:
    (fault,) = all_refused(
        ruleset(UNITS, criteria=(COMMON,), order=order()), season(scores=rows(chung=(1, 2), zz=(1, 1)))
    )
    assert ("unknown-criterion", ("scores", "zz"), "zz", "quy-che") == (
        fault.code,
        fault.path,
        fault.data["name"],
        fault.data["ruleset"],
    )


def test_a_frame_of_bonuses_is_summed_among_bonuses_through_groups_that_have_no_maximum() -> None:
    frame = criterion("khung", None, max="5", frame=True, kind="bonus")
    plan = ruleset(UNITS, criteria=(frame, criterion("chung", max="4")), order=order())
    group = own("nhom", None, method=None, kind="bonus")
    cells = {"mot": (1, 1), "chung": (1, 1)}
    whole = decided(plan, signed(group, own("mot", "5", "nhom", kind="bonus"), **cells))
    assert {"a": "2", "b": "2"} == totals(whole)
    refused("signed-sum", plan, signed(group, own("mot", "4", "nhom", kind="bonus"), **cells))
