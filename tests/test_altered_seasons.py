"""Facts about altered seasons: what is added, dropped or changed changes the decision or is refused with the reason."""

from typing import Any

import pytest
from attrs import evolve
from building import (
    READ,
    act,
    all_refused,
    asked,
    award,
    choose,
    criterion,
    decided,
    gate,
    order,
    refused,
    ruleset,
    season,
    tie,
    vote,
)

from emulrules.errors import SeasonError
from emulrules.files import to_json
from emulrules.model.award import OverQuota
from emulrules.model.headship import Bar, Headship
from emulrules.model.order import Share
from emulrules.model.ruleset import Cluster, Condition, Ruleset
from emulrules.model.season import Act, Season, UnitEntry
from emulrules.model.table import Table

MEETING = choose("binh-xet", "meeting", asks="meeting")

# A cluster whose meeting decides everything but the number.
PROVINCES = (
    *("an-giang", "long-an", "hau-giang", "tien-giang", "vinh-long", "dong-thap"),
    *("tra-vinh", "kien-giang", "ca-mau", "ben-tre", "soc-trang", "bac-lieu"),
)
CLUSTER = evolve(
    ruleset(
        PROVINCES,
        awards=(
            award("flag", MEETING, quota="ministry"),
            award("certificate", MEETING, quota="ministry", excludes=("flag",)),
        ),
        headship=Headship("elected", **READ, asks="meeting", recognised_by="ministry"),
    ),
    clusters=Table({"cum": Cluster("Cụm 8", PROVINCES, **READ), "khac": Cluster("Cụm 1", ("can-tho",), **READ)}),
)
AGREED = (
    act("quota:flag", number=2, decided_by="ministry"),
    act("quota:certificate", number=2, decided_by="ministry"),
    act("award:flag:binh-xet", ["long-an", "hau-giang"], decided_by="meeting"),
    act("award:certificate:binh-xet", ["tien-giang", "ben-tre"], decided_by="meeting"),
    act("head", ["dong-thap"], decided_by="meeting"),
    act("deputy", ["vinh-long"], decided_by="meeting"),
)


def with_(acts: tuple[Act, ...], question: str, /, **parts: Any) -> Season:
    """The season in which one act says something else."""
    assert any(each.question == question for each in acts)
    return season(*(evolve(each, **parts) if each.question == question else each for each in acts))


def without(acts: tuple[Act, ...], *questions: str) -> tuple[Act, ...]:
    return tuple(each for each in acts if each.question not in questions)


def test_the_cluster_is_complete() -> None:
    decision = decided(CLUSTER, season(*AGREED))
    assert ("complete", 4, 2) == (decision.status, len(decision.awards), len(decision.offices))


@pytest.mark.parametrize("dropped", [each.question for each in AGREED])
def test_a_cluster_without_one_act_asks_for_exactly_that(dropped: str) -> None:
    assert [dropped] == asked(decided(CLUSTER, season(*without(AGREED, dropped))))


FLAG, CERTIFICATE = "award:flag:binh-xet", "award:certificate:binh-xet"


@pytest.mark.parametrize(
    ("question", "parts", "code"),
    [
        pytest.param(FLAG, {"choice": ("long-an", "hau-giang", "ca-mau")}, "act-too-many", id="a third flag"),
        pytest.param(FLAG, {"choice": ("can-tho",)}, "unit-of-other-cluster", id="a flag for an outsider"),
        pytest.param(FLAG, {"choice": ("so-nao-do",)}, "unknown-unit", id="a flag for nobody"),
        pytest.param(CERTIFICATE, {"choice": ("long-an",)}, "choice-excluded", id="a certificate for a flag winner"),
        pytest.param(CERTIFICATE, {"question": "award:medal:binh-xet"}, "act-not-asked-near", id="a medal"),
        pytest.param(FLAG, {"question": "award:flag:bau"}, "act-not-asked-near", id="another step"),
        pytest.param(FLAG, {"decided_by": "members"}, "act-decided-by", id="decided by others"),
        pytest.param(FLAG, {"among": ("long-an", "hau-giang")}, "act-among", id="among another set"),
        pytest.param("quota:flag", {"number": 1}, "act-too-many", id="a quota that the choice passes"),
        pytest.param("quota:flag", {"decided_by": "meeting"}, "act-decided-by", id="a quota of their own"),
        pytest.param("head", {"choice": ("dong-thap", "ca-mau")}, "act-too-many", id="two heads"),
        pytest.param("head", {"choice": ("vinh-long",)}, "choice-head", id="one unit in two offices"),
        pytest.param("deputy", {"choice": ("ca-mau", "tra-vinh", "bac-lieu")}, "act-too-many", id="three deputies"),
        pytest.param("deputy", {"question": "vice"}, "act-not-asked", id="an act that nothing asks for"),
    ],
)
def test_an_altered_act_of_the_cluster_is_refused(question: str, parts: dict[str, Any], code: str) -> None:
    faults = all_refused(CLUSTER, with_(AGREED, question, **parts))
    assert code == faults[0].code
    assert "acts" == faults[0].path[0]


@pytest.mark.parametrize("question", ["award:flag:binh-xet", "award:certificate:binh-xet", "head", "deputy"])
def test_another_choice_is_another_decision_or_is_refused(question: str) -> None:
    outcomes = {to_json(decided(CLUSTER, season(*AGREED)))}
    (said,) = (each.choice for each in AGREED if each.question == question)
    others = [unit for unit in PROVINCES if said != (unit,)]
    refusals = []
    for unit in others:
        try:
            outcomes.add(to_json(decided(CLUSTER, with_(AGREED, question, choice=(unit,)))))
        except SeasonError as error:
            refusals.append(error.code)
    assert len(others) + 1 == len(outcomes) + len(refusals)
    assert {"choice-excluded", "choice-head"} >= set(refusals)


@pytest.mark.parametrize(("number", "awards"), [(3, 4), (2, 4)])
def test_a_greater_quota_gives_no_more_awards_by_itself(number: int, awards: int) -> None:
    assert awards == len(decided(CLUSTER, with_(AGREED, "quota:flag", number=number)).awards)


def test_a_winner_that_left_the_roster_is_refused() -> None:
    units = {"long-an": UnitEntry(roster="leaves", source="bien-ban")}
    assert ("acts", 2, "choice") == all_refused(CLUSTER, season(*AGREED, units=units))[0].path


def test_a_unit_that_joins_may_win() -> None:
    units = {"can-tho": UnitEntry(roster="joins", name="Sở Cần Thơ", source="bien-ban")}
    acts = with_(AGREED, "award:flag:binh-xet", choice=("long-an", "can-tho")).acts
    assert "can-tho" in {each.unit for each in decided(CLUSTER, season(*acts, units=units)).awards}


# A bloc that scores, votes and elects.


BLOC = ruleset(
    "abcdef",
    criteria=(criterion("x"),),
    order=order("points", 1),
    gates=(gate("hoan", "slow", "hold"), gate("loai", "bad")),
    conditions=(
        Condition("du-hop", "present", "members", **READ, at_least=tie("t", "share", at_least="2/3").at_least),
    ),
    ties=(tie("women", "share", share=Share("women", "staff"), at_least="70%"),),
    awards=(
        award("flag", choose("thu-nhat", "place", places=(1,))),
        award(
            "certificate",
            choose("bo-phieu", "ballot", asks="members", at_least="2/3", base="members", rounds=2),
            quota=2,
            excludes=("flag",),
            over_quota=(OverQuota("nhieu-phieu", "votes"),),
        ),
    ),
    headship=Headship(
        "elected", **READ, asks="members", deputies=(), bars=(Bar("hai-nam", ("head",), **READ, who="outgoing"),)
    ),
)
VOTED = (vote("award:certificate:bo-phieu", 6, "acdef", a=5, c=6, d=4, e=1, f=0), act("head", ["b"]))
SCORES = {"x": {"a": 8, "b": 9, "c": 9, "d": 7, "e": 6, "f": 5}}
PARTS: dict[str, Any] = {
    "facts": {"slow": (), "bad": ()},
    "units": {"b": UnitEntry(8, 10), "c": UnitEntry(6, 10)},
    "head": "a",
    "present": 6,
}


def bloc(*acts: Act, rules: Ruleset = BLOC, **parts: Any) -> Any:
    return decided(rules, season(*acts, **{"scores": SCORES, **PARTS, **parts}))


def outcome(decision: Any) -> tuple[set[tuple[str, str, str]], list[str], str]:
    awards = {(each.award, each.unit, each.state) for each in decision.awards}
    return awards, [each.unit for each in decision.offices], decision.status


FIRST = (
    {("flag", "b", "proposed"), ("certificate", "a", "proposed"), ("certificate", "c", "proposed")},
    ["b"],
    "complete",
)


def test_the_bloc_is_complete() -> None:
    assert FIRST == outcome(bloc(*VOTED))


BALLOT = "award:certificate:bo-phieu"


@pytest.mark.parametrize(
    ("acts", "parts", "code"),
    [
        pytest.param((act("head", ["a"]),), {}, "choice-barred", id="a barred head"),
        pytest.param((evolve(VOTED[0], among=tuple("abcdef")),), {}, "act-among", id="a vote among another set"),
        pytest.param((evolve(VOTED[0], among=None),), {}, "act-among-missing", id="a vote among no set"),
        pytest.param((evolve(VOTED[0], ballots=5),), {}, "votes-above-ballots", id="more votes than ballots"),
        pytest.param((evolve(VOTED[0], ballots=7),), {}, "ballots-above-members", id="more ballots than members"),
        pytest.param((evolve(VOTED[0], names=2),), {}, "votes-above-names", id="more votes than names"),
        pytest.param((vote(BALLOT, 6, "acdef", a=5, c=6, d=4, e=1),), {}, "votes-missing", id="a unit without votes"),
        pytest.param(VOTED, {"present": 3}, "condition-unmet", id="a quorum that is not met"),
        pytest.param(VOTED, {"present": 7}, "present-above-members", id="more present than members"),
        pytest.param(VOTED, {"facts": {"slow": (), "bad": ("b",)}}, "act-among", id="the winner of the flag is out"),
        pytest.param(VOTED, {"facts": {"slow": (), "bad": ("e",)}}, "act-among", id="one who was voted on is out"),
        pytest.param((*VOTED, act(f"{BALLOT}:2", held=False)), {}, "act-not-asked", id="a round more"),
        pytest.param((*VOTED, act("place:1:women", ["b"])), {}, "act-not-asked", id="a place that is settled"),
    ],
)
def test_an_altered_bloc_is_refused(acts: tuple[Act, ...], parts: dict[str, Any], code: str) -> None:
    refused(code, BLOC, season(*acts, **{"scores": SCORES, **PARTS, **parts}))


@pytest.mark.parametrize(
    ("parts", "flag", "state"),
    [
        pytest.param({"units": {"b": UnitEntry(6, 10), "c": UnitEntry(8, 10)}}, "c", "proposed", id="a share of women"),
        pytest.param({"scores": {"x": {**SCORES["x"], "c": "9.001"}}}, "c", "proposed", id="a thousandth of a point"),
        pytest.param({"facts": {"slow": ("b",), "bad": ()}}, "b", "held", id="a hold"),
        pytest.param({"facts": {"slow": (), "bad": ("b",)}}, "c", "proposed", id="a unit that is out"),
    ],
)
def test_an_altered_fact_changes_the_flag(parts: dict[str, Any], flag: str, state: str) -> None:
    decision = bloc(**parts)
    assert (("flag", flag, state),) == tuple((each.award, each.unit, each.state) for each in decision.awards)


@pytest.mark.parametrize(
    "parts",
    [
        {"head": "f"},
        {"present": 5},
        {"facts": {"slow": ("e",), "bad": ()}},
        {"scores": {"x": {**SCORES["x"], "f": 4}}},
    ],
)
def test_what_changes_no_award_still_changes_the_bytes(parts: dict[str, Any]) -> None:
    again = bloc(*VOTED, **parts)
    assert FIRST == outcome(again)
    assert to_json(bloc(*VOTED)) != to_json(again)


def test_a_member_more_raises_the_threshold_of_all_members() -> None:
    joined = {"g": UnitEntry(roster="joins", name="Đơn vị G", source="bien-ban"), **PARTS["units"]}
    scores = {"x": {**SCORES["x"], "g": 0}}
    acts = (vote("award:certificate:bo-phieu", 6, "acdefg", a=5, c=6, d=4, e=1, f=0, g=0), act("head", ["b"]))
    assert {"a", "c"} == {each.unit for each in bloc(*acts, units=joined, scores=scores).awards if each.award != "flag"}
    four = (vote("award:certificate:bo-phieu", 6, "acdefg", a=4, c=6, d=4, e=1, f=0, g=0), act("head", ["b"]))
    assert ["award:certificate:bo-phieu:2"] == asked(bloc(*four, units=joined, scores=scores))
