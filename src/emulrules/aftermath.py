"""The aftermath: what became of awards after they were proposed, as acts say it later.

A hold is released or refused; an award is cancelled, since it rested on false statements. What required a cancelled
award falls with it. Nobody moves up by itself: who follows is asked, award by award, and whoever follows in an award
that shuts another one out yields that. What was decided before stays as it was.
"""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from emulrules.acts import NumberedAct
from emulrules.awards import in_order
from emulrules.candidates import Given
from emulrules.choosing import Field
from emulrules.errors import SeasonError
from emulrules.holds import Became, judge_holds
from emulrules.model.answers import GateFacts
from emulrules.model.award import Award
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.questions import REVOKED, Book
from emulrules.replacements import Vacancy, replacement_id, replacement_rule
from emulrules.trace import Trace

__all__ = ["Aftermath"]

_REVOKED: Final = ("cancelled",)


class Aftermath:
    """The awards of one decision after they were proposed: `given` is what became of each when it was decided."""

    def __init__(
        self, rules: Ruleset, season: Season, field_: Field, given: dict[str, Given], book: Book, trace: Trace
    ) -> None:
        self._awards = in_order(rules.awards)
        self._season = season
        self._field = field_
        self._given = given
        self._book = book
        self._trace = trace
        self._holds: dict[str, Became] = {}
        self._revoked = _revocations(season)
        self._lost: dict[str, dict[str, Became]] = {award.id: {} for award in self._awards}
        self._revoked_of = tuple(self._revoked)
        self._struck: set[str] = set()
        self._now: dict[str, Given] = {}
        self._risky: dict[str, set[str]] = {}
        self._following: dict[str, set[str]] = {award.id: set() for award in self._awards}

    def follow(self, facts: GateFacts, without: Callable[[frozenset[str]], None]) -> dict[str, Given]:
        """What each award has come to; `without` computes again what there is without the units that were struck.

        Raises `SeasonError` for acts on holds that are not there and on awards that are not proposed.
        """
        self._holds = judge_holds(self._season, facts, self._field.gates.members, self._book)
        for award in self._awards:
            for unit in sorted(self._given[award.id].chosen):
                self._turn(award, unit)
        for award in self._awards:
            self._now[award.id] = self._replaced(award)
        if self._struck:
            without(frozenset(self._struck))
        self._leave()
        return self._now

    def _turn(self, award: Award, unit: str) -> bool:
        """Notes what became of an award that the unit was chosen for; whether it has lost it."""
        became = self._became(award, unit)
        if became is None or became.state == "proposed":
            became = self._yields(award, unit) or became
        if became is None:
            return False
        self._note(award, unit, became)
        return became.state != "proposed"

    def _note(self, award: Award, unit: str, became: Became) -> None:
        inputs = {} if became.by is None else {"by": became.by}
        output = Table(award=award.id, state=became.state)
        self._trace.step("award-state", output, rule=became.rule, unit=unit, **inputs)
        if became.state != "proposed":
            self._lost[award.id][unit] = became
        if became.state == "cancelled":
            self._struck.add(unit)

    def _became(self, award: Award, unit: str) -> Became | None:
        held = self._holds.get(unit)
        if (numbered := self._revoked.pop((award.id, unit), None)) is not None:
            if unit in self._field.gates.hold and (held is None or held.state != "proposed"):
                raise numbered.fault("revoked-held", "question", award=award.id, unit=unit)
            question = _question(numbered.act)
            rule = Rule(f"acts.{question.id}", (self._document(numbered.act),), "read")
            self._book.note_fact(question, rule)
            return Became("cancelled", rule)
        if held is not None and held.state == "refused":
            return held
        for other in award.requires:
            if (lost := self._lost[other].get(unit)) is not None:
                # What rests on an award that fell away falls with it.
                return Became(lost.state, lost.rule, other)
        return held

    def _replaced(self, award: Award) -> Given:
        """One award once others have followed in it, as far as that is settled."""
        was, lost = self._given[award.id], self._lost[award.id]
        for unit in sorted(was.chosen):
            if unit not in lost and (yielded := self._yields(award, unit)) is not None:
                self._note(award, unit, yielded)
        standing = {unit: step for unit, step in was.chosen.items() if unit not in lost}
        risky = {unit: ids for unit in standing if (ids := self._at_risk(award, unit))}
        self._risky[award.id] = set(risky)
        after = tuple(dict.fromkeys((*was.open, *(id_ for ids in risky.values() for id_ in ids))))
        now = Given(standing, after, was.possible.difference(lost) | standing.keys())
        chosen, free, round_ = frozenset(was.chosen), len(lost), 1
        struck = {unit: other for other, unit in self._revoked_of if other != award.id}
        while free:
            vacancy = Vacancy(
                award, free, chosen, tuple(now.chosen), struck, len(risky), after, self._moved(award, round_)
            )
            question, closed = vacancy.asked(
                round_, self._field, {**self._now, award.id: now}, self._season, self._book
            )
            if not question.most and not self._book.has_act(question.id):
                break
            act = self._book.ask(question, replacement_rule(award), closed=closed)
            if act is None:
                return evolve(now, open=(*after, question.id), possible=now.possible.union(question.options))
            self._trace.warn("settled-without-rule", question.id, act.choice or ())
            followed = self._followed(award, act)
            free, round_, chosen = len(act.choice or ()) - len(followed), round_ + 1, chosen.union(act.choice or ())
            both = {**now.chosen, **dict.fromkeys(followed, "replacement")}
            now = Given(both, now.open, now.possible.union(followed))
        return now

    def _followed(self, award: Award, act: Act) -> list[str]:
        """Notes who was chosen to follow; those of them that still have the award."""
        rule = replacement_rule(award, self._document(act))
        units = sorted(act.choice or ())
        self._following[award.id].update(units)
        for unit in units:
            state = "held" if unit in self._field.gates.hold else "proposed"
            self._trace.step("award", Table(award=award.id, state=state), rule=rule, unit=unit)
        return [unit for unit in units if not self._turn(award, unit)]

    def _moved(self, award: Award, round_: int) -> frozenset[str]:
        """Who was chosen in this round, and since in an award that this one excludes."""
        id_ = replacement_id(award, round_)
        named = {unit for act in self._season.acts if act.question == id_ for unit in act.choice or ()}
        return frozenset(unit for other in award.excludes for unit in named & self._following[other])

    def _yields(self, award: Award, unit: str) -> Became | None:
        """Whether the unit has since followed in an award that this one excludes, or yielded one that it requires."""
        for other in award.excludes:
            # It stays yielded even if what it was yielded for falls away in its turn.
            if unit in self._following[other]:
                return Became("yielded", award.rule, other)
        for other in award.requires:
            if unit in self._lost[other]:
                return Became("yielded", award.rule, other)
        return None

    def _at_risk(self, award: Award, unit: str) -> tuple[str, ...]:
        """The questions by which the unit may still come to yield this award."""
        ids: list[str] = []
        for other in award.excludes:
            now = self._now[other]
            if unit in now.possible and unit not in now.chosen:
                ids.extend(now.open)
        for other in award.requires:
            if unit in self._risky[other]:
                ids.extend(self._now[other].open)
        return tuple(ids)

    def _leave(self) -> None:
        """What was said of awards that are not settled yet waits; what was said of others is refused."""
        for award in self._awards:
            if self._given[award.id].chosen or self._now[award.id].open:
                # Whatever is proposed may still fall away, and then somebody may follow.
                self._book.later(replacement_id(award), f"{replacement_id(award)}:*")
        free = self._may_fall_free() if self._revoked else {}
        for (award_id, unit), numbered in self._revoked.items():
            after = self._may_come(award_id, unit, free)
            if not after:
                raise self._not_proposed(numbered, award_id, unit)
            self._book.ask(
                evolve(_question(numbered.act), after=after), Rule(f"acts.{numbered.act.question}", (), "read")
            )

    def _may_come(self, award_id: str, unit: str, free: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The questions by which the unit may still be chosen for the award; `free` is what may free its slots."""
        now = self._now.get(award_id)
        if now is None:
            return ()
        if unit in now.possible and now.open:
            return now.open
        if unit in self._field.gates.inside and free[award_id]:
            return free[award_id]
        following = f"award:{award_id}:replacement"
        acts = (act for act in self._season.acts if act.question.startswith(following))
        return tuple(act.question for act in acts if unit in (act.choice or ()))

    def _may_fall_free(self) -> dict[str, tuple[str, ...]]:
        """By award, the questions by which a unit may still come to yield it, so that anybody may follow.

        Whoever follows in one award may have to yield another, so that a slot of that one may fall free in its turn.
        """
        free: dict[str, tuple[str, ...]] = {}
        for award in self._awards:
            now = self._now[award.id]
            own = now.open if self._risky[award.id] else ()
            above = [id_ for other in (*award.excludes, *award.requires) for id_ in free[other]] if now.chosen else []
            free[award.id] = tuple(dict.fromkeys((*own, *above)))
        return free

    def _not_proposed(self, numbered: NumberedAct, award: str, unit: str) -> SeasonError:
        proposed = self._now[award].chosen if award in self._now else ()
        units = ", ".join(sorted(proposed)) or "–"
        return numbered.fault("revoked-not-proposed", "question", award=award, unit=unit, units=units)

    def _document(self, act: Act) -> str:
        return self._season.sources[act.source].cited


def _revocations(season: Season) -> dict[tuple[str, str], NumberedAct]:
    """The acts by which awards were cancelled, by award and unit."""
    found: dict[tuple[str, str], NumberedAct] = {}
    for index, act in sorted(enumerate(season.acts), key=lambda pair: pair[1].question):
        if act.question.startswith(REVOKED):
            award, _, unit = act.question.removeprefix(REVOKED).partition(":")
            found[award, unit] = NumberedAct(index, act)
    return found


def _question(act: Act) -> Question:
    """That an award was cancelled; it is nobody's question, since whoever granted it says it unasked."""
    return Question(act.question, "value", None, _REVOKED, 1, 1, ())
