"""Ties: the chain of steps that parts units that are equal, and never anything else.

A computed step applies to every tie whose facts are there. A fact that is missing, a ballot, a decision or a lot is
asked only where a line runs through the tie. A ballot ranks the whole group that it was cast in; a decision, and a lot
that people drew, say who is above the line. What no step parts is asked as not defined by the ruleset, and warns once
it is settled.

A key that turns on who is tied is asked for anew as soon as fewer are. Where it says `restart`, those that it leaves
tied begin the chain anew among themselves: every computed step, not what people answered. It ends, since only a group
that became smaller begins anew.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import evolve

from emulrules.model.answers import TieKey, TieKeys
from emulrules.model.decision import Question, Within
from emulrules.model.rule import Rule
from emulrules.model.ruleset import UndefinedRule
from emulrules.model.season import Act
from emulrules.model.table import Table
from emulrules.order import Group, Ranking, by_values, lines
from emulrules.questions import Book, figure
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["UNDEFINED_STEP", "Chain", "Cut"]

UNDEFINED_STEP: Final = "undefined"


@frozen
class Cut:
    """A group parted as far as it is settled; `open` are the questions that keep `stuck`, the tie at the line."""

    groups: tuple[Group, ...]
    open: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()


class Chain:
    """The chain of one decision: its keys are asked of the policy once for each set of tied units.

    `asked` are the ids of the steps that people are asked for, None where only a plugin knows them.
    """

    def __init__(
        self,
        keys: Callable[[tuple[str, ...]], TieKeys],
        asked: tuple[str, ...] | None,
        undefined: UndefinedRule | None,
        book: Book,
        trace: Trace,
    ) -> None:
        self._ask_keys = keys
        self._known: dict[tuple[str, ...], TieKeys] = {}
        self._asked = asked
        self._undefined = undefined
        self._book = book
        self._trace = trace

    def may_ask(self, prefix: str) -> tuple[str, ...]:
        """The ids of the questions that a tie named `prefix` may come to ask."""
        if self._asked is None:
            return (f"{prefix}:*",)
        return tuple(f"{prefix}:{step}" for step in (*self._asked, UNDEFINED_STEP))

    def refine(self, group: Group) -> list[Group]:
        """The group parted by computed steps, up to the first step that would have to be asked."""
        if len(group.units) < 2 or not group.ranked:
            return [group]
        group, key = self._next(group)
        if key is None or key.by != "value" or key.lacks:
            return [group]
        return [part for part in self._by_key(group, key) for part in self.refine(part)]

    def name_places(self, groups: Iterable[Group], places: tuple[int, ...]) -> Ranking:
        """The ranking in which each of `places` is held by one unit, as far as it is settled.

        Lines are taken from the top, one of a tied group at a time; ties in two groups do not wait for each other.
        """
        ranked = [part for group in groups for part in self.refine(group)]
        stuck: dict[str, tuple[str, ...]] = {}
        wanted = lines(places, sum(len(group.units) for group in ranked))
        for line in wanted:
            found = _at_line(ranked, line)
            if found is None or not ranked[found[0]].ranked or ranked[found[0]].units[0] in stuck:
                continue
            index, above = found
            inside = range(line - above + 1, line - above + len(ranked[index].units))
            cut = self.cut(ranked[index], above, f"place:{line}")
            ranked[index : index + 1] = [part for group in cut.groups for part in self.refine(group)]
            if cut.open:
                stuck.update(dict.fromkeys(cut.stuck, cut.open))
                for later in (line for line in wanted if line in inside):
                    self._book.later(*self.may_ask(f"place:{later}"))
        return Ranking(tuple(ranked), stuck)

    def cut(self, group: Group, above: int, prefix: str) -> Cut:
        """The group parted so that a line runs below its first `above` units, as far as acts settle it.

        Questions are named `<prefix>:<step>`.
        """
        groups = [group]
        skipped: set[str] = set()
        while True:
            found = _at_line(groups, above)
            if found is None:
                return Cut(tuple(groups))
            index, inside = found
            tied = groups[index]
            parts, open_ = self._step(tied, inside, prefix, skipped)
            if open_:
                return Cut(tuple(groups), open_, tied.units)
            groups[index : index + 1] = parts

    def compute(self, group: Group, above: int) -> Cut:
        """The group parted at the line by computed steps alone, whose missing facts are asked.

        Where they part it no further, `stuck` is the tie that the line still runs through, with no question open.
        """
        groups = [group]
        while True:
            found = _at_line(groups, above)
            if found is None:
                return Cut(tuple(groups))
            index, _ = found
            tied, key = self._next(groups[index])
            if key is None or key.by != "value":
                return Cut(tuple(groups), (), tied.units)
            if key.lacks:
                return Cut(tuple(groups), self._ask_facts(key))
            groups[index : index + 1] = self._by_key(tied, key)

    def part(
        self, group: Group, above: int, prefix: str, skipped: set[str], within: tuple[Within, ...] = ()
    ) -> tuple[list[Group], tuple[str, ...]]:
        """One step of the chain for `group`, through which a line runs below its first `above` units.

        Gives its groups from the top, or the questions that are open, which are named `<prefix>:<step>`. Steps that
        were not held for this line are `skipped`, and kept there. `within` says how many of one parent can be above.
        Units that nothing orders are no equals: the chain is not about them, and no rule says who is above.
        """
        if not group.ranked:
            return self._without_rule(group, above, prefix, within)
        return self._step(group, above, prefix, skipped, within)

    def _keys(self, units: tuple[str, ...]) -> TieKeys:
        if units not in self._known:
            self._known[units] = self._ask_keys(units)
        return self._known[units]

    def _next(self, group: Group, skipped: Collection[str] = ()) -> tuple[Group, TieKey | None]:
        """The group with its chain, and the next step that can apply to it; None after the last.

        A step that cannot apply is passed over, not taken: it is tried again on the parts of the group.
        """
        keys = group.keys if group.keys is not None else self._keys(group.units)
        group = evolve(group, keys=keys)
        for key in keys.keys:
            if key.id in group.done or key.id in skipped:
                continue
            if key.then is not None and len(key.values) > len(group.units):
                return self._next(evolve(group, keys=None), skipped)
            if not _unsayable(key, group):
                return group, _within(key, group)
            self._trace.warn("unchecked", key.rule.path, group.units)
        return group, None

    def _step(
        self, tied: Group, above: int, prefix: str, skipped: set[str], within: tuple[Within, ...] = ()
    ) -> tuple[list[Group], tuple[str, ...]]:
        """The next step for a tie at a line: the parts, or the questions that are open.

        A step that was not held is skipped for this line; for another line it is asked again.
        """
        tied, key = self._next(tied, skipped)
        if key is None:
            return self._without_rule(tied, above, prefix, within)
        if key.by == "value":
            if key.lacks:
                return [], self._ask_facts(key)
            return self._by_key(tied, key), ()
        question = _asked(f"{prefix}:{key.id}", key.by == "ballot", key.asks, tied, above, key.rule.basis, within)
        # A lot is worth nothing where nobody knows among whom it was drawn, wherever the line runs.
        set_voted = prefix.startswith("place:") or key.by in ("ballot", "lot")
        act = self._book.ask(question, key.rule, chain=True, set_voted=set_voted)
        if act is None:
            return [], (question.id,)
        if not act.held:
            skipped.add(key.id)
            return [tied], ()
        return self._by_act(tied if act.votes is None else tied.after(key.id), key.rule, act), ()

    def _ask_facts(self, key: TieKey) -> tuple[str, ...]:
        asked = []
        for unit, facts in sorted(key.lacks.items()):
            for fact in facts:
                question = figure(unit, fact, key.rule.basis)
                self._book.ask(question, key.rule)
                asked.append(question.id)
        return tuple(asked)

    def _by_key(self, tied: Group, key: TieKey) -> list[Group]:
        values = {unit: value for unit, value in key.values.items() if value is not None}
        parts = by_values(values, tied.after(key.id))
        self._note(key.rule, tied, parts, values=Table(values))
        return [part.anew() for part in parts] if key.then == "restart" and len(parts) > 1 else parts

    def _by_act(self, tied: Group, rule: Rule, act: Act) -> list[Group]:
        if act.votes is not None:
            parts = by_values({unit: Fraction(count) for unit, count in act.votes.items()}, tied)
        else:
            chosen = set(act.choice or ())
            parts = [tied.part(chosen), tied.part(set(tied.units) - chosen)]
        self._note(rule, tied, parts, question=act.question)
        return parts

    def _note(self, rule: Rule, tied: Group, parts: Sequence[Group], **inputs: Any) -> None:
        self._trace.step("tie", tuple(part.units for part in parts), rule=rule, tied=tied.units, **inputs)

    def _without_rule(
        self, tied: Group, above: int, prefix: str, within: tuple[Within, ...]
    ) -> tuple[list[Group], tuple[str, ...]]:
        declared = self._undefined
        rule = Rule("ties", (), "read") if declared is None else declared.rule
        asks = None if declared is None else declared.ask
        question = _asked(f"{prefix}:{UNDEFINED_STEP}", False, asks, tied, above, rule.basis, within)
        act = self._book.ask(question, rule, set_voted=prefix.startswith("place:"))
        if act is None:
            return [], (question.id,)
        self._trace.warn("settled-without-rule", question.id, tied.units)
        return self._by_act(tied, rule, act), ()


def _asked(
    id_: str,
    votes: bool,
    of: str | None,
    tied: Group,
    above: int,
    basis: tuple[str, ...],
    within: tuple[Within, ...],
) -> Question:
    return Question(id_, "votes" if votes else "choice", of, tied.units, above, above, basis, (), within)


def _unsayable(key: TieKey, group: Group) -> bool:
    """Whether a computed key has no value for some unit, and nobody can be asked for it."""
    if key.by != "value":
        return False
    return any(key.values.get(unit) is None and not key.lacks.get(unit) for unit in group.units)


def _within(key: TieKey, group: Group) -> TieKey:
    """The key for the units of `group` only: a chain goes on with the keys of the group that it began with."""
    if key.by != "value":
        return key
    lacks = {unit: facts for unit, facts in key.lacks.items() if unit in group.units}
    return evolve(key, values={unit: key.values.get(unit) for unit in group.units}, lacks=lacks)


def _at_line(groups: Sequence[Group], line: int) -> tuple[int, int] | None:
    """The index of the group that `line` runs through and how many of it are above; None where it runs through none."""
    above = line
    for index, group in enumerate(groups):
        if above <= 0:
            break
        if above < len(group.units):
            return index, above
        above -= len(group.units)
    return None
