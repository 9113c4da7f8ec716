"""Checking the shelf: sheets drawn, codes read and recognised, the check recorded as a fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import CopyContent, PrintedSheet
from referent_desk.domain.copy_contents import content_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.shelf_checks import (
    MOST_MONTHS,
    DrawnSheet,
    Reading,
    ShelfCheck,
    drawn_codes,
)
from referent_desk.domain.shelf_readings import Shelf, kept_answer, read_answer
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import binders as stored_binders
from referent_desk.storage import schema
from referent_desk.storage import shelf_checks as stored
from referent_desk.storage.copies import CopyRow, runs_of
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.work import Work
from referent_desk.usecases.copies import closed_copy, copy_row
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk


@dataclass(frozen=True, slots=True)
class RecordedCheck:
    check: ShelfCheck
    saved: Saved


@dataclass(frozen=True, slots=True)
class _Looked:
    """A copy as it should be, and what there is to recognise its sheets by."""

    row: CopyRow
    content: CopyContent
    shelf: Shelf


def draw(desk: Desk, copy_id: str) -> tuple[DrawnSheet, ...]:
    """The sheets to look at, in the order of the binder; none where nothing was filed yet.

    Raises NotFound, and RefusedInput for a copy that is closed.
    """
    with desk.database.read() as connection:
        row = _open_copy(connection, copy_id)
        content = content_of(row.copy, runs_of(connection, row.department_id))
        looked_at = stored.last_looked_at(connection, copy_id)
    codes = drawn_codes(content.sheets, looked_at, copy_id, desk.clock.today())
    return tuple(_drawn(content.sheets[code]) for code in codes)


def read(desk: Desk, copy_id: str, sheet_code: str, typed: str) -> Reading:
    """What was typed or scanned for one sheet of the copy."""
    with desk.database.read() as connection:
        looked = _look(connection, copy_id)
    return read_answer(typed, _drawn(_sheet_of(looked, sheet_code)), looked.shelf)


def record_check(
    desk: Desk, copy_id: str, who: str, day: date, answers: Mapping[str, str]
) -> RecordedCheck:
    """What was read, by sheet code, becomes a fact; an empty answer is a missing sheet.

    A second check of one day is one more fact. Raises RefusedInput for a day to come or before the
    sheets were filed, an answer that is no code, nobody who did it.
    """
    who = clean_line(who)
    with desk.database.write("check_shelf", actor_name=who) as work:
        looked = _look(work.connection, copy_id)
        _refuse_check(desk, looked, who, day, answers)
        check_id = _record(desk, work, looked, who, day, answers)
        check = next(c for c in stored.checks_of(work.connection, copy_id) if c.id == check_id)
    return RecordedCheck(check, saved(desk, frozenset({Kind.BINDERS}), check_id))


def list_checks(desk: Desk, copy_id: str) -> tuple[ShelfCheck, ...]:
    """Those that stand, the newest first."""
    with desk.database.read() as connection:
        return stored.checks_of(connection, copy_id)


def annul_check(desk: Desk, check_id: str, reason: str) -> Saved:
    """It does not count any more: a further fact says so, and why."""
    reason = clean_line(reason)
    with desk.database.write("annul_shelf_check") as work:
        row = stored.read_check(work.connection, check_id)
        if row is None:
            raise NotFound(_("This check is not here any more."), _("Choose another one."))
        if row.is_annulled:
            raise RefusedInput(
                _("This check was already taken back."), _("There is nothing left to do.")
            )
        if not reason:
            raise RefusedInput(
                _("Nobody would know why this check was taken back."),
                _("Say in a few words what was wrong with it."),
            )
        annulling = {"copy_id": row.copy_id, "annuls_id": check_id, "reason": reason, "who": ""}
        work.add(
            schema.shelf_check, [_check_row(desk, work.new_id(), desk.clock.today(), annulling)]
        )
    return saved(desk, frozenset({Kind.BINDERS}), check_id)


def set_months(desk: Desk, department_id: str, months: int) -> Saved:
    """How many months there are from one check to the next; 0 is never."""
    if not 0 <= months <= MOST_MONTHS:
        raise RefusedInput(
            _("Checks lie 0 to {most} months apart.").format(most=MOST_MONTHS),
            _("Give 0 for never."),
        )
    deed = Deed(Verb.EDITED, "binder", _name_of(desk, department_id), "months_between_checks")
    with doing(desk, "set_months_between_checks", deed) as work:
        known = stored_binders.binder_of(work.connection, department_id)
        if known is None:
            row = {"department_id": department_id, "language": desk.language}
            work.add(schema.binder, [{"id": work.new_id(), **row, "months_between_checks": months}])
        else:
            work.change(schema.binder, known[0], {"months_between_checks": months})
    return saved(desk, kinds_of(work.trail) | {Kind.BINDERS}, department_id)


def _name_of(desk: Desk, department_id: str) -> str:
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
    if node is None:
        raise NotFound(_("This department is not here any more."), _("Choose another one."))
    return node.name


def _open_copy(connection: Connection, copy_id: str) -> CopyRow:
    row = copy_row(connection, copy_id)
    if row.copy.closed_on is not None:
        raise closed_copy(row.copy)
    return row


def _look(connection: Connection, copy_id: str) -> _Looked:
    row = _open_copy(connection, copy_id)
    node = read_node(connection, row.department_id)
    content = content_of(row.copy, runs_of(connection, row.department_id))
    unfiled = content.pending.sheets if content.pending is not None else ()
    shelf = Shelf(
        node.paper_code if node is not None else "",
        stored.printed_ever(connection, row.department_id),
        stored.names_by_paper_code(connection),
        frozenset(sheet.revision_id for sheet in unfiled),
        frozenset(sheet.revision_id for sheet in content.sheets.values()),
    )
    return _Looked(row, content, shelf)


def _sheet_of(looked: _Looked, code: str) -> PrintedSheet:
    sheet = looked.content.sheets.get(code)
    if sheet is None:
        raise RefusedInput(
            _("The sheet {code} does not belong to this copy any more.").format(code=code),
            _("Sheets were filed meanwhile: begin the check anew."),
        )
    return sheet


def _drawn(sheet: PrintedSheet) -> DrawnSheet:
    return DrawnSheet(sheet.code, sheet.title, sheet.revision_id, sheet.revision, sheet.check_code)


def _refuse_check(
    desk: Desk, looked: _Looked, who: str, day: date, answers: Mapping[str, str]
) -> None:
    if not answers:
        raise RefusedInput(_("No sheet was looked at."), _("Read the code of at least one sheet."))
    if not who:
        raise RefusedInput(
            _("Nobody is named who looked at the shelf."), _("Say who did the check.")
        )
    if day > desk.clock.today():
        raise RefusedInput(
            _("A check cannot be recorded for a day to come."),
            _("Give the day on which the shelf was looked at."),
        )
    filed = looked.content.filed_on
    if filed is not None and day < filed:
        raise RefusedInput(
            _("These sheets were only filed on {day}.").format(day=spoken().date(filed)),
            _("Give that day or a later one."),
        )


def _record(
    desk: Desk, work: Work, looked: _Looked, who: str, day: date, answers: Mapping[str, str]
) -> str:
    check_id = work.new_id()
    copy_id = looked.row.copy.id
    work.add(
        schema.shelf_check, [_check_row(desk, check_id, day, {"copy_id": copy_id, "who": who})]
    )
    rows = []
    for position, (code, typed) in enumerate(answers.items()):
        drawn = _drawn(_sheet_of(looked, code))
        reading = read_answer(typed, drawn, looked.shelf)
        if reading.found is None:
            raise RefusedInput(
                _("“{typed}” is not the code of a sheet.").format(typed=clean_line(typed)),
                _("Read the code of sheet {code} once more.").format(code=code),
            )
        rows.append(
            {
                "id": work.new_id(),
                "shelf_check_id": check_id,
                "position": position,
                "code": code,
                "expected_id": drawn.revision_id,
                "read": kept_answer(typed, reading),
                "found": str(reading.found),
                "found_id": reading.revision_id,
            }
        )
    work.add(schema.checked_sheet, rows)
    return check_id


def _check_row(
    desk: Desk, check_id: str, day: date, said: Mapping[str, object]
) -> dict[str, object]:
    return {"id": check_id, "home_id": desk.home_id, "valid_on": day, **said}
