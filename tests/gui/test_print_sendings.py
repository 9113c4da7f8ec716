from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.printing import Because, JobState, PrintOptions
from referent_desk.errors import NotPrinted
from referent_desk.gui.binders.print_dialogs import PrintDialog
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import BinderQuestions, FileQuestions
from referent_desk.gui.saving import Saver
from tests.gui.stand_in_printing import OLD, WARD, StandInPrinting
from tests.gui.stand_ins import draw_page, preview, write

CHOICE = DepartmentChoice("d1", "Cardiology", "0412", "North Hospital")
WAITS = (JobState.WAITING, Because.PRINTER_OFF)
SENT = (JobState.SENT, Because.NOTHING)
OpenDialog = Callable[[StandInPrinting], PrintDialog]


@pytest.fixture
def saver(jobs: Jobs) -> Saver:
    made = Saver(jobs, ChangeBus())
    made.let_save(True)
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, jobs: Jobs, tmp_path: Path, saver: Saver) -> OpenDialog:
    def open_on(printing: StandInPrinting) -> PrintDialog:
        binders = BinderQuestions(preview, write, lambda _id: tmp_path / "CAR.pdf", draw_page)
        files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
        asked = printing.questions()
        dialog = PrintDialog(CHOICE, binders, files, jobs, printing=asked, saver=saver)
        qtbot.addWidget(dialog)
        dialog.resize(1000, 640)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.save.isEnabled() and jobs.is_idle)
        return dialog

    return open_on


def said(dialog: PrintDialog) -> list[str]:
    """What the notices say that are seen."""
    assert dialog.sending is not None
    parts = dialog.sending
    bars = (dialog.trouble, dialog.saved, parts.sent, parts.tested, parts.row.bar)
    return [bar.label.said() for bar in (*bars, parts.row.hindered) if bar.isVisible()]


def test_the_binder_is_sent_and_never_called_printed(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    printing = StandInPrinting()
    dialog = open_dialog(printing)
    assert dialog.send.text() == "S&end 42 pages to the printer"
    with qtbot.waitSignal(dialog.printed):
        qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    assert dialog.sending is not None
    qtbot.waitUntil(dialog.sending.sent.isVisible)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.sent == [(tmp_path / "CAR.pdf", "ward", PrintOptions())]
    assert (tmp_path / "CAR.pdf").exists()
    [sentence] = said(dialog)
    assert sentence.startswith("Sent to the printer “Ward printer”.")
    assert printing.recorded == [("sent", "d1", 5, "Ward printer", "ward-1")]
    assert dialog.open_button.isVisible()


def test_a_printer_that_is_off_is_waited_for_and_said(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting(reports=[WAITS, WAITS, SENT])
    dialog = open_dialog(printing)
    dialog.send.click()
    assert dialog.sending is not None
    qtbot.waitUntil(dialog.sending.row.hindered.isVisible)
    assert any("switched off or out of reach" in text for text in said(dialog))
    assert not dialog.send.isEnabled()
    assert printing.recorded == []
    qtbot.waitUntil(dialog.sending.sent.isVisible, timeout=8_000)
    assert not dialog.sending.row.isVisible()
    assert dialog.send.isEnabled()


def test_a_job_that_waits_can_be_stopped_and_was_then_not_sent(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting(reports=[WAITS])
    dialog = open_dialog(printing)
    dialog.send.click()
    assert dialog.sending is not None
    qtbot.waitUntil(dialog.sending.row.hindered.isVisible)
    qtbot.mouseClick(dialog.sending.row.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.cancelled == ["ward-1"]
    assert printing.recorded == []
    assert any(text.startswith("The job was stopped.") for text in said(dialog))
    assert any("CAR.pdf" in text for text in said(dialog))


def test_closed_while_the_queue_holds_the_job_it_was_sent_all_the_same(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting(reports=[WAITS])
    dialog = open_dialog(printing)
    dialog.send.click()
    assert dialog.sending is not None
    qtbot.waitUntil(dialog.sending.row.hindered.isVisible)
    dialog.reject()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.cancelled == []
    assert [record[0] for record in printing.recorded] == ["sent"]


def test_a_queue_that_refuses_leaves_the_pdf_to_open(qtbot: QtBot, open_dialog: OpenDialog) -> None:
    printing = StandInPrinting(refusal=NotPrinted("It refuses.", "Choose another.", "refused"))
    dialog = open_dialog(printing)
    dialog.send.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "It refuses. Choose another." in said(dialog)
    assert any("CAR.pdf" in text for text in said(dialog))
    assert dialog.open_button.isVisible()
    assert dialog.send.isEnabled()
    assert printing.recorded == []


def test_a_job_the_computer_cannot_set_is_taken_out_of_the_queue(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting(reports=[(JobState.FAILED, Because.FILTER)])
    dialog = open_dialog(printing)
    dialog.send.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.cancelled == ["ward-1"]
    assert printing.recorded == []


def test_some_pages_in_several_copies_are_sent_and_nothing_is_recorded_of_them(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting()
    dialog = open_dialog(printing)
    assert dialog.sending is not None
    rows = dialog.sending.rows
    rows.some.click()
    rows.first.setValue(5)
    rows.last.setValue(8)
    rows.copies.setValue(3)
    assert dialog.send.text() == "S&end 12 pages to the printer"
    dialog.send.click()
    qtbot.waitUntil(dialog.sending.sent.isVisible)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.sent[0][2] == PrintOptions(True, 3, 5, 8)
    assert printing.recorded == []


def test_a_printer_of_one_side_has_the_binder_set_for_one_side(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting()
    dialog = open_dialog(printing)
    assert dialog.sending is not None
    dialog.sending.rows.list.setCurrentIndex(1)
    assert dialog.form.is_one_sided
    qtbot.waitUntil(dialog.send.isEnabled)
    assert dialog.send.text() == "S&end 40 pages to the printer"
    dialog.send.click()
    qtbot.waitUntil(lambda: bool(printing.sent) and jobs.is_idle)
    assert printing.sent[0][2] == PrintOptions(two_sided=False)
    assert dialog.sending.rows.about.said() == (
        "What is sent waits until the printer is switched on. · It prints on one side only."
    )


def test_what_the_reader_said_of_the_sides_is_not_changed_by_a_printer(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    dialog = open_dialog(StandInPrinting())
    dialog.form.two_sided.click()
    assert dialog.sending is not None
    dialog.sending.rows.list.setCurrentIndex(1)
    assert not dialog.form.is_one_sided
    assert dialog.sending.rows.options(two_sided=True).two_sided is False


def test_without_a_printer_the_pdf_is_what_one_saves(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting(known=())
    dialog = open_dialog(printing)
    assert dialog.sending is not None
    assert not dialog.send.isVisible()
    assert dialog.save.property("look") == "main"
    assert "No printer is set up" in dialog.sending.rows.about.said()
    printing.known = (OLD, WARD)
    qtbot.mouseClick(dialog.sending.rows.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.send.isVisible)
    assert dialog.save.property("look") == "plain"


def test_a_test_page_is_noted_once_somebody_has_looked_at_it(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog
) -> None:
    printing = StandInPrinting()
    dialog = open_dialog(printing)
    assert dialog.sending is not None
    qtbot.mouseClick(dialog.sending.rows.test, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.sending.tested.isVisible)
    assert printing.sent == [(Path("ward.pdf"), "ward", PrintOptions())]
    assert printing.recorded == []
    qtbot.mouseClick(dialog.sending.right, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert printing.recorded == [("tested", "d1", "ward")]
    assert not dialog.sending.right.isVisible()


def test_a_home_that_is_only_read_prints_and_records_nothing(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, saver: Saver
) -> None:
    saver.let_save(False)
    printing = StandInPrinting()
    dialog = open_dialog(printing)
    assert dialog.sending is not None
    dialog.send.click()
    qtbot.waitUntil(dialog.sending.sent.isVisible)
    qtbot.waitUntil(lambda: jobs.is_idle)
    dialog.sending.rows.test.click()
    qtbot.waitUntil(dialog.sending.tested.isVisible)
    assert not dialog.sending.right.isVisible()
    assert printing.recorded == []


def test_the_wheel_passes_over_the_fields_and_changes_none(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    dialog = open_dialog(StandInPrinting())
    assert dialog.sending is not None
    fields = (dialog.sending.rows.copies, dialog.sending.rows.list)
    before = (fields[0].value(), fields[1].currentIndex())
    for field, turn in zip(fields, (120, -120), strict=True):
        wheel = QWheelEvent(
            *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, turn)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(field, wheel)
    assert (fields[0].value(), fields[1].currentIndex()) == before
