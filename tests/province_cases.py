"""What comes of years under rules of provinces and cities: reported ones, and those of invented blocs."""

from typing import Final, NamedTuple

__all__ = ["DOCUMENTS", "INVENTED", "OUTCOMES", "RULESETS", "UNNUMBERED", "Outcome"]

FLAG = "province-flag"
CERTIFICATE = "province-certificate"
GOVERNMENT = "government-flag"
CITY = "city-flag"


# Ruleset -> the days of its versions: first those of real authorities, then those that show them.
REAL: Final = {
    "bac-kan-blocs": ("2022-01-01",),
    "bac-ninh-blocs": ("2025-12-15",),
    "ca-mau-blocs": ("2019-01-01",),
    "da-nang-clusters": ("2021-11-09",),
    "dong-thap-clusters": ("2016-01-01",),
    "ha-noi-clusters": ("2021-04-20",),
    "ho-chi-minh-city-districts": ("2008-01-01",),
    "ho-chi-minh-city-offices": ("2025-07-01",),
    "hue-clusters": ("2018-07-18",),
    "khanh-hoa-blocs": ("2021-01-01",),
    "lang-son-districts": ("2012-01-01",),
    "ninh-thuan-blocs": ("2017-01-01",),
    "tay-nguyen-cooperatives": ("2019-01-01",),
    "thanh-hoa-clusters": ("2015-06-02",),
    "tra-on-clusters": ("2022-05-05",),
    "yen-bai-blocs": ("2020-01-01",),
}
INVENTED: Final = {
    "bai-soi-blocs": ("2025-12-20",),
    "ben-dua-clusters": ("2022-06-01",),
    "cua-gio-clusters": ("2022-01-01", "2023-01-01"),
    "doi-che-cooperatives": ("2019-02-01",),
    "nang-gio-blocs": ("2017-06-01",),
    "nui-nhon-clusters": ("2015-07-01",),
    "phu-sa-districts": ("2008-06-01",),
    "sen-vang-clusters": ("2016-06-01",),
    "tay-da-clusters": ("2021-06-01",),
    "thac-mo-clusters": ("2022-01-01", "2023-01-01"),
    "vong-nguyet-clusters": ("2019-01-01",),
}
RULESETS: Final = {f"{folder}/{day}" for folder, days in (REAL | INVENTED).items() for day in days}

# The documents of provinces and cities that are known to exist.
DOCUMENTS: Final = {
    "804/HD-SNV",
    "01/HD-UBND",
    "01/HD-HĐTĐKT",
    "2013/QĐ-UBND",
    "3619/QĐ-UBND",
    "1074/QĐ-UBND.HC",
    "114/2017/QĐ-UBND",
    "86/2025/QĐ-UBND",
}

# What was read itself, and is known by its name and year alone: a score sheet and a form.
UNNUMBERED: Final = {
    ("ho-chi-minh-city-districts", "bang-diem"),
    ("tay-nguyen-cooperatives", "bieu-mau-04"),
}


class Outcome(NamedTuple):
    """The folder of a case's ruleset, what is proposed, who leads next and how, and what is asked, in its order."""

    folder: str
    awards: set[tuple[str, str]]
    offices: set[tuple[str, str, str]]
    asked: tuple[str, ...] = ()


OUTCOMES: Final[dict[str, Outcome]] = {
    "2012-inland-districts": Outcome(
        "lang-son-districts",
        set(),
        {("head", "huyen-huu-lung", "elected"), ("deputy", "huyen-bac-son", "elected")},
    ),
    "2019-bloc-vii": Outcome("ca-mau-blocs", set(), set(), ("head", "deputy")),
    "2020-special-associations": Outcome(
        "yen-bai-blocs",
        {
            (GOVERNMENT, "hoi-chu-thap-do"),
            (FLAG, "hoi-nha-bao"),
            (CERTIFICATE, "hoi-luat-gia"),
            (CERTIFICATE, "hoi-cuu-thanh-nien-xung-phong"),
        },
        {("head", "hoi-khuyen-hoc", "elected"), ("deputy", "lien-hiep-cac-hoi-khoa-hoc-ky-thuat", "elected")},
    ),
    "2021-state-management-2": Outcome(
        "khanh-hoa-blocs",
        {(FLAG, "so-giao-thong-van-tai"), (CERTIFICATE, "so-du-lich"), (CERTIFICATE, "so-cong-thuong")},
        {("head", "so-du-lich", "elected")},
        ("deputy",),
    ),
    "2022-culture-social-bac-kan": Outcome(
        "bac-kan-blocs",
        {
            (FLAG, "ban-dan-toc"),
            (CERTIFICATE, "so-thong-tin-truyen-thong"),
            (CERTIFICATE, "so-khoa-hoc-cong-nghe"),
            (CERTIFICATE, "so-lao-dong-thuong-binh-xa-hoi"),
        },
        set(),
        ("head", "deputy"),
    ),
    "2025-ward-party-offices-10": Outcome("ho-chi-minh-city-offices", set(), set()),
    # Invented, each beside the real regulation that it extends.
    "2008-cum-sa": Outcome(
        "phu-sa-districts",
        {("city-certificate", "huyen-sa-3"), ("city-certificate", "quan-sa-1"), ("city-certificate", "huyen-sa-4")},
        set(),
    ),
    "2015-cum-nui": Outcome("nui-nhon-clusters", set(), {("head", "huyen-nui-2", "elected")}),
    "2016-cum-sen": Outcome(
        "sen-vang-clusters",
        {(FLAG, "so-sen-1"), (CERTIFICATE, "so-sen-2"), (CERTIFICATE, "so-sen-3")},
        set(),
    ),
    "2016-cum-sung": Outcome(
        "sen-vang-clusters",
        {(FLAG, "so-sung-1"), (FLAG, "so-sung-2"), (CERTIFICATE, "so-sung-3")},
        set(),
    ),
    "2017-khoi-bien": Outcome("nang-gio-blocs", {(FLAG, "don-vi-bien-1")}, set()),
    "2017-khoi-dong": Outcome("nang-gio-blocs", {(FLAG, "don-vi-dong-2")}, set()),
    "2019-cum-che": Outcome(
        "doi-che-cooperatives",
        {(CERTIFICATE, f"lien-minh-che-{n}") for n in (1, 2, 3)},
        {("head", "lien-minh-che-5", "elected")},
    ),
    "2019-cum-trang": Outcome(
        "vong-nguyet-clusters",
        {(FLAG, "xa-mac"), (CERTIFICATE, "xa-khuyet")},
        {("head", "xa-non", "elected")},
    ),
    "2021-cum-da": Outcome(
        "tay-da-clusters",
        {(CITY, "phuong-da-2")},
        {("head", "phuong-da-1", "elected"), ("deputy", "phuong-da-3", "elected")},
    ),
    "2022-cum-dua": Outcome("ben-dua-clusters", {(CERTIFICATE, "xa-dua-sap")}, {("head", "xa-dua-ta", "elected")}),
    "2022-cum-thac": Outcome(
        "thac-mo-clusters",
        {("sector-flag", "don-vi-thac-1"), ("sector-certificate", "don-vi-thac-4")},
        set(),
    ),
    "2023-cum-thac": Outcome(
        "thac-mo-clusters",
        {
            ("sector-flag", "don-vi-thac-1"),
            ("sector-flag", "don-vi-thac-3"),
            ("prime-minister-certificate", "don-vi-thac-1"),
            ("sector-certificate", "don-vi-thac-3"),
            ("sector-certificate", "don-vi-thac-4"),
        },
        set(),
    ),
    "2022-cum-gio": Outcome("cua-gio-clusters", set(), set(), ("head", "deputy")),
    "2025-khoi-soi": Outcome("bai-soi-blocs", {(FLAG, "xa-soi-2"), (CERTIFICATE, "xa-soi-4")}, set()),
    "2023-cum-gio": Outcome("cua-gio-clusters", {(CITY, "so-gio-nam")}, {("head", "so-gio-nam", "elected")}),
}
