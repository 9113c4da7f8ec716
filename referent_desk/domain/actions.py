"""What must be done because something was tried or played: by whom, until when, done when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WantedAction:
    """An action as it is typed beside a finding or a verification that did not go well."""

    what: str
    owner: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """`owner` is written as one would say it; `outcome` is what was done in the end.

    `verification_id` or `finding_id` name what it follows from, where it follows from one.
    """

    id: str
    department_id: str
    what: str
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    outcome: str = ""
    verification_id: str | None = None
    finding_id: str | None = None

    @property
    def is_open(self) -> bool:
        return self.done_on is None

    def is_overdue(self, today: date) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with what it follows from: the procedure that was tried, or what a drill showed."""

    action: Action
    because: str = ""
    revision_id: str | None = None

    @property
    def id(self) -> str:
        return self.action.id


@dataclass(frozen=True, slots=True)
class DepartmentActions:
    """The open ones first, the soonest due first; `done` are the others, the newest first."""

    department_id: str
    department: str
    today: date
    open: tuple[ActionRow, ...]
    done: tuple[ActionRow, ...]

    @property
    def overdue(self) -> int:
        return sum(row.action.is_overdue(self.today) for row in self.open)
