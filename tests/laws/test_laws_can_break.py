"""Each law finds what breaks it: a policy that no plugin could be, since what plugins answer is checked."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from building import award, choose, criterion, gate, order, ruleset, scale, tie

from emulrules.model.answers import Answer, Answered, Quota, TieKey, TieKeys, Weights
from emulrules.model.rule import Rule
from emulrules.model.table import Table
from emulrules.plugins import load_policy
from emulrules.policy import Policy
from emulrules.testing import check_law, check_laws
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws import Law
from emulrules.testing.laws.chains import a_longer_chain_refines, only_equals_are_asked_about
from emulrules.testing.laws.input_order import names_of_units_never_matter
from emulrules.testing.laws.outside import a_unit_that_is_out_takes_no_slot
from emulrules.testing.laws.ranking import greater_everywhere_is_never_less, more_points_never_rank_lower
from emulrules.testing.seasons import invent_season

RULESET: Final = ruleset(
    "abcd",
    criteria=(criterion("diem", max="2"), criterion("phu", max="2")),
    scale=scale(points="4"),
    order=order("points", 1),
    gates=(gate("bi-loai", "vi-pham"),),
    ties=(tie("phu-truoc", "criterion", criterion="phu"), tie("bieu-quyet", "decision", asks="chair")),
    awards=(award("co", choose("xep-hang", "standing"), quota=1),),
)

RULE: Final = Rule("ties.theo-ten", ("Không văn bản nào",), "assumed")


class Twisted:
    """The standard policy with one hook answered otherwise."""

    def __init__(self, hook: str, twist: Callable[..., Answer]) -> None:
        self.name = "standard"
        self._inner: Policy = load_policy(RULESET)
        self._hook = hook
        self._twist = twist

    def ask(self, hook: str, subject: str, /, **arguments: Any) -> tuple[Answered, ...]:
        """The standard answers, and the twist of the last one."""
        given = self._inner.ask(hook, subject, **arguments)
        if hook != self._hook:
            return given
        return (*given[:-1], evolve(given[-1], answer=self._twist(given[-1].answer, **arguments)))


def negative(answer: Weights, **_: Any) -> Weights:
    return Weights(Table({id_: -weight for id_, weight in answer.values.items()}))


def by_name(answer: TieKeys, tied: tuple[str, ...], **_: Any) -> TieKeys:
    """A key that prefers whoever comes first in the alphabet."""
    values = Table({unit: -place for place, unit in enumerate(tied)})
    return TieKeys((TieKey("theo-ten", "value", RULE, values=values), *answer.keys))


def backwards(answer: TieKeys, **_: Any) -> TieKeys:
    return TieKeys(answer.keys[::-1])


def everybody(answer: Quota, gates: Any, **_: Any) -> Quota:
    """One slot, and one for each unit that is out."""
    return evolve(answer, number=1 + sum(gated.effect == "out" for gated in gates.gated))


@pytest.mark.parametrize(
    ("law", "hook", "twist"),
    [
        (names_of_units_never_matter, "tie_break_keys", by_name),
        (more_points_never_rank_lower, "criterion_weights", negative),
        (greater_everywhere_is_never_less, "criterion_weights", negative),
        (a_longer_chain_refines, "tie_break_keys", backwards),
        (only_equals_are_asked_about, "tie_break_keys", backwards),
        (a_unit_that_is_out_takes_no_slot, "award_quota", everybody),
    ],
    ids=["names", "more-points", "dominance", "longer-chain", "equals", "out"],
)
def test_a_policy_that_breaks_a_law_is_found(law: Law, hook: str, twist: Callable[..., Answer]) -> None:
    with pytest.raises(BrokenLawError):
        try_on_many(law, Twisted(hook, twist))


def try_on_many(law: Law, policy: Policy) -> None:
    for seed in range(2_000):
        lots = Lots(str(seed))
        law(Case(invent_season(lots, RULESET, scored=True), RULESET, policy), lots)


def test_a_law_is_told_with_the_smallest_season_that_breaks_it() -> None:
    with pytest.raises(BrokenLawError, match="a falls from place 1 to 4 as diem rises from 0 to 1"):
        check_law(more_points_never_rank_lower, RULESET, Twisted("criterion_weights", negative), scored=True)


def test_the_standard_policy_breaks_none() -> None:
    check_laws(RULESET, examples=10)
