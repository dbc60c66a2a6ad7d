"""Every variant, national rule and rule of a sector or province that is known, typed by hand, under its heading."""

from typing import Final

__all__ = ["MATRIX", "OUTSIDE"]

MATRIX: Final[dict[str, tuple[str, ...]]] = {
    "Scale": ("1000 with the bonus inside", "100 with the bonus on top", "free sum", "no points"),
    "Point table": (
        "national or ministry",
        "province, by bloc type",
        "frame and the cluster's own",
        "cluster alone",
        "a new version every few years",
    ),
    "Leaf rule": (
        "entered",
        "proportion of plan",
        "pass or fail",
        "bands with a floor",
        "count × points, capped",
        "bonus and penalty, clamped",
        "relative to the cluster's best",
        "per award already held",
    ),
    "State of a cell": ("scored", "zero", "not applicable", "no target", "missing"),
    "Deduction": ("by the unit itself", "by the head or a board", "capped", "not capped"),
    "Stages": (
        "self",
        "cross, in pairs or teams",
        "head and deputy",
        "outside agencies",
        "council",
        "final is the last",
        "final is agreed at the meeting",
        "final is the mean",
        "final is the most",
    ),
    "Rounding": ("none stated", "a parameter"),
    "Order": (
        "points",
        "ballot",
        "points, then ballot among the shortlisted",
        "points, then ballot among the tied",
        "meeting",
    ),
    "Tie": (
        "vote among the tied",
        "women at least 70 %",
        "chair's vote",
        "head and deputy",
        "criterion by criterion",
        "stays open",
    ),
    "Quota": (
        "by place",
        "table by cluster size",
        "allocated yearly",
        "share of a base, with a floor",
        "per parent over clusters",
        "all the rest",
    ),
    "Stacking": (
        "one award a unit",
        "flag and certificate together",
        "a lower flag as a prerequisite",
        "a lower flag beside a higher certificate",
    ),
    "Vote": (
        "threshold, strict",
        "threshold, not strict",
        "base: all members",
        "base: those present",
        "base: present or consulted",
        "base: the cluster's units",
        "quorum",
        "absence by written opinion",
        "absence by proxy",
        "rounds",
    ),
    "Head": (
        "elected",
        "acclaimed",
        "handed over",
        "turn in a list",
        "deputy moves up",
        "appointed",
        "elected, then recognised",
        "no deputy",
        "one deputy",
        "two deputies",
        "typed seats",
        "bar: not considered last year",
        "bar: the outgoing head",
    ),
    "Head and awards": ("unrelated",),
    "Undefined": ("left to the bloc's own statute",),
    "Restructuring": (
        "clusters redrawn",
        "units merged",
        "units renamed",
        "units split",
        "seats follow the province",
    ),
    "National rules": (
        *("N1", "N1b", "N1c", "N2", "N3", "N4", "N5", "N6", "N7"),
        *("N8", "N9", "N10", "N11", "N12", "N13", "N14"),
    ),
    "Rules of sectors and provinces": tuple(f"L{number}" for number in range(1, 21)),
}

# Days and contents of dossiers bind people; everything else has a case.
OUTSIDE: Final = {("National rules", "N12")}
