"""Former seasons: the records that a season names are looked for, checked, and what the season takes is read from them.

1. A record is the one that the season names if its bytes have the id that it names; nothing else makes it so.
2. It is that of the season under which it is named, of the same cluster, and of an earlier year.
3. What the former season left open is not read from it, so that it is asked for as if there were no record.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from emulrules.errors import Fault, RecordError
from emulrules.files.archive import Archive
from emulrules.files.record import parse_record
from emulrules.model.decision import Decision
from emulrules.model.season import Former, Season
from emulrules.model.table import Table
from emulrules.model.years import before

__all__ = ["extract", "former_faults", "with_formers"]

_OFFICES: Final = ("head", "deputy")
_OF_OFFICES: Final = (*_OFFICES, "before:head", "before:deputies", "before:turns")


def with_formers(season: Season, places: Sequence[str | os.PathLike[str]], faults: list[Fault]) -> Season:
    """The season with what its former records say, looked for in `places`; what is wrong is added to `faults`.

    Raises `FileError` for a folder or a ledger that cannot be read, `LedgerError` for what is no sound ledger.
    """
    archive = Archive(places)
    found = {}
    for id_, former in season.former.items():
        path = ("former", id_)
        filed = archive.find(former.record)
        if filed is None:
            faults.append(_missing(archive, season, id_, former.record))
            continue
        try:
            held = parse_record(filed.read()).decision
        except RecordError as error:
            data = {"file": filed.path.name, "fault": error.faults[0].code}
            faults.append(Fault("former-no-record", path, data))
            continue
        wrong = list(former_faults(season, id_, held))
        faults.extend(wrong)
        if not wrong:
            found[id_] = extract(held, former.record)
    return evolve(season, former=Table(found))


def _missing(archive: Archive, season: Season, id_: str, record: str) -> Fault:
    """No file has the id; one of that season may stand there all the same."""
    path, data = ("former", id_), {"record": record, "season": id_}
    for other in archive.of_season(season.cluster, id_):
        return Fault("former-altered", path, {**data, "file": other.path.name, "other": other.id})
    return Fault("former-missing", path, data)


def former_faults(season: Season, id_: str, held: Decision) -> Iterator[Fault]:
    """What shows that `held` is not the decision of the former season `id_` of the cluster of `season`."""
    if not before(id_, season.id):
        yield Fault("former-later", ("former", id_), {"former": id_, "season": season.id})
    if held.season.id != id_:
        yield Fault("former-of-season", ("former", id_), {"season": id_, "other": held.season.id})
    if held.season.cluster != season.cluster:
        data = {"cluster": season.cluster, "other": held.season.cluster}
        yield Fault("former-of-cluster", ("former", id_), data)


def extract(held: Decision, record: str) -> Former:
    """What a later season takes from the decision `held`, whose record has the id `record`."""
    offices = {
        office: tuple(sorted(each.unit for each in held.offices if each.office == office)) for office in _OFFICES
    }
    head = next(iter(offices["head"]), None)
    open_ = {*(question.id for question in held.questions), *held.waiting}
    deputies_open = head is None or any(id_.partition(":")[0] == "deputy" for id_ in open_)
    queues = [step.output for step in held.steps if step.step == "turn"]
    return Former(
        record,
        held.rules.authority,
        head,
        None if deputies_open else offices["deputy"],
        queues[-1] if queues else None,
        Table() if any(_may_move_awards(id_) for id_ in open_) else _awards(held),
        _facts(held),
    )


def _may_move_awards(question: str) -> bool:
    """Whether an answer could still change who is proposed; whoever holds an office never does."""
    return question not in _OF_OFFICES and question.partition(":")[0] not in _OFFICES


def _awards(held: Decision) -> Table[str, tuple[str, ...]]:
    """Who was proposed for each award, and kept it; an award that somebody has on hold is not settled."""
    unsettled = {each.award for each in held.awards if each.state == "held"}
    settled = sorted(award.id for award in held.rules.awards if award.id not in unsettled)
    return Table(
        {id_: tuple(sorted(each.unit for each in held.awards if each.award == id_ and each.stands)) for id_ in settled}
    )


def _facts(held: Decision) -> Table[str, tuple[str, ...]]:
    """Which units had each fact, by the season itself or by an act."""
    facts = dict(held.season.facts)
    for act in held.season.acts:
        kind, _, fact = act.question.partition(":")
        if kind == "fact" and ":" not in fact and act.choice is not None:
            facts[fact] = act.choice
    return Table({fact: tuple(sorted(facts[fact])) for fact in sorted(facts)})
