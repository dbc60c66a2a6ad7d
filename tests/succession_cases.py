"""What comes out of the shipped cases in which units change: awards, offices with their states, and what stays open."""

from typing import Final

FLAG, CERTIFICATE = "province-flag", "province-certificate"

OUTCOMES: Final[dict[str, tuple[set[tuple[str, str]], set[tuple[str, str, str]], tuple[str, ...]]]] = {
    "2022-cum-doi-ten": (
        {(FLAG, "so-noi-vu"), (CERTIFICATE, "so-van-thong")},
        {("head", "so-noi-vu", "elected")},
        (),
    ),
    "2023-cum-doi-ten": (
        {(FLAG, "so-van-thong"), (CERTIFICATE, "so-noi-vu")},
        {("head", "so-van-thong", "elected")},
        (),
    ),
    "2022-cum-nua-nam": (set(), set(), ("fact:so-nong-lam:points", "before:head:so-nong", "head")),
    "2022-cum-sap-nhap": (
        {(FLAG, "so-cong-thuong"), (CERTIFICATE, "so-tai-chinh")},
        {("head", "so-tai-chinh", "elected")},
        (),
    ),
    "2022-cum-chia-tach": (
        {(FLAG, "ban-dan-toc"), (CERTIFICATE, "ban-rung")},
        {("head", "ban-bien", "elected")},
        (),
    ),
    "2024-cum-sap-nhap": ({(FLAG, "so-cong-thuong")}, {("head", "so-tai-chinh-ha-tang", "elected")}, ()),
    "2024-cum-cac-tinh": (
        set(),
        {("head", "van-hoa-thuong", "turn"), ("deputy", "thong-tin-trung", "elected")},
        (),
    ),
    "2026-cum-cac-tinh": (set(), {("head", "van-hoa-son", "turn")}, ()),
    "2025-cum-cac-tinh": (
        set(),
        {("head", "thong-tin-dai", "turn"), ("deputy", "van-hoa-thuong", "elected")},
        (),
    ),
}
