"""What became of a printing: sent, confirmed on paper, filed; three facts, none for another.

Each is said by a person, or by the program for what it sent itself. An error is annulled by a
further row, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import Copy, Mark, Run
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.texts import LONGEST_NAME, LONGEST_TEXT, clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.copies import (
    department_of_run,
    read_copy,
    run_of_id,
    runs_of,
    standing_facts,
)
from referent_desk.storage.database import Connection
from referent_desk.usecases.copies import closed_copy
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.typed_lines import short_line

CHANGED = frozenset({Kind.BINDERS})
_WHAT = "print_run"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A run that something is said of, its copy, and the other runs of that copy."""

    run: Run
    copy: Copy | None
    others: tuple[Run, ...]


def record_sending(desk: Desk, run_id: str, printer: str, job: str = "", who: str = "") -> Saved:
    """The printing was handed to a printer: whether paper came out is not known by that.

    What the system calls printer and job is cut where it is too long; nobody typed it.
    """
    who = short_line("who", who)
    with desk.database.write("record_sending", actor_name=who) as work:
        asked = _asked(work.connection, run_id)
        row = {
            "id": work.new_id(),
            "print_run_id": asked.run.id,
            "printer": clean_line(printer)[:LONGEST_NAME],
            "job": clean_line(job)[:LONGEST_NAME],
            "who": who,
            "valid_on": desk.clock.today(),
        }
        work.add(schema.sending, [row])
    return saved(desk, CHANGED, run_id)


def confirm_printing(desk: Desk, run_id: str, who: str, day: date) -> Saved:
    """Somebody holds the paper, whole and readable."""
    name = _name(who)
    with desk.database.read() as connection:
        asked = _asked(connection, run_id)
    if asked.run.confirmed is not None:
        raise _already(
            _("This printing was already recorded as come out on paper on {day} by {name}."),
            asked.run.confirmed,
        )
    if asked.run.filed is not None:
        raise _already(
            _("This printing was already recorded as filed on {day} by {name}."), asked.run.filed
        )
    _refuse_day(desk, day, asked.run)
    deed = Deed(Verb.CONFIRMED, _WHAT, str(asked.run.number))
    with doing(desk, "confirm_printing", deed, record_id=run_id) as work:
        row = {"id": work.new_id(), "print_run_id": run_id, "who": name, "valid_on": day}
        work.add(schema.confirmation, [row])
    return saved(desk, CHANGED, run_id)


def record_insertion(desk: Desk, run_id: str, who: str, day: date) -> Saved:
    """The sheets of the printing were filed into its copy, and the certificate was signed.

    It needs no confirmation before: whoever files the paper has held it.
    """
    name = _name(who)
    with desk.database.read() as connection:
        asked = _asked(connection, run_id)
    copy = _fileable(asked)
    _refuse_day(desk, day, asked.run)
    _refuse_order(asked, day)
    deed = Deed(Verb.FILED, _WHAT, str(asked.run.number))
    with doing(desk, "record_insertion", deed, record_id=run_id) as work:
        row = {
            "id": work.new_id(),
            "print_run_id": run_id,
            "copy_id": copy.id,
            "who": name,
            "valid_on": day,
        }
        work.add(schema.insertion, [row])
    return saved(desk, CHANGED, run_id)


def annul_mark(desk: Desk, run_id: str, reason: str) -> Saved:
    """Take back what was said last of a printing: filed, else confirmed, else sent."""
    because = short_line("reason", reason, LONGEST_TEXT)
    if not because:
        raise RefusedInput(
            _("Nothing is said about why it was wrong."), _("Say in a few words what happened.")
        )
    with desk.database.read() as connection:
        asked = _asked(connection, run_id)
        tables = (schema.insertion, schema.confirmation, schema.sending)
        found = [(t, ids) for t in tables if (ids := tuple(standing_facts(connection, t, run_id)))]
    if not found:
        raise RefusedInput(
            _("Nothing was recorded of this printing that could be taken back."),
            _("Look at it again (F5 in the window)."),
        )
    table, ids = found[0]
    deed = Deed(Verb.ANNULLED, _WHAT, str(asked.run.number))
    with doing(desk, "annul_mark", deed, record_id=run_id) as work:
        row = work.connection.execute(table.select().where(table.c.id == ids[0])).mappings().one()
        said = {
            key: row[key] for key in ("print_run_id", "copy_id", "printer", "who") if key in row
        }
        further = {"annuls_id": ids[0], "reason": because}
        work.add(table, [{"id": work.new_id(), **said, "valid_on": desk.clock.today(), **further}])
    return saved(desk, CHANGED, run_id)


def _asked(connection: Connection, run_id: str) -> _Asked:
    run, department = run_of_id(connection, run_id), department_of_run(connection, run_id)
    if run is None or department is None:
        raise NotFound(_("This printing is not here any more."), _("Choose another one."))
    if run.copy_id is None:
        return _Asked(run, None, ())
    row = read_copy(connection, run.copy_id)
    others = (r for r in runs_of(connection, department) if r.copy_id == run.copy_id)
    return _Asked(run, row.copy if row else None, tuple(r for r in others if r.id != run_id))


def _fileable(asked: _Asked) -> Copy:
    if asked.copy is None:
        raise RefusedInput(
            _("This was printed for no copy: it cannot be filed."),
            _("Print it for the copy on the shelf, by its number."),
        )
    if asked.copy.closed_on is not None:
        raise closed_copy(asked.copy)
    if asked.run.filed is not None:
        raise _already(
            _("This printing was already recorded as filed on {day} by {name}."), asked.run.filed
        )
    return asked.copy


def _refuse_day(desk: Desk, day: date, run: Run) -> None:
    if day > desk.clock.today():
        raise RefusedInput(_("That day is still to come."), _("Give the day on which it was done."))
    printed = run.printed_at.astimezone().date()
    if day < printed:
        raise RefusedInput(
            _("Print run {number} was only printed on {day}.").format(
                number=run.number, day=spoken().date(printed)
            ),
            _("Give that day or a later one."),
        )


def _refuse_order(asked: _Asked, day: date) -> None:
    """Filings follow the printings: no older one, and no earlier day, after a newer one."""
    for other in asked.others:
        if other.filed is None:
            continue
        known = {
            "number": other.number,
            "day": spoken().date(other.filed.day),
            "name": other.filed.who,
        }
        if other.number > asked.run.number:
            raise RefusedInput(
                _("Print run {number} is newer and was filed on {day} by {name}.").format(**known),
                _("Throw the older sheets away; if that was an error, take the filing back first."),
            )
        if other.filed.day > day:
            raise RefusedInput(
                _("Print run {number} was filed on {day}, after that day.").format(**known),
                _("Give that day or a later one."),
            )


def _name(who: str) -> str:
    name = short_line("who", who)
    if not name:
        raise RefusedInput(_("Nobody is named who did it."), _("Choose or type a name."))
    return name


def _already(happened: str, mark: Mark) -> RefusedInput:
    return RefusedInput(
        happened.format(day=spoken().date(mark.day), name=mark.who),
        _("Nothing was changed; an error can be taken back with its reason."),
    )
