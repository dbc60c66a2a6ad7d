"""The shipped cases, as tests read them."""

from functools import cache
from pathlib import Path
from typing import Final

from emulrules import Decision, Policy, Ruleset, Season, decide, load_policy, load_ruleset, load_season

RULESETS: Final = Path(__file__).parent.parent / "rulesets" / "emulrules_rulesets"
CASES: Final = sorted(RULESETS.glob("*/cases/*.toml"))


@cache
def case(name: str) -> tuple[Season, Ruleset, Policy]:
    """The season, ruleset and policy of the case whose file has this name without its ending."""
    (path,) = (path for path in CASES if path.stem == name)
    season = load_season(path)
    ruleset = load_ruleset(season, rulesets=[RULESETS])
    return season, ruleset, load_policy(ruleset)


def decided(name: str) -> Decision:
    """The decision of a case."""
    return decide(*case(name))
