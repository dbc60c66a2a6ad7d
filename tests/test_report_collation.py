"""Names sort as Vietnamese sorts them."""

from itertools import pairwise

import pytest

from emulrules.report.collation import collation_key

PROVINCES = """An Giang|Bà Rịa - Vũng Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước
|Bình Thuận|Cà Mau|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội
|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hồ Chí Minh|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn
|Lào Cai|Lâm Đồng|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi
|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh
|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái""".replace("\n", "").split("|")

IN_ORDER = {
    "the letters of the alphabet, with f j w z where Latin has them": list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    "the tones": ["ma", "mà", "mả", "mã", "má", "mạ"],
    "letters come before tones": ["ang", "ành", "ảnh"],
    "tones come before the next syllable": ["ba vì", "bà ba", "bà mụ", "bá chủ"],
    "a shorter name comes first": ["Sở Y", "Sở Y tế", "Sở Yên"],
    "an accent on another letter is another letter": ["ta", "tă", "tâ", "to", "tô", "tơ", "tu", "tư"],
    "a small letter comes before its capital": ["sở y tế", "Sở Y tế", "SỞ Y TẾ"],
    "numbers count": ["Cụm 2", "Cụm 10", "Cụm 100", "Cụm A"],
    "marks only part syllables": ["Sở Văn - Hóa", "Sở Văn, Lễ", "Sở Văn Xã"],
    "another script comes last": ["Sở Z", "Sở Я"],
}


def test_the_63_provinces_are_sorted_as_vietnamese_sorts() -> None:
    assert 63 == len(PROVINCES)
    assert PROVINCES == sorted(set(PROVINCES), key=collation_key)


@pytest.mark.parametrize("ordered", IN_ORDER.values(), ids=IN_ORDER)
def test_every_name_comes_before_the_next(ordered: list[str]) -> None:
    assert [] == [(one, two) for one, two in pairwise(ordered) if not collation_key(one) < collation_key(two)]


def test_both_spellings_of_a_tone_stand_together() -> None:
    assert ["Hoà An", "Hòa Bình", "Hoà Vang"] == sorted(["Hoà Vang", "Hòa Bình", "Hoà An"], key=collation_key)


def test_composed_and_decomposed_text_stand_together() -> None:
    composed, decomposed = "Vi\u1ec7t", "Vie\u0323\u0302t"
    assert collation_key(composed)[0] == collation_key(decomposed)[0]


@pytest.mark.parametrize("text", ["", " ", "\u0301", "İ", "ﬁ", "Ⅷ", "١٢", "9" * 5000, "\ud800"])
def test_every_text_has_a_key(text: str) -> None:
    assert collation_key(text) == collation_key(text)


def test_different_texts_never_have_equal_keys() -> None:
    texts = ["Sở Y", "sở y", "Sở  Y", "Sở-Y", "Sở Y ", "Sở y", "01", "1"]
    assert len(texts) == len({collation_key(text) for text in texts})
