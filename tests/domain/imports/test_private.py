from __future__ import annotations

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.private import is_called_private
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import NORTH, codes, line, new_id, outcomes, plan, stored_again

DIRECTORY, SOFTWARE = ImportKind.DIRECTORY, ImportKind.SOFTWARE
NUMBER = line(2, label="Technicien osmoseur", number="06 12 34 56 78", hours="portable perso")
PROGRAM = line(2, software="Traceau", support_contact="06 12 34 56 78", remarks="portable perso")


def answered(kind: ImportKind, row: SourceLine, book: Ledger, choice: Choice) -> Plan:
    asked = next(
        each
        for each in plan(kind, [row], stored_again(book)).lines[0].asked
        if each.question.code == "private_number"
    )
    answers = Answers().with_reply(2, asked.question, Reply(choice))
    return plan_import(kind, [row], book, Choices("Hôpital Nord", answers=answers), new_id)


@pytest.mark.parametrize(
    ("number", "said", "expected"),
    [
        ("06 12 34 56 78", "technicien, portable perso", True),
        ("07.11.22.33.44", "Privé, la nuit seulement", True),
        ("06 12 34 56 78 (perso)", "", True),
        ("0611223344", "numéro personnel", True),
        ("0611223344", "personnel de nuit", False),
        ("0611223344", "personne ne répond le soir", False),
        ("4120", "perso", False),
        ("06 12 34 56 78", "astreinte", False),
    ],
)
def test_a_mobile_that_the_file_calls_somebodys_own(number: str, said: str, expected: bool) -> None:
    assert is_called_private(number, said) is expected


def test_nothing_is_taken_until_somebody_says_whether_the_mobile_is_private() -> None:
    book = make_ledger(nodes=(NORTH,))
    done = plan(DIRECTORY, [NUMBER], book)
    assert (outcomes(done), codes(done)) == (["doubtful"], ["private_number"])
    assert len(book.entries) == 0


@pytest.mark.parametrize(("choice", "private"), [(Choice.SAME, True), (Choice.OTHER, False)])
def test_the_answer_keeps_a_number_off_posters_or_on_them(choice: Choice, private: bool) -> None:
    book = make_ledger(nodes=(NORTH,))
    assert outcomes(answered(DIRECTORY, NUMBER, book, choice)) == ["added"]
    (entry,) = book.entries
    assert entry.private is private
    again = stored_again(book)
    assert outcomes(plan(DIRECTORY, [NUMBER], again)) == ["unchanged"]
    assert next(iter(again.entries)).private is private


@pytest.mark.parametrize(
    ("choice", "contact"), [(Choice.SAME, ""), (Choice.OTHER, "06 12 34 56 78")]
)
def test_a_private_mobile_becomes_no_assistance_of_a_program(choice: Choice, contact: str) -> None:
    book = make_ledger(nodes=(NORTH,))
    answered(SOFTWARE, PROGRAM, book, choice)
    (software,) = book.software
    assert software.support_contact == contact
