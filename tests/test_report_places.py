"""Facts about places in words: by votes, among the shortlisted, head to head and by lot, in tables and for one unit."""

from typing import Any

import pytest
from building import (
    READ,
    act,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    question,
    ruleset,
    season,
    tie,
    vote,
)

from emulrules.model.decision import Decision
from emulrules.model.order import Order, Shortlist
from emulrules.model.season import Act, Season
from emulrules.report.asking import act_block
from emulrules.report.explain import explain
from emulrules.report.minutes import minutes
from emulrules.report.names import Names
from emulrules.report.open_awards import open_on
from emulrules.report.places import in_order, unvoted, votes
from emulrules.report.ruleset import ruleset_text
from emulrules.report.text import text

X = (criterion("x"), criterion("y", weight="0"))
CITED = "[Quy chế giả định Điều 1]"
CAST = vote("standing", 5, a=0, b=2, c=3)
LISTED = Shortlist(2, "include")
POINTS = {"a": 9, "b": 7, "c": 7, "d": 5, "e": 1}


def scored(*acts: Act, **points: Any) -> Season:
    return season(*acts, scores={"x": points or POINTS, "y": dict.fromkeys(points or POINTS, 0)})


def short(*acts: Act, named: tuple[int, ...] = (1,), boundary: Any = "include", **parts: Any) -> Decision:
    """Two of five are shortlisted by points, or three since two of them tie."""
    by = order("points-then-ballot", *named, asks="members", shortlist=Shortlist(2, boundary))
    return decided(ruleset("abcde", criteria=X, order=by, **parts), scored(*acts))


def by_ballot(*acts: Act, **parts: Any) -> Decision:
    return decided(ruleset("abc", order=order("ballot", 1, asks="members"), **parts), season(*acts))


def placed(decision: Decision, unit: str, language: str = "vi") -> list[str]:
    """The lines on the unit's place, each on one line."""
    title = {"vi": "THỨ HẠNG", "en": "PLACE"}[language]
    section = explain(decision, unit, language).split(f"{title}\n", 1)[1].split("\n\n")[0]
    return " ".join(line.strip() for line in section.split("\n")).removeprefix("- ").split(" - ")


# In which order, and with which votes.


def test_the_shortlisted_stand_first_while_there_are_no_votes() -> None:
    decision = short()
    assert frozenset("abc") == unvoted(decision)
    assert list("abcde") == [row.unit for row in in_order(decision, Names.of(decision, "vi"))]
    assert list("deabc") == [row.unit for row in decision.standings]


def test_units_that_nothing_ranks_stand_last_where_nobody_is_shortlisted() -> None:
    decision = decided(ruleset("abc", order=order("meeting", 1)), season(act("standing", places={"c": 1})))
    assert list("cab") == [row.unit for row in in_order(decision, Names.of(decision, "vi"))]
    assert frozenset() == unvoted(decision)


def test_nobody_waits_for_votes_where_they_are_cast_or_fewer_than_two_are_shortlisted() -> None:
    assert frozenset() == unvoted(short(CAST)) == unvoted(short(boundary="exclude"))


def test_the_votes_are_those_of_the_standing() -> None:
    assert {"a": 0, "b": 2, "c": 3} == votes(short(CAST))
    assert {} == votes(short())
    places = decided(ruleset("ab", order=order("meeting", 1)), season(act("standing", places={"a": 1, "b": 2})))
    assert {} == votes(places)


# In tables.


def test_a_table_shows_points_and_votes_side_by_side() -> None:
    lines = text(short(CAST)).split("\n")
    at = next(index for index, line in enumerate(lines) if "Phiếu" in line)
    assert [
        ["Hạng", "Đơn", "vị", "Điểm", "Phiếu"],
        ["1", "Đơn", "vị", "C", "7", "3"],
        ["2", "Đơn", "vị", "B", "7", "2"],
        ["3", "Đơn", "vị", "A", "9", "0"],
        ["4", "Đơn", "vị", "D", "5", "–"],
    ] == [line.split() for line in lines[at : at + 5]]


def test_a_table_without_points_shows_votes_alone_set_to_the_right() -> None:
    lines = text(by_ballot(vote("standing", 3, a=0, b=1, c=3)), "en").split("\n")
    at = next(index for index, line in enumerate(lines) if "Votes" in line)
    assert ["  Place  Unit      Votes", "  1      Đơn vị C      3"] == lines[at : at + 2]


def test_a_table_without_a_ballot_has_no_column_for_votes() -> None:
    assert "Phiếu" not in text(short())
    assert "Phiếu" not in minutes(short())


def test_a_table_says_who_waits_for_votes() -> None:
    told = " ".join(text(short()).split())
    assert "3 đơn vị nhiều điểm nhất được đưa ra bỏ phiếu, chưa có phiếu nên chưa có thứ hạng: Đơn vị A; Đơn" in told
    assert "The 3 best by points are put to a ballot, and have no place" in " ".join(text(short(), "en").split())
    assert "chưa có phiếu" not in text(short(CAST))


def test_the_minutes_show_the_same_order_and_votes() -> None:
    rows = [line.split(" | ") for line in minutes(short(CAST)).split("\n") if line.startswith("| ")]
    assert ["| TT", "Đơn vị", "Điểm", "Phiếu", "Hạng"] == rows[0][:5]
    assert ["| 1", "Đơn vị C", "7", "3", "1"] == rows[2][:5]
    assert ["| 4", "Đơn vị D", "5", "–", "4"] == rows[5][:5]
    waiting = [line.split(" | ")[1] for line in minutes(short()).split("\n") if line.startswith("| ")]
    assert ["Đơn vị A", "Đơn vị B", "Đơn vị C", "Đơn vị D", "Đơn vị E"] == waiting[2:]
    assert "| --- | ---: | ---: | ---: |" in minutes(short(CAST))


def test_who_is_out_stands_below_all_others_in_the_minutes() -> None:
    rules = ruleset("abc", order=order("ballot", asks="members"), gates=(gate("g", "bad"),))
    told = minutes(decided(rules, season(facts={"bad": ("a",)})))
    assert ["Đơn vị B", "Đơn vị C", "Đơn vị A"] == [
        line.split(" | ")[1] for line in told.split("\n") if line.startswith("| ")
    ][2:]


# For one unit.


def test_the_votes_of_a_unit_are_told_with_those_who_cast_them() -> None:
    assert f"Được 3/5 phiếu xếp hạng; bỏ phiếu: các đơn vị thành viên {CITED}" in placed(short(CAST), "c")
    assert f"3 of 5 votes for the standing, cast by the members {CITED}" in placed(short(CAST), "c", "en")


def test_a_unit_is_told_whether_it_is_voted_on() -> None:
    decision = short(CAST)
    listed = "Đơn vị A; Đơn vị B; Đơn vị C"
    among = "2 đơn vị nhiều điểm nhất, lấy cả đơn vị bằng điểm cuối"
    assert f"Được đưa ra bỏ phiếu, trong số {among}: {listed} {CITED}" == placed(decision, "a")[0]
    assert f"Không được đưa ra bỏ phiếu, đứng sau {among}: {listed} {CITED}" == placed(decision, "d")[0]
    best = "the 2 best by points, with all that tie for the last of them"
    assert f"Put to a ballot, among {best}: {listed} {CITED}" == placed(decision, "a", "en")[0]
    assert f"Not put to a ballot, behind {best}: {listed} {CITED}" == placed(decision, "d", "en")[0]


@pytest.mark.parametrize("unit", ["a", "b"])
def test_a_unit_is_told_that_nobody_is_voted_on(unit: str) -> None:
    decision = short(boundary="exclude")
    assert placed(decision, unit)[0] == (
        "Không đủ hai đơn vị để bỏ phiếu trong số 2 đơn vị nhiều điểm nhất, không lấy đơn vị bằng điểm cuối (Đơn vị A);"
        f" xếp theo điểm {CITED}"
    )
    assert "with none of those that tie for the last of them" in placed(decision, unit, "en")[0]


def test_nobody_on_the_shortlist_is_a_dash() -> None:
    by = order("points-then-ballot", asks="members", shortlist=Shortlist(2, "exclude"))
    decision = decided(ruleset("abc", criteria=X, order=by), scored(a=1, b=1, c=1))
    assert "(–)" in placed(decision, "a")[0]


def test_who_is_out_is_told_of_no_shortlist() -> None:
    by = order("points-then-ballot", asks="members", shortlist=LISTED)
    rules = ruleset("abc", criteria=X, order=by, gates=(gate("g", "bad"),))
    decision = decided(rules, season(facts={"bad": ("c",)}, scores={"x": {"a": 1, "b": 2}, "y": {"a": 0, "b": 0}}))
    assert ["Không xếp hạng vì không được xét."] == placed(decision, "c")


def test_a_place_that_a_meeting_gave_is_told_with_the_place() -> None:
    decision = decided(ruleset("ab", order=order("meeting", 1)), season(act("standing", places={"a": 1, "b": 2})))
    assert f"Thứ 2 theo kết quả do hội nghị quyết định {CITED}" == placed(decision, "b")[0]


def test_a_comparison_is_told_with_how_many_each_beats() -> None:
    step = tie("doi-dau", "head-to-head", then="restart")
    rules = ruleset("abc", criteria=X, order=order("points"), ties=(step,))
    given = season(scores={"x": dict.fromkeys("abc", 1), "y": {"a": 1, "b": 2, "c": 2}})
    assert (
        "Bằng với Đơn vị B; Đơn vị C; khi bằng nhau: so từng cặp đơn vị: "
        f"Đơn vị B (hơn 1 đơn vị) = Đơn vị C (hơn 1 đơn vị) > Đơn vị A (hơn 0 đơn vị) {CITED}"
    ) == placed(decided(rules, given), "a")[0]
    assert "tie step: head to head: Đơn vị B (beats 1)" in placed(decided(rules, given), "a", "en")[0]


def test_a_lot_is_told_as_one() -> None:
    lot = tie("boc-tham", "lot", asks="meeting")
    rules = ruleset("ab", criteria=X, order=order("points", 1), ties=(lot,))
    given = scored(act("place:1:boc-tham", ["b"], among=("a", "b")), a=1, b=1)
    told = placed(decided(rules, given), "a")[0]
    assert f"Bằng với Đơn vị B; khi bằng nhau: bốc thăm (bước boc-tham): Đơn vị B > Đơn vị A {CITED}" == told


# Questions, and the acts that answer them.


def test_the_question_for_a_lot_says_that_lots_are_drawn() -> None:
    lot = tie("boc-tham", "lot", asks="meeting")
    flag = award("f", choose("s", "standing"), quota=1)
    place = decided(ruleset("ab", criteria=X, order=order("points", 1), ties=(lot,)), scored(a=1, b=1))
    line = decided(ruleset("ab", criteria=X, order=order("points"), ties=(lot,), awards=(flag,)), scored(a=1, b=1))
    for decision, id_ in ((place, "place:1:boc-tham"), (line, "award:f:boc-tham")):
        names = Names.of(decision, "vi")
        assert "(bốc thăm, bước boc-tham)" in names.question(id_)
        assert "(drawing of lots, step boc-tham)" in Names.of(decision, "en").question(id_)
        block = act_block(question(decision, id_), names)
        assert 'among      = ["a", "b"]' in block


def test_the_act_for_a_choice_within_a_quota_names_no_set() -> None:
    meeting = award("f", choose("m", "meeting", asks="meeting"), quota=1)
    decision = decided(ruleset("ab", awards=(meeting,)))
    assert not any("among" in line for line in act_block(question(decision, "award:f:m"), Names.of(decision, "vi")))


def test_the_act_for_a_ballot_of_all_has_a_row_a_unit_and_its_set() -> None:
    decision = short()
    names = Names.of(decision, "vi")
    block = act_block(question(decision, "standing"), names)
    assert 'among      = ["a", "b", "c"]' in block
    assert "[acts.votes]" in block
    assert names.count(question(decision, "standing")) == (
        "Ghi số phiếu của từng đơn vị trong 3 đơn vị; thứ hạng theo số phiếu."
    )
    assert "places follow from the votes" in Names.of(decision, "en").count(question(decision, "standing"))


# What awards wait for.


def by_place(*places: int) -> Any:
    return award("f", choose("p", "place", places=places))


def test_an_award_for_a_place_among_the_shortlisted_waits_for_the_ballot() -> None:
    decision = short(named=(1, 5), awards=(by_place(1),))
    assert ["standing"] == open_on(decision, decision.rules.awards[0])
    assert "Chưa quyết định; còn chờ: thứ hạng của các đơn vị" in explain(decision, "a")
    assert "không có thứ hạng\n" not in explain(decision, "a")


def test_an_award_for_a_place_below_the_shortlist_does_not() -> None:
    first = award("e", choose("m", "meeting", asks="meeting"), quota=1)
    fifth = award("f", choose("p", "place", places=(5,)), excludes=("e",))
    decision = short(act("award:e:m", ["e"]), named=(1, 5), awards=(first, fifth))
    assert (["standing"], []) == (asked(decision), open_on(decision, decision.rules.awards[1]))


def test_an_award_by_standing_whose_line_runs_below_the_shortlist_is_settled() -> None:
    decision = short(awards=(award("f", choose("s", "standing"), quota=4),))
    assert [] == open_on(decision, decision.rules.awards[0])
    assert 4 == len(decision.awards)


# A ruleset in words.


@pytest.mark.parametrize(
    ("by", "vi", "en"),
    [
        (
            order("ballot", 1, asks="members"),
            "theo số phiếu: các đơn vị thành viên; mỗi hạng 1",
            "by ballot: the members",
        ),
        (
            order("points-then-ballot", asks="chair", shortlist=Shortlist(3, "exclude")),
            "rồi bỏ phiếu trong số đơn vị nhiều điểm nhất (3 đơn vị, không lấy đơn vị bằng điểm cuối): người chủ trì",
            "by ballot among the best of them (3 units, with none of those that tie for the last of them): the chair",
        ),
        (Order("points", **READ), f"theo tổng điểm {CITED}", f"by total points {CITED}"),
    ],
)
def test_an_order_is_told_with_who_votes_and_on_whom(by: Order, vi: str, en: str) -> None:
    rules = ruleset("ab", criteria=X, order=by)
    assert vi in " ".join(ruleset_text(rules).split())
    assert en in " ".join(ruleset_text(rules, "en").split())


def test_a_step_is_told_with_its_criteria_and_what_comes_then() -> None:
    steps = (
        tie("mot", "head-to-head", then="restart", over=("x", "y")),
        tie("hai", "head-to-head", then="continue"),
        tie("ba", "lot", asks="meeting"),
    )
    rules = ruleset("ab", criteria=X, order=order("points"), ties=steps)
    told, english = (" ".join(ruleset_text(rules, language).split()) for language in ("vi", "en"))
    assert "so từng cặp đơn vị, theo các tiêu chí: x; y; đơn vị còn bằng nhau so lại từ đầu với nhau [" in told
    assert "so từng cặp đơn vị; đơn vị còn bằng nhau xét tiếp bước sau [" in told
    assert "bốc thăm (bước ba): hội nghị [" in told
    assert "head to head, over the criteria: x; y; those still tied begin anew among themselves [" in english
    assert "head to head; those still tied go on [" in english
