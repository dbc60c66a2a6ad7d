"""The smallest change of one score that would have changed what became of a unit, in words; it is found elsewhere."""

from collections.abc import Iterator
from fractions import Fraction

from emulrules.figures import Figure
from emulrules.margins import Change, Margin, Unsearched
from emulrules.outcomes import Difference, Outcome
from emulrules.report.layout import entry, lines
from emulrules.report.names import Names
from emulrules.report.quoting import plain
from emulrules.wording import say

__all__ = ["told"]


def told(margin: Margin, names: Names) -> Iterator[str]:
    """What would have had to be another score, and what would then have become of the unit; or that no score would."""
    yield say("margin-title", names.language)
    if not margin.figures and not margin.unvaried:
        yield from entry("-", say("margin-unscored", names.language))
        return
    if margin.changes:
        yield from lines(say("margin-how", names.language), 2)
    else:
        code = "margin-none-tried" if margin.unsearched or margin.unvaried else "margin-none"
        yield from entry("-", say(code, names.language))
    for heading, changes in _groups(margin, names):
        yield from lines(f"{heading[:1].upper()}{heading[1:]}:", 2)
        yield from _changes(margin, changes, names)
    for id_ in margin.unvaried:
        yield from entry("-", say("margin-unvaried", names.language, criterion=names.criterion(id_)))
    yield from _not_found(margin, names)
    if margin.is_guided and margin.unsearched:
        fewest = min(left.steps for left in margin.unsearched)
        yield from entry("-", say("margin-guided", names.language, n=fewest))
        return
    for left in margin.unsearched:
        yield from entry("-", _unsearched(left, names))


def _groups(margin: Margin, names: Names) -> list[tuple[str, tuple[Change, ...]]]:
    """What the same changes lead to, with them, the smallest first; what is open is told only where it takes least."""
    least = abs(margin.changes[0].steps) if margin.changes else 0
    found: dict[tuple[Change, ...], list[str]] = {}
    for aim in margin.aims:
        if aim.changes and aim.what.what != "open":
            found.setdefault(aim.changes, []).append(_aim(aim.what, names))
    told = {change for changes in found for change in changes}
    if left := tuple(change for change in margin.changes if change not in told):
        found[left] = [say("margin-for-open", names.language)]
    ordered = sorted(found.items(), key=lambda each: abs(each[0][0].steps) if least else 0)
    return [("; ".join(aims), changes) for changes, aims in ordered]


def _aim(what: Difference, names: Names) -> str:
    id_, seat = what.id
    named = names.office(id_, seat) if what.what.startswith("office") else names.award(id_)
    return say(f"margin-for-{what.what}", names.language, what=named)


def _changes(margin: Margin, changes: tuple[Change, ...], names: Names) -> Iterator[str]:
    """The changes as the score sheet lists them; those that come to the same are told together."""
    by_outcome: dict[Outcome, list[Change]] = {}
    for change in sorted(changes, key=lambda change: names.sheet[change.figure.criterion.id]):
        by_outcome.setdefault(change.outcome, []).append(change)
    for outcome, alike in by_outcome.items():
        for change in alike:
            yield from entry("-", f"{_change(change, names)} [{'; '.join(map(plain, change.figure.criterion.basis))}]")
        for sentence in _difference(margin.outcome, outcome, names):
            yield from entry("→", sentence, 4)


def _not_found(margin: Margin, names: Names) -> Iterator[str]:
    """What no score would have done, and up to how many steps that was looked for."""
    missing = [_aim(aim.what, names) for aim in margin.aims if not aim.changes]
    if missing:
        code = "margin-never" if margin.looked is None else "margin-never-looked"
        yield from entry("-", say(code, names.language, aims="; ".join(missing), n=margin.looked))
    beyond = [abs(change.steps) for aim in margin.aims for change in aim.changes[:1]]
    if margin.looked is not None and max(beyond, default=0) > margin.looked:
        yield from entry("-", say("margin-looked", names.language, n=margin.looked))


def _what(figure: Figure, names: Names) -> str:
    """Which criterion, stage and part of a cell; whose row, where that is not the unit's own."""
    stage = "" if figure.stage is None else say("margin-stage", names.language, stage=names.stage(figure.stage))
    part = "points" if figure.part == "mark" else figure.part
    what = say(f"margin-{part}", names.language, criterion=names.criterion(figure.criterion.id), stage=stage)
    if figure.row == figure.unit:
        return what
    return what + say("margin-row", names.language, row=names.unit(figure.row))


def _change(change: Change, names: Names) -> str:
    figure, after = change.figure, change.figure.after(change.steps)
    data: dict[str, object] = {"what": _what(figure, names)}
    if figure.part == "mark":
        data |= {"before": _mark(figure.value, names), "after": _mark(after, names)}
        return say("margin-mark", names.language, **data)
    numbers = {"before": figure.value, "after": after, "by": abs(after - figure.value), "step": figure.step}
    data |= {key: names.figure(figure.criterion.id, number) for key, number in numbers.items()}
    code = "margin-up" if change.steps > 0 else "margin-down"
    # A single step, and steps of 1, need no counting.
    in_steps = abs(change.steps) > 1 and figure.step != 1
    return say(f"{code}-by-steps" if in_steps else code, names.language, **data, n=abs(change.steps))


def _mark(value: Fraction, names: Names) -> str:
    return names.say("mark-pass" if value else "mark-fail")


def _unsearched(left: Unsearched, names: Names) -> str:
    step = names.figure(left.figure.criterion.id, left.figure.step)
    return say("margin-unsearched", names.language, what=_what(left.figure, names), n=left.steps, step=step)


def _difference(former: Outcome, other: Outcome, names: Names) -> Iterator[str]:
    """What is otherwise, in the order of places, awards, offices and questions."""
    if other.place != former.place:
        code = "place" if other.place and former.place else "place-found" if other.place else "place-lost"
        yield say(f"margin-{code}", names.language, place=other.place, former=former.place)
    states = dict(other.awards)
    for award, state in other.awards:
        if (award, state) not in former.awards:
            yield say(f"margin-award-{state}", names.language, award=names.award(award))
    for award, _ in former.awards:
        if award not in states:
            yield say("margin-award-lost", names.language, award=names.award(award))
    for code, ours, theirs in (("office", other, former), ("office-lost", former, other)):
        for office, seat in ours.offices:
            if (office, seat) not in theirs.offices:
                yield say(f"margin-{code}", names.language, office=names.office(office, seat))
    for code, ours, theirs in (("asked", other, former), ("unasked", former, other)):
        for id_ in ours.asked:
            if id_ not in theirs.asked:
                yield say(f"margin-{code}", names.language, question=names.question(id_), id=plain(id_))
