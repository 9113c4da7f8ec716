from __future__ import annotations

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import LineType
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.people import Person
from tests.domain.import_ledgers import NORTH, codes, line, outcomes, plan, stored_again

DEPARTMENTS = ImportKind.DEPARTMENTS
CARDIOLOGY = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")


def ledger(*people: Person) -> Ledger:
    return make_ledger(nodes=(NORTH, CARDIOLOGY), people=people)


def test_head_and_ward_manager_of_a_department_become_its_staff() -> None:
    book = ledger()
    lines = [line(2, department="Cardiologie", head="Dr MARTIN Paul", ward_manager="Mme ROUX")]
    assert outcomes(plan(DEPARTMENTS, lines, book)) == ["added"]
    assert {(p.full_name, p.role, p.department_id) for p in book.people} == {
        ("Paul Martin", "Head", "c"),
        ("Roux", "Ward manager", "c"),
    }
    assert outcomes(plan(DEPARTMENTS, lines, stored_again(book))) == ["unchanged"]


def test_what_is_known_of_a_person_is_only_filled_in() -> None:
    known = Person("p", "ROUX", "Ada", role="Cadre supérieure", department_id="d", telephone="1")
    book = ledger(known)
    plan(DEPARTMENTS, [line(2, department="Cardiologie", ward_manager="ROUX Ada 4512")], book)
    assert list(book.people) == [known]


def test_several_people_and_a_vacant_post_stand_in_one_cell() -> None:
    book = ledger()
    cell = "Mme ROUX Ada (mi-temps) / M. PETIT Jean 45 12"
    lines = [line(2, department="Cardiologie", ward_manager=cell, head="poste vacant")]
    plan(DEPARTMENTS, lines, book)
    assert {(p.full_name, p.telephone) for p in book.people} == {
        ("Ada Roux", ""),
        ("Jean Petit", "45 12"),
    }


def test_namesakes_and_initials_are_asked_about() -> None:
    book = ledger(Person("1", "ROUX", "Ada"), Person("2", "ROUX", "Ada"), Person("3", "PETIT", "J"))
    lines = [
        line(2, department="Cardiologie", head="ROUX Ada"),
        line(3, department="Cardiologie", head="PETIT Jean"),
    ]
    done = plan(DEPARTMENTS, lines, book)
    assert (codes(done, 0), codes(done, 1)) == (["ambiguous"], ["near_name"])
    assert len(book.people) == 3


def test_the_dect_of_a_department_is_a_number_of_its_directory() -> None:
    book = ledger()
    lines = [line(2, department="Cardiologie", telephone="4127", dect="4512")]
    assert outcomes(plan(DEPARTMENTS, lines, book)) == ["added"]
    (entry,) = book.entries
    assert (entry.owner_id, entry.label, entry.number, entry.line_type) == (
        "c", "DECT", "4512", LineType.DECT,
    )  # fmt: skip
    assert outcomes(plan(DEPARTMENTS, lines, stored_again(book))) == ["unchanged"]


def test_the_dect_of_a_person_stands_beside_their_telephone() -> None:
    book = ledger()
    lines = [
        line(2, last_name="ROUX", telephone="4127", dect="4512"),
        line(3, last_name="PETIT", dect="4513"),
    ]
    plan(ImportKind.STAFF, lines, book)
    assert {p.last_name: p.telephone for p in book.people} == {
        "Roux": "4127 / 4512",
        "Petit": "4513",
    }
    assert outcomes(plan(ImportKind.STAFF, lines, stored_again(book))) == ["unchanged"] * 2


def test_a_directory_with_two_numbers_gives_two_entries() -> None:
    book = ledger()
    lines = [line(2, label="Standard", number="9", dect="4512"), line(3, label="Garde", dect="45")]
    plan(ImportKind.DIRECTORY, lines, book)
    assert {(e.label, e.number, e.line_type) for e in book.entries} == {
        ("Standard", "9", LineType.UNKNOWN),
        ("Standard (DECT)", "4512", LineType.DECT),
        ("Garde", "45", LineType.DECT),
    }


def test_a_name_that_is_repeated_names_the_row_that_said_it() -> None:
    book = make_ledger(nodes=(NORTH,))
    lines = [line(2, department="Bloc"), line(7, department="Dialyse"), line(12, department="BLOC")]
    done = plan(DEPARTMENTS, lines, book)
    assert outcomes(done) == ["added", "added", "unchanged"]
    assert [r.value("row") for r in done.lines[2].remarks if r.code == "as_row"] == ["2"]
    again = plan(DEPARTMENTS, lines[:2], stored_again(book))
    assert codes(again) == codes(again, 1) == []


def test_the_first_thing_that_was_brought_in_is_named() -> None:
    book = ledger()
    lines = [line(2, department="Cardiologie"), line(3, department="Bloc")]
    done = plan(DEPARTMENTS, lines, book)
    assert book.nodes.get(done.shown_id).name == "Bloc"
    known = make_ledger(nodes=(NORTH, CARDIOLOGY))
    numbers = plan(ImportKind.DIRECTORY, [line(2, label="Garde", number="15")], known)
    assert (numbers.shown_id, known.entries.get(numbers.shown_line).label) == ("north", "Garde")


def test_a_role_in_the_place_of_a_name_is_nobody_and_said() -> None:
    book = ledger()
    done = plan(
        DEPARTMENTS, [line(2, department="Cardiologie", head="Sage-femme coordinatrice")], book
    )
    assert list(book.people) == []
    assert codes(done) == ["role_is_nobody"]


def test_a_doubted_head_is_asked_about_and_a_role_behind_the_name_is_theirs() -> None:
    book = ledger()
    lines = [
        line(2, department="Cardiologie", head="A-L MORVAN ???", ward_manager="Léa ROUX, kiné")
    ]
    done = plan(DEPARTMENTS, lines, book)
    assert "unsure_person" in codes(done)
    assert [(p.full_name, p.role) for p in book.people] == [("Léa Roux", "kiné")]
