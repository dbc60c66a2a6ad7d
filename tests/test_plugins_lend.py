"""Facts about what a plugin is given: equal to the engine's values, and none of them."""

from datetime import date
from fractions import Fraction

from emulrules.model.award import Award, Choose
from emulrules.model.cell import Mark, Ratio
from emulrules.model.criterion import Criterion
from emulrules.model.ruleset import Cluster, Ruleset, Span
from emulrules.model.season import Season, UnitEntry
from emulrules.model.table import Table
from emulrules.plugins.lend import Lender, copied

BASIS = ("quy-che Điều 1",)
RULESET = Ruleset(
    "quy-che",
    "Quy chế giả định",
    "Cơ quan giả định",
    "standard",
    date(2021, 1, 1),
    Span("2021"),
    clusters={"cum": Cluster("Cụm", ("so-a",), BASIS, "assumed")},
    criteria=(Criterion("tieu-chi", "Tiêu chí", BASIS, "assumed", max=Fraction(10)),),
    awards=(Award("flag", "Cờ", (Choose("xet", "meeting"),), BASIS, "assumed"),),
)
SEASON = Season(
    "quy-che",
    "cum",
    "2021",
    units={"so-a": UnitEntry(women=1, staff=2)},
    scores={"tieu-chi": Table({"so-a": Ratio(Fraction(1), Fraction(2)), "so-b": Mark.PASS})},
)


def test_a_copy_is_equal_and_shares_nothing_that_can_be_changed() -> None:
    ruleset, season = copied((RULESET, SEASON))
    assert (RULESET, SEASON) == (ruleset, season)
    pairs = [
        (ruleset, RULESET),
        (ruleset.seasons, RULESET.seasons),
        (ruleset.clusters, RULESET.clusters),
        (ruleset.clusters["cum"], RULESET.clusters["cum"]),
        (ruleset.criteria[0], RULESET.criteria[0]),
        (ruleset.awards[0].choose[0], RULESET.awards[0].choose[0]),
        (season.units["so-a"], SEASON.units["so-a"]),
        (season.scores["tieu-chi"], SEASON.scores["tieu-chi"]),
        (season.scores["tieu-chi"]["so-a"], SEASON.scores["tieu-chi"]["so-a"]),
    ]
    assert [] == [original for copy, original in pairs if copy is original]
    assert Mark.PASS is season.scores["tieu-chi"]["so-b"]


def test_one_ruleset_and_season_are_copied_once() -> None:
    lender = Lender()
    first = lender.lend({"ruleset": RULESET, "season": SEASON})
    second = lender.lend({"ruleset": RULESET, "season": SEASON})
    assert first["ruleset"] is second["ruleset"]
    assert first["season"] is second["season"]


def test_another_season_is_copied_anew() -> None:
    lender = Lender()
    lender.lend({"season": SEASON})
    other = Season("quy-che", "cum", "2022")
    assert other == lender.lend({"season": other})["season"]


def test_what_came_back_changed_is_not_lent_again() -> None:
    lender = Lender()
    lent = lender.lend({"season": SEASON})
    dict.clear(lent["season"].units)  # type: ignore[attr-defined]  # a season
    assert not lender.unchanged(lent, {"season": SEASON})
    assert SEASON == lender.lend({"season": SEASON})["season"]
