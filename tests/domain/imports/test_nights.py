from __future__ import annotations

import pytest

from referent_desk.domain.directory import Purpose
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.post_hours import is_by_night
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again


def taken(book: Ledger, *rows: SourceLine, title: str = "Nuit", language: str = "fr") -> Plan:
    choices = Choices("Hôpital Nord", language=language, labels=((Field.NIGHT, title),))
    return plan_import(ImportKind.DIRECTORY, rows, book, choices, new_id)


@pytest.mark.parametrize(
    ("night", "label", "number", "hours"),
    [
        ("4041", "Labo (nuit)", "4041", ""),
        ("04 78 00 12 35", "Labo (nuit)", "04 78 00 12 35", ""),
        ("15", "Labo (nuit)", "15", ""),
        ("nuit 4041", "Labo (nuit)", "4041", ""),
        ("astreinte : 4041", "Labo (astreinte)", "4041", ""),
        ("interne de garde 4326", "Labo (nuit)", "4326", "interne de garde"),
        ("Biologiste poste 4326", "Labo (nuit)", "4326", "Biologiste"),
        ("bureau des entrées des urgences 4401", "Labo (nuit)", "4401",
         "bureau des entrées des urgences"),
        ("Ambulances du Nord 02 99 55 47 77 (payant)", "Labo (nuit)", "02 99 55 47 77",
         "Ambulances du Nord, payant"),
        ("5112 (urgences)", "Labo (nuit)", "5112", "urgences"),
        ("5112 urgences", "Labo (nuit)", "5112", "urgences"),
        ("06 39 98 20 50, après 20h", "Labo (nuit)", "06 39 98 20 50", "après 20h"),
        ("4326 / 4327", "Labo (nuit)", "4326 / 4327", ""),
        ("par le standard", "Labo (nuit)", "par le standard", ""),
        ("passer par le standard (9)", "Labo (nuit)", "passer par le standard (9)", ""),
        ("par le standard 9", "Labo (nuit)", "par le standard 9", ""),
        (
            "administrateur de garde (standard)",
            "Labo (nuit)",
            "administrateur de garde (standard)",
            "",
        ),
    ],
)  # fmt: skip
def test_the_number_of_the_night_becomes_a_line_of_its_own(
    night: str, label: str, number: str, hours: str
) -> None:
    book, row = make_ledger(nodes=(NORTH,)), line(2, label="Labo", number="4501", night=night)
    assert outcomes(taken(book, row)) == ["added"]
    by_day, by_night = book.entries
    assert (by_day.label, by_day.number) == ("Labo", "4501")
    assert (by_night.label, by_night.number, by_night.hours) == (label, number, hours)
    again = stored_again(book)
    assert outcomes(taken(again, row)) == ["unchanged"]


@pytest.mark.parametrize(
    ("night", "said", "hours"),
    [
        ("4220", {}, "jour et nuit"),
        ("42 20", {}, "jour et nuit"),
        ("idem", {}, "jour et nuit"),
        ("oui", {}, "jour et nuit"),
        ("4220", {"hours": "24h/24"}, "24h/24"),
        ("4220", {"remarks": "jour et nuit"}, "jour et nuit"),
        ("4220", {"remarks": "ligne directe"}, "jour et nuit, ligne directe"),
    ],
)
def test_the_same_number_by_night_is_one_line_that_answers_by_day_and_night(
    night: str, said: dict[str, str], hours: str
) -> None:
    book = make_ledger(nodes=(NORTH,))
    row = line(2, label="Poste infirmier", number="4220", night=night, **said)
    done = taken(book, row)
    assert [(entry.label, entry.hours) for entry in book.entries] == [("Poste infirmier", hours)]
    assert not {"not_stored", "night_without_number"} & set(codes(done))
    assert outcomes(taken(stored_again(book), row)) == ["unchanged"]


@pytest.mark.parametrize("night", ["non", "néant", "aucun"])
def test_a_night_for_which_there_is_none_is_told_and_left(night: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, line(2, label="Labo", number="4501", night=night))
    assert len(book.entries) == 1
    assert "night_without_number" in codes(done)


@pytest.mark.parametrize(
    ("remark", "by_day", "by_night"),
    [
        ("manip de garde", "", "manip de garde"),
        ("astreinte seulement pour le dossier", "", "astreinte seulement pour le dossier"),
        ("garde à partir de 18h30", "", "garde à partir de 18h30"),
        ("ligne directe", "ligne directe", "ligne directe"),
        ("sauf la messagerie", "sauf la messagerie", "sauf la messagerie"),
        ("8h-18h sinon astreinte", "8h-18h sinon astreinte", ""),
        ("fermé après 19h", "fermé après 19h", ""),
    ],
)
def test_a_remark_stands_beside_the_number_of_which_it_speaks_or_beside_both(
    remark: str, by_day: str, by_night: str
) -> None:
    book = make_ledger(nodes=(NORTH,))
    row = line(2, label="Scanner", number="4460", night="4466", remarks=remark)
    done = taken(book, row)
    assert [entry.hours for entry in book.entries] == [by_day, by_night]
    assert "not_stored" not in codes(done)
    assert outcomes(taken(stored_again(book), row)) == ["unchanged"]


@pytest.mark.parametrize("numbers", [{"number": "4460"}, {"night": "4460"}])
def test_a_remark_stays_with_the_only_number_of_its_row(numbers: dict[str, str]) -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, line(2, label="Scanner", remarks="à partir de 18h30", **numbers))
    assert [(e.number, e.hours) for e in book.entries] == [("4460", "à partir de 18h30")]
    assert "not_stored" not in codes(done)


def test_a_post_that_answers_at_night_alone_has_the_line_of_the_night() -> None:
    book = make_ledger(nodes=(NORTH,))
    assert outcomes(taken(book, line(2, label="Cadre de garde", night="4999"))) == ["added"]
    assert [(e.label, e.number) for e in book.entries] == [("Cadre de garde (nuit)", "4999")]


def test_hours_and_a_remark_on_a_number_are_kept_both() -> None:
    book = make_ledger(nodes=(NORTH,))
    said = {"hours": "24h/24", "remarks": "0 devant depuis un poste fixe"}
    taken(book, line(2, label="Urgence vitale", number="15", **said))
    assert [e.hours for e in book.entries] == ["24h/24, 0 devant depuis un poste fixe"]


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ("Nuit", "fr", "nuit"),
        ("Tél. nuit", "fr", "nuit"),
        ("Nuit / WE", "fr", "nuit/WE"),
        ("WE et nuit", "fr", "nuit/WE"),
        ("En dehors des horaires", "fr", "hors horaires"),
        ("Hors heures ouvrables", "fr", "hors horaires"),
        ("Hors heures ouvrées (nuit, WE)", "fr", "hors horaires"),
        ("Garde / astreinte", "fr", "garde/astreinte"),
        ("Astreinte", "fr", "astreinte"),
        ("Autre numéro", "fr", "nuit"),
        ("Le soir", "fr", "soir"),
        ("HNO", "fr", "hors horaires"),
        ("Heures non ouvrables", "fr", "hors horaires"),
        ("18h-8h", "fr", "18\u00a0h-8\u00a0h"),
        ("Nuit (19h-7h)", "fr", "nuit"),
        ("Night", "en", "night"),
        ("Nights and weekends", "en", "night/weekend"),
        ("Out of hours", "en", "out of hours"),
        ("Outside working hours", "en", "out of hours"),
        ("On call", "en", "on call"),
    ],
)
def test_when_a_number_answers_is_said_as_the_title_of_its_column_says_it(
    title: str, language: str, said: str
) -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, line(2, label="Labo", number="4501", night="4041"), title=title, language=language)
    assert [entry.label for entry in book.entries] == ["Labo", f"Labo ({said})"]
    assert is_by_night(said)


@pytest.mark.parametrize("title", ["Nuit", "Nuit et WE", "En dehors des horaires", "Astreinte"])
def test_who_answers_by_night_is_found_beside_who_answers_by_day(title: str) -> None:
    book, words = make_ledger(nodes=(NORTH,)), "bureau des entrées des urgences"
    row = line(2, label="Identitovigilance", number="4455", night=f"{words} 4401")
    taken(book, row, title=title)
    found = KnownNumbers(directory=book.entries).named("identitovigilance")
    assert "4455" in found
    assert "4401" in found
    assert [entry.hours for entry in book.entries] == ["", words]


def test_who_answers_by_night_for_all_the_hospital_is_found_by_what_they_are() -> None:
    book = make_ledger(nodes=(NORTH,))
    rows = (
        line(2, label="Admissions", number="4100", night="administrateur de garde 4998"),
        line(3, label="Cadre de santé", number="4120", night="cadre de garde 4000"),
        line(4, label="Lits", number="4130", night="cadre de garde 4000"),
    )
    assert outcomes(taken(book, *rows)) == ["added"] * 3
    assert [(entry.label, entry.number, entry.hours) for entry in book.entries] == [
        ("Admissions", "4100", ""),
        ("Admissions (nuit)", "4998", "administrateur de garde"),
        ("Administrateur de garde", "4998", "nuit"),
        ("Cadre de santé", "4120", ""),
        ("Cadre de santé (nuit)", "4000", "cadre de garde"),
        ("Cadre de garde", "4000", "nuit"),
        ("Lits", "4130", ""),
        ("Lits (nuit)", "4000", "cadre de garde"),
    ]
    found = KnownNumbers(directory=book.entries)
    assert found.of(Purpose.ADMINISTRATOR_ON_DUTY).startswith("4998")
    assert found.by_night_alone("Cadre de garde") or found.named("Cadre de garde")
    assert outcomes(taken(stored_again(book), *rows)) == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("own", "night"),
    [
        ("Administrateur de garde", "administrateur de garde 4998"),
        ("Directeur de garde", "administrateur de garde 4998"),
        ("Cadre de garde", "cadre de garde 4998"),
    ],
)
def test_who_has_a_line_of_their_own_in_the_list_gets_no_second(own: str, night: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, line(2, label="Lits", number="4100", night=night), line(3, label=own, number="49"))
    assert [entry.label for entry in book.entries] == ["Lits", "Lits (nuit)", own]


def test_an_intern_who_answers_for_the_laboratory_is_not_the_physician_on_duty() -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, line(2, label="Labo", number="4501", night="interne de garde 4326"))
    assert KnownNumbers(directory=book.entries).of(Purpose.PHYSICIAN) == ""


@pytest.mark.parametrize(
    ("title", "remark", "told"),
    [
        ("Nuit", "à partir de 18h30", "à partir de 18\u00a0h\u00a030"),
        ("Le soir", "à partir de 18h30", "à partir de 18\u00a0h\u00a030"),
        ("Nuit / WE", "à partir de 18h30", "nuit/WE"),
        ("Hors horaires", "à partir de 18h30", "hors horaires"),
        ("Nuit", "biologiste d’astreinte la nuit et le week-end", "nuit et le week-end"),
        ("Nuit", "biologiste d’astreinte la nuit", "nuit"),
    ],
)
def test_the_hours_of_a_row_are_closer_than_a_title_that_tells_the_night_alone(
    title: str, remark: str, told: str
) -> None:
    book = make_ledger(nodes=(NORTH,))
    row = line(2, label="Labo", number="4210", night="4215", remarks=remark)
    taken(book, row, title=title)
    found = KnownNumbers(directory=book.entries).named("Labo")
    assert found.endswith(f"4215 ({told})")
