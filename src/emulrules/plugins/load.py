"""The policy of a ruleset: the standard one, or together with it the one plugin that the ruleset names."""

from emulrules.model.ruleset import Ruleset
from emulrules.plugins.admit import admit
from emulrules.plugins.ask import LoadedPolicy
from emulrules.plugins.find import find, imported
from emulrules.policy import Hooks, Policy
from emulrules.standard import Standard

__all__ = ["load_policy", "policy_of"]


def load_policy(ruleset: Ruleset) -> Policy:
    """The policy that `ruleset` names. Only its distribution is imported.

    Raises `PluginError` where it is missing, claimed by two, or not admitted.
    """
    point = find(ruleset.policy)
    return LoadedPolicy(Standard()) if point is None else _joined(imported(point), ruleset)


def policy_of(plugin: type[Hooks] | Hooks, ruleset: Ruleset) -> Policy:
    """The policy that `plugin`, a class or an instance, makes for `ruleset`, without any entry point.

    For embedding and for tests of a plugin. Raises `PluginError` where it is not admitted.
    """
    if plugin is Standard or type(plugin) is Standard:
        return LoadedPolicy(Standard())
    return _joined(plugin, ruleset)


def _joined(plugin: object, ruleset: Ruleset) -> Policy:
    return LoadedPolicy(Standard(), admit(plugin, ruleset.policy, ruleset.authority))
