"""Facts about `emulrules rulesets diff`: what changed between two rulesets, and what that changes in seasons."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from attrs import evolve
from building import READ, award, choose, criterion, gate, order, ruleset, tie
from cases import RULESETS
from click.testing import CliRunner, Result
from hypothesis import given, settings
from law_trials import DEEP

from emulrules.cli import main, trying
from emulrules.model.award import QuotaRule
from emulrules.model.ruleset import Cluster, Ruleset
from emulrules.report.amended import amended_text
from emulrules.report.amendments import Amendment, amended, amendments_object
from emulrules.testing.cases import Case
from emulrules.testing.strategies import cases
from emulrules.wording import LANGUAGES

BLOCS = RULESETS / "song-lam-blocs"
FLAG = award("co", choose("s", "standing"), choose("m", "meeting", asks="meeting"), quota=1)
BASE = ruleset(
    "abc",
    criteria=(criterion("x"), criterion("y")),
    order=order("points"),
    ties=(tie("mot", "criterion", criterion="x"), tie("hai", "lot", asks="meeting")),
    awards=(FLAG,),
    gates=(gate("ky-luat", "under-discipline"),),
)
OTHER_ARTICLE: dict[str, Any] = {"basis": ("Quy chế giả định Điều 2",), "trust": "assumed"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["rulesets", "diff", *map(str, arguments), "--rulesets", str(RULESETS)])


def changes(after: Ruleset, before: Ruleset = BASE) -> dict[str, str]:
    return {each.rule: each.change for each in amended(before, after).changes}


def change(after: Ruleset, rule: str) -> Amendment:
    [found] = [each for each in amended(BASE, after).changes if each.rule == rule]
    return found


def told(after: Ruleset, language: str = "vi") -> str:
    return " ".join(amended_text(amended(BASE, after), language).split())


def test_a_ruleset_says_the_same_as_itself() -> None:
    assert amended(BASE, BASE).same
    assert told(BASE).endswith("Hai quy chế như nhau.")


ALTERED: dict[str, tuple[Ruleset, dict[str, str]]] = {
    "a gate more": (evolve(BASE, gates=(*BASE.gates, gate("moi", "f"))), {"gates.moi": "added"}),
    "a gate less": (evolve(BASE, gates=()), {"gates.ky-luat": "removed"}),
    "another effect": (
        evolve(BASE, gates=(gate("ky-luat", "under-discipline", "hold"),)),
        {"gates.ky-luat": "changed"},
    ),
    "another article": (evolve(BASE, gates=(evolve(BASE.gates[0], **OTHER_ARTICLE),)), {"gates.ky-luat": "changed"}),
    "another quota": (evolve(BASE, awards=(evolve(FLAG, quota=QuotaRule(2)),)), {"awards.co.quota": "changed"}),
    "no quota": (evolve(BASE, awards=(evolve(FLAG, quota=None),)), {"awards.co.quota": "removed"}),
    "another chain": (
        evolve(BASE, awards=(evolve(FLAG, choose=FLAG.choose[::-1]),)),
        {"awards.co.choose": "moved"},
    ),
    "ties in another order": (evolve(BASE, ties=BASE.ties[::-1]), {"ties": "moved"}),
    "a step before all others": (
        evolve(BASE, ties=(tie("khong", "lot", asks="head"), *BASE.ties)),
        {"ties.khong": "added"},
    ),
    "criteria in another order": (evolve(BASE, criteria=BASE.criteria[::-1]), {}),
    "members in another order": (
        evolve(BASE, clusters={"cum": Cluster("Cụm", ("c", "b", "a"), **READ)}),
        {},
    ),
    "a member less": (evolve(BASE, clusters={"cum": Cluster("Cụm", ("a", "b"), **READ)}), {"clusters.cum": "changed"}),
    "no order": (evolve(BASE, order=None), {"order": "removed"}),
    "another title": (evolve(BASE, title="Khác"), {"title": "changed"}),
    "another day": (evolve(BASE, in_force=date(2022, 1, 1)), {"in_force": "changed"}),
    "another policy": (evolve(BASE, policy="khac"), {"authority": "changed"}),
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_changed_is_told_by_its_rule(what: str) -> None:
    after, expected = ALTERED[what]
    assert expected == changes(after)


def test_a_part_rests_on_what_its_award_rests_on() -> None:
    found = change(evolve(BASE, awards=(evolve(FLAG, quota=QuotaRule(2)),)), "awards.co.quota")
    assert {"number": 1, "rest": False, "basis": ["Quy chế giả định Điều 1"], "trust": "read"} == found.before
    assert {"number": 2, "rest": False, "basis": ["Quy chế giả định Điều 1"], "trust": "read"} == found.after


def test_a_change_is_told_with_both_values_and_articles() -> None:
    shown = told(evolve(BASE, awards=(evolve(FLAG, quota=QuotaRule(2, **OTHER_ARTICLE)),)))
    assert "Quy định khác nhau: thêm 0, bỏ 0, sửa 1, đổi thứ tự 0." in shown
    assert (
        "trước: số lượng: 1 [Quy chế giả định Điều 1] - sau: số lượng: 2 (giả định) [Quy chế giả định Điều 2]" in shown
    )


def test_what_no_text_of_a_ruleset_says_is_told_by_its_key() -> None:
    below = evolve(BASE, criteria=(criterion("x", None), criterion("y", parent="x")))
    alone = evolve(BASE, criteria=(criterion("x", None), criterion("y")))
    assert "parent: x → –" in " ".join(amended_text(amended(below, alone)).split())


def test_another_order_is_told_by_the_ids_of_the_steps() -> None:
    shown = told(evolve(BASE, ties=BASE.ties[::-1]), "en")
    assert "IN ANOTHER ORDER" in shown
    assert "before: mot, hai - after: hai, mot" in shown


@settings(max_examples=500 if DEEP else 12)
@given(cases(), cases())
def test_every_change_of_random_rulesets_is_told_and_turns_round(case: Case, other: Case) -> None:
    one, two = case.ruleset, other.ruleset
    found, back = amended(one, two), amended(two, one)
    turned = {"added": "removed", "removed": "added"}
    assert {(each.rule, turned.get(each.change, each.change), each.after, each.before) for each in hashable(found)} == {
        (each.rule, each.change, each.before, each.after) for each in hashable(back)
    }
    for language in LANGUAGES:
        shown = amended_text(found, language)
        assert len(found.changes) == sum(line.startswith("  - ") for line in shown.splitlines())
        assert all(line.isprintable() for line in shown.splitlines())


def hashable(found: Any) -> list[Amendment]:
    return [evolve(each, before=json.dumps(each.before), after=json.dumps(each.after)) for each in found.changes]


# The program.


def draft(folder: Path, *edits: tuple[str, str]) -> Path:
    """A copy of a shipped ruleset that is not shipped, with other words in it."""
    text = (BLOCS / "2021-01-15.toml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (folder / "nhap.toml").write_text(text, encoding="utf-8")
    return folder / "nhap.toml"


LESS = ("{ units = [6, 10], number = 2 }", "{ units = [6, 10], number = 1 }")
SHARE = ('at_least = "70%"', 'at_least = "50%"')


def test_the_same_ruleset_ends_with_0_and_another_with_1(tmp_path: Path) -> None:
    assert 0 == run("song-lam-blocs", "song-lam-blocs@2021-01-15").exit_code
    assert 0 == run("song-lam-blocs", draft(tmp_path)).exit_code
    assert 1 == run("song-lam-blocs", draft(tmp_path, LESS)).exit_code


def test_a_draft_may_stand_beside_the_version_that_it_is_to_replace(tmp_path: Path) -> None:
    shown = run("song-lam-blocs", draft(tmp_path, LESS), "--lang", "en").stdout
    assert "CHANGED: Bằng khen của Chủ tịch UBND tỉnh (awards.province-certificate.quota)" in shown


def test_as_json_both_values_are_those_of_a_file(tmp_path: Path) -> None:
    found = json.loads(run("song-lam-blocs", draft(tmp_path, LESS), "--format", "json").stdout)
    [only] = found["changes"]
    assert ("emulrules/ruleset-diff/1", False, "awards.province-certificate.quota", "changed") == (
        found["format"],
        found["same"],
        only["rule"],
        only["change"],
    )
    assert [2, 1] == [only[side]["table"][1]["number"] for side in ("before", "after")]
    assert "assumed" == only["after"]["trust"]


def test_json_of_what_is_the_same_has_no_changes() -> None:
    assert ([], True) == (amendments_object(amended(BASE, BASE))["changes"], amended(BASE, BASE).same)


@pytest.mark.parametrize("name", ["khong-co", "song-lam-blocs@2020-01-01", "khong-co.toml"])
def test_what_is_not_there_is_refused(name: str) -> None:
    assert (1, "") == (run("song-lam-blocs", name).exit_code, run("song-lam-blocs", name).stdout)


def test_a_day_that_is_none_is_a_slip() -> None:
    assert 2 == run("song-lam-blocs@hom-nay", "song-lam-blocs").exit_code


def test_cases_show_unit_by_unit_what_would_change_and_by_which_rule(tmp_path: Path) -> None:
    result = run("song-lam-blocs", draft(tmp_path, LESS, SHARE), "--cases", BLOCS)
    shown = " ".join(result.stdout.split())
    assert (1, "") == (result.exit_code, result.stderr)
    assert (
        "Sở Giáo dục tỉnh Sông Lam (so-giao-duc) - Hạng: 3 → 2 (chưa quyết định). Vì: khi bằng nhau: so tỷ lệ nữ "
        "[Quy chế khối (giả định) Điều 7 khoản 3] (quy định đã sửa)" in shown
    )
    assert "được đề nghị → không được đề nghị. Vì: số lượng Bằng khen của Chủ tịch UBND tỉnh: 2 → 1" in shown
    assert "Tổng hợp: 1 năm thi đua; hạng, khen thưởng hoặc chức vụ khác nhau: 1;" in shown


def test_cases_of_the_same_ruleset_are_the_same() -> None:
    result = run("song-lam-blocs", "song-lam-blocs", "--cases", BLOCS, "--lang", "en")
    assert 0 == result.exit_code
    assert "Summary: 1 seasons; places, awards or offices differ in 0, only points or questions in 0, nothing in 1" in (
        " ".join(result.stdout.split())
    )


def test_a_season_that_one_refuses_is_listed_with_the_refusal(tmp_path: Path) -> None:
    other = draft(tmp_path, ("phong-trao-thi-dua", "phong-trao-khac"))
    found = json.loads(run("song-lam-blocs", other, "--cases", BLOCS, "--format", "json").stdout)
    [only] = found["cases"]
    assert ("refused", []) == (only["result"], only["refused"]["before"])
    assert "unknown-criterion-near" in {fault["code"] for fault in only["refused"]["after"]}
    assert only["refused"]["after"][0]["file"].endswith("2022-van-hoa-xa-hoi.toml")
    shown = run("song-lam-blocs", other, "--cases", BLOCS).stdout
    assert "  - quy chế sau không nhận:" in shown


def test_a_season_that_cannot_be_read_is_refused_by_both(tmp_path: Path) -> None:
    (tmp_path / "hong.toml").write_text('format = "emulrules/season/1"\n', encoding="utf-8")
    shown = run("song-lam-blocs", "song-lam-blocs", "--cases", tmp_path).stdout
    assert "  - cả hai quy chế không nhận:" in shown
    assert "missing-key" in shown


def test_seasons_of_other_clusters_are_only_counted() -> None:
    found = json.loads(
        run("song-lam-blocs", "song-lam-blocs", "--cases", RULESETS / "may-trang-blocs", "--format", "json").stdout
    )
    assert ([], 18) == (found["cases"], found["summary"]["elsewhere"])


def test_what_takes_long_shows_how_far_it_is_and_leaves_no_season_out(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(trying, "_PATIENCE", -1.0)
    monkeypatch.setattr(click, "progressbar", partial(_bar, seen))
    found = json.loads(
        run("song-lam-blocs", "song-lam-blocs", "--cases", RULESETS / "may-trang-blocs", "--format", "json").stdout
    )
    assert (18, [18, *([1] * 18)]) == (found["summary"]["elsewhere"], seen)


@contextmanager
def _bar(seen: list[int], *, length: int, **_: object) -> Iterator[Any]:
    """Stands for the bar of click: how long it is, then every step that it was told of."""
    seen.append(length)
    yield SimpleNamespace(update=seen.append)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run("song-lam-blocs", "song-lam-blocs", "--cases", tmp_path / "khong-co")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "folder-missing" in result.stderr
