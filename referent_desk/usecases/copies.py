"""The copies of a binder: reading what lies in them, closing one that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from referent_desk.domain.copies import Copy, CopyContent, CopyEnd, Run
from referent_desk.domain.copy_contents import content_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.domain.shelf_looks import as_seen
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.binders import sheet_codes
from referent_desk.storage.copies import CopyRow, read_copy, runs_of
from referent_desk.storage.database import Connection
from referent_desk.storage.shelf_checks import looks_of
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk


def copy_row(connection: Connection, copy_id: str) -> CopyRow:
    """Raises NotFound."""
    row = read_copy(connection, copy_id)
    if row is None:
        raise NotFound(_("This copy is not here any more."), _("Choose another one."))
    return row


def read_copy_content(desk: Desk, copy_id: str) -> CopyContent:
    """What lies in the copy, as far as signed insertions tell."""
    with desk.database.read() as connection:
        row = copy_row(connection, copy_id)
        return content_of(row.copy, runs_of(connection, row.department_id))


def seen_contents(
    connection: Connection, department_id: str, copies: Iterable[Copy], runs: Sequence[Run]
) -> list[CopyContent]:
    """What lies in each of the copies, less what a check of the shelf found amiss since.

    `runs` are all of the department.
    """
    looks = looks_of(connection, [department_id])
    return [as_seen(content_of(copy, runs), runs, looks.get(copy.id, ())) for copy in copies]


def list_runs(desk: Desk, copy_id: str) -> tuple[Run, ...]:
    """The printings for a copy, the newest first."""
    with desk.database.read() as connection:
        row = copy_row(connection, copy_id)
        runs = runs_of(connection, row.department_id)
    return tuple(run for run in reversed(runs) if run.copy_id == copy_id)


def sheet_subjects(desk: Desk, department_id: str) -> Mapping[str, str]:
    """By code, what each sheet is about that was ever printed for the department."""
    with desk.database.read() as connection:
        return {code: subject for subject, code in sheet_codes(connection, department_id).items()}


def close_copy(desk: Desk, copy_id: str, because: CopyEnd, day: date) -> Saved:
    """It is gone, with the day and why; its history stays.

    Raises RefusedInput for a copy that is closed, and for a day to come or before its printings.
    """
    with desk.database.read() as connection:
        row = copy_row(connection, copy_id)
        runs = [r for r in runs_of(connection, row.department_id) if r.copy_id == copy_id]
    if row.copy.closed_on is not None:
        raise closed_copy(row.copy)
    _refuse_day(desk, day, runs)
    deed = Deed(Verb.CLOSED, RecordKind.COPY, str(row.copy.number))
    with doing(desk, "close_copy", deed, record_id=copy_id) as work:
        work.change(schema.copy, copy_id, {"closed_on": day, "closed_because": str(because)})
    return saved(desk, kinds_of(work.trail), copy_id)


def _refuse_day(desk: Desk, day: date, runs: list[Run]) -> None:
    if day > desk.clock.today():
        raise RefusedInput(
            _("A copy cannot be closed on a day to come."),
            _("Give the day on which it was lost, destroyed or withdrawn."),
        )
    filed = max((run.filed.day for run in runs if run.filed is not None), default=None)
    if filed is not None and day < filed:
        raise RefusedInput(
            _("Sheets were filed into this copy on {day}, after that day.").format(
                day=spoken().date(filed)
            ),
            _("Give a later day, or take that filing back first."),
        )


def closed_copy(copy: Copy) -> RefusedInput:
    """What is refused of a copy that is closed: one says why it is."""
    if copy.closed_on is None:
        raise ValueError("the copy is open")
    day = spoken().date(copy.closed_on)
    sentence = {
        CopyEnd.LOST: _("Copy {number} was lost on {day}."),
        CopyEnd.DESTROYED: _("Copy {number} was destroyed on {day}."),
        CopyEnd.WITHDRAWN: _("Copy {number} was withdrawn on {day}."),
        None: _("Copy {number} was closed on {day}."),
    }[copy.closed_because]
    return RefusedInput(
        sentence.format(number=copy.number, day=day),
        _("Choose another copy, or open it again if it was found."),
    )
