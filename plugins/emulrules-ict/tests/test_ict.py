"""Facts about the policy of the ICT ministry's clusters: L1 (09/2018/TT-BTTTT Art. 11), two outcomes, the rest open."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from emulrules import (
    DEFER,
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
from emulrules.model.ruleset import Cluster, Span
from emulrules.plugins import policy_of
from emulrules.policy import HOOKS, Hooks
from emulrules_ict import Policy

BASIS = ("Bản tin giả định",)
FLAG = Award("ministry-flag", "Cờ", (Choose("binh-xet", "meeting"),), BASIS, "reported")


def ruleset(authority: str = "Bộ Thông tin và Truyền thông") -> Ruleset:
    cluster = Cluster("Cụm giả định", ("so-mot", "so-hai"), BASIS, "assumed")
    covers = Span("2018", "2024")
    return Ruleset("gia-dinh", "Giả định", authority, "ict", date(2018, 8, 15), covers, clusters={"cum": cluster})


def season(year: str = "2021") -> Season:
    return Season("gia-dinh", "cum", year)


def test_the_head_is_elected_by_the_meeting_and_recognised_by_the_ministry() -> None:
    rotation = Policy().head_rotation(ruleset(), season())
    assert isinstance(rotation, Rotation)
    assert ("elected", "meeting", "ministry") == (rotation.method, rotation.asks, rotation.recognised_by)


def test_the_election_is_only_reported_since_the_article_gives_the_recognition_alone() -> None:
    rotation = Policy().head_rotation(ruleset(), season())
    assert isinstance(rotation, Rotation)
    reports = (
        "Cụm thi đua số 8 tổng kết thi đua năm 2021",
        "Khối thi đua Sở Thông tin và Truyền thông các tỉnh Bắc Trung Bộ (Cụm thi đua số 5) tổng kết phong trào thi đua"
        " năm 2022 và phát động phong trào thi đua 2023",
    )
    assert Rule("headship", (*reports, "09/2018/TT-BTTTT Điều 11"), "reported") == rotation.rule


def test_the_article_bars_nobody_and_states_no_number_of_deputies() -> None:
    rotation = Policy().head_rotation(ruleset(), season())
    assert isinstance(rotation, Rotation)
    assert () == rotation.barred
    assert rotation.deputies is None


@pytest.mark.parametrize("year", ["2018", "2023"])
def test_the_article_governs_the_seasons_2018_to_2023(year: str) -> None:
    assert isinstance(Policy().head_rotation(ruleset(), season(year)), Rotation)


@pytest.mark.parametrize("year", ["2017", "2024"])
def test_a_season_that_the_article_does_not_govern_is_left_to_the_ruleset(year: str) -> None:
    assert DEFER == Policy().head_rotation(ruleset(), season(year))


def test_how_many_may_be_proposed_is_asked_of_the_ministry_on_the_awards_own_basis() -> None:
    expected = Undefined("awards.ministry-flag.quota", BASIS, "ministry", "reported")
    assert expected == Policy().award_quota(ruleset(), season(), FLAG, GateFacts())


def test_the_policy_adds_no_other_rule() -> None:
    added = {hook for hook in HOOKS if getattr(Policy, hook) is not getattr(Hooks, hook)}
    assert {"award_quota", "head_rotation"} == added


def test_the_ruleset_of_another_authority_is_refused() -> None:
    with pytest.raises(PluginError) as caught:
        policy_of(Policy, ruleset("Bộ Khoa học và Công nghệ"))
    assert "plugin-authority" == caught.value.code


@pytest.fixture(scope="module")
def rulesets() -> Iterator[Path]:
    with as_file(files("emulrules_rulesets")) as folder:
        yield folder


def decided(rulesets: Path, case: str) -> Decision:
    read = load_season(rulesets / "ict-departments" / "cases" / f"{case}.toml")
    rules = load_ruleset(read, rulesets=[rulesets])
    return decide(read, rules, load_policy(rules))


@pytest.mark.parametrize("case", ["2021-cluster-8", "2022-cluster-5"])
def test_the_policy_answers_the_ministrys_questions_in_its_cases(rulesets: Path, case: str) -> None:
    answers = {(one.hook, one.subject): one.by for one in decided(rulesets, case).answers}
    assert "ict" == answers["award_quota", "ministry-flag"] == answers["award_quota", "ministry-certificate"]
    assert {"ict"} == {by for (hook, _), by in answers.items() if hook == "head_rotation"}


def test_the_head_of_cluster_8_rests_on_the_ministrys_article(rulesets: Path) -> None:
    (head,) = (office for office in decided(rulesets, "2021-cluster-8").offices if office.office == "head")
    assert ("dong-thap", "elected") == (head.unit, head.state)
    assert "09/2018/TT-BTTTT Điều 11" in head.basis
