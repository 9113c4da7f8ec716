from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.hours import Span, WeeklyHours, read_hours


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("24h/24", "1-7 00:00-24:00"),
        ("24/24", "1-7 00:00-24:00"),
        ("7j/7 24h/24", "1-7 00:00-24:00"),
        ("24h/24, 7j/7", "1-7 00:00-24:00"),
        ("lun-ven 7h45-18h15; sam 9h-12h", "1-5 07:45-18:15; 6 09:00-12:00"),
        ("lun-ven 8h-12h 14h-18h", "1-5 08:00-12:00; 1-5 14:00-18:00"),
        ("lun-ven 8h30-12h et 13h30-17h", "1-5 08:30-12:00; 1-5 13:30-17:00"),
        ("lundi et mercredi 8h-12h", "1 08:00-12:00; 3 08:00-12:00"),
        ("du lundi au vendredi de 8h30 à 17h", "1-5 08:30-17:00"),
        ("lun-mer-ven 8h-12h", "1 08:00-12:00; 3 08:00-12:00; 5 08:00-12:00"),
        (
            "lun - mar - jeu - ven 8h-12h",
            "1 08:00-12:00; 2 08:00-12:00; 4 08:00-12:00; 5 08:00-12:00",
        ),
        ("Mon-Fri 8:00-17:00", "1-5 08:00-17:00"),
        ("lun. mar. jeu. 8h–12h", "1 08:00-12:00; 2 08:00-12:00; 4 08:00-12:00"),
        ("8 h 30 - 16 h 30", "1-7 08:30-16:30"),
        ("lun-dim 21h00-7h00", "1-7 21:00-07:00"),
        ("jeu, ven 8h à 16h", "4 08:00-16:00; 5 08:00-16:00"),
        (
            "lundi, mardi, jeudi 8h-12h; sam 9h-12h",
            "1 08:00-12:00; 2 08:00-12:00; 4 08:00-12:00; 6 09:00-12:00",
        ),
        ("lun-ven : 8h00/16h30", "1-5 08:00-16:30"),
        ("1-5 08:00-18:00; 6 09:00-12:00", "1-5 08:00-18:00; 6 09:00-12:00"),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, stored: str) -> None:
    hours = read_hours(typed)
    assert hours
    assert hours.stored() == stored


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ; ",
            "sur rendez-vous",
            "matin 8h-12h",
            "sauf sam 8h-9h",
            "lun-ven",
            "lun 8h-12h, mar",
            "8h",
            "8h-25h",
        ),
        *("8h75-9h", "25h-26h", "8h-8h", "0-8 08:00-09:00", "5-1 08:00-09:00", "lun-ven 8h-12h ?"),
        *("1-5 08:75-09:00", "ouvert", "lun-ven 8h-12h 14h", "<b>8h-9h</b>", "sam-lun 8h-9h"),
    ],
)
def test_hours_that_are_not_wholly_understood_are_not_guessed(typed: str) -> None:
    assert read_hours(typed) is None


days = st.tuples(st.integers(1, 7), st.integers(1, 7)).map(sorted)
minutes = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda t: t[0] != t[1])


@given(st.lists(st.tuples(days, minutes), min_size=1, max_size=5))
def test_what_is_stored_is_read_back(spans: list[tuple[list[int], tuple[int, int]]]) -> None:
    hours = WeeklyHours(tuple(Span(d[0], d[1], m[0], m[1]) for d, m in spans))
    assert read_hours(hours.stored()) == hours


@given(st.text(alphabet="lunmarvesdi 0123456789h:-–;,/à", max_size=30))
def test_whatever_is_typed_is_understood_or_not_but_never_a_fault(typed: str) -> None:
    hours = read_hours(typed)
    assert hours is None or read_hours(hours.stored()) == hours
