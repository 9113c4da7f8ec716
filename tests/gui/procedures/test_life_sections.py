from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedures import ProcedureText, Revision, RevisionState
from referent_desk.domain.text_lives import LifeKind, LifeLine, TextLife
from referent_desk.domain.upper_texts import UpperText
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.procedures.life_sections import show_life, show_notices
from referent_desk.language import speak

TODAY = date(2026, 3, 12)
TEXT = ProcedureText("Prescrire")
HELD = Revision("r1", "p", RevisionState.APPROVED, TEXT, 1, approved_on=TODAY)
DRAFT = Revision("d", "p", RevisionState.DRAFT, TEXT)
SUBMITTED = replace(
    DRAFT, submitted_on=TODAY, submitted_by="C. Roy", submitted_mark=text_mark(TEXT)
)
GONE = replace(HELD, id="g", number=4, withdrawn_on=TODAY, withdrawn_because="wrong")
UPPER = UpperText("p", HELD, replace(HELD, id="u", number=7), "Hôpital Nord", True)


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    speak("en")
    made = DetailPane()
    qtbot.addWidget(made)
    return made


def said(pane: DetailPane) -> str:
    return "\n".join(label.said() for label in pane.findChildren(PlainLabel))


@pytest.mark.parametrize(
    ("life", "revision", "words"),
    [
        (TextLife(), HELD, ""),
        (TextLife(draft=DRAFT), HELD, "A draft of the next revision is open."),
        (TextLife(draft=DRAFT), DRAFT, ""),
        (TextLife(draft=SUBMITTED), HELD, "submitted by C. Roy on 12\u00a0March\u00a02026, mark"),
        (TextLife(draft=SUBMITTED), SUBMITTED, ""),
        (
            TextLife(draft=replace(SUBMITTED, submitted_mark="0")),
            HELD,
            "must be submitted anew",
        ),
        (TextLife(withdrawn=GONE), HELD, "revision 4, was withdrawn on 12\u00a0March\u00a02026"),
        (TextLife(withdrawn=GONE), None, ""),
        (TextLife(), replace(GONE), "This text is withdrawn from 12\u00a0March\u00a02026 on"),
        (TextLife(upper=UPPER), HELD, "Hôpital Nord has a newer text than this one: revision 7"),
    ],
)
def test_what_concerns_a_text_is_said_once(
    pane: DetailPane, life: TextLife, revision: Revision | None, words: str
) -> None:
    show_notices(pane, life, revision)
    assert words in said(pane)
    assert bool(said(pane)) == bool(words)


def test_the_history_is_read_whole_however_long_its_sentences(pane: DetailPane) -> None:
    reason = "a reason " * 30
    lines = tuple(
        LifeLine(LifeKind.WITHDRAWN, TODAY, "C. Roy", number, reason=reason.strip())
        for number in range(15, 0, -1)
    )
    show_life(pane, TextLife(lines=lines, today=TODAY), None)
    shown = said(pane)
    assert shown.count(reason.strip()) == 12
    assert "… and 3 older ones." in shown
    assert pane.findChildren(QPushButton) == []


def test_a_text_without_history_says_nothing(pane: DetailPane) -> None:
    show_life(pane, TextLife(), None)
    assert said(pane) == ""
