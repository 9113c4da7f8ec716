from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.gui.lost_runs import LostRunNotice
from referent_desk.gui.messages import ReportDialog
from referent_desk.gui.notices import NoticeBar, NoticeStrip


@dataclass(frozen=True)
class Lost:
    report: str = ""
    begun_at: datetime = datetime(2026, 11, 21, 13, 2, tzinfo=UTC)


def shown(qtbot: QtBot, lost: Lost) -> tuple[NoticeStrip, LostRunNotice]:
    strip, notice = NoticeStrip(), LostRunNotice(lost)
    qtbot.addWidget(strip)
    strip.add(notice)
    strip.show()
    return strip, notice


def test_a_lost_run_is_told_with_its_day(qtbot: QtBot) -> None:
    _strip, notice = shown(qtbot, Lost())
    assert "21\u00a0November\u00a02026" in notice.label.said()
    assert notice.findChildren(QPushButton) == []


def test_its_report_can_be_read_and_copied(qtbot: QtBot) -> None:
    _strip, notice = shown(qtbot, Lost("Fatal Python error: Segmentation fault"))
    qtbot.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    dialog = notice.findChildren(ReportDialog)[0]
    assert "Segmentation fault" in dialog.report()
    dialog.accept()


def test_what_the_home_says_anew_does_not_hide_it(qtbot: QtBot) -> None:
    strip, notice = shown(qtbot, Lost())
    strip.say(["The folder lies on a network drive."])
    strip.say([])
    assert strip.bars() == [notice]
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert [bar for bar in strip.findChildren(NoticeBar) if bar.isVisible()] == []
