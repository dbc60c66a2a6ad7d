"""Questions: what is asked, and which acts answer.

An act is *answered* (its question is open and nothing stands before it), *waiting* (its question can still come) or an
error: it names a question that nothing can ask, or another answer than was open. An id names what is asked, never who
needs it.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from emulrules.acts import Closed, NumberedAct, answer_of, check, check_waiting, left_over
from emulrules.errors import Fault, RulesetError, SeasonError
from emulrules.model.decision import Question, WarningCode
from emulrules.model.headship import MOST_DEPUTIES
from emulrules.model.rule import Rule
from emulrules.model.season import Act, Season
from emulrules.model.table import Table
from emulrules.trace import Trace
from emulrules.voters import COUNCIL, Voters

__all__ = [
    "BEFORE",
    "BEFORE_DEPUTIES",
    "BEFORE_FACT",
    "BEFORE_HEAD",
    "BEFORE_TURNS",
    "HOLD",
    "POINTS",
    "REVOKED",
    "Book",
    "before_deputies",
    "before_head",
    "before_turns",
    "fact_of_unit",
    "figure",
    "had_before",
    "inherited",
    "is_aftermath",
    "is_of_points",
    "turnout",
    "units_with",
    "whose_points",
    "won_before",
]

BEFORE: Final = "before:"
BEFORE_HEAD: Final = f"{BEFORE}head"
BEFORE_DEPUTIES: Final = f"{BEFORE}deputies"
BEFORE_TURNS: Final = f"{BEFORE}turns"
BEFORE_FACT: Final = f"{BEFORE}fact:"

HOLD: Final = "hold:"
"""How an act is named that says what became of a hold: by the unit, then the gate."""

REVOKED: Final = "revoked:"
"""How an act is named that says that an award was cancelled: by the award, then the unit."""

_FOLLOWS: Final = ":replacement"


def is_aftermath(question: str) -> bool:
    """Whether it is about awards after they were proposed: holds, what was cancelled, and who follows."""
    return question.startswith((HOLD, REVOKED)) or (question.startswith("award:") and _FOLLOWS in question)


POINTS: Final = "points"
"""What `fact:<unit>:points` asks about a unit that succeeded others in the course of the season."""


def fact_of_unit(unit: str, fact: str) -> str:
    """The question for one figure of one unit."""
    return f"fact:{unit}:{fact}"


def is_of_points(question: str) -> bool:
    """Whether the question asks whose points count for a unit."""
    return question.startswith("fact:") and question.endswith(f":{POINTS}")


class Book:
    """Every question of one decision, with the acts of its season; `voters` are those whose ballots it checks.

    `instead` are the questions that stand in the place of one, by its id: who of its successors counts for each unit
    that there is no more.
    """

    def __init__(self, season: Season, members: tuple[str, ...], trace: Trace) -> None:
        self._trace = trace
        self.voters = Voters(len(members))
        self.instead: Mapping[str, tuple[Question, ...]] = Table()
        self._acts: dict[str, NumberedAct] = {}
        self._asked: dict[str, str] = {}
        self._open: list[Question] = []
        self._waiting: set[str] = set()
        self._used: set[str] = set()
        self._later: set[str] = set()
        self._beginnings: set[str] = set()
        for index, act in enumerate(season.acts):
            if act.question in self._acts:
                raise NumberedAct(index, act).fault("act-twice")
            self._acts[act.question] = NumberedAct(index, act)

    def has_act(self, question: str) -> bool:
        """Whether an act answers `question`."""
        return question in self._acts

    def index_of(self, question: str) -> int | None:
        """Which of the season's acts answers `question`, counted from 0, or None."""
        return self._acts[question].index if question in self._acts else None

    def ask(
        self,
        question: Question,
        rule: Rule,
        *,
        closed: Closed | None = None,
        chain: bool = False,
        set_voted: bool = False,
    ) -> Act | None:
        """The act that answers `question`, or None while it is open or must wait.

        `chain`: the act may say that the step was not held. `set_voted`: the act must name the set that was voted on.
        Raises `SeasonError` if the act is no answer to what is open.
        """
        if question.id not in self._asked:
            self._asked[question.id] = rule.path
            if question.id not in self._acts:
                self._open.append(question)
        elif self._asked[question.id] != rule.path and not _is_fact(question.id):
            # Two rules that ask under one id would be answered by one act that only the first has checked.
            raise RulesetError(Fault("question-twice", (), {"question": question.id}))
        numbered = self._acts.get(question.id)
        if numbered is None:
            return None
        if question.after:
            self._waiting.add(question.id)
            check_waiting(numbered, question, self.voters, closed or {}, chain=chain)
            return None
        if question.id not in self._used:
            check(numbered, question, self.voters, closed or {}, chain=chain, set_voted=set_voted)
            self._note(numbered.act, question, rule)
            self._note_voters(numbered.act, question, rule)
        return numbered.act

    def _note(self, act: Act, question: Question, rule: Rule) -> None:
        self._used.add(question.id)
        if act.trust != "read":
            code: WarningCode = "reported-act" if act.trust == "reported" else "assumed-act"
            self._trace.warn(code, question.id, act.choice or act.places or ())
        self._trace.step(
            "act",
            answer_of(act),
            rule=rule,
            id=question.id,
            of=question.of,
            options=question.options,
            least=question.least,
            most=question.most,
            among=None if act.among is None else tuple(sorted(act.among)),
            ballots=act.ballots,
            names=act.names,
            decided_by=act.decided_by,
            on=None if act.on is None else act.on.isoformat(),
            source=act.source,
            trust=act.trust,
            **_within(question),
        )

    def _note_voters(self, act: Act, question: Question, rule: Rule) -> None:
        """Notes who may cast the ballots of a vote, and warns where a number that nobody stated could be exceeded."""
        if act.ballots is None:
            return
        may_vote, bound = self.voters.may_vote(question.of), self.voters.bound(question.of)
        if bound is not None:
            inputs: dict[str, Any] = {"question": question.id, "ballots": act.ballots, **self.voters.turnout()}
            self._trace.step("voters", may_vote.known, rule=bound.rule, **inputs)
        if act.ballots > may_vote.least:
            self._trace.warn("unchecked", rule.path if bound is None else bound.rule.path)

    def ask_before(self, question: Question, rule: Rule, among: Collection[str]) -> tuple[str, ...]:
        """Asks `question` about the season before, or those that stand in its place; which of them are open.

        Of these none is asked that could make a difference to nobody `among` those that it matters for.
        """
        asked = self.unsettled(question.id) if question.id in self.instead else (question,)
        mattering = [each for each in asked if each is question or not set(among).isdisjoint(each.options)]
        return tuple(each.id for each in mattering if self.ask(each, rule) is None)

    def unsettled(self, id_: str) -> tuple[Question, ...]:
        """The questions that stand in the place of one about the season before, and have no answer."""
        return tuple(each for each in self.instead.get(id_, ()) if each.id not in self._acts)

    def note_fact(self, question: Question, rule: Rule) -> None:
        """Notes an act that states a fact of the year, which is accepted whether it is asked for or not."""
        numbered = self._acts[question.id]
        check(numbered, question, self.voters, {}, chain=False, set_voted=False)
        self._note(numbered.act, question, rule)

    def refuse(self, question: str, code: str, **data: object) -> SeasonError:
        """The refusal of the act that answers `question`, for a reason that only its stage knows."""
        return self._acts[question].fault(code, None, **data)

    def later(self, *ids: str) -> None:
        """Says that these questions may still come; an id that ends in `*` is a beginning."""
        for id_ in ids:
            if id_.endswith("*"):
                self._beginnings.add(id_[:-1])
            else:
                self._later.add(id_)

    def _may_come(self, id_: str) -> bool:
        return id_ in self._waiting or id_ in self._later or id_.startswith(tuple(self._beginnings))

    def close(self) -> tuple[tuple[Question, ...], tuple[str, ...]]:
        """The open questions and the waiting acts. Raises `SeasonError` for every act that nothing can ask for."""
        left = [numbered for id_, numbered in self._acts.items() if id_ not in self._used and not self._may_come(id_)]
        if left:
            known = sorted(set(self._asked) - set(self._acts))
            raise SeasonError([left_over(numbered, known) for numbered in left])
        waiting = {id_ for id_ in self._acts if id_ not in self._used}
        return tuple(self._open), tuple(sorted(waiting))


def _within(question: Question) -> dict[str, Any]:
    """How many units of each parent could be chosen, where that was fewer than there were."""
    most = Table({within.parent: within.most for within in question.within})
    return {"within": most} if most else {}


def _is_fact(id_: str) -> bool:
    """Whether the question is about a fact of the year, which several rules may turn on."""
    return id_.startswith(("fact:", BEFORE))


def units_with(fact: str, members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which units have `fact`; nobody in particular is asked."""
    return Question(f"fact:{fact}", "choice", None, members, 0, len(members), basis)


def figure(unit: str, fact: str, basis: tuple[str, ...] = ()) -> Question:
    """One figure of one unit, a number of people; no unit is without staff."""
    return Question(fact_of_unit(unit, fact), "number", None, (), 1 if fact == "staff" else 0, None, basis)


def turnout(id_: str, members: int, basis: tuple[str, ...] = ()) -> Question:
    """How many of the members took part in a way, or how many members the council has: it has at least one."""
    if id_ == COUNCIL:
        return Question(id_, "number", None, (), 1, None, basis)
    return Question(id_, "number", None, (), 0, members, basis)


def won_before(award: str, members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which of the members won `award` in the season before."""
    return Question(f"{BEFORE}{award}", "choice", None, members, 0, len(members), basis)


def had_before(fact: str, members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which of the members had `fact` in the season before; nobody in particular is asked."""
    return Question(f"{BEFORE_FACT}{fact}", "choice", None, members, 0, len(members), basis)


def before_head(members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which unit held the head's office this season."""
    return Question(BEFORE_HEAD, "choice", None, members, 1, 1, basis)


def before_deputies(members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Which units were deputies this season."""
    most = min(MOST_DEPUTIES, len(members))
    return Question(BEFORE_DEPUTIES, "choice", None, members, 0, most, basis)


def before_turns(members: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """In which order the members lead, the next one first."""
    return Question(BEFORE_TURNS, "places", None, members, len(members), len(members), basis)


def inherited(what: str, unit: str, heirs: tuple[str, ...], most: int, basis: tuple[str, ...] = ()) -> Question:
    """Which of the successors count as `unit` did for `what`: the head's office, a deputy's, or an award; or none."""
    return Question(f"{BEFORE}{what}:{unit}", "choice", None, heirs, 0, min(most, len(heirs)), basis)


def whose_points(unit: str, rows: tuple[str, ...], basis: tuple[str, ...] = ()) -> Question:
    """Whose points of this season count for `unit`, of those before it and its own."""
    return Question(fact_of_unit(unit, POINTS), "choice", None, rows, 1, 1, basis)
