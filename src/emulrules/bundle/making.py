"""Making a bundle: a record that comes out the same when it is decided again, and what is said and known of it.

A record that does not stand is not bundled, as a ledger does not take it. Everything that goes into the file is read
before it is written, and nothing of the machine goes in: whoever has the same files gets the same bundle.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from emulrules.bundle.sealing import sealed
from emulrules.bundle.sources import Source, find_sources
from emulrules.errors import Fault, FileError
from emulrules.files.canonical import encode
from emulrules.files.deposit import deposit, fetch
from emulrules.files.record import Record, parse_record
from emulrules.files.witness import read_witness, witness_path
from emulrules.recorded import decide_again
from emulrules.report import council, text
from emulrules.report.kept import Kept
from emulrules.value import frozen
from emulrules.verdicts import Verdict, replay
from emulrules.wording import LANGUAGES

__all__ = ["BUNDLE_FORMAT", "Bundled", "bundle"]

BUNDLE_FORMAT: Final = "emulrules/bundle/1"

_RECORD: Final = "record.json"
_WITNESS: Final = witness_path(Path(_RECORD)).name
_HERE: Final = Path(__file__).parent


@frozen
class Bundled:
    """What became of a bundle: the `verdict` on the record, and the `files` in it, none if the record does not stand.

    `new` unless the same file was there before. `notes` say what the bundle lacks.
    """

    verdict: Verdict
    files: tuple[str, ...] = ()
    new: bool = False
    notes: tuple[Fault, ...] = ()


def bundle(record: str | Path, target: str | Path, sources: Sequence[str] = ()) -> Bundled:
    """Bundles the record in the file `record` into the new file `target`.

    The sources that the record's witness names are looked for beside the record, in and below the folders `sources`,
    and rulesets where they are installed, too. A record on which the verdict is no match is not bundled: the verdict is
    all that comes back. Raises `FileError` where a file cannot be read or written, another one stands at `target`, or a
    source is not the one that the witness names; `RulesetError` where a source is a ruleset that cannot be read.
    """
    path = Path(record)
    verdict = replay(path)
    if not verdict.matches:
        return Bundled(verdict)
    data = fetch(path)
    read = parse_record(data)
    if read.id != verdict.record:
        raise FileError(Fault("bundle-record-changed", file=str(path)))
    files = {
        "__main__.py": fetch(_HERE / "opening.py"),
        "emulverify.py": _verifier(),
        _RECORD: data,
        **_reports(read),
    }
    found: tuple[Source, ...] | None = None
    if (beside := witness_path(path)).exists():
        files[_WITNESS] = fetch(beside)
        found = find_sources(read_witness(beside).made.files, path.parent, sources)
    files |= {each.member: each.data for each in found or () if each.member is not None and each.data is not None}
    files["contents.json"] = encode(_contents(read, found or ()))
    new = _kept(Path(target), sealed(files))
    return Bundled(verdict, tuple(sorted(files)), new, tuple(_notes(read, found, str(path))))


def _verifier() -> bytes:
    """The verifier as it is shipped beside the package: not one that is found first somewhere else."""
    return fetch(_HERE.parents[1] / "emulverify.py")


def _reports(record: Record) -> dict[str, bytes]:
    """The report in each language. It is read from the decision made again, whose values are not text only."""
    decision = decide_again(record.decision)
    told = council.text if decision.reviewed else text.text
    kept = Kept(_RECORD, record.id)
    return {f"report.{language}.txt": told(decision, language, kept).encode() for language in LANGUAGES}


def _contents(record: Record, sources: Sequence[Source]) -> dict[str, object]:
    """What the bundle is about, for the program in it; `file` is left out of a source that was not found."""
    decision = record.decision
    season, rules = decision.season, decision.rules
    named = rules.councils[season.cluster] if decision.reviewed else rules.clusters[season.cluster]
    rows = [{"role": each.role, "name": each.name, "digest": each.digest, "file": each.member} for each in sources]
    return {
        "format": BUNDLE_FORMAT,
        "record": record.id,
        "cluster": named.name,
        "season": season.id,
        "builds_on": [{"of": of, "record": id_} for of, id_ in _builds_on(record)],
        "sources": [{key: value for key, value in row.items() if value is not None} for row in rows],
    }


def _builds_on(record: Record) -> Iterator[tuple[str, str]]:
    """The records that this one names: of which season, or of which cluster a council reviewed them, and their ids."""
    for season, former in record.decision.season.former.items():
        yield season, former.record
    for reviewed in record.decision.reviewed:
        yield reviewed.cluster, reviewed.record


def _kept(target: Path, data: bytes) -> bool:
    """Writes the file, unless the same one is there: then nothing is new."""
    if target.exists() and fetch(target) == data:
        return False
    deposit({target: data})
    return True


def _notes(record: Record, sources: Sequence[Source] | None, file: str) -> Iterator[Fault]:
    if sources is None:
        yield Fault("bundle-without-witness", file=file)
    for each in sources or ():
        if each.member is None:
            yield Fault("bundle-source-missing", (), {"name": each.name}, file)
    if count := len(list(_builds_on(record))):
        yield Fault("bundle-builds-on", (), {"count": count}, file)
