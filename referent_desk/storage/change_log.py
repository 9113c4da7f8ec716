"""What the log tells of the records that the sheets of one department are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Select, literal, select, union_all

from referent_desk.domain.change_logs import LoggedChange
from referent_desk.storage import schema

_change, _audit = schema.change, schema.audit
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "directory_entry": (
        *("number", "label", "heading", "line_type", "works_without_network", "private", "hours"),
    ),
    "person": ("telephone", "last_name", "first_name"),
    "software": ("support_contact", "it_owner", "name"),
    "function": ("name_fr", "name_en"),
    "node": ("telephone", "name", "code", "place", "beds", "opening_hours"),
    "local_value": ("value",),
    "revision": ("text",),
}


@dataclass(frozen=True, slots=True)
class Bearing:
    """Ids of the records that bear on a department: its path, and what its coverage names."""

    path: Sequence[str]
    people: Collection[str]
    software: Collection[str]
    functions: Collection[str]
    drafts: Collection[str]


def changes_bearing_on(
    connection: Connection, bearing: Bearing, since: date
) -> Iterator[LoggedChange]:
    """Every change of a field that a sheet may show, made on `since` or later.

    The text of a draft is left out, before and after: it is long, and its day is enough.
    """
    entry, value = schema.directory_entry, schema.local_value
    entries = select(entry.c.id).where(entry.c.owner_id.in_(bearing.path))
    values = select(value.c.id).where(value.c.department_id == bearing.path[0])
    rows: Mapping[str, Select[tuple[str]] | Collection[str]] = {
        "directory_entry": entries,
        "person": bearing.people,
        "software": bearing.software,
        "function": bearing.functions,
        "node": bearing.path,
        "local_value": values,
        "revision": bearing.drafts,
    }
    first = (since - timedelta(days=1)).isoformat()  # instants are UTC, days are those of the place
    found = union_all(*(_changes(table, row_ids, first) for table, row_ids in rows.items()))
    for row in connection.execute(found):
        at = datetime.fromisoformat(row.recorded_at).astimezone().date()
        before, after = row.before_value or "", row.after_value or ""
        yield LoggedChange(row.id, row.table_name, row.row_id, row.field, before, after, at)


def _changes(
    table: str, row_ids: Select[tuple[str]] | Collection[str], first: str
) -> Select[tuple[int, str, str, str, str, str, str]]:
    is_long = table == "revision"
    before, after = (
        (literal("") if is_long else column).label(column.name)
        for column in (_change.c.before_value, _change.c.after_value)
    )
    return (
        select(
            *(_change.c.id, _change.c.table_name, _change.c.row_id, _change.c.field),
            before,
            after,
            _audit.c.recorded_at,
        )
        .join(_audit, _audit.c.seq == _change.c.audit_seq)
        .where(
            _change.c.table_name == table,
            _change.c.row_id.in_(row_ids if isinstance(row_ids, Select) else sorted(row_ids)),
            _change.c.field.in_(_FIELDS[table]),
            _audit.c.recorded_at >= first,
        )
    )
