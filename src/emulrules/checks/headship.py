"""Headship: offices that nobody of the ruleset's own clusters can hold, bars that bar everybody or nobody."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from emulrules.checks.finding import Finding, Phrase, Words
from emulrules.checks.lineups import Lineup, lineups
from emulrules.model.headship import Headship
from emulrules.model.ruleset import Ruleset

__all__ = ["findings"]

_OF_CLUSTER: Final = ("members", "meeting", "head", "head-and-deputies")
"""Who belongs to the cluster itself."""

_CHOSEN: Final = ("elected", "acclaimed", "appointed")
"""Ways to an office by which somebody chooses; who hands over is the head, and a turn or a deputy follows by itself."""


def findings(ruleset: Ruleset) -> Iterator[Finding]:
    """What is wrong with how head and deputies come to office."""
    headship = ruleset.headship
    if headship is None:
        return
    own = lineups(ruleset)
    if headship.by in _CHOSEN and headship.asks is None:
        yield _found("check-headship-asks-nobody", headship, {}, "by")
    if headship.recognised_by in _OF_CLUSTER:
        yield _found("check-headship-recognised-within", headship, {"who": headship.recognised_by}, "recognised_by")
    yield from _left_to_nobody(headship, ruleset)
    yield from _offices(headship, own)
    yield from _types(headship, ruleset, own)
    yield from _bars(headship)
    yield from _moving_up(headship)
    if headship.by == "turn" and headship.declined is None:
        yield _found("check-headship-turn-declined", headship, {}, note=True)


def _found(code: str, headship: Headship, data: Mapping[str, object], *part: str | int, note: bool = False) -> Finding:
    return Finding(code, ("headship", *part), data, headship.basis, note=note)


def _left_to_nobody(headship: Headship, ruleset: Ruleset) -> Iterator[Finding]:
    """Offices that somebody must fill where the head's follows by itself, so that nothing says who does.

    The deputies' own seats are always chosen for. Of the deputies who may move up there can be none, or several.
    """
    follows = headship.by in ("turn", "deputy")
    if not follows or not ruleset.clusters or headship.asks is not None or headship.deputies == ():
        return
    declared = ruleset.undefined_rule("headship.deputies")
    asked = headship.deputies is None and declared is not None and declared.ask is not None
    if headship.by == "deputy" or not asked:
        yield _found("check-headship-rest-asks-nobody", headship, {"by": Phrase(f"checked-by-{headship.by}")}, "by")


def _offices(headship: Headship, own: Sequence[Lineup]) -> Iterator[Finding]:
    """More offices than units that may hold them; no unit holds two."""
    offices = 1 + len(headship.deputies or ())
    barred = {office for bar in headship.bars if bar.who == "outgoing" for office in bar.for_}
    shut = 1 if barred == {"head", "deputy"} or (barred == {"head"} and offices == 1) else 0
    for line in own:
        if offices <= line.size - shut:
            continue
        # What units that are merged later leave vacant is known to the ruleset, and no slip of its author.
        later = line is not next(each for each in own if each.cluster == line.cluster)
        too_many = offices > line.size
        code = "check-headship-too-many-offices" if too_many else "check-headship-bars-too-many"
        data = {"cluster": line.cluster, "season": line.season, "units": line.size, "offices": offices}
        yield _found(code, headship, data, "deputies" if too_many else "bars", note=later)
        return


def _types(headship: Headship, ruleset: Ruleset, own: Sequence[Lineup]) -> Iterator[Finding]:
    """Offices for units of a type of which there are too few, after a change of members, or but the outgoing head."""
    typed = [("head", headship.type), *((seat.seat, seat.type) for seat in headship.deputies or ())]
    seats = headship.deputies or ()
    for index, seat in enumerate(seats):
        if seat.seat == "head":
            yield _found("check-headship-seat-head", headship, {}, "deputies", index)
        if seat.type is None and any(other.type is not None for other in seats):
            yield _found("check-headship-seat-untyped", headship, {"seat": seat.seat}, "deputies", index)
    for type_ in dict.fromkeys(type_ for _, type_ in typed if type_ is not None):
        offices = [office for office, wanted in typed if wanted == type_]
        for line in own:
            units = [u for u in line.members if u in ruleset.units and ruleset.units[u].type == type_]
            found = _of_type(headship, type_, offices, units, line)
            if found is not None:
                yield found
                break


def _of_type(
    headship: Headship, type_: str, offices: Sequence[str], units: Sequence[str], line: Lineup
) -> Finding | None:
    data = {
        "type": type_,
        "cluster": line.cluster,
        "season": line.season,
        "offices": Words(tuple(map(_office, offices)), ", "),
    }
    if not units:
        # A cluster that lacks the type from the start is refused by whoever reads the file.
        return _found("check-headship-type-gone", headship, data)
    if len(units) < len(offices):
        return _found("check-headship-type-shared", headship, {**data, "units": ", ".join(units)})
    outgoing = any(bar.who == "outgoing" and "head" in bar.for_ for bar in headship.bars)
    if headship.type == type_ and len(units) == 1 and line.size > 1 and outgoing:
        return _found("check-headship-bars-everyone", headship, {**data, "unit": units[0]}, "bars")
    return None


def _office(name: str) -> Phrase:
    """An office, in words; of a seat that has a name of its own, with that."""
    if name in ("head", "deputy"):
        return Phrase(f"checked-office-{name}")
    return Phrase("checked-office-seat", {"seat": name})


def _bars(headship: Headship) -> Iterator[Finding]:
    """Bars from an office that there is not, and bars that another one says already."""
    for index, bar in enumerate(headship.bars):
        if bar.for_ == ("deputy",) and headship.deputies == ():
            data = {"bar": bar.id}
            yield Finding("check-headship-bar-idle", ("headship", "bars", index, "for"), data, bar.basis)
        for other in headship.bars[:index]:
            if (bar.who, bar.fact) == (other.who, other.fact) and set(bar.for_) <= set(other.for_):
                data = {"bar": bar.id, "other": other.id}
                yield Finding("check-headship-bar-twice", ("headship", "bars", index), data, bar.basis)
                break


def _moving_up(headship: Headship) -> Iterator[Finding]:
    """A deputy who moves up although there is none, or who may not be head."""
    if headship.by != "deputy" or headship.deputies is None:
        return
    if not headship.deputies:
        yield _found("check-headship-nobody-moves-up", headship, {}, "by")
    elif headship.type is not None and all(seat.type not in (None, headship.type) for seat in headship.deputies):
        types = ", ".join(sorted({str(seat.type) for seat in headship.deputies}))
        yield _found("check-headship-moves-up-type", headship, {"type": headship.type, "types": types}, "type")
