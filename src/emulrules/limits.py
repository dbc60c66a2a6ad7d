"""Limits: what binds from above the cluster.

A limit on an award that somebody is proposed for warns that it is decided above; the council applies it.
"""

from collections.abc import Iterable, Mapping, Sequence

from emulrules.model.award import Limit
from emulrules.trace import Trace

__all__ = ["note_limits"]


def note_limits(limits: Sequence[Limit], chosen: Mapping[str, Iterable[str]], trace: Trace) -> None:
    """Notes the limits on the awards that units are `chosen` for."""
    for limit in limits:
        units = tuple(sorted(chosen.get(limit.award or "", ())))
        if units:
            # 91/2017/NĐ-CP Art. 11 counts the share among all collectives of a ministry or province.
            trace.step("limit", "decided-above", rule=limit.rule, award=limit.award, units=units)
            trace.warn("decided-above", limit.rule.path, units)
