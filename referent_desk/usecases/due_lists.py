"""What is due as records for scripts, and as a calendar that other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from referent_desk.domain.dues import HORIZON, DueRow
from referent_desk.errors import RefusedInput
from referent_desk.exchange.calendars import Wording, calendar_of
from referent_desk.language import _, spoken
from referent_desk.storage.audit import last_moment
from referent_desk.storage.departments import path_to
from referent_desk.storage.files import starts_with, written_aside
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dues import list_dues
from referent_desk.words.dues import due_subject, due_text, due_title

_CALENDAR = b"BEGIN:VCALENDAR"


def due_records(desk: Desk, rows: tuple[DueRow, ...]) -> list[dict[str, object]]:
    """The longest overdue first; keys and kinds in the words of the program."""
    language, today = spoken(), desk.clock.today()
    return [
        {
            "what": str(row.what),
            "department": row.department,
            "subject": due_subject(row, language),
            "due_on": row.due_on,
            "overdue_days": row.overdue_days(today),
        }
        for row in rows
    ]


def write_calendar(
    desk: Desk, department_id: str | None, output: Path, days: int = HORIZON
) -> tuple[Path, int]:
    """The path, and how many events it has; of all departments where none is named. `days` as in
    `list_dues`: what comes later is in it when it is written again.

    As long as nothing changes in the home the file stays the same to the byte. Raises RefusedInput
    where something else than a calendar lies at `output`.
    """
    if not starts_with(output, _CALENDAR):
        raise RefusedInput(
            _("At {path} lies something that is not a calendar: it was left as it is.").format(
                path=output
            ),
            _("Give the name of a new file."),
        )
    language, rows = spoken(), _once(list_dues(desk, department_id, days))
    wording = Wording(
        _name(desk, department_id),
        lambda row: due_title(row, language),
        lambda row: due_text(row, language),
    )
    with desk.database.read() as connection:
        written_at = last_moment(connection)
    with written_aside(output) as write:
        write(calendar_of(desk.home_id, rows, wording, written_at))
    return output, len(rows)


def _once(rows: Iterable[DueRow]) -> tuple[DueRow, ...]:
    """A calendar has one event for each thing: the first of two days."""
    first: dict[tuple[str, str, str], DueRow] = {}
    for row in rows:
        first.setdefault((row.what, row.department_id, row.key), row)
    return tuple(first.values())


def suggested_calendar(desk: Desk, department_id: str) -> Path:
    """The same name each time, so that a new one takes the place of the old one."""
    with desk.database.read() as connection:
        node = path_to(connection, department_id)[0]
    return desk.home.prints / (_("due-{department}").format(department=node.paper_code) + ".ics")


def _name(desk: Desk, department_id: str | None) -> str:
    if department_id is None:
        return _("Referent Desk: what is due")
    with desk.database.read() as connection:
        path = path_to(connection, department_id)
    return _("Referent Desk: what is due – {department}").format(department=path[0].name)
