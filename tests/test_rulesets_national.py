"""Facts about the national files: which rule is in force in which period, and what is declared as not known."""

from datetime import date
from fractions import Fraction

import pytest
from cases import RULESETS

from emulrules.files import Library
from emulrules.model.ruleset import Ruleset

PERIODS = {"2017-10-01": ("2017", "2023"), "2024-01-01": ("2024", "2024"), "2025-07-01": ("2025", "2025")}

# Which of the national rules stand in which file, typed from what is known and not from the files.
LIMITS = {
    "2017-10-01": {
        "han-muc-co-chinh-phu",
        "co-so-theo-cong-van-2023",
        "ngoai-han-muc-co-chinh-phu",
        "co-phai-qua-binh-xet",
        "co-cho-don-vi-dan-dau",
        "mot-thanh-tich-mot-hinh-thuc",
        "luan-phien",
    },
    "2024-01-01": {"dieu-kien-co", "can-cu-bang-khen", "huy-khen-thuong-gian-doi"},
    "2025-07-01": {"dieu-kien-co", "can-cu-bang-khen", "huy-khen-thuong-gian-doi"},
}
HOLDS = {
    "2017-10-01": {("08/2017/TT-BNV", "reported")},
    "2024-01-01": {("98/2023/NĐ-CP Điều 4", "read")},
    "2025-07-01": set(),
}
UNDEFINED = {
    "2017-10-01": {"awards"},
    "2024-01-01": {"awards", "awards.government-flag.quota"},
    "2025-07-01": {"awards", "awards.government-flag.quota", "gates"},
}
# 98/2023/NĐ-CP Art. 30(7): the council votes on flags, at least 80 % of all its members; of no other time it is known.
FLAGS_VOTED_ON = {"2024-01-01": {"government-flag": True, "ministry-flag": False, "province-flag": False}}
every_period = pytest.mark.parametrize("day", PERIODS)


def national(day: str) -> Ruleset:
    return Library([RULESETS], installed=False).read("national", date.fromisoformat(day)).value


@every_period
def test_a_national_file_covers_the_seasons_reviewed_under_its_law(day: str) -> None:
    seasons = national(day).seasons
    assert PERIODS[day] == (seasons.first, seasons.last)


@pytest.mark.parametrize(
    ("season", "covering"),
    [
        ("2016", []),
        ("2017", ["2017-10-01"]),
        ("2023", ["2017-10-01"]),
        ("2023-2024", []),
        ("2024", ["2024-01-01"]),
        ("2024-2025", []),
        ("2025", ["2025-07-01"]),
        ("2026", []),
    ],
)
def test_no_season_is_covered_twice_and_none_that_no_law_is_known_for(season: str, covering: list[str]) -> None:
    assert covering == [day for day in PERIODS if national(day).seasons.covers(season)]


@every_period
def test_a_national_file_holds_what_is_known_to_be_in_force(day: str) -> None:
    assert LIMITS[day] == {limit.id for limit in national(day).limits}


@every_period
def test_a_result_waits_as_far_as_a_clause_is_known(day: str) -> None:
    gates = national(day).gates
    assert HOLDS[day] == {(basis, gate.trust) for gate in gates for basis in gate.basis}
    facts = {"under-discipline", "under-inspection", "under-investigation", "under-complaint"} if HOLDS[day] else set()
    assert facts == {gate.fact for gate in gates if gate.effect == "hold"}


@every_period
def test_what_no_text_says_is_declared(day: str) -> None:
    assert UNDEFINED[day] == {rule.what for rule in national(day).undefined}


def test_the_preference_for_women_and_the_election_in_rotation_are_known_of_the_first_period_only() -> None:
    files = [national(day) for day in PERIODS]
    assert [["women"], [], []] == [[step.id for step in each.ties] for each in files]
    assert ["elected", None, None] == [each.headship.by if each.headship else None for each in files]


def test_the_share_of_the_government_flag_is_known_of_the_first_period_only() -> None:
    shares = {(day, limit.at_most) for day in PERIODS for limit in national(day).limits if limit.at_most is not None}
    assert ["2017-10-01"] == [day for day, _ in shares]
    assert ["1/5"] == [str(share) for _, share in shares]


@every_period
def test_the_council_votes_on_flags_where_a_clause_on_it_is_known(day: str) -> None:
    reviews = national(day).reviews
    assert FLAGS_VOTED_ON.get(day, {}) == {review.id: review.raises for review in reviews}
    steps = [step for review in reviews for step in review.choose]
    assert {("ballot", "council", Fraction(4, 5), None, "members")} >= {
        (step.by, step.asks, step.at_least, step.more_than, step.base) for step in steps
    }
    assert len(reviews) == len(steps)


@every_period
def test_the_share_of_a_councils_vote_was_read_and_not_what_becomes_of_the_flag(day: str) -> None:
    reviews = national(day).reviews
    assert {"reported"} >= {review.trust for review in reviews}
    assert {"read"} >= {step.trust for review in reviews for step in review.choose}
