from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.procedures import UsefulNumber
from referent_desk.domain.sheets import Contact, MissingBody
from referent_desk.paper.measures import BODY_SIZE, MM
from referent_desk.paper.number_rows import NumberRow, contact_rows, merged
from referent_desk.paper.number_words import is_in_words
from referent_desk.paper.numbers import _cells, closed_up
from referent_desk.paper.paragraphs import line_width
from tests.paper.prints import pages_of, says
from tests.paper.wards import PROCEDURE


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("IT on-call line", "IT, on call", "IT on-call line"),
        ("DSI, astreinte", "Astreinte informatique", "Astreinte informatique"),
        ("Référent logiciel", "Référent sécurité", "Référent logiciel · Référent sécurité"),
        ("Secrétariat", "", "Secrétariat"),
    ],
)
def test_a_number_listed_twice_stands_once_under_all_it_is_called(
    first: str, second: str, expected: str
) -> None:
    rows = [NumberRow(first, "", "41 21"), NumberRow(second, "M. Aubry", "4121")]
    assert merged(rows) == [NumberRow(expected, "M. Aubry", "41 21")]


def test_two_people_who_share_a_number_are_both_named() -> None:
    contacts = (Contact("Référent", "M. Aubry", "4121"), Contact("Suppléant", "C. Roy", "4121"))
    assert [row.name for row in contact_rows(contacts)] == ["M. Aubry", "C. Roy"]


def test_blanks_still_to_be_filled_in_are_never_taken_for_one_number() -> None:
    rows = [NumberRow("Pharmacie", "", "…………"), NumberRow("Laboratoire", "", "…………")]
    assert merged(rows) == rows


def test_a_post_of_the_night_alone_has_a_row_to_write_the_number_of_the_day() -> None:
    row = NumberRow("Pharmacie", "", "………… (le jour) · 4326 (nuit)")
    by_day, by_night = merged([row])
    assert (by_day.what, by_day.dialled) == ("Pharmacie le jour", "…………")
    assert not by_day.can_be_dialled
    assert (by_night.what, by_night.hours, by_night.dialled) == ("Pharmacie", "nuit", "4326")


def test_the_hours_of_a_line_are_said_beside_its_number() -> None:
    row = NumberRow("Éditeur", "", "01 99 00 71 10 (24 h/24)")
    assert row.dialled == "01 99 00 71 10"
    assert row.words[-1][0] == " 24 h/24"


def test_a_procedure_prints_each_number_once() -> None:
    body = replace(
        PROCEDURE,
        numbers=(UsefulNumber("Astreinte informatique", "06 00 00 41 07"),),
        contacts=(Contact("DSI, astreinte", "P. Oliveira", "06 00 00 41 07"),),
    )
    says(body, "Astreinte informatique P. Oliveira")
    assert pages_of(body)[0].count("06 00 00 41 07") == 1


def test_a_post_that_supports_the_program_too_stands_among_the_posts() -> None:
    software = PROCEDURE.software
    body = replace(
        PROCEDURE,
        numbers=(UsefulNumber("Brancardage", "5230"), UsefulNumber("Coursier", "5240")),
        contacts=(
            Contact("Référent logiciel", "C. Roy", "4121"),
            Contact("Assistance", software, "5230"),
        ),
    )
    page = pages_of(body)[0]
    assert page.index(f"Brancardage · Assistance {software}") < page.index(
        "Référent logiciel C. Roy"
    )
    assert page.count("5230") == 1


def test_two_people_whose_names_fill_a_page_stand_in_two_boxes() -> None:
    name = "Responsable de la permanence des soins " * 90
    contacts = (Contact("Cadre", f"{name}un", "47 01"), Contact("Médecin", f"{name}deux", "47 02"))
    says(MissingBody("Prescription", "X", contacts), f"{name}un", f"{name}deux", "47 01", "47 02")


def test_a_number_typed_without_blanks_is_printed_in_pairs() -> None:
    assert NumberRow("IT on call", "", "0297550000").dialled == "02 97 55 00 00"
    assert NumberRow("IT on call", "", "0297550000 (24 h)").dialled == "02 97 55 00 00"


def test_a_referent_without_a_number_leaves_room_to_write_one() -> None:
    row = NumberRow("Référent logiciel", "Hervé KERMARREC", "")
    for width in (150.0, 190.0, 240.0, 480.0):
        words, _number, _size = _cells(row, width)
        assert all(line_width(line, BODY_SIZE) <= width - 25 * MM for line in words), width


def test_a_number_that_stands_beside_a_name_is_not_said_again_in_brackets() -> None:
    rows = [
        NumberRow("DSI, astreinte", "DSI (poste 4040)", "4040"),
        NumberRow("Assistance", "DSI (poste 4041)", "4042"),
    ]
    assert [row.name for row in merged(rows)] == ["DSI", "DSI (poste 4041)"]


def test_a_number_by_day_and_one_by_night_stand_in_rows_of_their_own() -> None:
    contacts = (Contact("Laboratoire", "", "4230 · 65230 (nuit et WE)"),)
    rows = contact_rows(contacts)
    assert [(row.dialled, row.hours) for row in rows] == [("4230", ""), ("65230", "nuit et WE")]
    words = NumberRow("Mur", "", "voir tableau · 4230")
    assert merged([words]) == [words], "what is no number stays as it is"


@pytest.mark.parametrize(
    ("what", "numbers", "printed"),
    [
        ("DSI, astreinte", "4040 (8 h-18 h) · 4041 (astreinte)", "DSI 8 h-18 h|DSI, astreinte"),
        ("DSI, astreinte", "4040 · 4041 (nuit)", "DSI|DSI, astreinte nuit"),
        (
            "Astreinte informatique",
            "4040 · 4041 (astreinte)",
            "Informatique|Astreinte informatique",
        ),
        ("IT on call", "4040 · 4041 (on call)", "IT|IT on call"),
        ("Imagerie", "4230 · 65230 (garde)", "Imagerie|Imagerie garde"),
        ("Garde", "4230 · 65230 (garde)", "Garde|Garde"),
        ("Cadre de garde", "4230 · 4231", "Cadre de garde|Cadre de garde"),
        ("DSI, astreinte", "4041 (astreinte)", "DSI, astreinte"),
        (
            "Médecin de garde",
            "5465 (astreinte) · 5466 (nuit)",
            "Médecin de garde|Médecin de garde nuit",
        ),
    ],
)
def test_a_number_of_the_day_is_not_called_on_call_and_the_other_not_twice(
    what: str, numbers: str, printed: str
) -> None:
    said = [
        "".join(text for text, _ in row.words) for row in contact_rows([Contact(what, "", numbers)])
    ]
    assert [" ".join(each.split()) for each in said] == printed.split("|")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("par le standard (9)", True),
        ("astreinte informatique via le standard (9)", True),
        ("portable 4210", False),
        ("4455 ou bip 712", False),
        ("06 39 98 20 50", False),
        ("", False),
    ],
)
def test_words_in_the_place_of_a_number_are_told_from_one(number: str, words: bool) -> None:
    assert is_in_words(number) is words


def test_the_hours_of_a_pager_stand_beside_whom_it_calls() -> None:
    row = NumberRow("Coursier", "", "bip 312 (7 h-20 h)")
    assert (row.dialled, row.hours) == ("bip 312", "7 h-20 h")
    assert NumberRow("Mur", "", "voir le tableau 4 (mur)").hours == ""


def test_short_rows_close_up_around_a_long_one_and_none_is_lost() -> None:
    long = NumberRow("Régulation du brancardage", "", "4610 (7 h 00-21 h 00)")
    rows = [NumberRow("Imagerie", "", "4710"), long, NumberRow("Garde", "", "4116"), long]
    assert closed_up(rows, 500.0) == [rows[0], rows[2], long, long]
    assert closed_up(rows[1:], 500.0) == rows[1:]


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ("4500 · par le standard (nuit)", [("", "4500"), ("nuit", "par le standard")]),
        (
            "5620 · passer par le standard (9), nuit",
            [("", "5620"), ("nuit", "passer par le standard (9)")],
        ),
        (
            "4700 · administrateur de garde (standard), nuit",
            [("", "4700"), ("nuit", "administrateur de garde (standard)")],
        ),
        (
            "………… (le jour) · par le standard (nuit)",
            [("", "…………"), ("nuit", "par le standard")],
        ),
        ("par le standard (9)", [("", "par le standard (9)")]),
        ("voir tableau · 4230", [("", "voir tableau · 4230")]),
    ],
)
def test_what_is_said_of_the_night_in_words_stands_where_its_number_would(
    numbers: str, printed: list[tuple[str, str]]
) -> None:
    rows = contact_rows([Contact("Pharmacie", "", numbers)])
    assert [(row.hours, row.dialled) for row in rows] == printed


@pytest.mark.parametrize(
    ("typed", "hours", "dialled"),
    [
        ("hotline 02 61 91 40 10 24h/24", "24h/24", "02 61 91 40 10"),
        ("0261914010 lun-ven 8h-18h", "lun-ven 8h-18h", "02 61 91 40 10"),
        ("poste 4510 24h/24", "", "poste 4510 24h/24"),
        ("DSI 5050 24h/24", "", "DSI 5050 24h/24"),
        ("4510", "", "4510"),
        ("4510 / 4511 24h/24", "", "4510 / 4511 24h/24"),
    ],
)
def test_times_behind_a_number_are_its_hours(typed: str, hours: str, dialled: str) -> None:
    row = NumberRow("Assistance", "", typed)
    assert (row.hours, row.dialled) == (hours, dialled)
