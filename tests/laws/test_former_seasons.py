"""What is taken from a former record decides as it would if the season stated it; random seasons have both."""

from collections import Counter

from attrs import evolve
from law_trials import DEEP, EXAMPLES

from emulrules.model.decision import Decision
from emulrules.model.season import Former, Season
from emulrules.model.table import Table
from emulrules.roster import roster
from emulrules.testing import check_law
from emulrules.testing.broken import BrokenLawError
from emulrules.testing.cases import Case
from emulrules.testing.chance import Chance
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.formers import after_former, stated

SEEN: Counter[str] = Counter()


def _shown(decision: Decision) -> tuple[object, ...]:
    return (decision.standings, decision.awards, decision.offices, decision.questions, decision.waiting)


def taking_decides_as_stating(case: Case, chance: Chance) -> bool:
    """A season with a former record comes out as the season that states it all, before and after it is answered."""
    if not case.season.former:
        who = roster(case.season, case.ruleset)
        case = evolve(case, season=after_former(chance, case.ruleset, case.season, who))
    whole = run(case, answered_at_random(case, chance)).case
    for one in (case, whole):
        other = evolve(one, season=stated(one.season, one.source))
        if _shown(one.decide()) != _shown(other.decide()):
            raise BrokenLawError(f"{_shown(one.decide())} by the record, else {_shown(other.decide())}")
    taken = [step for step in whole.decide().steps if step.step == "former"]
    SEEN.update({step.inputs["takes"] for step in taken})
    SEEN.update(gone=any(not set(step.output) <= set(case.members) for step in taken))
    return bool(taken)


def test_what_is_taken_from_a_record_decides_as_if_it_were_stated() -> None:
    tried = check_law(taking_decides_as_stating, examples=EXAMPLES if DEEP else 2 * EXAMPLES)
    assert tried.met >= tried.examples / 2
    assert {"head", "deputies", "turns", "award", "gone"} <= {each for each, count in SEEN.items() if count}


def test_a_former_season_that_says_nothing_decides_nothing() -> None:
    def saying_nothing_decides_nothing(case: Case, _: Chance) -> bool:
        season: Season = evolve(stated(case.season, case.source), former=Table({"1999": Former("0" * 64)}))
        with_it = evolve(case, season=season)
        without = evolve(case, season=evolve(season, former=Table()))
        if _shown(with_it.decide()) != _shown(without.decide()):
            raise BrokenLawError("a former season that says nothing changes the outcome")
        return True

    assert check_law(saying_nothing_decides_nothing).met
