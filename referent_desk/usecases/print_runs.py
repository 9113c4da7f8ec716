"""Recording what was printed: new codes, new revisions, the run, the copy, the sheets in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.binders import NumberedSheets
from referent_desk.domain.check_codes import canonical_json
from referent_desk.domain.sheets import Sheet
from referent_desk.storage import binders as stored
from referent_desk.storage import schema
from referent_desk.storage.high_marks import raise_marks
from referent_desk.storage.work import Work
from referent_desk.usecases.copy_numbers import copy_mark
from referent_desk.usecases.desks import Desk


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing, about to become a fact: of the whole binder, or of `replacements` for a copy.

    `sheets` with their pages in the order of the binder.
    """

    home_id: str
    department_id: str
    run_number: int
    copy_number: int | None
    copy_id: str | None
    language: str
    one_sided: bool
    pages: int
    sheets: Sequence[tuple[Sheet, int]]
    who: str
    day: date
    replacements: bool = False


def record_printing(work: Work, printing: Printing, numbered: NumberedSheets) -> str:
    """Facts, added in the order in which they lean on one another; the id of the run."""
    department = {"department_id": printing.department_id}
    work.add(
        schema.sheet_code,
        (
            {"id": work.new_id(), **department, "code": code, "subject": subject}
            for subject, code in numbered.new_codes
        ),
    )
    work.add(
        schema.sheet_revision,
        (
            {
                "id": work.new_id(),
                **department,
                "code": sheet.content.code,
                "revision": sheet.revision,
                "check_code": sheet.check_code,
                "body_hash": sheet.body_hash,
                "body": canonical_json(sheet.content.body, sheet.content.language),
                "title": sheet.content.title,
            }
            for sheet in numbered.new_sheets
        ),
    )
    run_id = work.new_id()
    run = {
        "id": run_id,
        "home_id": printing.home_id,
        "number": printing.run_number,
        **department,
        "copy_id": printing.copy_id or _new_copy(work, printing),
        "language": printing.language,
        "one_sided": printing.one_sided,
        "pages": printing.pages,
        "replacements": 1 if printing.replacements else None,
        "who": printing.who,
        "valid_on": printing.day,
    }
    work.add(schema.print_run, [run])
    _record_sheets(work, printing, run_id)
    return run_id


def keep_marks(desk: Desk, printing: Printing) -> None:
    """No number of this printing is given again, not even after a backup was put back.

    Once it is a fact, and before the paper takes its place.
    """
    department_id = printing.department_id
    revisions: dict[str, int] = {}
    with desk.database.read() as connection:
        for known in stored.known_revisions(connection, department_id):
            revisions[known.code] = max(known.revision, revisions.get(known.code, 0))
        begun = printing.copy_number if printing.copy_id is None else None
        copy = copy_mark(desk, connection, department_id, begun) if begun is not None else 0
    raise_marks(
        desk.home.marks,
        desk.home_id,
        department_id,
        run=printing.run_number,
        revisions=revisions,
        copy=copy,
    )


def _record_sheets(work: Work, printing: Printing, run_id: str) -> None:
    ids = {
        (known.code, known.revision): known.id
        for known in stored.known_revisions(work.connection, printing.department_id)
    }
    work.add(
        schema.printed_sheet,
        (
            {
                "id": work.new_id(),
                "print_run_id": run_id,
                "sheet_revision_id": ids[sheet.content.code, sheet.revision or 0],
                "position": position,
                "pages": pages,
            }
            for position, (sheet, pages) in enumerate(printing.sheets)
        ),
    )


def _new_copy(work: Work, printing: Printing) -> str | None:
    """A copy that is printed for the first time begins to exist, and its binder with it."""
    if printing.copy_number is None:
        return None
    binder = stored.binder_of(work.connection, printing.department_id)
    binder_id = binder[0] if binder else work.new_id()
    if binder is None:
        row = {"department_id": printing.department_id, "language": printing.language}
        work.add(schema.binder, [{"id": binder_id, **row}])
    copy_id = work.new_id()
    work.add(schema.copy, [{"id": copy_id, "binder_id": binder_id, "number": printing.copy_number}])
    return copy_id
