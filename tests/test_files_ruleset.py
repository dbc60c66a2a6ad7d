"""Reading a ruleset: the whole of it, and every way in which it may say too little, too much or one thing twice."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from ruleset_files import BODY, HEAD, RULE, RULESET, SOURCES, faults_of, shelve

from emulrules.files.library import Library
from emulrules.files.ruleset import read_part
from emulrules.model.criterion import Band
from emulrules.model.headship import Seat
from emulrules.model.ruleset import Ruleset, Span, Voting


def read(folder: Path, content: str) -> Ruleset:
    shelve(folder, content)
    return Library([folder], installed=False).read("khoi-thu", date(2021, 1, 15)).value


def test_a_whole_ruleset_is_read(tmp_path: Path) -> None:
    ruleset = read(tmp_path, RULESET)
    assert ("khoi-thu", "standard", date(2021, 1, 15), Span("2021", "2023")) == (
        ruleset.id,
        ruleset.policy,
        ruleset.in_force,
        ruleset.seasons,
    )
    assert ("don-vi-a", "don-vi-b") == ruleset.clusters["khoi-a"].members
    assert ("ĐV B",) == ruleset.units["don-vi-b"].aliases
    bands = (Band(Fraction(10), more_than=Fraction(4, 5)), Band(Fraction(8), Fraction(4, 5)), Band(Fraction(2)))
    assert bands == ruleset.criteria[2].bands
    assert (Fraction(5, 2), Fraction(-8)) == (ruleset.criteria[4].each, ruleset.criteria[5].each)
    assert ((1, 5), (6, 10)) == tuple(row.units for row in ruleset.awards[1].quota.table if ruleset.awards[1].quota)  # type: ignore[union-attr]  # it has a quota
    assert (Seat("deputy"),) == ruleset.headship.deputies if ruleset.headship else False
    assert ["headship.recognition"] == [rule.what for rule in ruleset.undefined]


CITED: dict[str, tuple[str, tuple[str, ...]]] = {
    "a source with a number and an article": ('"quy-che Điều 1 khoản 2"', ("01/GĐ Điều 1 khoản 2",)),
    "a source alone": ('"quy-che"', ("01/GĐ",)),
    "a source without a number": ('"khac Điều 3"', ("Văn bản khác Điều 3",)),
    "several": ('["quy-che Điều 1", "khac"]', ("01/GĐ Điều 1", "Văn bản khác")),
}


@pytest.mark.parametrize("name", CITED)
def test_a_basis_is_read_as_a_citation_that_stands_alone(name: str, tmp_path: Path) -> None:
    written, due = CITED[name]
    text = RULESET.replace('basis = "quy-che Điều 1"', f"basis = {written}", 1)
    ruleset = read(tmp_path, text.replace("[clusters", '[sources.khac]\ndocument = "Văn bản khác"\n[clusters', 1))
    assert due == ruleset.clusters["khoi-a"].basis


def changed(old: str, new: str) -> str:
    assert old in RULESET
    return RULESET.replace(old, new, 1)


def added(text: str) -> str:
    return f"{RULESET}\n{text}\n{RULE}"


def award(text: str) -> str:
    return added(f'[[awards]]\nid = "them"\nname = "Thêm"\n{text}')


def choose(text: str, quota: str = "quota = { number = 1 }\n") -> str:
    return award(f'{quota}choose = [{{ id = "buoc", {text} }}]')


def tie(text: str) -> str:
    return added(f'[[ties]]\nid = "buoc-them"\n{text}')


def criterion(text: str) -> str:
    return added(f'[[criteria]]\nid = "them"\nname = "Thêm"\nkind = "bonus"\n{text}')


# What is written instead, the code, and the text of the line that the fault is on.
FAULTS: dict[str, tuple[str, str, str]] = {
    "an unknown key": (changed("bonus = 5", "bonous = 5"), "unknown-key-near", "bonous"),
    "an unknown key of an entry": (criterion('method = "count"\neach = 1\nmaxx = 1'), "unknown-key-near", "maxx"),
    "a missing key": (changed('name = "Khối A"\n', ""), "missing-key", "[clusters.khoi-a]"),
    "an unknown method": (changed('method = "entered"', 'method = "enterd"'), "not-one-of-near", "enterd"),
    "an id that is no id": (changed('id = "phong-trao"', 'id = "Phong trào"'), "id-malformed", "Phong trào"),
    "an id twice": (changed('id = "diem-tru"', 'id = "diem-thuong"'), "id-twice", "diem-thuong"),
    "ids that differ by case": (changed('id = "diem-tru"', 'id = "Diem-Thuong"'), "id-by-case", "Diem-Thuong"),
    "a source that is not listed": (
        changed('"quy-che Điều 1"', '"quy-che-cu Điều 1"'),
        "unknown-source-near",
        "quy-che-cu",
    ),
    "no basis": (changed('basis = "quy-che Điều 1"', "basis = []"), "basis-empty", "basis = []"),
    "an empty basis": (changed('basis = "quy-che Điều 1"', 'basis = ""'), "text-empty", 'basis = ""'),
    "seasons that end before they begin": (changed('last = "2023"', 'last = "2020"'), "seasons-backwards", "seasons"),
    "a season that is no year": (changed('first = "2021"', 'first = "năm 21"'), "season-id", "năm 21"),
    "a season as a number": (changed('first = "2021"', "first = 2021"), "not-text", "first = 2021"),
    "a member twice": (changed('"don-vi-a", "don-vi-b"]', '"don-vi-a", "don-vi-a"]'), "named-twice", "members"),
    "no members": (changed('["don-vi-a", "don-vi-b"]', "[]"), "list-empty", "members"),
    "a member without an entry": (changed('"don-vi-b"]', '"don-vi-bb"]'), "unit-without-entry-near", "members"),
    "two units of one name": (changed("Đơn vị B (giả", "Đơn vị A (giả"), "name-of-two", "Đơn vị A (giả định)"),
    "an alias that is another's name": (changed('"ĐV B"', '"Đơn vị A (giả định)"'), "name-of-two", "aliases"),
    "an alias that is another's id": (changed('"ĐV B"', '"don-vi-a"'), "name-of-two", "aliases"),
    "names that differ by case": (changed('"ĐV B"', '"đơn vị A (giả định)"'), "names-alike", "aliases"),
    "names that differ by a tone mark's place": (
        changed("Đơn vị A", "Hoà A").replace('"ĐV B"', '"Hòa A (giả định)"'),
        "names-alike",
        "aliases",
    ),
    "a parent that is not there": (
        changed('parent = "nhiem-vu"', 'parent = "nhiem-vuu"'),
        "criterion-not-listed-near",
        "nhiem-vuu",
    ),
    "a criterion above itself": (
        changed('parent = "nhiem-vu"', 'parent = "chi-tieu"'),
        "criterion-cycle",
        'parent = "chi-tieu"',
    ),
    "criteria in a circle": (
        changed('name = "Nhiệm vụ"', 'name = "Nhiệm vụ"\nparent = "chi-tieu"'),
        "criterion-cycle",
        'parent = "chi-tieu"',
    ),
    "a leaf with children": (
        changed('name = "Nhiệm vụ"', 'name = "x"\nmethod = "entered"'),
        "leaf-with-children",
        "method",
    ),
    "a leaf without a method": (changed('method = "entered"\n', ""), "leaf-without-method", "[[criteria]]"),
    "children that do not add up": (changed("max = 40\nno_target", "max = 39\nno_target"), "children-sum", "max = 60"),
    "a weight that does not add up": (changed("weight = 2", "weight = 3"), "children-sum", "max = 60"),
    "a weight below zero": (changed("weight = 2", "weight = -2"), "number-below", "weight"),
    "a child without a maximum": (
        changed(
            'method = "proportion"\nmax = 40\nno_target = "not-applicable"\nnot_applicable = "rescale"',
            'method = "count"\neach = 1',
        ),
        "children-without-max",
        "max = 60",
    ),
    "criteria that do not add up to the scale": (changed("points = 100", "points = 99"), "scale-sum", "points = 99"),
    "a scale below zero": (changed("bonus = 5", "bonus = -5"), "number-below", "bonus = -5"),
    "bands without the method": (changed('method = "bands"', 'method = "entered"'), "key-useless", "bands"),
    "the method without bands": (criterion('method = "bands"\nmax = 5'), "key-needed", "[[criteria]]"),
    "bounds of figures without bands": (
        changed('method = "entered"', 'method = "entered"\nmost = 1'),
        "key-useless",
        "most",
    ),
    "the least figure without bands": (
        changed('method = "entered"', 'method = "entered"\nleast = 0'),
        "key-useless",
        "least",
    ),
    "bounds of figures that are backwards": (
        changed('method = "bands"', 'method = "bands"\nleast = "100%"\nmost = 0'),
        "figures-backwards",
        "least",
    ),
    "bounds of figures that leave none": (
        changed('method = "bands"', 'method = "bands"\nleast = 1\nmost = 1'),
        "figures-backwards",
        "least",
    ),
    "a threshold above the most": (
        changed('method = "bands"', 'method = "bands"\nmost = "79%"'),
        "threshold-outside",
        "bands = ",
    ),
    "a threshold that nothing can exceed": (
        changed('method = "bands"', 'method = "bands"\nmost = "80%"'),
        "threshold-outside",
        "bands = ",
    ),
    "a threshold below the least": (
        changed('method = "bands"', 'method = "bands"\nleast = "80.5%"'),
        "threshold-outside",
        "bands = ",
    ),
    "one bracket in place of two": (
        changed('[[criteria]]\nid = "phong-trao"', '[criteria]\nid = "phong-trao"'),
        "array-header",
        "[criteria]",
    ),
    "a key of the top below a table": (
        changed('name = "Phong trào"', 'name = "x"\nauthority = "x"'),
        "key-of-top",
        'authority = "x"',
    ),
    "an id that was not filled in": (changed('id = "phong-trao"', 'id = "…"'), "not-filled-in", 'id = "…"'),
    "a name that is empty": (changed('name = "Phong trào"', 'name = ""'), "text-empty-needed", 'name = ""'),
    "bands without a floor": (changed(", { points = 2 }]", "]"), "bands-without-floor", "bands"),
    "a band with two thresholds": (
        changed('{ more_than = "80%"', '{ at_least = "90%", more_than = "80%"'),
        "exactly-one",
        "bands",
    ),
    "a floor in the middle": (changed('{ at_least = "80%", points = 8 }', "{ points = 8 }"), "exactly-one", "bands"),
    "bands that do not descend": (
        changed('at_least = "80%", points', 'at_least = "85%", points'),
        "bands-not-descending",
        "bands",
    ),
    "a band above the maximum": (changed("points = 10 }", "points = 11 }"), "above-max", "bands"),
    "a band that takes points": (changed("points = 2 }", "points = -2 }"), "band-takes", "bands"),
    "a band that adds points to a deduction": (
        criterion('method = "bands"\nbands = [{ points = 1 }]\nmax = 5').replace('"bonus"\nm', '"deduction"\nm'),
        "band-adds",
        "bands",
    ),
    "a maximum below zero in a deduction": (
        changed("each = -8", "each = -8\nmax = -5"),
        "max-not-positive",
        "max = -5",
    ),
    "a count without points": (changed("each = -8\n", ""), "key-needed", "[[criteria]]"),
    "points of a count elsewhere": (
        changed('method = "entered"', 'method = "entered"\neach = 1'),
        "key-useless",
        "each = 1",
    ),
    "a deduction that adds": (changed("each = -8", "each = 8"), "each-negative-due", "each = 8"),
    "a bonus that takes": (changed('each = "2.5"', 'each = "-2.5"'), "each-positive-due", "each"),
    "a count of nothing": (changed('each = "2.5"', "each = 0"), "each-positive-due", "each"),
    "an entered criterion without a maximum": (
        changed('method = "entered"\nmax = 40', 'method = "entered"'),
        "key-needed",
        "[[criteria]]",
    ),
    "a proportion without a maximum": (criterion('method = "proportion"'), "key-needed", "[[criteria]]"),
    "pass and fail without a maximum": (criterion('method = "pass-fail"'), "key-needed", "[[criteria]]"),
    "a maximum of nothing": (criterion('method = "pass-fail"\nmax = 0'), "max-not-positive", "max = 0"),
    "no target elsewhere than in a proportion": (
        changed('method = "entered"', 'method = "entered"\nno_target = "not-applicable"'),
        "key-useless",
        "no_target",
    ),
    "not applicable for a parent": (
        changed("max = 60", 'max = 60\nnot_applicable = "rescale"'),
        "key-useless",
        "not_applicable",
    ),
    "not applicable without a maximum": (
        criterion('method = "count"\neach = 1\nnot_applicable = "rescale"'),
        "key-needed",
        "[[criteria]]",
    ),
    "a fact that is no id": (changed('"under-complaint"', '"Đang xem xét"'), "id-malformed", "Đang xem xét"),
    "an effect that is none": (changed('"hold"', '"delay"'), "not-one-of", "delay"),
    "a condition without a threshold": (
        changed('base = "members"\nat_least = "2/3"', 'base = "members"'),
        "exactly-one",
        "[[conditions]]",
    ),
    "a condition with two thresholds": (
        changed('at_least = "2/3"', 'at_least = "2/3"\nmore_than = "1/2"'),
        "exactly-one",
        "[[conditions]]",
    ),
    "a share above all": (changed('at_least = "2/3"', 'at_least = "3/2"'), "share-out-of-range", "at_least"),
    "a share that is more than all": (changed('at_least = "2/3"', "more_than = 1"), "share-out-of-range", "more_than"),
    "a share of nothing": (changed('at_least = "2/3"', "at_least = 0"), "share-out-of-range", "at_least"),
    "a place before the first": (changed("[1, 2]", "[0, 1]"), "number-below", "name_places"),
    "a place twice": (changed("[1, 2]", "[1, 2, 1]"), "named-twice", "name_places"),
    "a tie by an unknown criterion": (
        changed('criterion = "chi-tieu"', 'criterion = "chi-teu"'),
        "criterion-not-listed-near",
        "chi-teu",
    ),
    "a criterion twice in the chain": (
        tie('by = "criterion"\ncriterion = "chi-tieu"'),
        "tie-criterion-twice",
        "criterion =",
    ),
    "a tie by criterion without one": (changed('criterion = "chi-tieu"\n', ""), "key-needed", "[[ties]]"),
    "a tie by ballot that asks nobody": (tie('by = "ballot"'), "key-needed", "[[ties]]"),
    "a tie by ballot with a criterion": (
        tie('by = "ballot"\nasks = "members"\ncriterion = "chi-tieu"'),
        "key-useless",
        "criterion =",
    ),
    "a tie by share of itself": (changed('in = "staff"', 'in = "women"'), "share-of-itself", "share ="),
    "a tie without a basis": (
        f'{RULESET}\n[[ties]]\nid = "x"\nby = "ballot"\nasks = "members"\ntrust = "read"\n',
        "key-needed",
        "[[ties]]",
    ),
    "an inherited step where nothing is extended": (
        f'{RULESET}\n[[ties]]\nid = "x"\ninherit = true\n',
        "inherit-nothing",
        "[[ties]]",
    ),
    "an inherited step with a rule": (tie("inherit = true"), "key-useless", "basis"),
    "an award that nobody is chosen for": (award("choose = []"), "award-without-choose", "choose = []"),
    "an award without a quota": (choose('by = "meeting", asks = "meeting"', ""), "award-without-quota", "[[awards]]"),
    "a place that is not named": (changed("places = [1]", "places = [3]"), "choose-place-unnamed", "places = [3]"),
    "a choice by place without places": (choose('by = "place"'), "key-needed", "choose"),
    "a choice by meeting that asks nobody": (choose('by = "meeting"'), "key-needed", "choose"),
    "a choice by standing that asks": (choose('by = "standing", asks = "meeting"'), "key-useless", "choose"),
    "a choice by standing with a threshold": (choose('by = "standing", at_least = "1/2"'), "key-useless", "choose"),
    "a ballot without a threshold": (choose('by = "ballot", asks = "members"'), "ballot-without-threshold", "choose"),
    "a threshold of nothing known": (
        choose('by = "ballot", asks = "members", at_least = "1/2"'),
        "key-needed",
        "choose",
    ),
    "two thresholds": (
        choose('by = "ballot", asks = "members", at_least = "1/2", more_than = "1/2", base = "members"'),
        "exactly-one",
        "choose",
    ),
    "a ballot of one": (
        choose('by = "ballot", asks = "chair", at_least = "1/2", base = "ballots"'),
        "ballot-of-no-body",
        "choose",
    ),
    "a ballot of nobody knows how many": (
        choose('by = "ballot", asks = "head-and-deputies", at_least = "1/2", base = "units"'),
        "ballot-of-no-body",
        "choose",
    ),
    "an order by a ballot of one": (
        changed('by = "points"', 'by = "ballot"\nasks = "chair"'),
        "ballot-of-no-body",
        "asks",
    ),
    "a tie by a ballot of one": (tie('by = "ballot"\nasks = "head"'), "ballot-of-no-body", "asks"),
    "a base of nothing": (
        changed(
            'at_least = "2/3", base = "members", rounds = 2',
            'base = "ballots"',
        ),
        "base-without-threshold",
        "bo-phieu",
    ),
    "a council that was present": (
        choose('by = "ballot", asks = "council", more_than = "1/2", base = "present"'),
        "base-of-council",
        "choose",
    ),
    "a council that was consulted": (
        choose('by = "ballot", asks = "council", more_than = "1/2", base = "present-or-consulted"'),
        "base-of-council",
        "choose",
    ),
    "those consulted where a proxy votes": (
        choose('by = "ballot", asks = "members", more_than = "1/2", base = "present-or-consulted"')
        + f'[voting]\nabsent = "proxy"\n{RULE}',
        "base-not-written",
        "choose",
    ),
    "those taking part where nothing says who": (
        changed('what = "present"', 'what = "taking-part"'),
        "taking-part-without-voting",
        "what =",
    ),
    "absent members who vote in another way": (
        added('[voting]\nabsent = "writen"'),
        "not-one-of-near",
        "absent =",
    ),
    "a voting rule whose basis is not listed": (
        RULESET + '[voting]\nabsent = "written"\nbasis = "quy-ch Điều 1"\ntrust = "read"\n',
        "unknown-source-near",
        "quy-ch ",
    ),
    "votes counted twice": (
        changed('by = "decision", asks = "chair" }]', 'by = "votes" }]'),
        "over-quota-twice",
        "over_quota",
    ),
    "a chair's vote counted twice": (
        changed(
            '{ id = "nhieu-phieu", by = "votes" }, { id = "chu-tri-chon", by = "decision", asks = "chair" }',
            '{ id = "x", by = "chair-vote" }, { id = "y", by = "chair-vote" }',
        ),
        "over-quota-twice",
        "over_quota",
    ),
    "a chair's vote that asks": (
        changed('by = "decision", asks = "chair" }]', 'by = "chair-vote", asks = "chair" }]'),
        "key-useless",
        "over_quota",
    ),
    "no rounds": (
        choose('by = "ballot", asks = "members", at_least = "1/2", base = "members", rounds = 0'),
        "number-below",
        "choose",
    ),
    "rounds of a meeting": (choose('by = "meeting", asks = "meeting", rounds = 2'), "key-useless", "choose"),
    "somebody unknown asked": (choose('by = "meeting", asks = "meetings"'), "not-one-of-near", "choose"),
    "a chain for a ballot that is not there": (
        award(
            'quota = { number = 1 }\nchoose = [{ id = "b", by = "standing" }]\n'
            'over_quota = [{ id = "c", by = "votes" }]'
        ),
        "over-quota-without-ballot",
        "over_quota",
    ),
    "a decision that asks nobody": (
        changed('by = "decision", asks = "chair" }]', 'by = "decision" }]'),
        "key-needed",
        "over_quota",
    ),
    "votes that ask": (changed('by = "votes" }', 'by = "votes", asks = "chair" }'), "key-useless", "over_quota"),
    "a quota of nothing": (choose('by = "standing"', "quota = {}\n"), "exactly-one", "quota"),
    "a quota twice": (choose('by = "standing"', 'quota = { number = 1, ask = "ministry" }\n'), "exactly-one", "quota"),
    "a quota below zero": (choose('by = "standing"', "quota = { number = -1 }\n"), "number-below", "quota"),
    "a table with a gap": (changed("[6, 10]", "[7, 10]"), "quota-gap", "quota"),
    "a table that overlaps": (changed("[6, 10]", "[5, 10]"), "quota-overlap", "quota"),
    "a row backwards": (changed("[6, 10]", "[10, 6]"), "quota-row", "quota"),
    "an unknown award excluded": (
        changed('["province-flag"]', '["province-flagg"]'),
        "award-not-listed-near",
        "excludes",
    ),
    "an award required and excluded": (
        changed('excludes = ["province-flag"]', 'excludes = ["province-flag"]\nrequires = ["province-flag"]'),
        "award-both",
        "excludes",
    ),
    "an award that excludes itself": (
        changed('["province-flag"]', '["province-certificate"]'),
        "award-cycle",
        "excludes",
    ),
    "awards in a circle": (
        changed("places = [1] }]", 'places = [1] }]\nrequires = ["province-certificate"]'),
        "award-cycle",
        "[[awards]]",
    ),
    "a step id twice in a chain": (changed('id = "binh-xet"', 'id = "bo-phieu"'), "step-twice", "meeting"),
    "a step id of a tie": (changed('id = "binh-xet"', 'id = "chu-tri"'), "step-twice", "meeting"),
    "a step id that questions use themselves": (
        changed('id = "binh-xet"', 'id = "over-quota"'),
        "step-reserved",
        "meeting",
    ),
    "a step id twice over both chains": (changed('id = "chu-tri-chon"', 'id = "bo-phieu"'), "step-twice", "over_quota"),
    "a limit of an unknown award": (
        changed('award = "province-flag"', 'award = "province-flog"'),
        "award-not-listed-near",
        "province-flog",
    ),
    "a bar of nobody": (changed(', who = "outgoing"', ""), "exactly-one", "bars"),
    "a bar of two kinds": (changed('who = "outgoing"', 'who = "outgoing", fact = "x"'), "exactly-one", "bars"),
    "a bar from no office": (changed('for = ["head"]', "for = []"), "list-empty", "bars"),
    "a seat twice": (changed('[{ seat = "deputy" }]', '[{ seat = "a" }, { seat = "a" }]'), "id-twice", "deputies"),
    "three deputies": (
        changed('[{ seat = "deputy" }]', '[{ seat = "a" }, { seat = "b" }, { seat = "c" }]'),
        "too-many-deputies",
        "deputies",
    ),
    "a place for who declines where nobody leads by turn": (
        changed('by = "elected"', 'by = "elected"\ndeclined = "back"'),
        "key-useless",
        "declined =",
    ),
    "a type that is no id": (changed('by = "elected"', 'by = "elected"\ntype = "Sở"'), "id-malformed", "type ="),
    "a seat's type that is no id": (
        changed('[{ seat = "deputy" }]', '[{ seat = "a", type = "Sở" }]'),
        "id-malformed",
        "deputies",
    ),
    "units without a type where an office asks for one": (
        changed('by = "elected"', 'by = "elected"\ntype = "so"').replace(
            "[units.don-vi-b]\n", '[units.don-vi-b]\ntype = "so"\n'
        ),
        "unit-without-type",
        "[units.don-vi-a]",
    ),
    "a seat for a type that no unit has": (
        changed('[{ seat = "deputy" }]', '[{ seat = "a", type = "so" }]').replace(
            ']\nname = "Đơn vị', ']\ntype = "nganh"\nname = "Đơn vị'
        ),
        "type-of-nobody",
        "deputies",
    ),
    "an unknown thing undefined": (
        changed('"headship.recognition"', '"headship.recognise"'),
        "undefined-what-near",
        "what =",
    ),
    "an unknown award undefined": (
        changed('"headship.recognition"', '"awards.province-flog.quota"'),
        "award-not-listed-near",
        "what =",
    ),
    "one thing undefined twice": (
        added('[[undefined]]\nid = "x"\nwhat = "headship.recognition"\nsays = "x"'),
        "undefined-twice",
        "what =",
    ),
    "a ruleset that extends itself": (
        changed("in_force", 'extends = { id = "khoi-thu", in_force = 2021-01-15 }\nin_force'),
        "extends-itself",
        "extends",
    ),
    "a base that is not there": (
        changed("in_force", 'extends = { id = "khac", in_force = 2021-01-15 }\nin_force'),
        "unknown-base",
        "extends",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_name_and_line(name: str, tmp_path: Path) -> None:
    text, code, line = FAULTS[name]
    told = [(fault.code, text.split("\n")[(fault.line or 1) - 1]) for fault in faults_of(tmp_path, text)]
    assert [] != [written for found, written in told if found == code and line in written], told


def test_faults_of_many_entries_are_told_together(tmp_path: Path) -> None:
    text = changed("bonus = 5", "bonous = 5").replace("each = -8", "each = 8").replace('"hold"', '"delay"')
    assert {"unknown-key-near", "each-negative-due", "not-one-of"} == {
        fault.code for fault in faults_of(tmp_path, text)
    }


def test_a_tree_of_criteria_thousands_deep_is_refused(tmp_path: Path) -> None:
    deep = "".join(
        f'[[criteria]]\nid = "c{n}"\nname = "x"\nparent = "c{n - 1}"\n{RULE}' for n in range(1, 1_500)
    )  # it would overrun the stack
    text = f'{HEAD}{SOURCES}[[criteria]]\nid = "c0"\nname = "x"\n{RULE}{deep}'
    assert {"too-deep", "more-faults"} == {fault.code for fault in faults_of(tmp_path, text)}


def test_a_chain_of_awards_thousands_long_is_told_as_too_long(tmp_path: Path) -> None:
    awards = "".join(
        f'[[awards]]\nid = "a{n}"\nname = "x"\nchoose = [{{ id = "b", by = "place", places = [1] }}]\n'
        f"excludes = [{'' if n == 1_499 else f'{chr(34)}a{n + 1}{chr(34)}'}]\n{RULE}"
        for n in range(1_500)
    )  # it would overrun the stack
    order = f'[order]\nby = "points"\nname_places = [1]\n{RULE}'
    assert ["too-many-entries"] == [fault.code for fault in faults_of(tmp_path, HEAD + SOURCES + order + awards)]


def gates(number: int) -> str:
    return (
        HEAD + SOURCES + "".join(f'[[gates]]\nid = "g{n}"\nfact = "x"\neffect = "hold"\n{RULE}' for n in range(number))
    )


def test_a_ruleset_may_have_fifty_gates_and_no_more(tmp_path: Path) -> None:
    assert 50 == len(read(tmp_path, gates(50)).gates)
    (fault,) = faults_of(tmp_path, gates(51))
    assert ("too-many-entries", ("gates",)) == (fault.code, fault.path)


def test_a_ballot_may_have_ten_rounds_and_no_more(tmp_path: Path) -> None:
    assert 10 == read(tmp_path, changed("rounds = 2", "rounds = 10")).awards[1].choose[0].rounds
    (fault,) = faults_of(tmp_path, changed("rounds = 2", "rounds = 1000000000"))
    assert ("too-many-rounds", 10) == (fault.code, fault.data["most"])


@pytest.mark.parametrize("base", ["members", "units", "present", "present-or-consulted", "ballots"])
def test_every_base_is_read(base: str, tmp_path: Path) -> None:
    text = choose(f'by = "ballot", asks = "meeting", more_than = "1/2", base = "{base}"')
    assert base == read(tmp_path, text).awards[-1].choose[0].base


@pytest.mark.parametrize("absent", ["written", "proxy", "excluded"])
def test_what_becomes_of_absent_members_is_read(absent: str, tmp_path: Path) -> None:
    text = changed('what = "present"', 'what = "taking-part"') + f'[voting]\nabsent = "{absent}"\n{RULE}'
    assert Voting(absent, ("01/GĐ Điều 1",), "assumed") == read(tmp_path, text).voting  # type: ignore[arg-type]  # one of them


def test_those_consulted_vote_in_writing(tmp_path: Path) -> None:
    text = choose('by = "ballot", asks = "members", more_than = "1/2", base = "present-or-consulted"')
    assert 3 == len(read(tmp_path, text + f'[voting]\nabsent = "written"\n{RULE}').awards)


def test_two_decisions_may_follow_one_another_over_the_quota(tmp_path: Path) -> None:
    one, two = '{ id = "x", by = "decision", asks = "chair" }', '{ id = "y", by = "decision", asks = "council" }'
    text = changed(
        '{ id = "chu-tri-chon", by = "decision", asks = "chair" }', f'{one}, {{ id = "z", by = "chair-vote" }}, {two}'
    )
    assert ["votes", "decision", "chair-vote", "decision"] == [
        step.by for step in read(tmp_path, text).awards[1].over_quota
    ]


def test_one_step_id_in_two_awards_is_accepted(tmp_path: Path) -> None:
    text = choose('by = "meeting", asks = "meeting"').replace('id = "buoc"', 'id = "binh-xet"')
    assert 3 == len(read(tmp_path, text).awards)


def test_an_award_may_leave_its_quota_and_choice_undefined(tmp_path: Path) -> None:
    said = "".join(
        f'[[undefined]]\nid = "{part}-chua-ro"\nwhat = "awards.them.{part}"\nsays = "x"\n{RULE}'
        for part in ("quota", "choose")
    )
    assert "them" == read(tmp_path, award("choose = []") + said).awards[-1].id


def test_a_policy_of_its_own_may_answer_the_quota(tmp_path: Path) -> None:
    text = choose('by = "meeting", asks = "meeting"', "").replace('"standard"', '"a-plugin"')
    assert read(tmp_path, text).awards[-1].quota is None


def test_a_basis_is_resolved_before_anything_is_merged(tmp_path: Path) -> None:
    part = read_part(shelve(tmp_path, RULESET))
    assert ("01/GĐ Điều 1",) == part.ruleset.headship.bars[0].basis if part.ruleset.headship else False


def test_an_entry_is_found_by_its_id_and_by_its_index(tmp_path: Path) -> None:
    shelve(tmp_path, RULESET)
    document = Library([tmp_path], installed=False).read("khoi-thu", date(2021, 1, 15))
    line = RULESET.split("\n").index('  { id = "binh-xet", by = "meeting", asks = "meeting" },') + 1
    paths = [("awards", 1, "choose", 1), ("awards", "province-certificate", "choose", "binh-xet", "asks")]
    assert [line, line] == [document.place(path)[1] for path in paths]


def test_the_body_stands_alone() -> None:
    assert HEAD + BODY == RULESET


def test_the_bounds_of_figures_are_read(tmp_path: Path) -> None:
    text = changed('method = "bands"', 'method = "bands"\nleast = 0\nmost = "100%"')
    criterion = read(tmp_path, text).criteria[2]
    assert (Fraction(0), Fraction(1)) == (criterion.least, criterion.most)


@pytest.mark.parametrize(("kind", "each"), [("bonus", "2"), ("deduction", "-2")])
def test_a_group_beside_the_points_adds_up_as_they_do(kind: str, each: str, tmp_path: Path) -> None:
    group = f"""
[[criteria]]
id = "them"
name = "Thêm"
kind = "{kind}"
max = 10
{RULE}
[[criteria]]
id = "muc-mot"
name = "Mục một"
kind = "{kind}"
parent = "them"
method = "count"
each = {each}
max = 10
{RULE}"""
    read(tmp_path / "same", RULESET + group)
    assert ["children-sum"] == [
        fault.code for fault in faults_of(tmp_path / "less", RULESET + group.replace("10", "9", 1))
    ]
