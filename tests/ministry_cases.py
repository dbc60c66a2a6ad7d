"""The cases that show the regulations of ministries: what must come out, by hand from the case and the rule.

Each is a year of an invented cluster that adds nothing to the regulation but its members and what the regulation leaves
to it.
"""

from typing import Final

__all__ = ["FOLDERS", "OFFICES", "OUTCOMES", "PROPOSED", "RULESETS", "STATUS"]

Row = tuple[str, str, str]

# Case -> who is proposed for what, who holds which office next, and what is still asked.
_CASES: Final[dict[str, tuple[set[Row], set[Row], tuple[str, ...]]]] = {
    "tram-kiet-science/cases/2025-cum-tram-kiet": (
        {("ministry-flag", f"vien-tram-{number}", "proposed") for number in (1, 2, 4)},
        set(),
        (),
    ),
    "hoa-trung-courts/cases/2023-cum-hoa-trung": (
        {
            ("court-flag", "toa-huyen-thac", "proposed"),
            ("court-flag", "toa-tinh-thuong", "proposed"),
            ("court-flag", "toa-huyen-bai", "proposed"),
            ("government-flag", "toa-tinh-thuong", "proposed"),
        },
        set(),
        ("head", "deputy"),
    ),
    "hoa-trung-courts/cases/2024-cum-hoa-trung": (
        {
            ("court-flag", "toa-tinh-ha", "held"),
            ("court-flag", "toa-huyen-ghenh", "proposed"),
            ("government-flag", "toa-tinh-ha", "held"),
        },
        set(),
        (),
    ),
    "dong-ngan-procuracies/cases/2020-cum-dong-ngan": (
        {("sector-flag", "vien-ngan-3", "proposed")},
        {("head", "vien-ngan-3", "turn"), ("deputy", "vien-ngan-4", "elected")},
        (),
    ),
    "bach-lo-audit/cases/2015-khoi-bach-lo": ({("sector-flag", "doan-lo-1", "proposed")}, set(), ()),
    "ha-vien-education/cases/2018-2019-cum-ha-vien": (
        {("ministry-flag", "so-vien-1", "proposed")},
        {("head", "so-vien-4", "appointed"), ("deputy", "so-vien-5", "appointed")},
        (),
    ),
    "ha-vien-education/cases/2020-2021-cum-ha-vien": (
        {("ministry-flag", "so-vien-2", "proposed")},
        {("head", "so-vien-5", "appointed")},
        (),
    ),
    "tung-lac-justice/cases/2013-cum-tung-lac": (
        set(),
        {
            ("head", "so-tung-2", "appointed"),
            ("deputy", "so-tung-3", "appointed"),
            ("deputy", "thi-hanh-an-tung-1", "appointed"),
        },
        (),
    ),
    "cua-khai-customs/cases/2023-cum-cua-khai": (
        {("sector-flag", "hai-quan-khai-2", "proposed")},
        {("head", "hai-quan-khai-3", "elected"), ("deputy", "hai-quan-khai-4", "elected")},
        (),
    ),
    "da-vuong-rubber/cases/2015-khoi-da-vuong": ({("bloc-flag", "nong-truong-da-2", "proposed")}, set(), ()),
    "da-vuong-rubber/cases/2016-khoi-da-cuoi": (
        {
            ("first-flag", "nong-truong-cuoi-1", "proposed"),
            *(("second-flag", f"nong-truong-cuoi-{number}", "proposed") for number in (2, 4)),
            *(("certificate", f"nong-truong-cuoi-{number}", "proposed") for number in (3, 5, 6)),
        },
        set(),
        (),
    ),
    "da-vuong-rubber/cases/2016-khoi-da-vuong": (
        {
            ("first-flag", "nong-truong-da-1", "proposed"),
            *(("second-flag", f"nong-truong-da-{number}", "proposed") for number in (2, 3)),
            *(("certificate", f"nong-truong-da-{number}", "proposed") for number in (4, 5, 6)),
        },
        set(),
        (),
    ),
}

# The regulations, and the invented clusters that extend them.
RULESETS: Final = {
    "audit-blocs/2014-01-01",
    "bach-lo-audit/2014-01-01",
    "court-clusters/2017-10-01",
    "court-clusters/2024-01-01",
    "cua-khai-customs/2023-01-01",
    "customs-clusters/2023-01-01",
    "da-vuong-rubber/2015-01-01",
    "da-vuong-rubber/2016-01-01",
    "dong-ngan-procuracies/2019-01-01",
    "education-clusters/2017-10-01",
    "education-clusters/2020-01-01",
    "ha-vien-education/2017-10-01",
    "ha-vien-education/2020-01-01",
    "hoa-trung-courts/2017-10-01",
    "hoa-trung-courts/2024-01-01",
    "justice-clusters/2013-01-01",
    "procuracy-clusters/2019-01-01",
    "rubber-blocs/2015-01-01",
    "science-clusters/2025-10-31",
    "tram-kiet-science/2025-10-31",
    "tung-lac-justice/2013-01-01",
}
FOLDERS: Final = {name.split("/")[0] for name in _CASES}

OUTCOMES: Final = {
    name: ({row[:2] for row in won}, {row[:2] for row in offices}, set(asked))
    for name, (won, offices, asked) in _CASES.items()
}
_BY_NAME: Final = {name.rpartition("/")[2]: case for name, case in _CASES.items()}
PROPOSED: Final = {name: won for name, (won, _, _) in _BY_NAME.items()}
OFFICES: Final = {name: offices for name, (_, offices, _) in _BY_NAME.items()}
STATUS: Final = {name: ("pending" if asked else "complete", asked) for name, (_, _, asked) in _BY_NAME.items()}
