"""A small invented bloc, decided without files, so that records are tested by themselves."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from emulrules.engine import decide
from emulrules.files.canonical import digest, encode
from emulrules.files.record import record_bytes
from emulrules.files.witness import Circumstances, Program, SourceFile, ValuePlace
from emulrules.model.award import Award, Choose, QuotaRule
from emulrules.model.cell import Mark, Ratio
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.decision import Decision
from emulrules.model.headship import Bar, Headship
from emulrules.model.order import Order, TieStep
from emulrules.model.ruleset import Cluster, Gate, Ruleset, Span, Unit
from emulrules.model.season import Act, Meeting, Outgoing, Season
from emulrules.model.source import Source
from emulrules.model.table import Table
from emulrules.plugins import load_policy

BASIS: Final = ("Quy chế giả định Điều 1",)
RULE: Final[dict[str, Any]] = {"basis": BASIS, "trust": "assumed"}
UNITS: Final = ("don-vi-a", "don-vi-b", "don-vi-c", "don-vi-d")

RULES: Final = Ruleset(
    "khoi-gia-dinh",
    "Quy chế khối (giả định)",
    "Cơ quan giả định",
    "standard",
    date(2021, 1, 15),
    Span("2021"),
    sources=Table({"quy-che": Source("Quy chế giả định", issued=date(2021, 1, 15))}),
    clusters=Table({"khoi-mot": Cluster("Khối một", UNITS, **RULE)}),
    units=Table({unit: Unit(f"Đơn vị {unit[-1].upper()} (giả định)", ("ĐV " + unit[-1],)) for unit in UNITS}),
    scale=Scale(points=Fraction(100), **RULE),
    criteria=(
        Criterion("chi-tieu", "Chỉ tiêu", method="proportion", max=Fraction(70), **RULE),
        Criterion(
            "phong-trao", "Phong trào", method="entered", max=Fraction(30), not_applicable="rescale", cap=True, **RULE
        ),
    ),
    gates=(Gate("dang-xem-xet", "under-complaint", "hold", **RULE),),
    order=Order("points", name_places=(1,), **RULE),
    ties=(TieStep("phong-trao-truoc", "criterion", criterion="phong-trao", **RULE),),
    awards=(
        Award("province-flag", "Cờ thi đua", (Choose("thu-nhat", "place", places=(1,)),), **RULE),
        Award(
            "province-certificate",
            "Bằng khen",
            (Choose("binh-xet", "meeting", asks="meeting"),),
            quota=QuotaRule(ask="province", **RULE),
            excludes=("province-flag",),
            **RULE,
        ),
    ),
    headship=Headship(
        "elected",
        asks="members",
        bars=(Bar("khong-lien-tiep", ("head",), who="outgoing", **RULE),),
        deputies=(),
        **RULE,
    ),
)


def act(question: str, **fields: Any) -> Act:
    return Act(question, "bien-ban", "read", **fields)


SEASON: Final = Season(
    "khoi-gia-dinh",
    "khoi-mot",
    "2022",
    sources=Table({"bien-ban": Source("Biên bản (giả định)", issued=date(2023, 1, 10))}),
    outgoing=Outgoing("don-vi-a"),
    meeting=Meeting(4),
    facts=Table({"under-complaint": ("don-vi-d", "don-vi-c")}),
    scores=Table(
        {
            "chi-tieu": Table(
                {
                    "don-vi-a": Ratio(Fraction(2), Fraction(3)),
                    "don-vi-b": Ratio(Fraction(4), Fraction(7)),
                    "don-vi-c": Ratio(Fraction(1), Fraction(3)),
                    "don-vi-d": Ratio(Fraction(1), Fraction(2)),
                }
            ),
            "phong-trao": Table(
                {
                    "don-vi-a": Mark.NOT_APPLICABLE,
                    "don-vi-b": Fraction(25),
                    "don-vi-c": Fraction(10),
                    "don-vi-d": Fraction(30),
                }
            ),
        }
    ),
    acts=(
        act("quota:province-certificate", number=2, decided_by="province"),
        act("head", choice=("don-vi-b",), on=date(2023, 1, 10)),
        act("award:province-certificate:binh-xet", choice=("don-vi-c", "don-vi-b"), decided_by="meeting"),
    ),
)


def decided(season: Season = SEASON, rules: Ruleset = RULES) -> Decision:
    return decide(season, rules, load_policy(rules))


def shuffled(mapping: Mapping[str, Any], order: Callable[[list[Any]], Sequence[Any]]) -> Table[str, Any]:
    """The mapping and those inside it with their keys in another order."""
    items = order(list(mapping.items()))
    return Table({key: shuffled(value, order) if isinstance(value, Table) else value for key, value in items})


GOOD: Final = record_bytes(decided())
BODY: Final[dict[str, Any]] = json.loads(GOOD)


def changed(*path: str | int, to: object) -> bytes:
    """The sample's record with another value at `path`, in canonical bytes."""
    body = json.loads(GOOD)
    part = body
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = to
    return encode(body)


MADE: Final = Circumstances(
    "2023-01-11T08:30:00+07:00",
    "may-tinh-gia-dinh",
    "CPython 3.11.7",
    Program("emulrules", "0.1.0", digest(b"")),
    files=(SourceFile("season", "2022.toml", digest(b"")),),
    values=(ValuePlace("acts[0].number", "2022.toml", 30),),
)
