"""Answers: what the policy of a ruleset says before anybody has scored, counted or met, and what it leaves unsaid.

A plugin is loaded as deciding a season would. Each hook that asks nothing of the year's figures is then asked of a
season in which nothing is stated yet, for each cluster: such a season is decided too, with questions for all that is
missing, so that a plugin which fails on it fails in earnest. Points may need figures: there it only counts whether the
plugin leaves them to the standard policy, which has none. What is built in is asked nothing.
One that is not installed here may be elsewhere, and is only noted, unless its name looks like a slip.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from emulrules.checks.finding import Finding
from emulrules.errors import Fault, PluginError
from emulrules.files.document import Document
from emulrules.model.answers import Answered, GateFacts, Undefined
from emulrules.model.award import Award
from emulrules.model.criterion import Criterion
from emulrules.model.names import is_id
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.plugins.load import load_policy
from emulrules.policy import STANDARD, Policy
from emulrules.resolution import trim
from emulrules.roster import roster
from emulrules.value import frozen

__all__ = ["Answers", "answers"]


@frozen
class Answers:
    """What is wrong with a policy's answers, in their places: `faults` that refuse a season, and `findings`."""

    faults: tuple[Fault, ...] = ()
    findings: tuple[Finding, ...] = ()


def answers(document: Document[Ruleset]) -> Answers:
    """What is wrong with the plugin that the ruleset names, by itself and in what it answers for its clusters."""
    ruleset = document.value
    try:
        policy = load_policy(ruleset)
    except PluginError as error:
        if error.code == "plugin-missing" and is_id(ruleset.policy):
            data = {"policy": ruleset.policy, "known": str(error.faults[0].data["known"])}
            return _placed(document, (), [Finding("check-policy-not-installed", ("policy",), data, note=True)])
        return _placed(document, error.faults)
    if ruleset.policy == STANDARD:
        return _placed(document, (), _unanswered(ruleset))
    asked = [_Asked(policy, ruleset, cluster) for cluster in ruleset.clusters]
    for each in asked:
        each.ask_all()
    unsaid = {finding.path: finding for each in asked for finding in each.unsaid}
    return _placed(document, [fault for each in asked for fault in each.faults], unsaid.values())


def _placed(document: Document[Ruleset], faults: Iterable[Fault], findings: Iterable[Finding] = ()) -> Answers:
    """In places of the ruleset's own file: a plugin stands in none of ours, and is chosen on the line of `policy`.

    What a ruleset above leaves to a policy is for the one below to name.
    """
    where = document.place(("policy",))
    own = (
        each if document.place(each.path)[0] == document.path else evolve(each, path=("policy",)) for each in findings
    )
    return Answers(tuple(fault.at(*where) for fault in faults), tuple(own))


def _unanswered(ruleset: Ruleset) -> Iterator[Finding]:
    """Points that a ruleset leaves to the standard policy, which gives none."""
    if ruleset.clusters:
        yield from (_no_points(each, ruleset) for each in ruleset.criteria if each.method == "policy")


def _no_points(criterion: Criterion, ruleset: Ruleset) -> Finding:
    data = {"criterion": criterion.id, "policy": ruleset.policy}
    return Finding("check-criterion-unanswered", ("criteria", criterion.id, "method"), data, criterion.basis)


def _no_quota(award: Award, ruleset: Ruleset) -> Finding:
    data = {"award": award.id, "policy": ruleset.policy}
    return Finding("check-quota-unanswered", ("awards", award.id), data, award.basis)


class _Asked:
    """A policy while it is asked about one cluster."""

    def __init__(self, policy: Policy, ruleset: Ruleset, cluster: str) -> None:
        self._policy = policy
        self._season = Season(ruleset.id, cluster, ruleset.seasons.first)
        self._rules = trim(ruleset, self._season, roster(self._season, ruleset))
        self.faults: list[Fault] = []
        self.unsaid: list[Finding] = []

    def ask_all(self) -> None:
        """Every hook that can be asked, with what it answers wrongly and what nobody answers."""
        answered = self._ask("unit_gates")
        gates = answered.answer if answered is not None and isinstance(answered.answer, GateFacts) else GateFacts()
        self._ask("criterion_weights")
        self._ask("head_rotation")
        for award in self._rules.awards:
            answered = self._ask("award_quota", award.id, award=award, gates=gates)
            # A table whose rows lack this size is told by itself, and places say how many they are.
            if award.quota is None and any(step.by != "place" for step in award.choose) and _leaves_open(answered):
                self.unsaid.append(_no_quota(award, self._rules))
        for criterion in self._rules.criteria:
            if criterion.method == "policy" and self._no_points(criterion, gates):
                self.unsaid.append(_no_points(criterion, self._rules))

    def _ask(self, hook: str, subject: str = "", **arguments: object) -> Answered | None:
        """The answer in force; None where it is wrong, which is told."""
        try:
            return self._policy.ask(hook, subject, ruleset=self._rules, season=self._season, **arguments)[-1]
        except PluginError as error:
            self.faults.extend(error.faults)
            return None

    def _no_points(self, criterion: Criterion, gates: GateFacts) -> bool:
        arguments = {"ruleset": self._rules, "season": self._season, "criterion": criterion, "gates": gates}
        try:
            return _leaves_open(self._policy.ask("criterion_points", criterion.id, **arguments)[-1])
        except PluginError:
            return False  # without figures it need not answer


def _leaves_open(answered: Answered | None) -> bool:
    """Whether the plugin left it to the standard policy, and that knows neither a value nor whom to ask."""
    return (
        answered is not None
        and answered.by == STANDARD
        and isinstance(answered.answer, Undefined)
        and answered.answer.ask is None
    )
