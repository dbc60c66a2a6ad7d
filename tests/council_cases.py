"""The clusters whose proposals the shipped councils review: what each proposes, by hand from places and rules."""

from typing import Final

__all__ = ["FOLDERS", "OFFICES", "OUTCOMES", "PROPOSED", "RULESETS", "STATUS"]

Row = tuple[str, str, str]


def _of(name: str, units: int, *held: int) -> set[Row]:
    """The first for the Government's flag, the first two for the province's, the others for a certificate."""
    rows = [("government-flag", 1), ("province-flag", 1), ("province-flag", 2)]
    rows += [("province-certificate", number) for number in range(3, units + 1)]
    return {(award, f"don-vi-{name}{n}", "held" if n in held else "proposed") for award, n in rows}


PROPOSED: Final[dict[str, set[Row]]] = {
    "2021-khoi-may": _of("may", 4),
    "2021-khoi-nui": _of("nui", 4, 1),
    "2021-khoi-song": _of("song", 3),
}
STATUS: Final[dict[str, tuple[str, tuple[str, ...]]]] = dict.fromkeys(PROPOSED, ("complete", ()))
OFFICES: Final[dict[str, set[Row]]] = {name: set() for name in PROPOSED}
OUTCOMES: Final[dict[str, tuple[set[tuple[str, str]], set[tuple[str, str]], set[str]]]] = {
    f"may-trang-blocs/cases/{name}": ({(award, unit) for award, unit, _ in rows}, set(), set())
    for name, rows in PROPOSED.items()
}
FOLDERS: Final = frozenset({"may-trang-blocs"})
RULESETS: Final = frozenset({"may-trang-blocs/2021-01-01"})
