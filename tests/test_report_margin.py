"""The smallest changes are told by what each leads to: places, awards, what is left open, and what none leads to."""

from fractions import Fraction

import pytest
from building import award, choose, criterion, decided, order, ruleset, season, tie

from emulrules import Decision, Ruleset, load_policy, margins
from emulrules.margins import margin
from emulrules.report.explain import explain

FLAG = award("co", choose("s", "place", places=(1,)), quota=1)
SECOND = award("bang-khen", choose("s", "standing"), quota=1, excludes=("co",))
SCORES = {"x": {"a": "9", "b": "7", "c": "6.5", "d": "2"}}


def plan(**parts: object) -> Ruleset:
    made = {"criteria": (criterion("x", max="10"),), "order": order("points", 1), "awards": (FLAG, SECOND), **parts}
    return ruleset("abcd", **made)


def told(rules: Ruleset, unit: str, language: str = "vi", scores: dict[str, dict[str, str]] = SCORES) -> list[str]:
    """What is told of the smallest changes, without the sentence on how they are found, and without articles."""
    decision: Decision = decided(rules, season(scores=scores))
    shown = explain(decision, unit, language, margin=margin(decision, load_policy(rules), unit))
    lines = [line.strip().partition(" [")[0] for line in shown.rstrip().split("\n\n")[-1].splitlines()]
    return lines[next(at for at, line in enumerate(lines) if line.endswith(("rồi xét lại:", "again:"))) + 1 :]


def test_the_smallest_change_is_told_for_a_place_and_for_each_award_up_and_down() -> None:
    assert [
        "Đứng hạng cao hơn; không còn được chọn đề nghị bang-khen:",
        "- x: 7,01 thay vì 7 (cao hơn 0,01)",
        "→ Đứng thứ 1 thay vì thứ 2",
        "→ Không còn được chọn đề nghị bang-khen",
        "→ Phải quyết định thêm, trong đó có xét đơn vị này: đơn vị nào trong số bằng nhau đứng thứ nhất (bước",
        "phieu) (place:1:phieu)",
        "Được chọn đề nghị co:",
        "- x: 7,02 thay vì 7 (cao hơn 0,02, tức 2 bước, mỗi bước 0,01)",
        "→ Đứng thứ 1 thay vì thứ 2",
        "→ Được đề nghị co",
        "→ Không còn được chọn đề nghị bang-khen",
        "Đứng hạng thấp hơn:",
        "- x: 1,99 thay vì 7 (thấp hơn 5,01, tức 501 bước, mỗi bước 0,01)",
        "→ Đứng thứ 3 thay vì thứ 2",
        "→ Không còn được chọn đề nghị bang-khen",
    ] == told(
        plan(ties=(tie("phieu", "ballot", asks="members"),)),
        "b",
        scores={"x": {**SCORES["x"], "c": "1", "a": "7.01"}},
    )


def test_what_no_score_leads_to_is_told() -> None:
    shown = told(plan(criteria=(criterion("x", max="9"),)), "d", "en")
    assert "- No change of one score within the criterion's bounds leads to: chosen for co" in shown


def test_changes_that_come_to_the_same_are_told_together() -> None:
    two = plan(criteria=(criterion("x", max="10"), criterion("y", max="10")))
    shown = told(two, "c", "en", {**SCORES, "y": dict.fromkeys("abcd", "1")})
    at = shown.index("- x: 7.01 instead of 6.5 (higher by 0.51, which is 51 steps of 0.01)")
    assert "- y: 1.51 instead of 1 (higher by 0.51, which is 51 steps of 0.01)" == shown[at + 1]
    assert "→ Place 2 instead of 3" == shown[at + 2]


def test_a_single_step_and_steps_of_one_are_not_counted() -> None:
    one = plan(criteria=(criterion("x", max="10", step=Fraction(1)),))
    assert any("10 thay vì 7 (cao hơn 3)" in line for line in told(one, "b"))
    near = told(plan(), "b", scores={"x": {**SCORES["x"], "a": "7"}})
    assert any("7,01 thay vì 7 (cao hơn 0,01)" in line for line in near)


@pytest.mark.parametrize(("language", "words"), [("vi", "Trong phạm vi"), ("en", "As far as was looked")])
def test_where_not_everything_was_looked_at_it_is_told(
    monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setattr(margins, "FURTHER", 0)
    shown = told(plan(), "b", language)
    assert any(line.startswith(f"- {words}") for line in shown)
