"""emulrules decides, explains and replays how an emulation cluster (cụm, khối thi đua) ends its year.

The promised names are listed in `__all__` and loaded when they are first used, so that importing the package is cheap.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from emulrules.councils import review
    from emulrules.engine import decide
    from emulrules.errors import (
        EmulrulesError,
        Fault,
        FileError,
        LedgerError,
        PluginError,
        RecordError,
        RulesetError,
        SeasonError,
    )
    from emulrules.files import load_council, load_ruleset, load_season, read_record, to_json
    from emulrules.model.answers import (
        DEFER,
        Barred,
        Gated,
        GateFacts,
        Points,
        Quota,
        Rotation,
        TieKey,
        TieKeys,
        Undefined,
        UnknownFact,
        Weights,
    )
    from emulrules.model.award import Award
    from emulrules.model.criterion import Criterion
    from emulrules.model.decision import Decision, Question
    from emulrules.model.rule import Rule
    from emulrules.model.ruleset import Ruleset
    from emulrules.model.season import Act, Season
    from emulrules.model.sitting import Sitting
    from emulrules.plugins import load_policy
    from emulrules.policy import Hooks, Policy, hookimpl
    from emulrules.verdicts import Verdict, replay

__all__ = [
    "DEFER",
    "Act",
    "Award",
    "Barred",
    "Criterion",
    "Decision",
    "EmulrulesError",
    "Fault",
    "FileError",
    "GateFacts",
    "Gated",
    "Hooks",
    "LedgerError",
    "PluginError",
    "Points",
    "Policy",
    "Question",
    "Quota",
    "RecordError",
    "Rotation",
    "Rule",
    "Ruleset",
    "RulesetError",
    "Season",
    "SeasonError",
    "Sitting",
    "TieKey",
    "TieKeys",
    "Undefined",
    "UnknownFact",
    "Verdict",
    "Weights",
    "decide",
    "hookimpl",
    "load_council",
    "load_policy",
    "load_ruleset",
    "load_season",
    "read_record",
    "replay",
    "review",
    "to_json",
]

_HOMES: Final = {
    "councils": ("review",),
    "engine": ("decide",),
    "errors": (
        "EmulrulesError",
        "Fault",
        "FileError",
        "LedgerError",
        "PluginError",
        "RecordError",
        "RulesetError",
        "SeasonError",
    ),
    "files": ("load_council", "load_ruleset", "load_season", "read_record", "to_json"),
    "model.answers": (
        "DEFER",
        "Barred",
        "GateFacts",
        "Gated",
        "Points",
        "Quota",
        "Rotation",
        "TieKey",
        "TieKeys",
        "Undefined",
        "UnknownFact",
        "Weights",
    ),
    "model.award": ("Award",),
    "model.criterion": ("Criterion",),
    "model.decision": ("Decision", "Question"),
    "model.rule": ("Rule",),
    "model.ruleset": ("Ruleset",),
    "model.season": ("Act", "Season"),
    "model.sitting": ("Sitting",),
    "plugins": ("load_policy",),
    "policy": ("Hooks", "Policy", "hookimpl"),
    "verdicts": ("Verdict", "replay"),
}

_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
