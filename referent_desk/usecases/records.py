"""Reading and editing the records of the home, one at a time, as forms type them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.record_values import Value, read_typed, typed_of
from referent_desk.domain.records import (
    FIELDS,
    Fault,
    FieldKind,
    Link,
    Record,
    RecordField,
    RecordKind,
)
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _, spoken
from referent_desk.storage.database import Connection
from referent_desk.storage.links import find_links, links_by_id
from referent_desk.storage.records import Row, read_all, read_row, read_rows
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records_kinds import RULES

_NAMES: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.NODE: ("name",),
    RecordKind.SOFTWARE: ("name",),
    RecordKind.RELEASE: ("software_id", "version"),
    RecordKind.DEPLOYMENT: ("software_id",),
    RecordKind.PERSON: ("first_name", "last_name"),
    RecordKind.APPOINTMENT: ("person_id",),
    RecordKind.PROPOSAL: ("person_id",),
    RecordKind.OBJECTIVE: ("what",),
    RecordKind.DIRECTORY_ENTRY: ("label",),
    RecordKind.LOCAL_VALUE: ("name",),
    RecordKind.COPY: ("department_id",),
    RecordKind.PRINTER: ("name",),
    RecordKind.MAINTENANCE: ("software_id",),
    RecordKind.ACTION: ("what",),
    RecordKind.TIP: ("title",),
    RecordKind.TICKET: ("what",),
    RecordKind.HANDOVER: ("leaving_id",),
    RecordKind.MEANS: ("name",),
    RecordKind.FAILURE_DOMAIN: ("name",),
}
"""The fields that a new record is called by; a link by the name of what it leads to."""
_ALL = 1_000
"""More than there are of what is ticked, and not found by letters."""


def read_record(desk: Desk, kind: RecordKind, record_id: str) -> Record:
    with desk.database.read() as connection:
        row = _row(connection, kind, record_id)
        return _records(desk, connection, kind, [row])[0]


def list_records(
    desk: Desk, kind: RecordKind, by_field: str, of_id: str, closed: bool = False
) -> tuple[Record, ...]:
    """Those whose field `by_field` leads to `of_id`; with closed ones only where asked for."""
    rules, today = RULES[kind], desk.clock.today()
    with desk.database.read() as connection:
        rows = read_rows(connection, kind, by_field, of_id)
        wanted = [row for row in rows if closed or rules.closed_on(row, today) is None]
        return _records(desk, connection, kind, wanted)


def list_all(desk: Desk, kind: RecordKind) -> tuple[Record, ...]:
    """The open ones of a kind of which there are few."""
    rules, today = RULES[kind], desk.clock.today()
    with desk.database.read() as connection:
        rows = read_all(connection, kind)
        wanted = [row for row in rows if rules.closed_on(row, today) is None]
        return _records(desk, connection, kind, wanted)


def list_links(desk: Desk, to: str, text: str, limit: int = 20) -> tuple[Link, ...]:
    """Open things that a field may lead to, found by half a word; what begins so comes first."""
    with desk.database.read() as connection:
        most = _ALL if to == RecordKind.FAILURE_DOMAIN else limit
        return find_links(connection, to, text, spoken().code, most)


def add_record(desk: Desk, kind: RecordKind, typed: Mapping[str, str]) -> Saved:
    """A field that is left out is empty. Raises RefusedField, and then nothing was written."""
    values = {field.name: _read(field, typed.get(field.name, "")) for field in FIELDS[kind]}
    with desk.database.read() as connection:
        links = _check_links(connection, FIELDS[kind], values)
    name = " ".join(links.get(field) or str(values[field] or "") for field in _NAMES[kind]).strip()
    record_id = str(uuid4())
    with doing(desk, f"add_{kind}", Deed(Verb.ADDED, kind, name), record_id=record_id) as work:
        rules = RULES[kind]
        record_id = rules.add(work, record_id, rules.given(desk, work, values))
    return _saved(desk, work, record_id)


def add_within(work: Work, kind: RecordKind, typed: Mapping[str, str]) -> str:
    """A record that is added with others in one deed; its id."""
    values = {field.name: _read(field, typed.get(field.name, "")) for field in FIELDS[kind]}
    _check_links(work.connection, FIELDS[kind], values)
    return RULES[kind].add(work, work.new_id(), values)


def edit_field(desk: Desk, kind: RecordKind, record_id: str, field: str, typed: str) -> Saved:
    """Unchanged is not written. Raises RefusedField, and then nothing was written."""
    asked = next(one for one in FIELDS[kind] if one.name == field)
    if asked.fixed:
        raise ValueError(f"{kind}.{field} is said when the record is made")
    value = _read(asked, typed)
    with desk.database.read() as connection:
        row = _row(connection, kind, record_id)
        if typed_of(asked, value) == typed_of(asked, row[field]):
            return saved(desk, frozenset(), record_id)
        _check_links(connection, [asked], {field: value})
    verb = Verb.MOVED if field == "parent_id" else Verb.EDITED
    deed = Deed(verb, kind, row["called"], field)
    with doing(desk, f"edit_{kind}", deed, record_id=record_id) as work:
        RULES[kind].edit(work, row, field, value)
    return _saved(desk, work, record_id)


def close_record(desk: Desk, kind: RecordKind, record_id: str) -> Saved:
    """From today on. Raises RefusedInput where something open still hangs on it."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        row = _row(connection, kind, record_id)
    if RULES[kind].closed_on(row, today) is not None:
        return saved(desk, frozenset(), record_id)
    deed = Deed(Verb.CLOSED, kind, row["called"])
    with doing(desk, f"close_{kind}", deed, record_id=record_id) as work:
        RULES[kind].close(work, row, today)
    return _saved(desk, work, record_id)


def reopen_record(desk: Desk, kind: RecordKind, record_id: str) -> Saved:
    with desk.database.read() as connection:
        row = _row(connection, kind, record_id)
    deed = Deed(Verb.REOPENED, kind, row["called"])
    with doing(desk, f"reopen_{kind}", deed, record_id=record_id) as work:
        RULES[kind].reopen(work, row)
    return _saved(desk, work, record_id)


def _saved(desk: Desk, work: Work, record_id: str) -> Saved:
    return saved(desk, kinds_of(work.trail), record_id)


def _row(connection: Connection, kind: RecordKind, record_id: str) -> Row:
    row = read_row(connection, kind, record_id)
    if row is None:
        raise NotFound(_("This is not here any more."), _("Choose another one."))
    return row


def _read(field: RecordField, typed: str) -> Value:
    value = read_typed(field, typed)
    if isinstance(value, Fault):
        if value.code == "empty":
            happened, what_to_do = _("Something is missing here."), _("Fill in this field.")
        else:
            happened = _("What was typed cannot be kept in this field.")
            what_to_do = _("Correct it, or empty the field.")
        raise RefusedField(field.name, value.code, happened, what_to_do)
    return value


def _check_links(
    connection: Connection, fields: Iterable[RecordField], values: Mapping[str, Value]
) -> dict[str, str]:
    """By field, the name of what it leads to; something that is there, and of the right kind."""
    names = {}
    for field in fields:
        value = values[field.name]
        if field.kind not in (FieldKind.LINK, FieldKind.TICKS) or not value:
            continue
        ids = str(value).split() if field.kind is FieldKind.TICKS else [str(value)]
        found = links_by_id(connection, field.to, ids, spoken().code)
        if not found.keys() >= set(ids):
            raise RefusedField(
                field.name,
                "unknown_link",
                _("What was chosen is not here any more, or does not fit."),
                _("Choose another one."),
            )
        names[field.name] = ", ".join(found[one].name for one in ids)
    return names


def _records(
    desk: Desk, connection: Connection, kind: RecordKind, rows: list[Row]
) -> tuple[Record, ...]:
    today, rules = desk.clock.today(), RULES[kind]
    known, told = _known_links(connection, kind, rows), rules.told(connection, rows)
    return tuple(
        Record(
            kind=kind,
            id=row["id"],
            name=row["called"],
            values={
                **{field.name: typed_of(field, row[field.name]) for field in FIELDS[kind]},
                **told.get(row["id"], {}),
            },
            links={name: links[row[name]] for name, links in known.items() if row[name] in links},
            closed_on=rules.closed_on(row, today),
            can_close=rules.can_close(connection, row, today),
        )
        for row in rows
    )


def _known_links(
    connection: Connection, kind: RecordKind, rows: list[Row]
) -> dict[str, dict[str, Link]]:
    """By field and id: what the records lead to."""
    language_code = spoken().code
    found: dict[str, dict[str, Link]] = {}
    for field in FIELDS[kind]:
        if field.kind is FieldKind.LINK:
            ids: list[Any] = [row[field.name] for row in rows if row[field.name] is not None]
            found[field.name] = links_by_id(connection, field.to, ids, language_code)
        elif field.kind is FieldKind.TICKS:
            found[field.name] = _ticked(connection, field, rows, language_code)
    return found


def _ticked(
    connection: Connection, field: RecordField, rows: list[Row], language_code: str
) -> dict[str, Link]:
    """By what is stored: all the names, in the order in which they are offered."""
    offered = find_links(connection, field.to, "", language_code, _ALL)
    found = {}
    for typed in {str(row[field.name]) for row in rows if row[field.name]}:
        ids = set(typed.split())
        names = ", ".join(link.name for link in offered if link.id in ids)
        found[typed] = Link(typed, names)
    return found
