from __future__ import annotations

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, stored_again

NODES = (NORTH, Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north", code="0412"))


def taken(book: Ledger, *nights: str, department_id: str = "c") -> Plan:
    lines = [
        line(row, last_name="MARTIN", first_name=f"Ada{row}", telephone=f"420{row}", night=night)
        for row, night in enumerate(nights, 2)
    ]
    labels = ((Field.NIGHT, "Nuit / week-end"),)
    choices = Choices(department_id=department_id, labels=labels)
    return plan_import(ImportKind.STAFF, lines, book, choices, new_id)


@pytest.mark.parametrize(
    ("night", "label", "number", "hours"),
    [
        ("cadre de garde 4999", "Cadre de garde (nuit/WE)", "4999", ""),
        ("psychiatre de garde : 4900 (bip)", "Psychiatre de garde (nuit/WE)", "4900", "bip"),
        ("4999", "Ada2 Martin (nuit/WE)", "4999", ""),
        ("astreinte 4999", "Ada2 Martin (astreinte)", "4999", ""),
        ("par le standard", "Ada2 Martin (nuit/WE)", "par le standard", ""),
    ],
)
def test_who_is_called_at_night_in_a_list_of_staff_stands_in_the_directory(
    night: str, label: str, number: str, hours: str
) -> None:
    book = make_ledger(nodes=NODES)
    done = taken(book, night)
    entries = [(e.owner_id, e.label, e.number, e.hours) for e in book.entries]
    assert entries == [("c", label, number, hours)]
    assert "not_stored" not in codes(done)
    assert outcomes(taken(stored_again(book), night)) == ["unchanged"]


def test_the_same_post_in_several_rows_is_one_line() -> None:
    book = make_ledger(nodes=NODES)
    taken(book, "psychiatre de garde 4900", "Psychiatre de garde 4900")
    assert [entry.number for entry in book.entries] == ["4900"]


@pytest.mark.parametrize("night", ["4202", "idem", "", "non"])
def test_who_is_called_at_night_as_by_day_needs_no_line(night: str) -> None:
    book = make_ledger(nodes=NODES)
    taken(book, night)
    assert len(book.entries) == 0


def test_a_mobile_of_their_own_is_told_and_printed_nowhere() -> None:
    book = make_ledger(nodes=NODES)
    done = taken(book, "06 12 34 56 78")
    assert len(book.entries) == 0
    assert "not_stored" in codes(done)


def test_without_a_department_what_nothing_keeps_is_told() -> None:
    book = make_ledger(nodes=NODES)
    done = taken(book, "cadre de garde 4999", department_id="")
    assert len(book.entries) == 0
    assert "not_stored" in codes(done)
