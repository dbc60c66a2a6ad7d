"""Facts about the regulations of ministries: each number and rule, typed a second time from what is known of it."""

from datetime import date

import ministry_cases
import pytest
from cases import RULESETS, case

from emulrules.files import Library
from emulrules.model.award import PerParent
from emulrules.model.cell import Mark
from emulrules.model.headship import Seat
from emulrules.model.ruleset import Ruleset

SHIPPED = Library([RULESETS], installed=False)

# The regulations alone; an invented cluster extends each.
REGULATIONS = sorted(name for name in ministry_cases.RULESETS if name.split("/")[0] not in ministry_cases.FOLDERS)

# Award and step -> the threshold, whether it must be passed, of what it is a share, and how many ballots there may be.
BALLOTS = {
    "audit-blocs/2014-01-01": {("sector-flag", "bo-phieu"): ("more than", "1/2", "members", 1)},
    "court-clusters/2017-10-01": {("court-flag", "bo-phieu"): ("at least", "2/3", "units", 2)},
    "court-clusters/2024-01-01": {("court-flag", "bo-phieu"): ("at least", "2/3", "units", 2)},
    "customs-clusters/2023-01-01": {},
    "education-clusters/2017-10-01": {("ministry-flag", "bo-phieu"): ("at least", "7/10", "present-or-consulted", 1)},
    "education-clusters/2020-01-01": {},
    "justice-clusters/2013-01-01": {},
    "procuracy-clusters/2019-01-01": {("sector-flag", "bo-phieu"): ("at least", "4/5", "units", 1)},
    "rubber-blocs/2015-01-01": {},
    # The share that must be reached was not found.
    "science-clusters/2025-10-31": {("ministry-flag", "bo-phieu"): ("", "None", None, 1)},
}

QUORUMS = {"education-clusters/2017-10-01": "2/3", "science-clusters/2025-10-31": "2/3"}
# That the absent are consulted in education is known, and not how.
ABSENT = {"science-clusters/2025-10-31": "proxy"}

# The number of an award that its regulation gives; every other number is asked for or not defined.
NUMBERS = {("customs-clusters/2023-01-01", "sector-flag"): 1, ("education-clusters/2020-01-01", "ministry-flag"): 1}

HEADS = {
    "audit-blocs/2014-01-01": None,
    "court-clusters/2017-10-01": ("elected", "members"),  # as the national rules say
    "court-clusters/2024-01-01": None,
    "customs-clusters/2023-01-01": ("elected", "meeting"),
    "education-clusters/2017-10-01": ("appointed", "ministry"),
    "education-clusters/2020-01-01": ("appointed", "ministry"),
    "justice-clusters/2013-01-01": ("appointed", "ministry"),
    "procuracy-clusters/2019-01-01": ("turn", None),
    "rubber-blocs/2015-01-01": None,
    "science-clusters/2025-10-31": None,
}

# Whether the clause that names the award was read; of three clauses only the vote was, and not what it is about. That a
# court flag of the same year is meant, for the Government flag, is a reading.
TRUST = {
    "audit-blocs/2014-01-01": {"reported"},
    "court-clusters/2017-10-01": {"read", "reported"},
    "court-clusters/2024-01-01": {"read", "reported"},
    "customs-clusters/2023-01-01": {"reported"},
    "education-clusters/2017-10-01": {"reported"},
    "education-clusters/2020-01-01": {"reported"},
    "procuracy-clusters/2019-01-01": {"reported"},
    "science-clusters/2025-10-31": {"reported"},
}
every_regulation = pytest.mark.parametrize("name", REGULATIONS)


def regulation(name: str) -> Ruleset:
    id_, _, day = name.partition("/")
    return SHIPPED.read(id_, date.fromisoformat(day)).value


def test_each_regulation_is_typed_here() -> None:
    assert REGULATIONS == sorted(BALLOTS) == sorted(HEADS)


@every_regulation
def test_a_regulation_whose_rosters_were_not_found_has_no_cluster(name: str) -> None:
    rules = regulation(name)
    assert (0, 0) == (len(rules.clusters), len(rules.units))


@every_regulation
def test_a_ballot_asks_for_the_share_that_is_known(name: str) -> None:
    found = {}
    for award in regulation(name).awards:
        for step in award.choose:
            if step.by == "ballot":
                share = step.at_least if step.at_least is not None else step.more_than
                kind = "at least" if step.at_least is not None else "more than" if step.more_than is not None else ""
                found[(award.id, step.id)] = (kind, str(share), step.base, step.rounds)
    assert BALLOTS[name] == found


@every_regulation
def test_a_quorum_and_a_rule_on_absent_members_stand_where_they_are_known(name: str) -> None:
    rules = regulation(name)
    conditions = [(each.what, str(each.at_least), each.base) for each in rules.conditions]
    assert ([("present", QUORUMS[name], "members")] if name in QUORUMS else []) == conditions
    assert ABSENT.get(name) == (None if rules.voting is None else rules.voting.absent)


@every_regulation
def test_no_number_of_awards_stands_but_those_that_are_known(name: str) -> None:
    rules = regulation(name)
    assert {id_: number for (of, id_), number in NUMBERS.items() if of == name} == {
        award.id: award.quota.number for award in rules.awards if award.quota is not None
    }
    asked = {rule.what for rule in rules.undefined if rule.ask is not None}
    assert {f"awards.{award.id}.quota" for award in rules.awards if award.quota is None} <= asked


@every_regulation
def test_the_head_comes_to_office_as_is_known_or_it_is_said_that_nobody_knows(name: str) -> None:
    rules = regulation(name)
    assert HEADS[name] == (None if rules.headship is None else (rules.headship.by, rules.headship.asks))
    assert (rules.headship is None) == (rules.undefined_rule("headship") is not None)


@pytest.mark.parametrize("name", TRUST)
def test_awards_are_trusted_as_far_as_their_clauses_were_read(name: str) -> None:
    assert TRUST[name] == {award.trust for award in regulation(name).awards}


def test_a_tie_of_the_science_ministry_follows_the_highest_votes_and_then_the_chair_as_was_read() -> None:
    (flag,) = regulation("science-clusters/2025-10-31").awards
    assert [("votes", "read"), ("chair-vote", "read")] == [(step.by, step.trust) for step in flag.over_quota]


def test_the_share_of_a_procuracys_vote_was_read_and_not_what_it_is_about() -> None:
    (flag,) = regulation("procuracy-clusters/2019-01-01").awards
    assert ["read"] == [step.trust for step in flag.choose]
    assert "reported" == flag.trust


def test_whether_the_members_of_the_science_ministrys_vote_are_units_is_a_reading() -> None:
    rules = regulation("science-clusters/2025-10-31")
    assert rules.voting is not None
    assert {"reported"} == {rules.voting.trust, *(each.trust for each in rules.conditions)}


@every_regulation
def test_a_gap_is_never_said_to_have_been_read(name: str) -> None:
    assert {"reported"} >= {rule.trust for rule in regulation(name).undefined}


@pytest.mark.parametrize("day", ["2017-10-01", "2024-01-01"])
def test_after_two_ballots_of_courts_head_and_deputy_decide_and_a_province_has_one_district(day: str) -> None:
    court, government = regulation(f"court-clusters/{day}").awards
    assert [("ballot", "members"), ("decision", "head-and-deputies")] == [(step.by, step.asks) for step in court.choose]
    assert court.at_most is not None
    assert 1 == court.at_most.number
    assert ("court-flag",) == government.requires
    assert ("read", "reported") == (court.trust, government.trust)


def test_a_procuracy_that_was_not_considered_the_year_before_holds_no_office() -> None:
    headship = regulation("procuracy-clusters/2019-01-01").headship
    assert headship is not None
    ((bar, offices, trust),) = [(each.fact, each.for_, each.trust) for each in headship.bars]
    assert ("not-considered-the-year-before", ("head", "deputy"), "read") == (bar, offices, trust)
    assert "reported" == headship.trust


# The national limit of this id says that the members elect by turns, which nothing checks.
ROTATIONS = {
    "education-clusters/2017-10-01": ["35/2015/TT-BGDĐT", "4843/BGDĐT-TĐKT"],
    "education-clusters/2020-01-01": ["21/2020/TT-BGDĐT", "4843/BGDĐT-TĐKT"],
    "procuracy-clusters/2019-01-01": ["Ghi chép năm 2020 về Cụm trưởng, Cụm phó của cụm thi đua ngành Kiểm sát"],
}


@pytest.mark.parametrize("name", ROTATIONS)
def test_what_is_said_of_rotation_is_the_ministrys_where_heads_are_appointed_or_follow_by_turn(name: str) -> None:
    (limit,) = (each for each in regulation(name).limits if each.id == "luan-phien")
    assert (ROTATIONS[name], "reported") == (list(limit.basis), limit.trust)


def test_a_justice_cluster_has_a_department_as_head_and_two_deputies_of_two_types() -> None:
    headship = regulation("justice-clusters/2013-01-01").headship
    assert headship is not None
    assert "so-tu-phap" == headship.type
    seats = (Seat("pho-so-tu-phap", "so-tu-phap"), Seat("pho-thi-hanh-an", "thi-hanh-an"))
    assert seats == headship.deputies


def test_a_department_of_education_is_scored_in_14_fields_or_in_13() -> None:
    season, rules, _ = case("2018-2019-cum-ha-vien")
    fields = [each for each in rules.criteria if each.parent == "linh-vuc"]
    assert 14 == len(fields)
    assert ["linh-vuc-14"] == [each.id for each in fields if each.not_applicable]
    assert {"so-vien-3": 13} == {
        unit: 14 - skipped
        for unit in rules.clusters[season.cluster].members
        if (skipped := sum(season.scores[each.id][unit] is Mark.NOT_APPLICABLE for each in fields))
    }


def test_the_numbers_of_a_rubber_company_are_limits_over_all_its_blocs() -> None:
    rules = regulation("rubber-blocs/2015-01-01")
    assert () == rules.awards
    assert ["awards"] == [rule.what for rule in rules.undefined if rule.id == "so-luong"]
    limits = {limit.award: limit.per_parent for limit in rules.limits}
    assert {
        None: None,
        "first-flag": PerParent(1, "company"),
        "second-flag": PerParent(2, "company"),
        "certificate": PerParent(3, "company"),
    } == limits
