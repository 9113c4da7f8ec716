"""What is due, as a calendar that any other program reads (iCalendar, RFC 5545).

One day-long event for each thing. Its UID is made of the home and of what is due, so that the same
thing read again takes the place of the event that stands there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from referent_desk.domain.dues import DueRow

ALARM_BEFORE = timedelta(days=7)
"""An event reminds at midnight seven days before: a week to find twenty quiet minutes."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the calendar and its events are called in the reader's language."""

    name: str
    title: Callable[[DueRow], str]
    text: Callable[[DueRow], str]


def uid_of(home_id: str, row: DueRow) -> str:
    """The same for as long as it is the same thing, whatever its day and its words."""
    return str(uuid5(NAMESPACE_OID, f"{home_id} {row.what} {row.department_id} {row.key}"))


def calendar_of(
    home_id: str, rows: Iterable[DueRow], wording: Wording, written_at: datetime
) -> bytes:
    """The whole file: the same rows at the same moment give the same bytes."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Referent Desk//Referent Desk//FR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", wording.name)
    for row in rows:
        event = Event()
        event.add("uid", uid_of(home_id, row))
        event.add("dtstamp", written_at)
        event.add("dtstart", row.due_on)
        event.add("dtend", row.due_on + timedelta(days=1))
        event.add("summary", wording.title(row))
        event.add("description", wording.text(row))
        event.add("location", row.department)
        event.add("categories", [str(row.what)])
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", wording.title(row))
        alarm.add("trigger", -ALARM_BEFORE)
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
