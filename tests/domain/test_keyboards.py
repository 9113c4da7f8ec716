from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.check_codes import CHECK_ALPHABET, check_code
from referent_desk.domain.departments import PAPER_CODE_ALPHABET
from referent_desk.domain.keyboards import CAPS_LOCKS, LAYOUTS, OFF, SAID, through, undone
from referent_desk.domain.lots import HIGHEST_SERIAL, form_payload

WAYS = tuple(product(LAYOUTS, LAYOUTS, CAPS_LOCKS))
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_paper = st.text(PAPER_CODE_ALPHABET, min_size=2, max_size=5)
_prefix = st.text(_LETTERS, min_size=2, max_size=5)
_sheet = st.one_of(
    _prefix, st.builds("{}-{:02}".format, _prefix, st.integers(min_value=1, max_value=120))
)
_check = st.binary(min_size=32, max_size=32).map(lambda digest: check_code(digest.hex()))
sheet_payloads = st.builds(
    "RD1 S {} {} {} {}".format, _paper, _sheet, st.integers(min_value=0, max_value=9999), _check
)
form_payloads = st.builds(
    form_payload,
    _paper,
    st.builds("F{:02}".format, st.integers(min_value=0, max_value=99)),
    st.integers(min_value=1, max_value=HIGHEST_SERIAL),
)


def test_every_layout_has_the_same_keys_and_no_sign_twice() -> None:
    for plain, shifted in LAYOUTS.values():
        assert len(plain) == len(shifted) == 47
        assert len({*plain, *shifted}) == 2 * 47 - 1, "only the space bar gives one sign for two"
        assert set(SAID) <= {*plain, *shifted}


@given(payload=st.one_of(sheet_payloads, form_payloads))
def test_what_a_reader_meant_is_found_through_any_pair_of_keyboards(payload: str) -> None:
    for reader, computer, caps_lock in WAYS:
        assert payload in undone(through(payload, reader, computer, caps_lock))


@given(payload=st.one_of(sheet_payloads, form_payloads))
def test_without_caps_lock_there_is_no_second_meaning(payload: str) -> None:
    for reader, computer in product(LAYOUTS, LAYOUTS):
        meant = undone(through(payload, reader, computer, OFF))
        assert [t for t in meant if t.startswith("RD1 ") and set(t) <= set(SAID)] == [payload]


@pytest.mark.parametrize(
    "arrived",
    [
        'RD& S CQRé PRE)à& è U"DC',
        "rd1 s car2 pre-01 7 u3dc",
        "RD! S CQR@ PRE6)! & U#DC",
        "  RD1  S\tCAR2 PRE-01 7 U3DC\r",
    ],
)
def test_known_arrivals_are_undone(arrived: str) -> None:
    assert "RD1 S CAR2 PRE-01 7 U3DC" in undone(arrived)


def test_what_no_keyboard_gives_stays_as_it_is() -> None:
    assert undone("日本 💉") == ("日本 💉",)
    assert undone("") == ("",)
    assert set("U3DC") - set(CHECK_ALPHABET) == {"U"}
