"""What will have to be done on a day, of one department or of all: for lists and calendars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

HORIZON = 90
"""Days, of which today is the first, for which one is told what comes unless one asks for more."""


class Duty(StrEnum):
    """What is due. The words are those of `referent-desk due`."""

    VERIFICATION = "verification"
    REVIEW = "review"
    APPROVAL = "approval"
    DRILL = "drill"
    LESSONS = "lessons"
    DIAL_CHECK = "dial_check"
    READING = "reading"
    TRAINING = "training"
    ACTION = "action"
    SHELF_CHECK = "shelf_check"
    APPOINTMENT_END = "appointment_end"
    RELEASE = "release"
    MAINTENANCE = "maintenance"
    HANDOVER = "handover"
    CONTRACT_END = "contract_end"
    OBJECTIVE = "objective"
    TICKET = "ticket"


class DueRow(NamedTuple):
    """`key` is the id of what is due, the same for as long as it is the same thing.

    `subject` is its name as one would say it; `person` who does it, where somebody is named. There
    are tens of thousands: so a tuple.
    """

    what: Duty
    department_id: str
    department: str
    key: str
    subject: str
    due_on: date
    person: str = ""

    def overdue_days(self, today: date) -> int:
        """None to come counts; 0 on the day itself."""
        return max((today - self.due_on).days, 0)


def in_order(rows: Iterable[DueRow]) -> tuple[DueRow, ...]:
    """The longest overdue first; of one day, by department, kind and subject."""
    days: defaultdict[date, list[DueRow]] = defaultdict(list)
    for row in rows:
        days[row.due_on].append(row)
    for those in days.values():
        those.sort(key=lambda r: (r.department.casefold(), r.what, r.subject, r.key))
    return tuple(chain.from_iterable(days[day] for day in sorted(days)))
