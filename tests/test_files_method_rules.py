"""What a ruleset may say of a method: every key that is missing, means nothing there or contradicts another."""

from fractions import Fraction
from pathlib import Path

import pytest
from ruleset_files import BODY, HEAD, RULE, RULESET, faults_of, shelve

from emulrules.files.library import Library
from emulrules.model.criterion import Criterion, HeldPoints, Rounding, Scale


def bonus(text: str) -> str:
    return f'{RULESET}\n[[criteria]]\nid = "them"\nname = "Thêm"\nkind = "bonus"\n{text}\n{RULE}'


def deduction(text: str) -> str:
    return bonus(text).replace('"bonus"\nm', '"deduction"\nm')


def of_scale(rounding: str) -> str:
    return RULESET.replace("bonus = 5", f"bonus = 5\nrounding = {{ {rounding} }}", 1)


def of_parent(rounding: str) -> str:
    return RULESET.replace("max = 60", f"max = 60\nrounding = {{ {rounding} }}", 1)


RELATIVE = 'method = "relative"\nmax = 10\nleader = "ratio"\nat_plan = 5'
NET = 'method = "net"\neach = 2\neach_minus = "-0.5"'
HELD = 'method = "held"\nheld = [{ award = "co", points = 10 }]'
PROPORTION = 'method = "proportion"\nmax = 10'
ENTERED = 'method = "entered"\nmax = 10'
POLICY = 'method = "policy"\nmax = 10'
UP = 'mode = "half-up", places = 2'

# What is written, the code, and the text of the line that the fault is on.
FAULTS: dict[str, tuple[str, str, str]] = {
    "a relative method without a maximum": (
        bonus(RELATIVE.replace("max = 10\n", "")),
        "key-needed",
        "[[criteria]]",
    ),
    "a relative method without a leader": (bonus(RELATIVE.replace('leader = "ratio"\n', "")), "key-needed", "criteria"),
    "a relative method without points for the plan": (
        bonus(RELATIVE.replace("\nat_plan = 5", "")),
        "key-needed",
        "criteria",
    ),
    "a step of nothing": (bonus(f"{ENTERED}\nstep = 0"), "step-not-positive", "step"),
    "a step of what is counted": (bonus('method = "count"\neach = 1\nstep = 1'), "key-useless", "step"),
    "a leader that is none": (bonus(RELATIVE.replace("ratio", "rate")), "not-one-of", "leader"),
    "a leader of another method": (bonus(f'{ENTERED}\nleader = "ratio"'), "key-useless", "leader"),
    "points for the plan of another method": (bonus(f"{PROPORTION}\nat_plan = 5"), "key-useless", "at_plan"),
    "points for the plan below zero": (bonus(RELATIVE.replace("= 5", "= -1")), "number-below", "at_plan"),
    "points for the plan that leave nothing to the leader": (
        bonus(RELATIVE.replace("= 5", "= 10")),
        "at-plan-not-below-max",
        "at_plan",
    ),
    "a relative deduction": (deduction(RELATIVE), "method-adds", 'method = "relative"'),
    "a group of its own for a proportion": (
        bonus(f'{PROPORTION}\nno_target = "own-group"'),
        "own-group-alone",
        "no_target",
    ),
    "no target for another method": (bonus(f'{NET}\nno_target = "own-group"'), "key-useless", "no_target"),
    "above the maximum for another method": (bonus(f"{ENTERED}\nabove_max = true"), "key-useless", "above_max"),
    "above the maximum for a parent": (
        RULESET.replace("max = 60", "max = 60\nabove_max = true", 1),
        "key-useless",
        "above_max",
    ),
    "a net without what earns": (bonus(NET.replace("each = 2\n", "")), "key-needed", "[[criteria]]"),
    "a net without what loses": (bonus(NET.replace('\neach_minus = "-0.5"', "")), "key-needed", "[[criteria]]"),
    "a net that earns nothing": (bonus(NET.replace("each = 2", "each = 0")), "each-positive-due", "each = 0"),
    "a net that earns less than nothing": (bonus(NET.replace("each = 2", "each = -2")), "each-positive-due", "each ="),
    "a net that loses nothing": (bonus(NET.replace('"-0.5"', "0")), "each-minus-negative-due", "each_minus"),
    "a net that loses less than nothing": (bonus(NET.replace('"-0.5"', "1")), "each-minus-negative-due", "each_minus"),
    "what loses for another method": (
        bonus('method = "count"\neach = 1\neach_minus = -1'),
        "key-useless",
        "each_minus",
    ),
    "a deduction by net": (deduction(NET.replace("each = 2", "each = -2")), "method-adds", 'method = "net"'),
    "a least for another method": (bonus(f"{ENTERED}\nmin = 1"), "key-useless", "min"),
    "a least as great as the most": (bonus(f"{NET}\nmax = 3\nmin = 3"), "min-not-below-max", "min"),
    "a least above the most": (bonus(f"{NET}\nmax = 3\nmin = 4"), "min-not-below-max", "min"),
    "a least of a deduction": (deduction(f"{POLICY}\nmin = -1"), "key-useless", "min"),
    "held without awards": (bonus('method = "held"'), "key-needed", "[[criteria]]"),
    "no awards held": (bonus('method = "held"\nheld = []'), "key-needed", "held"),
    "awards held for another method": (bonus(f"{NET}\n{HELD.split(chr(10))[1]}"), "key-useless", "held"),
    "an award held that is no id": (bonus(HELD.replace('"co"', '"Cờ thi đua"')), "id-malformed", "held"),
    "an award held twice": (
        bonus(HELD.replace(" }]", ' }, { award = "co", points = 5 }]')),
        "named-twice",
        "held",
    ),
    "an award held for nothing": (bonus(HELD.replace("= 10 }", "= 0 }")), "held-positive-due", "held"),
    "an award held that takes off": (bonus(HELD.replace("= 10 }", "= -1 }")), "held-positive-due", "held"),
    "an award held that takes nothing off": (deduction(HELD.replace("= 10 }", "= 0 }")), "held-negative-due", "held"),
    "an award held that adds to a deduction": (deduction(HELD), "held-negative-due", "held"),
    "an award held above the maximum": (bonus(f"{HELD}\nmax = 9"), "held-above-max", "held"),
    "an award held that takes more than the maximum off": (
        deduction(f"{HELD}\nmax = 9".replace("= 10 }", "= -10 }")),
        "held-above-max",
        "held",
    ),
    "an unknown key of an award held": (
        bonus(HELD.replace("points = 10", "points = 10, point = 1")),
        "unknown-key-near",
        "held",
    ),
    "an unknown rounding": (of_scale('mode = "half-down", places = 2'), "not-one-of", "rounding"),
    "a rounding without a mode": (of_scale("places = 2"), "missing-key", "rounding"),
    "a rounding without places": (of_scale('mode = "floor"'), "missing-key", "rounding"),
    "places below zero": (of_scale('mode = "floor", places = -1'), "places-out-of-range", "rounding"),
    "more places than a decimal has": (of_scale('mode = "floor", places = 13'), "places-out-of-range", "rounding"),
    "more places than a decimal has, of a criterion": (
        of_parent('mode = "floor", places = 999999999'),
        "places-out-of-range",
        "rounding",
    ),
    "a basis of a rounding that is not listed": (of_scale(f'{UP}, basis = "khac"'), "unknown-source", "rounding"),
    "a maximum that rounding could pass": (
        bonus('method = "entered"\nmax = "2.345"\nrounding = { mode = "floor", places = 2 }'),
        "bound-not-round",
        "max",
    ),
    "a least that rounding could pass": (
        bonus(f'{NET}\nmin = "-0.5"\nrounding = {{ mode = "floor", places = 0 }}'),
        "bound-not-round",
        "min",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_refused_is(name: str, tmp_path: Path) -> None:
    text, code, line = FAULTS[name]
    faults = faults_of(tmp_path, text)
    assert [code] == [fault.code for fault in faults]
    assert line in text.split("\n")[(faults[0].line or 0) - 1]


ALLOWED = {
    "less than a point for one": bonus('method = "count"\neach = "0.1"'),
    "less than a point off for one": deduction('method = "count"\neach = "-0.1"'),
    "less than a point for an award": bonus(HELD.replace("= 10 }", '= "0.1" }')),
    "less than a point off for an award": deduction(HELD.replace("= 10 }", '= "-0.1" }')),
    "less than a point off for what loses": bonus(NET),
    "a relative bonus": bonus(RELATIVE),
    "a leader by amount and a group of its own": bonus(
        RELATIVE.replace("ratio", "amount") + '\nno_target = "own-group"\nnot_applicable = "rescale"'
    ),
    "a relative method without a target": bonus(f'{RELATIVE}\nno_target = "not-applicable"'),
    "no points for just meeting the plan": bonus(RELATIVE.replace("= 5", "= 0")),
    "points for the plan just below the maximum": bonus(RELATIVE.replace("= 5", '= "9.99"')),
    "a proportion above the maximum": bonus(f"{PROPORTION}\nabove_max = true"),
    "a deduction above the maximum": deduction(f"{PROPORTION}\nabove_max = true"),
    "not above the maximum where nothing else is possible": bonus(f"{ENTERED}\nabove_max = false"),
    "a net without bounds": bonus(NET),
    "a net between bounds": bonus(f'{NET}\nmax = 3\nmin = "-2.5"'),
    "a net from a least above zero": bonus(f"{NET}\nmin = 1"),
    "a policy within a net's bounds": bonus(f"{POLICY}\nmin = -1\nabove_max = true\neach = 1"),
    "several awards held": bonus(HELD.replace(" }]", ' }, { award = "co-2", points = 5 }]')),
    "awards held up to a maximum": bonus(f"{HELD}\nmax = 10"),
    "awards held that take off up to a maximum": deduction(f"{HELD}\nmax = 10".replace("= 10 }", "= -10 }")),
    "a rounding of the total": of_scale(UP),
    "a rounding of a parent": of_parent('mode = "half-even", places = 12'),
    "no places": of_scale('mode = "ceiling", places = 0'),
    "a round maximum": bonus('method = "entered"\nmax = "2.34"\nrounding = { mode = "floor", places = 2 }'),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_allowed_is(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, ALLOWED[name])


def read(folder: Path, text: str) -> tuple[Criterion, Scale]:
    """The last criterion, and the scale."""
    path = shelve(folder, text)
    library = Library([folder], installed=False)
    ruleset = library.read(path.parent.name, library.dates(path.parent.name)[0]).value
    assert ruleset.scale is not None
    return ruleset.criteria[-1], ruleset.scale


def test_every_key_of_a_method_is_read(tmp_path: Path) -> None:
    relative, _ = read(tmp_path, bonus(f'{RELATIVE}\nno_target = "own-group"'))
    assert ("relative", "ratio", Fraction(5), "own-group", False) == (
        relative.method,
        relative.leader,
        relative.at_plan,
        relative.no_target,
        relative.above_max,
    )
    net, _ = read(tmp_path, bonus(f"{NET}\nmax = 3\nmin = -2"))
    assert (Fraction(2), Fraction(-1, 2), Fraction(-2), Fraction(3)) == (net.each, net.each_minus, net.min, net.max)
    held, _ = read(tmp_path, bonus(HELD))
    assert (HeldPoints("co", Fraction(10)),) == held.held
    over, _ = read(tmp_path, bonus(f"{PROPORTION}\nabove_max = true"))
    assert over.above_max


def test_a_rounding_is_read_with_a_basis_of_its_own_or_without(tmp_path: Path) -> None:
    _, scale = read(tmp_path, of_scale(UP))
    assert Rounding("half-up", 2) == scale.rounding
    _, scale = read(tmp_path, of_scale(f'{UP}, basis = "quy-che Điều 9", trust = "reported"'))
    assert Rounding("half-up", 2, ("01/GĐ Điều 9",), "reported") == scale.rounding


def test_a_key_that_is_needed_is_told_with_what_needs_it(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, bonus('method = "count"\neach = 1\nnot_applicable = "rescale"'))
    assert {"key": "max", "kind": "not_applicable"} == fault.data


def test_faults_of_several_keys_are_told_together(tmp_path: Path) -> None:
    text = HEAD + BODY.replace('method = "entered"', 'method = "entered"\nleader = "ratio"\nheld = []\nat_plan = 1', 1)
    assert ["key-useless", "key-useless"] == [fault.code for fault in faults_of(tmp_path, text)]
