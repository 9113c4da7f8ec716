from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from tests.domain.import_ledgers import codes, line, new_id, outcomes

CHOICES = Choices("Hôpital Nord")


def taken(book: Ledger, vendor: str, choices: Choices = CHOICES) -> Plan:
    lines = [line(2, software="DxSoins", vendor=vendor)]
    return plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)


@pytest.mark.parametrize("vendor", ["Sancare ?", "Sancare??", "Sancare (?)"])
@pytest.mark.parametrize(
    ("choice", "stored"), [(None, ""), (Choice.SAME, "Sancare"), (Choice.PART, "")]
)
def test_a_vendor_that_the_list_doubts_is_asked_about_and_loses_its_question_mark(
    vendor: str, choice: Choice | None, stored: str
) -> None:
    (asked,) = taken(make_ledger(), vendor).lines[0].asked
    answers = Answers()
    if choice is not None:
        answers = answers.with_reply(2, asked.question, Reply(choice))
    book = make_ledger()
    done = taken(book, vendor, replace(CHOICES, answers=answers))
    assert [s.vendor for s in book.software] == [stored]
    assert outcomes(done) == ["doubtful" if choice is None else "added"]


@pytest.mark.parametrize(
    ("vendor", "stored"), [("Sancare", "Sancare"), ("?", ""), ("Who? SA", "Who? SA")]
)
def test_any_other_vendor_is_taken_as_it_stands(vendor: str, stored: str) -> None:
    book = make_ledger()
    assert "unsure_vendor" not in codes(taken(book, vendor))
    assert [s.vendor for s in book.software] == [stored]
