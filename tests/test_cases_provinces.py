"""Rules of provinces and cities turn the invented cases beside them, and their numbers are those of the documents."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from cases import RULESETS, case, decided

from emulrules import Decision, Ruleset, Season, SeasonError, decide
from emulrules.files import Library
from emulrules.model.cell import Staged
from emulrules.model.criterion import Band, HeldPoints
from emulrules.model.season import Meeting
from emulrules.model.table import Table

HUE, TRA_ON, HA_NOI, THANH_HOA = "2019-cum-trang", "2022-cum-dua", "2021-cum-da", "2015-cum-nui"
CITY, FORM, SEN, DONG, BAC_NINH = "2008-cum-sa", "2019-cum-che", "2016-cum-sen", "2017-khoi-dong", "2025-khoi-soi"

Rules = Callable[[Ruleset], Ruleset]
Year = Callable[[Season], Season]


def real(folder: str, day: str) -> Ruleset:
    """A shipped ruleset, merged with what it extends."""
    return Library([RULESETS], installed=False).read(folder, date.fromisoformat(day)).value


def unchanged(season: Season) -> Season:
    return season


def under(name: str, rules: Rules, year: Year = unchanged) -> Decision:
    """The decision of a case under changed rules, of a changed year."""
    season, ruleset, policy = case(name)
    return decide(year(season), rules(ruleset), policy)


def refused(name: str, rules: Rules, year: Year = unchanged) -> list[str]:
    """For what a case is refused under changed rules, or when its year is changed."""
    with pytest.raises(SeasonError) as caught:
        under(name, rules, year)
    return [fault.code for fault in caught.value.faults]


def same(ruleset: Ruleset) -> Ruleset:
    return ruleset


def scale(**parts: Any) -> Rules:
    def change(ruleset: Ruleset) -> Ruleset:
        assert ruleset.scale is not None
        return evolve(ruleset, scale=evolve(ruleset.scale, **parts))

    return change


def criterion(id_: str, **parts: Any) -> Rules:
    return lambda rules: evolve(
        rules, criteria=tuple(evolve(each, **parts) if each.id == id_ else each for each in rules.criteria)
    )


def without_tie(id_: str) -> Rules:
    return lambda rules: evolve(rules, ties=tuple(step for step in rules.ties if step.id != id_))


def act(question: str, **parts: Any) -> Year:
    """Another answer to one question."""
    return lambda season: evolve(
        season, acts=tuple(evolve(each, **parts) if each.question == question else each for each in season.acts)
    )


def scored(criterion_id: str, unit: str, cell: Any) -> Year:
    def change(season: Season) -> Season:
        cells = Table({**season.scores[criterion_id], unit: cell})
        return evolve(season, scores=Table({**season.scores, criterion_id: cells}))

    return change


def present(number: int) -> Year:
    return lambda season: evolve(season, meeting=Meeting(present=number))


def won(decision: Decision) -> list[tuple[str, str]]:
    return [(row.award, row.unit) for row in decision.awards]


def places(decision: Decision) -> dict[str, int | None]:
    return {row.unit: row.place for row in decision.standings}


def asked(decision: Decision) -> list[str]:
    return [question.id for question in decision.questions]


# 804/HD-SNV: 950 points and a bonus of up to 50; 8 off, and nobody out, for no launch, no pact or no registration.


def test_hue_has_950_points_a_bonus_of_50_and_takes_8_off() -> None:
    ruleset = real("hue-clusters", "2018-07-18")
    assert ruleset.scale is not None
    assert (Fraction(950), Fraction(50)) == (ruleset.scale.points, ruleset.scale.bonus)
    (deduction,) = ruleset.criteria
    assert "deduction" == deduction.kind
    assert -8 == deduction.each
    assert ["unit", "head-and-deputies", "agency"] == [stage.by for stage in ruleset.stages]


def test_a_bonus_that_is_not_cut_at_50_would_win_in_hue() -> None:
    assert [("province-flag", "xa-mac"), ("province-certificate", "xa-khuyet")] == won(decided(HUE))
    assert ("province-flag", "xa-ram") in won(under(HUE, scale(bonus=Fraction(60))))


def test_two_points_less_off_would_win_in_hue() -> None:
    lighter = criterion("khong-phat-dong-ky-ket-dang-ky", each=Fraction(-6))
    assert ("province-flag", "xa-khuyet") in won(under(HUE, lighter))


def test_a_table_that_does_not_sum_to_950_is_refused_in_hue() -> None:
    assert ["signed-total"] == refused(HUE, scale(points=Fraction(1000)))


def test_what_the_board_scores_itself_is_not_scored_by_the_unit_in_hue() -> None:
    own = scored("muc-cua-ban", "xa-ram", Staged(Table({"tu-cham": Fraction(290)})))
    assert "stage-not-of-criterion" in refused(HUE, same, own)


# 01/HD-UBND: the first three places by points, a vote at equal points.


def test_tra_on_names_three_places_by_points_and_votes_at_equal_points() -> None:
    ruleset = real("tra-on-clusters", "2022-05-05")
    assert ruleset.order is not None
    assert ("points", (1, 2, 3)) == (ruleset.order.by, ruleset.order.name_places)
    assert [("bo-phieu", "ballot"), ("women", "share")] == [(step.id, step.by) for step in ruleset.ties]


def test_other_votes_give_the_second_place_to_the_other_unit_in_tra_on() -> None:
    other = act("place:2:bo-phieu", votes=Table({"xa-dua-lua": 3, "xa-dua-sap": 2}))
    assert [("province-certificate", "xa-dua-lua")] == won(under(TRA_ON, same, other))


def test_equal_points_at_the_fourth_place_are_not_voted_on_in_tra_on() -> None:
    assert {"xa-dua-nuoc": 4, "xa-dua-ta": 4}.items() <= places(decided(TRA_ON)).items()


def test_only_after_equal_votes_is_the_share_of_women_asked_for_in_tra_on() -> None:
    level = act("place:2:bo-phieu", votes=Table({"xa-dua-lua": 2, "xa-dua-sap": 2}))
    assert {"fact:xa-dua-lua:women", "fact:xa-dua-sap:women"} <= set(asked(under(TRA_ON, same, level)))


# 01/HD-HĐTĐKT: two thirds of the members, who choose head and deputy; what is not resolved goes to the council.


def test_ha_noi_wants_two_thirds_of_the_members() -> None:
    (condition,) = real("ha-noi-clusters", "2021-04-20").conditions
    assert ("present", "members", Fraction(2, 3), None) == (
        condition.what,
        condition.base,
        condition.at_least,
        condition.more_than,
    )


def test_a_meeting_of_half_the_members_is_refused_in_ha_noi() -> None:
    assert "complete" == under(HA_NOI, same, present(4)).status
    assert ["condition-unmet"] == refused(HA_NOI, same, present(3))


def test_what_is_not_resolved_is_asked_of_the_council_in_ha_noi() -> None:
    season, ruleset, policy = case(HA_NOI)
    open_ = decide(evolve(season, acts=()), ruleset, policy)
    assert [("award:city-flag:hoi-dong-quyet-dinh", "council"), ("head", "members"), ("deputy", "members")] == [
        (question.id, question.of) for question in open_.questions
    ]
    assert ["act-decided-by"] == refused(HA_NOI, same, act("award:city-flag:hoi-dong-quyet-dinh", decided_by="meeting"))


# 2013/QĐ-UBND: this year's heads are appointed, next year's elected by the cluster.


def test_the_province_does_not_choose_the_next_head_in_thanh_hoa() -> None:
    headship = real("thanh-hoa-clusters", "2015-06-02").headship
    assert headship is not None
    assert ("elected", "members", "reported") == (headship.by, headship.asks, headship.trust)
    assert ["act-decided-by"] == refused(THANH_HOA, same, act("head", decided_by="province"))


# 3619/QĐ-UBND: each cluster's own statute, criteria and term.


def test_what_da_nang_leaves_to_each_cluster_is_said_and_not_filled_in() -> None:
    said = {warning.rule for warning in decided("2022-cum-gio").warnings if warning.code == "undefined"}
    assert {
        "undefined.tieu-chi-cua-cum",
        "undefined.thang-diem-cua-cum",
        "undefined.cach-xep-hang-cua-cum",
        "undefined.nhiem-ky-cua-cum",
    } <= said
    assert {None} == set(places(decided("2022-cum-gio")).values())


def test_a_clusters_own_statute_may_bar_the_outgoing_head_in_da_nang() -> None:
    assert ["choice-barred"] == refused("2023-cum-gio", same, act("head", choice=("so-gio-bac",)))


# The score sheet of 2008: +10 for a flag of the city or of a ministry, +15 for one of the Government, beyond the scale.


def test_the_city_gives_10_10_and_15_points_for_flags_without_a_bound() -> None:
    ruleset = real("ho-chi-minh-city-districts", "2008-01-01")
    (bonus,) = ruleset.criteria
    assert {"city-flag": 10, "ministry-flag": 10, "government-flag": 15} == {
        held.award: held.points for held in bonus.held
    }
    assert (None, ["agency"]) == (bonus.max, [stage.by for stage in ruleset.stages])
    assert ruleset.scale is not None
    assert ruleset.scale.bonus is None


def test_97_and_10_are_107_in_the_city() -> None:
    (total,) = (row.total for row in decided(CITY).standings if row.unit == "quan-sa-1")
    assert 107 == total


@pytest.mark.parametrize(
    ("city", "ministry", "government"),
    [
        pytest.param(9, 10, 15, id="less for the city's flag"),
        pytest.param(10, 11, 15, id="more for a ministry's flag"),
        pytest.param(10, 10, 13, id="less for the Government's flag"),
    ],
)
def test_other_points_for_a_flag_change_the_order_in_the_city(city: int, ministry: int, government: int) -> None:
    held = {"city-flag": city, "ministry-flag": ministry, "government-flag": government}
    other = tuple(HeldPoints(award, Fraction(points)) for award, points in held.items())
    assert places(decided(CITY)) != places(under(CITY, criterion("diem-thuong", held=other)))


# Form 04 of 2019: at least 80 % gives 4 points, 60 to under 80 % gives 3, less gives 2 and never none.


def test_the_form_gives_4_3_and_2_points() -> None:
    (bands,) = real("tay-nguyen-cooperatives", "2019-01-01").criteria
    assert [(Fraction(4, 5), Fraction(4)), (Fraction(3, 5), Fraction(3)), (None, Fraction(2))] == [
        (band.at_least, band.points) for band in bands.bands
    ]


@pytest.mark.parametrize(
    ("upper", "lower", "floor"),
    [
        pytest.param(Fraction(7999, 10000), Fraction(3, 5), 2, id="a lower upper threshold"),
        pytest.param(Fraction(8001, 10000), Fraction(3, 5), 2, id="a higher upper threshold"),
        pytest.param(Fraction(4, 5), Fraction(5999, 10000), 2, id="a lower lower threshold"),
        pytest.param(Fraction(4, 5), Fraction(6001, 10000), 2, id="a higher lower threshold"),
        pytest.param(Fraction(4, 5), Fraction(3, 5), 0, id="no floor"),
    ],
)
def test_other_bands_change_the_totals_of_the_form(upper: Fraction, lower: Fraction, floor: int) -> None:
    bands = (Band(Fraction(4), upper), Band(Fraction(3), lower), Band(Fraction(floor)))
    other = under(FORM, criterion("tieu-chi-con-theo-khoang", bands=bands))
    assert [row.total for row in decided(FORM).standings] != [row.total for row in other.standings]


def test_nothing_done_still_gives_2_points_in_the_form() -> None:
    (total,) = (row.total for row in decided(FORM).standings if row.unit == "lien-minh-che-5")
    assert 10 + 10 + 15 + 2 == total


# 1074/QĐ-UBND.HC: flags and certificates are allotted to each cluster.


def test_no_more_flags_than_were_allotted_to_the_cluster_in_dong_thap() -> None:
    two = act("award:province-flag:undefined", choice=("so-sen-1", "so-sen-2"))
    assert ["act-too-many"] == refused(SEN, same, two)
    assert ("province-flag", "so-sung-2") in won(decided("2016-cum-sung"))


def test_what_was_allotted_is_asked_of_the_province_in_dong_thap() -> None:
    season, ruleset, policy = case(SEN)
    asks = {question.id: question.of for question in decide(evolve(season, acts=()), ruleset, policy).questions}
    assert {"quota:province-flag": "province", "quota:province-certificate": "province"}.items() <= asks.items()


# 114/2017/QĐ-UBND: six tables, each for one type of bloc.


def test_ninh_thuan_has_six_tables() -> None:
    assert 6 == len(real("ninh-thuan-blocs", "2017-01-01").tables)


def test_equal_figures_have_another_leader_under_another_table_in_ninh_thuan() -> None:
    assert [("province-flag", "don-vi-dong-2")] == won(decided(DONG))
    assert [("province-flag", "don-vi-bien-1")] == won(decided("2017-khoi-bien"))


def test_a_bloc_is_not_scored_by_the_table_of_another_type_in_ninh_thuan() -> None:
    def other_table(ruleset: Ruleset) -> Ruleset:
        cluster = evolve(ruleset.clusters["khoi-dong"], table="bang-2")
        return evolve(ruleset, clusters=Table({**ruleset.clusters, "khoi-dong": cluster}))

    assert {"criterion-of-other-table"} == set(refused(DONG, other_table))


# 86/2025/QĐ-UBND: the flag goes to the leader; what each award needs is judged above the bloc.


def test_the_flag_goes_to_the_leader_in_bac_ninh() -> None:
    better = scored("nhiem-vu", "xa-soi-3", Fraction(95))
    assert ("province-flag", "xa-soi-2") in won(decided(BAC_NINH))
    assert ("province-flag", "xa-soi-3") in won(under(BAC_NINH, same, better))


def test_what_both_awards_need_is_judged_above_the_bloc_in_bac_ninh() -> None:
    above = {warning.rule for warning in decided(BAC_NINH).warnings if warning.code == "decided-above"}
    assert {"limits.dieu-kien-co-bac-ninh", "limits.can-cu-bang-khen-bac-ninh"} == above
