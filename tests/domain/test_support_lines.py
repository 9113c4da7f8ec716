from __future__ import annotations

import pytest

from referent_desk.domain.software import Software
from referent_desk.domain.support_lines import (
    Hotline,
    answering,
    dialled,
    hotlines,
    in_pairs,
    is_answered_by,
    printed_number,
    printed_remark,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4444", [Hotline("4444")]),
        ("poste 4780", [Hotline("4780")]),
        ("Tél. : 4780", [Hotline("4780")]),
        ("n° 4780", [Hotline("4780")]),
        ("voir DSI", []),
        ("", []),
        ("support@vendor24.example", []),
        ("https://support24.example", []),
        ("Qualité : 4210", [Hotline("4210", "Qualité")]),
        ("services techniques 4900", [Hotline("4900", "services techniques")]),
        ("labo 4310 / garde 4311", [Hotline("4310", "labo"), Hotline("4311", "garde")]),
        ("02 99 45 12 00 (24h/24)", [Hotline("02 99 45 12 00", "", "24h/24")]),
        ("02.99.45.13.30", [Hotline("02 99 45 13 30")]),
        ("+33 (0)2 99 45 13 30", [Hotline("02 99 45 13 30")]),
        ("3000 tapez 1", [Hotline("3000", "", "tapez 1")]),
        (
            "3000 tapez 1 (ou support@vendor.example)",
            [Hotline("3000", "", "tapez 1, ou support@vendor.example")],
        ),
        ("4620 avant 17 h", [Hotline("4620", "", "avant 17 h")]),
        ("Hotline Micro6 01 46 00 12 34", [Hotline("01 46 00 12 34", "Micro6")]),
        ("Micro6 0146001234 (7h30-19h)", [Hotline("01 46 00 12 34", "Micro6", "7h30-19h")]),
        ("Micro 6 01 46 00 12 34", [Hotline("01 46 00 12 34", "Micro 6")]),
        ("Médi4 5000", [Hotline("5000", "Médi4")]),
        ("support N2 5000", [Hotline("5000", "N2")]),
        ("Windows10", []),
        (
            "hotline 02 61 91 40 10 24h/24",
            [Hotline("02 61 91 40 10", "", "24h/24")],
        ),
        ("02 61 91 40 10 24h/24, 7j/7", [Hotline("02 61 91 40 10", "", "24h/24, 7j/7")]),
        ("DSI 5050 24/24", [Hotline("5050", "DSI", "24/24")]),
        ("DSI 5050 7/7", [Hotline("5050", "DSI", "7/7")]),
        ("24h/24 : 5050", [Hotline("5050", "", "24h/24")]),
        ("24h/24", []),
        ("7j/7", []),
        ("DSI 8h-18h", []),
        ("DSI 5050 8h-18h / 5099", [Hotline("5050", "DSI", "8h-18h"), Hotline("5099")]),
        ("10h-18h DSI 5050", [Hotline("5050", "DSI", "10h-18h")]),
        ("10-18h DSI 5050", [Hotline("5050", "DSI", "10-18h")]),
        ("poste 12", [Hotline("12")]),
        ("15 / 18", [Hotline("15"), Hotline("18")]),
        ("3 chiffres", []),
        ("n° à 10 chiffres", []),
        (
            "02 61 91 40 22 (HO)  /  astreinte imagerie 4466",
            [Hotline("02 61 91 40 22", "", "HO"), Hotline("4466", "astreinte imagerie")],
        ),
        ("poste4780", [Hotline("4780")]),
        ("Tél4780", [Hotline("4780")]),
    ],
)
def test_a_contact_is_told_apart_into_who_number_and_hours(typed: str, read: list[Hotline]) -> None:
    assert list(hotlines(typed)) == read


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("02.99.45.13.30", "02 99 45 13 30"),
        ("0299451330", "02 99 45 13 30"),
        ("02-99-45-13-30", "02 99 45 13 30"),
        ("0800.94.12.12", "0800 94 12 12"),
        ("0800 94 12 12", "0800 94 12 12"),
        ("4512", "4512"),
        ("45.12", "4512"),
        ("+33 4 77 12 34 80", "04 77 12 34 80"),
        ("0033477123480", "04 77 12 34 80"),
        ("+33 (0)4 77 12 34 80", "04 77 12 34 80"),
        ("+32 2 555 12 34", "+32 2 555 12 34"),
        ("4 8 5 0", "4850"),
        ("43 21", "4321"),
        ("01632 960 123", "01632 960 123"),
    ],
)
def test_a_number_is_printed_one_way_however_it_is_typed(typed: str, printed: str) -> None:
    assert printed_number(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("0297550000", "02 97 55 00 00"),
        ("02.97.55.00.00 (24 h/24)", "02 97 55 00 00 (24 h/24)"),
        ("0297550000 / 4510", "02 97 55 00 00 / 4510"),
        ("poste 4510", "poste 4510"),
        ("+33297550000", "02 97 55 00 00"),
        ("00297550000123", "00297550000123"),
        ("02 97 55 00 00", "02 97 55 00 00"),
        ("", ""),
    ],
)
def test_a_number_is_printed_in_pairs_and_what_stands_beside_it_stays(
    typed: str, printed: str
) -> None:
    assert in_pairs(typed) == printed


def test_a_number_behind_a_name_with_a_digit_is_the_number_that_is_dialled() -> None:
    assert dialled("Micro6 01 46 00 12 34") == dialled("0146001234")


def test_hours_in_brackets_belong_to_the_number_that_they_follow() -> None:
    found = hotlines("Hotline DSI 5000 (7h30-19h) / astreinte 5099 la nuit")
    assert found == (Hotline("5000", "DSI", "7h30-19h"), Hotline("5099", "astreinte", "la nuit"))


def test_who_answers_for_programs_is_told_with_the_number() -> None:
    kitchen = Software("k", "Winrest", support_contact="Cuisine centrale 5230")
    vendor = Software("v", "Alpha", support_contact="01 46 00 12 34")
    found = answering((kitchen, vendor))
    assert [(entry.label, entry.number) for entry in found] == [("Cuisine centrale", "5230")]


def test_the_on_call_line_beside_the_number_of_somebody_is_theirs() -> None:
    one = Software("a", "Alpha", support_contact="DSI 5000 (7h30-19h) / astreinte 5099 la nuit")
    found = [(entry.label, entry.number, entry.hours) for entry in answering((one,))]
    assert found == [("DSI", "5000", "7h30-19h"), ("astreinte DSI", "5099", "la nuit")]


@pytest.mark.parametrize(
    ("remark", "printed"),
    [
        ("Mdp à changer ts les 90 j", True),
        ("Mot de passe personnel", True),
        ("mot de passe oublié ? voir le référent", True),
        ("Password expires every 90 days", True),
        ("Carte CPS, pas de mdp", True),
        ("mdp : Chir2024", False),
        ("mdp Chir2024", False),
        ("mdp azerty", False),
        ("mdp=x", False),
        ("mot de passe du service 1234", False),
        ("mot de passe du service : soleil", False),
        ("mot de passe de secours Soleil!24", False),
        ("password is sunshine", False),
        ("mdp à changer (actuel Soleil24)", False),
        ("mdp affiché « soleil »", False),
    ],
)
def test_a_remark_is_printed_unless_it_may_hold_a_password(remark: str, printed: bool) -> None:
    assert printed_remark(remark) == (remark if printed else "")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("+33 4 77 12 34 80 (9h-12h)", "04 77 12 34 80 (9h-12h)"),
        ("4 8 5 0 (8h-17h)", "4850 (8h-17h)"),
        ("poste 4 8 5 0", "poste 4850"),
        ("DECT 42.13", "DECT 4213"),
        ("43 21 / 46.12", "4321 / 4612"),
        ("43 21 (8.30-17.30)", "4321 (8.30-17.30)"),
        ("+32 2 555 12 34", "+32 2 555 12 34"),
        ("01632 96 12", "01632 96 12"),
        ("12 34 56", "12 34 56"),
        ("8.30-17.30", "8.30-17.30"),
        ("12.30-17.30", "12.30-17.30"),
        ("de 12.30 à 17.30", "de 12.30 à 17.30"),
        ("1 2 3 4 5", "1 2 3 4 5"),
        ("9, ext. 0477123000", "9, ext. 04 77 12 30 00"),
    ],
)
def test_a_number_within_a_text_is_printed_as_it_is_dialled(text: str, printed: str) -> None:
    assert in_pairs(text) == printed


def test_a_number_is_the_same_with_and_without_the_code_of_the_country() -> None:
    assert dialled("+33 4 77 12 34 80") == dialled("0477123480")


@pytest.mark.parametrize(
    ("contact", "is_merged"),
    [
        ("3000", True),
        ("poste 3000", True),
        ("DSI 3000", True),
        ("Hotline informatique : 3000", True),
        ("3000 (24h/24)", True),
        ("3000 (info) de 8h à 18h, astreinte 3099", True),
        ("DSI 3000 lun-ven 8h-18h / 3099 nuit et WE", True),
        ("3000 7j/7", True),
        ("4310", False),
        ("voir DSI", False),
        ("3000 tapez 1", False),
        ("3000, touche 2", False),
        ("3000 tapez 1 (ou support@vendor.example)", False),
        ("3000 (demander l’équipe imagerie)", False),
    ],
)
def test_words_of_a_program_beside_the_number_of_the_it_department_are_its_own(
    contact: str, is_merged: bool
) -> None:
    on_call = "3000 (lun-ven 8 h-18 h 30) · 3099 (nuit)"
    assert is_answered_by(contact, on_call) is is_merged
