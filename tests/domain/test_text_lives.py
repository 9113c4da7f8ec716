from __future__ import annotations

from datetime import date, timedelta

from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState, Stage
from referent_desk.domain.text_lives import (
    LifeKind,
    TextLife,
    Withdrawal,
    life_lines,
    stage_of,
)
from referent_desk.domain.upper_texts import UpperChoice, UpperDecision

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
TEXT = ProcedureText("Prescrire")
APPROVED = Revision(
    "r1",
    "p",
    RevisionState.APPROVED,
    TEXT,
    1,
    author="M. Aubry",
    approver="Dr Moreau",
    approved_on=TODAY - 30 * DAY,
    in_force_on=TODAY - 20 * DAY,
    submitted_on=TODAY - 40 * DAY,
    submitted_by="M. Aubry",
    approver_role="chef de service",
    approval_reference="GED-12",
    exception="seule ce soir-là",
)
SUBMITTED = Revision(
    "d",
    "p",
    RevisionState.DRAFT,
    TEXT,
    submitted_on=TODAY,
    submitted_by="C. Roy",
    submitted_mark=text_mark(TEXT),
)


def test_a_life_is_told_with_the_newest_first() -> None:
    withdrawal = Withdrawal("w", "p", 1, "C. Roy", TODAY - DAY, "remplacée")
    decision = UpperDecision("k", "p", "u", UpperChoice.KEPT, "C. Roy", TODAY - 2 * DAY)
    lines = life_lines((APPROVED, SUBMITTED), (withdrawal,), (decision,), "Nord")
    assert [line.kind for line in lines] == [
        LifeKind.SUBMITTED,
        LifeKind.WITHDRAWN,
        LifeKind.KEPT,
        LifeKind.APPROVED,
        LifeKind.SUBMITTED,
    ]
    assert [line.record_id for line in lines] == ["", "w", "k", "", ""]
    approved = lines[3]
    assert (approved.who, approved.role, approved.author) == (
        "Dr Moreau",
        "chef de service",
        "M. Aubry",
    )
    assert (approved.reference, approved.reason) == ("GED-12", "seule ce soir-là")
    assert {line.owner for line in lines} == {"Nord"}


def test_of_one_day_the_withdrawal_stands_above_the_approval() -> None:
    withdrawal = Withdrawal("w", "p", 1, "C. Roy", TODAY - 30 * DAY, "erreur")
    kinds = [line.kind for line in life_lines((APPROVED,), (withdrawal,))]
    assert kinds == [LifeKind.WITHDRAWN, LifeKind.APPROVED, LifeKind.SUBMITTED]


def test_a_stage_tells_what_the_state_does_not() -> None:
    assert stage_of(SUBMITTED, None) is Stage.SUBMITTED
    assert stage_of(None, APPROVED) is Stage.WITHDRAWN
    assert stage_of(None, None) is None
    assert stage_of(APPROVED, SUBMITTED) is None


def test_a_life_knows_whether_its_draft_waits_or_was_changed() -> None:
    assert TextLife(draft=SUBMITTED).is_submitted
    assert not TextLife(draft=SUBMITTED).has_changed
    assert not TextLife().is_submitted
