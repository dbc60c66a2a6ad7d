"""The laws on chains find a lot that comes too early, and a comparison that counts others than those tied."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve
from building import criterion, order, ruleset, tie

from emulrules.model.answers import Answered, TieKeys
from emulrules.model.table import Table
from emulrules.plugins import load_policy
from emulrules.policy import Policy, Scores
from emulrules.standard import Standard
from emulrules.testing import check_laws
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws import Law
from emulrules.testing.laws.chains import only_equals_are_asked_about
from emulrules.testing.laws.head_to_head import keys_turn_on_those_tied_alone, who_is_not_tied_does_not_matter
from emulrules.testing.seasons import invent_season

RULESET: Final = ruleset(
    "abcde",
    criteria=tuple(criterion(id_, max="2") for id_ in "xyz"),
    order=order("points", 1),
    ties=(tie("doi-dau", "head-to-head", then="restart"), tie("boc-tham", "lot", asks="meeting")),
)


def lot_first(answer: TieKeys, **_: Any) -> TieKeys:
    """The lot is drawn before anybody is compared."""
    return TieKeys(tuple(sorted(answer.keys, key=lambda key: key.by != "lot")))


def of_everybody(answer: TieKeys, tied: tuple[str, ...], points: Scores, **arguments: Any) -> TieKeys:
    """Whoever begins anew is given the keys of all, and not of those tied."""
    everybody = tuple(sorted({unit for values in points.values() for unit in values}))
    others = Standard().tie_break_keys(tied=everybody, points=points, **arguments)
    values = {key.id: Table({unit: key.values[unit] for unit in tied}) for key in others.keys if key.by == "value"}
    return TieKeys(tuple(evolve(key, values=values.get(key.id, key.values)) for key in answer.keys))


class Twisted:
    """The standard policy with another chain."""

    def __init__(self, twist: Callable[..., TieKeys]) -> None:
        self.name = "standard"
        self._inner: Policy = load_policy(RULESET)
        self._twist = twist

    def ask(self, hook: str, subject: str, /, **arguments: Any) -> tuple[Answered, ...]:
        """The standard answers, and the twist of the last chain."""
        given = self._inner.ask(hook, subject, **arguments)
        if hook != "tie_break_keys":
            return given
        return (*given[:-1], evolve(given[-1], answer=self._twist(given[-1].answer, **arguments)))


@pytest.mark.parametrize(
    ("law", "twist"),
    [
        (only_equals_are_asked_about, lot_first),
        (keys_turn_on_those_tied_alone, of_everybody),
        (who_is_not_tied_does_not_matter, of_everybody),
    ],
    ids=["a lot too early", "the keys of all", "another who goes"],
)
def test_a_chain_that_breaks_a_law_is_found(law: Law, twist: Callable[..., TieKeys]) -> None:
    with pytest.raises(BrokenLawError):
        try_on_many(law, Twisted(twist))


def try_on_many(law: Law, policy: Policy) -> None:
    for seed in range(2_000):
        lots = Lots(str(seed))
        law(Case(invent_season(lots, RULESET, scored=True), RULESET, policy), lots)


def test_the_standard_policy_breaks_none_with_this_chain() -> None:
    check_laws(RULESET, laws=[6], examples=20)
