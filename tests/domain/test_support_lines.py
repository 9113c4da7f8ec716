from __future__ import annotations

import pytest

from referent_desk.domain.software import Software
from referent_desk.domain.support_lines import (
    Hotline,
    answering,
    dialled,
    hotlines,
    in_pairs,
    printed_number,
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
        ("+33 (0)2 99 45 13 30", [Hotline("+33 (0)2 99 45 13 30")]),
        ("4620 avant 17 h", [Hotline("4620", "", "avant 17 h")]),
        ("Hotline Micro6 01 46 00 12 34", [Hotline("01 46 00 12 34", "Micro6")]),
        ("Micro6 0146001234 (7h30-19h)", [Hotline("01 46 00 12 34", "Micro6", "7h30-19h")]),
        ("Micro 6 01 46 00 12 34", [Hotline("01 46 00 12 34", "Micro 6")]),
        ("Médi4 5000", [Hotline("5000", "Médi4")]),
        ("support N2 5000", [Hotline("5000", "N2")]),
        ("Windows10", []),
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
        ("45.12", "45 12"),
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
        ("+33297550000", "+33297550000"),
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
