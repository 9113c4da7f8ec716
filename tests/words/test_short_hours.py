from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.people import Person
from referent_desk.language import language
from referent_desk.words.short_hours import short_hours


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("1-5 08:30-16:30", "lun-ven 8 h 30-16 h 30"),
        ("1 09:00-18:00; 2 09:00-18:00; 4-5 09:00-18:00", "lun, mar, jeu-ven 9 h-18 h"),
        ("1-4 07:00-15:00; 5 07:00-12:00", "lun-jeu 7 h-15 h ; ven 7 h-12 h"),
        ("1-7 21:00-07:00", "lun-dim 21 h-7 h"),
        ("1-7 00:00-24:00", "lun-dim 0 h-0 h"),
        ("roulement", ""),
        ("", ""),
    ],
)
def test_hours_of_a_week_stand_in_little_room(stored: str, said: str) -> None:
    person = Person("p", "Roche", "Isabelle", working_hours=stored)
    assert short_hours(person, language("fr")).replace("\u00a0", " ") == said


def test_hours_that_rotate_say_since_when() -> None:
    person = Person("p", "Roche", working_hours="1-5 08:00-16:00 | -", week_one=date(2026, 11, 23))
    assert short_hours(person, language("en")) == (
        "week 1, that of 23/11/2026: Monday to Friday, 8:00 to 16:00; week 2: off"
    )
