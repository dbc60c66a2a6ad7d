"""What a check says of quotas, prerequisites, choices and thresholds is what happens when seasons are decided.

Each small ruleset is looked at without a season and then decided with one. `settings().max_examples` says on how many.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from attrs import evolve
from building import award, choose, criterion, decided, order, outputs, proposed, refused, ruleset, season, vote
from hypothesis import given, settings
from hypothesis import strategies as st

from emulrules.checks import choices, headship, prerequisites, quotas, votes
from emulrules.checks.finding import Finding
from emulrules.checks.quotas import slots
from emulrules.errors import RulesetError
from emulrules.model.award import Award, Choose, Ground, QuotaRow, QuotaRule
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship, Seat
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Outgoing, Turns
from emulrules.model.table import Table

UNITS = "abcdefgh"
STANDING = choose("s", "standing")
SHARES = st.sampled_from([Fraction(1, 10), Fraction(1, 5), Fraction(1, 3), Fraction(1, 2), Fraction(1)])
COUNTS = st.integers(0, 4)


def told(found: Iterator[Finding], code: str) -> list[Finding]:
    """The findings of one code."""
    return [each for each in found if each.code == code]


def of_size(size: int, *awards: Award) -> Ruleset:
    parts: dict[str, Any] = {"criteria": (criterion("x"),), "order": order("points", *range(1, size + 1))}
    return ruleset(UNITS[:size], awards=awards, **parts)


def in_turn(rules: Ruleset) -> Decision:
    """The decision of a season in which every unit has one point less than the one before it."""
    (cluster,) = rules.clusters.values()
    return decided(rules, season(scores={"x": {unit: 50 - n for n, unit in enumerate(cluster.members)}}))


def tables() -> st.SearchStrategy[QuotaRule]:
    def table(parts: tuple[int, list[tuple[int, int]]]) -> QuotaRule:
        first, rows = parts
        made = []
        for width, number in rows:
            made.append(QuotaRow((first, first + width), number))
            first += width + 1
        return QuotaRule(table=tuple(made))

    return st.tuples(st.integers(1, 4), st.lists(st.tuples(st.integers(0, 3), COUNTS), min_size=1, max_size=3)).map(
        table
    )


def parts() -> st.SearchStrategy[QuotaRule]:
    least = st.sampled_from([None, 1, 2])
    share = st.builds(
        QuotaRule,
        share=SHARES,
        rounding=st.sampled_from(["floor", "ceiling", "half-up"]),
        base=st.sampled_from(["units", "members"]),
        least=least,
    )
    bound = st.builds(QuotaRule, not_more_than=SHARES, base=st.sampled_from(["units", "members"]), least=least)
    return share | bound | st.builds(QuotaRule, less_than=SHARES, base=st.just("units"))


QUOTAS = st.builds(QuotaRule, number=COUNTS) | tables() | parts()


@given(QUOTAS, st.integers(1, 8))
def test_a_quota_is_what_a_season_of_that_size_is_decided_with(quota: QuotaRule, size: int) -> None:
    given_ = award("f", STANDING, quota=quota)
    rules = of_size(size, given_)
    expected = slots(given_, size)
    found = {finding.code for finding in quotas.findings(rules)}
    assert (expected is None) == ("check-quota-size-uncovered" in found)
    if expected is None:
        refused("quota-no-row", rules, season(scores={"x": dict.fromkeys(UNITS[:size], 1)}), RulesetError)
        return
    decision = in_turn(rules)
    assert [expected] == outputs(decision, "quota")
    assert (not proposed(decision)) == bool(found & {"check-quota-none", "check-quota-never"})
    assert (expected > size) == ("check-quota-above-members" in found)


@given(QUOTAS)
def test_a_unit_that_leaves_costs_more_than_one_award_where_a_finding_says_so(quota: QuotaRule) -> None:
    given_ = award("f", STANDING, quota=quota)
    falls = told(quotas.findings(of_size(1, given_)), "check-quota-falls")
    numbers = [slots(given_, size) for size in range(1, 16)]
    drops = [
        size
        for size, (fewer, more) in enumerate(pairwise(numbers), 2)
        if fewer is not None and more is not None and more - fewer > 1
    ]
    assert drops[:1] == [finding.data["units"] for finding in falls]
    for finding in falls:
        size = finding.data["units"]
        if size <= len(UNITS):
            with_, without = (len(proposed(in_turn(of_size(n, given_)))) for n in (size, size - 1))
            assert with_ - without > 1 or finding.data["number"] > size


NEVER = {
    "check-award-requires-apart",
    "check-award-requires-places",
    "check-award-excludes-required",
    "check-award-places-taken",
    "check-award-rest-taken",
}


def invented(chance: Random) -> Ruleset:
    """Four awards over five units, each by places or by standing, with prerequisites and grounds among those before."""
    made: list[Award] = []
    for id_ in "fghi":
        before = [each.id for each in made]
        chain = chance.choice([(STANDING,), (by_place(chance),), (by_place(chance), STANDING), (STANDING, MEETING)])
        steps = tuple(choose(f"{id_}-{n}", step.by, places=step.places, asks=step.asks) for n, step in enumerate(chain))
        by_places = all(step.by == "place" for step in steps)
        quota = None if by_places else chance.choice([QuotaRule(number=1), QuotaRule(number=2), QuotaRule(rest=True)])
        requires = chance.sample(before, chance.randint(0, min(2, len(before))))
        excludes = [name for name in before if name not in requires and chance.random() < 0.4]
        grounds = tuple(Ground(f"g-{name}", award=name) for name in before if chance.random() < 0.15)
        more: dict[str, Any] = {"requires": tuple(requires), "excludes": tuple(excludes), "grounds": grounds}
        made.append(award(id_, *steps, quota=quota, **more))
    return of_size(5, *made)


MEETING = choose("m", "meeting", asks="meeting")


def by_place(chance: Random) -> Choose:
    return choose("p", "place", places=tuple(sorted(chance.sample(range(1, 6), chance.randint(1, 2)))))


def test_what_is_found_to_be_never_given_is_given_to_nobody() -> None:
    met: Counter[str] = Counter()
    chance = Random(5)
    for _ in range(settings().max_examples * 3):
        rules = invented(chance)
        found = [*prerequisites.findings(rules), *choices.findings(rules)]
        met.update(finding.code for finding in found)
        decision = in_turn(rules)
        for finding in found:
            if finding.code in NEVER:
                assert {} == proposed(decision, finding.data["award"])
            elif finding.code == "check-award-step-idle":
                assert finding.data["step"] not in chosen_by(decision)
            elif finding.code == "check-ground-never":
                ground = f"awards.{finding.data['award']}.grounds.{finding.data['ground']}"
                (having,) = (step.output for step in decision.steps if step.rule == ground)
                assert set(having).isdisjoint(proposed(decision, finding.data["award"]))
    assert {*NEVER, "check-award-step-idle", "check-ground-never"} <= set(met)


def chosen_by(decision: Decision) -> set[str]:
    """The steps by which anybody was chosen."""
    return {str(step.rule).rpartition(".")[2] for step in decision.steps if step.step == "award"}


THRESHOLDS = st.sampled_from(
    [Fraction(1, 8), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]
)


@given(THRESHOLDS, st.booleans(), st.integers(2, 8))
def test_a_threshold_is_reached_by_the_votes_that_a_finding_names(share: Fraction, strict: bool, size: int) -> None:
    share = min(share, Fraction(7, 8)) if strict else share
    step = choose("b", "ballot", asks="members", base="members", **{"more_than" if strict else "at_least": share})
    rules = ruleset(UNITS[:size], awards=(award("f", step, quota=1),))
    found = {finding.code for finding in votes.findings(rules)}

    def wins(number: int) -> bool:
        others = dict.fromkeys(UNITS[1:size], 0)
        return bool(proposed(decided(rules, season(vote("award:f:b", size, a=number, **others)))))

    assert wins(1) == ("check-vote-one-enough" in found)
    whole = share == 1
    assert (not wins(size - 1) and not whole) == ("check-vote-everyone" in found)


OUTGOING = Bar("khong-lam-tiep", ("head",), ("Điều 1",), "read", who="outgoing")


@pytest.mark.parametrize("outgoing", "abc")
def test_nobody_leads_after_the_only_unit_of_its_type_has_led(outgoing: str) -> None:
    of_type = {"a": "so", "b": "phong", "c": "phong"}
    rules = ruleset("abc", headship=Headship("elected", ("Điều 1",), "read", "members", (OUTGOING,), (), type="so"))
    rules = evolve(rules, units=Table({id_: evolve(unit, type=of_type[id_]) for id_, unit in rules.units.items()}))
    (finding,) = headship.findings(rules)
    heads = [step.unit for step in decided(rules, season(head=outgoing)).steps if step.step == "office"]
    assert "check-headship-bars-everyone" == finding.code
    assert ([] if outgoing == finding.data["unit"] else ["a"]) == heads


def test_a_deputy_stays_unchosen_where_the_outgoing_head_is_barred_from_both_offices() -> None:
    bar = Bar("khong-lam-tiep", ("head", "deputy"), ("Điều 1",), "read", who="outgoing")
    rules = ruleset("ab", headship=Headship("elected", ("Điều 1",), "read", "members", (bar,), (Seat("deputy"),)))
    (finding,) = headship.findings(rules)
    decision = decided(rules, season(head="a"))
    assert "check-headship-bars-too-many" == finding.code
    assert ["b"] == [step.unit for step in decision.steps if step.step == "office"]
    assert () == decision.questions


@pytest.mark.parametrize(("by", "open_"), [("turn", ["deputy"]), ("deputy", ["head", "deputy"])])
def test_offices_beside_one_that_follows_by_itself_are_asked_of_nobody_as_it_is_found(
    by: Any, open_: list[str]
) -> None:
    rules = ruleset("abc", headship=Headship(by, ("Điều 1",), "read", deputies=(Seat("deputy"),), declined=None))
    turns = Turns(("a", "b", "c"), "bien-ban") if by == "turn" else None
    told_ = [each.code for each in headship.findings(rules)]
    decision = decided(rules, season(turns=turns, outgoing=Outgoing(deputies=())))
    assert "check-headship-rest-asks-nobody" in told_
    assert [(id_, None) for id_ in open_] == [(each.id, each.of) for each in decision.questions]
