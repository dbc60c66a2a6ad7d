"""Replay: what became of a record, checked byte by byte and decided again, as a verdict with its own exit status.

`verify` looks at the record alone; `recompute` decides again from what it holds: season, rules, and the answers of
hooks, so that no plugin is needed; `rerun` asks the plugin besides. Each level begins with the one before, and what
that finds is the verdict. What could not be checked is never a match, and no bytes make a replay raise.
"""

from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from typing import Final, Literal, get_args

from attrs import evolve

from emulrules.errors import EmulrulesError, Fault, FileError, PluginError, RecordError
from emulrules.files.canonical import Plain, digest
from emulrules.files.decision_json import OUTCOME, body, body_bytes
from emulrules.files.deposit import fetch
from emulrules.files.record import UNSUPPORTED, Record, first_difference, parse_grounds, parse_record
from emulrules.files.witness import Witness, dotted, read_witness, witness_path
from emulrules.model.record_id import grouped
from emulrules.model.season import Season
from emulrules.model.table import Table
from emulrules.parting import Difference, difference_of, shown
from emulrules.recorded import decide_again
from emulrules.rerun import Differing, Found, Limits, ask_again
from emulrules.rerun.disk import installed
from emulrules.rerun.surroundings import SURROUNDINGS
from emulrules.value import field, frozen
from emulrules.wording import say

__all__ = ["Difference", "Level", "Status", "Verdict", "examine", "replay"]

Level = Literal["verify", "recompute", "rerun"]

_UNAVAILABLE: Final = frozenset({"rerun-no-process", "rerun-unavailable"})

_OF_PLUGINS: Final = _UNAVAILABLE | {
    "rerun-differs",
    "rerun-dies",
    "rerun-hangs",
    "rerun-prints",
    "rerun-refused",
    "rerun-unsteady",
}
"""Codes that tell of the plugin of a record that is in order itself."""


class Status(IntEnum):
    """The exit status of a verdict."""

    MATCH = 0
    OTHER_RECORD = 10
    DIVERGED = 11
    INPUT_DIFFERS = 12
    UNAVAILABLE = 13
    UNSUPPORTED = 14
    INVALID = 15
    BAD_CHAIN = 16
    HEAD_NOT_ON_CHAIN = 17


@frozen
class Verdict:
    """What a replay found: `status` for programs, `code` and `sentence` for people.

    `record` is the id, `cluster` and `season` whose decision it is, None where the bytes are no record.

    `difference` is where deciding again came to something else, `differing` where the plugin answered something else.
    `faults` say why a record is invalid, unsupported or refused, the byte `offset` where there is one in their data, or
    what is wrong with the plugin.
    """

    status: Status
    code: str
    level: Level
    record: str | None = None
    cluster: str | None = None
    season: str | None = None
    difference: Difference | None = None
    differing: Differing | None = None
    faults: tuple[Fault, ...] = ()
    data: Mapping[str, object] = field(factory=Table)

    @property
    def matches(self) -> bool:
        """Whether everything that the level checks was checked and is in order."""
        return self.status is Status.MATCH

    @property
    def offset(self) -> int | None:
        """The byte from which an invalid record is wrong."""
        found = self.faults[0].data.get("offset") if self.faults else None
        return found if type(found) is int else None

    def sentence(self, language: str = "en") -> str:
        """The verdict in one sentence, ids as they stand on paper."""
        ids = {key: grouped(str(self.data[key])) for key in ("named", "record") if key in self.data}
        # No part is named where the bytes are no object at all.
        whole = self.code == "replay-invalid" and self.data["part"] == "-"
        return say("replay-invalid-whole" if whole else self.code, language, **{**self.data, **ids})


def replay(path: str | Path, level: Level = "recompute", limits: Limits | None = None) -> Verdict:
    """The verdict on the record in the file at `path`, and on the witness beside it if there is one.

    `limits` are those of a process that asks the plugin. Raises `FileError` if the record cannot be read at all;
    whatever its bytes are, they get a verdict.
    """
    verdict = examine(fetch(Path(path)), level, limits)
    if not verdict.matches and verdict.code not in _OF_PLUGINS:
        return evolve(verdict, faults=tuple(fault.at(str(path), None) for fault in verdict.faults))
    return _with_witness(verdict, witness_path(Path(path)))


def examine(data: bytes, level: Level = "recompute", limits: Limits | None = None) -> Verdict:
    """The verdict on the bytes of a record. Raises nothing but `ValueError` for a level that does not exist."""
    if level not in get_args(Level):
        raise ValueError(f"no level of replay: {level!r}")
    if level == "recompute" and (verdict := _matched(data, level)) is not None:
        return verdict
    try:
        record = parse_record(data)
    except RecordError as error:
        return _unreadable(error, level)
    verdict = _verified(record, level) if level == "verify" else _recomputed(record, level)
    if level == "rerun" and verdict.matches:
        verdict = _rerun(record, verdict, limits)
    return _of(record.decision.season, verdict)


def _matched(data: bytes, level: Level) -> Verdict | None:
    """The verdict on a record that comes out of its grounds in every byte; None where all of it must be looked at.

    Where these very bytes are decided, nothing in them is left to check: steps are in order and the outcome follows.
    """
    try:
        held = parse_grounds(data)
        if body_bytes(decide_again(held, anew=True)) != data:
            return None
    except Exception:  # whatever it is, looking at the whole record meets it again, and says what it is
        return None
    id_ = digest(data)
    return _of(held.season, Verdict(Status.MATCH, "replay-matches", level, id_, data={"record": id_}))


def _of(season: Season, verdict: Verdict) -> Verdict:
    return evolve(verdict, cluster=season.cluster, season=season.id)


def _verified(record: Record, level: Level) -> Verdict:
    return Verdict(Status.MATCH, "replay-verified", level, record.id, data={"record": record.id})


def _unreadable(error: RecordError, level: Level) -> Verdict:
    fault = error.faults[0]
    if fault.code in UNSUPPORTED:
        return Verdict(Status.UNSUPPORTED, "replay-unsupported", level, faults=error.faults)
    place = {"offset": fault.data.get("offset", 0), "part": dotted(fault.path) or "-"}
    return Verdict(Status.INVALID, "replay-invalid", level, faults=error.faults, data=place)


def _recomputed(record: Record, level: Level) -> Verdict:
    """The verdict on deciding again: from the answers that the record holds, then from those of the standard policy.

    So an answer that does not fit its steps is told by the first step that does not follow, and one that was changed
    together with all its steps by the first step that the standard policy would not have led to.
    """
    again: dict[str, Plain] = {}
    difference = None
    for anew in (False, True):
        try:
            again = body(decide_again(record.decision, anew=anew))
        except EmulrulesError as error:
            return _diverged(record, level, "replay-refused", error.faults)
        except Exception as error:  # a record that somebody made up may hold values that no ruleset file can
            fault = Fault("replay-broken", (), {"error": type(error).__name__})
            return _diverged(record, level, "replay-refused", (fault,))
        difference = difference_of(record.body, again)
        if difference is not None:
            break
    if difference is None:
        return Verdict(Status.MATCH, "replay-matches", level, record.id, data={"record": record.id})
    same = all(first_difference(record.body.get(part), again.get(part)) is None for part in OUTCOME)
    status = Status.OTHER_RECORD if same else Status.DIVERGED
    code = ("replay-other" if same else "replay-diverged") + ("" if difference.n is None else "-step")
    return Verdict(status, code, level, record.id, difference=difference, data=_told(difference))


def _diverged(record: Record, level: Level, code: str, faults: tuple[Fault, ...]) -> Verdict:
    data = {"fault": faults[0].code, "count": len(faults)}
    return Verdict(Status.DIVERGED, code, level, record.id, faults=faults, data=data)


def _told(difference: Difference) -> dict[str, object]:
    """What the sentence about a difference names."""
    return {
        "part": dotted(difference.path if difference.n is None else difference.path[2:]) or "-",
        "n": difference.n,
        "step": difference.step or "-",
        "unit": difference.unit or "-",
        "rule": difference.rule or "-",
        "recorded": shown(difference.recorded),
        "recomputed": shown(difference.recomputed),
        "inputs": shown(dict(difference.inputs)),
    }


def _rerun(record: Record, verdict: Verdict, limits: Limits | None) -> Verdict:
    """The verdict on a record that recomputes, once its plugin was asked again. A council asks none."""
    if record.decision.reviewed:
        return verdict
    try:
        found = ask_again(record, limits, SURROUNDINGS)
    except OSError as error:
        found = Found("rerun-no-process", data={"reason": error.strerror or type(error).__name__})
    data = {"record": record.id, "policy": record.decision.policy, "asked": found.asked, "times": len(SURROUNDINGS)}
    status = Status.UNAVAILABLE if found.code in _UNAVAILABLE else Status.INPUT_DIFFERS
    return evolve(
        verdict,
        status=Status.MATCH if found.code is None else status,
        code=found.code or "rerun-matches",
        differing=found.differing,
        faults=found.faults,
        data={**data, **found.data},
    )


def _with_witness(verdict: Verdict, path: Path) -> Verdict:
    """The verdict on a record that is in order, if its witness is: one that names another record is none of it."""
    if not path.exists():
        return verdict
    try:
        witness = read_witness(path)
    except (FileError, RecordError) as error:
        return evolve(verdict, status=Status.INPUT_DIFFERS, code="replay-witness-invalid", faults=error.faults)
    if witness.record != verdict.record:
        data = {"named": witness.record, "record": verdict.record}
        return evolve(verdict, status=Status.INPUT_DIFFERS, code="replay-witness-other", data=data)
    return _with_plugin(verdict, witness) if "policy" in verdict.data else verdict


def _with_plugin(verdict: Verdict, witness: Witness) -> Verdict:
    """The verdict on a plugin that was asked again, if its files are those that the witness tells of."""
    try:
        disk = installed(str(verdict.data["policy"]), witness.made.plugin)
    except PluginError:
        return verdict  # the process has told it
    data = {**verdict.data, **disk.data()}
    if disk.changed and verdict.matches:
        return evolve(verdict, status=Status.INPUT_DIFFERS, code="rerun-changed", data=data)
    if disk.changed:
        return evolve(verdict, faults=(*verdict.faults, Fault("plugin-changed", (), disk.data())))
    return (
        evolve(verdict, code="rerun-matches-version", data=data) if verdict.matches and disk.other_version else verdict
    )
