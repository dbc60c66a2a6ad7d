"""Small decisions made by hand, so that reports are tested without files, plugins or an engine."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from emulrules.model.award import Award, Choose, Limit, QuotaRule
from emulrules.model.criterion import Criterion, Scale
from emulrules.model.decision import Decision, NamedUnit, Question, Step, Warned
from emulrules.model.headship import Bar, Headship
from emulrules.model.order import Order, Share, TieStep
from emulrules.model.ruleset import Cluster, Gate, Ruleset, Span, UndefinedRule, Unit
from emulrules.model.season import Season
from emulrules.model.source import Source
from emulrules.model.table import Table

NAMES = {"so-a": "Sở Ao", "so-b": "Sở Ăn", "so-c": "Sở Ấm", "so-d": "Sở Bưởi"}
BASIS = ("QC Điều 1",)


def ruleset(names: Mapping[str, str] = NAMES, **changes: Any) -> Ruleset:
    """A bloc with one criterion, one gate, one tie step, a flag and a certificate."""
    fields: dict[str, Any] = {
        "id": "vi-du",
        "title": "Quy chế ví dụ",
        "authority": "Cơ quan ví dụ",
        "policy": "standard",
        "in_force": date(2021, 1, 15),
        "seasons": Span("2021", "2023"),
        "sources": Table({"qc": Source("Quy chế", "QC")}),
        "clusters": Table({"khoi": Cluster("Khối ví dụ", tuple(names), BASIS, "read", "bloc")}),
        "units": Table({unit: Unit(name) for unit, name in names.items()}),
        "scale": Scale(("QC Điều 2",), "read", Fraction(100)),
        "criteria": (
            Criterion("nhiem-vu", "Nhiệm vụ", ("QC Điều 2 khoản 1",), "read", method="proportion", max=Fraction(100)),
        ),
        "gates": (Gate("khieu-nai", "under-complaint", "hold", ("QC Điều 3",), "reported"),),
        "order": Order("points", ("QC Điều 4",), "read", (1,)),
        "ties": (
            TieStep("nu", "share", ("QC Điều 5",), "read", share=Share("women", "staff"), at_least=Fraction(7, 10)),
        ),
        "awards": (
            Award("flag", "Cờ thi đua", (Choose("nhat", "place", places=(1,)),), ("QC Điều 6",), "reported"),
            Award(
                "certificate",
                "Bằng khen",
                (Choose("binh-xet", "meeting", "meeting"),),
                ("QC Điều 7",),
                "read",
                QuotaRule(number=2),
                excludes=("flag",),
            ),
        ),
        "limits": (Limit("tran", "Cấp trên chỉ nhận một phần.", ("QC Điều 8",), "read"),),
        "headship": Headship(
            "elected", ("QC Điều 9",), "read", "members", (Bar("cu", ("head",), BASIS, "read", "outgoing"),)
        ),
        "undefined": (UndefinedRule("diem", "scale", "Không nói về thang điểm.", BASIS, "read"),),
    }
    return Ruleset(**{**fields, **changes})


def step(n: int, kind: str, output: Any, rule: str, basis: str, unit: str | None = None, **inputs: Any) -> Step:
    """One step, numbered by hand."""
    return Step(n, kind, unit, rule, (basis,), Table(inputs), output)


def steps() -> tuple[Step, ...]:
    """`so-c` first and on hold, `so-a` and `so-b` parted by the share of women, `so-d` chosen for a certificate."""
    points = {"so-a": 90, "so-b": 90, "so-c": 95, "so-d": 80}
    places = {"so-c": 1, "so-b": 2, "so-a": 3, "so-d": 4}
    made = [step(1, "gate", Table(gate="khieu-nai", effect="hold"), "gates.khieu-nai", "QC Điều 3", "so-c")]
    for unit, value in points.items():
        measure = Fraction(value)
        made.append(
            step(
                0, "points", measure, "criteria.nhiem-vu", "QC Điều 2 khoản 1", unit, actual=measure, plan=Fraction(100)
            )
        )
        made.append(step(0, "total", measure, "scale", "QC Điều 2", unit))
    values = Table({"so-a": Fraction(0), "so-b": Fraction(1)})
    made.append(
        step(0, "tie", (("so-b",), ("so-a",)), "ties.nu", "QC Điều 5", None, tied=("so-a", "so-b"), values=values)
    )
    for unit, place in places.items():
        output = Table(place=place, tied_with=(), total=Fraction(points[unit]))
        made.append(step(0, "standing", output, "order", "QC Điều 4", unit))
    made.append(step(0, "award", Table(award="flag", state="held"), "awards.flag.choose.nhat", "QC Điều 6", "so-c"))
    made.append(step(0, "quota", 2, "awards.certificate.quota", "QC Điều 7", None, base=None, rounding=None))
    act = {
        "id": "award:certificate:binh-xet",
        "of": "meeting",
        "options": ("so-a", "so-b", "so-d"),
        "least": 0,
        "most": 2,
        "among": None,
        "ballots": None,
        "names": None,
        "decided_by": "meeting",
        "on": "2022-01-10",
        "source": "bb",
        "trust": "reported",
    }
    made.append(step(0, "act", ("so-d",), "awards.certificate.choose.binh-xet", "QC Điều 7", None, **act))
    made.append(
        step(
            0,
            "award",
            Table(award="certificate", state="proposed"),
            "awards.certificate.choose.binh-xet",
            "QC Điều 7",
            "so-d",
        )
    )
    made.append(step(0, "bar", ("head",), "headship.bars.cu", "QC Điều 1", "so-d"))
    office = Table(office="head", seat=None, state="elected")
    made.append(step(0, "office", office, "headship", "QC Điều 9", "so-a"))
    return tuple(Step(n, s.step, s.unit, s.rule, s.basis, s.inputs, s.output) for n, s in enumerate(made, 1))


DEPUTY = Question("deputy", "choice", "members", ("so-b", "so-c", "so-d"), 0, 2, ("QC Điều 9",), ("head",))
BALLOT = Question("place:1:phieu", "votes", "members", ("so-a", "so-b"), 1, 1, ("QC Điều 5",))
PLACES = Question("standing", "places", "meeting", tuple(NAMES), 1, 4, ("QC Điều 4",))
QUOTA = Question("quota:certificate", "number", "ministry", (), 0, None, ("QC Điều 7",))
FACT = Question("fact:so-a:women", "number", None, (), 0, None, ())


def decision(names: Mapping[str, str] = NAMES, **changes: Any) -> Decision:
    """The decision of `steps`, pending on `deputy`."""
    fields: dict[str, Any] = {
        "season": Season("vi-du", "khoi", "2021", sources=Table({"bb": Source("Biên bản")})),
        "rules": ruleset(names),
        "policy": "standard",
        "units": tuple(NamedUnit(unit, name) for unit, name in names.items()),
        "answers": (),
        "steps": steps(),
        "questions": (DEPUTY,),
        "waiting": (),
        "warnings": (
            Warned("reported-act", "award:certificate:binh-xet", ("so-d",)),
            Warned("reported-rule", "awards.flag.choose.nhat"),
            Warned("undefined", "undefined.diem"),
        ),
    }
    return Decision(**{**fields, **changes})
