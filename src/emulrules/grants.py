"""Grants: what becomes of each proposal, within the caps that bind a council.

Nothing is asked where nobody is proposed, where the cap is 0 or, unless a threshold must be reached, where everybody
fits. Whoever is on hold takes a slot and stays held. Whoever is not chosen is cut, with the rule that cut it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from emulrules.acts import Closed
from emulrules.ballots import ballot_ids
from emulrules.candidates import Given
from emulrules.caps import Cap, Caps
from emulrules.model.award import Choose, OverQuota, PerParent
from emulrules.model.review import Review
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.table import Table
from emulrules.polling import Polling
from emulrules.questions import Book
from emulrules.reviewed import LEADER, Clusters
from emulrules.room import Room
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["grant"]

_UNDEFINED: Final = "undefined"


@frozen
class _Contest:
    """What the council chooses units for: the review of one award, and what a limit allows of each parent."""

    review: Review
    rule: Rule
    at_most: PerParent | None

    @property
    def id(self) -> str:
        return self.review.id

    @property
    def choose(self) -> tuple[Choose, ...]:
        return self.review.choose

    @property
    def over_quota(self) -> tuple[OverQuota, ...]:
        return self.review.over_quota

    def part(self, kind: str, part: Choose | OverQuota) -> Rule:
        return Rule(f"{self.rule.path}.{kind}.{part.id}", part.basis or self.rule.basis, part.trust or self.rule.trust)

    def line(self, parent: str | None = None) -> str:
        if parent is None or self.at_most is None:
            return f"award:{self.id}"
        return f"award:{self.id}:{self.at_most.per}:{parent}"


def grant(
    award: str,
    rules: Ruleset,
    clusters: Clusters,
    caps: Caps,
    given: Mapping[str, Given],
    book: Book,
    trace: Trace,
) -> Given:
    """What becomes of the proposals for one award; `given` are the awards that it depends on."""
    stated = next((each for each in rules.reviews if each.id == award), None)
    undefined = rules.undefined_rule(f"reviews.{award}")
    rule = Rule(f"reviews.{award}", (), "read") if undefined is None else undefined.rule
    rule = rule if stated is None else stated.rule
    review = stated or Review(award, (), "read")
    units = _considered(review, clusters)
    if units is None:
        book.later(f"award:{award}*", f"quota:{award}")
        return Given(open=(f"fact:{LEADER}",), possible=frozenset(clusters.members))
    if units and stated is None and (undefined is None or undefined.ask is None):
        trace.warn("undefined", rule.path)
    steps = review.choose
    if not steps:
        ask, basis = (None, rule.basis) if undefined is None else (undefined.ask, undefined.basis)
        steps = (Choose(_UNDEFINED, "decision", ask, basis=basis),)
    return _Grant(review, rule, steps, units, clusters, given, book, trace).run(caps)


def _considered(review: Review, clusters: Clusters) -> dict[str, str] | None:
    """The units that the council looks at, each as proposed or held; None while it is open who leads a cluster."""
    proposed = clusters.proposed(review.id)
    if review.among == "proposals":
        return proposed
    leaders = clusters.leaders(review.rule)
    if leaders is None:
        return None
    return {unit: proposed.get(unit, "proposed") for unit in sorted({*leaders})}


class _Grant:
    """One award on its way through the council."""

    def __init__(
        self,
        review: Review,
        rule: Rule,
        steps: Sequence[Choose],
        units: Mapping[str, str],
        clusters: Clusters,
        given: Mapping[str, Given],
        book: Book,
        trace: Trace,
    ) -> None:
        self._review = review
        self._rule = rule
        self._steps = steps
        self._states = units
        self._clusters = clusters
        self._given = given
        self._book = book
        self._trace = trace
        self._cuts: dict[str, tuple[str, Rule]] = {}
        self._closed: dict[str, tuple[str, Mapping[str, object]]] = {}
        self._reached: set[str] = set()

    def run(self, caps: Caps) -> Given:
        """The chain within the caps, until nobody is left, the cap is reached or a question is open."""
        units = self._eligible()
        after = self._after
        if not units:
            caps.allotted(self._review.id)
            if after:
                self._book.later(f"award:{self._review.id}*")
            return self._settled(frozenset(), units, after, Cap())
        cap = caps.of(self._review.id, units)
        # While it is open who is looked at, nobody stands outside yet: fewer units might all fit.
        inside = units if after else tuple(unit for unit in units if unit not in cap.uncounted)
        contest, room = self._contest(cap, inside)
        open_ = tuple(dict.fromkeys((*after, *cap.open)))
        chosen = frozenset() if after else cap.uncounted
        if cap.number != 0:
            more, open_ = self._chain(contest, inside, room, open_)
            chosen |= more
        return self._settled(chosen, units, open_, cap)

    @property
    def _after(self) -> tuple[str, ...]:
        """The questions on which the awards are open that this one depends on."""
        others = (*self._review.requires, *self._review.excludes)
        return tuple(sorted({id_ for other in others for id_ in self._given[other].open}))

    def _eligible(self) -> tuple[str, ...]:
        """Who is looked at; whoever lacks an award that is required, or has one that shuts it out, is cut."""
        for other in self._review.excludes:
            for unit in self._given[other].chosen:
                self._shut(unit, "excludes", "choice-excluded", other)
        for other in self._review.requires:
            possible = self._given[other].possible
            for unit in self._states:
                if unit not in possible:
                    self._shut(unit, "requires", "choice-requires", other)
        return tuple(unit for unit in self._states if unit not in self._cuts)

    def _shut(self, unit: str, why: str, code: str, other: str) -> None:
        if unit in self._states and unit not in self._cuts:
            self._cuts[unit] = (why, self._rule)
            self._closed[unit] = (code, {"award": self._review.id, "other": other})

    def _contest(self, cap: Cap, units: tuple[str, ...]) -> tuple[_Contest, Room]:
        number = None if cap.open else len(units) if cap.number is None else cap.number
        contest = _Contest(self._review, self._rule, cap.per_parent)
        if cap.per_parent is None or cap.parent_rule is None:
            return contest, Room(number)
        parents = self._clusters.parents(cap.per_parent.per, units, cap.parent_rule)
        return contest, Room.per_parent(number, parents, cap.per_parent.number)

    def _chain(
        self, contest: _Contest, units: tuple[str, ...], room: Room, after: tuple[str, ...]
    ) -> tuple[frozenset[str], tuple[str, ...]]:
        """Whom the steps choose, and the questions that one of them is open on."""
        polling = Polling(contest, self._book, self._trace)
        chosen: tuple[str, ...] = ()
        for index, step in enumerate(self._steps):
            left = tuple(unit for unit in units if unit not in chosen)
            if not room.most(left):
                break
            if step.by != "ballot" and not after and room.most(left) == len(left):
                # Everybody fits, so that there is nothing to choose.
                chosen = (*chosen, *left)
                break
            taken = polling.take(step, left, room, after, {**self._closed, **self._outside(units, chosen)})
            chosen, room = (*chosen, *taken.units), room.less(taken.units)
            self._reached.update(taken.reached)
            if taken.open:
                self._later(contest, self._steps[index:], tuple(room.caps))
                return frozenset(chosen), taken.open
        return frozenset(chosen), after

    def _outside(self, units: tuple[str, ...], chosen: tuple[str, ...]) -> Closed:
        """Why a unit cannot be chosen: nobody proposes it, or it is chosen already."""
        award = self._review.id
        others = [unit for unit in self._clusters.members if unit not in units and unit not in self._closed]
        not_proposed = dict.fromkeys(others, ("choice-not-proposed", {"award": award}))
        return {**not_proposed, **dict.fromkeys(chosen, ("choice-already", {"award": award}))}

    def _later(self, contest: _Contest, steps: Sequence[Choose], parents: tuple[str, ...]) -> None:
        for step in steps:
            if step.by == "ballot":
                self._book.later(*ballot_ids(contest, step, parents))
            else:
                self._book.later(f"{contest.line()}:{step.id}")

    def _settled(self, chosen: frozenset[str], units: tuple[str, ...], open_: tuple[str, ...], cap: Cap) -> Given:
        """Notes what became of each unit, those that are chosen first."""
        if chosen:
            self._trace.lean(self._rule)
        for unit in sorted(chosen):
            self._note_grant(unit, cap)
        if not open_:
            for unit in units:
                if unit not in chosen:
                    self._cuts[unit] = self._why(unit, chosen, cap)
        # Which of two awards shuts a unit out is told once both are settled, so that the reason never changes.
        for unit, (why, rule) in sorted(self._cuts.items()) if not self._after else ():
            output = Table(award=self._review.id, state="cut", why=why)
            self._trace.step("cut", output, rule=rule, unit=unit, proposed=self._states[unit])
        possible = frozenset(units) if open_ else chosen
        return Given(dict.fromkeys(sorted(chosen), self._review.id), open_, possible)

    def _note_grant(self, unit: str, cap: Cap) -> None:
        held = self._states[unit] == "held"
        state = "held" if held else "raised" if self._review.raises else "granted"
        counted = unit not in cap.uncounted
        output = Table(award=self._review.id, state=state, why=None)
        self._trace.step("grant", output, rule=self._rule, unit=unit, proposed=self._states[unit], counted=counted)

    def _why(self, unit: str, chosen: frozenset[str], cap: Cap) -> tuple[str, Rule]:
        """Why a unit was not chosen, and the rule of it."""
        if cap.number != 0 and unit not in self._reached and all(step.by == "ballot" for step in self._steps):
            return "votes", self._rule
        counted = chosen - cap.uncounted
        if cap.per_parent is not None and cap.parent_rule is not None:
            parents = self._clusters.parents(cap.per_parent.per, (unit, *counted), cap.parent_rule)
            if sum(parents[each] == parents[unit] for each in counted) >= cap.per_parent.number:
                return "parent", cap.parent_rule
        if cap.number is not None and cap.rule is not None and len(counted) >= cap.number:
            return "limit", cap.rule
        return "not-chosen", self._rule
