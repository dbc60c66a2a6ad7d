"""Parts of the engine that break laws which no policy can break."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import evolve
from building import READ, award, choose, criterion, order, ruleset
from law_breaking import RULESET, TIED
from law_policies import BARRED

from emulrules import aftermath, choosing, engine, headship, questions
from emulrules.aftermath import Aftermath
from emulrules.descent import Descent
from emulrules.model.decision import Decision
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset
from emulrules.order import Group
from emulrules.questions import Book
from emulrules.quotas import Quotas, Slots
from emulrules.testing.laws import Law, recording
from emulrules.testing.laws.acting import (
    an_act_too_many_is_refused,
    another_answer_is_refused,
    any_part_of_the_acts_is_accepted,
    dependent_questions_can_be_answered_at_once,
)
from emulrules.testing.laws.adding import better_under_two_weightings_is_better_under_their_sum
from emulrules.testing.laws.asking import (
    a_silent_tie_is_harmless,
    answering_ends,
    the_order_of_answers_never_matters,
)
from emulrules.testing.laws.boundary import a_tie_at_the_line_is_bounded
from emulrules.testing.laws.competing import the_best_are_awarded
from emulrules.testing.laws.falling import a_slot_that_falls_free_goes_to_one_other
from emulrules.testing.laws.holding import the_end_of_a_hold_changes_states_only
from emulrules.testing.laws.input_order import order_of_input_never_matters
from emulrules.testing.laws.recording import (
    a_record_is_enough,
    hook_answers_are_enough,
    steps_alone_give_the_outcome,
)
from emulrules.testing.laws.relevance import every_question_is_relevant
from emulrules.testing.laws.rotation import (
    everybody_leads_before_anybody_leads_again,
    nobody_overtakes_whoever_joins_and_leaves,
    who_is_barred_never_leads,
)
from emulrules.testing.laws.scaling import other_units_of_weight_change_no_standing
from emulrules.ties import Chain

IN_TURN: Final = evolve(RULESET, headship=Headship("turn", **READ, deputies=()), undefined=())

TWO_AWARDS: Final = ruleset(
    "abcd",
    criteria=(criterion("diem", max="2"),),
    order=order(),
    awards=(
        award("co", choose("binh-xet", "meeting", asks="meeting"), quota=1),
        award("bang-khen", choose("bo-sung", "meeting", asks="meeting"), quota=1, excludes=("co",)),
    ),
)
"""Whom the second award is open to turns on the first."""


def bounded(totals: Callable[..., Any]) -> Callable[..., Any]:
    """Totals of 3 at the most, which nothing declares."""

    def wrong(*arguments: Any) -> Any:
        right = totals(*arguments)
        return evolve(right, total={unit: min(total, Fraction(3)) for unit, total in right.total.items()})

    return wrong


def as_given(_: Callable[..., Any]) -> Callable[..., Any]:
    """A season or ruleset that keeps everything in the order in which it came."""
    return lambda given, *_others: given


def one_more(slots: Callable[..., Slots]) -> Callable[..., Slots]:
    """A slot more than the quota gives."""

    def wrong(self: Quotas, *arguments: Any) -> Slots:
        right = slots(self, *arguments)
        return right if right.number is None else evolve(right, number=right.number + 1)

    return wrong


def nobody(_: Callable[..., Any]) -> Callable[..., Any]:
    """Nobody is chosen on the way down, whoever stands there."""
    return lambda _groups, _room, _at_line: Descent()


def first_in_the_alphabet(_: Callable[..., Any]) -> Callable[..., Any]:
    """A tie that is parted in silence."""

    def wrong(_self: Chain, tied: Group, above: int, *_others: Any) -> tuple[list[Group], tuple[str, ...]]:
        return [tied.part(tied.units[:above]), tied.part(tied.units[above:])], ()

    return wrong


def with_a_ghost(close: Callable[..., Any]) -> Callable[..., Any]:
    """An act that waits though nobody gave it."""

    def wrong(self: Book) -> Any:
        open_, waiting = close(self)
        return open_, (*waiting, "award:ma:ma")

    return wrong


def whatever_comes(_: Callable[..., Any]) -> Callable[..., Any]:
    """Acts that nothing asks for are accepted."""
    return lambda self: (tuple(self._open), ())


def never(_: Callable[..., Any]) -> Callable[..., Any]:
    """No question can still come."""
    return lambda *_arguments: False


def nothing(_: Callable[..., Any]) -> Callable[..., Any]:
    """A part that does nothing."""
    return lambda *_arguments, **_named: None


def at_the_front(_: Callable[..., Any]) -> Callable[..., Any]:
    """Who led stays where it stood."""
    return lambda queue, _head: queue


def one_further(_: Callable[..., Any]) -> Callable[..., Any]:
    """Who led comes to stand behind the next one, and before all others."""

    def wrong(queue: Sequence[str], head: str) -> tuple[str, ...]:
        rest = [unit for unit in queue if unit != head]
        return (*rest[:1], head, *rest[1:])

    return wrong


def whoever_is_barred(candidates: Callable[..., Any]) -> Callable[..., Any]:
    """Bars that bar nobody."""

    def wrong(self: Any, *arguments: Any) -> Any:
        return evolve(candidates(self, *arguments), units=self._members)

    return wrong


def of_everybody(judge_holds: Callable[..., Any]) -> Callable[..., Any]:
    """What became of one unit's hold becomes of every unit's awards."""

    def wrong(season: Any, facts: Any, members: tuple[str, ...], book: Book) -> Any:
        found = judge_holds(season, facts, members, book)
        return {unit: became for became in found.values() for unit in members}

    return wrong


def hidden(_: property) -> property:
    """Awards that only the steps know."""
    return property(lambda _self: ())


def all_but_the_last(answers: property) -> property:
    """A record that lacks an answer."""
    return property(lambda self: answers.__get__(self)[:-1])


def unwarned(parse: Callable[..., Any]) -> Callable[..., Any]:
    """A record that is read without its warnings."""

    def wrong(data: bytes) -> Any:
        read = parse(data)
        return evolve(read, decision=evolve(read.decision, warnings=()))

    return wrong


WRONG: Final[dict[str, tuple[Law, Any, str, Callable[..., Any], Ruleset]]] = {
    "order": (order_of_input_never_matters, engine, "trim", as_given, RULESET),
    "weights": (other_units_of_weight_change_no_standing, engine, "totals", bounded, RULESET),
    "best": (the_best_are_awarded, Quotas, "slots", one_more, RULESET),
    "line": (a_tie_at_the_line_is_bounded, choosing, "go_down", nobody, RULESET),
    "two-weightings": (
        better_under_two_weightings_is_better_under_their_sum,
        engine,
        "totals",
        bounded,
        RULESET,
    ),
    "in-turn": (everybody_leads_before_anybody_leads_again, headship, "once_led", at_the_front, IN_TURN),
    "overtaken": (nobody_overtakes_whoever_joins_and_leaves, headship, "once_led", one_further, IN_TURN),
    "barred": (who_is_barred_never_leads, headship._Offices, "_candidates", whoever_is_barred, BARRED),
    "fallen": (a_slot_that_falls_free_goes_to_one_other, Aftermath, "_yields", nothing, TWO_AWARDS),
    "ended": (the_end_of_a_hold_changes_states_only, aftermath, "judge_holds", of_everybody, TWO_AWARDS),
    "ends": (answering_ends, Book, "close", with_a_ghost, RULESET),
    "any-order": (the_order_of_answers_never_matters, engine, "_kept", as_given, TIED),
    "relevant": (every_question_is_relevant, headship._Offices, "_note", nothing, BARRED),
    "silent": (a_silent_tie_is_harmless, Chain, "_step", first_in_the_alphabet, TIED),
    "any-part": (any_part_of_the_acts_is_accepted, Book, "_may_come", never, TWO_AWARDS),
    "dependent": (dependent_questions_can_be_answered_at_once, Book, "_may_come", never, TWO_AWARDS),
    "too-many": (an_act_too_many_is_refused, Book, "close", whatever_comes, RULESET),
    "another": (another_answer_is_refused, questions, "check", nothing, TWO_AWARDS),
    "steps": (steps_alone_give_the_outcome, Decision, "awards", hidden, RULESET),
    "answers": (hook_answers_are_enough, engine._Asked, "answers", all_but_the_last, RULESET),
    "record": (a_record_is_enough, recording, "parse_record", unwarned, RULESET),
}
"""A law, the part of the engine that is replaced, what takes its place, and the ruleset on which it shows."""
