from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent_desk.domain.approvals import (
    changed_since_submitted,
    fingerprint,
    is_submitted,
    review_due,
    same_person,
)
from referent_desk.domain.check_codes import is_check_code
from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState, Step

TEXT = ProcedureText("Prescrire", steps=(Step("Prendre l’ordonnance"),))
OTHER = replace(TEXT, title="Prescrire sur papier")
DAY = date(2026, 11, 20)
DRAFT = Revision("r", "p", RevisionState.DRAFT, TEXT)
SUBMITTED = replace(
    DRAFT, submitted_on=DAY, submitted_by="M. Aubry", submitted_mark=text_mark(TEXT)
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Claire Durand", "Claire Durand", True),
        ("Claire Durand", "DURAND Claire", True),
        ("Hélène Durand", "helene DURAND", True),
        ("Dr Durand", "Durand", True),
        ("Pr. Claire Durand", "Claire Durand, cadre de santé", True),
        ("C. Durand", "Claire Durand", True),
        ("Durand", "Claire Durand", True),
        ("Jean-Pierre Roy", "ROY Jean Pierre", True),
        ("Claire Durand", "Paul Durand", False),
        ("P. Durand", "Claire Durand", False),
        ("Claire Durand", "Claire Dupont", False),
        ("Claire Durand-Roy", "Paul Durand", False),
        ("Dr", "Dr Durand", False),
        ("C.", "Claire Durand", False),
        ("", "", False),
        ("Durand", "", False),
    ],
)
def test_two_names_may_be_those_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("approved_on", "months", "due"),
    [
        (date(2026, 11, 22), None, date(2027, 11, 22)),
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 1), 60, date(2031, 1, 1)),
    ],
)
def test_a_review_is_due_on_the_same_day_of_a_later_month(
    approved_on: date, months: int | None, due: date
) -> None:
    assert review_due(approved_on, months) == due


def test_a_submitted_draft_is_a_draft_again_once_another_text_stands_there() -> None:
    assert not is_submitted(DRAFT)
    assert not changed_since_submitted(DRAFT)
    assert is_submitted(SUBMITTED)
    assert not changed_since_submitted(SUBMITTED)
    changed = replace(SUBMITTED, text=OTHER)
    assert not is_submitted(changed)
    assert changed_since_submitted(changed)
    assert is_submitted(replace(changed, text=TEXT))


def test_an_approved_text_waits_for_nobody() -> None:
    approved = replace(SUBMITTED, state=RevisionState.APPROVED, number=1)
    assert not is_submitted(approved)
    assert not changed_since_submitted(replace(approved, text=OTHER))


def test_four_signs_tell_one_text_from_another() -> None:
    assert len(fingerprint(TEXT)) == 4
    assert is_check_code(fingerprint(TEXT))
    assert fingerprint(TEXT) == fingerprint(replace(TEXT))
    assert fingerprint(TEXT) != fingerprint(OTHER)
