"""The turnout of an invented year: how many vote, and what to answer where the season leaves a number of them out.

Answers must agree with one another, and no ballot may be cast by more than may vote. So the numbers that are left out
follow from those that are stated, and not from chance.
"""

from collections.abc import Sequence

from attrs import evolve

from emulrules.model.ruleset import Condition, Ruleset, Voting
from emulrules.model.season import Act, Meeting, Season
from emulrules.testing.chance import Chance, yes
from emulrules.value import frozen
from emulrules.voters import CONSULTED, COUNCIL, PRESENT, PROXIES, Voters, least_reaching

__all__ = ["Turnout", "invent_meeting"]

_COUNCIL = 5
"""How many members a council has of which no season says it."""


@frozen
class Turnout:
    """Who votes: `voters` have every number, those too that acts are still to state."""

    voters: Voters

    @classmethod
    def everybody(cls, members: int, council: int | None = None) -> "Turnout":
        """All `members` are present; a council has as many where nobody stated another number."""
        return cls(Voters(members, Meeting(members, 0, 0), members if council is None else council))

    @classmethod
    def of(cls, season: Season, rules: Ruleset, members: Sequence[str]) -> "Turnout":
        """The turnout of a season, whose acts are passed over: they were answered from it."""
        voters = Voters.of(season, rules, tuple(members))
        council = _COUNCIL if voters.council is None else voters.council
        return cls(evolve(voters, meeting=_filled(voters), council=council))

    def number(self, question: str) -> int | None:
        """The answer to a question for one of the numbers; None for every other question."""
        return self.voters.stated.get(question)

    def ballots(self, of: str | None) -> int:
        """How many ballots of a body can be cast at the most."""
        return self.voters.may_vote(of).least

    def told(self, act: Act) -> "Turnout":
        """The turnout with the number that an act states, if it states one."""
        number, meeting = act.number, self.voters.meeting
        if act.question == COUNCIL:
            return Turnout(evolve(self.voters, council=number))
        if act.question == PRESENT:
            return Turnout(evolve(self.voters, meeting=evolve(meeting, present=number)))
        if act.question == CONSULTED:
            return Turnout(evolve(self.voters, meeting=evolve(meeting, consulted=number)))
        if act.question == PROXIES:
            return Turnout(evolve(self.voters, meeting=evolve(meeting, proxies=number)))
        return self


def _filled(voters: Voters) -> Meeting:
    """The meeting with every number: two thirds of the rest were present, others took part as the rule allows."""
    meeting, rule = voters.meeting, voters.rule
    left = voters.members - sum(each or 0 for each in (meeting.present, meeting.consulted, meeting.proxies))
    present = left - left // 3 if meeting.present is None else meeting.present
    left -= present if meeting.present is None else 0
    by_proxy = rule is not None and rule.absent == "proxy"
    consulted = (0 if by_proxy else left) if meeting.consulted is None else meeting.consulted
    proxies = (left if by_proxy else 0) if meeting.proxies is None else meeting.proxies
    return Meeting(present, consulted, proxies)


def invent_meeting(chance: Chance, members: int, voting: Voting | None, conditions: Sequence[Condition]) -> Meeting:
    """A meeting that meets the conditions, some of whose numbers are left out.

    What is left out is then answered so that the conditions are met all the same.
    """
    present = members - chance.number(0, members // 2)
    consulted = chance.number(0, members - present)
    whole = Meeting(present, consulted, chance.number(0, members - present - consulted))
    if not _meets(Voters(members, whole, rule=voting), conditions):
        whole = Meeting(members, 0, 0)
    part = Meeting(*(None if yes(chance) else each for each in (whole.present, whole.consulted, whole.proxies)))
    filled = Voters(members, _filled(Voters(members, part, rule=voting)), rule=voting)
    return part if _meets(filled, conditions) else whole


def _meets(voters: Voters, conditions: Sequence[Condition]) -> bool:
    counts = {"present": voters.present().least, "taking-part": voters.taking_part().least}
    return all(counts[each.what] >= least_reaching(each, voters.members) for each in conditions)
