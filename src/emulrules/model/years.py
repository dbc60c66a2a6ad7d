"""Seasons in time: a season id is a year (`2021`) or a school year (`2018-2019`), and seasons follow one another."""

from collections.abc import Iterable

from emulrules.model.ruleset import years

__all__ = ["before", "follows", "season_before"]


def before(one: str, other: str) -> bool:
    """Whether the season `one` is earlier than `other`: it neither begins nor ends later, and is not the same.

    >>> before("2018", "2018-2019"), before("2021", "2021")
    (True, False)
    """
    (first, last), (other_first, other_last) = years(one), years(other)
    return first <= other_first and last <= other_last and (first, last) != (other_first, other_last)


def follows(season: str, former: str) -> bool:
    """Whether no year lies between `former` and `season`, also where a cluster went over to school years or back.

    >>> follows("2022", "2021"), follows("2018-2019", "2018"), follows("2022", "2020")
    (True, True, False)
    """
    (first, last), (former_first, former_last) = years(season), years(former)
    return before(former, season) and first - former_first <= 1 and last - former_last <= 1


def season_before(season: str, seasons: Iterable[str]) -> str | None:
    """Which of `seasons` is the one right before `season`: of those that it follows the latest; None if none is.

    >>> season_before("2019-2020", ["2018-2019", "2019", "2016"])
    '2019'
    """
    return max((each for each in seasons if follows(season, each)), key=years, default=None)
