"""Each law finds what breaks it: a policy, or a part of the engine where no policy can."""

from collections.abc import Callable
from typing import Any

import pytest
from law_breaking import RULESET, STANDARD, try_on_many
from law_parts import WRONG
from law_policies import BREAKING, COMPARED, negative

from emulrules.model.ruleset import Ruleset
from emulrules.testing import check_law, check_laws
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.laws import LAWS, Law
from emulrules.testing.laws.ranking import more_points_never_rank_lower
from emulrules.testing.twisted import Twist, Twisted


@pytest.mark.parametrize(("law", "hook", "twist", "rules"), BREAKING.values(), ids=BREAKING)
def test_a_policy_that_breaks_a_law_is_found(law: Law, hook: str, twist: Twist, rules: Ruleset) -> None:
    with pytest.raises(BrokenLawError):
        try_on_many(law, Twisted(STANDARD, hook, twist), rules)


@pytest.mark.parametrize(("law", "owner", "name", "twist", "rules"), WRONG.values(), ids=WRONG)
def test_a_part_of_the_engine_that_breaks_a_law_is_found(
    monkeypatch: pytest.MonkeyPatch, law: Law, owner: Any, name: str, twist: Callable[..., Any], rules: Ruleset
) -> None:
    monkeypatch.setattr(owner, name, twist(getattr(owner, name)))
    with pytest.raises(BrokenLawError):
        try_on_many(law, rules=rules)


def test_every_law_is_broken_by_something() -> None:
    broken = {law for law, *_ in (*BREAKING.values(), *WRONG.values())}
    assert {law for laws in LAWS.values() for law in laws} == broken


def test_a_law_is_told_with_the_smallest_season_that_breaks_it() -> None:
    with pytest.raises(BrokenLawError, match=r"[ab] falls from place 1 to [34] as (diem|phu) rises from 0 to 1"):
        check_law(more_points_never_rank_lower, RULESET, Twisted(STANDARD, "criterion_weights", negative), scored=True)


def test_the_standard_policy_breaks_none() -> None:
    check_laws(RULESET, examples=10)


def test_the_standard_policy_breaks_none_with_a_chain_head_to_head() -> None:
    check_laws(COMPARED, laws=[6], examples=20)
