"""What cases touch: every kind of part of a ruleset is shown by the steps of some shipped case."""

import re
from functools import cache
from typing import Final

from cases import decided

from pytest_emulrules.touching import parts, touched

CASES: Final = (
    *("2015-cum-nui", "2018-2019-cum-ha-vien", "2019-cum-che", "2019-cum-trang", "2019-ho-sen", "2021-culture-social"),
    *("2021-cum-ke-nhiem", "2021-cum-luan-phien", "2021-cum-suy-ton", "2021-khoi-bai", "2021-khoi-khe"),
    *("2022-cum-luan-phien", "2022-da-co-khen-thuong", "2022-doi-theo-so-luong", "2022-khoi-cho"),
    *("2022-van-hoa-xa-hoi", "2022-vuot-ke-hoach", "2023-2024-cum-lop", "2023-cum-doi-ten", "2023-cum-hoa-trung"),
    *("2023-cum-thac", "2024-cum-cac-tinh", "2024-cum-luan-phien"),
)
"""So few cases show every kind."""

_OWN: Final = re.compile(r"(?<=[a-z]\.)[a-z0-9-]+|(?<=from |bove |ding )\S+|(?<=uty )\S+|(?<=the )\S+|\d+ to \d+")
"""What in a name is a ruleset's own."""


def kind(name: str) -> str:
    return _OWN.sub("…", name)


@cache
def shown() -> frozenset[str]:
    return frozenset(kind(name) for case in CASES for name in touched(decided(case)))


def test_every_kind_of_part_is_touched_by_a_shipped_case() -> None:
    every = {kind(name) for case in CASES for name in parts(decided(case).rules)}
    assert set() == every - shown()


def test_the_kinds_are_those_that_a_ruleset_can_have() -> None:
    expected = {
        *("criteria.… scored", "criteria.… pass", "criteria.… fail", "criteria.… from … on", "criteria.… holding …"),
        *("criteria.… below all bands", "criteria.… not applicable", "criteria.… without a target"),
        *("criteria.… summed", "criteria.… capped", "criteria.… rounded", "scale bonus capped", "scale total"),
        *("gates.… out", "gates.… hold", "order standing", "order shortlist", "ties.…"),
        *("awards.….… of … units", "awards.….….…", "awards.….…", "awards.… for who won before"),
        *("headship head turn", "headship deputy …", "headship.….…", "headship recognised", "undefined.…"),
    }
    assert set() == expected - shown()


def test_a_decision_touches_parts_of_its_own_ruleset_only() -> None:
    for case in CASES:
        assert touched(decided(case)) <= set(parts(decided(case).rules))
