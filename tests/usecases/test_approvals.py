from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.approvals import Submission
from referent_desk.domain.drafts import Approval, Draft, Source, SourceKind, WantedDraft
from referent_desk.domain.procedures import ProcedureState, RevisionState
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.approvals import approve_draft, close_procedure, discard_draft
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.submissions import submit_draft
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_hole, a_mode, starter_draft, ward

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
APPROVAL = Approval("Dr Ada Moreau", TODAY, TODAY, "Maryse Aubry", role="chef de service")
SUBMISSION = Submission("Maryse Aubry", TODAY - DAY)


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
        (replace(APPROVAL, review_months=0), "60"),
        (replace(APPROVAL, review_months=61), "60"),
        (replace(APPROVAL, reference="x" * 301), "300"),
        (replace(APPROVAL, author=" "), "Personne"),
        (replace(APPROVAL, approver="Maryse Aubry"), "quelqu’un d’autre"),
        (replace(APPROVAL, approver="AUBRY Maryse, cadre"), "quelqu’un d’autre"),
        (replace(APPROVAL, approver="Mme M. Aubry"), "quelqu’un d’autre"),
        (replace(APPROVAL, seen="0" * 64), "modifié ailleurs"),
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


def test_an_approval_keeps_who_in_which_role_under_which_reference(
    desk: Desk, draft: Draft
) -> None:
    approve_draft(desk, draft.revision_id, replace(APPROVAL, reference=" GED-12 "))
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert (revision.approver, revision.approver_role) == ("Dr Ada Moreau", "chef de service")
    assert (revision.approval_reference, revision.exception) == ("GED-12", "")
    assert revision.approved_by == "Dr Ada Moreau, chef de service"


def test_whoever_wrote_a_text_approves_it_only_with_a_reason_that_is_kept(
    desk: Desk, draft: Draft
) -> None:
    alone = replace(APPROVAL, approver="Maryse Aubry", exception="seule cadre cette semaine")
    approve_draft(desk, draft.revision_id, alone)
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert revision.exception == "seule cadre cette semaine"
    assert check(desk).faults == ()


def test_the_author_is_who_submitted_the_text_where_nobody_says_otherwise(
    desk: Desk, draft: Draft
) -> None:
    submit_draft(desk, draft.revision_id, SUBMISSION)
    with pytest.raises(RefusedField) as refused:
        approve_draft(desk, draft.revision_id, replace(APPROVAL, approver="M. AUBRY", author=""))
    assert refused.value.field == "exception"
    approve_draft(desk, draft.revision_id, replace(APPROVAL, author=""))
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert (revision.author, revision.submitted_on) == ("Maryse Aubry", TODAY - DAY)


def test_a_text_that_was_changed_after_it_was_submitted_is_not_approved(
    desk: Desk, draft: Draft
) -> None:
    submit_draft(desk, draft.revision_id, SUBMISSION)
    changed = replace(draft.text, title="Autre titre")
    save_draft(desk, draft.revision_id, changed, draft.seen)
    with pytest.raises(RefusedInput, match="ce qui a été signé"):
        approve_draft(desk, draft.revision_id, APPROVAL)
    undo(desk)
    approve_draft(desk, draft.revision_id, APPROVAL)


def test_a_period_of_its_own_makes_the_review_due_and_stays_with_the_procedure(
    desk: Desk, draft: Draft
) -> None:
    approve_draft(desk, draft.revision_id, replace(APPROVAL, review_months=6))
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    assert revision.review_due_on == date(2027, 5, 22)
    source = Source(SourceKind.PROCEDURE, revision_id=revision.id)
    where = ward(desk), draft.function_id, draft.software_id, ward(desk)
    again = open_draft(desk, WantedDraft(*where, source))
    assert again.review_months == 6
    approve_draft(desk, again.revision_id, APPROVAL)
    assert {r.review_due_on for r in revisions_of_procedure(desk, draft.procedure_id)} == {
        date(2027, 5, 22)
    }


def test_approving_twice_is_said_not_done(desk: Desk, draft: Draft) -> None:
    approve_draft(desk, draft.revision_id, APPROVAL)
    with pytest.raises(RefusedInput, match="approuvé"):
        approve_draft(desk, draft.revision_id, APPROVAL)
