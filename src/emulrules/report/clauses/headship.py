"""How next year's head and deputies come to office, and who may not."""

from collections.abc import Iterator

from emulrules.model.ruleset import Ruleset
from emulrules.report.clauses.clause import Clause, final
from emulrules.report.names import Names
from emulrules.report.quoting import plain

__all__ = ["headship"]


def headship(rules: Ruleset, names: Names) -> Iterator[Clause]:
    """The way to office, then what else it says, then the bars."""
    if (by := rules.headship) is None:
        return
    text = names.say(f"state-{by.by}")
    if by.asks is not None:
        text += f": {names.asked(by.asks)}"
    yield Clause("headship", text + final(by.final, names), by.basis, by.trust)
    if by.recognised_by is not None:
        yield Clause("headship.recognised_by", names.say("headship-recognised", who=names.asked(by.recognised_by)))
    if by.seat_of is not None:
        yield Clause("headship.seat_of", names.say("ruleset-seat-of", per=names.phrase("parent", by.seat_of)))
    if by.declined is not None:
        yield Clause("headship.declined", names.say(f"headship-declined-{by.declined}"))
    if by.type is not None:
        text = names.say("headship-type", office=names.office("head"), type=plain(by.type))
        yield Clause("headship.type", text)
    for seat in by.deputies or ():
        if seat.type is not None:
            office = names.office("deputy", seat.seat)
            yield Clause(None, names.say("headship-type", office=office, type=plain(seat.type)))
    if by.deputies is None:
        yield Clause(None, names.say("headship-deputies-unstated"))
    else:
        yield Clause("headship.deputies", names.say("headship-deputies", n=len(by.deputies)))
    for bar in by.bars:
        offices = ", ".join(map(names.office, bar.for_))
        who = names.say("bar-outgoing") if bar.who else names.phrase("fact", bar.fact or "")
        text = names.say("headship-bar", offices=offices, who=who)
        yield Clause(f"headship.bars.{bar.id}", text, bar.basis, bar.trust)
