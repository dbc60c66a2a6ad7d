"""Facts about a ruleset in words: every rule is told once, with what it says, as text and as one HTML file."""

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve
from building import READ, award, choose, criterion, gate, order, ruleset, scale, tie
from cases import RULESETS
from click.testing import CliRunner
from every import of_every
from hypothesis import given, settings
from law_trials import DEEP

from emulrules.cli import main
from emulrules.files.library import Library
from emulrules.model.award import Limit, PerParent
from emulrules.model.headship import Headship, Seat
from emulrules.model.review import CouncilAbove, Review
from emulrules.model.ruleset import Cluster, Ruleset, UndefinedRule, Unit
from emulrules.model.source import Source
from emulrules.model.succession import DatedRoster, Succession
from emulrules.report.amendments import rules_by_path
from emulrules.report.clauses.clause import Clause
from emulrules.report.clauses.whole import names_of, sections
from emulrules.report.ruleset import ruleset_text
from emulrules.report.ruleset_html import ruleset_html
from emulrules.testing.cases import Case
from emulrules.testing.strategies import cases
from emulrules.wording import LANGUAGES

SHIPPED = Library([RULESETS], installed=False)
FLAG = award("co", choose("s", "standing"), quota=1)


def clauses(rules: Ruleset, language: str = "vi") -> list[Clause]:
    return [clause for section in sections(rules, names_of(rules, language)) for clause in section.clauses]


def paths(rules: Ruleset) -> set[str]:
    return {clause.path for clause in clauses(rules) if clause.path is not None}


@of_every(SHIPPED.listed, lambda listed: f"{listed.id}@{listed.in_force}")
def test_every_rule_of_what_is_shipped_is_told_and_no_other(listed: Any) -> None:
    rules = SHIPPED.read(listed.id, listed.in_force).value
    assert set(rules_by_path(rules)) == paths(rules)


@settings(max_examples=500 if DEEP else 20)
@given(cases())
def test_every_rule_of_a_random_ruleset_is_told(case: Case) -> None:
    assert set(rules_by_path(case.ruleset)) == paths(case.ruleset)


# What is added to a ruleset of `a` and `b`, and what is then said of it.
SAID: dict[str, tuple[dict[str, Any], str, str]] = {
    "cap": (
        {"criteria": (criterion("x", None, max="5", cap=True),)},
        "phần vượt không tính",
        "may sum to more, and is cut to it",
    ),
    "what cannot be scored": (
        {"criteria": (criterion("x", not_applicable="rescale"),)},
        "không áp dụng cho đơn vị nào thì quy đổi điểm",
        "where it does not apply, points are rescaled",
    ),
    "final": ({"gates": (evolve(gate("g", "f"), final=True),)}, "không được thay", "no ruleset below may replace it"),
    "boundary": (
        {"awards": (evolve(FLAG, boundary="include"),)},
        "đồng hạng ở suất cuối được lấy tất cả",
        "all that tie for the last slot are taken",
    ),
    "aliases": ({"units": {"a": Unit("Sở A", ("Sở a cũ",))}}, "cách viết khác: Sở a cũ", "also written: Sở a cũ"),
    "type": ({"units": {"a": Unit("Sở A", type="so")}}, "Sở A (a); loại: so", "Sở A (a); type: so"),
    "bloc": ({"clusters": {"cum": Cluster("Khối A", ("a",), **READ, kind="bloc")}}, "; là khối", "; a bloc"),
    "season of a list": (
        {"rosters": (DatedRoster("moi", "cum", ("a",), date(2021, 7, 1), **READ, season="2021-2022"),)},
        "1 đơn vị: Đơn vị A; thuộc năm thi đua 2021-2022",
        "1 units: Đơn vị A; in the season 2021-2022",
    ),
    "cluster of a successor": (
        {"successions": (Succession("s", ("a",), ("b",), date(2021, 7, 1), "renamed", **READ, cluster="cum"),)},
        "đổi tên thành Đơn vị B; thuộc Cụm",
        "became Đơn vị B; in Cụm",
    ),
    "limit by number": (
        {"awards": (FLAG,), "limits": (Limit("l", "Không quá hai cờ.", **READ, award="co", number=2),)},
        "Không quá hai cờ. (áp dụng cho: co; nhiều nhất 2 đơn vị)",
        "(on: co; at most 2)",
    ),
    "limit by what is allotted": (
        {"limits": (Limit("l", "Theo phân bổ", **READ, award="co", ask="province"),)},
        "phân bổ hằng năm: Ủy ban nhân dân tỉnh",
        "allotted each year by the province",
    ),
    "limit by parent": (
        {"limits": (Limit("l", "Mỗi tỉnh", **READ, award="co", per_parent=PerParent(1, "province")),)},
        "nhiều nhất 1 đơn vị",
        "at most 1 of each",
    ),
    "council": (
        {"councils": {"hd": CouncilAbove("Hội đồng tỉnh", **READ)}},
        "HỘI ĐỒNG CẤP TRÊN XÉT - Hội đồng tỉnh (hd) [Quy chế giả định Điều 1]",
        "REVIEW BY THE COUNCIL ABOVE - Hội đồng tỉnh (hd)",
    ),
    "review": (
        {
            "awards": (FLAG,),
            "reviews": (
                Review("co", **READ, among="leaders", raises=True, choose=(choose("p", "meeting", asks="council"),)),
            ),
        },
        "co: xét các đơn vị dẫn đầu cụm, khối; Hội đồng chỉ trình cấp trên quyết định [Quy chế giả định Điều 1] - "
        "bình xét: Hội đồng Thi đua - Khen thưởng (p)",
        "among the units that lead their clusters; the level above decides",
    ),
    "what is open, and of whom it is asked": (
        {"undefined": (UndefinedRule("u", "headship.by", "Chưa nói", **READ, ask="province"),)},
        "Chưa nói (headship.by); hỏi: Ủy ban nhân dân tỉnh [",
        "Chưa nói (headship.by); asked of the province [",
    ),
    "source": (
        {"sources": {"s": Source("Thông tư", "25/2025", date(2025, 11, 14), "Điều 23")}},
        "- 25/2025; Thông tư; 14/11/2025; Điều 23",
        "- 25/2025; Thông tư; 2025-11-14; Điều 23",
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_a_ruleset_in_words_says_of(what: str) -> None:
    parts, vi, en = SAID[what]
    rules = ruleset("ab", **parts)
    assert vi in " ".join(ruleset_text(rules).split())
    assert en in " ".join(ruleset_text(rules, "en").split())


def test_deputies_that_are_not_stated_are_not_a_rule() -> None:
    unstated = Headship("elected", **READ, asks="members")
    assert "headship.deputies" not in paths(ruleset("a", headship=unstated))
    assert "headship.deputies" in paths(ruleset("a", headship=evolve(unstated, deputies=(Seat("pho"),))))


class _Tags(HTMLParser):
    """Whether every tag is closed in its turn, and which text stands between them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.seen.add(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(document: str) -> _Tags:
    tags = _Tags()
    tags.feed(document)
    tags.close()
    return tags


HOSTILE = ruleset(
    "ab",
    clusters={"cum": Cluster('Cụm <script>alert("1")</script> & \u202e', ("a",), **READ)},
    awards=(evolve(FLAG, name="</table><img src=x onerror=alert(1)>"),),
    order=order("points"),
    ties=(tie("lot", "lot", asks="meeting"),),
    scale=scale(points="100"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_closed_and_holds_every_clause_once(language: str) -> None:
    rules = SHIPPED.read("song-lam-blocs", date(2021, 1, 15)).value
    tags = parsed(ruleset_html(rules, language))
    assert [] == tags.open
    assert len(tags.ids) == len(set(tags.ids))
    whole = "\n".join(tags.text)
    assert [] == [clause.text for clause in clauses(rules, language) if clause.text not in whole]


def test_html_holds_text_of_files_as_text() -> None:
    document = ruleset_html(HOSTILE)
    assert {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "thead", "tbody"} | {
        *("tr", "th", "td")
    } == parsed(document).seen
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;U+202E&gt;" in document


def test_html_has_an_article_beside_what_rests_on_the_rule_above_it() -> None:
    document = ruleset_html(ruleset("ab", awards=(FLAG,)))
    [row] = [line for line in document.splitlines() if 'id="awards.co.choose.s"' in line]
    assert '<td class="basis">Quy chế giả định Điều 1</td><td class="trust">đã đọc văn bản</td>' in row


@pytest.mark.parametrize("name", ["song-lam-blocs@2021-01-15", str(RULESETS / "song-lam-blocs" / "2021-01-15.toml")])
def test_a_version_or_a_file_can_be_shown(name: str) -> None:
    shown = [CliRunner().invoke(main, ["rulesets", "show", each]) for each in (name, "song-lam-blocs")]
    assert (0, shown[1].stdout) == (shown[0].exit_code, shown[0].stdout)


def test_html_needs_nothing_but_itself() -> None:
    document = ruleset_html(SHIPPED.read("ict-departments", date(2019, 9, 9)).value)
    assert [] == re.findall(r"(?:src|href)=|url\(|@import|<script|<link", document)


def test_html_is_the_same_each_time_and_says_how_far_to_trust_each_rule() -> None:
    call = ["rulesets", "show", "song-lam-blocs", "--format", "html", "--rulesets", str(RULESETS)]
    one, other = (CliRunner().invoke(main, call).stdout_bytes for _ in range(2))
    assert one == other
    shown = one.decode()
    assert shown.startswith('<!DOCTYPE html>\n<html lang="vi">\n')
    assert '<td class="trust">theo tin đưa</td>' in shown
    assert '<td class="basis">91/2017/NĐ-CP Điều 11</td><td class="trust">đã đọc văn bản</td>' in shown
