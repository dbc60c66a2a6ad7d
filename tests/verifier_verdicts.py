"""What the verifier says of each vector and each shipped case: status, step, and where or what it took as recorded.

`python tests/verifier_verdicts.py` writes them anew, to be read before they are kept; a test compares.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import emulverify
from emulrules import (
    EmulrulesError,
    decide,
    load_council,
    load_policy,
    load_ruleset,
    load_season,
    read_record,
    review,
)
from emulrules.files.record import record_bytes

__all__ = ["KEPT", "SHIPPED", "VECTORS", "Said", "kept", "said"]

_ROOT: Final = Path(__file__).parent.parent
_FOLDER: Final = _ROOT / "rulesets/emulrules_rulesets"
VECTORS: Final = _ROOT / "tests/vectors"
KEPT: Final = VECTORS / "verdicts.json"
SHIPPED: Final = sorted([*_FOLDER.glob("*/cases/*.toml"), *_FOLDER.glob("*/councils/*.toml")])

Said = list[int | str | None]


def _shipped(path: Path) -> bytes | None:
    """The record of a shipped case; None where it needs other records than those of its folder."""
    try:
        if path.parent.name == "councils":
            sitting = load_council(path)
            records = [read_record(path.parent / (cited.file or "")) for cited in sitting.decisions]
            return record_bytes(review(records, load_ruleset(sitting.as_season), sitting))
        season = load_season(path)
        ruleset = load_ruleset(season)
        return record_bytes(decide(season, ruleset, load_policy(ruleset)))
    except EmulrulesError:
        return None


def _records() -> Iterator[tuple[str, bytes]]:
    for path in sorted([*VECTORS.glob("decision-1/*/*.json"), *VECTORS.glob("verifier/*.json")]):
        if path.name != "index.json":
            yield path.relative_to(VECTORS).as_posix(), path.read_bytes()
    for path in SHIPPED:
        if (data := _shipped(path)) is not None:
            yield path.relative_to(_FOLDER).as_posix(), data


@cache
def said() -> dict[str, Said]:
    """The verdicts by the names of the records."""
    return {name: _said(data) for name, data in _records()}


def _said(data: bytes) -> Said:
    verdict = emulverify.verify(data)
    where = str(verdict.where)
    # What Python says of a value of the wrong type is not the same in all versions.
    return [verdict.status, verdict.step, where.partition(": ")[0] if "Error: " in where else where]


def kept() -> dict[str, Said]:
    """What was said when it was read last."""
    found: dict[str, Said] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(each, ensure_ascii=False)}" for name, each in said().items())
    KEPT.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")
