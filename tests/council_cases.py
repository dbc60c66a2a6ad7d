"""The clusters whose proposals the shipped councils review: what each proposes, by hand from places and rules."""

from typing import Final

__all__ = ["FOLDERS", "OFFICES", "OUTCOMES", "PROPOSED", "RULESETS", "STATUS"]

Row = tuple[str, str, str]


def _of(name: str, units: int, *held: int) -> set[Row]:
    """The first for the Government's flag, the first two for the province's, the others for a certificate."""
    rows = [("government-flag", 1), ("province-flag", 1), ("province-flag", 2)]
    rows += [("province-certificate", number) for number in range(3, units + 1)]
    return {(award, f"don-vi-{name}{n}", "held" if n in held else "proposed") for award, n in rows}


def _named(name: str, flags: int, state: str = "proposed") -> set[Row]:
    """The meeting names the first unit for the Government's flag, and the first so many for the province's."""
    rows = {("province-flag", f"don-vi-{name}{number}", state) for number in range(1, flags + 1)}
    return {("government-flag", f"don-vi-{name}1", state), *rows}


_ALL: Final = ("bai", "bien", "cau", "dao", "dong", "ghenh", "may", "nui", "rung", "song")

PROPOSED: Final[dict[str, set[Row]]] = {
    "2021-khoi-may": _of("may", 4),
    "2021-khoi-nui": _of("nui", 4, 1),
    "2021-khoi-song": _of("song", 3),
    **{f"2022-khoi-{name}": _named(name, 1) for name in ("may", "nui", "song")},
    **{f"2023-khoi-{name}": _named(name, 1, "held" if name == "rung" else "proposed") for name in _ALL},
    **{f"2024-khoi-{name}": _named(name, 2) for name in ("may", "nui")},
}
# In the years whose rules come from the national ones of 2017, heads are elected, and nobody has been yet.
STATUS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    name: ("pending", ("head", "deputy")) if name.startswith(("2022", "2023")) else ("complete", ())
    for name in PROPOSED
}
OFFICES: Final[dict[str, set[Row]]] = {name: set() for name in PROPOSED}
OUTCOMES: Final[dict[str, tuple[set[tuple[str, str]], set[tuple[str, str]], set[str]]]] = {
    f"may-trang-blocs/cases/{name}": ({(award, unit) for award, unit, _ in rows}, set(), set(STATUS[name][1]))
    for name, rows in PROPOSED.items()
}
FOLDERS: Final = frozenset({"may-trang-blocs"})
RULESETS: Final = frozenset(f"may-trang-blocs/{year}-01-01" for year in (2021, 2022, 2023, 2024))
