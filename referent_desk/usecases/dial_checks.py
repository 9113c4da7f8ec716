"""Dialling the numbers of the directory: which are drawn, and what the call showed."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.dial_checks import CallOutcome, DialCheck, WantedCall
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FIELDS, Fault, RecordKind
from referent_desk.domain.same_numbers import holds_number, with_number
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.diallings import dialling_row, is_annulled, values_below
from referent_desk.storage.records import Row, read_row
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.dial_facts import dial_check
from referent_desk.usecases.records_kinds import RULES
from referent_desk.usecases.typed_lines import refuse_long

_KIND = RecordKind.DIRECTORY_ENTRY
_WHAT = "dialling"
_OWN = frozenset({"id", "recorded_at", "annuls_id", "reason", "row_hash", "label"})


def read_dial_check(desk: Desk, department_id: str) -> DialCheck:
    """The lines drawn this month for the department, and all others that its sheets print."""
    with desk.database.read() as connection:
        path = _path(connection, department_id)
        return dial_check(connection, path, desk.clock.today())


def _path(connection: Connection, department_id: str) -> tuple[Node, ...]:
    path = path_to(connection, department_id)
    if not path or path[0].kind not in BINDER_KINDS:
        raise NotFound(
            _("This department keeps no binder: it has no numbers to try."),
            _("Choose a department or a unit of the list."),
        )
    return path


def record_dialling(desk: Desk, wanted: WantedCall) -> Saved:
    """What a call showed. Raises RefusedField, and then nothing was written.

    A number that is wrong never stays: the right one takes its place in the same deed, or none;
    also where a department beneath typed the same number into its texts.
    """
    who = clean_line(wanted.who)
    _refuse_day(wanted.day, desk.clock.today())
    refuse_long("who", who, _("Say it in a few words."))
    with desk.database.read() as connection:
        row = _known_line(connection, wanted)
    right = _right_number(wanted, row) if wanted.outcome is CallOutcome.WRONG else ""
    deed = Deed(Verb.ADDED, _WHAT, row["called"])
    with doing(desk, "record_dialling", deed, record_id=wanted.entry_id) as work:
        said = {
            "id": work.new_id(),
            "entry_id": wanted.entry_id,
            "number": wanted.number,
            "answered": wanted.outcome is CallOutcome.RIGHT,
            "outcome": str(wanted.outcome),
        }
        work.add(schema.dialling, [{**said, "who": who, "valid_on": wanted.day}])
        if wanted.outcome is CallOutcome.WRONG:
            RULES[_KIND].edit(work, row, "number", right)
            if wanted.elsewhere:
                _correct_elsewhere(work, row, right)
    return saved(desk, kinds_of(work.trail), wanted.entry_id)


def _correct_elsewhere(work: Work, row: Row, right: str) -> None:
    for value in values_below(work.connection, [row["owner_id"]]).get(row["owner_id"], ()):
        if holds_number(value.value, row["number"]):
            said = with_number(value.value, row["number"], right)
            work.change(schema.local_value, value.id, {"value": said})


def annul_dialling(desk: Desk, dialling_id: str, reason: str) -> Saved:
    """It does not count any more; a number that was corrected because of it stays corrected."""
    because = clean_line(reason)
    with desk.database.read() as connection:
        row = dialling_row(connection, dialling_id)
        if row is None:
            raise NotFound(_("This call is not here any more."), _("Choose another one."))
        if is_annulled(connection, dialling_id):
            raise RefusedInput(
                _("This call was already taken back."), _("There is nothing left to do.")
            )
    if not because:
        raise RefusedInput(
            _("Nobody would know why this call was taken back."),
            _("Say in a few words what was wrong with it."),
        )
    copied = {str(key): value for key, value in row.items() if key not in _OWN}
    deed = Deed(Verb.ANNULLED, _WHAT, row["label"])
    with doing(desk, "annul_dialling", deed, record_id=row["entry_id"]) as work:
        annulling = {"id": work.new_id(), "annuls_id": dialling_id, "reason": because}
        work.add(schema.dialling, [{**copied, **annulling}])
    return saved(desk, kinds_of(work.trail), row["entry_id"])


def _known_line(connection: Connection, wanted: WantedCall) -> Row:
    row: Row | None = read_row(connection, _KIND, wanted.entry_id)
    if row is None or row["closed_on"] is not None:
        raise NotFound(
            _("This number is not in the directory any more."), _("Go on with the next one.")
        )
    if row["number"] != wanted.number:
        raise RefusedInput(
            _("The number of “{name}” was changed meanwhile: it is now {number}.").format(
                name=row["called"], number=row["number"] or "—"
            ),
            _("Dial the number that is shown now."),
        )
    if not row["number"]:
        raise RefusedInput(
            _("“{name}” has no number: there is nothing to dial.").format(name=row["called"]),
            _("Type the number into the directory first."),
        )
    return row


def _right_number(wanted: WantedCall, row: Row) -> str:
    """Empty where nobody knows."""
    field = next(one for one in FIELDS[_KIND] if one.name == "number")
    value = read_typed(field, wanted.right)
    if isinstance(value, Fault):
        raise RefusedField(
            "number",
            value.code,
            _("What was typed is no number that can be dialled."),
            _("Correct it, or say that nobody knows the right one."),
        )
    if value == row["number"]:
        raise RefusedField(
            "number",
            "same",
            _("This is the number that was wrong."),
            _("Type the right one, or say that nobody knows it."),
        )
    return str(value or "")


def _refuse_day(day: date, today: date) -> None:
    if day > today:
        raise RefusedField(
            "day",
            "to_come",
            _("A number cannot have been dialled on a day to come."),
            _("Give the day on which it was dialled."),
        )
