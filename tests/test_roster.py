"""Facts about the roster: who is a member, which unit a name means, and how a season amends both."""

from typing import Any

import pytest
from attrs import evolve
from building import (
    ELECTED,
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
    outputs,
    places,
    question,
    refused,
    ruleset,
    season,
)

from emulrules.model.decision import NamedUnit
from emulrules.model.ruleset import Cluster, Ruleset, Unit
from emulrules.model.season import Outgoing, Recognition, UnitEntry
from emulrules.model.source import Source
from emulrules.roster import roster

HEAD = ruleset("abc", headship=ELECTED)
NAMED = ruleset(
    ("so-y-te", "so-noi-vu"),
    units={
        "so-y-te": Unit("Sở Y tế", ("SYT", "Sở Y Tế")),
        "so-noi-vu": Unit("Sở Nội vụ"),
        "so-xay-dung": Unit("Sở Xây dựng"),
    },
    clusters={
        "cum": Cluster("Cụm", ("so-y-te", "so-noi-vu"), **READ),
        "cum-hai": Cluster("Cụm hai", ("so-xay-dung",), **READ),
    },
    headship=ELECTED,
)


def entry(change: Any, **parts: Any) -> UnitEntry:
    return UnitEntry(roster=change, **{"source": "bien-ban", **parts})


@pytest.mark.parametrize("name", ["so-y-te", "Sở Y tế", "SYT", "Sở Y Tế"])
def test_a_unit_is_known_by_id_name_or_alias(name: str) -> None:
    decision = decided(NAMED, season(act("head", [name])))
    assert ["so-y-te"] == [office.unit for office in decision.offices]
    assert (("so-y-te",),) == tuple(each.choice for each in decision.season.acts)


@pytest.mark.parametrize("name", ["so-yte", "sở y tế", "Sở Y té", "SO-Y-TE", "so-y-te "])
def test_likeness_never_decides_and_only_hints(name: str) -> None:
    fault = refused("unknown-unit-near", NAMED, season(act("head", [name])))
    assert (name, ("acts", 0, "choice")) == (fault.data["name"], fault.path)
    assert fault.data["near"] in ("so-y-te", *NAMED.units["so-y-te"].aliases, NAMED.units["so-y-te"].name)


def test_a_name_like_none_has_no_hint() -> None:
    refused("unknown-unit", NAMED, season(act("head", ["Bộ Quốc phòng"])))


def test_a_unit_of_another_cluster_is_told_apart_from_a_mistyped_one() -> None:
    fault = refused("unit-of-other-cluster", NAMED, season(act("head", ["so-xay-dung"])))
    assert {"name": "so-xay-dung", "other": "cum-hai", "cluster": "cum"} == fault.data


def test_a_unit_of_another_cluster_is_known_by_its_name_too() -> None:
    refused("unit-of-other-cluster", NAMED, season(act("head", ["Sở Xây dựng"])))


def test_every_place_of_a_season_may_name_a_unit_by_its_alias() -> None:
    rules = ruleset(
        ("so-y-te", "so-noi-vu"),
        units=NAMED.units,
        criteria=(criterion("x"),),
        order=order("meeting", 1),
        gates=(gate("g", "bad", "hold"),),
    )
    year = season(
        act("standing", places={"SYT": 1, "Sở Nội vụ": 2}, among=("SYT", "Sở Nội vụ")),
        scores={"x": {"Sở Y tế": 1, "so-noi-vu": 2}},
        facts={"bad": ("SYT",)},
        outgoing=Outgoing("Sở Y Tế", ("Sở Nội vụ",)),
        units={"SYT": UnitEntry(women=1)},
    )
    resolved = decided(rules, year).season
    assert {"so-y-te": 1, "so-noi-vu": 2} == resolved.acts[0].places
    assert ("so-noi-vu", "so-y-te") == resolved.acts[0].among
    assert {"so-y-te", "so-noi-vu"} == set(resolved.scores["x"])
    assert {"bad": ("so-y-te",)} == resolved.facts
    assert Outgoing("so-y-te", ("so-noi-vu",)) == resolved.outgoing
    assert {"so-y-te"} == set(resolved.units)


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"scores": {"x": {"a": 1, "zz": 1}}}, ("scores", "x", "zz")),
        ({"facts": {"bad": ("zz",)}}, ("facts", "bad")),
        ({"head": "zz"}, ("outgoing", "head")),
        ({"outgoing": Outgoing(None, ("zz",))}, ("outgoing", "deputies")),
        ({"units": {"zz": UnitEntry(women=1)}}, ("units", "zz")),
    ],
)
def test_an_unknown_unit_is_refused_wherever_it_stands(parts: dict[str, Any], path: tuple[Any, ...]) -> None:
    rules = ruleset("ab", criteria=(criterion("x"),), gates=(gate("g", "bad"),))
    fault = refused("unknown-unit", rules, season(**parts))
    assert ("zz", path) == (fault.data["name"], fault.path)


@pytest.mark.parametrize("part", ["choice", "among", "votes", "places"])
def test_an_unknown_unit_in_an_act_is_refused(part: str) -> None:
    value: Any = {"zz": 1} if part in ("votes", "places") else ("zz",)
    path = ("acts", 0, part, "zz") if part in ("votes", "places") else ("acts", 0, part)
    assert path == refused("unknown-unit", HEAD, season(act("head", **{part: value}))).path


def test_all_names_that_are_unknown_are_told_at_once() -> None:
    year = season(act("head", ["zz"], source="nn"), facts={"bad": ("yy",)}, head="xx")
    codes = sorted(fault.code for fault in all_refused(HEAD, year))
    assert ["unknown-source", "unknown-unit", "unknown-unit", "unknown-unit"] == codes


@pytest.mark.parametrize(
    "parts",
    [
        {"scores": {"x": {"so-y-te": 1, "SYT": 2}}},
        {"facts": {"bad": ("so-y-te", "SYT")}},
        {"units": {"so-y-te": UnitEntry(1), "SYT": UnitEntry(2)}},
    ],
)
def test_a_unit_under_two_names_is_refused(parts: dict[str, Any]) -> None:
    rules = ruleset(("so-y-te", "so-noi-vu"), units=NAMED.units, criteria=(criterion("x"),), gates=(gate("g", "bad"),))
    assert {"unit": "so-y-te"} == refused("unit-twice", rules, season(**parts)).data


def test_an_unknown_cluster_is_refused_with_the_nearest() -> None:
    assert "cum" == refused("unknown-cluster-near", HEAD, evolve(season(), cluster="cumm")).data["near"]
    refused("unknown-cluster", HEAD, evolve(season(), cluster="x-y-z"))


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"units": {"a": entry("leaves", source="nn")}}, ("units", "a", "source")),
        ({"recognised": Recognition("nn")}, ("recognised", "source")),
    ],
)
def test_a_source_that_is_not_listed_is_refused(parts: dict[str, Any], path: tuple[str, ...]) -> None:
    assert path == refused("unknown-source", HEAD, season(**parts)).path


def test_a_source_is_refused_with_the_nearest() -> None:
    assert "bien-ban" == refused("unknown-source-near", HEAD, season(act("head", ["a"], source="bienban"))).data["near"]


def test_a_unit_may_join_and_another_leave() -> None:
    year = season(units={"c": entry("leaves"), "d": entry("joins", name="Đơn vị D")})
    decision = decided(HEAD, year)
    assert ("a", "b", "d") == question(decision, "head").options
    assert NamedUnit("d", "Đơn vị D") in decision.units
    assert {"a", "b", "d"} == set(places(decision))
    assert ["leaves", "joins"] == outputs(decision, "roster-change")
    assert [("a", "b", "c")] == outputs(decision, "roster")


def test_a_change_of_the_roster_rests_on_its_source() -> None:
    year = season(
        sources={"bien-ban": Source("Biên bản"), "qd": Source("Quyết định", "12/QĐ")},
        units={"c": entry("leaves", source="qd")},
    )
    (step,) = (step for step in decided(HEAD, year).steps if step.step == "roster-change")
    assert ("c", ("12/QĐ",)) == (step.unit, step.basis)


def test_a_table_of_quotas_counts_who_joined_and_left() -> None:
    rules = ruleset("abc", awards=(award("f", choose("m", "meeting"), quota=[(1, 2, 1), (3, 3, 2), (4, 9, 3)]),))
    sizes = {
        1: {"a": entry("leaves")},
        2: {"a": entry("leaves"), "d": entry("joins", name="D")},
        3: {"d": entry("joins", name="D")},
    }
    assert {1: [1], 2: [2], 3: [3]} == {
        number: outputs(decided(rules, season(units=units)), "quota") for number, units in sizes.items()
    }


@pytest.mark.parametrize(
    ("key", "change", "code"),
    [
        ("a", entry("joins", name="A"), "roster-already-member"),
        ("d", entry("joins"), "roster-without-name"),
        ("d", entry("joins", name="D", source=None), "roster-without-source"),
        ("a", entry("leaves", source=None), "roster-without-source"),
        ("d", entry("leaves"), "roster-no-member"),
    ],
)
def test_a_change_of_the_roster_that_cannot_be_is_refused(key: str, change: UnitEntry, code: str) -> None:
    assert ("units", key, "roster") == refused(code, HEAD, season(units={key: change})).path


def test_a_unit_that_left_cannot_be_chosen() -> None:
    gone = {"c": entry("leaves")}
    assert "c" == refused("unknown-unit", HEAD, season(act("head", ["c"]), units=gone)).data["name"]


@pytest.mark.parametrize("name", ["a", "Đơn vị A", "Đơn  vị A", "đơn vị a"])
def test_a_unit_that_joins_under_a_members_name_is_refused(name: str) -> None:
    """Otherwise an act that names the one would mean the other."""
    year = season(act("head", ["a"]), units={"d": entry("joins", name=name)})
    assert all(fault.path[:2] == ("units", "d") for fault in all_refused(HEAD, year))


def test_the_members_are_sorted_by_id() -> None:
    rules: Ruleset = ruleset("cab")
    assert ("a", "b", "c") == roster(season(), rules).members


def test_the_rules_of_a_decision_hold_its_own_cluster_only() -> None:
    rules = decided(NAMED).rules
    assert {"cum"} == set(rules.clusters)
    assert {"so-y-te", "so-noi-vu"} == set(rules.units)
    assert ["head"] == asked(decided(rules))
