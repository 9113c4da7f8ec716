from __future__ import annotations

import pytest

from referent_desk.domain.day_wards import all_said_by_day, as_printed, is_by_day, said_by_day
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.procedures import ProcedureText, Step

PHRASES = (("pochette du lit", "pochette du patient"), ("au lit", "près du patient"))


def ward(name: str = "HDJ", beds: int | None = None, hours: str = "", place: str = "") -> Node:
    return Node("w", NodeKind.DEPARTMENT, name, beds=beds, opening_hours=hours, place=place)


@pytest.mark.parametrize(
    ("node", "by_day"),
    [
        (ward("HDJ Oncologie"), True),
        (ward("Néphrologie – hémodialyse"), True),
        (ward("Centre d’hémodialyse", beds=14), True),
        (ward("Néphrologie et dialyse", beds=12), False),
        (ward("Hôpital de jour de gériatrie"), True),
        (ward("Chirurgie ambulatoire"), True),
        (ward("Consultations externes"), True),
        (ward("Day hospital"), True),
        (ward("Cardiologie"), False),
        (ward("Cardiologie", beds=0), True),
        (ward("Cardiologie", beds=12), False),
        (ward("Maternité", hours="1-7 00:00-24:00"), False),
        (ward("Oncologie", hours="1-5 08:00-19:00"), True),
        (ward("HDJ Oncologie", hours="1-7 21:00-07:00"), False),
        (ward("Soins de journée"), False),
    ],
)
def test_a_ward_keeps_nobody_overnight_by_its_hours_else_by_its_beds_or_name(
    node: Node, by_day: bool
) -> None:
    assert is_by_day(node) is by_day


def test_its_beds_are_printed_as_places() -> None:
    assert as_printed(ward(beds=14, place="RDC")) == ward(place="RDC · 14\u00a0places")
    assert as_printed(ward(beds=1)) == ward(place="1\u00a0place")
    for same in (ward("Cardiologie", beds=14), ward(), ward(beds=0)):
        assert as_printed(same) == same


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pochette du lit", "Pochette du patient"),
        ("Écrit au lit : heure", "Écrit près du patient : heure"),
        ("{emplacement de la pochette du lit}", "{emplacement de la pochette du lit}"),
        ("Il lit au litre", "Il lit au litre"),
    ],
)
def test_phrases_are_said_in_other_words_and_names_of_values_stay(text: str, said: str) -> None:
    assert said_by_day(text, PHRASES) == said
    assert said_by_day(text, ()) == text


def test_every_text_of_a_procedure_is_changed() -> None:
    text = ProcedureText(title="Soins", steps=(Step("Range", "IDE", where="Pochette du lit"),))
    [step] = all_said_by_day(text, PHRASES).steps
    assert (step.what, step.where) == ("Range", "Pochette du patient")
    assert all_said_by_day(text, ()) is text
