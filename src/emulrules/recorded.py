"""A recorded decision made once more, from its season, rules and answers of hooks, so that no plugin is needed."""

from typing import Final

from attrs import evolve

from emulrules.councils import review_again
from emulrules.engine import decide
from emulrules.errors import Fault, PluginError
from emulrules.model.answers import Answered
from emulrules.model.decision import Decision
from emulrules.plugins import check

__all__ = ["RecordedPolicy", "decide_again"]


class RecordedPolicy:
    """A policy that gives the answers of a record again."""

    def __init__(self, name: str, answers: tuple[Answered, ...]) -> None:
        self.name: Final = name
        self._answers: dict[tuple[str, str], tuple[Answered, ...]] = {}
        for answered in answers:
            key = (answered.hook, answered.subject)
            self._answers[key] = (*self._answers.get(key, ()), answered)

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        """The recorded answers, held to what the hook may answer. Raises `PluginError` if there is none."""
        given = self._answers.get((hook, subject))
        if given is None:
            raise PluginError(Fault("replay-answer-missing", ("answers",), {"hook": hook, "subject": subject}))
        return tuple(
            evolve(each, answer=check(hook, each.answer, by=each.by, subject=subject, **arguments)) for each in given
        )


def decide_again(held: Decision) -> Decision:
    """The same decision from what its record holds: that of a cluster, or that of a council.

    Raises what `decide` does; a record that somebody made up may hold values that no ruleset file can, so that anything
    else may be raised, too.
    """
    if held.reviewed:
        return review_again(held.reviewed, held.rules, held.season)
    return decide(held.season, held.rules, RecordedPolicy(held.policy, held.answers))
