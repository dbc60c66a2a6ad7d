"""Facts about the policy of a province's culture and social bloc: what the report of 13/01/2022 tells, and no more."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from attrs import evolve

from emulrules import (
    Award,
    Decision,
    GateFacts,
    PluginError,
    Rotation,
    Rule,
    Ruleset,
    Season,
    Undefined,
    decide,
    load_policy,
    load_ruleset,
    load_season,
)
from emulrules.model.award import Choose
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Cluster, Span
from emulrules.plugins import policy_of
from emulrules.policy import HOOKS, Hooks
from emulrules_culture_social import Policy

BASIS = ("Bản tin giả định",)
FLAG = Award("province-flag", "Cờ", (Choose("binh-xet", "meeting"),), BASIS, "reported")
RULESET = Ruleset(
    "gia-dinh",
    "Giả định",
    "UBND tỉnh",
    "culture-social",
    date(2021, 1, 1),
    Span("2021"),
    clusters={"khoi": Cluster("Khối giả định", ("so-mot", "so-hai"), BASIS, "assumed", "bloc")},
)
SEASON = Season("gia-dinh", "khoi", "2021")
REPORT = (
    "Khối Thi đua Văn hoá - Xã hội tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2021"
    " và Ký giao ước thi đua năm 2022"
)


def test_the_head_hands_over_without_deputies_and_nobody_recognises_it() -> None:
    expected = Rotation("handed-over", Rule("headship", (REPORT,), "reported"), asks="head", deputies=())
    assert expected == Policy().head_rotation(RULESET, SEASON)


def test_the_handover_rests_on_what_the_ruleset_rests_its_headship_on() -> None:
    ruleset = evolve(RULESET, headship=Headship("handed-over", BASIS, "reported"))
    assert Rule("headship", BASIS, "reported") == Policy().head_rotation(ruleset, SEASON).rule


def test_how_many_may_be_proposed_is_asked_of_the_province_on_the_awards_own_basis() -> None:
    expected = Undefined("awards.province-flag.quota", BASIS, "province", "reported")
    assert expected == Policy().award_quota(RULESET, SEASON, FLAG, GateFacts())


def test_the_policy_adds_no_other_rule() -> None:
    added = {hook for hook in HOOKS if getattr(Policy, hook) is not getattr(Hooks, hook)}
    assert {"award_quota", "head_rotation"} == added


def test_the_ruleset_of_another_authority_is_refused() -> None:
    with pytest.raises(PluginError) as caught:
        policy_of(Policy, evolve(RULESET, authority="UBND tỉnh Sông Lam (giả định)"))
    assert "plugin-authority" == caught.value.code


@pytest.fixture(scope="module")
def case() -> Iterator[Decision]:
    with as_file(files("emulrules_rulesets")) as folder:
        read = load_season(Path(folder) / "hung-yen-blocs" / "cases" / "2021-culture-social.toml")
        rules = load_ruleset(read, rulesets=[folder])
        yield decide(read, rules, load_policy(rules))


def test_the_policy_answers_for_every_award_and_the_head_in_its_case(case: Decision) -> None:
    answers = {(one.hook, one.subject): one.by for one in case.answers}
    awards = ("government-flag", "province-certificate", "province-flag")
    assert {"culture-social"} == {answers["award_quota", award] for award in awards}
    assert {"culture-social"} == {by for (hook, _), by in answers.items() if hook == "head_rotation"}


def test_the_office_is_handed_over_in_its_case_and_no_deputy_is_asked_for(case: Decision) -> None:
    assert [("head", "so-lao-dong-thuong-binh-xa-hoi", "handed-over")] == [
        (office.office, office.unit, office.state) for office in case.offices
    ]
    assert "complete" == case.status


def test_its_rules_are_said_to_be_only_reported(case: Decision) -> None:
    assert "headship" in {warning.rule for warning in case.warnings if warning.code == "reported-rule"}
