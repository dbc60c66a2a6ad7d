"""Files that are wrong in one way each, seen by a schema and refused by the reader: examples of the pages, altered."""

from format_pages import page

__all__ = ["SAMPLES", "example"]


def example(name: str) -> str:
    return page(name).split("```toml\n", 1)[1].split("```", 1)[0]


# What is put in the place of what, in the example of the page, and what the fault is. The reader refuses each, too.
FAULTY = {
    "season, key that is not known": ("season", 'season  = "2022"', 'season  = "2022"\nseasom = "2022"'),
    "season, key that lacks": ("season", 'cluster = "van-hoa-xa-hoi"\n', ""),
    "season, other format": ("season", "emulrules/season/1", "emulrules/season/2"),
    "season, year without quotes": ("season", '"2022"', "2022"),
    "season, year with a slash": ("season", '"2022"', '"2021/2022"'),
    "season, number with a decimal comma": ("season", '"85%"', '"8,5"'),
    "season, number that is a float": ("season", '"85%"', "8.5"),
    "season, number with an exponent": ("season", '"85%"', '"8e5"'),
    "season, cell that is left empty": ("season", '"85%"', '""'),
    "season, cell that is true": ("season", '"85%"', "true"),
    "season, thousands with a point": ("season", '"85%"', '{ actual = "1.250", plan = 2 }'),
    "season, figure without what was done": ("season", '"85%"', "{ plan = 2 }"),
    "season, divided by nothing": ("season", '"85%"', '"5/0"'),
    "season, fewer than nobody": ("season", "women = 71", "women = -1"),
    "season, no staff": ("season", "staff = 100", "staff = 0"),
    "season, day in another order": ("season", "on         = 2023-01-10", 'on         = "10/01/2023"'),
    "season, day with a time": ("season", "on         = 2023-01-10", "on         = 2023-01-10T09:00:00"),
    "season, trust that there is not": ("season", 'trust      = "read"', 'trust      = "sure"'),
    "season, two answers in one act": ("season", 'choice     = ["so-y-te"]', 'choice = ["so-y-te"]\nnumber = 1'),
    "season, act without an answer": ("season", 'choice     = ["so-y-te"]', ""),
    "season, act that was not held but answered": ("season", 'trust      = "read"', 'trust = "read"\nheld = false'),
    "season, ballots without votes": ("season", 'trust      = "read"', 'trust = "read"\nballots = 3'),
    "season, list that is one text": ("season", '["bao-hiem-xa-hoi"]', '"bao-hiem-xa-hoi"'),
    "season, record that is no id": ("season", "[outgoing]", '[former]\n2021 = "abc"\n\n[outgoing]'),
    "season, what is still to be filled in": ("season", '"Biên bản hội nghị tổng kết (giả định)"', '"…"'),
    "season, queue without a source": ("season", "[outgoing]", '[turns]\nqueue = ["so-y-te"]\n\n[outgoing]'),
    "season, who joins without a document": ("season", "women = 71", 'roster = "joins"\nname = "Sở Y tế"'),
    "ruleset, key that is not known": ("ruleset", "kind    =", "kindd   ="),
    "ruleset, id with capitals": ("ruleset", 'id        = "khoi-gia-dinh"', 'id        = "Khoi"'),
    "ruleset, rule without a basis": ("ruleset", 'basis       = "quy-che Điều 5"\n', ""),
    "ruleset, basis that names no source": ("ruleset", '"quy-che Điều 5"', '"Điều 5"'),
    "ruleset, basis that is empty": ("ruleset", '"quy-che Điều 5"', "[]"),
    "ruleset, cluster without members": ("ruleset", '["don-vi-a", "don-vi-b"]', "[]"),
    "ruleset, place that is none": ("ruleset", "name_places = [1]", "name_places = [0]"),
    "ruleset, order that there is not": ("ruleset", 'by          = "meeting"', 'by          = "vote"'),
    "ruleset, ballot of nobody": ("ruleset", 'by          = "meeting"', 'by          = "ballot"'),
    "ruleset, place that is not said": ("ruleset", ", places = [1] }", " }"),
    "ruleset, threshold of a meeting": (
        "ruleset",
        'by = "place", places = [1]',
        'by = "meeting", asks = "meeting", at_least = "1/2", base = "members"',
    ),
    "ruleset, two quotas": ("ruleset", "choose = [", "quota = { number = 1, rest = true }\nchoose = ["),
    "ruleset, share without a base": ("ruleset", "choose = [", 'quota = { not_more_than = "1/5" }\nchoose = ['),
    "ruleset, share above all": ("ruleset", "choose = [", 'quota = { less_than = 2, base = "units" }\nchoose = ['),
    "ruleset, three deputies": (
        "ruleset",
        "deputies = []",
        'deputies = [{ seat = "a" }, { seat = "b" }, { seat = "c" }]',
    ),
    "ruleset, bar that bars from nothing": (
        "ruleset",
        "deputies = []",
        'bars = [{ id = "a", for = [], who = "outgoing", basis = "quy-che", trust = "assumed" }]',
    ),
    "ruleset, what nothing can leave open": (
        "ruleset",
        "[headship]",
        '[[undefined]]\nid = "a"\nwhat = "points"\nsays = "b"\nbasis = "quy-che"\ntrust = "assumed"\n\n[headship]',
    ),
    "ruleset, member that is listed twice": ("ruleset", '["don-vi-a", "don-vi-b"]', '["don-vi-a", "don-vi-a"]'),
    "ruleset, name of more than 200 letters": ("ruleset", '"Khối A"', f'"{"a" * 201}"'),
    "ruleset, place that must be one unit's twice": ("ruleset", "name_places = [1]", "name_places = [1, 1]"),
    "ruleset, place that is chosen twice": ("ruleset", "places = [1] }", "places = [1, 1] }"),
    "ruleset, award that is required twice": ("ruleset", "choose = [", 'requires = ["b", "b"]\nchoose = ['),
    "ruleset, ballot of one": (
        "ruleset",
        'by = "place", places = [1]',
        'by = "ballot", asks = "head", at_least = "1/2", base = "members"',
    ),
    "ruleset, order by the ballot of one": (
        "ruleset",
        'by          = "meeting"',
        'by          = "ballot"\nasks = "chair"',
    ),
    **{
        f"ruleset, threshold {written}": (
            "ruleset",
            'by = "place", places = [1]',
            f'by = "ballot", asks = "members", {written}, base = "members"',
        )
        for written in ("at_least = 0", 'at_least = "0%"', 'at_least = "150%"', 'more_than = "100%"', "more_than = 1")
    },
    "ruleset, votes that are counted twice": (
        "ruleset",
        'by = "place", places = [1] }]',
        'by = "ballot", asks = "members" }]\nover_quota = [{ id = "b", by = "votes" }, { id = "c", by = "votes" }]',
    ),
    "season, unit that is chosen twice": ("season", 'choice     = ["so-y-te"]', 'choice = ["so-y-te", "so-y-te"]'),
    "season, unit that has a fact twice": ("season", '["bao-hiem-xa-hoi"]', '["bao-hiem-xa-hoi", "bao-hiem-xa-hoi"]'),
    "council, record that is no id": ("council", '"0000000000', '"xyz'),
    "council, nobody in it": ("council", "members = 9", "members = 0"),
}


def bands(written: str) -> str:
    return f'method = "bands"\nmax = 5\nbands = [{written}]'


CRITERIA = {
    "method that needs a maximum": 'method = "proportion"',
    "method that needs bands": 'method = "bands"\nmax = 5',
    "maximum of nothing": 'method = "entered"\nmax = 0',
    "points that somebody entered without a maximum": 'method = "entered"',
    "key that another method has": 'method = "entered"\nmax = 5\nleader = "ratio"',
    "deduction that could add": 'method = "net"\nkind = "deduction"\neach = -1\neach_minus = -1',
    "frame with a method": 'method = "entered"\nmax = 5\nframe = true',
    "rounding to more places than there are": 'method = "entered"\nmax = 5\nrounding = { mode = "floor", places = 13 }',
    "stage that is named twice": 'method = "entered"\nmax = 5\nstages = ["b", "b"]',
    "bands that are none": 'method = "bands"\nmax = 5\nbands = []',
    "band with two thresholds": bands("{ points = 5, at_least = 5, more_than = 4 }, { points = 1 }"),
    "band with no threshold above another": bands("{ points = 5 }, { points = 1 }"),
    "band with a threshold below all others": bands("{ points = 5, at_least = 5 }, { points = 1, at_least = 2 }"),
    "single band with a threshold": bands("{ points = 5, at_least = 5 }"),
    "each for nothing": 'method = "count"\nmax = 5\neach = 0',
    "each that takes": 'method = "count"\nmax = 5\neach = "-0.5"',
    "each of a deduction that adds": 'method = "count"\nkind = "deduction"\nmax = 5\neach = 1',
    "each below the plan that adds": 'method = "net"\nmax = 5\neach = 1\neach_minus = "0.5"',
    "method that there is not": 'method = "guess"\nmax = 5',
}
TIES = {
    "step without a kind": 'basis = "quy-che"\ntrust = "assumed"',
    "step that is inherited and written": 'inherit = true\nby = "lot"',
    "criterion that is not named": 'by = "criterion"\nbasis = "quy-che"\ntrust = "assumed"',
    "ballot of one": 'by = "ballot"\nasks = "chair"\nbasis = "quy-che"\ntrust = "assumed"',
    "share of itself": ('by = "share"\nshare = { of = "women", in = "women" }\nbasis = "quy-che"\ntrust = "assumed"'),
    "share that all have": (
        'by = "share"\nshare = { of = "women", in = "staff" }\nat_least = 0\nbasis = "quy-che"\ntrust = "assumed"'
    ),
    "lot that nobody draws": 'by = "lot"\nbasis = "quy-che"\ntrust = "assumed"',
}
SUCCESSIONS = {
    "two that are renamed to one": 'kind = "renamed"\nfrom = ["a", "b"]\nto = ["c"]',
    "one that is renamed to two": 'kind = "renamed"\nfrom = ["a"]\nto = ["b", "c"]',
    "two that are merged into two": 'kind = "merged"\nfrom = ["a", "b"]\nto = ["c", "d"]',
    "two that are split": 'kind = "split"\nfrom = ["a", "b"]\nto = ["c", "d"]',
    "one that is split into one": 'kind = "split"\nfrom = ["a"]\nto = ["b"]',
    "one that goes twice": 'kind = "merged"\nfrom = ["a", "a"]\nto = ["b"]',
}


def with_entry(array: str, entry: str) -> str:
    return f'{example("ruleset")}\n[[{array}]]\nid = "them"\n{entry}\n'


def in_table(name: str, old: str, new: str) -> str:
    written = example(name)
    assert 1 <= written.count(old)
    return written.replace(old, new, 1)


SAMPLES = {
    **{what: (name, in_table(name, old, new)) for what, (name, old, new) in FAULTY.items()},
    **{
        what: ("ruleset", with_entry("criteria", f'name = "Thêm"\n{entry}\nbasis = "quy-che"\ntrust = "assumed"'))
        for what, entry in CRITERIA.items()
    },
    **{what: ("ruleset", with_entry("ties", entry)) for what, entry in TIES.items()},
    **{
        what: ("ruleset", with_entry("successions", f'{entry}\non = 2022-03-01\nbasis = "quy-che"\ntrust = "assumed"'))
        for what, entry in SUCCESSIONS.items()
    },
    "stage that is called as a part of a figure": (
        "ruleset",
        with_entry("stages", 'name = "b"\nby = "unit"\nbasis = "quy-che"\ntrust = "assumed"').replace("them", "plan"),
    ),
}
