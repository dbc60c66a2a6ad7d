"""Quotas: how many units may be proposed for an award at the most.

A number follows from the rules, or a level above allots it each year and is asked. An act `quota:<award>` is a fact of
the year: it is taken where the number is asked, and must agree where the rules give the number. No quota is judged
before it is known who is out, unless it does not turn on that: its number stands in the ruleset, or is a share of all
members.
"""

from collections.abc import Callable
from typing import Any

from emulrules.errors import Fault, RulesetError
from emulrules.gates import Gates
from emulrules.model.answers import Quota, Undefined
from emulrules.model.award import Award
from emulrules.model.decision import Question
from emulrules.model.rule import Rule
from emulrules.questions import Book
from emulrules.trace import Trace
from emulrules.value import frozen

__all__ = ["Quotas", "Slots"]


@frozen
class Slots:
    """How many may be proposed, None while that is open, and the questions that it is open on."""

    number: int | None
    open: tuple[str, ...] = ()


class Quotas:
    """The quotas of one decision; `ask` asks the policy."""

    def __init__(self, ask: Callable[[Award], Quota | Undefined], gates: Gates, book: Book, trace: Trace) -> None:
        self._ask = ask
        self._gates = gates
        self._book = book
        self._trace = trace

    def slots(self, award: Award, eligible: tuple[str, ...], rest: int | None) -> Slots:
        """The slots of `award`, of which only `eligible` could take any.

        `rest` is how many of them can have it together, None while that is open. Raises `RulesetError` where nothing
        says how many, `SeasonError` for an act that says otherwise than the rules.
        """
        id_ = f"quota:{award.id}"
        if award.quota is None and award.choose and all(step.by == "place" for step in award.choose):
            return self._agreed(award, sum(len(step.places) for step in award.choose), award.rule)
        if not eligible and not self._book.has_act(id_):
            return Slots(0)
        if self._gates.open and not _stands(award) and (award.quota is None or award.quota.ask is None):
            # How many are not out is still open, and with it whatever is counted from them.
            return self._later(id_)
        answer = self._ask(award)
        if isinstance(answer, Undefined):
            return self._asked(award, answer)
        if self._gates.open and not _stands(award):
            return self._later(id_)
        if answer.number is None:
            return self._rest(award, answer.rule, len(eligible), rest)
        self._trace.step("quota", answer.number, rule=answer.rule, **_made_of(answer))
        return self._agreed(award, answer.number, answer.rule)

    def _later(self, id_: str) -> Slots:
        """Not yet known: what keeps it open keeps the candidates open too."""
        self._book.later(id_)
        return Slots(None)

    def _rest(self, award: Award, rule: Rule, eligible: int, rest: int | None) -> Slots:
        """All who can still have the award, once it is known who they are."""
        if rest is None:
            return self._later(f"quota:{award.id}")
        self._trace.step("quota", rest, rule=rule, base=eligible, rounding=None)
        return self._agreed(award, rest, rule)

    def _agreed(self, award: Award, number: int, rule: Rule) -> Slots:
        """A number that follows from the rules; an act may state it too, but no other."""
        question = _question(award, None, rule.basis)
        if self._book.has_act(question.id):
            act = self._book.ask(question, rule)
            if act is not None and act.number != number:
                raise self._book.refuse(question.id, "quota-differs", award=award.id, number=number, got=act.number)
        return Slots(number)

    def _asked(self, award: Award, answer: Undefined) -> Slots:
        """A number that is allotted each year by `answer.ask`."""
        if answer.ask is None:
            code = "quota-no-row" if award.quota is not None and award.quota.table else "quota-undefined"
            data = {"award": award.id, "units": len(self._gates.inside)}
            raise RulesetError(Fault(code, ("awards", award.id, "quota"), data))
        question = _question(award, answer.ask, answer.basis)
        rule = Rule(award.quota_rule.path, answer.basis, answer.trust)
        act = self._book.ask(question, rule)
        if act is None or act.number is None:
            return Slots(None, (question.id,))
        self._trace.step("quota", act.number, rule=rule, question=question.id)
        return Slots(act.number)


def _stands(award: Award) -> bool:
    """Whether the rules give the number whoever may turn out to be out."""
    quota = award.quota
    return quota is not None and (quota.number is not None or quota.base == "members")


def _made_of(answer: Quota) -> dict[str, Any]:
    """What the number came from; a share is said with how it became a number."""
    made: dict[str, Any] = {"base": answer.base, "rounding": answer.rounding}
    if answer.share is not None:
        made |= {"share": answer.share, "bound": answer.bound, "least": answer.least, "most": answer.most}
    return made


def _question(award: Award, of: str | None, basis: tuple[str, ...]) -> Question:
    return Question(f"quota:{award.id}", "number", of, (), 0, None, basis)
