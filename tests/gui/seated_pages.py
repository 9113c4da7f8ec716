"""A page of work that is shown, and the keyboard in front of it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.gui.jobs import Jobs
from referent_desk.gui.work_pages import WorkPage
from tests.event_turns import settle

Page = TypeVar("Page", bound=WorkPage)


class SeatedPage(Generic[Page]):
    """What comes from it answers from memory; `page` is given by `seat`."""

    page: Page

    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        self.qtbot = qtbot
        self.jobs = jobs

    def seat(self, page: Page, height: int) -> None:
        self.page = page
        self.qtbot.addWidget(page)
        page.resize(1366, height)
        page.show()
        page.activateWindow()
        page.begin()
        self.wait()

    def wait(self) -> None:
        settle(self.jobs)

    def has_keyboard(self, widget: QWidget) -> bool:
        return self.page.focusWidget() is widget

    @property
    def focus(self) -> QWidget:
        widget = self.page.focusWidget()
        assert widget is not None
        return widget
