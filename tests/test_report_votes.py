"""Ballots are told whole: who reached a threshold and of what, whom the chair voted for, what was not checked."""

from typing import Any

import pytest
import tomli
from building import READ, act, award, choose, criterion, decided, order, ruleset, season, tie, vote, voting
from report_samples import decision as sample

from emulrules.cli.circumstances import _keys
from emulrules.model.award import OverQuota
from emulrules.model.decision import Decision, Warned
from emulrules.model.ruleset import Condition, Ruleset
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text

OVER = (OverQuota("nhieu-phieu", "votes"), OverQuota("phieu-chu-tri", "chair-vote"))


def ballot(**parts: Any) -> Any:
    return choose("b", "ballot", **{"asks": "members", "at_least": "1/2", "base": "members", **parts})


def rules(step: Any, members: str = "abcd", **parts: Any) -> Ruleset:
    parts = {"awards": (award("f", step, quota=2, over_quota=OVER),), **parts}
    return ruleset(members, **parts)


def words(shown: str) -> str:
    return " ".join(shown.split())


def by_chair(*voted: str) -> Decision:
    """`a` is sure, `b`, `c` and `d` are level for one slot."""
    told = act("award:f:over-quota", voted, among="bcd")
    return decided(rules(ballot()), season(vote("award:f:b", 4, a=4, b=3, c=3, d=3), told))


@pytest.mark.parametrize(
    ("voted", "unit", "told", "never"),
    [
        ("b", "b", "Khi vượt số lượng: người chủ trì hội nghị đã bỏ phiếu cho đơn vị này", "không bỏ phiếu"),
        ("b", "b", "theo phiếu của người chủ trì: được chọn trong 1 suất", "không được chọn"),
        ("b", "c", "không bỏ phiếu cho đơn vị này; đã bỏ phiếu cho: Đơn vị B", "đã bỏ phiếu cho đơn vị này"),
        ("b", "c", "theo phiếu của người chủ trì: không được chọn trong 1 suất", "chuyển sang bước sau [QC"),
        ("b", "a", "lấy phiếu cao hơn: được chọn trong 2 suất", "chủ trì"),
        ("bd", "d", "2 đơn vị (Đơn vị B; đơn vị này) cho 1 suất còn lại chưa phân định được", "không được chọn"),
        ("bd", "c", "theo phiếu của người chủ trì: không được chọn trong 1 suất", "chưa phân định được, chuyển"),
        ("", "c", "đã bỏ phiếu cho: –", "không được chọn"),
    ],
)
def test_the_chairs_vote_is_told(voted: str, unit: str, told: str, never: str) -> None:
    shown = words(explain(by_chair(*voted), unit).split("KHEN THƯỞNG\n")[1])
    assert told in shown
    assert never not in shown.replace("số phiếu chưa phân định được, chuyển sang bước sau", "")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whom_the_chair_voted_for_can_be_pasted_back(language: str) -> None:
    open_ = decided(rules(ballot()), season(vote("award:f:b", 4, a=4, b=3, c=3, d=3)))
    lines = text(open_, language).split("[[acts]]")[1].splitlines()
    block = tomli.loads("\n".join(line for line in lines if line.startswith("     ")))
    assert ("award:f:over-quota", ["…"], ["b", "c", "d"], "chair") == tuple(
        block[key] for key in ("question", "choice", "among", "decided_by")
    )


@pytest.mark.parametrize(
    ("unit", "told"), [("a", "Đạt ngưỡng ít nhất 50%, dù"), ("b", "Không đạt ngưỡng ít nhất 50%, dù")]
)
def test_a_threshold_on_a_number_that_nobody_stated_is_told_without_it(unit: str, told: str) -> None:
    plan = rules(ballot(base="present-or-consulted"), "abcdef")
    cast = vote("award:f:b", 5, **dict.fromkeys("bcdef", 2), a=3)
    assert told in words(explain(decided(plan, season(cast, present=5)), unit))


def test_a_threshold_is_told_with_the_number_that_it_is_of() -> None:
    cast = vote("award:f:b", 4, a=2, b=1, c=0, d=0)
    assert "Đạt ngưỡng ít nhất 50% trên tổng số 4" in words(explain(decided(rules(ballot()), season(cast)), "a"))


@pytest.mark.parametrize(
    ("unit", "language", "told"),
    [
        ("a", "vi", "Đạt ngưỡng quá 50% trên tổng số 4"),
        ("b", "vi", "Không đạt ngưỡng quá 50% trên tổng số 4"),
        ("b", "en", "Does not meet the threshold of more than 50% of 4"),
    ],
)
def test_a_threshold_that_must_be_exceeded_is_told_so(unit: str, language: str, told: str) -> None:
    plan = rules(ballot(at_least=None, more_than="1/2"))
    cast = vote("award:f:b", 4, a=3, b=2, c=0, d=0)
    assert told in words(explain(decided(plan, season(cast)), unit, language))


@pytest.mark.parametrize("show", [text, minutes])
def test_what_was_not_checked_is_told_in_words(show: Any) -> None:
    unknown = decided(rules(ballot(), voting=voting("excluded")), season(vote("award:f:b", 4, a=2, b=1, c=0, d=0)))
    assert "Chưa kiểm tra vì không có số liệu: phiếu của đơn vị vắng mặt" in words(show(unknown))
    by_council = rules(ballot(asks="council", base="units"))
    unknown = decided(by_council, season(vote("award:f:b", 4, a=2, b=1, c=0, d=0)))
    assert "số phiếu so với số thành viên Hội đồng (cách chọn f)" in words(show(unknown))


def test_a_tie_that_a_council_of_unknown_size_parted_is_told_as_not_checked() -> None:
    steps = (tie("phieu", "ballot", asks="council"),)
    plan = ruleset("ab", criteria=(criterion("x"),), order=order("points", 1), ties=steps)
    given = season(vote("place:1:phieu", 5, a=3, b=2), scores={"x": {"a": 1, "b": 1}})
    assert "số phiếu so với số thành viên Hội đồng (khi bằng nhau: bỏ phiếu" in words(text(decided(plan, given)))


def test_a_computed_tie_step_that_was_not_checked_is_no_ballot() -> None:
    """Step `nu` of the sample compares the share of women."""
    shown = words(text(sample(warnings=(Warned("unchecked", "ties.nu", ("so-a",)),))))
    assert "Chưa kiểm tra vì không có số liệu: khi bằng nhau: so tỷ lệ nữ (Sở Ao)." in shown


# A ruleset in words.


def condition(what: Any) -> Condition:
    return Condition(f"du-{what}", what, "members", **READ, at_least=criterion("x", weight="2/3").weight)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"base": "units"}, "bỏ phiếu: các đơn vị thành viên, từ 50% trở lên tổng số đơn vị của cụm, khối (b)"),
        ({"base": "present-or-consulted"}, "từ 50% trở lên số đơn vị dự họp hoặc được lấy ý kiến (b)"),
        ({"asks": "council"}, "từ 50% trở lên tổng số thành viên Hội đồng (b)"),
        ({"asks": "council", "base": "units"}, "từ 50% trở lên tổng số đơn vị của cụm, khối (b)"),
        ({}, "từ 50% trở lên tổng số đơn vị thành viên (b)"),
        ({"rounds": 2}, "từ 50% trở lên tổng số đơn vị thành viên; nhiều nhất 2 vòng (b)"),
    ],
    ids=str,
)
def test_a_ballot_is_told_with_its_base_and_rounds(parts: Any, told: str) -> None:
    shown = words(ruleset_text(rules(ballot(**parts))))
    assert told in shown
    assert "xét suất cuối theo phiếu của người chủ trì (phieu-chu-tri)" in shown


def test_conditions_and_absent_members_are_told() -> None:
    plan = rules(ballot(), conditions=(condition("present"), condition("taking-part")), voting=voting("proxy"))
    shown = words(ruleset_text(plan))
    assert "Số đơn vị dự họp: từ 2/3 trở lên" in shown
    assert "Số đơn vị tham gia biểu quyết, kể cả vắng mặt theo quy định: từ 2/3 trở lên" in shown
    assert "- Đơn vị vắng mặt ủy quyền biểu quyết [Quy chế giả định Điều 1]" in shown


def test_a_rule_on_absent_members_alone_is_told() -> None:
    told = {absent: ruleset_text(rules(ballot(), voting=voting(absent)), "en") for absent in ("written", "excluded")}
    assert "Absent members give their opinion in writing" in told["written"]
    assert "Absent members do not vote" in told["excluded"]


# What a new season may state.


@pytest.mark.parametrize(
    ("parts", "keys"),
    [
        ({"awards": ()}, set()),
        ({"step": ballot()}, set()),
        ({"step": ballot(base="present")}, {"present"}),
        ({"step": ballot(base="present-or-consulted")}, {"present", "consulted"}),
        ({"awards": (), "conditions": (condition("present"),)}, {"present"}),
        ({"step": ballot(), "voting": voting("written")}, {"present", "consulted"}),
        ({"step": ballot(), "voting": voting("proxy")}, {"present", "proxies"}),
        ({"step": ballot(), "voting": voting("excluded")}, {"present"}),
        ({"step": ballot(asks="council")}, {"members"}),
        ({"awards": (), "ties": (tie("phieu", "ballot", asks="council"),)}, {"members"}),
        ({"awards": (), "ties": (tie("chon", "decision", asks="council"),)}, set()),
    ],
)
def test_a_new_season_has_a_line_for_each_number_that_something_may_turn_on(parts: Any, keys: set[str]) -> None:
    blank = blank_season(rules(parts.pop("step", None) or ballot(), **parts), "cum")
    lines = [line.removeprefix("# ").split(" =")[0] for line in blank.splitlines() if line.startswith("# ")]
    assert keys == {"present", "consulted", "proxies", "members"} & set(lines)
    assert ("[council]" in lines, "[meeting]" in lines) == ("members" in keys, "present" in keys)


def test_where_each_number_stands_is_kept_with_the_record() -> None:
    given = season(present=3, proxies=1, council=9)
    assert [("meeting", "present"), ("meeting", "proxies"), ("council", "members")] == list(_keys(given))
    assert [("meeting", "consulted")] == list(_keys(season(consulted=0)))
