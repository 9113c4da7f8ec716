"""The register of reading and practice: the grid of a department, and what is typed into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from referent_desk.domain.acknowledgements import (
    Acknowledgement,
    Mark,
    Reader,
    Register,
    Taught,
    changes_of,
    matched,
    reader_key,
)
from referent_desk.domain.coverage import uses_of
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.departments import BINDER_KINDS, Node
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage import acknowledgements as stored
from referent_desk.storage import schema
from referent_desk.storage.binders import sheet_codes
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import read_node
from referent_desk.storage.people import read_person
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.reading_facts import taught_of

_WHAT = "acknowledgement"


def read_register(desk: Desk, department_id: str) -> Register:
    """Its staff, then those from elsewhere and the names alone that have a line in it."""
    with desk.database.read() as connection:
        return register_in(connection, department_id, desk.clock.today())


def register_in(connection: Connection, department_id: str, today: date) -> Register:
    node = _binder_node(connection, department_id)
    coverage = coverage_facts(connection, department_id, today, texts=False)
    codes = sheet_codes(connection, department_id)
    said = stored.acknowledgements_in(connection, department_id)
    staff = stored.staff_of(connection, department_id, today)
    others = _others(connection, said, {reader.key for reader in staff}, today)
    return Register(
        department_id,
        node.name,
        today,
        (*staff, *others),
        taught_of(coverage, uses_of(coverage, today), codes),
        said,
        stored.revision_numbers(connection, (fact.revision_id for fact in said)),
    )


def _binder_node(connection: Connection, department_id: str) -> Node:
    node = read_node(connection, department_id)
    if node is None or node.kind not in BINDER_KINDS:
        raise NotFound(
            _("This department keeps no binder: nobody signs for having read it."),
            _("Choose a department or a unit of the list."),
        )
    return node


def _others(
    connection: Connection, said: Iterable[Acknowledgement], staff: set[str], today: date
) -> tuple[Reader, ...]:
    """People who left are in the history, not in the grid."""
    named = {reader_key(f.person_id, f.name): f for f in said}
    strange = [fact for key, fact in named.items() if key not in staff]
    ids = [fact.person_id for fact in strange if fact.person_id is not None]
    known = stored.people_named(connection, ids)
    present = [
        reader
        for reader in known
        if (person := read_person(connection, reader.person_id or "")) is not None
        and person.is_here(today)
    ]
    alone = [Reader(fact.name) for fact in strange if fact.person_id is None]
    return (*present, *sorted(alone, key=lambda reader: reader.key))


def record_acknowledgements(
    desk: Desk, department_id: str, marks: Sequence[Mark], day: date, who: str
) -> Saved:
    """All of them in one deed; those that stand already are not said twice.

    A mark without a level takes back what stood. Raises RefusedField for what cannot be true, and
    then nothing was written. Saved.id is how many were recorded.
    """
    today, by = desk.clock.today(), clean_line(who)
    with desk.database.read() as connection:
        register = register_in(connection, department_id, today)
    _refuse(register, marks, day)
    changes = changes_of(register.said, marks)
    deed = Deed(Verb.ADDED, _WHAT, str(changes.count))
    with doing(desk, "record_acknowledgements", deed, record_id=department_id) as work:
        _annul(work, changes.annulled, today)
        work.add(
            schema.acknowledgement,
            [
                {
                    "id": work.new_id(),
                    "revision_id": mark.revision_id,
                    "department_id": department_id,
                    "person_id": mark.person_id,
                    "name": clean_line(mark.name),
                    "level": str(mark.level),
                    "who": by,
                    "valid_on": day,
                }
                for mark in changes.added
            ],
        )
    return saved(desk, kinds_of(work.trail), str(changes.count))


def _refuse(register: Register, marks: Sequence[Mark], day: date) -> None:
    if day > register.today:
        raise RefusedField(
            "day",
            "to_come",
            _("Nobody can have read anything on a day to come."),
            _("Give the day that is written on the sheet."),
        )
    taught = {one.revision_id: one for one in register.taught}
    for mark in marks:
        if mark.revision_id not in taught:
            raise RefusedInput(
                _("Another text is in force since this grid was opened."),
                _("Open it anew: what was read before counts as an earlier revision."),
            )
        if mark.level is not None:
            _refuse_early(taught[mark.revision_id], day)
        name = clean_line(mark.name)
        if not name or len(name) > LONGEST_NAME:
            raise RefusedField(
                "name",
                "too_long" if name else "empty",
                _("A line of the grid has no name that can be kept."),
                _("Type the name as it stands on the sheet."),
            )


def _refuse_early(taught: Taught, day: date) -> None:
    if taught.approved_on is not None and day < taught.approved_on:
        raise RefusedField(
            "day",
            "too_early",
            _("On that day revision {number} of “{title}” was not approved yet.").format(
                number=taught.number, title=taught.title
            ),
            _("Correct the day, or look which revision was signed."),
        )


def _annul(work: Work, ids: Iterable[str], today: date, reason: str = "corrected") -> None:
    table = schema.acknowledgement
    own = {"id", "recorded_at", "annuls_id", "reason", "row_hash", "valid_on"}
    for fact_id in ids:
        row = work.connection.execute(table.select().where(table.c.id == fact_id)).mappings().one()
        copied = {str(key): value for key, value in row.items() if key not in own}
        annulling = {"annuls_id": fact_id, "reason": reason, "valid_on": today}
        work.add(table, [{**copied, "id": work.new_id(), **annulling}])


def match_name(desk: Desk, department_id: str, name: str, person_id: str) -> Saved:
    """What stands of a name alone is from now on that person's."""
    with desk.database.read() as connection:
        person = read_person(connection, person_id)
        said = stored.acknowledgements_in(connection, department_id)
    if person is None:
        raise NotFound(_("This person is not here any more."), _("Choose another one."))
    key = reader_key(None, name)
    alone = [f for f in said if f.person_id is None and reader_key(None, f.name) == key]
    deed = Deed(Verb.ADDED, _WHAT, person.full_name)
    with doing(desk, "match_name", deed, record_id=department_id) as work:
        _annul(work, [fact.id for fact in alone], desk.clock.today(), "matched")
        rows = [
            {
                "id": work.new_id(),
                "revision_id": fact.revision_id,
                "department_id": department_id,
                "person_id": person_id,
                "name": person.full_name,
                "level": str(fact.level),
                "who": fact.who,
                "valid_on": fact.day,
            }
            for fact in alone
        ]
        work.add(schema.acknowledgement, rows)
    return saved(desk, kinds_of(work.trail), person_id)


def find_readers(desk: Desk, department_id: str, names: Sequence[str]) -> tuple[Reader, ...]:
    """Who each name is: of the staff, else the only one of the home who is called so, else a name
    alone. In the order of the names, nobody twice."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        staff = stored.staff_of(connection, department_id, today)
        unknown = [name for name in names if matched(name, staff) is None]
        elsewhere = stored.people_called(connection, unknown, today)
    found = [
        matched(name, staff) or matched(name, elsewhere.get(name, ())) or Reader(clean_line(name))
        for name in names
    ]
    return tuple({reader.key: reader for reader in found}.values())
