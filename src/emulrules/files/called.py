"""What values that files write in English are called in Vietnamese, for a hint to whoever wrote the Vietnamese word."""

from collections.abc import Iterable
from typing import Final

from emulrules.model.names import plain

__all__ = ["called", "mark_called"]

_MARKS: Final = {"dat": "pass", "khong-dat": "fail", "khong-ap-dung": "n/a"}
"""Marks of cells."""

_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "bau": ("elected",),
    "bat-tham": ("lot",),
    "binh-chon": ("ballot",),
    "bo": ("ministry",),
    "bo-phieu": ("ballot",),
    "bo-phieu-kin": ("ballot",),
    "bo-nhiem": ("appointed",),
    "boc-tham": ("lot",),
    "can-bo": ("staff",),
    "cap-pho": ("deputy",),
    "cap-tren": ("authority",),
    "cap-truong": ("head",),
    "chi-dinh": ("appointed",),
    "chinh-phu": ("government",),
    "chu-toa": ("chair",),
    "chu-tri": ("chair",),
    "co-mat": ("present",),
    "cum": ("cluster",),
    "cum-pho": ("deputy",),
    "cum-truong": ("head",),
    "da-doc": ("read",),
    "cong": ("bonus",),
    "diem": ("points",),
    "diem-cong": ("bonus",),
    "diem-thuong": ("bonus",),
    "diem-tru": ("deduction",),
    "doi-dau": ("head-to-head",),
    "doi-ten": ("renamed",),
    "don-vi": ("units", "unit"),
    "du-hop": ("present",),
    "gia-dinh": ("assumed",),
    "giu-lai": ("hold",),
    "hoi-dong": ("council",),
    "hoi-nghi": ("meeting",),
    "khoi": ("bloc",),
    "khoi-truong": ("head",),
    "lam-tron": ("half-up",),
    "lam-tron-len": ("ceiling",),
    "lam-tron-xuong": ("floor",),
    "loai": ("out",),
    "luan-phien": ("turn",),
    "nguoi-chu-tri": ("chair",),
    "nhap": ("merged", "entered"),
    "nhap-diem": ("entered",),
    "nu": ("women",),
    "pho-khoi": ("deputy",),
    "quyet-dinh": ("decision",),
    "sap-nhap": ("merged",),
    "tach": ("split",),
    "tam-giu": ("hold",),
    "tam-hoan": ("hold",),
    "thanh-vien": ("members",),
    "thu-hang": ("standing", "place"),
    "tieu-chi": ("criterion",),
    "tinh": ("province",),
    "trung-binh": ("mean",),
    "truong-khoi": ("head",),
    "thuong": ("bonus",),
    "tru": ("deduction",),
    "tu-cham": ("unit",),
    "ty-le": ("share", "proportion"),
    "uy-quyen": ("proxy",),
    "van-ban": ("written",),
    "vang-mat": ("excluded",),
}
"""Words of regulations, as ids are written, and the values that may be meant."""


def called(word: str, values: Iterable[str]) -> str | None:
    """The one of `values` that is called `word` in Vietnamese, None where none is.

    >>> called("Khối", ["cluster", "bloc"]), called("đã đọc", ["read", "reported"]), called("tỉnh", ["read"])
    ('bloc', 'read', None)
    """
    meant = _VALUES.get(plain(word), ())
    return next((value for value in values if value in meant), None)


def mark_called(word: str) -> str | None:
    """The mark of a cell that is called `word`.

    >>> mark_called("Đạt"), mark_called("12")
    ('pass', None)
    """
    return _MARKS.get(plain(word))
