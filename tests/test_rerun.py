"""Facts about asking a plugin again: what differs, hangs, prints, ends or was changed on disk is named."""

import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve
from installing import Install, installing
from plugin_code import code
from record_samples import GOOD, MADE, RULES, SEASON

from emulrules import decide, load_policy
from emulrules.files.record import Record, parse_record, record_bytes, write_record
from emulrules.files.witness import program
from emulrules.model.table import Table
from emulrules.rerun import Found, Limits, ask_again
from emulrules.rerun.surroundings import SURROUNDINGS, Surroundings, turned
from emulrules.verdicts import Status, Verdict, examine, replay
from emulrules.wording import LANGUAGES, say

ENTERED, LEFT = RULES.criteria
ASKING = evolve(
    RULES,
    policy="gia-dinh",
    criteria=(ENTERED, evolve(LEFT, method="policy", not_applicable=None, cap=True)),
)
LEFT_TO_PLUGIN = evolve(
    SEASON,
    scores=Table({"chi-tieu": SEASON.scores["chi-tieu"]}),
    acts=tuple(act for act in SEASON.acts if not act.question.startswith("quota:")),
)
GIVEN: Final = (
    "return points(don_vi_a=Fraction(30), don_vi_b=Fraction(20), don_vi_c=Fraction(10), don_vi_d=Fraction(5))"
)
QUOTA: Final = "return quota(2, award)"
DEEP: Final = pytest.mark.skipif(os.environ.get("EMULRULES_DEPTH") != "deep", reason="each takes a process or two")
FIRST: Final = SURROUNDINGS[:1]
TWICE: Final = SURROUNDINGS[:2]

_AS_POINTS: Final = "return points(**{{unit.replace('-', '_'): Fraction({}) for unit in {}}})"


def written(points: str = GIVEN, quota: str = QUOTA, **hooks: str) -> str:
    """The code of a plugin."""
    return code(criterion_points=points, award_quota=quota, **hooks)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """A record whose points and quotas a plugin gave."""
    with pytest.MonkeyPatch.context() as patch, installing(tmp_path_factory.mktemp("site"), patch) as install:
        install("goi-a", "gia-dinh", written())
        return parse_record(record_bytes(decide(LEFT_TO_PLUGIN, ASKING, load_policy(ASKING))))


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    site = tmp_path / "site"
    site.mkdir()
    with installing(site, monkeypatch) as install:
        yield install


def asked(record: Record, within: tuple[Surroundings, ...] = FIRST, limits: Limits | None = None) -> Found:
    """What came of asking again, once it was said in every language."""
    found = ask_again(record, limits, within)
    if found.code is not None:
        for language in LANGUAGES:
            assert say(found.code, language, policy="gia-dinh", record=record.id, **found.data)
    return found


def test_a_plugin_that_answers_as_recorded_is_found_so_in_all_surroundings(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written())
    found = asked(record, SURROUNDINGS)
    assert (None, len(record.decision.answers)) == (found.code, found.asked)


def test_another_answer_is_named_by_hook_subject_unit_and_both_values(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written(GIVEN.replace("don_vi_b=Fraction(20)", "don_vi_b=Fraction(21)")))
    found = asked(record)
    assert found.differing is not None
    assert ("rerun-differs", "criterion_points", "phong-trao", "don-vi-b", "20", "21") == (
        found.code,
        found.differing.hook,
        found.differing.subject,
        found.differing.unit,
        found.differing.before,
        found.differing.now,
    )


def test_a_plugin_that_now_defers_answers_otherwise(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written(quota="return DEFER"))
    assert "rerun-differs" == asked(record).code


@pytest.mark.parametrize(
    "points",
    [
        pytest.param("10 + hash('don-vi-a') % 7", id="the-seed-of-hashes"),
        pytest.param("1 if os.environ['TZ'] == 'UTC' else 2", id="the-time-zone", marks=DEEP),
        pytest.param("1 if locale.setlocale(locale.LC_CTYPE) == 'C' else 2", id="the-locale", marks=DEEP),
        pytest.param("1 if 'BIEN_GIA_DINH' in os.environ else 2", id="the-environment"),
        pytest.param("1 + list(season.scores['chi-tieu']).index('don-vi-a')", id="rows-of-a-table"),
    ],
)
def test_a_plugin_that_turns_on_its_surroundings_is_not_steady(
    record: Record, install: Install, points: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIEN_GIA_DINH", "1")
    install("goi-a", "gia-dinh", written(_AS_POINTS.format(points, "season.scores['chi-tieu']")))
    assert "rerun-unsteady" == asked(record, TWICE).code


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"print('xin chào'); {GIVEN}", id="on-stdout"),
        pytest.param(f"sys.stderr.write('xin chào'); {GIVEN}", id="on-stderr", marks=DEEP),
        pytest.param(f"os.write(1, 'xin chào'.encode()); {GIVEN}", id="past-python", marks=DEEP),
        pytest.param(f"os.system('echo xin chào'); {GIVEN}", id="by-another-program"),
    ],
)
def test_a_plugin_that_prints_is_named_with_what_it_prints(record: Record, install: Install, body: str) -> None:
    install("goi-a", "gia-dinh", written(body))
    found = asked(record)
    assert ("rerun-prints", "xin chào") == (found.code, str(found.data["printed"])[:8])


def test_a_plugin_that_prints_without_end_is_ended(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written("while True: print('xin chào')"))
    assert "rerun-prints" == asked(record).code


def test_a_plugin_that_hangs_is_named_with_its_question(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written("time.sleep(60)"))
    found = asked(record, limits=Limits(seconds=1))
    assert ("rerun-hangs", "criterion_points", "phong-trao") == (found.code, found.data["hook"], found.data["subject"])


def test_a_plugin_that_hangs_while_it_is_imported_is_ended_too(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", "import time\ntime.sleep(60)\n")
    assert "rerun-hangs" == asked(record, limits=Limits(seconds=1)).code


@pytest.mark.skipif(sys.platform == "win32", reason="there the process is killed, its children are not")
def test_what_a_plugin_starts_is_not_waited_for(record: Record, install: Install) -> None:
    install("goi-a", "gia-dinh", written(f"os.system('sleep 60 &'); {GIVEN}"))
    assert asked(record, limits=Limits(seconds=30)).code is None


@pytest.mark.parametrize(
    "body",
    ["os._exit(0)", pytest.param("os._exit(7)", marks=DEEP), pytest.param("os.kill(os.getpid(), 9)", marks=DEEP)],
)
def test_a_plugin_that_ends_the_process_is_named_with_its_question(record: Record, install: Install, body: str) -> None:
    install("goi-a", "gia-dinh", written(body))
    found = asked(record)
    assert ("rerun-dies", "criterion_points", "phong-trao") == (found.code, found.data["hook"], found.data["subject"])


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        pytest.param("raise SystemExit(0)", "plugin-raises", id="raises"),
        pytest.param("return 1.5", "plugin-answer-kind", id="a-float", marks=DEEP),
        pytest.param("bytearray(2 << 30)", "plugin-raises", id="more-memory-than-it-may-have"),
        pytest.param("open('tep', 'wb').write(bytes(1 << 20))", "plugin-raises", id="a-larger-file-than-it-may-write"),
    ],
)
def test_an_answer_that_is_refused_is_named_with_what_is_wrong(
    record: Record, install: Install, body: str, fault: str
) -> None:
    install("goi-a", "gia-dinh", written(body))
    found = asked(record)
    assert ("rerun-refused", "phong-trao", fault) == (found.code, found.data["subject"], found.faults[0].code)


def replayed(record: Record, folder: Path) -> Verdict:
    """The verdict on the record in a file, with a witness that tells of the plugin as it is on disk now."""
    made = evolve(MADE, plugin=program("goi-a", "goi_a"))
    write_record(record.decision, folder / "nam.json", made)
    return replay(folder / "nam.json", "rerun")


def test_a_plugin_that_was_changed_on_disk_under_its_version_is_named(
    record: Record, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("emulrules.verdicts.SURROUNDINGS", FIRST)
    install("goi-a", "gia-dinh", written())
    assert (Status.MATCH, "rerun-matches") == ((verdict := replayed(record, tmp_path)).status, verdict.code)
    install("goi-a", "gia-dinh", written() + "\n# sửa\n")
    verdict = replay(tmp_path / "nam.json", "rerun")
    assert (Status.INPUT_DIFFERS, "rerun-changed") == (verdict.status, verdict.code)
    assert verdict.sentence("vi") != verdict.sentence("en")


def test_an_answer_that_differs_comes_before_the_files_that_do(
    record: Record, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("emulrules.verdicts.SURROUNDINGS", FIRST)
    install("goi-a", "gia-dinh", written())
    assert replayed(record, tmp_path).matches
    install("goi-a", "gia-dinh", written(quota="return quota(1, award)"))
    verdict = replay(tmp_path / "nam.json", "rerun")
    assert (Status.INPUT_DIFFERS, "rerun-differs", ["plugin-changed"]) == (
        verdict.status,
        verdict.code,
        [fault.code for fault in verdict.faults],
    )


def test_another_version_that_answers_the_same_is_told_and_matches(
    record: Record, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("emulrules.verdicts.SURROUNDINGS", FIRST)
    install("goi-a", "gia-dinh", written())
    made = evolve(MADE, plugin=evolve(program("goi-a", "goi_a"), version="1.1", digest="0" * 64))
    write_record(record.decision, tmp_path / "nam.json", made)
    verdict = replay(tmp_path / "nam.json", "rerun")
    assert (Status.MATCH, "rerun-matches-version") == (verdict.status, verdict.code)
    assert "goi-a 1.1" in verdict.sentence()


def test_without_the_plugin_the_verdict_of_recomputing_is_still_given(record: Record) -> None:
    verdict = examine(record_bytes(record.decision), "rerun")
    assert (Status.UNAVAILABLE, "rerun-unavailable", "plugin-missing") == (
        verdict.status,
        verdict.code,
        verdict.faults[0].code,
    )
    assert "recomputes byte for byte" in verdict.sentence()


def test_a_record_that_does_not_recompute_asks_nobody(record: Record) -> None:
    altered = record_bytes(record.decision).replace(b'"don-vi-b":"20"', b'"don-vi-b":"22"')
    assert Status.DIVERGED is examine(altered, "rerun").status


def test_a_record_of_the_standard_policy_is_asked_again_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("emulrules.verdicts.SURROUNDINGS", FIRST)
    verdict = examine(GOOD, "rerun")
    assert (Status.MATCH, "rerun-matches") == (verdict.status, verdict.code)


def test_a_season_that_is_turned_is_the_same_season() -> None:
    assert SEASON.scores == turned(SEASON).scores
    assert list(SEASON.scores["chi-tieu"]) == list(reversed(turned(SEASON).scores["chi-tieu"]))
    assert Fraction(25) == turned(SEASON).scores["phong-trao"]["don-vi-b"]
