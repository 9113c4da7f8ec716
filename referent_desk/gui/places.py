"""Where in the window one is: what a row leads to, and what Back goes back to."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.domain.departments import DepartmentChoice

Key = tuple[str | None, ...]
"""Names a row of a tab; a shorter key names the first row that begins with it."""


class TabName(StrEnum):
    TODAY = "today"
    DEPARTMENTS = "departments"
    SOFTWARE = "software"
    REFERENTS = "referents"
    PROCEDURES = "procedures"
    BINDERS = "binders"
    DRILLS = "drills"
    HELP_GIVEN = "help_given"


def tab_title(name: TabName) -> str:
    return {
        TabName.TODAY: _("Today"),
        TabName.DEPARTMENTS: _("Departments"),
        TabName.SOFTWARE: _("Software"),
        TabName.REFERENTS: _("Referents"),
        TabName.PROCEDURES: _("Degraded modes"),
        TabName.BINDERS: _("Binder"),
        TabName.DRILLS: _("Drills"),
        TabName.HELP_GIVEN: _("Help given"),
    }[name]


@dataclass(frozen=True, slots=True)
class Place:
    """`department` None: whatever department is chosen stays chosen.

    `part` names what gets the keyboard in what is shown: a section, a form, a button.
    """

    tab: TabName
    key: Key = ()
    department: DepartmentChoice | None = None
    part: str = ""


EVERYBODY = "everybody"
"""The part of the tab of referents that lists the whole staff."""


class Trail:
    """The places left behind, the newest last; it forgets the oldest beyond `longest`."""

    def __init__(self, longest: int = 100) -> None:
        self._places: list[Place] = []
        self._longest = longest

    def leave(self, place: Place) -> None:
        last = self._places[-1] if self._places else None
        if last is None or place not in {last, replace(last, part="")}:
            self._places.append(place)
            del self._places[: -self._longest]

    def rename(self, choice: DepartmentChoice) -> None:
        """The way back leads to the department as it is named now."""
        self._places = [
            replace(place, department=choice)
            if place.department is not None and place.department.id == choice.id
            else place
            for place in self._places
        ]

    @property
    def is_empty(self) -> bool:
        return not self._places

    def go_back(self) -> Place | None:
        return self._places.pop() if self._places else None
