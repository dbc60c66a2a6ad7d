"""The text of a decision says what was decided, what it rests on, and what is still open."""

import re
from fractions import Fraction

import pytest
import tomli
from report_samples import BALLOT, BASIS, DEPUTY, FACT, NAMES, PLACES, QUOTA, decision

from emulrules.model.answers import Answered, Rotation
from emulrules.model.decision import Question, Step, Warned
from emulrules.model.rule import Rule
from emulrules.model.table import Table
from emulrules.report.asking import act_block
from emulrules.report.kept import Kept
from emulrules.report.names import Names
from emulrules.report.text import text


def section(shown: str, title: str) -> str:
    """The lines from the one that begins with `title` to the next empty one."""
    return shown[shown.index(f"\n{title}") :].split("\n\n")[0].strip()


def blocks(shown: str) -> list[dict[str, object]]:
    """The acts that can be pasted back."""
    found = re.findall(r"^ *\[\[acts\]\]\n(?: +\S.*\n)*", shown, re.M)
    return [tomli.loads(block)["acts"][0] for block in found]


def test_the_head_names_cluster_season_ruleset_with_its_date_and_status() -> None:
    shown = text(decision())
    assert "Khối ví dụ – năm thi đua 2021" in shown
    assert "Quy chế ví dụ (vi-du), áp dụng từ ngày 15/01/2021; chính sách: standard" in shown
    assert "Trạng thái: CHƯA XONG – còn 1 câu hỏi phải quyết định" in shown


def test_a_decision_without_questions_is_complete() -> None:
    assert "Trạng thái: đã đủ kết luận" in text(decision(questions=()))


def test_proposals_are_listed_by_award_and_held_ones_marked() -> None:
    shown = section(text(decision()), "ĐỀ NGHỊ KHEN THƯỞNG")
    assert shown.splitlines()[1:] == [
        "  Cờ thi đua: 1 đơn vị",
        "    - Sở Ấm – TẠM GIỮ [5]",
        "  Bằng khen: 1 đơn vị (nhiều nhất 2)",
        "    - Sở Bưởi [6]",
    ]


def test_offices_are_named_as_a_bloc_names_them() -> None:
    assert "  Trưởng khối: Sở Ao – được bầu [8]" in text(decision())


def test_an_office_that_somebody_has_to_recognise_says_so() -> None:
    rotation = Rotation("elected", Rule("headship", (), "read"), recognised_by="ministry")
    shown = text(decision(answers=(Answered("head_rotation", "", "standard", rotation),)))
    assert "Sở Ao – được bầu, chờ Bộ công nhận" in shown


def test_standings_go_by_place_and_cite_what_parted_equals() -> None:
    lines = section(text(decision()), "XẾP HẠNG").splitlines()
    assert ["1     Sở Ấm      95", "2     Sở Ăn      90  [3]", "3     Sở Ao      90  [3]", "4     Sở Bưởi    80"] == [
        line.strip() for line in lines[2:]
    ]


def test_without_places_and_points_there_are_no_standings() -> None:
    steps = tuple(step for step in decision().steps if step.step != "standing")
    assert "XẾP HẠNG" not in text(decision(steps=steps))


def test_every_basis_is_cited_once_with_what_rests_on_it() -> None:
    cited = section(text(decision()), "CĂN CỨ CỦA TỪNG BƯỚC")
    assert "  [1] QC Điều 3: điều kiện xét: đang xác minh khiếu nại, tố cáo\n" in cited
    assert "  [2] QC Điều 2 khoản 1; Điều 2: thang điểm và điểm theo tiêu chí (1)\n" in cited
    assert "  [5] QC Điều 6: cách chọn Cờ thi đua (theo tin đưa)\n" in cited


def test_every_number_in_brackets_is_explained() -> None:
    shown = text(decision())
    assert {f"[{n}]" for n in range(1, 9)} == set(re.findall(r"\[\d+\]", shown))


def test_warnings_are_told_in_words() -> None:
    told = section(text(decision()), "CẦN LƯU Ý")
    assert "Quy định chỉ biết qua tin đưa, chưa đọc văn bản: [5]." in told
    assert "Quyết định chỉ biết qua tin đưa, chưa đọc biên bản: đơn vị được đề nghị Bằng khen." in told
    assert "Quy chế để ngỏ: Không nói về thang điểm." in told


@pytest.mark.parametrize(
    "code", ["rescaled", "relative-scale", "settled-without-rule", "decided-above", "unchecked", "whole-tie"]
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_warning_has_its_words(code: str, language: str) -> None:
    shown = text(decision(warnings=(Warned(code, "limits.tran", ("so-a",)),)), language)
    assert "tran" in shown or "Cấp trên" in shown


def test_an_open_question_says_who_is_asked_how_many_and_what_comes_first() -> None:
    shown = text(decision())
    assert "1. Hỏi các đơn vị thành viên: Phó khối năm sau. Chọn nhiều nhất 2 đơn vị." in shown
    assert "Lựa chọn: Sở Ăn (so-b); Sở Ấm (so-c); Sở Bưởi (so-d)." in shown
    assert "Phải trả lời trước: Trưởng khối năm sau." in shown


def test_waiting_acts_are_listed() -> None:
    shown = text(decision(questions=(), waiting=("award:certificate:binh-xet",)))
    assert "CHƯA XONG – còn 0 câu hỏi phải quyết định, 1 quyết định đang chờ" in shown
    assert "- đơn vị được đề nghị Bằng khen (award:certificate:binh-xet)" in shown


FORMS = {
    "a choice": (DEPUTY, {"question": "deputy", "choice": ["…"], "decided_by": "members"}),
    "a ballot": (
        BALLOT,
        {
            "question": "place:1:phieu",
            "ballots": "…",
            "among": ["so-a", "so-b"],
            "decided_by": "members",
            "votes": {"so-a": "…", "so-b": "…"},
        },
    ),
    "places": (PLACES, {"question": "standing", "decided_by": "meeting", "places": dict.fromkeys(NAMES, "…")}),
    "a number": (QUOTA, {"question": "quota:certificate", "number": "…", "decided_by": "ministry"}),
    "a fact, which nobody in particular decides": (FACT, {"question": "fact:so-a:women", "number": "…"}),
    "a choice among those over the quota": (
        Question("award:flag:over-quota", "choice", "chair", ("so-b", "so-a"), 1, 1, ()),
        {"question": "award:flag:over-quota", "choice": ["…"], "among": ["so-a", "so-b"], "decided_by": "chair"},
    ),
    "a decision at a named place": (
        Question("place:1:chu-tri", "choice", "chair", ("so-b", "so-a"), 1, 1, ()),
        {"question": "place:1:chu-tri", "choice": ["…"], "among": ["so-a", "so-b"], "decided_by": "chair"},
    ),
}


@pytest.mark.parametrize(("question", "act"), FORMS.values(), ids=FORMS)
def test_the_block_to_paste_back_has_the_form_of(question: Question, act: dict[str, object]) -> None:
    shown = text(decision(questions=(question,)))
    assert [act | {"source": "…", "trust": "read"}] == blocks(shown)


def test_every_open_question_has_its_block_in_both_languages() -> None:
    questions = (QUOTA, BALLOT, PLACES, DEPUTY, FACT)
    for language in ("vi", "en"):
        shown = text(decision(questions=questions), language)
        assert [question.id for question in questions] == [block["question"] for block in blocks(shown)]


def test_options_that_were_listed_before_are_referred_to() -> None:
    again = Question("head", "choice", "members", DEPUTY.options, 1, 1, ())
    shown = text(decision(questions=(DEPUTY, again)))
    assert "Lựa chọn: như câu 1." in shown


def test_options_stand_in_the_order_of_their_names() -> None:
    rows = act_block(PLACES, Names.of(decision(), "vi"))
    assert ["so-a", "so-b", "so-c", "so-d"] == [row.split()[0] for row in rows[rows.index("[acts.places]") + 1 :]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_hostile_names_come_out_as_text(language: str) -> None:
    names = {"so-a": "\x1b[2J", "so-b": "a\nb", "so-c": "=1+1", "so-d": "<script>"}
    shown = text(decision(names, questions=(DEPUTY, PLACES)), language)
    assert all(line.isprintable() for line in shown.splitlines())
    assert len(text(decision(questions=(DEPUTY, PLACES)), language).splitlines()) == len(shown.splitlines())


def test_english_text_holds_no_vietnamese_but_that_of_the_data() -> None:
    names = {unit: unit for unit in NAMES}
    shown = text(decision(names, questions=(DEPUTY, QUOTA, PLACES)), "en")
    data = [
        "Khối ví dụ",
        "Quy chế ví dụ",
        "Biên bản",
        "Cờ thi đua",
        "Bằng khen",
        "Điều",
        "khoản",
        "Không nói về thang điểm",
    ]
    for word in data:
        shown = shown.replace(word, "")
    assert set() == {letter for letter in shown if letter.isalpha() and not letter.isascii()}


def test_a_day_is_written_as_each_language_writes_it() -> None:
    assert "15/01/2021" in text(decision(), "vi")
    assert "2021-01-15" in text(decision(), "en")


def test_a_doubted_rule_is_named_once_by_its_number_or_that_of_its_parts() -> None:
    warnings = (Warned("reported-rule", "awards.flag"), Warned("reported-rule", "awards.flag.choose.nhat"))
    assert "chưa đọc văn bản: [5]." in text(decision(warnings=warnings))


def test_a_doubted_rule_that_no_step_cites_is_named_in_words() -> None:
    warnings = (Warned("reported-rule", "awards.certificate"), Warned("reported-rule", "awards.flag.choose.nhat"))
    assert "chưa đọc văn bản: [5]; Bằng khen." in text(decision(warnings=warnings))


BINH_XET = Question("award:certificate:binh-xet", "choice", "meeting", ("so-a",), 0, 2, ())


def without(*rules: str) -> tuple[Step, ...]:
    """The steps of the sample without those under `rules`."""
    return tuple(step for step in decision().steps if step.rule not in rules)


def test_an_award_whose_quota_is_open_is_told_as_not_settled() -> None:
    steps = without("awards.certificate.quota", "awards.certificate.choose.binh-xet")
    assert "\n  Bằng khen: chưa quyết định\n" in text(decision(steps=steps, questions=(QUOTA,)))


def test_an_award_whose_question_is_open_is_told_with_what_may_be_proposed() -> None:
    made = decision(steps=without("awards.certificate.choose.binh-xet"), questions=(BINH_XET,))
    assert "\n  Bằng khen: chưa quyết định (nhiều nhất 2)\n" in text(made)
    assert "\n  Bằng khen: not settled yet (at most 2)\n" in text(made, "en")


def test_an_award_of_which_a_part_is_open_is_told_so() -> None:
    assert "\n  Bằng khen: 1 đơn vị, chưa quyết định xong (nhiều nhất 2)\n" in text(decision(questions=(BINH_XET,)))


def test_an_award_by_places_is_open_while_there_are_none() -> None:
    made = decision(steps=without("order", "awards.flag.choose.nhat"), questions=(PLACES,))
    assert "\n  Cờ thi đua: chưa quyết định\n" in text(made)


def test_an_award_by_places_is_settled_while_only_another_place_is_open() -> None:
    made = decision(steps=without("awards.flag.choose.nhat"), questions=(BALLOT,))
    assert "\n  Cờ thi đua: 0 đơn vị\n" in text(made)


def test_an_award_that_nobody_gets_and_that_nothing_is_open_on_has_no_unit() -> None:
    steps = tuple(step for step in decision().steps if step.step != "award")
    assert "\n  Bằng khen: 0 đơn vị (nhiều nhất 2)\n" in text(decision(steps=steps))


DECLARED = Question("award:flag:over-quota", "choice", "chair", ("so-a", "so-b"), 1, 1, ())
UNDECLARED = Question("award:flag:over-quota", "choice", None, ("so-a", "so-b"), 1, 1, ())
UNDEFINED = Question("place:1:undefined", "choice", None, ("so-a", "so-b"), 1, 1, ())
LEFT: dict[str, tuple[tuple[Question, ...], str]] = {
    "a step of a chain": ((BALLOT,), "Riêng câu 1:"),
    "a declared choice over the quota": ((DEPUTY, DECLARED), "Riêng câu 2:"),
    "two of them": ((BALLOT, QUOTA, DECLARED), "Riêng câu 1, 3:"),
    "neither an office, a quota, places nor a fact": ((DEPUTY, QUOTA, PLACES, FACT), ""),
    "not what no rule says": ((UNDECLARED, UNDEFINED), ""),
}


@pytest.mark.parametrize(("questions", "told"), LEFT.values(), ids=LEFT)
def test_that_a_step_was_not_taken_may_be_said_of(questions: tuple[Question, ...], told: str) -> None:
    shown = " ".join(text(decision(questions=questions)).split())
    assert bool(told) == ("held = false" in shown)
    assert told in shown


def test_trust_is_explained_in_every_block() -> None:
    assert "# trust: read = đã đọc văn bản gốc; reported = theo tin đưa; assumed = giả định" in text(decision())


def test_totals_have_a_decimal_comma_in_vietnamese_only() -> None:
    output = Table(place=1, tied_with=(), total=Fraction("810.5"))
    made = decision(steps=(*without("order"), Step(99, "standing", "so-a", "order", BASIS, Table(), output)))
    assert "Sở Ao   810,5" in text(made)
    assert "Sở Ao   810.5" in text(made, "en")


def test_the_record_that_was_kept_is_named_in_the_last_line() -> None:
    shown = " ".join(text(decision(), "vi", Kept("q.json", "0f" * 32)).split())
    assert shown.endswith(f"Hồ sơ quyết định: q.json, mã {'-'.join(['0f0f'] * 16)}; hãy ghi mã này vào biên bản.")
