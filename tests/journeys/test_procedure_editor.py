"""Writing a procedure on a real home: from a hole to the approved printed sheet, by keys alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.procedures import ProcedureState
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import TabName
from referent_desk.gui.procedures.door_rows import DoorRow
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.procedures.editors import DraftEditor
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CLOCK = FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))
Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Writer(Sitting):
    """Somebody at the keyboard."""

    @property
    def page(self) -> EditorPage:
        page = self.window.pages.work
        assert isinstance(page, EditorPage)
        return page

    @property
    def editor(self) -> DraftEditor:
        self.qtbot.waitUntil(lambda: self.page.editor is not None, timeout=10_000)
        assert self.page.editor is not None
        return self.page.editor

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Wherever the keyboard is."""
        self.come_to_front()
        self.qtbot.keyClick(self.keyboard(), key, modifier)

    def keys_until(self, key: Qt.Key, reached: Callable[[], bool]) -> None:
        """A way round the page that never comes there is a fault, not a wait."""
        for _key in range(40):
            if reached():
                return
            self.key(key)
        raise AssertionError(f"{key} does not lead there")

    def typed(self, text: str) -> None:
        self.qtbot.keyClicks(self.keyboard(), text)

    def hears(self, words: str) -> None:
        """What is shown beside the list says so, as soon as it was read again."""
        self.qtbot.waitUntil(lambda: words in self.said(), timeout=10_000)

    def go_to_modes(self) -> None:
        self.go_to(list(TabName).index(TabName.PROCEDURES) + 1)
        self.window.tabs.list_page.take_focus()

    def choose_mode(self, function_id: str) -> None:
        page = self.window.tabs.list_page
        number = page.model.find(lambda row: bool(row.function_id == function_id))
        assert number is not None
        page.pane.table.choose(number)
        self.wait()

    def go_to_hole(self) -> None:
        """Down the list to the first line that is written nowhere."""
        self.go_to_modes()
        table = self.window.tabs.list_page.pane.table
        while table.chosen_row().state is not ProcedureState.MISSING:
            before = table.chosen_row()
            self.key(Key.Key_Down)
            assert table.chosen_row() is not before
        self.wait()


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speak("fr")
    home = Home(tmp_path_factory.mktemp("demo") / "home")
    home.make()
    desk = open_desk(home, CLOCK)
    fill_demo(desk)
    assert desk.close() is None
    return home.root


@pytest.fixture
def home(demo_folder: Path, tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    made.database.write_bytes((demo_folder / made.database.name).read_bytes())
    return made


@pytest.fixture
def writer(home: Home, qtbot: QtBot) -> Iterator[Writer]:
    speak("fr")
    made = Writer(home, CLOCK, qtbot)
    yield made
    made.leave()


def write_two_steps(writer: Writer) -> None:
    """From nothing: the title is proposed, the steps are typed."""
    writer.key(Key.Key_Return)  # on the hole
    writer.wait()
    sources = writer.page.sources
    assert sources is not None
    writer.keys_until(Key.Key_Tab, lambda: "rien" in focused_text(writer))
    writer.key(Key.Key_Space)
    writer.wait()
    editor = writer.editor
    writer.keys_until(Key.Key_F6, lambda: editor.form.part() is Part.STEPS)
    writer.typed("Sort la liasse de lettres")
    writer.key(Key.Key_Return)
    writer.typed("Appelle le secretariat")
    writer.key(Key.Key_Tab)
    assert [(s.what, s.level) for s in editor.text.steps] == [
        ("Sort la liasse de lettres", 1),
        ("Appelle le secretariat", 2),
    ]


def focused_text(writer: Writer) -> str:
    widget = writer.keyboard()
    return str(widget.text()) if hasattr(widget, "text") else ""


def test_from_a_hole_to_an_approved_printed_sheet_by_keyboard_alone(writer: Writer) -> None:
    writer.go_to_hole()
    title = writer.window.tabs.list_page.pane.table.chosen_row().function
    write_two_steps(writer)
    writer.wait()
    assert writer.editor.side.preview.pages == 1
    writer.keys_until(Key.Key_F6, lambda: writer.editor.form.part() is Part.TITLE)
    writer.key(Key.Key_Tab, Modifier.ShiftModifier)
    assert writer.page.approve.hasFocus()
    writer.key(Key.Key_Return)
    form = writer.editor.side.approval
    writer.qtbot.waitUntil(form.facts.who.hasFocus)
    writer.typed("Dr Ada Moreau")
    writer.key(Key.Key_Return)
    writer.typed("chef de service")
    writer.key(Key.Key_Return)
    writer.typed("Claire Lemaire")
    for _field in range(5):
        writer.key(Key.Key_Return)
    assert form.facts.approve.hasFocus()
    writer.key(Key.Key_Space)
    writer.qtbot.waitUntil(form.facts.trouble.isVisible)  # nobody of the staff: asked once
    for _field in range(7):
        writer.key(Key.Key_Return)
    writer.key(Key.Key_Space)
    writer.qtbot.waitUntil(form.confirmation.back.hasFocus)
    assert title in form.confirmation.comes.said()
    writer.key(Key.Key_Tab)
    writer.key(Key.Key_Space)
    writer.qtbot.waitUntil(lambda: writer.window.pages.work is None, timeout=10_000)
    writer.wait()
    row = writer.window.tabs.list_page.pane.table.chosen_row()
    assert (row.function, row.state) == (title, ProcedureState.NEVER_VERIFIED)
    writer.hears("Dr Ada Moreau, chef de service")
    printed = print_by_keys(writer)
    sheet = next(page for page in printed if "Sort la liasse de lettres" in page)
    assert "PROJET" not in sheet
    assert "Dr Ada Moreau" in sheet


def print_by_keys(writer: Writer) -> list[str]:
    writer.press(Key.Key_P, Modifier.ControlModifier)
    dialog = writer.window.dialog
    assert dialog is not None
    writer.qtbot.waitUntil(dialog.save.isEnabled, timeout=20_000)
    writer.wait()
    writer.qtbot.keyClick(dialog.save, Key.Key_Space)
    writer.qtbot.waitUntil(dialog.saved.isVisible, timeout=20_000)
    document = pypdfium2.PdfDocument(writer.saved.read_bytes())
    pages = [str(page.get_textpage().get_text_range()) for page in document]
    document.close()
    writer.qtbot.keyClick(dialog, Key.Key_Escape)
    return pages


def test_what_can_be_done_with_a_degraded_mode_stands_on_one_line_where_there_is_room(
    writer: Writer,
) -> None:
    writer.window.resize(1366, 768)
    writer.go_to_modes()
    writer.wait()
    detail = writer.window.tabs.list_page.detail
    row = detail.findChild(DoorRow)
    assert row is not None
    buttons = [b for b in row.findChildren(QPushButton) if b.isVisible()]
    buttons.remove(row.readings)  # paper for the others, on a line of its own
    assert len(buttons) >= 3
    writer.qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)


def test_a_visit_is_taken_back_in_words_from_the_tab(writer: Writer) -> None:
    writer.go_to_hole()
    write_two_steps(writer)
    writer.key(Key.Key_Escape)
    writer.wait()
    writer.hears("Sort la liasse de lettres")
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    writer.qtbot.waitUntil(lambda: "Sort la liasse de lettres" not in writer.said())
    writer.press(Key.Key_Z, Modifier.ControlModifier)
    table = writer.window.tabs.list_page.pane.table
    writer.qtbot.waitUntil(lambda: table.chosen_row().state is ProcedureState.MISSING)


def test_closing_the_window_while_typing_loses_nothing(
    writer: Writer, home: Home, qtbot: QtBot
) -> None:
    writer.go_to_hole()
    row = writer.window.tabs.list_page.pane.table.chosen_row()
    write_two_steps(writer)
    writer.typed(" du soir")
    writer.leave()
    again = Writer(home, CLOCK, qtbot)
    again.go_to_modes()
    again.choose_mode(row.function_id)
    again.hears("Appelle le secretariat du soir")
    again.leave()


_TYPING = """
import os, signal, sys
from pathlib import Path
from datetime import UTC, datetime
from referent_desk.clock import FixedClock
from referent_desk.domain.drafts import WantedDraft
from referent_desk.domain.procedure_texts import to_json
from dataclasses import replace
from referent_desk.home import Home
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.drafts import open_draft
from referent_desk.usecases.unfinished import keep_unfinished

desk = open_desk(Home(Path(sys.argv[1])), FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC)))
draft = open_draft(desk, WantedDraft(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[2]))
typed = replace(draft.text, trigger="Tapé juste avant la coupure")
key = "draft:" + draft.revision_id
keep_unfinished(desk, key, {"text": to_json(typed), "seen": draft.seen})
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_program_killed_while_typing_takes_the_text_up_again(writer: Writer, home: Home) -> None:
    writer.go_to_hole()
    row = writer.window.tabs.list_page.pane.table.chosen_row()
    department = writer.window.tabs.department
    assert department is not None
    writer.leave()
    where = (str(home.root), department.id, row.function_id, row.software_id)
    killed = subprocess.run(
        [sys.executable, "-c", _TYPING, *where], check=False, cwd=Path.cwd(), env=dict(os.environ)
    )
    assert killed.returncode == -signal.SIGKILL
    again = Writer(home, CLOCK, writer.qtbot)
    again.go_to_modes()
    again.choose_mode(row.function_id)
    again.press(Key.Key_E, Modifier.ControlModifier)
    editor = again.editor
    again.wait()
    assert editor.text.trigger == "Tapé juste avant la coupure"
    assert editor.told.isVisible()
    again.key(Key.Key_Escape)
    again.wait()
    again.hears("Tapé juste avant la coupure")
    again.leave()


def test_two_revisions_are_compared_by_words(writer: Writer) -> None:
    writer.go_to_modes()
    writer.window.tabs.list_page.pane.table.choose(1)
    writer.wait()
    writer.key(Key.Key_M, Modifier.AltModifier)
    writer.qtbot.waitUntil(lambda: writer.window.pages.work is not None)
    writer.wait()
    page = writer.window.pages.work
    assert page is not None
    said = "\n".join(label.said() for label in page.findChildren(PlainLabel))
    assert "différent" in said or "diffère" in said
    writer.key(Key.Key_Escape)
    assert writer.window.pages.work is None
