"""A plugin: whether it would be admitted, and what it answers before anybody has scored, counted or met.

It is loaded as deciding a season would. Each hook that asks nothing of the year's figures is then asked of a season in
which nothing is stated yet, for each cluster of each ruleset that names the plugin: such a season is decided too, with
questions for all that is missing, so that a plugin which fails on it fails in earnest.
"""

from collections.abc import Iterator, Sequence

from emulrules.checks.inspection import Inspection
from emulrules.checks.refusals import Refused
from emulrules.errors import Fault, PluginError, RulesetError
from emulrules.files.document import Document, ordered
from emulrules.files.library import Folder, Library, Listed
from emulrules.model.answers import Answer, GateFacts
from emulrules.model.ruleset import Ruleset
from emulrules.model.season import Season
from emulrules.plugins.admit import admit
from emulrules.plugins.find import find, imported
from emulrules.plugins.load import load_policy
from emulrules.policy import Policy
from emulrules.resolution import trim
from emulrules.roster import roster
from emulrules.value import frozen

__all__ = ["PluginInspection", "inspect_plugin"]


@frozen
class PluginInspection:
    """What was found in a plugin, and the rulesets that name it."""

    found: Inspection
    rulesets: tuple[Listed, ...]


def inspect_plugin(name: str, folders: Sequence[Folder] = ()) -> PluginInspection:
    """What is found in the plugin `name`, for the rulesets in `folders` and installed ones that name it.

    Raises `PluginError` where nothing that is installed brings it.
    """
    point = find(name)
    library = Library(folders)
    naming = {(each.id, each.in_force): each for each in library.listed if _may_name(each, name)}
    rulesets: list[Listed] = []
    faults: list[Fault] = []
    for listed in naming.values():
        try:
            document = library.read(listed.id, listed.in_force)
        except RulesetError:
            continue  # it is no fault of the plugin, and told where that ruleset is checked
        if document.value.policy == name:
            rulesets.append(listed)
            # What is built in answers as the project's own tests hold it to.
            told = _faults(document) if point is not None else ()
            faults.extend(fault.at(*document.place(("policy",))) for fault in told)
    if not rulesets and point is not None:
        faults.extend(_alone(imported(point), name))
    return PluginInspection(Inspection(tuple(map(Refused, ordered(faults)))), tuple(rulesets))


def _may_name(listed: Listed, name: str) -> bool:
    """Whether the file holds the name at all: few do, and only these need be read."""
    with open(listed.path, "rb") as stream:
        return name.encode() in stream.read()


def _alone(plugin: object, name: str) -> tuple[Fault, ...]:
    """What is wrong with a plugin that no ruleset names, whose authority nothing else tells."""
    kind = plugin if isinstance(plugin, type) else type(plugin)
    try:
        admit(plugin, name, getattr(kind, "authority", None) or "")
    except PluginError as error:
        return error.faults
    return ()


def _faults(document: Document[Ruleset]) -> Iterator[Fault]:
    """What is wrong with the plugin of one ruleset, by itself and in what it answers."""
    ruleset = document.value
    try:
        policy = load_policy(ruleset)
    except PluginError as error:
        yield from error.faults
        return
    for cluster in ruleset.clusters:
        yield from _answers(policy, ruleset, Season(ruleset.id, cluster, ruleset.seasons.first))


def _answers(policy: Policy, ruleset: Ruleset, season: Season) -> Iterator[Fault]:
    """What is wrong with the answers of the hooks for a season that states nothing."""
    rules = trim(ruleset, season, roster(season, ruleset))
    faults: list[Fault] = []

    def ask(hook: str, subject: str = "", **arguments: object) -> Answer | None:
        try:
            return policy.ask(hook, subject, ruleset=rules, season=season, **arguments)[-1].answer
        except PluginError as error:
            faults.extend(error.faults)
            return None

    answer = ask("unit_gates")
    gates = answer if isinstance(answer, GateFacts) else GateFacts()
    ask("criterion_weights")
    ask("head_rotation")
    for award in rules.awards:
        ask("award_quota", award.id, award=award, gates=gates)
    yield from faults
