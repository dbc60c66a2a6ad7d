"""Records that the engine makes of small rulesets and seasons, and what the verifier says of them."""

import json
from typing import Any, Final

from attrs import evolve
from building import decided, ruleset

import emulverify
from emulrules import Ruleset, load_policy
from emulrules.files.record import record_bytes
from emulrules.model.answers import Answered
from emulrules.model.season import Season
from emulrules.policy import Policy

__all__ = [
    "MATCH",
    "Body",
    "Own",
    "after",
    "asked",
    "body",
    "matches",
    "outputs",
    "refused",
    "said",
    "verdict",
    "winners",
]

Body = dict[str, Any]


class Own:
    """The standard policy, with answers of its own to some hooks."""

    name = "gia-dinh"

    def __init__(self, **answers: Any) -> None:
        self._answers, self._standard = answers, load_policy(ruleset("a"))

    def ask(self, hook: str, subject: str, /, **arguments: object) -> tuple[Answered, ...]:
        if hook in self._answers:
            return (Answered(hook, subject, self.name, self._answers[hook]),)
        return self._standard.ask(hook, subject, **arguments)


def body(rules: Ruleset, given: Season | None = None, policy: Policy | None = None) -> Body:
    """The record."""
    if policy is not None:
        rules = evolve(rules, policy=policy.name)
    found: Body = json.loads(record_bytes(decided(rules, given, policy)))
    return found


def verdict(record: Body) -> emulverify.Verdict:
    """What the verifier says of a record, whose outcome follows from its steps in any case."""
    return emulverify.verify(emulverify.write(record | emulverify.outcome(record)).encode())


def said(rules: Ruleset, given: Season | None = None, policy: Policy | None = None) -> tuple[int, str]:
    """The status, and what was taken as recorded."""
    found = verdict(body(rules, given, policy))
    return found.status, str(found.where)


def outputs(record: Body, kind: str) -> list[Any]:
    return [step["output"] for step in record["steps"] if step["step"] == kind]


def asked(record: Body) -> dict[str, Any]:
    """Who is asked, by the open questions."""
    return {each["id"]: each["of"] for each in record["questions"]}


def after(record: Body) -> dict[str, list[str]]:
    """What each open question waits for."""
    return {each["id"]: each["after"] for each in record["questions"]}


def winners(record: Body, award: str) -> str:
    """The units that have an award."""
    return "".join(each["unit"] for each in record["awards"] if each["award"] == award)


def refused(record: Body) -> str:
    """Where a record cannot be decided again; the checks before that hold, and no other was made."""
    found = verdict(record)
    assert (11, {**dict.fromkeys(range(1, 5), True), 5: False}) == (found.status, found.held)
    return str(found.where)


MATCH: Final = (0, "")


def matches(record: Body) -> Body:
    """The record, which the verifier decides again from the first step to the last."""
    found = verdict(record)
    assert MATCH == (found.status, found.where)
    return record
