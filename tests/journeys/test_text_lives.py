"""The life of a text at the window: submitted, signed on paper, in force, withdrawn, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.procedures import ProcedureState, Stage
from referent_desk.gui.detail_panes import PaneButton
from referent_desk.gui.parts import PART
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.door_rows import DoorRow
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.procedures.editors import DraftEditor
from referent_desk.gui.procedures.review_forms import ReviewForm
from referent_desk.gui.procedures.withdrawal_forms import WithdrawalForm
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting
from tests.usecases.homes import home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CLOCK = FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))
Key, Modifier = Qt.Key, Qt.KeyboardModifier
ACTS = "Relevé des actes"


class Signatory(Sitting):
    """Somebody who has a text approved, at the keyboard."""

    def choose_mode(self, function: str) -> None:
        self.window.follow(Place(TabName.PROCEDURES))
        self.wait()
        page = self.window.tabs.list_page
        number = page.model.find(lambda row: bool(row.function == function))
        assert number is not None
        page.pane.table.choose(number)
        self.wait()

    @property
    def doors(self) -> DoorRow:
        found = self.window.tabs.list_page.detail.findChild(DoorRow)
        assert found is not None
        return found

    @property
    def page(self) -> EditorPage:
        page = self.window.pages.work
        assert isinstance(page, EditorPage)
        return page

    @property
    def editor(self) -> DraftEditor:
        assert self.page.editor is not None
        return self.page.editor

    def typed(self, text: str) -> None:
        self.qtbot.keyClicks(self.keyboard(), text)
        self.wait()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.keyboard(), key)

    def state(self) -> tuple[ProcedureState, Stage | None]:
        row = self.window.tabs.list_page.pane.table.chosen_row()
        return row.state, row.stage

    def hears(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.said().replace("\u00a0", " "))


@pytest.fixture(scope="module")
def filled(module_path: Path) -> bytes:
    """The French demo hospital, made once."""
    speak("fr")
    desk = open_desk(Home(module_path), CLOCK)
    fill_demo(desk)
    assert desk.close() is None
    return desk.home.database.read_bytes()


@pytest.fixture
def sitting(filled: bytes, tmp_path: Path, qtbot: QtBot) -> Iterator[Signatory]:
    speak("fr")
    home = home_of(filled, tmp_path)
    home.make()
    made = Signatory(home, CLOCK, qtbot, TabName.PROCEDURES)
    yield made
    made.leave()


def submit(sitting: Signatory) -> None:
    """From the list to the draft, who submits it by keys, and back."""
    sitting.choose_mode(ACTS)
    sitting.doors.write.click()
    sitting.wait()
    sitting.qtbot.waitUntil(sitting.editor.submit.isVisible)
    sitting.editor.submit.click()
    sitting.wait()
    sitting.typed("Claire Lemaire")
    sitting.key(Key.Key_Escape)  # the list of the staff
    sitting.key(Key.Key_Return)
    sitting.key(Key.Key_Return)
    sitting.qtbot.waitUntil(sitting.editor.submitting.bar.isVisible)
    sitting.wait()


def approve(sitting: Signatory, name: str) -> None:
    sitting.doors.approve.click()
    sitting.wait()
    facts = sitting.editor.side.approval.facts
    sitting.qtbot.waitUntil(facts.who.hasFocus)
    assert facts.author.text() == "Maryse Aubry"
    sitting.typed(name)
    facts.reference.setText("GED-0412")
    facts.approve.click()


def test_a_text_is_submitted_signed_on_paper_and_approved(sitting: Signatory) -> None:
    submit(sitting)
    sitting.editor.submitting.bar.sheet.click()
    sitting.wait()
    sitting.qtbot.waitUntil(sitting.saved.exists)
    document = pypdfium2.PdfDocument(sitting.saved.read_bytes())
    paper = document[0].get_textpage().get_text_range()
    document.close()
    assert "À approuver" in paper.replace("\u00a0", " ")
    assert "Claire Lemaire" in paper
    sitting.page.go_away()
    sitting.wait()
    assert sitting.state() == (ProcedureState.DRAFT_ONLY, Stage.SUBMITTED)
    sitting.hears("il attend une signature")
    approve(sitting, "Maryse Aubry")
    assert sitting.editor.side.approval.facts.exception.hasFocus()
    facts = sitting.editor.side.approval.facts
    facts.who.setText("Dr Ada Moreau")
    facts.approve.click()
    sitting.wait()
    assert facts.isVisible()
    assert "Dr Ada Moreau" in facts.trouble.label.said()  # nobody of the staff: asked once
    facts.approve.click()
    sitting.wait()
    sitting.editor.side.approval.confirmation.approve.click()
    sitting.qtbot.waitUntil(lambda: sitting.window.pages.work is None)
    sitting.wait()
    sitting.hears("Révision 1 approuvée par Dr Ada Moreau.")
    sitting.hears("Référence : GED-0412.")
    assert sitting.state() == (ProcedureState.NEVER_VERIFIED, None)


def test_a_text_that_is_written_on_must_be_submitted_anew(sitting: Signatory) -> None:
    submit(sitting)
    sitting.editor.form.go_to_part(0)
    sitting.typed("X ")
    sitting.page.go_away()
    sitting.wait()
    sitting.hears("il faut le soumettre à nouveau")
    assert sitting.state() == (ProcedureState.DRAFT_ONLY, None)
    approve(sitting, "Dr Ada Moreau")
    facts = sitting.editor.side.approval.facts
    sitting.qtbot.waitUntil(lambda: "ce qui a été signé" in facts.trouble.label.said())


def test_a_text_is_withdrawn_by_keys_and_that_is_taken_back(sitting: Signatory) -> None:
    sitting.choose_mode("Planning du personnel")
    before = sitting.state()
    sitting.doors.withdraw.click()
    sitting.wait()
    assert isinstance(sitting.window.tabs.list_page.form, WithdrawalForm)
    sitting.typed("plus de tableau au mur")
    sitting.key(Key.Key_Return)
    sitting.key(Key.Key_Return)
    sitting.typed("Maryse Aubry")
    sitting.key(Key.Key_Escape)
    sitting.key(Key.Key_Return)
    sitting.wait()
    sitting.hears("La procédure a été retirée le 9 novembre 2026 : plus de tableau au mur")
    assert sitting.state() == (ProcedureState.MISSING, Stage.WITHDRAWN)
    sitting.press(Key.Key_Z, Modifier.ControlModifier)
    sitting.qtbot.waitUntil(lambda: sitting.state() == before)


def test_what_waits_for_a_signature_leads_straight_to_it(sitting: Signatory) -> None:
    submit(sitting)
    sitting.page.go_away()
    sitting.wait()
    row = sitting.window.tabs.list_page.pane.table.chosen_row()
    assert sitting.doors.approve.property(PART) == "approve"
    key = (row.function_id, row.software_id)
    sitting.window.follow(Place(TabName.PROCEDURES, key, None, "approve"))
    sitting.wait()
    sitting.qtbot.waitUntil(lambda: isinstance(sitting.window.pages.work, EditorPage))
    sitting.wait()
    sitting.qtbot.waitUntil(sitting.editor.side.approval.isVisible)


def test_the_sheet_to_sign_for_a_text_is_printed_from_its_card(sitting: Signatory) -> None:
    sitting.choose_mode("Planning du personnel")
    title = sitting.title()
    sitting.doors.readings.click()
    sitting.wait()
    sitting.qtbot.waitUntil(sitting.saved.exists)
    sitting.wait()
    document = pypdfium2.PdfDocument(sitting.saved.read_bytes())
    paper = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "F33" in paper
    assert title.split()[0] in paper
    assert "Prescription" not in paper, "for this text alone"
    sitting.choose_mode(ACTS)
    assert not sitting.doors.readings.isVisible(), "nothing of a draft is signed for"


def test_when_a_text_is_read_again_is_set_by_keys_and_taken_back(sitting: Signatory) -> None:
    sitting.choose_mode("Planning du personnel")
    before = sitting.said()
    [button] = [
        button
        for button in sitting.window.tabs.list_page.detail.findChildren(PaneButton)
        if button.text() == "Changer le délai de relecture…"
    ]
    button.setFocus()
    sitting.key(Key.Key_Space)
    assert isinstance(sitting.window.tabs.list_page.form, ReviewForm)
    sitting.typed("24")
    sitting.key(Key.Key_Return)
    sitting.wait()
    assert sitting.said() != before
    sitting.press(Key.Key_Z, Modifier.ControlModifier)
    sitting.qtbot.waitUntil(lambda: sitting.said() == before)
