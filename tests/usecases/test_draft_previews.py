from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from referent_desk.domain.drafts import Draft
from referent_desk.domain.procedures import ProcedureText, Step
from referent_desk.domain.records import RecordKind
from referent_desk.language import speak
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_previews import draft_aids, preview_draft
from referent_desk.usecases.drafts import save_draft
from referent_desk.usecases.records import add_record
from tests.usecases.homes import demo_desk
from tests.usecases.modes import starter_draft, ward


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return starter_draft(desk)


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    texts = [str(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return texts


def test_the_preview_is_the_sheet_of_the_binder_letter_by_letter(desk: Desk, draft: Draft) -> None:
    text = replace(draft.text, steps=(Step("Appelle le standard", "Secrétaire", ("F27",)),))
    save_draft(desk, draft.revision_id, text, draft.seen)
    seen = preview_draft(desk, draft, text)
    assert not seen.set_plain
    printed = pages(preview_binder(desk, ward(desk), one_sided=True).pdf)
    assert pages(seen.pdf)[0] in printed
    assert "PROJET, NON APPROUVÉ" in pages(seen.pdf)[0]


def test_what_is_typed_and_not_saved_is_seen_and_nothing_is_recorded(
    desk: Desk, draft: Draft
) -> None:
    text = ProcedureText("Titre tapé", steps=(Step("Étape tapée"), Step("")))
    seen = pages(preview_draft(desk, draft, text).pdf)
    assert "Titre tapé" in seen[0]
    assert "Étape tapée" in seen[0]
    saved = preview_binder(desk, ward(desk), one_sided=True)
    assert not any("Titre tapé" in page for page in pages(saved.pdf))


def test_an_empty_local_value_is_a_blank_until_the_department_fills_it_in(
    desk: Desk, draft: Draft
) -> None:
    text = ProcedureText("T", steps=(Step("Appelle le {numéro du courrier}"),))
    first = pages(preview_draft(desk, draft, text).pdf)[0].replace("\u00a0", " ")
    assert "à la main : numéro du courrier" in first
    value = {"department_id": ward(desk), "name": "numéro du courrier", "value": "4477"}
    add_record(desk, RecordKind.LOCAL_VALUE, value)
    assert "Appelle le 4477" in pages(preview_draft(desk, draft, text).pdf)[0]
    aids = draft_aids(desk, ward(desk))
    assert aids.values["numéro du courrier"] == "4477"
    assert "numéro du courrier" in aids.local_names


def test_pages_are_counted_without_the_back_left_empty(desk: Desk, draft: Draft) -> None:
    long = tuple(Step(f"Étape {n} " + "mot " * 60, "Infirmière") for n in range(30))
    seen = preview_draft(desk, draft, replace(draft.text, steps=long))
    assert seen.pages == len(pages(seen.pdf)) > 2


def test_an_empty_text_and_two_hundred_steps_are_laid_out(desk: Desk, draft: Draft) -> None:
    for steps in ((), (Step("x" * 1_000, "y" * 300, ("F05",) * 6, "z" * 300, 1),) * 200):
        seen = preview_draft(desk, draft, ProcedureText("", steps=steps))
        assert seen.pages >= 1


def test_roles_forms_and_values_that_are_known_are_offered(desk: Desk) -> None:
    aids = draft_aids(desk, ward(desk))
    assert {"AMA", "Infirmière", "Médecin"} <= set(aids.roles)
    assert ("F05", "Prescription médicamenteuse") in aids.forms
    assert "téléphone de la pharmacie" in aids.local_names
