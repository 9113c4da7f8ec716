from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Verb
from referent_desk.domain.drafts import (
    NOTHING,
    Draft,
    Source,
    SourceKind,
    TextChanged,
    WantedDraft,
    text_mark,
)
from referent_desk.domain.procedures import ProcedureText, Stage, Step
from referent_desk.errors import DeskError, NotFound, RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.approvals import discard_draft
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, read_draft, save_draft
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, demo_desk
from tests.usecases.modes import Mode, a_hole, a_mode, rows, ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


def wanted(desk: Desk, owner: str = "", source: Source = NOTHING) -> WantedDraft:
    function, software = a_hole(desk)
    return WantedDraft(ward(desk), function, software, owner or ward(desk), source)


STARTER = Source(SourceKind.STARTER)


@pytest.mark.parametrize(("source", "has_steps"), [(NOTHING, False), (STARTER, True)])
def test_a_hole_is_filled_with_a_draft_that_begins_from_what_was_chosen(
    desk: Desk, source: Source, has_steps: bool
) -> None:
    draft = open_draft(desk, wanted(desk, source=source))
    assert draft.text.title
    assert bool(draft.text.steps) is has_steps
    assert draft.number == 1
    assert draft.saved is not None
    assert draft.saved.undo is not None
    assert draft.saved.undo.verb is Verb.ADDED
    function, software = a_hole_now(draft)
    shown = procedure_detail(desk, ward(desk), function, software)
    assert shown.revision is not None
    assert shown.revision.id == draft.revision_id


def a_hole_now(draft: Draft) -> Mode:
    return draft.function_id, draft.software_id


def test_a_draft_that_is_open_is_carried_on_and_no_second_one_begun(desk: Desk) -> None:
    first = open_draft(desk, wanted(desk))
    again = WantedDraft(ward(desk), first.function_id, first.software_id, ward(desk), STARTER)
    second = open_draft(desk, again)
    assert (second.revision_id, second.saved) == (first.revision_id, None)
    assert second.text == first.text


def test_a_draft_of_what_holds_keeps_the_approved_text_in_force(desk: Desk) -> None:
    function, software = a_mode(desk, "PRE")
    held = begin_draft(desk, ward(desk), function, software).present
    assert held is not None
    draft = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), held))
    assert draft.number == (held.number or 0) + 1
    shown = procedure_detail(desk, ward(desk), function, software)
    assert shown.revision is not None
    assert shown.revision.number == held.number


def test_what_a_department_writes_itself_leaves_the_text_of_the_hospital_in_force(
    desk: Desk,
) -> None:
    function, software = a_mode(desk, "ADM")
    before = procedure_detail(desk, ward(desk), function, software)
    beginning = begin_draft(desk, ward(desk), function, software)
    assert beginning.present is not None
    assert beginning.present_owner_id != ward(desk)
    draft = open_draft(
        desk, WantedDraft(ward(desk), function, software, ward(desk), beginning.present)
    )
    assert draft.owner.id == ward(desk)
    shown = procedure_detail(desk, ward(desk), function, software)
    assert (shown.revision, shown.status) == (before.revision, before.status)
    assert shown.life is not None
    assert shown.life.beside is not None
    assert shown.life.beside.id == draft.revision_id
    assert shown.life.draft_owner == draft.owner.name
    [row] = (r for r in rows(desk) if (r.function_id, r.software_id) == (function, software))
    assert (row.state, row.stage) == (before.status.state, Stage.DRAFT_BESIDE)
    open_now = begin_draft(desk, ward(desk), function, software)
    assert (open_now.draft_owner_id, open_now.present) == (ward(desk), beginning.present)
    undo(desk)
    assert begin_draft(desk, ward(desk), function, software) == beginning


TEXT = ProcedureText("Dictée", "Après 1 h", steps=(Step("Écrire", "Médecin"), Step("Signer")))


def saves(desk: Desk, draft: Draft, text: ProcedureText, *, carries_on: bool = False) -> str:
    """The mark of what lies in the home afterwards."""
    save_draft(desk, draft.revision_id, text, mark_of(desk, draft), carries_on=carries_on)
    return mark_of(desk, draft)


def mark_of(desk: Desk, draft: Draft) -> str:
    return read(desk, draft).seen


def read(desk: Desk, draft: Draft) -> Draft:
    where = WantedDraft(draft.department_id, draft.function_id, draft.software_id, draft.owner.id)
    return read_draft(desk, draft.revision_id, where)


def test_what_is_saved_is_what_is_read_tidied(desk: Desk) -> None:
    draft = open_draft(desk, wanted(desk))
    untidy = replace(TEXT, steps=(*TEXT.steps, Step("  ")), stops=("", " Tout "))
    assert saves(desk, draft, untidy) == text_mark(replace(TEXT, stops=("Tout",)))
    assert save_draft(desk, draft.revision_id, untidy, "any").kinds == frozenset()


def test_another_text_is_never_written_over(desk: Desk) -> None:
    draft = open_draft(desk, wanted(desk))
    saves(desk, draft, TEXT)
    with pytest.raises(TextChanged) as caught:
        save_draft(desk, draft.revision_id, replace(TEXT, title="Autre"), draft.seen)
    assert caught.value.theirs == TEXT
    assert read(desk, draft).text == TEXT


def test_one_visit_is_taken_back_at_once_and_another_apart(desk: Desk) -> None:
    draft = open_draft(desk, wanted(desk))
    for title, carries_on in (("A", False), ("B", True), ("C", True), ("D", False), ("E", True)):
        saves(desk, draft, replace(TEXT, title=title), carries_on=carries_on)
    taken_back = undo(desk)
    assert read(desk, draft).text.title == "C"
    assert taken_back.redo is not None
    assert (taken_back.redo.verb, taken_back.redo.name) == (Verb.WROTE, "E")
    undo(desk)
    assert read(desk, draft).text == draft.text
    redo(desk)
    redo(desk)
    assert read(desk, draft).text.title == "E"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (replace(TEXT, title=" "), "titre"),
        (replace(TEXT, steps=(Step("x" * 1_001),)), "1000"),
        (replace(TEXT, steps=(Step("x"),) * 201), "200"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_in_words(
    desk: Desk, text: ProcedureText, sentence: str
) -> None:
    draft = open_draft(desk, wanted(desk))
    with pytest.raises(RefusedInput, match=sentence):
        save_draft(desk, draft.revision_id, text, draft.seen)
    assert read(desk, draft).text == draft.text


def test_a_draft_that_is_given_up_is_gone_and_comes_back(desk: Desk) -> None:
    draft = open_draft(desk, wanted(desk))
    saves(desk, draft, TEXT)
    discard_draft(desk, draft.revision_id)
    with pytest.raises(NotFound):
        read(desk, draft)
    function, software = draft.function_id, draft.software_id
    assert procedure_detail(desk, ward(desk), function, software).revision is None
    undo(desk)
    assert read(desk, draft).text == TEXT
    assert check(desk).faults == ()


def test_a_home_that_is_only_read_refuses_to_write(desk: Desk) -> None:
    draft = open_draft(desk, wanted(desk))
    reader = open_desk(desk.home, CLOCK, writing=False)
    other = WantedDraft(ward(desk), *a_mode(desk, "ADM"), ward(desk))
    with pytest.raises(DeskError):
        save_draft(reader, draft.revision_id, TEXT, draft.seen)
    with pytest.raises(DeskError):
        open_draft(reader, other)
    reader.close()
