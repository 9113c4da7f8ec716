from __future__ import annotations

import pytest

from referent_desk.domain.post_hours import duty_told, hours_told, is_by_night


@pytest.mark.parametrize(
    ("label", "hours", "by_night"),
    [
        ("Informatique (Hotline 8h-18h)", "8 h-18 h", False),
        ("Informatique astreinte (nuit, WE, fériés)", "nuit, WE, fériés", True),
        ("Labo garde (nuit et WE)", "nuit et WE", True),
        ("Manip de garde", "", True),
        ("Laboratoire (Biochimie / hémato)", "", False),
        ("Pharmacie 9h30 - 17h", "9 h 30 - 17 h", False),
        ("Astreinte DSI (18h30-8h)", "18 h 30-8 h", True),
        ("Labo (24h/24)", "", False),
        ("Labo de garde 24h/24", "", False),
        ("Pharmacie (jour et nuit)", "jour et nuit", False),
        ("Bloc (hors WE)", "hors WE", False),
        ("DSI (9h à 17h sauf WE)", "9 h à 17 h sauf WE", False),
        ("Standard de nuit", "nuit", True),
        ("IT desk (8am-6pm)", "8am-6pm", False),
        ("Service d’hématologie", "", False),
        ("Astreinte DSI (après 18h)", "après 18 h", True),
        ("DSI (à partir de 18h30)", "à partir de 18 h 30", True),
        ("Secrétariat (après 9h)", "après 9 h", False),
    ],
)
def test_when_a_line_answers_is_read_from_its_label(label: str, hours: str, by_night: bool) -> None:
    assert hours_told(label).replace("\u00a0", " ") == hours
    assert is_by_night(label) is by_night


@pytest.mark.parametrize(
    ("label", "duty"),
    [("Manip de garde", "garde"), ("Astreinte DSI", "astreinte"), ("Gardes d’enfants", "")],
)
def test_that_somebody_is_on_duty_is_read_from_the_label(label: str, duty: str) -> None:
    assert duty_told(label) == duty
