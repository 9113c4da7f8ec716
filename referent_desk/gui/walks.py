"""From place to place, and back the way one came."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.department_choosers import choice_text
from referent_desk.gui.desk_tabs import DeskTabs
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.places import Place, TabName, Trail
from referent_desk.gui.status_lines import StatusLine
from referent_desk.language import _


class Walk(QObject):
    """Who was led to a piece of work by a card of Today is back at the card when it is done.

    `department_wanted` carries the department of a place that is gone to.
    """

    department_wanted = Signal(object)
    return_changed = Signal(bool)

    def __init__(
        self, tabs: DeskTabs, pages: HomePages, status: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._pages = pages
        self._status = status
        self._trail = Trail()
        self._is_going_back = False
        self._returns = False

    def follow(self, place: Place) -> None:
        left = self._tabs.place()
        self.leave(self._pages.way_back(left))
        self._go(place)
        self._returns = left.tab is TabName.TODAY and bool(place.part)

    def go_back(self) -> None:
        if self._pages.work is not None:
            self._pages.work.go_away()
            return
        place = self._trail.go_back()
        if place is not None:
            self._is_going_back = True
            self._go(place)
            self._is_going_back = False
            self.return_changed.emit(not self._trail.is_empty)

    def return_from_work(self) -> None:
        """The page over the tabs is gone."""
        if self._returns:
            self.go_back()

    def leave(self, place: Place) -> None:
        """What follows is one step further from `place`, unless it is the way back."""
        self._returns = False
        if not self._is_going_back:
            self._trail.leave(place)
            self.return_changed.emit(True)

    def rename(self, choice: DepartmentChoice) -> None:
        self._trail.rename(choice)

    def forget(self) -> None:
        self._trail = Trail()
        self.return_changed.emit(False)

    def _go(self, place: Place) -> None:
        self._pages.end_work()
        if place.department is not None and place.department != self._tabs.department:
            self.department_wanted.emit(place.department)
            said = _("Department: {name}").format(name=choice_text(place.department))
            self._status.tell(said)
        self._tabs.show_place(place)
