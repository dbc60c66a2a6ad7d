"""Each law finds what breaks it: a policy, or a part of the engine where no policy can.

What plugins break, whose answers are checked, stands beside the plugin of pytest (`test_breaking`); what they cannot
break is broken here by a part of the engine, or by weights below 0, and told with as small a season.
"""

from collections.abc import Callable
from typing import Any, Final

import pytest
from law_breaking import RULESET, STANDARD, try_on_many
from law_parts import WRONG
from law_policies import BREAKING, COMPARED, negative

from emulrules.model.ruleset import Ruleset
from emulrules.policy import Policy
from emulrules.testing import check_law, check_laws, try_law
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.laws import LAWS, Law
from emulrules.testing.laws.ranking import more_points_never_rank_lower
from emulrules.testing.laws.relevance import every_question_is_relevant
from emulrules.testing.twisted import Twist, Twisted

COSTLY: Final[dict[Law, int]] = {every_question_is_relevant: 4}
"""So few smaller seasons are looked at, since each takes forty ways to answer."""


def assert_found_small(law: Law, rules: Ruleset, policy: Policy) -> None:
    """The law is broken, and told with a season of two or three units; of one that is costly to try, of all."""
    broken = try_law(law, rules, policy, examples=2_000, tries=COSTLY.get(law, 30)).broken
    assert broken is not None
    assert isinstance(broken.error, BrokenLawError)
    assert len(broken.case.members) <= (4 if law in COSTLY else 3)


@pytest.mark.parametrize(("law", "hook", "twist", "rules"), BREAKING.values(), ids=BREAKING)
def test_a_policy_that_breaks_a_law_is_found(law: Law, hook: str, twist: Twist, rules: Ruleset) -> None:
    with pytest.raises(BrokenLawError):
        try_on_many(law, Twisted(STANDARD, hook, twist), rules)


@pytest.mark.parametrize(("law", "owner", "name", "twist", "rules"), WRONG.values(), ids=WRONG)
def test_a_part_of_the_engine_that_breaks_a_law_is_found(
    monkeypatch: pytest.MonkeyPatch, law: Law, owner: Any, name: str, twist: Callable[..., Any], rules: Ruleset
) -> None:
    monkeypatch.setattr(owner, name, twist(getattr(owner, name)))
    assert_found_small(law, rules, STANDARD)


def test_weights_below_nought_that_no_plugin_may_give_are_found_small() -> None:
    law, hook, twist, rules = BREAKING["dominance"]
    assert_found_small(law, rules, Twisted(STANDARD, hook, twist))


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
