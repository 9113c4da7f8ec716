"""Blank forms as values: what stands on a form decides which sheet it is, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.check_codes import body_hash
from referent_desk.domain.forms import (
    AfterOutage,
    ChoiceGroup,
    ChoicesBlock,
    Column,
    Field,
    FieldRow,
    FieldsBlock,
    Foot,
    FormDefinition,
    LinesBlock,
    NoteBlock,
    Orientation,
    PageBlock,
    TableBlock,
)
from referent_desk.domain.sheets import FormBody

FORM = FormDefinition(
    code="F27",
    title="Bordereau de coursier",
    revision=1,
    language="fr",
    identity=False,
    after_outage=AfterOutage.KEEP,
    afterwards="Garder.",
    sheets_per_department_day=3.0,
    blocks=(
        FieldsBlock((FieldRow((Field("Poids", unit="kg"), Field(boxes=("oui", "non")))),)),
        TableBlock((Column("Heure"), Column("Reçu par", 3, "nom lisible")), row_height=9.5),
    ),
    foot=Foot("Coursier", ("Tournée",), ("remis",)),
)


def _hash(form: FormDefinition) -> str:
    return body_hash(FormBody(form), form.language)


def test_the_same_form_is_the_same_sheet_in_every_later_release() -> None:
    frozen = "ea2b12be13cc0526b3877d0bdf618a0cef93dac8b4a486f42f4bb4e20103c8be"
    assert _hash(FORM) == frozen


@pytest.mark.parametrize(
    "changed",
    [
        replace(FORM, title="Bordereau"),
        replace(FORM, revision=2),
        replace(FORM, orientation=Orientation.LANDSCAPE),
        replace(FORM, identity=True),
        replace(FORM, afterwards="Jeter."),
        replace(FORM, sheets_per_department_day=2.0),
        replace(FORM, blocks=FORM.blocks[:1]),
        replace(FORM, blocks=FORM.blocks[::-1]),
        replace(FORM, foot=replace(FORM.foot, marks=())),
    ],
)
def test_a_form_that_prints_otherwise_is_another_sheet(changed: FormDefinition) -> None:
    assert _hash(changed) != _hash(FORM)


def test_blocks_of_different_kinds_with_the_same_words_are_different_sheets() -> None:
    blocks = (
        FieldsBlock((), "Message"),
        ChoicesBlock((), title="Message"),
        TableBlock((), title="Message"),
        NoteBlock("Message"),
        LinesBlock("Message"),
        PageBlock(),
    )
    assert len({_hash(replace(FORM, blocks=(block,))) for block in blocks}) == len(blocks)


def test_a_group_of_boxes_knows_its_label_and_its_boxes() -> None:
    group = ChoiceGroup("Biochimie", ("lactate", ""))
    one, other = (ChoicesBlock((replace(group, label=label),)) for label in ("Biochimie", "Sang"))
    assert _hash(replace(FORM, blocks=(one,))) != _hash(replace(FORM, blocks=(other,)))
