"""A plugin: whether it would be admitted, and what it answers for the rulesets that name it."""

from collections.abc import Sequence

from emulrules.checks.answers import answers
from emulrules.checks.inspection import Inspection, Placed, placed, sorted_out
from emulrules.checks.refusals import Refused
from emulrules.errors import Fault, PluginError, RulesetError
from emulrules.files.library import Folder, Library, Listed
from emulrules.plugins.admit import admit
from emulrules.plugins.find import find, imported
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
    found: list[Placed] = []
    for listed in naming.values():
        try:
            document = library.read(listed.id, listed.in_force)
        except RulesetError:
            continue  # it is no fault of the plugin, and told where that ruleset is checked
        if document.value.policy == name:
            rulesets.append(listed)
            told = answers(document)
            faults.extend(told.faults)
            found.extend(placed(document, told.findings))
    if not rulesets and point is not None:
        faults.extend(_alone(imported(point), name))
    return PluginInspection(sorted_out(map(Refused, faults), found), tuple(rulesets))


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
