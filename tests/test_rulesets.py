"""Facts about the rulesets that ship: what they may cite, how far they may be trusted, which units they hold."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import council_cases
import ministry_cases
import tomli
from every import of_every
from province_cases import DOCUMENTS as PROVINCE_DOCUMENTS
from province_cases import INVENTED as INVENTED_PROVINCES
from province_cases import OUTCOMES as PROVINCES
from province_cases import RULESETS as PROVINCE_RULESETS
from province_cases import UNNUMBERED
from quota_cases import OUTCOMES as QUOTAS
from succession_cases import OUTCOMES as SUCCESSIONS

from emulrules.engine import decide
from emulrules.files import Library, load_ruleset, load_season, read_season
from emulrules.files.succession_rules import members_ever
from emulrules.model.names import plain
from emulrules.plugins import load_policy

SHIPPED = Path(__file__).resolve().parents[1] / "rulesets" / "emulrules_rulesets"

INVENTED = {
    *INVENTED_PROVINCES,
    "an-diep-blocs",
    "dong-sen-clusters",
    "khe-doc-clusters",
    "khe-ngang-clusters",
    "lang-cam-blocs",
    "moc-lan-blocs",
    "ngan-thuy-clusters",
    "ngan-thuy-seats",
    "son-khe-blocs",
    "song-lam-blocs",
    "thach-ban-acclaimed",
    "thach-ban-clusters",
    "thach-ban-deputies",
    "thach-ban-seats",
    "thanh-bach-clusters",
    "vinh-hac-blocs",
    *council_cases.FOLDERS,
    *ministry_cases.FOLDERS,
}

# The documents that are known to exist and to govern, or to speak of, the seasons from 2013 to 2025.
DOCUMENTS = {
    *PROVINCE_DOCUMENTS,
    "1122/BTĐKT-VI",
    "65/2014/NĐ-CP",
    "91/2017/NĐ-CP",
    "08/2017/TT-BNV",
    "12/2019/TT-BNV",
    "5007/BNV-TĐKT",
    "09/2018/TT-BTTTT",
    "1459/QĐ-BTTTT",
    "06/2022/QH15",
    "98/2023/NĐ-CP",
    "01/2024/TT-BNV",
    "152/2025/NĐ-CP",
    "15/2025/TT-BNV",
    "25/2025/TT-BKHCN",
    "01/2024/TT-TANDTC",
    "01/2019/TT-VKSTC",
    "2264/QĐ-KTNN",
    "35/2015/TT-BGDĐT",
    "21/2020/TT-BGDĐT",
    "4843/BGDĐT-TĐKT",
    "3916/QĐ-BTP",
    "138/QĐ-CSVN",
}

# Known by its number and year alone, without the letters of who issued it.
SHORT = {"04/2016"}

# What a clause that was read leaves to the cluster, and of whom it does not say more: L1 and L15.
LEFT_OPEN = {
    ("da-nang-clusters", "nhiem-ky-cua-cum"),
    ("ict-departments", "thang-diem-cua-cum"),
    ("ict-departments", "tieu-chi-cua-cum"),
}

# A document's number: digits, perhaps a year, and the letters of who issued it.
NUMBER = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ][A-ZĐ0-9]*(?:[-.][A-ZĐ]+)*")

# 1459/QĐ-BTTTT, typed a second time: which provinces are in which cluster, in its order.
ICT_CLUSTERS = {
    "cluster-1": "Hà Nội, TP Hồ Chí Minh, Hải Phòng, Đà Nẵng, Cần Thơ",
    "cluster-2": "Sơn La, Lai Châu, Điện Biên, Lào Cai, Hà Giang, Cao Bằng, Lạng Sơn",
    "cluster-3": "Vĩnh Phúc, Bắc Ninh, Hải Dương, Hưng Yên, Quảng Ninh, Hà Nam, Nam Định, Thái Bình, Ninh Bình",
    "cluster-4": "Hòa Bình, Bắc Kạn, Phú Thọ, Bắc Giang, Thái Nguyên, Tuyên Quang, Yên Bái",
    "cluster-5": "Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế",
    "cluster-6": (
        "Đắk Lắk, Gia Lai, Kon Tum, Lâm Đồng, Đắk Nông, Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa"
    ),
    "cluster-7": "Đồng Nai, Bình Dương, Bình Phước, Tây Ninh, Bình Thuận, Ninh Thuận, Bà Rịa - Vũng Tàu",
    "cluster-8": (
        "An Giang, Long An, Hậu Giang, Tiền Giang, Vĩnh Long, Đồng Tháp, Trà Vinh, Kiên Giang, "
        "Cà Mau, Bến Tre, Sóc Trăng, Bạc Liêu"
    ),
}

# Case -> who is proposed for what, who holds which office next, and what is still asked.
OUTCOMES: dict[str, tuple[set[tuple[str, str]], set[tuple[str, str]], set[str]]] = {
    **{
        f"{year.folder}/cases/{name}": (year.awards, {office[:2] for office in year.offices}, set(year.asked))
        for name, year in PROVINCES.items()
    },
    **{f"lang-cam-blocs/cases/{name}": (won, set(), set()) for name, won in QUOTAS.items()},
    **council_cases.OUTCOMES,
    **ministry_cases.OUTCOMES,
    **{
        f"ngan-thuy-{'seats' if 'cac-tinh' in name else 'clusters'}/cases/{name}": (
            won,
            {(office, unit) for office, unit, _ in offices},
            set(asked),
        )
        for name, (won, offices, asked) in SUCCESSIONS.items()
    },
    "an-diep-blocs/cases/2020-khoi-huyen": ({("province-flag", "huyen-thuong")}, set(), set()),
    "an-diep-blocs/cases/2020-khoi-so": ({("province-flag", "so-gio")}, set(), set()),
    "an-diep-blocs/cases/2021-khoi-huyen": ({("province-flag", "huyen-thuong")}, set(), set()),
    "an-diep-blocs/cases/2021-khoi-so": ({("province-flag", "so-gio")}, set(), set()),
    "an-diep-blocs/cases/2022-khoi-so": ({("province-flag", "so-may")}, set(), set()),
    "an-diep-blocs/cases/2023-khoi-so": ({("province-flag", "so-may")}, set(), set()),
    "an-diep-blocs/cases/2024-khoi-xa": ({("province-flag", "xa-dong")}, set(), set()),
    "khe-doc-clusters/cases/2023-2024-cum-lop": (
        {
            *(
                (award, f"truong-{name}")
                for award in ("excellent-collective", "province-certificate")
                for name in ("ban-mai", "dat-do")
            ),
            ("province-certificate", "truong-suoi-can"),
        },
        set(),
        set(),
    ),
    "khe-doc-clusters/cases/2024-2025-cum-lop": (
        {
            ("excellent-collective", "truong-ban-mai"),
            ("excellent-collective", "truong-nuong-ngo"),
            ("province-certificate", "truong-ban-mai"),
            ("province-certificate", "truong-dat-do"),
        },
        set(),
        set(),
    ),
    "khe-ngang-clusters/cases/2021-cum-suoi": (
        {("province-flag", "huyen-dau-nguon")},
        {("head", "huyen-dau-nguon"), ("deputy", "huyen-doi-chan")},
        set(),
    ),
    "khe-ngang-clusters/cases/2022-cum-suoi": (
        {("province-flag", "huyen-dau-nguon"), ("government-flag", "huyen-dau-nguon")},
        {("head", "huyen-doi-chan"), ("deputy", "huyen-doi-dinh")},
        set(),
    ),
    "khe-ngang-clusters/cases/2023-cum-suoi": (
        {("province-flag", "huyen-ghenh")},
        {("head", "huyen-ghenh"), ("deputy", "huyen-dau-nguon")},
        set(),
    ),
    "khe-ngang-clusters/cases/2024-cum-suoi": (
        {("province-flag", "huyen-ghenh-doi"), ("government-flag", "huyen-ghenh-doi")},
        {("head", "huyen-doi-dinh")},
        set(),
    ),
    "khe-ngang-clusters/cases/2025-cum-suoi": (
        {("province-flag", "huyen-ghenh-doi"), ("government-flag", "huyen-ghenh-doi")},
        {("head", "huyen-ghenh-doi")},
        set(),
    ),
    "dong-sen-clusters/cases/2011-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2012-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2013-ho-sen": ({("province-flag", "so-ao-sen")}, set(), set()),
    "dong-sen-clusters/cases/2014-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2015-ho-sen": ({("province-flag", "so-ao-sen")}, set(), set()),
    "dong-sen-clusters/cases/2016-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2017-ho-sen": (set(), set(), {"place:1:undefined"}),
    "dong-sen-clusters/cases/2018-ho-sen": ({("province-flag", "so-ao-sen")}, set(), set()),
    "dong-sen-clusters/cases/2019-ho-sen": ({("province-flag", "so-con-noi")}, set(), set()),
    "dong-sen-clusters/cases/2020-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2021-ho-sen": ({("province-flag", "so-dam-lay")}, set(), set()),
    "dong-sen-clusters/cases/2022-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "dong-sen-clusters/cases/2023-ho-sen": ({("province-flag", "so-bai-boi")}, set(), set()),
    "ict-departments/cases/2021-cluster-8": (
        {
            ("ministry-flag", "long-an"),
            ("ministry-flag", "hau-giang"),
            ("ministry-certificate", "tien-giang"),
            ("ministry-certificate", "ben-tre"),
        },
        {("head", "dong-thap"), ("deputy", "vinh-long")},
        set(),
    ),
    "ict-departments/cases/2022-cluster-5": (
        {
            ("ministry-flag", "quang-binh"),
            ("ministry-certificate", "nghe-an"),
            ("ministry-certificate", "quang-tri"),
        },
        {("head", "quang-tri")},
        {"deputy"},
    ),
    "hung-yen-blocs/cases/2021-culture-social": (
        {
            ("government-flag", "so-van-hoa-the-thao-du-lich"),
            ("province-flag", "dai-phat-thanh-truyen-hinh"),
            ("province-certificate", "so-thong-tin-truyen-thong"),
        },
        {("head", "so-lao-dong-thuong-binh-xa-hoi")},
        set(),
    ),
    "lang-son-clusters/cases/2020-cluster-ii": (
        {
            ("province-flag", "so-cong-thuong"),
            ("province-certificate", "so-khoa-hoc-cong-nghe"),
            ("province-certificate", "so-xay-dung"),
        },
        {("head", "so-tai-nguyen-moi-truong"), ("deputy", "so-giao-thong-van-tai")},
        set(),
    ),
    "thai-binh-blocs/cases/2022-science-culture-society": (
        set(),
        set(),
        {
            "quota:province-flag",
            "quota:province-certificate",
            "award:province-flag:binh-xet",
            "award:province-certificate:binh-xet",
            "head",
            "deputy",
        },
    ),
    "song-lam-blocs/cases/2022-van-hoa-xa-hoi": (
        {
            ("province-flag", "bao-hiem-xa-hoi"),
            ("province-certificate", "so-y-te"),
            ("province-certificate", "so-van-hoa"),
        },
        {("head", "so-y-te")},
        {"deputy"},
    ),
    **{
        f"son-khe-blocs/cases/{year}-khoi-khe": (
            {("province-flag", "phong-may"), ("government-flag", "phong-may"), ("province-certificate", "phong-lau")},
            {("head", "phong-tre")},
            set(),
        )
        for year in (2021, 2022)
    },
    "thanh-bach-clusters/cases/2018-cum-vien": (
        {
            ("sector-flag", "vien-1"),
            ("sector-flag", "vien-2"),
            ("sector-certificate", "vien-3"),
            ("sector-certificate", "vien-5"),
        },
        set(),
        set(),
    ),
    "thanh-bach-clusters/cases/2019-cum-vien": (
        {
            ("sector-flag", "vien-1"),
            ("sector-flag", "vien-2"),
            ("sector-certificate", "vien-3"),
            ("sector-certificate", "vien-4"),
        },
        set(),
        set(),
    ),
    "thanh-bach-clusters/cases/2020-cum-phong": (
        {("sector-flag", "phong-1"), ("sector-flag", "phong-3"), ("sector-commendation", "phong-2")},
        set(),
        set(),
    ),
    "thanh-bach-clusters/cases/2021-cum-tram": ({("sector-flag", "tram-1")}, set(), set()),
    "thanh-bach-clusters/cases/2022-cum-doi": (
        {("sector-flag", "doi-1"), ("sector-commendation", "doi-3")},
        set(),
        set(),
    ),
    "thanh-bach-clusters/cases/2023-2024-cum-truong": ({("sector-flag", "truong-1")}, set(), set()),
    "thanh-bach-clusters/cases/2024-2025-cum-truong": ({("sector-flag", "truong-1")}, set(), set()),
    "thanh-bach-clusters/cases/2026-cum-ban": ({("sector-flag", "ban-1")}, set(), set()),
    "thach-ban-acclaimed/cases/2021-cum-suy-ton": (set(), {("head", "huyen-tay")}, set()),
    "thach-ban-clusters/cases/2021-cum-luan-phien": (set(), {("head", "huyen-ha"), ("deputy", "huyen-dong")}, set()),
    "thach-ban-clusters/cases/2022-cum-luan-phien": (set(), {("head", "huyen-tay"), ("deputy", "huyen-thuong")}, set()),
    "thach-ban-clusters/cases/2023-cum-luan-phien": (set(), {("head", "huyen-trung")}, set()),
    "thach-ban-clusters/cases/2024-cum-luan-phien": (set(), {("head", "huyen-dong")}, set()),
    "thach-ban-deputies/cases/2021-cum-ke-nhiem": (set(), {("head", "huyen-ha"), ("deputy", "huyen-tay")}, set()),
    "moc-lan-blocs/cases/2024-khoi-huyen": (
        {
            ("province-flag", "huyen-bac"),
            ("province-flag", "huyen-dong"),
            ("province-flag", "huyen-nam"),
            ("government-flag", "huyen-bac"),
            ("province-certificate", "huyen-ha"),
            ("province-certificate", "huyen-nam"),
            ("province-certificate", "huyen-tay"),
        },
        set(),
        set(),
    ),
    "thach-ban-seats/cases/2021-cum-chi-dinh": (
        set(),
        {("head", "huyen-thuong"), ("deputy", "huyen-ha"), ("deputy", "huyen-dong")},
        set(),
    ),
    "vinh-hac-blocs/cases/2022-cong-va-tru": ({("province-flag", f"don-vi-ct{n}") for n in range(1, 7)}, set(), set()),
    "vinh-hac-blocs/cases/2022-da-co-khen-thuong": (
        {("province-flag", f"don-vi-kt{n}") for n in range(1, 4)},
        set(),
        set(),
    ),
    "vinh-hac-blocs/cases/2022-diem-tru": ({("province-flag", f"don-vi-dt{n}") for n in range(1, 6)}, set(), set()),
    "vinh-hac-blocs/cases/2022-doi-theo-so-luong": (
        {("province-flag", f"don-vi-sl{n}") for n in range(1, 9)},
        set(),
        set(),
    ),
    "vinh-hac-blocs/cases/2022-doi-theo-ty-le": (
        {("province-flag", f"don-vi-tl{n}") for n in range(1, 10)},
        set(),
        set(),
    ),
    "vinh-hac-blocs/cases/2022-lam-tron-tong-diem": (
        {("province-flag", f"don-vi-lt{n}") for n in range(1, 4)},
        set(),
        set(),
    ),
    "vinh-hac-blocs/cases/2022-vuot-ke-hoach": (
        {("province-flag", f"don-vi-vk{n}") for n in range(1, 6)},
        set(),
        set(),
    ),
}


def _name(path: Path) -> str:
    return path.relative_to(SHIPPED).with_suffix("").as_posix()


CASES = sorted(SHIPPED.glob("*/cases/*.toml"))
RULESETS = sorted(SHIPPED.glob("*/*.toml"))
every_ruleset = of_every(RULESETS, _name)
every_case = of_every(CASES, _name)
every_file = of_every([*RULESETS, *CASES], _name)


def document(path: Path) -> dict[str, Any]:
    return tomli.loads(path.read_text(encoding="utf-8"))


def rules(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every rule of a ruleset file by its path: what must have a basis and a trust of its own."""
    ruleset = document(path)
    for table in ("scale", "scoring", "voting", "order", "headship"):
        if table in ruleset:
            yield table, ruleset[table]
    for array in (
        "stages",
        "criteria",
        "gates",
        "conditions",
        "ties",
        "awards",
        "limits",
        "reviews",
        "undefined",
        "rosters",
        "successions",
    ):
        for entry in ruleset.get(array, []):
            if not entry.get("inherit"):
                yield f"{array}.{entry['id']}", entry
    for section in ("clusters", "tables", "councils"):
        for id_, entry in ruleset.get(section, {}).items():
            yield f"{section}.{id_}", entry
    for bar in ruleset.get("headship", {}).get("bars", []):
        yield f"headship.bars.{bar['id']}", bar


def values(node: object, key: str) -> Iterator[Any]:
    """Every value under `key`, however deep."""
    if isinstance(node, dict):
        if key in node:
            yield node[key]
        for value in node.values():
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def test_the_shipped_rulesets_are_these() -> None:
    expected = {
        *council_cases.RULESETS,
        *ministry_cases.RULESETS,
        *(f"an-diep-blocs/{year}-01-01" for year in range(2020, 2025)),
        "dong-sen-clusters/2011-01-01",
        *(f"dong-sen-clusters/{year}-01-01" for year in range(2018, 2024)),
        "hung-yen-blocs/2021-01-01",
        "ict-departments/2019-09-09",
        *(f"lang-cam-blocs/{year}-01-15" for year in (2020, 2021, 2022)),
        "lang-son-clusters/2020-01-01",
        "national/2017-10-01",
        "national/2024-01-01",
        "national/2025-07-01",
        "ngan-thuy-clusters/2021-01-01",
        "ngan-thuy-seats/2024-01-01",
        *(f"son-khe-blocs/{year}-01-01" for year in (2021, 2022)),
        *(f"khe-{name}-clusters/{day}" for name, day in (("doc", "2022-01-01"), ("ngang", "2021-01-01"))),
        *(f"khe-{name}-clusters/2025-07-01" for name in ("doc", "ngang")),
        "song-lam-blocs/2021-01-15",
        "moc-lan-blocs/2024-01-01",
        "thach-ban-acclaimed/2021-01-01",
        "thach-ban-clusters/2021-01-01",
        "thach-ban-clusters/2023-01-01",
        "thach-ban-clusters/2024-01-01",
        "thach-ban-deputies/2021-01-01",
        "thach-ban-seats/2021-01-01",
        "thai-binh-blocs/2022-01-01",
        "thanh-bach-clusters/2018-01-01",
        "thanh-bach-clusters/2020-01-01",
        "thanh-bach-clusters/2021-01-01",
        "thanh-bach-clusters/2022-01-01",
        "thanh-bach-clusters/2023-08-01",
        "thanh-bach-clusters/2026-01-01",
        "vinh-hac-blocs/2021-02-01",
        *PROVINCE_RULESETS,
    }
    assert expected == set(map(_name, RULESETS))


def test_the_shipped_cases_are_these() -> None:
    assert set(OUTCOMES) == set(map(_name, CASES))


@every_ruleset
def test_every_ruleset_is_read(path: Path) -> None:
    named = (path.parent.name, date.fromisoformat(path.stem))
    ruleset = Library([SHIPPED], installed=False).read(*named).value
    assert named == (ruleset.id, ruleset.in_force)


@every_case
def test_every_case_is_read_and_finds_its_ruleset(path: Path) -> None:
    season = load_season(path)
    assert read_season(path).value == season
    assert path.stem == f"{season.id}-{season.cluster}"
    ruleset = load_ruleset(season, [SHIPPED])
    assert path.parents[1].name == ruleset.id
    assert season.cluster in ruleset.clusters


@every_case
def test_every_case_comes_out_as_reported_and_asks_for_the_rest(path: Path) -> None:
    season = load_season(path)
    ruleset = load_ruleset(season, [SHIPPED])
    decision = decide(season, ruleset, load_policy(ruleset))
    awards, offices, asked = OUTCOMES[_name(path)]
    assert awards == {(award.award, award.unit) for award in decision.awards}
    assert offices == {(office.office, office.unit) for office in decision.offices}
    assert asked == {question.id for question in decision.questions}
    assert () == decision.waiting
    assert decision.status == ("pending" if asked else "complete")


@every_ruleset
def test_every_rule_has_a_basis_and_a_trust(path: Path) -> None:
    assert [] == [name for name, rule in rules(path) if not rule.get("basis") or not rule.get("trust")]


@every_ruleset
def test_every_basis_names_a_source_of_its_file_and_every_source_is_used(path: Path) -> None:
    ruleset = document(path)
    cited: set[str] = set()
    for basis in values(ruleset, "basis"):
        cited.update(entry.split(" ")[0] for entry in ([basis] if isinstance(basis, str) else basis))
    assert cited <= set(ruleset["sources"])
    assert set(ruleset["sources"]) == cited


@every_ruleset
def test_only_an_invented_bloc_assumes(path: Path) -> None:
    trusts = set(values(document(path), "trust"))
    if path.parent.name in INVENTED:
        assert {"assumed"} == trusts
    else:
        assert {"read", "reported"} >= trusts


@every_ruleset
def test_what_is_read_rests_on_a_document_with_a_number(path: Path) -> None:
    sources = document(path)["sources"]
    for name, rule in rules(path):
        bases = [rule["basis"]] if isinstance(rule["basis"], str) else rule["basis"]
        if rule["trust"] == "read":
            cited = {basis.split(" ")[0] for basis in bases}
            unnumbered = {source for source in cited if "number" not in sources[source]}
            assert {(path.parent.name, source) for source in unnumbered} <= UNNUMBERED, name


@every_file
def test_every_document_that_a_file_names_is_known_to_exist(path: Path) -> None:
    found = set(NUMBER.findall(path.read_text(encoding="utf-8")))
    numbers = set(values(document(path), "number"))
    assert found | {number for number in numbers if isinstance(number, str)} <= DOCUMENTS | SHORT


def test_the_pattern_of_numbers_finds_every_known_document() -> None:
    assert DOCUMENTS == set(NUMBER.findall(" ".join(sorted(DOCUMENTS))))


@every_file
def test_no_file_holds_an_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"http|www\.|://|\.vn\b", text)


@every_file
def test_what_is_invented_says_so_on_its_first_line(path: Path) -> None:
    invented = path.relative_to(SHIPPED).parts[0] in INVENTED
    assert invented == path.read_text(encoding="utf-8").startswith("# Synthetic.")


@every_case
def test_only_an_invented_case_has_scores(path: Path) -> None:
    assert path.parents[1].name in INVENTED or "scores" not in document(path)


@every_case
def test_the_acts_of_a_real_case_are_reported(path: Path) -> None:
    trusts = {act["trust"] for act in document(path).get("acts", [])}
    assert path.parents[1].name in INVENTED or trusts <= {"reported"}


@every_case
def test_nobody_is_said_to_have_allotted_a_number_in_a_real_case(path: Path) -> None:
    allotted = [act for act in document(path).get("acts", []) if act["question"].startswith("quota:")]
    assert path.parents[1].name in INVENTED or not any("decided_by" in act for act in allotted)


def test_what_is_left_open_was_read_only_where_a_clause_leaves_it() -> None:
    found = {
        (path.parent.name, rule["id"])
        for path in RULESETS
        for rule in document(path).get("undefined", [])
        if rule["trust"] == "read"
    }
    assert LEFT_OPEN == found


@every_ruleset
def test_a_real_ruleset_states_its_gates_or_says_that_it_knows_none(path: Path) -> None:
    rules = Library([SHIPPED], installed=False).read(path.parent.name, date.fromisoformat(path.stem)).value
    assert path.parent.name in INVENTED or rules.gates or rules.undefined_rule("gates") is not None


@every_ruleset
def test_a_real_ruleset_under_the_law_of_2022_states_its_ties_or_says_that_it_knows_none(path: Path) -> None:
    rules = Library([SHIPPED], installed=False).read(path.parent.name, date.fromisoformat(path.stem)).value
    told = path.parent.name in INVENTED or path.parent.name == "national" or rules.in_force < date(2024, 1, 1)
    assert told or rules.ties or rules.undefined_rule("ties") is not None


@every_ruleset
def test_a_province_that_is_inferred_stands_in_the_title_alone(path: Path) -> None:
    ruleset = document(path)
    if "(theo suy luận)" in ruleset["title"]:
        province = re.search(r"tỉnh (\S+ \S+) \(theo suy luận\)", ruleset["title"])
        assert province is not None
        assert province[1] not in json.dumps({**ruleset, "title": ""}, default=str, ensure_ascii=False)


def test_the_ict_clusters_are_eight_of_63_departments() -> None:
    clusters = document(SHIPPED / "ict-departments" / "2019-09-09.toml")["clusters"]
    assert [f"cluster-{number}" for number in range(1, 9)] == list(clusters)
    assert [5, 7, 9, 7, 6, 10, 7, 12] == [len(cluster["members"]) for cluster in clusters.values()]


def test_the_ict_rosters_are_those_of_the_decision_of_2019() -> None:
    ruleset = document(SHIPPED / "ict-departments" / "2019-09-09.toml")
    provinces = {
        id_: [ruleset["units"][unit]["aliases"][0] for unit in cluster["members"]]
        for id_, cluster in ruleset["clusters"].items()
    }
    assert {id_: names.split(", ") for id_, names in ICT_CLUSTERS.items()} == provinces


def test_an_ict_department_is_named_by_its_province_and_its_id_spells_it() -> None:
    for unit, entry in document(SHIPPED / "ict-departments" / "2019-09-09.toml")["units"].items():
        province = entry["aliases"][0]
        assert plain(province) == unit
        assert entry["name"].endswith(province.removeprefix("TP "))


def test_no_ict_department_is_in_two_clusters_and_each_has_a_name() -> None:
    ruleset = document(SHIPPED / "ict-departments" / "2019-09-09.toml")
    members = [unit for cluster in ruleset["clusters"].values() for unit in cluster["members"]]
    assert 63 == len(members)
    assert sorted(members) == sorted(ruleset["units"])


@every_ruleset
def test_every_member_has_a_name_and_no_spelling_means_two_units(path: Path) -> None:
    ruleset = Library([SHIPPED], installed=False).read(path.parent.name, date.fromisoformat(path.stem)).value
    assert set(members_ever(ruleset)) == set(ruleset.units)
    spellings = [name for unit in ruleset.units.values() for name in (unit.name, *unit.aliases)]
    assert len(set(spellings)) == len(spellings)
