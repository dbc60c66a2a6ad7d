"""Gates: which units pass, which are out, and which are on hold.

A unit that is out is not in the standings, in no quota's base, and takes no slot; it still votes. A unit on hold is
ranked and counted as any other; what it wins is held. A gate that puts out asks for the fact that nobody gave; one that
holds only warns that it was not checked.
"""

from emulrules.model.answers import GateFacts
from emulrules.model.table import Table, table
from emulrules.questions import Book, units_with
from emulrules.trace import Trace
from emulrules.value import field, frozen

__all__ = ["Gates", "judge"]


@frozen
class Gates:
    """The members that are `out` and those on `hold`, and the questions on which more may turn (`open`)."""

    members: tuple[str, ...]
    out: Table[str, str] = field(converter=table)
    hold: frozenset[str]
    open: tuple[str, ...]

    @property
    def inside(self) -> tuple[str, ...]:
        """The members that are not out, as far as it is known."""
        return tuple(unit for unit in self.members if unit not in self.out)


def judge(facts: GateFacts, members: tuple[str, ...], book: Book, trace: Trace) -> Gates:
    """Applies what the policy answered, one step a unit and gate."""
    out: dict[str, str] = {}
    hold: set[str] = set()
    for gated in sorted(facts.gated, key=lambda gated: (gated.rule.path, gated.unit)):
        if gated.effect == "out":
            out[gated.unit] = gated.rule.path
        else:
            # 08/2017/TT-BNV; 98/2023/NĐ-CP Art. 4: on hold while discipline, inspection or a complaint is open.
            hold.add(gated.unit)
        gate = gated.rule.path.rpartition(".")[2]
        trace.step("gate", Table(gate=gate, effect=gated.effect), rule=gated.rule, unit=gated.unit)
    asked: list[str] = []
    for unknown in sorted(facts.unknown, key=lambda unknown: unknown.rule.path):
        if unknown.effect == "hold":
            trace.warn("unchecked", unknown.rule.path)
            continue
        question = units_with(unknown.fact, members, unknown.rule.basis)
        book.ask(question, unknown.rule)
        if question.id not in asked:
            asked.append(question.id)
    return Gates(members, out, frozenset(hold) - frozenset(out), tuple(asked))
