"""Facts about what reports say of quotas, of limits by parent and of the season before."""

from fractions import Fraction
from typing import Any

import pytest
import tomli
from attrs import evolve
from cases import case, decided
from report_samples import ruleset as sample

from emulrules import Decision, decide
from emulrules.model.award import Award, Choose, PerParent, QuotaRow, QuotaRule
from emulrules.model.ruleset import Unit
from emulrules.model.table import Table
from emulrules.report.asking import act_block
from emulrules.report.blank import blank_season
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.open_awards import open_on
from emulrules.report.quotas import quota_words
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text

BASIS = ("QC Điều 7",)


def plain(shown: str) -> str:
    """The text in one line, however it was broken."""
    return " ".join(shown.split())


def names(language: str = "vi", **parts: Any) -> Names:
    rules = sample(**parts)
    return Names(rules, rules.clusters["khoi"], Table(), language)


WORDS = {
    "a number": (QuotaRule(number=2), "số lượng: 2", "quota: 2"),
    "a table": (
        QuotaRule(table=(QuotaRow((1, 5), 1), QuotaRow((6, 9), 2))),
        "1 đến 5 đơn vị: 1; 6 đến 9 đơn vị: 2",
        "1 to 5 units: 1; 6 to 9 units: 2",
    ),
    "asked": (
        QuotaRule(ask="ministry"),
        "số lượng do cấp trên phân bổ hằng năm: Bộ",
        "quota allotted each year by the ministry",
    ),
    "the rest": (
        QuotaRule(rest=True),
        "số lượng: tất cả các đơn vị còn được xét",
        "quota: all who can still have it",
    ),
    "rounded down": (
        QuotaRule(share=Fraction(1, 5), rounding="floor", base="units"),
        "số lượng: 20% của đơn vị được xét, làm tròn xuống",
        "quota: 20% of units that are not out, rounded down",
    ),
    "rounded up": (
        QuotaRule(share=Fraction(1, 3), rounding="ceiling", base="members"),
        "số lượng: 1/3 của đơn vị thành viên, làm tròn lên",
        "quota: 1/3 of members, rounded up",
    ),
    "to the nearest": (
        QuotaRule(share=Fraction(1), rounding="half-up", base="units"),
        "số lượng: 100% của đơn vị được xét, làm tròn đến số gần nhất (một nửa thì lên)",
        "quota: 100% of units that are not out, to the nearest, halves up",
    ),
    "not more, with limits": (
        QuotaRule(not_more_than=Fraction(1, 8), base="units", least=1, most=3),
        "số lượng: không quá 12,5% của đơn vị được xét, ít nhất 1, nhiều nhất 3",
        "quota: not more than 12.5% of units that are not out, at least 1, at most 3",
    ),
    "less": (
        QuotaRule(less_than=Fraction(1, 2), base="members"),
        "số lượng: dưới 50% của đơn vị thành viên",
        "quota: less than 50% of members",
    ),
}


@pytest.mark.parametrize(("rule", "vi", "en"), WORDS.values(), ids=WORDS)
def test_a_rule_on_how_many_is_told_in_words(rule: QuotaRule, vi: str, en: str) -> None:
    assert (vi, en) == (quota_words(rule, names()), quota_words(rule, names("en")))


RECKONED = {
    ("2020-khoi-doi", "province-certificate"): (
        "Số lượng: 30% của 5 đơn vị được xét, làm tròn đến số gần nhất (một nửa thì lên) → 2"
    ),
    ("2020-khoi-doi", "province-commendation"): "Số lượng: 20% của 6 đơn vị thành viên, làm tròn lên → 2",
    ("2021-khoi-cua", "province-certificate"): "Số lượng: dưới 50% của 10 đơn vị thành viên, nhiều nhất 3 → 3",
    ("2021-khoi-cua", "province-flag"): "Số lượng: không quá 20% của 10 đơn vị được xét → 2",
    ("2021-khoi-cua", "province-letter"): "Số lượng: tất cả trong 4 đơn vị còn được xét → 4",
}


@pytest.mark.parametrize(("name", "award"), RECKONED)
def test_a_decision_and_a_units_way_tell_how_a_number_was_reckoned(name: str, award: str) -> None:
    decision = decided(name)
    words = RECKONED[name, award]
    assert words in plain(text(decision))
    shown = plain(explain(decision, decision.units[0].id))
    basis = next(step.basis for step in decision.steps if step.rule == f"awards.{award}.quota")
    assert f"{words} [{basis[0]}]" in shown


def test_a_number_that_stands_in_the_rules_is_not_told_twice() -> None:
    decision = decided("2022-khoi-rung")
    assert "→" not in text(decision) + explain(decision, "don-vi-rungt1")
    assert "Cờ thi đua của UBND tỉnh: 2 đơn vị (nhiều nhất 2)" in text(decision)


def test_the_number_of_a_policy_that_counts_otherwise_is_told_without_what_it_counts() -> None:
    name = "2020-khoi-doi"
    decision = decided(name)
    awards = tuple(evolve(award, quota=None) for award in decision.rules.awards)
    other = evolve(decision, rules=evolve(decision.rules, awards=awards))
    assert "Số lượng: 20% của 5, làm tròn xuống → 1" in plain(text(other))


# One unit's way.

WAYS = {
    "passed over": (
        "2022-khoi-ben",
        "don-vi-bent2",
        "Bỏ qua vì huyện “huyen-thuong” chỉ có 1 suất, đã dành cho Đơn vị Bến Thượng 1 (giả định); suất này chuyển "
        "cho đơn vị kế tiếp",
        "Passed over: the district “huyen-thuong” has 1 only, taken by Đơn vị Bến Thượng 1 (giả định); the next unit "
        "has the slot",
    ),
    "a tie at a district's last slot": (
        "2022-khoi-cho",
        "don-vi-chot1",
        "Xét cùng Đơn vị Chợ Thượng 2 (giả định) cho 1 suất của huyện “huyen-thuong”: không được chọn ở bước này",
        "Judged together with Đơn vị Chợ Thượng 2 (giả định) for the slots of the district “huyen-thuong” (1): not "
        "chosen in this step",
    ),
    "the one who was taken": (
        "2022-khoi-cho",
        "don-vi-chot2",
        "cho 1 suất của huyện “huyen-thuong”: được chọn",
        "for the slots of the district “huyen-thuong” (1): chosen",
    ),
    "a tie at the last slot of all": (
        "2022-khoi-phien",
        "don-vi-phieng1",
        "cho 2 suất: không được chọn ở bước này",
        "for the slots (2): not chosen in this step",
    ),
    "level in a district": (
        "2022-khoi-doc",
        "don-vi-doct2",
        "cho 1 suất còn lại của huyện “huyen-thuong”; số phiếu chưa phân định được",
        "for the slots of the district “huyen-thuong” left (1); votes do not part them",
    ),
    "fewer votes in a district": (
        "2022-khoi-doc",
        "don-vi-doct1",
        "ít phiếu hơn các đơn vị được xét cho 1 suất của huyện “huyen-thuong”",
        "fewer than those that are considered for the slots of the district “huyen-thuong” (1)",
    ),
    "over the quota, by the chair": (
        "2022-khoi-doc",
        "don-vi-doct3",
        "Khi vượt số lượng: người chủ trì hội nghị chọn đơn vị này",
        "Over the quota: chosen by the chair of the meeting",
    ),
    "by the step's own name": (
        "2022-khoi-cho",
        "don-vi-chot2",
        "Bước chu-tri-quyet-dinh: người chủ trì hội nghị chọn đơn vị này",
        "Step chu-tri-quyet-dinh: chosen by the chair of the meeting",
    ),
    "not won before": (
        "2021-khoi-ghenh",
        "don-vi-ghenh1",
        "Không xét vì năm trước không đạt Cờ thi đua của UBND tỉnh",
        "Not considered, not having won Cờ thi đua của UBND tỉnh the season before, which is required",
    ),
}


@pytest.mark.parametrize(("name", "unit", "vi", "en"), WAYS.values(), ids=WAYS)
def test_a_units_way_says_what_became_of_it(name: str, unit: str, vi: str, en: str) -> None:
    decision = decided(name)
    assert (True, True) == (vi in plain(explain(decision, unit)), en in plain(explain(decision, unit, "en")))


def test_who_won_before_is_told_nothing_of_it_and_a_cut_elsewhere_tells_nobody_else() -> None:
    assert "năm trước" not in explain(decided("2021-khoi-ghenh"), "don-vi-ghenh4")
    other = plain(explain(decided("2022-khoi-doc"), "don-vi-docx1"))
    assert ("ít phiếu hơn" in other, "huyen-thuong" in other) == (False, False)


# While it is open.


def without(name: str, *questions: str) -> Decision:
    """A case without its answers to these questions, or any that begin so."""
    season, ruleset, policy = case(name)
    kept = tuple(act for act in season.acts if not act.question.startswith(questions))
    return decide(evolve(season, acts=kept), ruleset, policy)


def test_whoever_is_passed_over_for_units_that_are_still_tied_is_told_so() -> None:
    season, ruleset, policy = case("2022-khoi-doc")
    places = {"don-vi-doct1": 1, "don-vi-doct2": 1, "don-vi-doct3": 3, "don-vi-docg1": 4, "don-vi-doch1": 5}
    standing = evolve(season.acts[0], places=Table({**places, "don-vi-docx1": 6}))
    open_ = decide(evolve(season, acts=(standing,)), ruleset, policy)
    assert "chỉ có 1 suất, dành cho đơn vị xếp trên" in plain(explain(open_, "don-vi-doct3"))


def test_a_question_lists_how_many_of_each_parent_and_so_does_its_block() -> None:
    open_ = without("2022-khoi-phien", "award:")
    shown = plain(text(open_))
    told = (
        "Nhiều nhất 1 đơn vị của “huyen-thuong”: Đơn vị Phiên Thượng 1 (giả định) (don-vi-phient1); Đơn vị Phiên "
        "Thượng 2 (giả định) (don-vi-phient2)."
    )
    assert told in shown
    assert "At most 1 of “huyen-thuong”: " in plain(text(open_, "en"))
    for question in open_.questions:
        block = act_block(question, Names.of(open_, "vi"))
        assert "# Nhiều nhất 1 đơn vị của “huyen-thuong”: don-vi-phient1, don-vi-phient2." in block
        (act,) = tomli.loads("\n".join(block))["acts"]
        assert question.id == act["question"]


def test_a_question_without_a_limit_says_nothing_of_parents() -> None:
    assert "Nhiều nhất 1 đơn vị của" not in text(without("2022-khoi-rung", "award:"))


QUESTIONS = {
    "award:flag:province:tinh-a:chu-tri": (
        "đơn vị của tỉnh “tinh-a” được đề nghị Cờ thi đua (bước chu-tri)",
        "who of the province “tinh-a” is proposed for Cờ thi đua (step chu-tri)",
    ),
    "award:flag:vung:bac:undefined": (
        "đơn vị của vung “bac” được đề nghị Cờ thi đua (quy chế không nói cách chọn)",
        "who of the vung “bac” is proposed for Cờ thi đua (no rule says how)",
    ),
    "award:flag:province:tinh-a:over-quota:2": (
        "chọn trong số đơn vị của tỉnh “tinh-a” đủ điều kiện vượt quá số suất Cờ thi đua của mỗi nơi",
        "which units of the province “tinh-a” that reach the threshold are proposed for Cờ thi đua, being more than "
        "it may have",
    ),
    "before:flag": (
        "những đơn vị đã đạt Cờ thi đua ở năm thi đua trước",
        "which units won Cờ thi đua the season before",
    ),
}


@pytest.mark.parametrize(("id_", "vi", "en"), [(id_, *words) for id_, words in QUESTIONS.items()])
def test_a_question_is_named_by_what_it_asks(id_: str, vi: str, en: str) -> None:
    assert (vi, en) == (names().question(id_), names("en").question(id_))


def test_what_an_award_waits_for_is_who_won_before() -> None:
    open_ = without("2021-khoi-bai", "before:")
    government = next(award for award in open_.rules.awards if award.id == "government-flag")
    assert ["before:province-flag"] == open_on(open_, government)
    shown = plain(explain(open_, "don-vi-bai1"))
    assert "Chưa quyết định; còn chờ: những đơn vị đã đạt Cờ thi đua của UBND tỉnh ở năm thi đua trước" in shown
    assert "Số liệu còn thiếu: những đơn vị đã đạt Cờ thi đua của UBND tỉnh ở năm thi đua trước." in plain(text(open_))


# Rules, and a season to fill in.


def by_province() -> dict[str, Any]:
    counted = Award(
        "flag",
        "Cờ thi đua",
        (Choose("binh-xet", "meeting", "meeting"),),
        BASIS,
        "read",
        QuotaRule(number=2),
        requires_before=("flag", "khac"),
        at_most=PerParent(1, "province"),
    )
    units = {
        unit: Unit(name, within={"province": parent})
        for unit, name, parent in (
            ("so-a", "Sở Ao", "tinh-y"),
            ("so-b", "Sở Ăn", "tinh-x"),
            ("so-c", "Sở Ấm", "tinh-x"),
            ("so-d", "Sở Bưởi", "tinh-y"),
        )
    }
    return {"awards": (counted,), "units": Table(units)}


def test_a_ruleset_tells_its_limits_what_it_requires_and_who_lies_where() -> None:
    vi, en = (plain(ruleset_text(sample(**by_province()), language)) for language in ("vi", "en"))
    assert "- mỗi tỉnh nhiều nhất 1 đơn vị" in vi
    assert "- at most 1 of each province" in en
    assert "- chỉ xét đơn vị năm trước đã đạt: Cờ thi đua; khac" in vi
    assert "- requires, of the season before: Cờ thi đua; khac" in en
    assert "- tỉnh “tinh-x”: Sở Ăn; Sở Ấm - tỉnh “tinh-y”: Sở Ao; Sở Bưởi" in vi
    assert "tinh-x" not in ruleset_text(sample())


def test_the_limit_of_a_parent_is_a_rule_with_a_name() -> None:
    assert "số đơn vị được đề nghị Cờ thi đua của mỗi nơi" == names(**by_province()).rule("awards.flag.at_most")
    assert "số đơn vị được đề nghị Cờ thi đua của UBND tỉnh của mỗi nơi" in plain(text(decided("2022-khoi-ben")))


def test_a_blank_season_has_a_line_for_each_award_of_the_season_before() -> None:
    rules = sample(**by_province())
    shown = blank_season(rules, "khoi", "2021")
    lines = shown.split("\n")
    start = lines.index("# [before]")
    assert ["# flag = []  # Cờ thi đua", "# khac = []  # khac"] == lines[start + 1 : start + 3]
    read = tomli.loads(shown.replace("# [before]", "[before]").replace("# flag = []", "flag = []"))
    assert {"flag": []} == read["before"]
    assert "[before]" not in blank_season(sample(), "khoi", "2021")


def test_the_minutes_tell_how_numbers_were_reckoned_and_how_many_of_each_parent() -> None:
    told = minutes(decided("2020-khoi-doi"))
    assert "- Cờ thi đua của UBND tỉnh. Số lượng: 20% của 5 đơn vị được xét, làm tròn xuống → 1 \\[4\\]\n" in told
    assert "→" not in minutes(decided("2022-khoi-rung"))
    open_ = minutes(without("2022-khoi-phien", "award:"), "en")
    assert "Choose exactly 2. At most 1 of “huyen-thuong”: Đơn vị Phiên Thượng 1" in open_


def test_the_minutes_list_a_question_on_the_season_before() -> None:
    assert "những đơn vị đã đạt Cờ thi đua của UBND tỉnh ở năm thi đua trước" in minutes(
        without("2021-khoi-bai", "before:")
    )
