from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, line, new_id, outcomes, stored_again

WARD = Node("c", NodeKind.DEPARTMENT, "Chirurgie", "north")
CHOICES = Choices("Hôpital Nord", department_id="c")
NADEGE = line(4, last_name="LEFÈVRE", first_name="Nadège", role="AMA")
NICOLAS = line(5, last_name="LEFÈVRE", first_name="Nicolas", role="IDE")
PHILIPPE = line(6, last_name="MARCHAND", first_name="Philippe")


def book() -> Ledger:
    return make_ledger(nodes=(NORTH, WARD))


def taken(ledger: Ledger, staff: tuple[SourceLine, ...], *referents: str) -> Plan:
    lines = [
        line(row, software=f"Logiciel {chr(63 + row)}", referent=referent)
        for row, referent in enumerate(referents, start=2)
    ]
    choices = replace(CHOICES, beside=staff)
    return plan_import(ImportKind.SOFTWARE, lines, ledger, choices, new_id)


def whole_names(ledger: Ledger) -> list[str]:
    return [person.full_name for person in ledger.people]


@pytest.mark.parametrize(
    "written", ["N. Lefèvre", "Mme Lefèvre", "Lefèvre", "LEFEVRE N.", "Nadège Lefèvre"]
)
def test_whom_a_list_calls_shorter_is_the_one_whom_the_staff_beside_it_names(written: str) -> None:
    ledger = book()
    done = taken(ledger, (NADEGE, PHILIPPE), written, "Dr Marchand")
    assert outcomes(done) == ["added", "added"]
    assert [asked for told in done.lines for asked in told.asked] == []
    assert whole_names(ledger) == ["Nadège Lefèvre", "Philippe Marchand"]
    assert list(done.unknown_people) == whole_names(ledger)


def test_where_two_of_the_staff_beside_it_may_be_meant_it_is_asked_who() -> None:
    ledger = book()
    done = taken(ledger, (NADEGE, NICOLAS), "Mme Lefèvre")
    (asked,) = done.lines[0].asked
    assert asked.question.code == "ambiguous"
    assert len(ledger.people) == 0


def test_whoever_left_or_is_named_without_a_first_name_completes_nobody() -> None:
    ledger = book()
    gone = line(4, last_name="LEFÈVRE", first_name="Nadège", active=False)
    taken(ledger, (gone, line(5, last_name="MARCHAND")), "Mme Lefèvre", "Dr Marchand")
    assert whole_names(ledger) == ["Lefèvre", "Marchand"]


@pytest.mark.parametrize("written", ["N. Lefèvre", "Mme Lefèvre", "Nadège Lefèvre"])
def test_a_staff_list_that_comes_later_completes_the_only_one_who_fits(written: str) -> None:
    ledger = book()
    taken(ledger, (), written)
    later = stored_again(ledger)
    done = plan_import(ImportKind.STAFF, [NADEGE, PHILIPPE], later, CHOICES, new_id)
    assert outcomes(done) == ["changed", "added"]
    assert whole_names(later) == ["Nadège Lefèvre", "Philippe Marchand"]


def test_a_staff_list_in_which_two_may_be_meant_asks_which_of_them_it_is() -> None:
    ledger = book()
    taken(ledger, (), "Mme Lefèvre")
    later = stored_again(ledger)
    done = plan_import(ImportKind.STAFF, [NADEGE, NICOLAS], later, CHOICES, new_id)
    asked = {each.question.code for told in done.lines for each in told.asked}
    assert asked == {"near_name"}
    assert whole_names(later) == ["Lefèvre"]


def test_a_remark_beside_a_person_whom_the_file_calls_shorter_is_theirs_already() -> None:
    ledger = book()
    lines = [
        line(2, software="DxSoins", referent="Nadège Lefèvre", remarks="Classeur bleu"),
        line(3, software="DxSoins", referent="N. Lefèvre", remarks="Badge au bureau"),
    ]
    plan_import(ImportKind.SOFTWARE, lines, ledger, CHOICES, new_id)
    assert {use.purpose for use in ledger.deployments} == {"Classeur bleu – Badge au bureau"}


@pytest.mark.parametrize(
    ("field", "cell", "kept"),
    [
        ("referent", "Service technique", "Référent\u00a0: Service technique"),
        ("deputy", "Assistante sociale", "Suppléant\u00a0: Assistante sociale"),
        ("referent", "Ada Roux / Service technique", "Référent\u00a0: Service technique"),
    ],
)
def test_a_post_in_a_column_of_people_becomes_nobody_and_stays_beside_the_program(
    field: str, cell: str, kept: str
) -> None:
    ledger = book()
    listed = line(2, software="Ascom", **{field: cell, "remarks": "Cordelette"})
    done = plan_import(ImportKind.SOFTWARE, [listed], ledger, CHOICES, new_id)
    assert whole_names(ledger) == (["Ada Roux"] if "Ada" in cell else [])
    assert {use.purpose for use in ledger.deployments} == {f"Cordelette – {kept}"}
    assert [asked for told in done.lines for asked in told.asked] == []
    again = plan_import(ImportKind.SOFTWARE, [listed], stored_again(ledger), CHOICES, new_id)
    assert outcomes(again) == ["unchanged"]
