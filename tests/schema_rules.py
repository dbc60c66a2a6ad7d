"""What the reader asks of keys that go together, as JSON Schema has it: from the same tables that the reader uses.

A schema sees one file and no sums; what needs more (whether a source is listed, maxima that add up, thresholds in their
order) stays with the reader.
"""

from typing import Any, Final

from emulrules.files.award_rules import CHOOSE_KEYS
from emulrules.files.entry_rules import PARTS
from emulrules.files.key_rules import BODIES
from emulrules.files.method_rules import ADDING, NEEDED, USED_BY
from emulrules.files.order_rules import BY_VOTES, STEP_ALLOWED, STEP_KEYS, STEP_NEEDED
from emulrules.model.award import Award, Choose, Ground, Limit, OverQuota, QuotaRule
from emulrules.model.criterion import Band, Criterion
from emulrules.model.exact import PLACES
from emulrules.model.headship import MOST_DEPUTIES, Bar, Headship
from emulrules.model.order import Order, Share, TieStep
from emulrules.model.review import Review
from emulrules.model.ruleset import UNDEFINABLE, Condition
from emulrules.model.season import Act, Turns, UnitEntry
from emulrules.model.succession import Succession

Schema = dict[str, Any]


def count(least: int, most: int | None = None) -> Schema:
    """A count, bare or in quotes."""
    digits = "^-?0$|^[1-9][0-9]{0,9}$" if least == 0 else "^[1-9][0-9]{0,9}$"
    return {"type": ["integer", "string"], "minimum": least, "maximum": most or 10**9, "pattern": digits}


def given(key: str) -> Schema:
    """The key says something: an empty list, and `false`, say nothing."""
    return {"required": [key], "properties": {key: {"not": {"enum": [[], False]}}}}


def among(key: str, *values: str) -> Schema:
    return {"required": [key], "properties": {key: {"enum": list(values)}}}


def when(test: Schema, then: Schema) -> Schema:
    return {"if": test, "then": then}


def none_of(*keys: str) -> Schema:
    return {"not": {"anyOf": [given(key) for key in keys]}}


def one_of(*keys: str) -> Schema:
    return {"oneOf": [given(key) for key in keys]}


def at_most_one(*keys: str) -> Schema:
    """No two of the keys; two at a time, since a schema cannot count."""
    pairs = [(one, other) for index, one in enumerate(keys) for other in keys[index + 1 :]]
    return {"not": {"anyOf": [{"allOf": [given(one), given(other)]} for one, other in pairs]}}


def together(*keys: str) -> Schema:
    """None of the keys without the others."""
    return {"dependentRequired": {key: [other for other in keys if other != key] for key in keys}}


def holding(key: str, shape: str) -> Schema:
    """The key holds what the shape of that name says."""
    return {"properties": {key: {"$ref": f"#/$defs/{shape}"}}}


def at_once(key: str, **bounds: int) -> Schema:
    """The list has so many entries."""
    return {"properties": {key: bounds}}


_ANSWERS: Final = ("choice", "votes", "number", "places", "value")
_CHOOSING: Final = ("asks", "places", "at_least", "more_than", "base")
_IDENTIFIER: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"

_DEDUCTION: Final = among("kind", "deduction")
_THRESHOLDS: Final = ("at_least", "more_than")
_ONCE_OVER_QUOTA: Final[Schema] = {
    "properties": {
        "over_quota": {
            "allOf": [
                {"contains": among("by", by), "minContains": 0, "maxContains": 1} for by in ("votes", "chair-vote")
            ]
        }
    }
}

BOUNDS: Final[dict[tuple[str, str], Schema]] = {
    ("Act", "names"): count(1),
    ("Act", "places"): count(1),
    ("Choose", "at_least"): {"$ref": "#/$defs/share"},
    ("Choose", "more_than"): {"$ref": "#/$defs/exceeded"},
    ("Choose", "places"): count(1),
    ("Choose", "rounds"): count(1, 10),
    ("Condition", "at_least"): {"$ref": "#/$defs/share"},
    ("Condition", "more_than"): {"$ref": "#/$defs/exceeded"},
    ("Council", "members"): count(1),
    ("Criterion", "at_plan"): {"$ref": "#/$defs/amount"},
    ("Criterion", "each_minus"): {"$ref": "#/$defs/negative"},
    ("Criterion", "max"): {"$ref": "#/$defs/positive"},
    ("Criterion", "step"): {"$ref": "#/$defs/positive"},
    ("Criterion", "weight"): {"$ref": "#/$defs/amount"},
    ("Ground", "years"): count(1, 2),
    ("Limit", "at_most"): {"$ref": "#/$defs/amount"},
    ("Order", "name_places"): count(1),
    ("PerParent", "number"): count(1),
    ("PointTable", "bonus"): {"$ref": "#/$defs/amount"},
    ("PointTable", "points"): {"$ref": "#/$defs/amount"},
    ("Rounding", "places"): count(0, PLACES),
    ("Scale", "bonus"): {"$ref": "#/$defs/amount"},
    ("Scale", "points"): {"$ref": "#/$defs/amount"},
    ("Seated", "members"): count(1),
    ("Shortlist", "number"): count(2),
    ("Stage", "id"): {"$ref": "#/$defs/id", "not": {"enum": sorted(PARTS)}},
    ("TieStep", "at_least"): {"$ref": "#/$defs/share"},
    ("TieStep", "more_than"): {"$ref": "#/$defs/exceeded"},
    ("UndefinedRule", "what"): {
        "anyOf": [
            {"enum": list(UNDEFINABLE)},
            {"type": "string", "pattern": f"^(?:awards\\.{_IDENTIFIER}\\.(?:quota|choose)|reviews\\.{_IDENTIFIER})$"},
        ]
    },
    ("UnitEntry", "staff"): count(1),
}
"""What a key holds, where the reader asks more of it than its type does."""

LISTS: Final = {
    ("Award", "grounds"),
    ("Award", "requires_before"),
    ("Bar", "for"),
    ("Cluster", "members"),
    ("DatedRoster", "members"),
    ("Succession", "from"),
    ("Succession", "to"),
}
"""Lists that may not be empty."""

ONCE: Final = {
    ("Act", "among"),
    ("Act", "choice"),
    ("Award", "excludes"),
    ("Award", "requires"),
    ("Award", "requires_before"),
    ("Choose", "places"),
    ("Cluster", "members"),
    ("Criterion", "imposed_by"),
    ("Criterion", "stages"),
    ("DatedRoster", "members"),
    ("Limit", "uncounted"),
    ("Order", "name_places"),
    ("Outgoing", "deputies"),
    ("Review", "excludes"),
    ("Review", "requires"),
    ("Season", "before"),
    ("Season", "facts"),
    ("Season", "facts_before"),
    ("Sitting", "facts"),
    ("Succession", "carries"),
    ("Succession", "from"),
    ("Succession", "to"),
    ("TieStep", "over"),
    ("Turns", "queue"),
}
"""Lists that name nothing twice."""

MOST: Final[dict[tuple[str, str], Schema]] = {
    ("Award", "choose"): {"maxItems": 20},
    ("Headship", "bars"): {"maxItems": 50},
    ("Headship", "deputies"): {"maxItems": MOST_DEPUTIES},
    ("Ruleset", "awards"): {"maxItems": 50},
    ("Ruleset", "gates"): {"maxItems": 50},
    ("Ruleset", "rosters"): {"maxItems": 200},
    ("Ruleset", "stages"): {"maxItems": 20},
    ("Ruleset", "successions"): {"maxItems": 200},
    ("Ruleset", "tables"): {"maxProperties": 100},
    ("Ruleset", "ties"): {"maxItems": 100},
    ("Ruleset", "units"): {"maxProperties": 500},
}
"""How many entries there may be."""

RULES: Final[dict[type, list[Schema]]] = {
    Act: [
        {
            "if": {"required": ["held"], "properties": {"held": {"const": False}}},
            "then": {"not": {"anyOf": [{"required": [key]} for key in _ANSWERS]}},
            "else": {"oneOf": [{"required": [key]} for key in _ANSWERS]},
        },
        {"dependentRequired": {"ballots": ["votes"], "names": ["votes"]}},
    ],
    Award: [when(given("at_most"), {"properties": {"boundary": {"const": "cut"}}}), _ONCE_OVER_QUOTA],
    Band: [at_most_one(*_THRESHOLDS)],
    Bar: [one_of("who", "fact")],
    Choose: [
        *(
            when(
                among("by", by),
                {
                    "required": [key for key in ("asks", "places") if key in allowed],
                    **none_of(*(key for key in _CHOOSING if key not in allowed)),
                },
            )
            for by, allowed in CHOOSE_KEYS.items()
        ),
        at_most_one(*_THRESHOLDS),
        when({"anyOf": [given("at_least"), given("more_than")]}, {"required": ["base"]}),
        when(among("by", "ballot"), among("asks", *BODIES)),
    ],
    Condition: [one_of("at_least", "more_than")],
    Criterion: [
        *(when(among("method", method), {"allOf": [given(key) for key in keys]}) for method, keys in NEEDED.items()),
        when(
            {**among("method", "entered"), "not": among("kind", "bonus", "deduction")},
            {"required": ["max"]},
        ),
        *(when(given(key), among("method", *methods)) for key, methods in USED_BY.items()),
        when(given("not_applicable"), {"required": ["method", "max"]}),
        when(among("kind", "deduction"), {"not": among("method", *ADDING)}),
        when(given("frame"), {"required": ["max"], **none_of("method")}),
        when(given("imposed_by"), _DEDUCTION),
        {"if": _DEDUCTION, "then": holding("each", "negative"), "else": holding("each", "positive")},
        # The last band is what is left below the others.
        when(given("bands"), {"properties": {"bands": {"contains": none_of(*_THRESHOLDS), "maxContains": 1}}}),
        when(
            {"properties": {"bands": {"minItems": 2}}},
            {"properties": {"bands": {"prefixItems": [one_of(*_THRESHOLDS)]}}},
        ),
    ],
    Ground: [one_of("fact", "award")],
    Headship: [when(given("declined"), among("by", "turn"))],
    Limit: [
        at_most_one("number", "ask", "at_most"),
        together("at_most", "base"),
        {"dependentRequired": {key: ["award"] for key in ("number", "ask", "at_most", "per_parent")}},
    ],
    Order: [
        when(among("by", *BY_VOTES), among("asks", *BODIES)),
        {"if": among("by", "points-then-ballot"), "then": {"required": ["shortlist"]}, "else": none_of("shortlist")},
    ],
    OverQuota: [{"if": among("by", "decision"), "then": {"required": ["asks"]}, "else": none_of("asks")}],
    QuotaRule: [
        one_of("number", "table", "ask", "rest", "share", "not_more_than", "less_than"),
        {
            "if": {"anyOf": [given(key) for key in ("share", "not_more_than", "less_than")]},
            "then": {"required": ["base"]},
            "else": none_of("base", "rounding", "least", "most"),
        },
        {"if": given("share"), "then": {"required": ["rounding"]}, "else": none_of("rounding")},
    ],
    Review: [
        {"properties": {"choose": {"items": {"properties": {"by": {"enum": ["meeting", "ballot", "decision"]}}}}}},
        _ONCE_OVER_QUOTA,
    ],
    Share: [{"not": {"allOf": [among("of", figure), among("in", figure)]}} for figure in ("women", "staff")],
    Succession: [
        when(among("kind", "renamed"), {"allOf": [at_once("from", maxItems=1), at_once("to", maxItems=1)]}),
        when(among("kind", "merged"), at_once("to", maxItems=1)),
        when(among("kind", "split"), {"allOf": [at_once("from", maxItems=1), at_once("to", minItems=2)]}),
    ],
    TieStep: [
        {
            "if": given("inherit"),
            "then": none_of("by", "basis", "trust", *STEP_KEYS),
            "else": {"required": ["by", "basis", "trust"]},
        },
        *(
            when(
                among("by", by),
                {
                    "required": list(needed),
                    **none_of(*(key for key in STEP_KEYS if key not in (*needed, *STEP_ALLOWED.get(by, ())))),
                },
            )
            for by, needed in STEP_NEEDED.items()
        ),
        at_most_one(*_THRESHOLDS),
        when(among("by", "ballot"), among("asks", *BODIES)),
    ],
    Turns: [{"dependentRequired": {"queue": ["source"]}}],
    UnitEntry: [
        {"dependentRequired": {"roster": ["source"]}},
        when(among("roster", "joins"), {"required": ["name"]}),
    ],
}
"""What goes with what, by class."""
