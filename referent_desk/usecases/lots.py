"""Numbered forms: a lot is recorded, then printed; no serial is ever given twice."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.lots import HIGHEST_SERIAL, MOST_AT_ONCE, Lot, next_serial, serial_digits
from referent_desk.domain.sheets import Head
from referent_desk.domain.texts import LONGEST_TEXT, clean_line, folded
from referent_desk.errors import Cancelled, DeskError, NotFound, RefusedInput
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import Language, _
from referent_desk.paper.forms_lots import LotStamp, Progress, write_lot
from referent_desk.storage import lots as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.high_marks import raise_marks, read_marks
from referent_desk.storage.work import Work
from referent_desk.usecases.binder_contents import form_of_ward, read_binder_facts
from referent_desk.usecases.binder_heads import head_of
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.binders import freeze_paper_code
from referent_desk.usecases.deeds import saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at
from referent_desk.usecases.typed_lines import short_line

_CHANGED = frozenset({Kind.BINDERS})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrintedLot:
    """`two_sided`: front and back of a sheet follow one another; otherwise one side only."""

    path: Path
    lot: Lot
    pages: int
    two_sided: bool
    saved: Saved


@dataclass(frozen=True, slots=True)
class _Begun:
    """A lot that is a fact already, about to be laid out."""

    lot: Lot
    form: FormDefinition
    head: Head
    language: Language
    recorded_at: datetime


def list_forms(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Code and title of each, those of the hospital too, in the language of the home's paper."""
    known = form_definitions(desk.language, desk.home.forms)
    return tuple((form.code, form.title) for form in known.forms)


def list_lots(desk: Desk, department_id: str) -> tuple[Lot, ...]:
    """The newest first; annulled ones say why."""
    with desk.database.read() as connection:
        return stored.lots_of(connection, department_id)


def print_lot(
    desk: Desk,
    form_code: str,
    department_id: str,
    amount: int,
    output: Path,
    who: str = "",
    progress: Progress | None = None,
) -> PrintedLot:
    """Allot the serials, then write the PDF to `output`.

    No file is written over: another lot may lie in it, not yet printed.

    The serials are a fact before a sheet can bear them. When the file is not written, for whatever
    reason, they are lost: the lot is annulled and says so.
    """
    if amount < 1:
        raise RefusedInput(
            _("At least one sheet is needed."),
            _("Give how many: from 1 to {most}.").format(most=MOST_AT_ONCE),
        )
    if amount > MOST_AT_ONCE:
        raise RefusedInput(
            _("Between 1 and {most} sheets can be numbered at once.").format(most=MOST_AT_ONCE),
            _("Print several lots, one after another."),
        )
    begun: _Begun | None = None
    try:
        with pdf_at(output) as write:
            _refuse_existing(output)
            begun = _begin(desk, form_code, department_id, amount, who)
            stamp = LotStamp(begun.lot.first, amount, begun.recorded_at.astimezone())
            printed = write_lot(begun.form, begun.head, stamp, begun.language, progress)
            write(printed.pdf)
    except BaseException as error:
        if begun is not None:
            _burn(desk, begun.lot, error)
        raise
    return PrintedLot(
        output, begun.lot, printed.pages, printed.two_sided, saved(desk, _CHANGED, begun.lot.id)
    )


def annul_lot(desk: Desk, lot_id: str, reason: str) -> Saved:
    """Its sheets are not to be used, nor accounted for; its serials are never given again."""
    reason = short_line("reason", reason, LONGEST_TEXT)
    if not reason:
        raise RefusedInput(
            _("Nobody would know why these sheets are not to be used."),
            _("Say in a few words what became of them."),
        )
    with desk.database.read() as connection:
        row = stored.read_lot(connection, lot_id)
    if row is None:
        raise NotFound(_("This lot is not here any more."), _("Choose another one."))
    if row.lot.annulled:
        raise RefusedInput(
            _("This lot was already annulled: {reason}").format(reason=row.lot.annulled),
            _("There is nothing left to do."),
        )
    _annul(desk, lot_id, reason)
    return saved(desk, _CHANGED, lot_id)


def suggested_path(desk: Desk, form_code: str, department_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise: named after the first of its serials, which is
    never given again."""
    with desk.database.read() as connection:
        node = read_node(connection, department_id)
        first = _next_of(desk, connection, department_id, form_code)
    paper_code = node.paper_code if node is not None else ""
    parts = (form_code, paper_code, serial_digits(first), f"{desk.clock.today()}")
    name = " ".join(part for part in parts if part)
    number, path = 1, desk.home.prints / f"{name}.pdf"
    while path.exists():
        number += 1
        path = desk.home.prints / f"{name} ({number}).pdf"
    return path


def _refuse_existing(output: Path) -> None:
    if output.exists():
        raise RefusedInput(
            _("A file is there already: {path}. No number was given.").format(path=output),
            _("Give another name: numbered sheets in a file that is written over are lost."),
        )


def _begin(desk: Desk, form_code: str, department_id: str, amount: int, who: str) -> _Begun:
    who = short_line("who", who)
    with desk.database.write("allot_lot", actor_name=who) as work:
        node = read_node(work.connection, department_id)
        if node is None or node.kind not in BINDER_KINDS:
            raise NotFound(
                _("This department keeps no binder."),
                _("Choose a department or a unit of the list."),
            )
        spoken_on_paper = binder_language(work.connection, desk, department_id)
        form = form_of_ward(_form(desk, form_code, spoken_on_paper), node, spoken_on_paper)
        freeze_paper_code(work, department_id)
        first = _first_serial(desk, work, department_id, form, amount)
        lot = Lot(
            work.new_id(), form.code, form.title, str(form.revision), first, amount, who,
            desk.clock.today(),
        )  # fmt: skip
        work.add(schema.lot, [_row(desk, lot, department_id, spoken_on_paper.code)])
        today = desk.clock.today()
        facts = read_binder_facts(work.connection, department_id, spoken_on_paper.code, today)
        raise_marks(desk.home.marks, desk.home_id, department_id, serials={form.code: lot.last})
        return _Begun(lot, form, head_of(facts), spoken_on_paper, work.now)


def _form(desk: Desk, code: str, spoken_on_paper: Language) -> FormDefinition:
    forms = form_definitions(spoken_on_paper.code, desk.home.forms).forms
    wanted = folded(code)
    found = next((form for form in forms if folded(form.code) == wanted), None)
    if found is None:
        raise NotFound(
            _("There is no form {code}.").format(code=clean_line(code)),
            _("“{command}” shows them all.").format(command="list forms"),
        )
    return found


def _first_serial(
    desk: Desk, work: Work, department_id: str, form: FormDefinition, amount: int
) -> int:
    first = _next_of(desk, work.connection, department_id, form.code)
    if first + amount - 1 > HIGHEST_SERIAL:
        raise RefusedInput(
            _("The serials of form {code} are used up in this department.").format(code=form.code),
            _("Make a form of your own with another code, from this one."),
        )
    return first


def _next_of(desk: Desk, connection: Connection, department_id: str, form_code: str) -> int:
    marks = read_marks(desk.home.marks, desk.home_id, department_id)
    known = stored.last_serial(connection, department_id, form_code)
    return next_serial(known, marks.serials.get(form_code, 0))


def _row(desk: Desk, lot: Lot, department_id: str, language_code: str) -> dict[str, object]:
    return {
        "id": lot.id,
        "home_id": desk.home_id,
        "department_id": department_id,
        "form_code": lot.form_code,
        "form_title": lot.form_title,
        "form_revision": lot.form_revision,
        "language": language_code,
        "first_serial": lot.first,
        "amount": lot.amount,
        "who": lot.who,
        "valid_on": lot.day,
    }


def _burn(desk: Desk, lot: Lot, error: BaseException) -> None:
    """What went wrong first is what the reader is told."""
    reason = _("the file could not be written")
    if isinstance(error, Cancelled | KeyboardInterrupt):
        reason = _("stopped before the file was written")
    try:
        _annul(desk, lot.id, reason)
    except DeskError:
        _log.exception("the lot %s could not be annulled", lot.id)


def _annul(desk: Desk, lot_id: str, reason: str) -> None:
    with desk.database.write("annul_lot") as work:
        row = stored.read_lot(work.connection, lot_id)
        if row is None:
            raise NotFound(_("This lot is not here any more."), _("Choose another one."))
        annulling = {
            "id": work.new_id(),
            "annuls_id": lot_id,
            "reason": reason,
            "valid_on": desk.clock.today(),
        }
        work.add(
            schema.lot, [{**_row(desk, row.lot, row.department_id, row.language), **annulling}]
        )
