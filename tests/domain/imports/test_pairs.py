from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.pairs import names_of, people_of
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.people import Person
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, plan, stored_again

STAFF = ImportKind.STAFF


def answered(lines: list[SourceLine], book: Ledger, *replies: Reply) -> Plan:
    """Each question of the first line gets the next reply."""
    answers = Answers()
    for reply in replies:
        trial = stored_again(book)
        (asked, *_more) = (
            plan_import(STAFF, lines, trial, Choices("Nord", answers=answers), new_id)
            .lines[0]
            .asked
        )
        answers = answers.with_reply(lines[0].row, asked.question, reply)
    return plan_import(STAFF, lines, book, Choices("Nord", answers=answers), new_id)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Mme Aubry / M. Klein", "Mme Aubry · M. Klein"),
        ("Aubry et Klein", "Aubry · Klein"),
        ("Aubry & Klein ; N’Diaye", "Aubry · Klein · N’Diaye"),
        ("Le Guellec and van der Berg", "Le Guellec · van der Berg"),
        ("Étienne", ""),
        ("Etxeberria", ""),
        ("N/A", ""),
        ("Aubry / secrétariat", ""),
        ("Aubry et 4127", ""),
    ],
)
def test_several_people_in_a_cell(cell: str, names: str) -> None:
    assert names_of(people_of(line(2, last_name=cell))) == names
    assert names_of(people_of(line(2, full_name=cell))) == names


def test_first_names_and_telephones_go_with_their_last_names() -> None:
    cell = line(2, last_name="Aubry / Klein", first_name="Maryse / Jonas", telephone="4121/4122")
    found = people_of(cell)
    assert names_of(found) == "Maryse Aubry · Jonas Klein"
    assert [each.text(Field.TELEPHONE) for each in found] == ["4121", "4122"]
    assert people_of(line(2, last_name="Aubry / Klein", first_name="Maryse")) == ()


def test_a_text_for_several_people_is_nobodys_and_is_said() -> None:
    people = (Person("a", "Aubry", role="IDE"), Person("k", "Klein"))
    book = make_ledger(nodes=(NORTH,), people=people)
    row = line(
        2,
        full_name="Mme Aubry / M. Klein",
        role="référents informatique",
        telephone="4320 ou 4321",
        dect="7120",
        working_hours="1-5 08:00-16:00",
    )
    done = plan(STAFF, [row], book)
    assert tuple(book.people) == people
    said = [
        (r.value("field"), r.value("value")) for r in done.lines[0].remarks if r.code == "not_each"
    ]
    assert said == [
        ("role", "référents informatique"),
        ("telephone", "4320 ou 4321"),
        ("dect", "7120"),
        ("working_hours", "1-5 08:00-16:00"),
    ]


def test_nothing_is_stored_until_somebody_says_whether_they_are_several() -> None:
    book = make_ledger(nodes=(NORTH,))
    done = plan(STAFF, [line(2, full_name="Mme Aubry et M. Klein")], book)
    assert (outcomes(done), codes(done)) == (["doubtful"], ["several_people"])
    assert len(book.people) == 0


@pytest.mark.parametrize(
    ("choice", "names"),
    [(Choice.SAME, ["Aubry", "Klein"]), (Choice.OTHER, ["Aubry et Klein"])],
)
def test_the_answer_counts_and_the_same_file_says_nothing_new_again(
    choice: Choice, names: list[str]
) -> None:
    book = make_ledger(nodes=(NORTH,))
    lines = [line(2, full_name="Aubry et Klein")]
    assert outcomes(answered(lines, book, Reply(choice))) == ["added"]
    assert sorted(person.full_name for person in book.people) == names
    assert outcomes(plan(STAFF, lines, stored_again(book))) == ["unchanged"]


AWAY = line(2, last_name="Martin", first_name="Paul", active=False)
_PAUL = Person("p", "Martin", "Paul")


@pytest.mark.parametrize(
    ("reply", "outcome", "left"),
    [
        (Reply(Choice.TYPED, "31/10/2026"), "changed", date(2026, 10, 31)),
        (Reply(Choice.TYPED, "le 31 octobre 2026"), "changed", date(2026, 10, 31)),
        (Reply(Choice.TYPED, "31/02/2026"), "doubtful", None),
        (Reply(Choice.PART), "unchanged", None),
    ],
)
def test_somebody_not_active_any_more_left_on_the_day_that_is_typed(
    reply: Reply, outcome: str, left: date | None
) -> None:
    book = make_ledger(nodes=(NORTH,), people=(_PAUL,))
    assert outcomes(answered([AWAY], book, reply)) == [outcome]
    assert book.people.get("p").left_on == left


def test_who_left_already_is_not_asked_about() -> None:
    gone = Person("p", "Martin", "Paul", left_on=date(2026, 1, 31))
    book = make_ledger(nodes=(NORTH,), people=(gone,))
    assert outcomes(plan(STAFF, [AWAY], book)) == ["unchanged"]
    assert book.people.get("p").left_on == date(2026, 1, 31)


def test_who_left_and_is_active_in_the_file_is_said_and_kept() -> None:
    gone = Person("p", "Martin", "Paul", left_on=date(2026, 1, 31))
    book = make_ledger(nodes=(NORTH,), people=(gone,))
    done = plan(STAFF, [line(2, last_name="Martin", first_name="Paul", active=True)], book)
    assert (outcomes(done), codes(done)) == (["unchanged"], ["left_but_active"])
    assert book.people.get("p").left_on == date(2026, 1, 31)
