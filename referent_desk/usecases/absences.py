"""When people work and when they are absent, said and corrected. Never why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from referent_desk.domain.absences import read_absence
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.presence_weeks import PersonHours
from referent_desk.domain.records import Fault, RecordKind
from referent_desk.domain.rotations import read_rotation, typed_rotation
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.absences import StoredHours, absences_of, absent_person, hours_of
from referent_desk.storage.database import Connection
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.erased_people import refuse_erased

ABSENCE = "absence"
WEEK_ONE = "week_one"


def read_hours_of(desk: Desk, person_id: str) -> PersonHours:
    today = desk.clock.today()
    with desk.database.read() as connection:
        person = _person(connection, person_id)
        absences = absences_of(connection, person_id, today)
    rotation = read_rotation(person.text, person.week_one) if person.text else None
    return PersonHours(
        person_id, person.name, person.text, person.week_one, rotation, today, absences
    )


def say_hours(desk: Desk, person_id: str, weeks: Sequence[str], week_one: date | None) -> Saved:
    """The weeks as they were typed, one after the other; none: nobody knows.

    Raises RefusedField, whose field is the number of the week from 0, or `week_one`.
    """
    stored, begun = "", ""
    if any(week.strip() for week in weeks):
        read = typed_rotation(weeks, week_one)
        if isinstance(read, Fault):
            raise _refused_hours(read, weeks)
        stored = read.stored()
        begun = read.week_one.isoformat() if read.week_one else ""
    with desk.database.read() as connection:
        person = _person(connection, person_id)
        refuse_erased(connection, person_id)
    deed = Deed(Verb.EDITED, RecordKind.PERSON, person.name, "working_hours")
    with doing(desk, "say_hours", deed, record_id=person_id) as work:
        work.change(schema.person, person_id, {"working_hours": stored, WEEK_ONE: begun})
    return saved(desk, kinds_of(work.trail), person_id)


def add_absence(desk: Desk, person_id: str, typed: str) -> Saved:
    """`du 3 au 14 août`. What overlaps an absence that is known becomes one with it."""
    today = desk.clock.today()
    read = read_absence(typed, today)
    if isinstance(read, Fault):
        raise _refused_absence(read)
    since, until = read
    with desk.database.read() as connection:
        person = _person(connection, person_id)
        refuse_erased(connection, person_id)
        known = absences_of(connection, person_id, since, until)
    deed = Deed(Verb.ADDED, ABSENCE, person.name)
    with doing(desk, "add_absence", deed, record_id=person_id) as work:
        if known:
            first = min(since, *(one.since for one in known))
            last = max(until, *(one.until for one in known))
            work.change(schema.absence, known[0].id, {"since": first, "until": last})
            for other in known[1:]:
                work.change(schema.absence, other.id, {"closed_on": today})
        else:
            new = {"id": work.new_id(), "person_id": person_id, "since": since, "until": until}
            work.add(schema.absence, [new])
    return saved(desk, kinds_of(work.trail), person_id)


def take_absence_back(desk: Desk, absence_id: str) -> Saved:
    """They are there after all."""
    with desk.database.read() as connection:
        person_id = absent_person(connection, absence_id)
        if person_id is None:
            raise NotFound(_("This is not here any more."), _("Choose another one."))
        person = _person(connection, person_id)
    deed = Deed(Verb.CLOSED, ABSENCE, person.name)
    with doing(desk, "close_absence", deed, record_id=person_id) as work:
        work.change(schema.absence, absence_id, {"closed_on": desk.clock.today()})
    return saved(desk, kinds_of(work.trail), person_id)


def _person(connection: Connection, person_id: str) -> StoredHours:
    person = hours_of(connection, person_id)
    if person is None:
        raise NotFound(_("This person is not here any more."), _("Choose another one."))
    return person


def _refused_hours(fault: Fault, weeks: Sequence[str]) -> RefusedField:
    happened, what_to_do = {
        "no_hours": (
            _("Every week is off: there are no hours."),
            _("Type the hours of a week, or empty all weeks if nobody knows them."),
        ),
        "too_many_weeks": (
            _("These are more than twelve weeks."),
            _("Type the weeks until they begin again."),
        ),
        "no_week_one": (
            _("The weeks are not alike, and nobody said when the first one begins."),
            _("Type the Monday on which a first week begins."),
        ),
        "not_a_monday": (
            _("The first week begins on a Monday, and this day is none."),
            _("Type a Monday on which a first week begins."),
        ),
        "hours_not_understood": (
            _("These hours are not understood."),
            _("Type them as Mon–Fri 8:00–18:00, or - for a week off."),
        ),
    }[fault.code]
    field = WEEK_ONE if fault.code in ("no_week_one", "not_a_monday") else "0"
    if fault.code == "hours_not_understood":
        typed = enumerate(weeks)
        field = next(str(n) for n, week in typed if not _is_understood(week))
    return RefusedField(field, fault.code, happened, what_to_do)


def _is_understood(week: str) -> bool:
    return not week.strip() or week.strip() == "-" or read_rotation(week) is not None


def _refused_absence(fault: Fault) -> RefusedField:
    as_this = _("Type it as: 3 to 14 August, or 3/8 to 14/8.")
    happened, what_to_do = {
        "empty": (_("No day was typed."), as_this),
        "absence_not_understood": (
            _("These days are not understood."),
            _("Type only days, never a reason: 3 to 14 August, or 3/8 to 14/8."),
        ),
        "month_missing": (_("The month is missing."), as_this),
        "impossible_date": (
            _("There is no such day."),
            _("Look again at the day and the month."),
        ),
        "until_before_since": (
            _("The last day lies before the first one."),
            _("Correct one of the two."),
        ),
        "absence_too_long": (
            _("An absence of more than two years is taken for a slip of the pen."),
            _("Look again at the years, or say that the person has left."),
        ),
    }[fault.code]
    return RefusedField(ABSENCE, fault.code, happened, what_to_do)
