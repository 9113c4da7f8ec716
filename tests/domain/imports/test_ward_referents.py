from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again

WARD = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
BEN = Person("ben", "Diallo", "Ben", department_id="c")


def taken(book: Ledger, department_id: str = "c", **said: str) -> Plan:
    staff = [line(2, last_name="ROUX", first_name="Ada", **said)]
    choices = Choices(department_id=department_id)
    return plan_import(ImportKind.STAFF, staff, book, choices, new_id)


def general(book: Ledger) -> list[tuple[str, str | None, str]]:
    return [
        (book.people.get(each.person_id).full_name, each.software_id, each.rank.value)
        for each in book.appointments
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"remarks": "référente logiciels"},
        {"remarks": "Référente des logiciels du service"},
        {"remarks": "réf. informatique"},
        {"remarks": "80 %, référente logiciel"},
        {"role": "AMA, réf. informatique"},
        {"role": "IDE (référent logiciels)"},
        {"role": "Référente logiciels"},
    ],
)
def test_whom_a_list_of_staff_calls_the_referent_is_that_of_the_ward(said: dict[str, str]) -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    done = taken(book, **said)
    assert general(book) == [("Ada Roux", None, "main")]
    assert "referent_of_all" in codes(done)
    assert ("not_stored" in codes(done)) == ("80 %" in said.get("remarks", ""))
    again = stored_again(book)
    assert outcomes(taken(again, **said)) == ["unchanged"]
    assert len(again.appointments) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"remarks": "référente informatique médicale"},
        {"remarks": "référente dossier"},
        {"remarks": "référente hygiène"},
        {"remarks": "ancienne référente logiciels"},
        {"remarks": "n’est plus référente logiciels"},
        {"role": "Informaticien"},
    ],
)
def test_a_referent_of_anything_else_is_not_that_of_the_ward(said: dict[str, str]) -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    taken(book, **said)
    assert general(book) == []


def test_nobody_is_put_aside_who_is_the_referent_already() -> None:
    held = Appointment("a", "ben", "c", AppointmentKind.SOFTWARE, AppointmentRank.MAIN)
    book = make_ledger(nodes=(NORTH, WARD), people=(BEN,), appointments=(held,))
    done = taken(book, remarks="référente logiciels")
    assert general(book) == [("Ben Diallo", None, "main")]
    assert "referent_kept" in codes(done)


def test_where_no_department_is_known_or_it_is_closed_the_remark_is_told() -> None:
    book = make_ledger(nodes=(NORTH, WARD))
    assert "not_stored" in codes(taken(book, "", remarks="référente logiciels"))
    closed = replace(WARD, closed_on=date(2020, 1, 1))
    book = make_ledger(nodes=(NORTH, closed))
    taken(book, remarks="référente logiciels")
    assert general(book) == []
