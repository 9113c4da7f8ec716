"""Who came from Today to do one thing, and has done it, is offered the way back to the others."""

from __future__ import annotations

from PySide6.QtCore import QObject

from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.saving import Saver
from referent_desk.gui.status_lines import StatusLine


class WayBack(QObject):
    """Nothing moves by itself: one card may want several things to be saved."""

    def __init__(self, tabs: DeskTabs, saver: Saver, status: StatusLine) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._button = status.back
        self._led_to: TabName | None = None
        tabs.place_followed.connect(self._note_place)
        tabs.currentChanged.connect(self._note_tab)
        saver.saved.connect(self._note_saved)
        self._button.clicked.connect(self._go_back)

    def _note_place(self, place: Place) -> None:
        came_from_today = self._tabs.page.name is TabName.TODAY and bool(place.part)
        self._led_to = place.tab if came_from_today else None
        self._button.hide()

    def _note_tab(self, _number: int) -> None:
        if self._tabs.page.name is not self._led_to:
            self._led_to = None
            self._button.hide()

    def _note_saved(self, _saved: object) -> None:
        self._button.setVisible(self._led_to is not None)

    def _go_back(self) -> None:
        self._tabs.place_followed.emit(Place(TabName.TODAY))
