from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.approvals import Submission, is_submitted
from referent_desk.domain.drafts import Approval, Draft, WantedDraft
from referent_desk.domain.procedures import Revision
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.approvals import approve_draft
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import open_draft, read_draft, save_draft
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.submissions import submit_draft, take_submission_back
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_hole, starter_draft, ward

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
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


def present(desk: Desk, draft: Draft) -> Revision:
    (revision,) = revisions_of_procedure(desk, draft.procedure_id)
    return revision


def test_a_draft_is_submitted_by_somebody_on_a_day(desk: Desk, draft: Draft) -> None:
    submit_draft(desk, draft.revision_id, replace(SUBMISSION, seen=draft.seen))
    revision = present(desk, draft)
    assert is_submitted(revision)
    assert (revision.submitted_by, revision.submitted_on) == ("Maryse Aubry", TODAY - DAY)
    wanted = WantedDraft(ward(desk), draft.function_id, draft.software_id, ward(desk))
    read = read_draft(desk, draft.revision_id, wanted)
    assert (read.submitted_by, read.submitted_on) == ("Maryse Aubry", TODAY - DAY)
    assert read.submitted_mark == draft.seen


def test_writing_on_makes_it_a_draft_again_and_undoing_that_submits_it_again(
    desk: Desk, draft: Draft
) -> None:
    submit_draft(desk, draft.revision_id, SUBMISSION)
    save_draft(desk, draft.revision_id, replace(draft.text, title="Autre"), draft.seen)
    assert not is_submitted(present(desk, draft))
    submit_draft(desk, draft.revision_id, SUBMISSION)
    assert is_submitted(present(desk, draft))
    undo(desk)
    undo(desk)
    assert is_submitted(present(desk, draft))
    undo(desk)
    assert not is_submitted(present(desk, draft))
    redo(desk)
    assert is_submitted(present(desk, draft))


def test_a_submission_is_taken_back(desk: Desk, draft: Draft) -> None:
    with pytest.raises(RefusedInput, match="pas été soumis"):
        take_submission_back(desk, draft.revision_id)
    submit_draft(desk, draft.revision_id, SUBMISSION)
    take_submission_back(desk, draft.revision_id)
    assert present(desk, draft).submitted_on is None
    undo(desk)
    assert is_submitted(present(desk, draft))


@pytest.mark.parametrize(
    ("submission", "field"),
    [
        (replace(SUBMISSION, who="  "), "who"),
        (replace(SUBMISSION, who="x" * 301), "who"),
        (replace(SUBMISSION, day=TODAY + DAY), "day"),
    ],
)
def test_a_submission_that_cannot_be_is_refused_by_its_field(
    desk: Desk, draft: Draft, submission: Submission, field: str
) -> None:
    with pytest.raises(RefusedField) as refused:
        submit_draft(desk, draft.revision_id, submission)
    assert refused.value.field == field
    assert present(desk, draft).submitted_on is None


def test_what_cannot_be_submitted_is_said(desk: Desk, draft: Draft) -> None:
    submit_draft(desk, draft.revision_id, SUBMISSION)
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: submit_draft(desk, draft.revision_id, SUBMISSION), "déjà été soumis"),
        (
            lambda: submit_draft(desk, draft.revision_id, replace(SUBMISSION, seen="0" * 64)),
            "modifié ailleurs",
        ),
    )
    for work, sentence in refused:
        with pytest.raises(RefusedInput, match=sentence):
            work()
    approve_draft(desk, draft.revision_id, Approval("Dr Moreau", TODAY, TODAY))
    with pytest.raises(RefusedInput, match="approuvé"):
        submit_draft(desk, draft.revision_id, SUBMISSION)
    with pytest.raises(RefusedInput, match="approuvé"):
        take_submission_back(desk, draft.revision_id)


def test_a_text_without_steps_is_not_submitted(desk: Desk) -> None:
    function, software = a_hole(desk)
    empty = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk)))
    with pytest.raises(RefusedInput, match="étape"):
        submit_draft(desk, empty.revision_id, SUBMISSION)
