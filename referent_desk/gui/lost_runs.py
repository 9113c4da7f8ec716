"""Told at the next start: the program did not end by itself the last time."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from referent_desk.gui.icons import IconButton
from referent_desk.gui.messages import ReportDialog
from referent_desk.gui.notices import NoticeBar
from referent_desk.language import _, spoken


class LostRun(Protocol):
    @property
    def begun_at(self) -> datetime: ...

    @property
    def report(self) -> str: ...


class LostRunNotice(NoticeBar):
    def __init__(self, lost: LostRun, parent: QWidget | None = None) -> None:
        begun = lost.begun_at.astimezone()
        sentence = _(
            "The program opened on {day} at {time} did not end normally. What was shown as saved "
            "is saved; forms that were begun are offered again."
        ).format(day=spoken().date(begun.date()), time=spoken().time(begun))
        super().__init__(sentence, closable=True, parent=parent)
        self._report = lost.report
        if lost.report:
            see = IconButton(_("See the &report"))
            see.clicked.connect(lambda _checked: self.show_report())
            self.add(see)

    def show_report(self) -> None:
        dialog = ReportDialog(self)
        dialog.add(self._report)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
