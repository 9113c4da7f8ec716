from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again


def taken(book: Ledger, row: SourceLine) -> Plan:
    choices = Choices("Hôpital Nord", language="fr")
    return plan_import(ImportKind.DIRECTORY, [row], book, choices, new_id)


@pytest.mark.parametrize(
    ("night", "label", "number", "hours"),
    [
        ("4041", "Labo (nuit)", "4041", ""),
        ("04 78 00 12 35", "Labo (nuit)", "04 78 00 12 35", ""),
        ("15", "Labo (nuit)", "15", ""),
        ("nuit 4041", "Labo (nuit)", "4041", ""),
        ("astreinte : 4041", "Labo (astreinte)", "4041", ""),
        ("interne de garde 4326", "interne de garde", "4326", "nuit"),
        ("Biologiste poste 4326", "Biologiste", "4326", "nuit"),
    ],
)
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


def test_the_same_number_by_night_is_one_line() -> None:
    book = make_ledger(nodes=(NORTH,))
    taken(book, line(2, label="Poste infirmier", number="4220", night="4220"))
    assert [entry.label for entry in book.entries] == ["Poste infirmier"]


def test_what_is_said_of_the_night_without_a_number_is_told_and_left() -> None:
    book = make_ledger(nodes=(NORTH,))
    done = taken(book, line(2, label="Labo", number="4501", night="par le standard"))
    assert len(book.entries) == 1
    assert "night_without_number" in codes(done)


def test_a_post_that_answers_at_night_alone_has_the_line_of_the_night() -> None:
    book = make_ledger(nodes=(NORTH,))
    assert outcomes(taken(book, line(2, label="Cadre de garde", night="4999"))) == ["added"]
    assert [(e.label, e.number) for e in book.entries] == [("Cadre de garde (nuit)", "4999")]


def test_hours_and_a_remark_on_a_number_are_kept_both() -> None:
    book = make_ledger(nodes=(NORTH,))
    said = {"hours": "24h/24", "remarks": "0 devant depuis un poste fixe"}
    taken(book, line(2, label="Urgence vitale", number="15", **said))
    assert [e.hours for e in book.entries] == ["24h/24, 0 devant depuis un poste fixe"]
