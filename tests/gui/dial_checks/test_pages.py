from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.dial_checks import CallOutcome, CheckedLine, WantedCall
from referent_desk.errors import RefusedInput
from referent_desk.gui.dial_checks.line_rows import LineRow
from referent_desk.gui.dial_checks.pages import DialPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from tests.gui.editings import editing_on
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_practice import DAY, StandInPractice
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

WHO = "Maryse Aubry"
Open = Callable[..., "Dialling"]


class Dialling(SeatedPage[DialPage]):
    def __init__(
        self, qtbot: QtBot, jobs: Jobs, practice: StandInPractice, who: str = WHO, **more: bool
    ) -> None:
        super().__init__(qtbot, jobs)
        editing = editing_on(StandInRecords(), jobs, **more)
        editing.signer.remember(who)
        files = FileQuestions(lambda _parent, suggested: suggested, lambda _path: True)
        self.seat(DialPage(practice.questions().dialling, ("d", "Ward"), editing, files), 700)

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.focus, key)
        self.wait()

    @property
    def row(self) -> LineRow:
        """The one that has the keyboard."""
        focus = self.focus
        assert isinstance(focus, LineRow)
        return focus

    def numbers(self) -> list[str]:
        return [row.number.said() for row in self.page.rows]

    @property
    def progress(self) -> str:
        return self.page.progress.said()


@pytest.fixture
def practice() -> StandInPractice:
    return StandInPractice()


@pytest.fixture
def open_page(qtbot: QtBot, jobs: Jobs, practice: StandInPractice) -> Open:
    return lambda **more: Dialling(qtbot, jobs, practice, **more)


@pytest.fixture
def dialling(open_page: Open) -> Dialling:
    return open_page()


def called(entry_id: str, number: str, outcome: CallOutcome, right: str = "") -> WantedCall:
    return WantedCall(entry_id, number, outcome, DAY, WHO, right)


def test_three_letters_dial_the_month(dialling: Dialling, practice: StandInPractice) -> None:
    assert dialling.progress == "3 of 3 numbers of this month are left."
    dialling.key(Qt.Key.Key_A)
    assert dialling.row.line.label == "Pharmacy"
    dialling.key(Qt.Key.Key_N)
    dialling.key(Qt.Key.Key_W)
    dialling.qtbot.keyClicks(dialling.focus, "99")
    dialling.key(Qt.Key.Key_Return)

    assert practice.calls == [
        called("a", "4700", CallOutcome.RIGHT),
        called("b", "4722", CallOutcome.NO_ANSWER),
        called("c", "9", CallOutcome.WRONG, "99"),
    ]
    assert dialling.progress == "All the numbers of this month are dialled."
    assert dialling.numbers() == ["4700", "4722", "99"]
    words = [row.word.said() for row in dialling.page.rows]
    assert words == ["answers", "no answer", "was wrong"]


def test_a_wrong_number_is_never_kept_in_silence(
    dialling: Dialling, practice: StandInPractice
) -> None:
    row = dialling.row
    dialling.key(Qt.Key.Key_W)
    dialling.key(Qt.Key.Key_Return)
    assert row.trouble.isVisible()
    assert practice.calls == []
    dialling.qtbot.mouseClick(row.unknown, Qt.MouseButton.LeftButton)
    dialling.wait()

    assert practice.calls == [called("a", "4700", CallOutcome.WRONG)]
    assert dialling.numbers()[0] == "no number"
    assert not row.is_correcting
    assert not row.right.isVisible()


def test_escape_leaves_the_correction_before_the_page(dialling: Dialling) -> None:
    ended: list[bool] = []
    dialling.page.finished.connect(lambda: ended.append(True))
    dialling.key(Qt.Key.Key_W)
    dialling.page.escape()
    assert not dialling.page.rows[0].is_correcting
    assert ended == []
    dialling.page.escape()
    assert ended == [True]


def test_who_dials_is_asked_first(open_page: Open, practice: StandInPractice) -> None:
    dialling = open_page(who="")
    assert dialling.has_keyboard(dialling.page.who)
    row = dialling.page.rows[0]
    dialling.qtbot.mouseClick(row.right, Qt.MouseButton.LeftButton)
    dialling.wait()
    assert row.trouble.isVisible()
    assert practice.calls == []


def test_a_refusal_is_said_beside_the_number(dialling: Dialling, practice: StandInPractice) -> None:
    practice.refusal = RefusedInput("It was changed meanwhile.", "Dial the new one.")
    row = dialling.row
    dialling.key(Qt.Key.Key_A)
    assert row.trouble.label.said() == "It was changed meanwhile. Dial the new one."
    assert row.right.isEnabled()
    practice.refusal = None
    row.setFocus()
    dialling.key(Qt.Key.Key_A)
    assert len(practice.calls) == 1


def test_the_other_numbers_are_dialled_too_where_one_likes(dialling: Dialling) -> None:
    dialling.page.every.setChecked(True)
    assert dialling.numbers() == ["4700", "4722", "9", "4800"]
    dialling.page.every.setChecked(False)
    assert dialling.numbers() == ["4700", "4722", "9"]


def test_arrows_go_from_number_to_number(dialling: Dialling) -> None:
    dialling.key(Qt.Key.Key_Down)
    assert dialling.row.line.label == "Pharmacy"
    dialling.key(Qt.Key.Key_Up)
    dialling.key(Qt.Key.Key_Up)
    assert dialling.row.line.label == "Laboratory"


def test_the_list_is_printed(dialling: Dialling, practice: StandInPractice) -> None:
    dialling.qtbot.mouseClick(dialling.page.print, Qt.MouseButton.LeftButton)
    dialling.wait()
    assert practice.papers == [Path("numbers.pdf")]


def test_a_day_that_is_none_is_refused(dialling: Dialling, practice: StandInPractice) -> None:
    dialling.page.day.put("yesterday")
    row = dialling.row
    dialling.key(Qt.Key.Key_A)
    assert row.trouble.isVisible()
    assert practice.calls == []


def test_a_home_that_is_only_read_asks_for_nothing(open_page: Open) -> None:
    dialling = open_page(can_save=False)
    assert not any(button.isVisible() for button in dialling.page.rows[0].answers())


def test_a_directory_without_numbers_says_so(open_page: Open, practice: StandInPractice) -> None:
    practice.lines = ()
    dialling = open_page()
    assert "no number to dial yet" in dialling.progress
    assert not dialling.page.print.isEnabled()


def test_hostile_names_are_shown_letter_by_letter(
    open_page: Open, practice: StandInPractice
) -> None:
    practice.lines = tuple(
        CheckedLine(str(n), name, name[:40], "d", name) for n, name in enumerate(HOSTILE)
    )
    dialling = open_page()
    assert dialling.page.rows[0].name.said() == HOSTILE[0]
    assert dialling.page.width() == 1366


def test_the_day_is_today_until_another_is_typed(dialling: Dialling) -> None:
    assert dialling.page.day.typed() == f"{date(2026, 11, 22):%d/%m/%Y}"


def test_where_else_a_wrong_number_stands_is_asked_about(
    open_page: Open, practice: StandInPractice
) -> None:
    first, *others = practice.lines
    practice.lines = (replace(first, elsewhere=("blood bank", "runner")), *others)
    dialling = open_page()
    row = dialling.row
    dialling.key(Qt.Key.Key_W)
    assert row.elsewhere.said() == "4700 also stands in: blood bank, runner."
    assert row.everywhere.isVisible()
    assert row.everywhere.isChecked()
    row.everywhere.setChecked(False)
    dialling.qtbot.keyClicks(dialling.focus, "99")
    dialling.key(Qt.Key.Key_Return)
    assert practice.calls == [
        replace(called("a", "4700", CallOutcome.WRONG, "99"), elsewhere=False)
    ]

    row.ask_right()
    assert row.everywhere.isChecked()
    dialling.page.rows[1].ask_right()
    assert not dialling.page.rows[1].everywhere.isVisible()


def test_a_corrected_number_is_to_be_dialled(dialling: Dialling) -> None:
    row = dialling.row
    dialling.key(Qt.Key.Key_W)
    dialling.qtbot.keyClicks(dialling.focus, "99")
    dialling.key(Qt.Key.Key_Return)
    assert row.last.said() == "4700 was wrong → 99, to be dialled"
    assert row.word.said() == "was wrong"
