from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.drafts import Approval, WantedDraft, text_mark
from referent_desk.domain.procedures import ProcedureDetail, RevisionState
from referent_desk.domain.text_lives import LifeKind
from referent_desk.domain.upper_texts import UpperText
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import speak
from referent_desk.storage.departments import path_to
from referent_desk.usecases.approvals import approve_draft, discard_draft
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.undoing import undo
from referent_desk.usecases.upper_texts import (
    annul_upper_decision,
    keep_own_text,
    take_upper_text,
)
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_mode, ward

TODAY = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The group has a newer text for prescribing than the ward; no draft of the ward is open."""
    speak("fr")
    made = demo_desk(tmp_path)
    own = shown(made).revision
    assert own is not None
    for revision in revisions_of_procedure(made, own.procedure_id):
        if revision.state is RevisionState.DRAFT:
            discard_draft(made, revision.id)
    approve_above(made)
    yield made
    made.close()


def shown(desk: Desk) -> ProcedureDetail:
    return procedure_detail(desk, ward(desk), *a_mode(desk, "PRE"))


def approve_above(desk: Desk, title: str = "Prescription pour tout le groupe") -> None:
    function, software = a_mode(desk, "PRE")
    held = begin_draft(desk, ward(desk), function, software).present
    assert held is not None
    department = ward(desk)
    with desk.database.read() as connection:
        group = path_to(connection, department)[-1].id
    draft = open_draft(desk, WantedDraft(ward(desk), function, software, group, held))
    save_draft(desk, draft.revision_id, replace(draft.text, title=title), draft.seen)
    approve_draft(desk, draft.revision_id, Approval("Dr Moreau", TODAY, TODAY, "C. Roy"))


def told(desk: Desk) -> UpperText | None:
    life = shown(desk).life
    return life.upper if life is not None else None


def newer(desk: Desk) -> UpperText:
    upper = told(desk)
    assert upper is not None
    return upper


def test_a_department_with_its_own_text_is_told_of_the_newer_one(desk: Desk) -> None:
    upper = newer(desk)
    assert (upper.owner, upper.is_own) == ("GHT des Rives et Coteaux", True)
    assert upper.theirs.text.title == "Prescription pour tout le groupe"


def test_keeping_ours_is_recorded_and_settles_it_until_the_next_one(desk: Desk) -> None:
    upper = newer(desk)
    keep_own_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    assert told(desk) is None
    life = shown(desk).life
    assert life is not None
    line = next(line for line in life.lines if line.kind is LifeKind.KEPT)
    assert (line.who, line.day) == ("Maryse Aubry", TODAY)
    with pytest.raises(RefusedInput, match="déjà été décidé"):
        keep_own_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    approve_above(desk, "Encore un autre")
    assert newer(desk).theirs.text.title == "Encore un autre"


def test_taking_theirs_makes_it_our_draft_while_ours_holds(desk: Desk) -> None:
    upper = newer(desk)
    take_upper_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    assert told(desk) is None
    draft = revisions_of_procedure(desk, upper.procedure_id)[0]
    assert draft.state is RevisionState.DRAFT
    assert text_mark(draft.text) == text_mark(upper.theirs.text)
    revision = shown(desk).revision
    assert revision is not None
    assert revision.id == upper.ours.id
    undo(desk)
    assert told(desk) == upper
    assert revisions_of_procedure(desk, upper.procedure_id)[0].id == upper.ours.id


def test_a_draft_of_ours_that_is_open_is_never_written_over(desk: Desk) -> None:
    upper = newer(desk)
    function, software = a_mode(desk, "PRE")
    source = begin_draft(desk, ward(desk), function, software).present
    assert source is not None
    open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), source))
    with pytest.raises(RefusedInput, match="déjà en cours"):
        take_upper_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    assert told(desk) is not None


def test_a_decision_is_annulled_with_a_reason_and_told_of_again(desk: Desk) -> None:
    upper = newer(desk)
    keep_own_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    life = shown(desk).life
    assert life is not None
    (key,) = [line.record_id for line in life.lines if line.kind is LifeKind.KEPT]
    annul_upper_decision(desk, key, "lu trop vite")
    assert told(desk) == upper
    with pytest.raises(NotFound, match="déjà"):
        annul_upper_decision(desk, key, "lu trop vite")


def test_somebody_must_be_named_who_decides(desk: Desk) -> None:
    upper = newer(desk)
    for decide in (keep_own_text, take_upper_text):
        with pytest.raises(RefusedField) as refused:
            decide(desk, upper.procedure_id, upper.theirs.id, "  ")
        assert refused.value.field == "who"
    with pytest.raises(NotFound):
        keep_own_text(desk, upper.procedure_id, upper.procedure_id, "Maryse Aubry")


def test_what_is_too_long_is_refused_and_not_cut(desk: Desk) -> None:
    upper = newer(desk)
    for decide in (keep_own_text, take_upper_text):
        with pytest.raises(RefusedField) as refused:
            decide(desk, upper.procedure_id, upper.theirs.id, "x" * 301)
        assert (refused.value.field, refused.value.code) == ("who", "too_long")
    keep_own_text(desk, upper.procedure_id, upper.theirs.id, "Maryse Aubry")
    life = shown(desk).life
    assert life is not None
    (key,) = [line.record_id for line in life.lines if line.kind is LifeKind.KEPT]
    with pytest.raises(RefusedField):
        annul_upper_decision(desk, key, "x" * 301)
    assert told(desk) is None
