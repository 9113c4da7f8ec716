from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.drafts import Approval, Draft, WantedDraft
from referent_desk.domain.procedures import ProcedureState, RevisionState
from referent_desk.errors import RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.approvals import approve_draft, close_procedure, discard_draft
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_hole, a_mode, starter_draft, ward

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
APPROVAL = Approval("Dr Ada Moreau, chef de service", TODAY, TODAY, "Maryse Aubry")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return starter_draft(desk)


def test_an_approved_text_takes_the_next_number_and_is_in_force(desk: Desk, draft: Draft) -> None:
    approve_draft(desk, draft.revision_id, APPROVAL)
    shown = procedure_detail(desk, ward(desk), draft.function_id, draft.software_id)
    revision = shown.revision
    assert revision is not None
    assert (revision.state, revision.number) == (RevisionState.APPROVED, 1)
    assert (revision.approver, revision.author) == (APPROVAL.approver, APPROVAL.author)
    assert (revision.in_force_on, revision.review_due_on) == (TODAY, date(2027, 11, 22))
    assert shown.status.state is ProcedureState.NEVER_VERIFIED
    assert check(desk).faults == ()


def test_an_approved_text_is_never_altered_given_up_or_taken_back(desk: Desk, draft: Draft) -> None:
    changed = replace(draft.text, title="Dictée et courriers, relus")
    save_draft(desk, draft.revision_id, changed, draft.seen)
    saved = approve_draft(desk, draft.revision_id, APPROVAL)
    assert saved.undo is None
    refused: tuple[Callable[[], object], ...] = (
        lambda: save_draft(desk, draft.revision_id, draft.text, draft.seen),
        lambda: discard_draft(desk, draft.revision_id),
        lambda: approve_draft(desk, draft.revision_id, APPROVAL),
        lambda: undo(desk),
    )
    for work in refused:
        with pytest.raises(RefusedInput):
            work()
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert revision.text == changed


def test_the_next_revision_counts_on_and_the_one_before_stays(desk: Desk) -> None:
    function, software = a_mode(desk, "PRE")
    held = begin_draft(desk, ward(desk), function, software).present
    assert held is not None
    draft = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), held))
    approve_draft(desk, draft.revision_id, replace(APPROVAL, in_force_on=TODAY + 9 * DAY))
    known = revisions_of_procedure(desk, draft.procedure_id)
    assert [r.number for r in known] == list(range((held.number or 0) + 1, 0, -1))
    shown = procedure_detail(desk, ward(desk), function, software)
    assert shown.revision is not None
    assert shown.revision.number == held.number


@pytest.mark.parametrize(
    ("approval", "sentence"),
    [
        (replace(APPROVAL, approver="  "), "Personne"),
        (replace(APPROVAL, approver="x" * 301), "300"),
        (replace(APPROVAL, approved_on=TODAY + DAY, in_force_on=TODAY + DAY), "à venir"),
        (replace(APPROVAL, in_force_on=TODAY - DAY), "avant"),
    ],
)
def test_an_approval_that_cannot_be_is_refused_and_the_draft_stays(
    desk: Desk, draft: Draft, approval: Approval, sentence: str
) -> None:
    with pytest.raises(RefusedInput, match=sentence):
        approve_draft(desk, draft.revision_id, approval)
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert revision.state is RevisionState.DRAFT


def test_a_text_without_steps_is_not_approved(desk: Desk) -> None:
    function, software = a_hole(desk)
    empty = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk)))
    with pytest.raises(RefusedInput, match="étape"):
        approve_draft(desk, empty.revision_id, APPROVAL)


def test_a_closed_procedure_leaves_the_place_to_the_one_above(desk: Desk) -> None:
    function, software = a_mode(desk, "ADM")
    before = begin_draft(desk, ward(desk), function, software)
    assert before.present is not None
    draft = open_draft(
        desk, WantedDraft(ward(desk), function, software, ward(desk), before.present)
    )
    approve_draft(desk, draft.revision_id, APPROVAL)
    close_procedure(desk, draft.procedure_id)
    after = begin_draft(desk, ward(desk), function, software)
    assert after.present_owner_id == before.present_owner_id
    with pytest.raises(RefusedInput):
        close_procedure(desk, draft.procedure_id)
    undo(desk)
    assert begin_draft(desk, ward(desk), function, software).present_owner_id == ward(desk)


@pytest.mark.parametrize(
    ("approved_on", "due"),
    [(date(2024, 2, 29), date(2025, 2, 28)), (TODAY, date(2027, 11, 22))],
)
def test_the_review_is_due_a_year_after_the_approval(
    desk: Desk, draft: Draft, approved_on: date, due: date
) -> None:
    approve_draft(desk, draft.revision_id, replace(APPROVAL, approved_on=approved_on))
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert revision.review_due_on == due
