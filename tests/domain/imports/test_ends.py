from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.ends import headings_in, rows_under
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import make_ledger
from referent_desk.domain.imports.plans import plan_import
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.software import Software
from tests.domain.import_ledgers import codes, line, new_id, outcomes

NOTE = "Demander à la DSI pour les accès des internes"
LISTED = (line(4, software="DxSoins", vendor="A"), line(5, software="Labo"))
CHOICES = Choices("Hôpital Nord")


@pytest.mark.parametrize(
    ("ends", "rows"),
    [
        ((line(7, software=NOTE),), {7}),
        ((line(7, software=NOTE), line(8, software=NOTE)), {7, 8}),
        ((line(7, software=NOTE), line(9, software=NOTE)), {7, 9}),
        ((line(6, software=NOTE),), set()),
        ((line(7, software="Dossier de soins"),), set()),
        ((line(7, software=NOTE, vendor="B"),), set()),
        ((line(7, software=NOTE), line(8, software="Repas", vendor="B")), set()),
    ],
)
def test_a_sentence_alone_below_a_blank_row_at_the_end_may_be_no_line(
    ends: tuple[SourceLine, ...], rows: set[int]
) -> None:
    assert rows_under((*LISTED, *ends)) == rows


@pytest.mark.parametrize(
    ("choice", "outcome", "code"),
    [
        (None, "doubtful", "note_or_entry"),
        (Choice.PART, "refused", "note_line"),
        (Choice.SAME, "added", "added"),
    ],
)
def test_it_is_asked_and_makes_no_program_by_itself(
    choice: Choice | None, outcome: str, code: str
) -> None:
    lines = (*LISTED, line(7, software=NOTE))
    first = plan_import(ImportKind.SOFTWARE, lines, make_ledger(), CHOICES, new_id)
    (asked,) = first.lines[2].asked
    answers = Answers()
    if choice is not None:
        answers = answers.with_reply(7, asked.question, Reply(choice))
    book = make_ledger()
    done = plan_import(ImportKind.SOFTWARE, lines, book, replace(CHOICES, answers=answers), new_id)
    assert outcomes(done) == ["added", "added", outcome]
    assert code in codes(done, 2)
    assert (NOTE in {s.name for s in book.software}) == (choice is Choice.SAME)


HEADED = (
    line(2, software="LOGICIELS DE SOINS"),
    line(3, software="DxSoins", vendor="A", kind="DPI"),
    line(4, software="Labo", vendor="B", kind="SIL"),
    line(5, software="GESTION ADMINISTRATIVE"),
    line(6, software="Passage", vendor="C", kind="GAP"),
    line(7, software="Repas", vendor="C", kind="Repas"),
)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (HEADED, {2, 5}),
        ((*HEADED, line(8, software="Logiciels divers")), {2, 5}),
        ((*HEADED, line(8, software="PACS", vendor="C")), {2, 5}),
        ((*HEADED, line(8, software="7")), {2, 5}),
        (tuple(line(row, software=name) for row, name in enumerate(("PACS", "DPI"))), set()),
        ((line(2, software="PACS"), line(3, software="DPI", vendor="A")), set()),
    ],
)
def test_capitals_alone_among_rows_of_many_cells_may_be_a_heading(
    lines: tuple[SourceLine, ...], rows: set[int]
) -> None:
    assert headings_in(lines) == rows


@pytest.mark.parametrize(
    ("choice", "outcome", "code"),
    [
        (None, "doubtful", "heading_or_entry"),
        (Choice.PART, "refused", "heading_line"),
        (Choice.SAME, "added", "added"),
    ],
)
def test_such_a_heading_is_asked_and_makes_no_program_by_itself(
    choice: Choice | None, outcome: str, code: str
) -> None:
    first = plan_import(ImportKind.SOFTWARE, HEADED, make_ledger(), CHOICES, new_id)
    (asked,) = first.lines[0].asked
    answers = Answers()
    if choice is not None:
        answers = answers.with_reply(2, asked.question, Reply(choice))
    choices = replace(CHOICES, answers=answers)
    done = plan_import(ImportKind.SOFTWARE, HEADED, make_ledger(), choices, new_id)
    assert (outcomes(done)[0], code in codes(done, 0)) == (outcome, True)


def test_a_program_in_capitals_that_is_known_here_is_not_asked_about() -> None:
    book = make_ledger(software=(Software("s", "Logiciels de soins"),))
    assert (
        outcomes(plan_import(ImportKind.SOFTWARE, HEADED, book, CHOICES, new_id))[0] != "doubtful"
    )
