"""A recorded decision made once more, from its season, rules and answers of hooks, so that no plugin is needed.

What a plugin answered is taken as it stands, since only the plugin could say it again. The standard policy is a part of
the program and reads nothing but season and rules: it can be asked anew, and what a record says in its name must be
what it answers.
"""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from emulrules.councils import review_again
from emulrules.engine import decide
from emulrules.errors import Fault, PluginError
from emulrules.model.answers import Answered
from emulrules.model.decision import Decision
from emulrules.plugins import check
from emulrules.plugins.forms import STANDARD
from emulrules.standard import Standard

__all__ = ["RecordedPolicy", "decide_again"]


class RecordedPolicy:
    """A policy that gives the answers of a record again; `anew`, the standard policy answers for itself."""

    def __init__(self, name: str, answers: tuple[Answered, ...], *, anew: bool = False) -> None:
        self.name: Final = name
        self._standard: Final = Standard() if anew else None
        self._answers: dict[tuple[str, str], tuple[Answered, ...]] = {}
        for answered in answers:
            key = (answered.hook, answered.subject)
            self._answers[key] = (*self._answers.get(key, ()), answered)

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        """The recorded answers, held to what the hook may answer. Raises `PluginError` if there is none."""
        given = self._answers.get((hook, subject))
        if given is None:
            raise PluginError(Fault("replay-answer-missing", ("answers",), {"hook": hook, "subject": subject}))
        return tuple(self._again(each, hook, subject, arguments) for each in given)

    def _again(self, given: Answered, hook: str, subject: str, arguments: Mapping[str, object]) -> Answered:
        """One answer, held to what the hook may answer."""
        anew = self._standard is not None and given.by == STANDARD
        answer = getattr(self._standard, hook)(**arguments) if anew else given.answer
        return evolve(given, answer=check(hook, answer, by=given.by, subject=subject, **arguments))


def decide_again(held: Decision, *, anew: bool = False) -> Decision:
    """The same decision from what its record holds: that of a cluster, or that of a council.

    `anew`: what the record says in the name of the standard policy is not taken, but answered again.

    Raises what `decide` does; a record that somebody made up may hold values that no ruleset file can, so that anything
    else may be raised, too.
    """
    if held.reviewed:
        return review_again(held.reviewed, held.rules, held.season)
    return decide(held.season, held.rules, RecordedPolicy(held.policy, held.answers, anew=anew))
