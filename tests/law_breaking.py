"""What laws are broken on: a small ruleset, and many seasons of it under a policy."""

from typing import Final

from building import award, choose, criterion, gate, order, ruleset, scale, tie

from emulrules.model.ruleset import Ruleset
from emulrules.plugins import load_policy
from emulrules.policy import Policy
from emulrules.testing.cases import Case
from emulrules.testing.chance import Lots
from emulrules.testing.laws import Law
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

TIED: Final = ruleset(
    "abcd",
    criteria=(criterion("diem", max="1"),),
    order=order(),
    awards=(award("co", choose("xep-hang", "standing"), quota=1), award("cup", choose("bau", "meeting"), quota=1)),
)
"""Most units are equal, no place is named, and two questions can be open together."""

STANDARD: Final = load_policy(RULESET)

_SEASONS: Final = 2_000


def try_on_many(law: Law, policy: Policy = STANDARD, rules: Ruleset = RULESET) -> None:
    """Tries a law until it is broken, on so many seasons that a law which can be broken is."""
    for seed in range(_SEASONS):
        lots = Lots(str(seed))
        law(Case(invent_season(lots, rules, scored=True), rules, policy), lots)
