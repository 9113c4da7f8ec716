from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Verb
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.gui.columns import Column
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_lines import RecordLines
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

KIND = RecordKind.COPY


def record(number: int, place: str = "Ward") -> Record:
    return Record(KIND, f"c{number}", str(number), {"place": place}, {"x": Link("x", "x")})


ROWS = (record(1), record(2, "Office"), record(3, "Attic"))


def subject(*, leads: bool = True) -> LineSubject:
    return LineSubject(
        kind=KIND,
        title="Copies",
        columns=(
            Column("Copy", lambda r: r.name, "", 80, 0),
            Column("Place", lambda r: r.values["place"], "", 120, 1),
        ),
        names=("place", "holder"),
        id_of=lambda r: str(r.id),
        close="Gone",
        go="Show it" if leads else "",
        leads_to=lambda r: Place(TabName.DEPARTMENTS, (r.id,)) if leads else None,
    )


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords("text")


Show = Callable[..., RecordLines]


@pytest.fixture
def show(qtbot: QtBot, jobs: Jobs, records: StandInRecords) -> Show:
    def show_lines(*, leads: bool = True, can_save: bool = True) -> RecordLines:
        editing: Editing = editing_on(records, jobs, can_save=can_save)
        lines = RecordLines(subject(leads=leads), editing)
        qtbot.addWidget(lines)
        lines.resize(600, 500)
        lines.show_rows(ROWS)
        lines.show()
        lines.activateWindow()
        qtbot.waitUntil(lines.isActiveWindow)
        return lines

    return show_lines


def press(qtbot: QtBot, lines: RecordLines, key: Qt.Key) -> None:
    focused = lines.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def opened(qtbot: QtBot, jobs: Jobs, lines: RecordLines, number: int) -> QWidget:
    """Open a line as a click does; its fields."""
    qtbot.mouseClick(lines.lines[number], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert lines.opened is not None
    return lines.opened


def opened_ids(lines: RecordLines) -> list[str]:
    return [line.row.id for line in lines.lines if line.isChecked()]


def test_each_record_is_a_line_that_a_screen_reader_says_whole(show: Show) -> None:
    assert [line.accessibleName() for line in show().lines] == [
        "Copy: 1; Place: Ward",
        "Copy: 2; Place: Office",
        "Copy: 3; Place: Attic",
    ]


def test_a_click_opens_a_line_on_its_fields_and_shuts_it(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show()
    opened(qtbot, jobs, lines, 1)
    assert lines.opened is not None
    assert lines.opened.editor is not None
    assert set(lines.opened.editor.editors) == {"place", "holder"}
    qtbot.mouseClick(lines.lines[1], Qt.MouseButton.LeftButton)
    assert lines.opened is None


def test_one_line_is_open_at_a_time(qtbot: QtBot, jobs: Jobs, show: Show) -> None:
    lines = show()
    opened(qtbot, jobs, lines, 0)
    opened(qtbot, jobs, lines, 2)
    assert [line.isChecked() for line in lines.lines] == [False, False, True]


def test_keys_alone_walk_open_and_shut_the_lines(qtbot: QtBot, jobs: Jobs, show: Show) -> None:
    lines = show()
    lines.lines[0].setFocus()
    press(qtbot, lines, Qt.Key.Key_Down)
    assert lines.lines[1].hasFocus()
    press(qtbot, lines, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert opened_ids(lines) == ["c2"]
    press(qtbot, lines, Qt.Key.Key_Tab)
    assert lines.opened is not None
    assert lines.opened.editor is not None
    assert lines.opened.editor.row("place").control.hasFocus()
    press(qtbot, lines, Qt.Key.Key_Escape)
    assert opened_ids(lines) == []
    assert lines.lines[1].hasFocus()
    press(qtbot, lines, Qt.Key.Key_Up)
    press(qtbot, lines, Qt.Key.Key_Up)
    assert lines.lines[0].hasFocus()


def test_tab_goes_from_the_open_fields_to_the_next_line(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show()
    opened(qtbot, jobs, lines, 0)
    lines.lines[0].setFocus()
    seen: list[QWidget] = []
    for _stop in range(12):
        press(qtbot, lines, Qt.Key.Key_Tab)
        focused = lines.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is lines.lines[1]:
            break
    assert seen[-1] is lines.lines[1]
    assert lines.lines[2] not in seen
    assert [x.text() for x in seen if isinstance(x, QPushButton)] == ["Show it", "Gone"]


def test_enter_follows_a_line_to_what_it_names(qtbot: QtBot, show: Show) -> None:
    lines = show()
    lines.lines[2].setFocus()
    with qtbot.waitSignal(lines.followed) as caught:
        press(qtbot, lines, Qt.Key.Key_Return)
    assert caught.args == [Place(TabName.DEPARTMENTS, ("c3",))]


def test_enter_opens_a_line_that_leads_nowhere_and_goes_to_its_first_field(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show(leads=False)
    lines.lines[0].setFocus()
    press(qtbot, lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert lines.opened is not None
    assert lines.opened.editor is not None
    assert lines.opened.editor.row("place").control.hasFocus()


def test_what_is_typed_is_saved_with_enter(
    qtbot: QtBot, jobs: Jobs, show: Show, records: StandInRecords
) -> None:
    lines = show(leads=False)
    lines.lines[1].setFocus()
    press(qtbot, lines, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert lines.opened is not None
    assert lines.opened.editor is not None
    control = lines.opened.editor.row("place").control
    control.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(control, "Cupboard")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert records.typed[KIND, "c2", "place"] == "Cupboard"


def test_lines_shown_again_keep_the_open_one_and_the_keyboard(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show()
    opened(qtbot, jobs, lines, 1)
    kept, fields = lines.lines[1], lines.opened
    kept.setFocus()
    lines.show_rows((ROWS[0], record(9, "Cellar"), record(2, "Elsewhere")))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert lines.lines[2] is kept
    assert (lines.opened, kept.hasFocus(), kept.isChecked()) == (fields, True, True)
    assert kept.accessibleName() == "Copy: 2; Place: Elsewhere"
    assert lines.lines[1].y() < kept.y()


def test_when_the_open_record_goes_the_keyboard_goes_to_its_neighbour(
    qtbot: QtBot, jobs: Jobs, show: Show, records: StandInRecords
) -> None:
    lines = show()
    opened(qtbot, jobs, lines, 1)
    assert lines.opened is not None
    assert lines.opened.close_button is not None
    lines.opened.close_button.setFocus()
    qtbot.mouseClick(lines.opened.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert records.deeds[-1].verb is Verb.CLOSED
    lines.show_rows((ROWS[0], ROWS[2]))
    assert opened_ids(lines) == []
    assert lines.lines[1].hasFocus()


def test_in_a_home_only_read_fields_are_read_and_nothing_is_offered(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show(can_save=False)
    opened(qtbot, jobs, lines, 0)
    assert lines.opened is not None
    assert lines.opened.editor is None
    assert [b.text() for b in lines.opened.findChildren(QPushButton)] == ["Show it"]


def test_a_line_stays_below_the_mouse_until_it_was_clicked(show: Show, qtbot: QtBot) -> None:
    """What brings a line into sight would take it away between press and release."""
    lines = show()
    came: list[QWidget] = []
    lines.line_focused.connect(came.append)
    line = lines.lines[1]
    qtbot.mousePress(line, Qt.MouseButton.LeftButton)
    assert line.hasFocus()
    assert came == []
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert line.isChecked()
    assert came == [line]


def test_no_line_no_header(show: Show) -> None:
    lines = show()
    lines.show_rows(())
    assert lines.lines == []
    assert not lines.sizeHint().height() > 60


def test_in_a_narrow_pane_nothing_that_was_opened_is_cut(
    qtbot: QtBot, jobs: Jobs, show: Show
) -> None:
    lines = show()
    lines.resize(330, 600)
    fields = opened(qtbot, jobs, lines, 0)
    qtbot.waitUntil(lambda: fields.height() >= fields.heightForWidth(fields.width()) > 80)
    for button in fields.findChildren(QPushButton):
        assert button.x() + button.width() <= fields.width()
