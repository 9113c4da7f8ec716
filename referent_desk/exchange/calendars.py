"""What is due, as a calendar that any other program reads (iCalendar, RFC 5545).

One day-long event for each thing. Its UID is made of the home and of what is due, so that the same
thing read again takes the place of the event that stands there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
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
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Referent Desk//Referent Desk//FR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", wording.name)
    head, end, tail = calendar.to_ical().decode().rpartition("END:VCALENDAR")
    pattern, line = _pattern(written_at), _lines()
    events = (
        pattern.format(
            uid=uid_of(home_id, row),
            starts=f"{row.due_on:%Y%m%d}",
            ends=f"{row.due_on + _DAY:%Y%m%d}",
            summary=line("SUMMARY", title := wording.title(row)),
            title=line("DESCRIPTION", title),
            text=line("DESCRIPTION", wording.text(row)),
            place=line("LOCATION", row.department),
            what=row.what,
        )
        for row in rows
    )
    return "".join((head, *events, end, tail)).encode()


_DAY = timedelta(days=1)
_STARTS, _ENDS = date(1900, 1, 1), date(1900, 1, 2)


def _pattern(written_at: datetime) -> str:
    """An event as the library writes it, with fields where events differ.

    The library takes half a millisecond for each; a group of hospitals has tens of thousands.
    """
    from icalendar import Alarm, Event

    event, alarm = Event(), Alarm()
    event.add("uid", "{uid}")
    event.add("dtstamp", written_at)
    event.add("dtstart", _STARTS)
    event.add("dtend", _ENDS)
    event.add("summary", "{summary}")
    event.add("description", "{text}")
    event.add("location", "{place}")
    event.add("categories", ["{what}"])
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("description", "{title}")
    alarm.add("trigger", -ALARM_BEFORE)
    event.add_component(alarm)
    written: str = event.to_ical().decode()
    written = written.replace(f"{_STARTS:%Y%m%d}", "{starts}").replace(f"{_ENDS:%Y%m%d}", "{ends}")
    for field in ("SUMMARY:{summary}", "DESCRIPTION:{text}", "LOCATION:{place}"):
        written = written.replace(field, field.partition(":")[2])
    return written.replace("DESCRIPTION:{title}", "{title}")


def _lines() -> Callable[[str, str], str]:
    """A line of name and text, escaped and folded by the library. Many events share theirs."""
    from icalendar.parser import Contentline, Parameters

    nothing = Parameters()

    @lru_cache(maxsize=65536)
    def line(name: str, text: str) -> str:
        content: bytes = Contentline.from_parts(name, nothing, text).to_ical()
        return content.decode()

    return line
