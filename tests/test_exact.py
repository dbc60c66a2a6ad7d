"""Facts about exact numbers: what is a number here, and its one spelling."""

import locale
import sys
from decimal import Context, localcontext
from fractions import Fraction

import pytest

from emulrules.model.exact import MAX_DIGITS, NumeralError, exceeds, is_long, parse, scaled, spell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("-0", Fraction(0)),
        ("3", Fraction(3)),
        ("3.0", Fraction(3)),
        ("003", Fraction(3)),
        ("9.5", Fraction(19, 2)),
        ("9.50", Fraction(19, 2)),
        ("-1.25", Fraction(-5, 4)),
        ("80%", Fraction(4, 5)),
        ("79.5%", Fraction(159, 200)),
        ("-5%", Fraction(-1, 20)),
        ("2/3", Fraction(2, 3)),
        ("-2/6", Fraction(-1, 3)),
        ("0.1", Fraction(1, 10)),
        ("9" * MAX_DIGITS, Fraction(10**MAX_DIGITS - 1)),
    ],
)
def test_a_numeral_is_read_from_its_text(text: str, value: Fraction) -> None:
    assert value == parse(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9,5", "number-comma"),
        ("-0,75", "number-comma"),
        ("1.234,5", "number-comma"),
        ("79,5%", "number-comma"),
        ("1/0", "number-zero-divisor"),
        ("-3/00", "number-zero-divisor"),
        ("9" * (MAX_DIGITS + 1), "number-too-long"),
        ("0." + "0" * MAX_DIGITS + "1", "number-too-long"),
        ("9" * 31 + "/" + "9" * 31, "number-too-long"),
        *(
            (text, "number-malformed")
            for text in [
                "", " ", "+5", "1e3", "1e999999999", "1E-99999999", "1_000", "0x10", "1.", ".5", " 1", "1 ", "1\n",
                "--1", "1/2/3", "1.5/2", "1/-2", "50%%", "1/2%", "nan", "NaN", "inf", "-inf", "Infinity", "12a",
                "\u0661\u0662", "\uff11\uff12", "\u00bd", "\u2212 1", "\u22121", "1\u00a0000", "1 000", "1,000,000",
            ]
        ),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_code(text: str, code: str) -> None:
    with pytest.raises(NumeralError) as caught:
        parse(text)
    assert code == caught.value.code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1621, 2), "810.5"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 3), "-7/3"),
        (Fraction(100), "100"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 10**13), "1/10000000000000"),
        (Fraction(1, 2**12), "0.000244140625"),
        (Fraction(1, 2**13), "1/8192"),
    ],
)
def test_a_measure_has_one_spelling(value: Fraction, text: str) -> None:
    assert text == spell(value)
    assert value == parse(text)


def test_the_context_of_the_caller_has_no_effect() -> None:
    digits = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        with localcontext(Context(prec=1)):
            assert Fraction(123456789, 1000) == parse("123456.789")
            assert "123456.789" == spell(Fraction(123456789, 1000))
    finally:
        sys.set_int_max_str_digits(digits)


def test_the_locale_of_the_caller_has_no_effect() -> None:
    before = locale.setlocale(locale.LC_ALL)
    for name in ("vi_VN.UTF-8", "tr_TR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        assert Fraction(19, 2) == parse("9.5")
        assert "9.5" == spell(Fraction(19, 2))
    locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize("digits", [599, 600, 601, 1_200, 1_987, 4_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_long_number_is_read_and_spelt_whatever_limit_the_caller_has_set(digits: int, sign: str) -> None:
    text = sign + "1" + "0" * (digits - 3) + "27"
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        assert text == spell(parse(text, 4_000))
        assert f"{text}/11" == spell(parse(f"{text}/11", 4_002))
        assert f"{text}.5" == spell(parse(f"{text}.50", 4_002))
    finally:
        sys.set_int_max_str_digits(limit)


def test_a_measure_is_long_where_nobody_could_spell_it() -> None:
    most = Fraction(2**6_600 - 1)
    assert [False, False, True, True] == [is_long(value) for value in (most, 1 / most, most + 1, 1 / (most + 1))]


SOME = [Fraction(above, below) for above in (-7, -1, 0, 1, 2, 6, 7) for below in (1, 2, 3, 7)]


def test_one_measure_exceeds_another_if_it_is_greater() -> None:
    assert [value > most for value in SOME for most in SOME] == [
        exceeds(value, most) for value in SOME for most in SOME
    ]


def test_scaling_is_multiplying_and_dividing() -> None:
    plans = [plan for plan in SOME if plan]
    expected = [value * by / over for value in SOME for by in SOME for over in plans]
    assert expected == [scaled(value, by, over) for value in SOME for by in SOME for over in plans]
