from __future__ import annotations

import pytest

from referent_desk.domain.post_hours import duty_told, hours_told, is_by_night, span_told


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


@pytest.mark.parametrize(
    ("said", "hours", "by_night"),
    [
        ("hors horaires de la pharmacie", "hors horaires de la pharmacie", True),
        ("en dehors des heures", "en dehors des heures", True),
        ("en dehors des heures d’ouverture", "en dehors des heures d’ouverture", True),
        ("hors heures ouvrées", "hors heures ouvrées", True),
        ("Labo (hors jours ouvrés)", "hors jours ouvrés", True),
        ("outside office hours", "outside office hours", True),
        ("hors 9h-17h", "hors 9 h-17 h", True),
        ("après 18h30", "après 18 h 30", True),
        ("à partir de 18 h 30", "à partir de 18 h 30", True),
        ("dès 18h30", "dès 18 h 30", True),
        ("téléradiologie après minuit", "après minuit", True),
        ("nuit/WE", "nuit/WE", True),
        ("soir et week-end", "soir et week-end", True),
        ("18h-8h, week-ends et jours fériés", "18 h-8 h, week-ends et jours fériés", True),
        ("après 18h, par le standard si pas de rép.", "après 18 h", True),
        ("hors WE", "hors WE", False),
        ("hors jours fériés", "hors jours fériés", False),
        ("24h/24 – hors heures ouvrées : astreinte", "", False),
        ("8h-18h sinon astreinte", "8 h-18 h", False),
        ("fermé après 19h", "fermé après 19 h", False),
        ("pas le week-end", "pas le week-end", False),
        ("jamais la nuit", "jamais la nuit", False),
    ],
)
def test_outside_the_hours_of_others_is_by_night_and_closed_then_is_not(
    said: str, hours: str, by_night: bool
) -> None:
    assert hours_told(said).replace("\u00a0", " ") == hours
    assert is_by_night(said) is by_night


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("lun-ven 8h30-16h30", "lun-ven 8 h 30-16 h 30"),
        ("lundi au vendredi 8h30-17h", "lun-ven 8 h 30-17 h"),
        ("du lundi au samedi, de 8h à 18h", "lun-sam, 8 h à 18 h"),
        ("Lun – Ven : 8h-18h", "lun-ven 8 h-18 h"),
        ("8h-16h30 lun-ven", "8 h-16 h 30 lun-ven"),
        ("8h-16h30 (lun-ven)", "8 h-16 h 30 lun-ven"),
        ("Monday to Friday 8am-6pm", "mon-fri 8am-6pm"),
        ("lun-ven 7h-19h, sam 8h-12h", "lun-ven 7 h-19 h, sam 8 h-12 h"),
        ("lun-ven 7h-19h et samedi matin", "lun-ven 7 h-19 h et samedi matin"),
        ("lundi, mardi et jeudi 9h-12h", "lun, mar, jeu 9 h-12 h"),
        ("tous les jours 6h30-19h30", "6 h 30-19 h 30"),
        ("7h-19h 7j/7", "7 h-19 h"),
        ("8h-12h / 14h-18h", "8 h-12 h, 14 h-18 h"),
        ("en journée 8h-18h", "8 h-18 h"),
        ("8h-18h sinon astreinte", "8 h-18 h"),
        ("lun-ven 8h-18h, sinon par le standard (9) toute la nuit", "lun-ven 8 h-18 h"),
        ("8h-18h sauf le mercredi", "8 h-18 h sauf le mercredi"),
        ("8h-18h jours ouvrés", "8 h-18 h jours ouvrés"),
        ("L-V 8h-18h", "L-V 8 h-18 h"),
        ("0h-24h", "0 h-24 h"),
        ("lun-ven 8h-18h, fermé le mercredi après-midi et pendant les vacances", ""),
        ("8h-18h (poste 4000 · DECT)", ""),
        ("24h/24", ""),
        ("lun-ven", ""),
        ("", ""),
    ],
)
def test_hours_beside_a_number_keep_their_days_or_are_left_to_the_directory(
    said: str, printed: str
) -> None:
    assert span_told(said).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("label", "hours"),
    [
        ("Pharmacie (lun-ven 9h-17h30)", "lun-ven 9 h-17 h 30"),
        ("Pharmacie du lundi au vendredi 9h-17h30", "lun-ven 9 h-17 h 30"),
        ("DSI (lun-ven 18h-8h)", "lun-ven 18 h-8 h"),
        ("Labo 9h-12h mardi", "9 h-12 h mar"),
    ],
)
def test_hours_of_a_label_keep_the_days_beside_them(label: str, hours: str) -> None:
    assert hours_told(label).replace("\u00a0", " ") == hours
