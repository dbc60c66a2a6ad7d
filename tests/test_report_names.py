"""Everything that a model may hold has its words in both languages."""

from typing import Any, get_args, get_type_hints

import pytest
from attrs import evolve
from every import of_every
from report_samples import decision, ruleset

from emulrules.model.award import Choose, OverQuota
from emulrules.model.criterion import Criterion, Rounding, Scoring, Stage
from emulrules.model.decision import Awarded, GateResult, Office, Question
from emulrules.model.order import Order, TieStep
from emulrules.model.rule import ASKED
from emulrules.model.ruleset import Cluster, Condition, Voting
from emulrules.model.table import Table
from emulrules.report.names import Names
from emulrules.wording import catalogue


def literals(kind: Any, attribute: str) -> list[str]:
    """What the attribute of a model class may be."""
    hint = get_type_hints(kind)[attribute]
    return [value for part in (hint, *get_args(hint)) for value in get_args(part) if isinstance(value, str)]


WORDED = [
    *(f"asked-{of}" for of in ASKED),
    *(f"state-{state}" for state in literals(Office, "state")),
    *(f"office-{office}-{kind}" for office in literals(Office, "office") for kind in literals(Cluster, "kind")),
    *(f"gate-{effect}" for effect in literals(GateResult, "effect")),
    *(f"method-{method}" for method in literals(Criterion, "method")),
    *(f"leader-{leader}" for leader in literals(Criterion, "leader")),
    *(f"round-{mode}" for mode in literals(Rounding, "mode")),
    *(f"by-{by}" for by in literals(Stage, "by")),
    *(f"take-{take}" for take in literals(Scoring, "take")),
    *(f"kind-{kind}" for kind in literals(Criterion, "kind") if kind != "points"),
    *(f"order-{by}" for by in literals(Order, "by")),
    *(f"choose-{by}" for by in literals(Choose, "by")),
    *(f"base-{base}" for base in literals(Choose, "base")),
    "base-members-council",
    *(f"over-quota-{by}" for by in literals(OverQuota, "by")),
    *(f"voting-{absent}" for absent in literals(Voting, "absent")),
    *(f"ruleset-{what}" for what in literals(Condition, "what")),
    *(f"trust-{trust}" for trust in literals(Criterion, "trust")),
    # Nobody is asked for a value: what became of a hold or an award is said unasked.
    *(
        f"count-{asks}-{how}"
        for asks in literals(Question, "asks")
        for how in ("exactly", "least", "most", "between")
        if asks != "value"
    ),
    *(f"award-{state}" for state in literals(Awarded, "state") if state != "proposed"),
]


@of_every(WORDED, str)
def test_there_are_words_for(code: str) -> None:
    assert f"report-{code}" in catalogue()


RULES = {
    "criteria.nhiem-vu": "tiêu chí “Nhiệm vụ”",
    "gates.khieu-nai": "điều kiện xét: đang xác minh khiếu nại, tố cáo",
    "conditions.du": "điều kiện của hội nghị (du)",
    "criteria.nhiem-vu.rounding": "làm tròn điểm tiêu chí “Nhiệm vụ”",
    "scale.rounding": "làm tròn tổng điểm",
    "ties.rounding": "xét khi bằng nhau (bước rounding)",
    "order": "cách xếp hạng",
    "stages.tu-cham": "bước chấm “tu-cham”",
    "scoring": "điểm bước nào được tính",
    "scale": "thang điểm",
    "voting": "phiếu của đơn vị vắng mặt",
    "ties.nu": "khi bằng nhau: so tỷ lệ nữ",
    "ties.khac": "xét khi bằng nhau (bước khac)",
    "ties": "xét khi bằng nhau",
    "awards.flag": "Cờ thi đua",
    "awards.flag.choose.nhat": "cách chọn Cờ thi đua",
    "awards.flag.over_quota.phieu": "Cờ thi đua khi vượt số lượng (bước phieu)",
    "awards.flag.over_quota": "Cờ thi đua khi vượt số lượng",
    "awards.flag.quota": "số lượng Cờ thi đua",
    "headship": "Trưởng khối, Phó khối năm sau",
    "headship.bars.cu": "trường hợp không được giữ chức (cu)",
    "limits.tran": "giới hạn từ cấp trên (tran)",
    "undefined.diem": "điều quy chế để ngỏ (diem)",
    "clusters.khoi": "danh sách đơn vị",
    "units.so-a": "thay đổi thành viên: Sở Ao",
    "acts.fact:so-a:women": "số liệu do quyết định nêu: số nữ của Sở Ao",
    "nothing.known": "nothing.known",
}


@pytest.mark.parametrize(("path", "words"), RULES.items())
def test_a_rule_is_named_by_what_it_is_about(path: str, words: str) -> None:
    assert words == Names.of(decision(), "vi").rule(path)


QUESTIONS = {
    "standing": "thứ hạng của các đơn vị",
    "place:3:phieu": "đơn vị nào trong số bằng nhau xếp từ hạng 3 trở lên (bước phieu)",
    "place:1:undefined": "đơn vị nào trong số bằng nhau đứng thứ nhất (quy chế không nói cách chọn)",
    "quota:flag": "số lượng Cờ thi đua được đề nghị",
    "award:certificate:binh-xet": "đơn vị được đề nghị Bằng khen",
    "award:certificate:nu": "đơn vị được đề nghị Bằng khen (bước nu)",
    "award:certificate:undefined": "đơn vị được đề nghị Bằng khen (quy chế không nói cách chọn)",
    "award:certificate:phieu:2": "đơn vị được đề nghị Bằng khen (bước phieu, vòng 2)",
    "award:flag:over-quota": "chọn trong số đơn vị đủ điều kiện vượt quá số lượng Cờ thi đua",
    "award:flag:over-quota:2": "chọn trong số đơn vị đủ điều kiện vượt quá số lượng Cờ thi đua",
    "head": "Trưởng khối năm sau",
    "deputy": "Phó khối năm sau",
    "deputy:van-phong": "Phó khối (van-phong) năm sau",
    "before:head": "đơn vị giữ chức Trưởng khối trong năm thi đua này",
    "fact:under-complaint": "những đơn vị thuộc diện: đang xác minh khiếu nại, tố cáo",
    "fact:khac": "những đơn vị thuộc diện: khac",
    "fact:so-a:staff": "tổng số người của Sở Ao",
    "fact:meeting:present": "số đơn vị dự hội nghị",
    "fact:meeting:consulted": "số đơn vị vắng mặt đã cho ý kiến bằng văn bản",
    "fact:meeting:proxies": "số đơn vị vắng mặt đã ủy quyền",
    "fact:council:members": "số thành viên của Hội đồng",
    "khac": "khac",
}


@pytest.mark.parametrize(("id_", "words"), QUESTIONS.items())
def test_a_question_is_named_by_what_it_asks(id_: str, words: str) -> None:
    assert words == Names.of(decision(), "vi").question(id_)


@of_every(QUESTIONS, str)
def test_every_question_has_english_words(id_: str) -> None:
    assert Names.of(decision(), "en").question(id_)


@pytest.mark.parametrize(
    ("chain", "asked", "by_chair"),
    [
        (("votes", "chair-vote"), "over-quota", True),
        (("chair-vote",), "over-quota", True),
        (("chair-vote",), "over-quota:2", False),
        (("votes", "decision", "chair-vote"), "over-quota", False),
        (("votes", "decision", "chair-vote"), "over-quota:2", True),
        (("votes",), "over-quota", False),
        (("chair-vote",), "over-quota:khac", True),
    ],
    ids=str,
)
def test_the_chair_is_asked_for_its_vote_where_a_step_says_so(chain: Any, asked: str, by_chair: bool) -> None:
    steps = tuple(OverQuota(f"buoc-{number}", by) for number, by in enumerate(chain))
    rules = ruleset()
    flag = evolve(rules.awards[0], over_quota=steps)
    told = Names.of(decision(rules=evolve(rules, awards=(flag,))), "vi").question(f"award:flag:{asked}")
    by_vote = "trong số đơn vị còn xét cho suất cuối của Cờ thi đua, người chủ trì đã bỏ phiếu cho những đơn vị nào"
    assert told == by_vote if by_chair else told == QUESTIONS["award:flag:over-quota"]


@pytest.mark.parametrize("by", literals(TieStep, "by"))
def test_every_kind_of_tie_step_has_words(by: Any) -> None:
    step = TieStep("buoc", by, ("QC",), "read", criterion="nhiem-vu")
    names = Names(ruleset(ties=(step,)), None, Table())
    assert "khi bằng nhau" in names.rule("ties.buoc")


def test_a_cluster_has_other_titles_than_a_bloc() -> None:
    rules = ruleset()
    assert "Trưởng khối" == Names(rules, rules.clusters["khoi"], Table()).office("head")
    assert "Cụm trưởng" == Names(rules, None, Table()).office("head")
