from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.check_codes import check_code
from referent_desk.domain.copies import Copy
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.keyboards import through
from referent_desk.domain.shelf_checks import CheckedSheet, DrawnSheet, Found, Reading, ShelfCheck
from referent_desk.domain.shelf_readings import Printed, Shelf, read_answer
from referent_desk.errors import OutOfReach, RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions_copies import CheckQuestions
from referent_desk.gui.saving import Saver
from referent_desk.gui.shelf_checks.pages import ShelfCheckPage
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

DAY = date(2026, 11, 9)
COPY = Copy("c1", 2, "Poste infirmier")
TITLES = ("Annuaire", "Prescription", "Imagerie")
CODES = tuple(check_code(f"{n}" * 64) for n in range(1, 5))
SHEETS = tuple(
    DrawnSheet(f"S-{n:02}", title, f"r{n}", 7, CODES[n]) for n, title in enumerate(TITLES)
)
OLD = CODES[3]
SHELF = Shelf(
    "CAR",
    (
        *(Printed(s.revision_id, s.code, s.revision, s.check_code) for s in SHEETS),
        Printed("old", "S-01", 6, OLD),
    ),
    {"PNE": "Pneumologie"},
    filed=frozenset(s.revision_id for s in SHEETS),
)


@dataclass(frozen=True)
class Recorded:
    check: ShelfCheck
    saved: Saved


class Check(SeatedPage[ShelfCheckPage]):
    """A page on a shelf in memory, and the keyboard in front of it."""

    def __init__(
        self,
        qtbot: QtBot,
        jobs: Jobs,
        records: StandInRecords,
        sheets: tuple[DrawnSheet, ...] = SHEETS,
    ) -> None:
        super().__init__(qtbot, jobs)
        self.records = records
        self.sheets = sheets
        self.recorded: list[tuple[str, date, Mapping[str, str]]] = []
        self.trouble: list[Exception] = []
        saver = Saver(jobs, ChangeBus())
        saver.let_save(True)
        self.saved: list[Saved] = []
        saver.saved.connect(self.saved.append)
        self.editing = Editing(records.questions(), saver, jobs)
        questions = CheckQuestions(
            draw=lambda _copy: sheets,
            read=self._read,
            record=self._record,
            list_checks=lambda _copy: (),
            annul=lambda _check, _reason: self._saved(),
            set_months=lambda _department, _months: self._saved(),
        )
        page = ShelfCheckPage(questions, COPY, COPY.place, DAY, self.editing)
        self.seat(page, 600)

    def _saved(self) -> Saved:
        return self.records.saved(Deed(Verb.ADDED, "copy"), "x")

    def _read(self, _copy: str, code: str, typed: str) -> Reading:
        if self.trouble:
            raise self.trouble.pop()
        drawn = next(s for s in self.sheets if s.code == code)
        return read_answer(typed, drawn, SHELF)

    def _record(self, copy_id: str, who: str, day: date, typed: Mapping[str, str]) -> Recorded:
        if self.trouble:
            raise self.trouble.pop()
        self.recorded.append((who, day, typed))
        sheets = tuple(
            CheckedSheet(
                s.code, s.title, t, self._read(copy_id, s.code, t).found or Found.UNKNOWN, 7
            )
            for s, t in zip(self.sheets, typed.values(), strict=True)
        )
        return Recorded(ShelfCheck("k", 2, who, day, sheets), self._saved())

    def type(self, *texts: str) -> None:
        """Each where the keyboard is, then Enter."""
        for text in texts:
            self.qtbot.keyClicks(self.focus, text)
            self.qtbot.keyClick(self.focus, Qt.Key.Key_Return)
            self.wait()

    def words(self) -> list[str]:
        return [label.said() for label in self.page.rows.words]

    @property
    def slip(self) -> str:
        return self.page.reading.slip.label.said() if self.page.reading.slip.isVisible() else ""


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords()


@pytest.fixture
def open_check(qtbot: QtBot, jobs: Jobs, records: StandInRecords) -> Callable[..., Check]:
    return lambda *sheets: Check(qtbot, jobs, records, *sheets)


@pytest.fixture
def check(open_check: Callable[..., Check]) -> Check:
    return open_check()


def test_the_keyboard_alone_checks_a_shelf(check: Check) -> None:
    assert check.has_keyboard(check.page.reading.field)
    check.type(CODES[0].lower(), OLD, "", "")
    assert check.words() == ["as it should be", "old: revision 6", "not there"]
    assert check.has_keyboard(check.page.recording.who)
    check.type("Ada Moreau")
    assert check.has_keyboard(check.page.recording.day)
    check.type("")
    assert check.recorded == [
        ("Ada Moreau", DAY, {"S-00": CODES[0].lower(), "S-01": OLD, "S-02": ""})
    ]
    assert check.saved != []
    assert check.has_keyboard(check.page.result.print)
    asked: list[int] = []
    check.page.replacements_asked.connect(asked.append)
    check.type("")
    assert asked == [2]


def test_the_code_that_should_be_there_is_shown_nowhere_before_it_is_read(check: Check) -> None:
    for widget in check.page.findChildren(QWidget):
        said = (
            f"{getattr(widget, 'text', str)()} {widget.accessibleDescription()} {widget.toolTip()}"
        )
        assert not any(code in said for code in CODES), said


def test_a_slip_is_said_beside_the_field_and_asked_again(check: Check) -> None:
    swapped = CODES[0][1] + CODES[0][0] + CODES[0][2:]
    for typed, words in ((swapped, "not right"), ("AB", "four"), ("S-00 !", "not the code")):
        check.type(typed)
        assert words in check.slip
        assert check.page.present == 0
        assert check.has_keyboard(check.page.reading.field)
    check.type(CODES[0])
    assert check.page.present == 1
    assert check.slip == ""


def test_a_scan_through_another_keyboard_counts_as_typed(check: Check) -> None:
    arrived = through(f"RD1 S CAR S-00 7 {CODES[0]}", "us", "fr")
    check.page.reading.field.setText(arrived)
    check.type("")
    check.type(f"RD1 S PNE S-01 7 {CODES[1]}")
    assert check.words()[:2] == ["as it should be", "of Pneumologie"]


def test_one_enter_on_nothing_is_asked_twice_as_some_readers_send_two(check: Check) -> None:
    check.type(CODES[0], "")
    assert check.page.present == 1
    assert "press Enter once more" in check.slip
    check.type(CODES[1])
    assert check.words()[:2] == ["as it should be", "as it should be"]


def test_a_code_of_nobody_is_asked_twice(check: Check) -> None:
    nobody = check_code("9" * 64)
    check.type(nobody)
    assert "once more" in check.slip
    check.qtbot.keyClick(check.focus, Qt.Key.Key_Return)
    check.wait()
    assert check.words()[0] == "unknown code"


def test_an_answer_is_corrected_by_going_back_to_its_sheet(check: Check) -> None:
    check.type(OLD, CODES[1])
    check.qtbot.keyClick(check.focus, Qt.Key.Key_Up)
    check.qtbot.keyClick(check.focus, Qt.Key.Key_Up)
    assert check.page.present == 0
    assert check.page.reading.field.text() == OLD
    check.type(CODES[0])
    assert check.words()[0] == "as it should be"
    assert check.page.present == 2, "the next one that was not read"
    check.qtbot.mouseClick(check.page.rows.buttons[1], Qt.MouseButton.LeftButton)
    assert check.page.present == 1


def test_what_was_typed_survives_leaving_and_can_be_let_go(
    check: Check, open_check: Callable[..., Check]
) -> None:
    check.type(CODES[0])
    check.qtbot.mouseClick(check.page.reading.missing, Qt.MouseButton.LeftButton)
    check.qtbot.keyClicks(check.focus, "AB")
    with check.qtbot.waitSignal(check.page.finished):
        check.qtbot.keyClick(check.page, Qt.Key.Key_Escape)
    check.wait()
    again = open_check()
    assert again.words() == ["as it should be", "not there", ""]
    assert again.page.present == 2
    assert again.page.reading.field.text() == "AB"
    assert again.page.brought_back is not None
    again.page.brought_back.clear.click()
    again.wait()
    assert again.words() == ["", "", ""]
    assert again.records.unfinished == {}


def test_a_recorded_check_is_not_brought_back(
    check: Check, open_check: Callable[..., Check]
) -> None:
    check.type(*CODES[:3], "Ada", "")
    assert check.page.result.title.said() == "All 3 sheets lie there as they should."
    assert not check.page.result.print.isVisible()
    check.page.end()
    check.wait()
    assert open_check().words() == ["", "", ""]


def test_what_is_refused_is_said_and_nothing_is_lost(check: Check) -> None:
    check.trouble.append(OutOfReach("The stick is out.", "Bring it back."))
    check.type(CODES[0])
    assert "stick" in check.page.trouble.label.said()
    check.type("", *CODES[1:3])
    check.trouble.append(RefusedInput("A check is already recorded.", "Nothing was kept twice."))
    check.type("Ada", "")
    assert "already" in check.page.recording.trouble.label.said()
    assert check.recorded == []
    check.page.recording.record.click()
    check.wait()
    assert len(check.recorded) == 1


def test_who_and_when_are_asked_for(check: Check) -> None:
    check.type(*CODES[:3])
    check.page.recording.who.show_name("")
    check.page.recording.record.click()
    assert "Nobody is named" in check.page.recording.trouble.label.said()
    check.page.recording.who.show_name("Ada")
    check.page.recording.day.put("yesterday")
    check.page.recording.record.click()
    assert check.page.recording.trouble.isVisible()
    assert check.recorded == []


def test_a_copy_without_sheets_says_why_there_is_nothing_to_look_for(
    open_check: Callable[..., Check],
) -> None:
    empty = open_check(())
    assert "filed" in empty.page.trouble.label.said()
    assert empty.has_keyboard(empty.page.leave)


def test_hostile_titles_are_shown_as_they_are_and_fit(open_check: Callable[..., Check]) -> None:
    sheets = tuple(
        DrawnSheet(f"S-{n:02}", title, f"r{n}", 7, CODES[0]) for n, title in enumerate(HOSTILE)
    )
    long = open_check(sheets)
    long.page.resize(QSize(879, 380))
    long.wait()
    assert long.page.minimumSizeHint().width() <= 879
    rows = long.page.rows.widget()
    assert rows is not None
    assert rows.width() <= long.page.rows.viewport().width()
    long.page.go_to(4)
    assert long.page.reading.title.said() == HOSTILE[4]


def test_an_old_sheet_in_a_wrong_place_is_said_to_be_old_before_and_after_it_is_recorded(
    check: Check,
) -> None:
    old = "another sheet: S-01, old no. 6, to be destroyed"
    check.type(OLD, CODES[0], CODES[2])
    assert check.words() == [old, "another sheet: S-00", "as it should be"]
    check.type("Ada Moreau", "")
    assert check.recorded != []
    assert check.words()[0] == old
    label = check.page.rows.words[0]
    assert label.height() >= label.heightForWidth(label.width()), "nothing of it is cut"


def test_a_title_is_cut_with_a_sign_in_the_bold_letters_of_the_sheet_looked_at_too(
    open_check: Callable[..., Check],
) -> None:
    title = "Fiche réflexe : plus d’informatique dans tout l’établissement"
    check = open_check((DrawnSheet("REF-01", title, "r0", 7, CODES[0]),))
    for width in range(700, 900, 10):
        check.page.resize(width, 380)
        button = check.page.rows.buttons[0]
        bold = QFont(button.font())
        bold.setBold(True)
        shown = button.text()
        assert QFontMetrics(bold).horizontalAdvance(shown) <= button.width() - 22
        assert shown.endswith("…") or title in shown
