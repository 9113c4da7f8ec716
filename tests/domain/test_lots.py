from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.check_codes import CHECK_ALPHABET
from referent_desk.domain.lots import (
    HIGHEST_SERIAL,
    form_payload,
    next_serial,
    serial_check,
    serial_words,
)

SERIALS = st.integers(min_value=1, max_value=HIGHEST_SERIAL)


@pytest.mark.parametrize(
    ("last_known", "mark", "first"),
    [
        (0, 0, 1),
        (500, 500, 501),
        (0, 500, 501),
        (300, 500, 501),
        (137, 0, 1001),
        (137, 100, 1001),
        (999, 0, 1001),
        (1000, 0, 2001),
        (1001, 1000, 2001),
    ],
    ids=[
        "the first lot",
        "the next lot",
        "a restored backup knows none",
        "a restored backup knows fewer",
        "the file of marks is missing",
        "the file of marks is an old one",
        "just below a thousand",
        "a thousand",
        "the first of the second thousand",
    ],
)
def test_serials_go_on_where_nobody_can_have_been(last_known: int, mark: int, first: int) -> None:
    assert next_serial(last_known, mark) == first


def test_serials_are_printed_with_six_digits_and_a_check_character() -> None:
    assert serial_words("CAR2", "F05", 137).startswith("000137 ")
    assert form_payload("CAR2", "F05", 137) == f"RD1 F CAR2 F05 {serial_words('CAR2', 'F05', 137)}"
    assert len(form_payload("ABCDE", "F05ABC", HIGHEST_SERIAL)) <= 36


def test_the_rule_of_the_check_character_stays() -> None:
    """Printed on paper that is in use: it may never change."""
    printed = [serial_words("CAR2", "F05", n) for n in (1, 137, 999_999)]
    assert printed == ["000001 C", "000137 4", "999999 3"]


@given(serial=SERIALS, place=st.integers(0, 5), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_never_goes_unseen(serial: int, place: int, digit: str) -> None:
    digits = f"{serial:06}"
    wrong = digits[:place] + digit + digits[place + 1 :]
    same = serial_check("CAR", "F05", int(wrong)) == serial_check("CAR", "F05", serial)
    assert same is (wrong == digits)


@given(serial=SERIALS, place=st.integers(0, 4))
def test_two_swapped_digits_never_go_unseen(serial: int, place: int) -> None:
    digits = f"{serial:06}"
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    same = serial_check("CAR", "F05", int(swapped)) == serial_check("CAR", "F05", serial)
    assert same is (swapped == digits)


@given(serial=SERIALS)
def test_a_serial_of_another_form_has_another_check_character(serial: int) -> None:
    checks = {serial_check("CAR", f"F0{n}", serial) for n in range(1, 10)}
    assert len(checks) == 9
    assert checks <= set(CHECK_ALPHABET)
