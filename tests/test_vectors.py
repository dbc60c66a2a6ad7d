"""The vectors that are given to whoever writes a verifier: what a replay finds in each is what their index says."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from every import of_every

from emulrules.model.decision import SEMANTICS
from emulrules.verdicts import Status, examine

VECTORS: Final = Path(__file__).parent / "vectors" / "decision-1"
INDEX: Final[dict[str, Any]] = json.loads((VECTORS / "index.json").read_text(encoding="utf-8"))
GOOD: Final[list[dict[str, Any]]] = INDEX["good"]
BAD: Final[list[dict[str, Any]]] = INDEX["bad"]


def named(vector: dict[str, Any]) -> str:
    return Path(vector["file"]).stem


@of_every(GOOD, named)
def test_a_good_record_keeps_its_id_and_matches(vector: dict[str, Any]) -> None:
    data = (VECTORS / vector["file"]).read_bytes()
    assert (vector["id"], Status.MATCH) == (sha256(data).hexdigest(), examine(data).status)


@of_every(BAD, named)
def test_in_a_bad_record_that_is_found_which_is_wrong(vector: dict[str, Any]) -> None:
    verdict = examine((VECTORS / vector["file"]).read_bytes())
    difference = verdict.difference
    step = None if difference is None else difference.n
    part = None if difference is None or step is not None else ".".join(map(str, difference.path))
    refused = verdict.status is Status.DIVERGED and bool(verdict.faults)
    expected = (vector["status"], vector.get("step"), vector.get("part"), vector.get("refused", False))
    assert expected == (int(verdict.status), step, part, refused)


def test_every_file_is_listed_once_and_says_what_it_is_for() -> None:
    files = sorted(path.relative_to(VECTORS).as_posix() for path in VECTORS.glob("*/*"))
    assert files == sorted(vector["file"] for vector in (*GOOD, *BAD))
    assert len(files) == len({vector["what"] for vector in (*GOOD, *BAD)})


def test_no_bad_record_is_a_good_one_or_another_bad_one() -> None:
    digests = {sha256((VECTORS / vector["file"]).read_bytes()).hexdigest() for vector in (*GOOD, *BAD)}
    assert len(GOOD) + len(BAD) == len(digests)


def test_every_status_that_the_bytes_of_a_record_can_have_has_a_vector() -> None:
    of_one_record = {Status.OTHER_RECORD, Status.DIVERGED, Status.UNSUPPORTED, Status.INVALID}
    assert of_one_record == {Status(vector["status"]) for vector in BAD}


def test_the_vectors_are_those_of_the_semantics_that_are_decided_by() -> None:
    assert SEMANTICS == INDEX["semantics"]
