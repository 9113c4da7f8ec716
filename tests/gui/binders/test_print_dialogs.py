from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.errors import NoRoom
from referent_desk.gui.binders.print_dialogs import PrintDialog
from referent_desk.gui.binders.print_words import (
    set_plain_sentence,
    written_sentence,
)
from referent_desk.gui.jobs import Jobs, Progress
from referent_desk.gui.questions import BinderQuestions, FileQuestions
from tests.gui.stand_ins import StandInBinder, StandInFile, draw_page, preview, write

CHOICE = DepartmentChoice("d1", "R&D <b>", "0412", "North Hospital")
OpenDialog = Callable[..., PrintDialog]


@pytest.fixture
def binders(tmp_path: Path) -> BinderQuestions:
    return BinderQuestions(preview, write, lambda _id: tmp_path / "CAR.pdf", draw_page)


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def open_dialog(qtbot: QtBot, jobs: Jobs, tmp_path: Path, opened: list[Path]) -> OpenDialog:
    def open_on(binders: BinderQuestions, **asked: Any) -> PrintDialog:
        def open_file(path: Path) -> bool:
            opened.append(path)
            return True

        files = FileQuestions(lambda _parent, suggested: suggested, open_file)
        dialog = PrintDialog(CHOICE, binders, replace(files, **asked), jobs)
        qtbot.addWidget(dialog)
        dialog.resize(1000, 640)
        dialog.show()
        return dialog

    return open_on


def ready(dialog: PrintDialog, qtbot: QtBot) -> PrintDialog:
    qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


def settled(dialog: PrintDialog, qtbot: QtBot, jobs: Jobs) -> PrintDialog:
    """What came beside the page has its room, and the page is drawn in what is left."""
    qtbot.waitUntil(lambda: jobs.is_idle and not dialog.preview._settle.isActive())
    return dialog


def test_the_binder_is_seen_before_it_is_saved(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    dialog = open_dialog(binders)
    assert not dialog.save.isEnabled()
    with qtbot.waitSignal(dialog.preview.page_shown):
        ready(dialog, qtbot)
    assert dialog.preview.place.said() == "Page 1 of 42"
    assert dialog.save.text() == "&Save the PDF (42 pages)…"
    assert dialog.form.paper.said().startswith("21 sheets of paper for 42 pages")


def test_a_click_saves_the_pdf_where_it_was_suggested_and_opens_it(
    qtbot: QtBot,
    open_dialog: OpenDialog,
    binders: BinderQuestions,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    dialog = ready(open_dialog(binders), qtbot)
    assert not dialog.open_button.isVisible()
    with qtbot.waitSignal(dialog.printed):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "CAR.pdf").read_bytes() == b"%PDF"
    said = dialog.saved.label.said()
    assert "30 sheets, 42 pages" in said
    assert "not printed yet" in said
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert opened == [tmp_path / "CAR.pdf"]


def test_giving_up_the_choice_of_a_file_changes_nothing(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    dialog = ready(open_dialog(binders, ask_path=lambda _parent, _path: None), qtbot)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not dialog.saved.isVisible()
    assert dialog.save.isEnabled()


def test_one_sided_printing_is_set_again_before_it_can_be_saved(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    dialog = ready(open_dialog(binders), qtbot)
    dialog.form.one_sided.click()
    assert not dialog.save.isEnabled()
    ready(dialog, qtbot)
    assert dialog.save.text() == "&Save the PDF (40 pages)…"
    assert dialog.form.paper.said() == "40 pages: as many sheets of paper."


@pytest.mark.parametrize(("typed", "number"), [(3, 3), (0, None)])
def test_the_number_of_the_copy_goes_with_the_print(
    qtbot: QtBot,
    open_dialog: OpenDialog,
    binders: BinderQuestions,
    typed: int,
    number: int | None,
) -> None:
    dialog = ready(open_dialog(binders), qtbot)
    dialog.form.copy.setValue(typed)
    ready(dialog, qtbot)
    with qtbot.waitSignal(dialog.printed) as printed:
        dialog.save.click()
    assert printed.args is not None
    assert printed.args[0].copy_number == number


def test_the_pages_are_turned_by_keys_and_by_buttons(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    dialog = ready(open_dialog(binders), qtbot)
    view = dialog.preview
    assert not view.before.isEnabled()
    qtbot.keyClick(view.area, Qt.Key.Key_PageDown)
    qtbot.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert view.place.said() == "Page 3 of 42"
    qtbot.keyClick(view.area, Qt.Key.Key_PageUp)
    assert view.place.said() == "Page 2 of 42"
    view.turn_to(999)
    assert view.place.said() == "Page 42 of 42"
    assert not view.next.isEnabled()


def test_a_page_is_drawn_as_wide_as_there_is_room(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    drawn: list[int] = []

    def note(pdf: bytes, page: int, width: int, height: int) -> Any:
        picture = draw_page(pdf, page, width, height)
        drawn.append(picture[0])
        return picture

    dialog = ready(open_dialog(replace(binders, draw_page=note)), qtbot)
    qtbot.waitUntil(lambda: jobs.is_idle and bool(drawn))
    assert dialog.preview.area.verticalScrollBar().maximum() == 0
    whole = drawn[-1]
    dialog.preview.zoom.click()
    qtbot.waitUntil(lambda: drawn[-1] > whole)
    assert dialog.preview.area.horizontalScrollBar().maximum() == 0


def test_a_page_seen_before_is_not_drawn_again(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    drawn: list[int] = []

    def note(pdf: bytes, page: int, width: int, height: int) -> Any:
        drawn.append(page)
        return draw_page(pdf, page, width, height)

    dialog = settled(ready(open_dialog(replace(binders, draw_page=note)), qtbot), qtbot, jobs)
    for page in (1, 0, 1):
        dialog.preview.turn_to(page)
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert sorted(set(drawn)) == [0, 1]
    assert drawn.count(1) == 1


def test_a_page_that_is_being_drawn_is_not_asked_for_again_and_gives_way_to_another(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    drawn: list[int] = []
    began, let_go = threading.Event(), threading.Event()

    def note(pdf: bytes, page: int, width: int, height: int) -> Any:
        drawn.append(page)
        if page == 1:
            began.set()
            assert let_go.wait(5)
        return draw_page(pdf, page, width, height)

    dialog = settled(ready(open_dialog(replace(binders, draw_page=note)), qtbot), qtbot, jobs)
    first = dialog.preview.picture().cacheKey()
    dialog.preview.turn_to(1)
    assert began.wait(5)
    dialog.preview.turn_to(1)
    dialog.preview.turn_to(0)
    let_go.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert drawn.count(1) == 1
    assert dialog.preview.picture().cacheKey() == first


class SlowBinder:
    """Is set page by page until it is stopped or let go."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.let_go = threading.Event()

    def __call__(
        self, _id: str, _copy: int | None, _one_sided: bool, progress: Progress
    ) -> StandInBinder:
        self.began.set()
        while not self.let_go.is_set():
            progress(3, 10)
        return StandInBinder(b"%PDF", 42)


def test_a_long_binder_says_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    slow = SlowBinder()
    dialog = open_dialog(replace(binders, preview=slow))
    qtbot.waitUntil(lambda: dialog.progress.far.said() == "3 of 10")
    assert (dialog.progress.bar.value(), dialog.progress.bar.maximum()) == (3, 10)
    qtbot.mouseClick(dialog.progress.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.label.said() == "The preview was stopped."
    assert not dialog.save.isEnabled()
    assert not dialog.progress.isVisible()


def test_closing_the_dialog_stops_the_work_and_nothing_answers_into_it(
    qtbot: QtBot, jobs: Jobs, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    slow = SlowBinder()
    dialog = open_dialog(replace(binders, preview=slow))
    assert slow.began.wait(5)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not dialog.isVisible()
    assert not dialog.trouble.isVisible()


def test_a_disk_without_room_is_said_beside_the_buttons_and_the_dialog_stays(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions
) -> None:
    def refuse(_id: str, _path: Path, _copy: int | None, _one: bool, _progress: Progress) -> Any:
        raise NoRoom("The disk is full.", "Choose another place.")

    dialog = ready(open_dialog(replace(binders, write=refuse)), qtbot)
    dialog.save.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.label.said() == "The disk is full. Choose another place."
    assert dialog.save.isEnabled()
    assert not dialog.open_button.isVisible()


def test_a_pc_without_a_reader_of_pdf_says_where_the_file_is(
    qtbot: QtBot, open_dialog: OpenDialog, binders: BinderQuestions, tmp_path: Path
) -> None:
    dialog = ready(open_dialog(binders, open_file=lambda _path: False), qtbot)
    with qtbot.waitSignal(dialog.printed):
        dialog.save.click()
    dialog.open_button.click()
    assert str(tmp_path / "CAR.pdf") in dialog.trouble.label.said()


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ((), ""),
        (("A",), "One sheet could only be set as plain text: A. Nothing of it is missing."),
        (("A", "B"), "2 sheets could only be set as plain text: A, B. Nothing of them is missing."),
    ],
)  # fmt: skip
def test_sheets_set_as_plain_text_are_named(codes: tuple[str, ...], words: str) -> None:
    assert set_plain_sentence(codes) == words


def test_a_copy_that_begins_with_the_printing_is_told() -> None:
    begun = StandInFile(Path("x.pdf"), 1, 1, 3, 1, (), new_copy=True)
    assert written_sentence(begun).endswith(" Copy 3 was created: it is in the tab Binder.")
    assert "Copy 3" not in written_sentence(replace(begun, new_copy=False))


def test_one_page_of_one_sheet_is_said_in_the_singular() -> None:
    said = written_sentence(StandInFile(Path("x.pdf"), 1, 1, 1, 1, ()))
    assert "1 sheet, 1 page." in said
