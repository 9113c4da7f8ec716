from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.approvals import Submission, fingerprint
from referent_desk.domain.drafts import Draft, WantedDraft
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import speak
from referent_desk.storage import schema
from referent_desk.usecases.approval_papers import (
    suggested_path,
    write_approval_sheet,
    write_differences,
)
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_sources import begin_draft
from referent_desk.usecases.drafts import open_draft, save_draft
from referent_desk.usecases.revisions import revisions_of_procedure
from referent_desk.usecases.submissions import submit_draft
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_desk
from tests.usecases.modes import a_mode, starter_draft, ward

TODAY = date(2026, 11, 22)
SUBMISSION = Submission("Claire Lemaire", TODAY)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    made.language = "fr"
    yield made
    made.close()


def next_revision(desk: Desk) -> Draft:
    """Of the ward's own prescription, with one more line."""
    function, software = a_mode(desk, "PRE")
    held = begin_draft(desk, ward(desk), function, software).present
    assert held is not None
    draft = open_draft(desk, WantedDraft(ward(desk), function, software, ward(desk), held))
    changed = replace(draft.text, stops=(*draft.text.stops, "La balance connectée."))
    save_draft(desk, draft.revision_id, changed, draft.seen)
    return replace(draft, text=changed)


def said(path: Path) -> str:
    return " ".join("\n".join(page_texts(path.read_bytes())).replace("\u00a0", " ").split())


def test_the_sheet_to_sign_tells_which_text_what_changes_and_for_whom(
    desk: Desk, tmp_path: Path
) -> None:
    draft = next_revision(desk)
    submit_draft(desk, draft.revision_id, SUBMISSION)
    path = write_approval_sheet(desk, draft.revision_id, tmp_path / "a.pdf")
    pages = page_texts(path.read_bytes())
    mark = fingerprint(draft.text)
    assert all(mark in page for page in pages)
    text = said(path)
    for words in (
        "À approuver : Prescription des médicaments en cardiologie",
        "Soins intensifs de cardiologie",
        "le 22 novembre 2026 par Claire Lemaire",
        "révision 2, en vigueur depuis le 12 février 2026",
        "+ La balance connectée.",
        "Approuvé",
        "À revoir",
        "Référence en GED",
        "Signature",
    ):
        assert words in text, words


def test_a_wards_first_text_of_its_own_is_compared_with_the_one_whose_place_it_takes(
    desk: Desk, tmp_path: Path
) -> None:
    function, software = a_mode(desk, "ADM")
    beginning = begin_draft(desk, ward(desk), function, software)
    assert beginning.present is not None
    wanted = WantedDraft(ward(desk), function, software, ward(desk), beginning.present)
    draft = open_draft(desk, wanted)
    assert (draft.number, draft.has_earlier) == (1, True)
    changed = replace(draft.text, stops=(*draft.text.stops, "La balance connectée."))
    save_draft(desk, draft.revision_id, changed, draft.seen)
    submit_draft(desk, draft.revision_id, SUBMISSION)
    text = said(write_approval_sheet(desk, draft.revision_id, tmp_path / "a.pdf"))
    assert "première révision" not in text
    assert f"{draft.above}, révision {beginning.present.number}, en vigueur depuis" in text
    assert "il reste en vigueur ailleurs" in text
    assert "+ La balance connectée." in text
    assert "1 ligne diffère" in text
    own, above = revisions_of_procedure(desk, draft.procedure_id)
    assert (own.id, above.id) == (draft.revision_id, beginning.present.revision_id)
    assert draft.above in said(write_differences(desk, above.id, own.id, tmp_path / "d.pdf"))


def test_local_values_are_filled_in_or_said_to_be_each_departments_own(
    desk: Desk, tmp_path: Path
) -> None:
    """And the steps are counted as on the sheet."""
    function, software = a_mode(desk, "ADM")
    beginning = begin_draft(desk, ward(desk), function, software)
    assert beginning.present is not None
    is_filled = False
    for owner, expected in (
        (ward(desk), "après 7 min"),
        (beginning.present_owner_id, "après [attente d’essai : selon le service]"),
    ):
        wanted = WantedDraft(ward(desk), function, software, owner, beginning.present)
        draft = open_draft(desk, wanted)
        text = ProcedureText(
            "Identité", "après {attente d’essai}", steps=(Step("Un"), Step("Deux", level=2))
        )
        save_draft(desk, draft.revision_id, text, draft.seen)
        where = {"department_id": ward(desk), "name": "attente d’essai", "value": "7 min"}
        with desk.database.write("fill") as work:
            if not is_filled:
                work.add(schema.local_value, [{"id": work.new_id(), **where}])
        is_filled = True
        submit_draft(desk, draft.revision_id, SUBMISSION)
        paper = said(write_approval_sheet(desk, draft.revision_id, tmp_path / "a.pdf"))
        assert expected in paper
        assert "{" not in paper
        assert "1. Un" in paper
        assert "a. Deux" in paper
        assert "Fonction" in paper


def test_only_a_text_that_was_submitted_gets_a_sheet_to_sign(desk: Desk, tmp_path: Path) -> None:
    draft = starter_draft(desk)
    with pytest.raises(RefusedInput, match="pas été soumis"):
        write_approval_sheet(desk, draft.revision_id, tmp_path / "a.pdf")
    submit_draft(desk, draft.revision_id, SUBMISSION)
    assert "première révision" in said(
        write_approval_sheet(desk, draft.revision_id, tmp_path / "a.pdf")
    )
    save_draft(desk, draft.revision_id, replace(draft.text, title="Autre"), draft.seen)
    with pytest.raises(RefusedInput, match="pas été soumis"):
        write_approval_sheet(desk, draft.revision_id, tmp_path / "b.pdf")


def test_two_revisions_are_compared_on_paper(desk: Desk, tmp_path: Path) -> None:
    draft = next_revision(desk)
    newest, before, *_older = revisions_of_procedure(desk, draft.procedure_id)
    text = said(write_differences(desk, before.id, newest.id, tmp_path / "d.pdf"))
    assert "révision 2, en vigueur depuis le 12 février 2026" in text
    assert f"le projet (empreinte {fingerprint(draft.text)})" in text
    assert "+ La balance connectée." in text
    with pytest.raises(NotFound):
        write_differences(desk, before.id, "nobody", tmp_path / "d.pdf")


def test_a_paper_is_named_after_its_text_by_signs_that_every_disk_takes(desk: Desk) -> None:
    draft = starter_draft(desk)
    odd = replace(draft.text, title='a/b:c*"d"')
    save_draft(desk, draft.revision_id, odd, draft.seen)
    path = suggested_path(desk, "approval", draft.revision_id)
    assert path.name == f"approbation a-b-c--d- {fingerprint(odd)}.pdf"
    assert suggested_path(desk, "differences", draft.revision_id).name.startswith("différences")
    with pytest.raises(NotFound):
        suggested_path(desk, "approval", "nobody")


def test_a_file_that_is_something_else_is_left_as_it_is(desk: Desk, tmp_path: Path) -> None:
    draft = starter_draft(desk)
    submit_draft(desk, draft.revision_id, SUBMISSION)
    other = tmp_path / "notes.txt"
    other.write_text("kept")
    with pytest.raises(RefusedInput):
        write_approval_sheet(desk, draft.revision_id, other)
    assert other.read_text() == "kept"
