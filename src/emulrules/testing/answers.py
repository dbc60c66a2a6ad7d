"""Answers: a valid act for any question, from the question alone.

What people may answer is what the question says: its form, its options, how many; besides, how many vote, since nobody
casts more ballots than that. A step of a chain may also not be held. Figures are kept modest (small numbers, a turnout
that fits), because a condition can refuse a year, and no question can say so beforehand.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from emulrules.model.decision import Question
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.questions import BEFORE_TURNS, is_aftermath
from emulrules.testing.chance import Chance, Lots, mixed, one, some, yes
from emulrules.testing.turnout import Turnout

__all__ = ["FACTS", "Answers", "answer", "few", "may_be_left_out", "names_its_set", "not_held", "several"]

FACTS: Final = ("fact:", "quota:", "before:")
"""How questions for facts of the year begin: their answers are accepted whether anything turns on them or not."""

_TRUSTS: Final = ("read", "read", "reported", "assumed")


def few(chance: Chance, members: int) -> int:
    """How many of so many members an invented fact is true of: mostly few, now and then anything up to all."""
    return chance.number(0, members if yes(chance, 5) else max(1, members // 3))


def may_be_left_out(question: Question) -> bool:
    """Whether the question is put by a step of a chain, which may not be held so that the chain goes on.

    The step `undefined` is none, nor is who follows in an award, nor an over-quota that no text puts to anybody.
    """
    if not question.id.startswith(("place:", "award:")) or question.id.endswith(":undefined"):
        return False
    if is_aftermath(question.id):
        return False
    return question.of is not None or ":over-quota" not in question.id


def answer(chance: Chance, question: Question, *, turnout: Turnout, source: str, always_held: bool = False) -> Act:
    """A random act that answers `question` in a year of this `turnout`, resting on `source`.

    Unless `always_held`, it may also say that the step of a chain was not taken.
    """
    if not always_held and may_be_left_out(question) and yes(chance, 5):
        return not_held(question, source)
    return _act(chance, question, turnout, source)


def not_held(question: Question, source: str) -> Act:
    """The act which says that the step of a chain was not taken."""
    return Act(question.id, source, "read", held=False)


class Answers:
    """Answers that follow from `seed` and the question: whoever asks the same is answered the same.

    `fixed` answers some questions otherwise. Steps of a chain are always held.
    """

    def __init__(self, seed: int, *, turnout: Turnout, source: str, fixed: Sequence[Act] = ()) -> None:
        self._seed = seed
        self._turnout = turnout
        self._source = source
        self._fixed = {act.question: act for act in fixed}

    def __call__(self, question: Question) -> Act:
        """The act that answers `question`."""
        if question.id in self._fixed:
            return self._fixed[question.id]
        return _act(Lots(f"{self._seed} {_asked(question)}"), question, self._turnout, self._source)


def _asked(question: Question) -> str:
    """What makes a question the same one: whom it is put to and on which basis changes no answer."""
    within = f" {question.within}" if question.within else ""
    return f"{question.id} {question.options} {question.least} {question.most}{within}"


def several(question: Question, turnout: Turnout, source: str) -> Iterator[Act]:
    """Answers to `question` that differ as much as they can, the most telling first."""
    base = Act(question.id, source, "read", among=question.options if names_its_set(question) else None)
    yield from _SEVERAL[question.asks](question, turnout, base)
    if may_be_left_out(question):
        yield not_held(question, source)


def names_its_set(question: Question) -> bool:
    """Whether an act must say which units were voted on, or may: a line in an award's tie may be settled by lot."""
    at_line = question.least > 0 or "over-quota" in question.id.split(":")
    return question.asks == "votes" or (question.id.startswith(("place:", "award:")) and at_line)


def _act(chance: Chance, question: Question, turnout: Turnout, source: str) -> Act:
    decided_by = question.of if yes(chance, 2) else None
    among = question.options if names_its_set(question) else None
    base = Act(question.id, source, one(chance, _TRUSTS), among=among, decided_by=decided_by)
    if question.asks == "choice":
        return evolve(base, choice=_chosen(question, mixed(chance, question.options), _how_many(chance, question)))
    if question.asks == "votes":
        return _ballot(chance, question, turnout.ballots(question.of), base)
    if question.asks == "places":
        return evolve(base, places=_places(chance, question))
    return evolve(base, number=_number(chance, question, turnout))


def _chosen(question: Question, options: Sequence[str], count: int) -> tuple[str, ...]:
    """The first `count` of `options`, but no more of one parent than the question allows; sorted."""
    chosen: list[str] = []
    for unit in options:
        within = [each for each in question.within if unit in each.units]
        if len(chosen) < count and all(len(set(chosen).intersection(each.units)) < each.most for each in within):
            chosen.append(unit)
    return tuple(sorted(chosen))


def _how_many(chance: Chance, question: Question) -> int:
    """How many units are chosen; a fact is true of few."""
    if question.id.startswith("fact:") and question.least == 0:
        return few(chance, len(question.options))
    return chance.number(question.least, len(question.options) if question.most is None else question.most)


def _ballot(chance: Chance, question: Question, voters: int, base: Act) -> Act:
    """Now and then nearly everybody votes for everybody, so that as many votes are common."""
    ballots = chance.number(voters // 2, voters)
    fewest = max(0, ballots - 1) if yes(chance) else 0
    votes = {unit: chance.number(fewest, ballots) for unit in question.options}
    least = -(-sum(votes.values()) // ballots) if ballots else 1
    names = max(1, least) if yes(chance, 3) else None
    return evolve(base, votes=Table(votes), ballots=ballots, names=names)


def _places(chance: Chance, question: Question) -> Table[str, int]:
    """Places 1, 2, 2, 4 for as many units as there must be, or more."""
    most = len(question.options) if question.most is None else question.most
    units = some(chance, question.options, chance.number(question.least, most))
    places: dict[str, int] = {}
    place = 1
    for index, unit in enumerate(units):
        # Turns are taken one after the other, so that no two units share one.
        if index and (question.id == BEFORE_TURNS or not yes(chance, 3)):
            place = index + 1
        places[unit] = place
    return Table({unit: places[unit] for unit in sorted(places)})


def _number(chance: Chance, question: Question, turnout: Turnout) -> int:
    """How many: as many as vote, a unit has a small staff and not more women than staff."""
    if (told := turnout.number(question.id)) is not None:
        return told
    if question.id.endswith(":staff"):
        return chance.number(4, 6)
    if question.id.endswith(":women"):
        return chance.number(0, 4)
    return chance.number(question.least, turnout.voters.members if question.most is None else question.most)


def _choices(question: Question, _turnout: Turnout, base: Act) -> Iterator[Act]:
    options = question.options
    most = len(options) if question.most is None else min(question.most, len(options))
    for count in dict.fromkeys((max(question.least, min(1, most)), most, question.least)):
        for start in range(len(options)) if 0 < count < len(options) else (0,):
            yield evolve(base, choice=_chosen(question, (*options[start:], *options[:start]), count))


def _ballots(question: Question, turnout: Turnout, base: Act) -> Iterator[Act]:
    """Each option once ahead of the next ones and so on, then all alike, with every vote and with none."""
    most = turnout.ballots(question.of)
    for start in range(len(question.options)):
        turned = (*question.options[start:], *question.options[:start])
        votes = {unit: max(0, most - index) for index, unit in enumerate(turned)}
        yield evolve(base, votes=Table(votes), ballots=most)
    for count in (most, 0):
        yield evolve(base, votes=Table(dict.fromkeys(question.options, count)), ballots=most)


def _numbers(question: Question, turnout: Turnout, base: Act) -> Iterator[Act]:
    least, most = question.least, turnout.voters.members if question.most is None else question.most
    if question.id.endswith((":staff", ":women")):
        most = 12
    elif question.most is None and (told := turnout.number(question.id)) is not None:
        most = 2 * told
    for number in dict.fromkeys((least, most, *range(least, most + 1))):
        yield evolve(base, number=number)


def _orders(question: Question, _turnout: Turnout, base: Act) -> Iterator[Act]:
    for start in range(len(question.options)):
        turned = (*question.options[start:], *question.options[:start])
        yield evolve(base, places=Table({unit: index + 1 for index, unit in enumerate(turned)}))


_SEVERAL: Final = {"choice": _choices, "number": _numbers, "places": _orders, "votes": _ballots}
