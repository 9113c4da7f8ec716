from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.language import language
from referent_desk.words.dues import due_subject, due_text, due_title

FRENCH, ENGLISH = language("fr"), language("en")
DAY = date(2026, 12, 3)


def row(what: Duty, subject: str = "Prescription · Dossier+", person: str = "") -> DueRow:
    return DueRow(what, "d1", "Cardiologie", "k", subject, DAY, person)


@pytest.mark.parametrize("spoken", [FRENCH, ENGLISH], ids=["fr", "en"])
@pytest.mark.parametrize("what", list(Duty))
def test_every_duty_has_a_title_that_names_its_subject(what: Duty, spoken: object) -> None:
    known = FRENCH if spoken is FRENCH else ENGLISH
    title = due_title(row(what), known)
    assert "Prescription · Dossier+" in title
    assert "{" not in title


@pytest.mark.parametrize(
    ("due", "title"),
    [
        (row(Duty.VERIFICATION), "À vérifier\xa0: Prescription · Dossier+"),
        (row(Duty.SHELF_CHECK, "2"), "Vérification sur l’étagère\xa0: exemplaire 2"),
        (
            row(Duty.APPOINTMENT_END, "software_main", "Ada Moreau"),
            "Fin de désignation\xa0: Ada Moreau, référent logiciel",
        ),
        (row(Duty.DRILL, "Repas"), "Exercice\xa0: Repas"),
        (row(Duty.DRILL, ""), "Exercice\xa0: celui de l’année"),
    ],
)
def test_titles_are_said_as_people_say_them(due: DueRow, title: str) -> None:
    assert due_title(due, FRENCH) == title


def test_a_person_is_named_once() -> None:
    ends = row(Duty.APPOINTMENT_END, "security_deputy", "Ada Moreau")
    assert due_subject(ends, ENGLISH) == "Ada Moreau, deputy security referent"
    assert "Ada Moreau" not in due_text(ends, ENGLISH)
    assert "To be done by: Ada Moreau." in due_text(row(Duty.ACTION, "", "Ada Moreau"), ENGLISH)


def test_what_an_event_says_does_not_depend_on_the_day_it_is_written() -> None:
    assert due_text(row(Duty.REVIEW), ENGLISH).splitlines() == [
        "Department: Cardiologie.",
        "From Referent Desk; it is marked as done there, not here.",
    ]
