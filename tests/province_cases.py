"""What comes of the years under rules of provinces and cities: reported outcomes, and invented blocs that show a rule."""

from typing import Final, NamedTuple

__all__ = ["OUTCOMES", "Outcome"]

FLAG = "province-flag"
CERTIFICATE = "province-certificate"
GOVERNMENT = "government-flag"


class Outcome(NamedTuple):
    """The folder of a case's ruleset, what is proposed, who leads next in which way, and what is asked, in its order."""

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
}
