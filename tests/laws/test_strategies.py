"""The strategies make rulesets that a reader takes, and seasons in which everything is asked that can be."""

from hypothesis import given, settings
from hypothesis.strategies import DataObject, data

from emulrules.files.converter import unstructure
from emulrules.files.entry_rules import ENTRIES, entry_faults
from emulrules.files.ruleset_rules import ruleset_faults
from emulrules.model.criterion import Scale
from emulrules.model.headship import Headship
from emulrules.model.order import Order
from emulrules.model.ruleset import Ruleset
from emulrules.testing.cases import Case
from emulrules.testing.chance import Drawn
from emulrules.testing.course import answered_at_random, run
from emulrules.testing.strategies import cases, rulesets

SECTIONS = {**ENTRIES, "headship": Headship, "order": Order, "scale": Scale}

KINDS = {
    "award",
    "award again",
    "before",
    "deputy",
    "deputy seat",
    "fact",
    "fact of a unit",
    "head",
    "over-quota",
    "place",
    "place undefined",
    "present",
    "quota",
    "standing",
    "tie at a line",
}


@given(rulesets())
def test_a_random_ruleset_would_be_read_without_a_fault(ruleset: Ruleset) -> None:
    written = unstructure(ruleset)
    alone = [
        fault for key, kind in SECTIONS.items() if key in written for fault in entry_faults(key, kind, written[key])
    ]
    assert [] == [*alone, *ruleset_faults(ruleset, ruleset)]


def test_random_seasons_ask_everything_that_can_be_asked() -> None:
    asked: set[str] = set()

    @settings(max_examples=400)
    @given(cases(), data())
    def collect(case: Case, drawn: DataObject) -> None:
        ties = {step.id for step in case.ruleset.ties}
        for act in run(case, answered_at_random(case, Drawn(drawn.draw))).case.season.acts:
            asked.add(kind_of(act.question, ties))

    collect()
    assert asked == KINDS


def kind_of(question: str, ties: set[str]) -> str:
    first, *rest = question.split(":")
    match first, rest:
        case "fact", ["meeting", _]:
            return "present"
        case "fact", [_, _]:
            return "fact of a unit"
        case "deputy", [_]:
            return "deputy seat"
        case "place", [_, "undefined"]:
            return "place undefined"
        case "award", [_, "over-quota", *_]:
            return "over-quota"
        case "award", [_, step, *_] if step == "undefined" or step in ties:
            return "tie at a line"
        case "award", [_, _, _]:
            return "award again"
    return first
