from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.dues import Duty
from referent_desk.domain.procedures import ProcedureDetail, ProcedureState, Revision
from referent_desk.errors import NotFound, RefusedField
from referent_desk.usecases.approvals import close_procedure
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.readiness import read_department, read_group
from referent_desk.usecases.reviews import set_review_period
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import demo_desk
from tests.usecases.modes import rows, ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def verified(desk: Desk) -> ProcedureDetail:
    row = next(row for row in rows(desk) if row.state is ProcedureState.UP_TO_DATE)
    return procedure_detail(desk, ward(desk), row.function_id, row.software_id)


def again(desk: Desk, revision: Revision) -> ProcedureDetail:
    details = (
        procedure_detail(desk, ward(desk), row.function_id, row.software_id) for row in rows(desk)
    )
    return next(d for d in details if d.revision is not None and d.revision.id == revision.id)


def reviews(desk: Desk, revision: Revision, department: str | None) -> list[date]:
    told = list_dues(desk, department, 3650)
    return [due.due_on for due in told if due.what is Duty.REVIEW and revision.id in due.key]


def test_the_period_is_set_on_a_text_in_force_and_counts_from_its_approval(desk: Desk) -> None:
    revision = verified(desk).revision
    assert revision is not None
    assert revision.approved_on is not None
    before = revision.review_due_on
    approved = revision.approved_on
    set_review_period(desk, revision.procedure_id, 1)
    month = approved.year * 12 + approved.month
    shown = again(desk, revision)
    assert shown.revision is not None
    due = shown.revision.review_due_on
    assert due is not None
    assert due.year * 12 + due.month == month + 1
    assert shown.status.state is ProcedureState.REVIEW_DUE
    undo(desk)
    assert again(desk, revision).revision == revision
    assert revision.review_due_on == before
    assert check(desk).faults == ()


def test_the_hospital_and_the_ward_tell_the_same_day(desk: Desk) -> None:
    revision = verified(desk).revision
    assert revision is not None
    set_review_period(desk, revision.procedure_id, 18)
    shown = again(desk, revision).revision
    assert shown is not None
    here = ward(desk)
    assert reviews(desk, revision, here) == [shown.review_due_on]
    assert set(reviews(desk, revision, None)) == {shown.review_due_on}
    set_review_period(desk, revision.procedure_id, 1)
    mine = read_department(desk, here).departments[0].uses
    group = next(d for d in read_group(desk).departments if d.department_id == here)
    assert [use.state for use in group.uses] == [use.state for use in mine]


@pytest.mark.parametrize("months", [0, 61, -1])
def test_a_period_that_cannot_be_is_refused(desk: Desk, months: int) -> None:
    revision = verified(desk).revision
    assert revision is not None
    with pytest.raises(RefusedField, match="60"):
        set_review_period(desk, revision.procedure_id, months)
    assert desk.history.to_undo == []


def test_a_procedure_that_was_closed_has_none(desk: Desk) -> None:
    revision = verified(desk).revision
    assert revision is not None
    close_procedure(desk, revision.procedure_id)
    with pytest.raises(NotFound):
        set_review_period(desk, revision.procedure_id, 6)


def test_what_is_the_same_is_not_written(desk: Desk) -> None:
    revision = verified(desk).revision
    assert revision is not None
    set_review_period(desk, revision.procedure_id, 6)
    undone = len(desk.history.to_undo)
    set_review_period(desk, revision.procedure_id, 6)
    assert len(desk.history.to_undo) == undone
