"""Facts about the reader of orders and of chains of ties: what it takes, and what it refuses, where and why."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruleset_files import RULE, RULESET, faults_of, shelve

from emulrules.files.library import Library
from emulrules.model.order import Shortlist
from emulrules.model.ruleset import Ruleset

BY_POINTS = 'by = "points"\nname_places = [1, 2]\n'
SHARE = '[[ties]]\nid = "ty-le-nu"\n'
LISTED = 'by = "points-then-ballot"\nasks = "members"\nname_places = [1, 2]\n'
SHORT = 'shortlist = { number = 2, boundary = "include" }\n'


def ordered(written: str) -> str:
    """The ruleset with that `[order]`."""
    assert 1 == RULESET.count(BY_POINTS)
    return RULESET.replace(BY_POINTS, f"{written}\n")


def with_step(written: str, before: str = SHARE) -> str:
    """The ruleset with a step more, before the one by share."""
    assert 1 == RULESET.count(before)
    return RULESET.replace(before, f'[[ties]]\nid = "buoc-them"\n{written}\n{RULE}\n{before}')


def read(folder: Path, content: str) -> Ruleset:
    shelve(folder, content)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15)).value


ORDERS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "points": (BY_POINTS, ("points", None, None)),
    "points, asked of the members where there are none": (f'{BY_POINTS}asks = "members"', ("points", "members", None)),
    "a ballot": ('by = "ballot"\nname_places = [1, 2]\nasks = "members"', ("ballot", "members", None)),
    "a meeting": ('by = "meeting"\nname_places = [1, 2]', ("meeting", None, None)),
    "a ballot of two": (LISTED + SHORT, ("points-then-ballot", "members", Shortlist(2, "include"))),
    "a ballot of three": (
        f'{LISTED}shortlist = {{ number = 3, boundary = "exclude" }}',
        ("points-then-ballot", "members", Shortlist(3, "exclude")),
    ),
}


@pytest.mark.parametrize("name", ORDERS)
def test_an_order_is_read(name: str, tmp_path: Path) -> None:
    written, expected = ORDERS[name]
    order = read(tmp_path, ordered(written)).order
    assert order is not None
    assert (*expected, (1, 2)) == (order.by, order.asks, order.shortlist, order.name_places)


STEPS: dict[str, tuple[str, dict[str, Any]]] = {
    "head to head over all leaves": ('by = "head-to-head"\nthen = "restart"', {"then": "restart", "over": ()}),
    "head to head over some": (
        'by = "head-to-head"\nthen = "continue"\nover = ["hai-long", "diem-tru"]',
        {"then": "continue", "over": ("hai-long", "diem-tru")},
    ),
    "a lot": ('by = "lot"\nasks = "meeting"', {"by": "lot", "asks": "meeting"}),
    "head and deputies": ('by = "decision"\nasks = "head-and-deputies"', {"asks": "head-and-deputies"}),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_read(name: str, tmp_path: Path) -> None:
    written, expected = STEPS[name]
    [step] = [step for step in read(tmp_path, with_step(written)).ties if step.id == "buoc-them"]
    assert expected == {key: getattr(step, key) for key in expected}


REFUSED: dict[str, tuple[str, str, str]] = {
    # What is refused: the file, the code, and the last part of its path.
    "a ballot that asks nobody": (ordered('by = "ballot"\nname_places = [1, 2]'), "key-needed", "asks"),
    "a shortlist that asks nobody": (
        ordered(f'by = "points-then-ballot"\nname_places = [1, 2]\n{SHORT}'),
        "key-needed",
        "asks",
    ),
    "a ballot among the best without their number": (ordered(LISTED), "key-needed", "shortlist"),
    "a shortlist by points": (ordered(BY_POINTS + SHORT), "key-useless", "shortlist"),
    "a shortlist by ballot": (
        ordered(f'by = "ballot"\nasks = "members"\nname_places = [1, 2]\n{SHORT}'),
        "key-useless",
        "shortlist",
    ),
    "a shortlist by meeting": (ordered(f'by = "meeting"\nname_places = [1, 2]\n{SHORT}'), "key-useless", "shortlist"),
    "a shortlist of one": (ordered(LISTED + SHORT.replace("2", "1")), "number-below", "number"),
    "a shortlist without a boundary": (ordered(f"{LISTED}shortlist = {{ number = 2 }}"), "missing-key", "boundary"),
    "a shortlist that cuts": (ordered(LISTED + SHORT.replace("include", "cut")), "not-one-of", "boundary"),
    "an order by lot": (ordered('by = "lot"\nname_places = [1, 2]'), "not-one-of", "by"),
    "head to head without what comes then": (with_step('by = "head-to-head"'), "key-needed", "then"),
    "head to head with another then": (with_step('by = "head-to-head"\nthen = "stop"'), "not-one-of", "then"),
    "head to head that asks": (
        with_step('by = "head-to-head"\nthen = "restart"\nasks = "members"'),
        "key-useless",
        "asks",
    ),
    "head to head with a threshold": (
        with_step('by = "head-to-head"\nthen = "restart"\nat_least = "1/2"'),
        "key-useless",
        "at_least",
    ),
    "head to head over a criterion twice": (
        with_step('by = "head-to-head"\nthen = "restart"\nover = ["hai-long", "hai-long"]'),
        "named-twice",
        "over.1",
    ),
    "head to head over what there is not": (
        with_step('by = "head-to-head"\nthen = "restart"\nover = ["hai-long", "hai-lon"]'),
        "criterion-not-listed-near",
        "over.1",
    ),
    "head to head after a share": (
        with_step('by = "head-to-head"\nthen = "restart"', '[[ties]]\nid = "chu-tri"\n'),
        "tie-share-before",
        "ties.2",
    ),
    "a lot that asks nobody": (with_step('by = "lot"'), "key-needed", "asks"),
    "a lot with then": (with_step('by = "lot"\nasks = "meeting"\nthen = "restart"'), "key-useless", "then"),
    "a ballot over criteria": (
        with_step('by = "ballot"\nasks = "meeting"\nover = ["hai-long"]'),
        "key-useless",
        "over",
    ),
    "a criterion that asks": (
        with_step('by = "criterion"\ncriterion = "hai-long"\nasks = "chair"'),
        "key-useless",
        "asks",
    ),
    "a criterion with a share": (
        with_step('by = "criterion"\ncriterion = "hai-long"\nshare = { of = "women", in = "staff" }'),
        "key-useless",
        "share",
    ),
    "a share without one": (RULESET.replace('share = { of = "women", in = "staff" }\n', ""), "key-needed", "share"),
    "a step of no kind": (with_step('criterion = "hai-long"'), "key-needed", "by"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_refused(name: str, tmp_path: Path) -> None:
    content, code, where = REFUSED[name]
    faults = faults_of(tmp_path, content)
    assert [code] == [fault.code for fault in faults]
    named = ".".join(map(str, faults[0].path))
    assert named.endswith(where), named


def test_every_key_that_an_inherited_step_repeats_is_told(tmp_path: Path) -> None:
    keys = 'over = ["hai-long"]\nthen = "restart"\nasks = "chair"\nat_least = "1/2"\nmore_than = "1/2"\n'
    keys += 'by = "lot"\ncriterion = "hai-long"\nshare = { of = "women", in = "staff" }'
    faults = faults_of(tmp_path, with_step(f"inherit = true\n{keys}"))
    expected = {"over", "then", "asks", "at_least", "more_than", "by", "criterion", "share", "basis", "trust"}
    assert expected == {fault.path[-1] for fault in faults if fault.code == "key-useless"}


def test_a_share_may_follow_and_two_may(tmp_path: Path) -> None:
    content = with_step('by = "head-to-head"\nthen = "restart"')
    content += f'\n[[ties]]\nid = "ty-le-nu-hai"\nby = "share"\nshare = {{ of = "women", in = "staff" }}\n{RULE}'
    assert 5 == len(read(tmp_path, content).ties)


def test_every_comparison_after_the_first_share_is_told_with_that_share(tmp_path: Path) -> None:
    after = "".join(f'\n[[ties]]\nid = "so-{n}"\nby = "head-to-head"\nthen = "restart"\n{RULE}' for n in "ab")
    again = f'\n[[ties]]\nid = "nu-hai"\nby = "share"\nshare = {{ of = "women", in = "staff" }}\n{RULE}'
    faults = faults_of(tmp_path, RULESET + again + after)
    assert [("tie-share-before", "ty-le-nu", "so-a"), ("tie-share-before", "ty-le-nu", "so-b")] == [
        (fault.code, fault.data["share"], fault.data["id"]) for fault in faults
    ]
