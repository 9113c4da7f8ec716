"""The presence of those who answer for a department: one week shown, printed, of one or of all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from referent_desk.domain.directory import Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.presence_weeks import PresenceWeek, subjects_of
from referent_desk.domain.presences import missing_minutes
from referent_desk.domain.rotations import monday_of
from referent_desk.errors import NotFound
from referent_desk.language import _, spoken
from referent_desk.paper.presences import write_presence
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import directory_of, local_values
from referent_desk.storage.places import software_names
from referent_desk.storage.presences import all_wards, wards_near
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.garbage import uncollected
from referent_desk.usecases.print_files import pdf_at


def read_presence(desk: Desk, department_id: str, day: date | None = None) -> PresenceWeek:
    """The week in which `day` lies; this one where it is None."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        return presence_in(connection, department_id, monday_of(day or today), today)


def presence_in(
    connection: Connection, department_id: str, monday: date, today: date
) -> PresenceWeek:
    path = path_to(connection, department_id)
    if not path:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    placed = wards_near(connection, department_id, monday, today)
    ward = placed[0].ward
    near = tuple(p.ward for p in placed[1:] if p.pole_id and p.pole_id == placed[0].pole_id)
    directory = directory_of(connection, tuple(node.id for node in path))
    numbers = KnownNumbers(local_values(connection, department_id), directory)
    return PresenceWeek(
        department_id=department_id,
        department=ward.name,
        monday=monday,
        today=today,
        opening_hours=path[0].opening_hours,
        on_call=numbers.of(Purpose.IT_ON_CALL),
        subjects=subjects_of(ward, near, dict(software_names(connection)), monday),
        answering=len({a.person_id for a in ward.appointments if a.person_id in ward.staff}),
    )


def missing_everywhere(desk: Desk, day: date | None = None) -> Mapping[str, int | None]:
    """By department, how many minutes of its opening hours nobody covers in the week of `day`.

    None where nobody knows: it has no opening hours, or nobody's working hours are known.
    """
    today = desk.clock.today()
    monday = monday_of(day or today)
    with desk.database.read() as connection, uncollected():
        wards = all_wards(connection, monday, today)
        return {p.ward.department_id: missing_minutes(p.ward, monday) for p in wards}


def print_presence(
    desk: Desk, department_id: str, day: date | None, subject: str, output: Path
) -> Path:
    """One page. Raises RefusedInput where something else than a PDF lies at `output`."""
    week = read_presence(desk, department_id, day)
    with pdf_at(output) as write:
        write(write_presence(week, week.of(subject), desk.clock.now(), spoken()))
    return output


def suggested_path(desk: Desk, day: date | None) -> Path:
    monday = monday_of(day or desk.clock.today())
    return desk.home.prints / (_("presence-{day}").format(day=monday) + ".pdf")
