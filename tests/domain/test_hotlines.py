from __future__ import annotations

import pytest

from referent_desk.domain.hotlines import (
    Hotline,
    dialled,
    hotlines,
    in_pairs,
    numbers_apart,
    printed_number,
    unbroken,
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
        (
            "0899 00 12 34 ; à voir avec le bureau des entrées",
            [Hotline("0899 00 12 34", "", "à voir avec le bureau des entrées")],
        ),
        ("DSI 4800 / astreinte par le standard",
         [Hotline("4800", "DSI", "astreinte par le standard")]),
        ("02 41 00 77 18 (éditeur) ou standard",
         [Hotline("02 41 00 77 18", "", "éditeur, standard")]),
        ("voir la DSI / 4800", [Hotline("4800", "", "voir la DSI")]),
        ("3000 tapez 1 / tapez 2", [Hotline("3000", "", "tapez 1, tapez 2")]),
        ("3000 / support@vendor24.example", [Hotline("3000", "", "support@vendor24.example")]),
        ("support@vendor24.example, 4800", [Hotline("4800", "", "support@vendor24.example")]),
        ("3000 (info) de 8h à 18h, astreinte 3099",
         [Hotline("3000", "", "de 8h à 18h, info"), Hotline("3099", "astreinte")]),
        ("DSI 4800 (jour), 4801 (nuit)",
         [Hotline("4800", "DSI", "jour"), Hotline("4801", "", "nuit")]),
        ("4800, 4801", [Hotline("4800"), Hotline("4801")]),
        ("4800 - 4801", [Hotline("4800"), Hotline("4801")]),
        ("4800, nuit : 4801", [Hotline("4800"), Hotline("4801", "nuit")]),
        ("0800 94 12 12, code client 48215", [Hotline("0800 94 12 12", "", "code client 48215")]),
        ("02 61 91 40 10 poste 1234", [Hotline("02 61 91 40 10", "", "poste 1234")]),
        ("48.13 - 8h-18h", [Hotline("4813", "", "8h-18h")]),
        ("4813 - 8h-18h", [Hotline("4813", "", "8h-18h")]),
        ("4800 8 h 30-16 h 30", [Hotline("4800", "", "8 h 30-16 h 30")]),
        ("02 61 91 40 10 8 h-18 h", [Hotline("02 61 91 40 10", "", "8 h-18 h")]),
        ("PrescriNet 4141 ou 4142 le soir",
         [Hotline("4141", "PrescriNet"), Hotline("4142", "", "le soir")]),
    ],
)  # fmt: skip
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
    ("contact", "told"),
    [
        ("4444", "4444"),
        ("poste 4321", "poste 4321"),
        ("DECT 4212", "DECT 4212"),
        ("4210 / 6210", "4210 / 6210"),
        ("voir DSI", "voir DSI"),
        ("standard 9", "standard 9"),
        ("4040 (8 h-18 h) · 4041 (nuit)", "4040 (8 h-18 h) · 4041 (nuit)"),
        ("pharmacie 5410 / info 5500", "5410 (pharmacie) · 5500 (info)"),
        ("02 61 91 40 22 (HO)  /  astreinte imagerie 4466",
         "02 61 91 40 22 (HO) · 4466 (astreinte imagerie)"),
        ("bureau des entrées 5110", "5110 (bureau des entrées)"),
        ("4455 (DRH) (9h-16h30)", "4455 (DRH, 9h-16h30)"),
        ("4502 le matin seulement", "4502 (le matin seulement)"),
        ("PrescriNet 4141 ou 4142 le soir", "4141 (PrescriNet) · 4142 (le soir)"),
    ],
)  # fmt: skip
def test_each_number_of_a_contact_stands_alone_with_what_is_said_of_it(
    contact: str, told: str
) -> None:
    assert numbers_apart(contact) == told


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("de l’extérieur 0299005000", "de l’extérieur 02~99~00~50~00"),
        ("18 / interne 5518", "18 / interne~5518"),
        ("4455 ou bip 712", "4455 ou bip~712"),
        ("poste 4400", "poste~4400"),
        ("8h-18h", "8h-18h"),
    ],
)
def test_no_end_of_a_line_divides_a_number(text: str, printed: str) -> None:
    assert unbroken(text) == printed.replace("~", "\u00a0")
