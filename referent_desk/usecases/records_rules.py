"""What holds for records of every kind, unless a kind knows better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from referent_desk.domain.record_values import Value
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row, table_of
from referent_desk.storage.work import Work
from referent_desk.usecases.desks import Desk

Values = Mapping[str, Value]


class Rules:
    """How records of one kind are added, edited, closed and opened again.

    `check` is given the record as it would be and the fields that are being said; it raises
    RefusedField. What breaks a rule already, from an import, hinders no other edit.
    """

    ending = "closed_on"
    """The column that holds the day on which a record was closed."""

    def __init__(self, kind: RecordKind) -> None:
        self.kind = kind
        self.table = table_of(kind)

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        pass

    def derived(self, connection: Connection, row: Row) -> Mapping[str, object]:
        """Columns that follow from others."""
        return {}

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        """What was said, by column of the table."""
        return dict(values)

    def given(self, desk: Desk, work: Work, values: Values) -> Values:
        """What was said, with what the home itself gives to a new record."""
        return values

    def add(self, work: Work, record_id: str, values: Values) -> str:
        """The id of the record that now holds the values: another one, where it was there."""
        row: dict[str, Any] = {"id": record_id, **values}
        self.check(work.connection, row, frozenset(values))
        derived = self.derived(work.connection, row)
        work.add(self.table, [{"id": record_id, **self.columns(work, values), **derived}])
        return record_id

    def told(self, connection: Connection, rows: Sequence[Row]) -> Mapping[str, Mapping[str, str]]:
        """By id: what facts tell of these records, beside their fields, as one would type it."""
        return {}

    def edit(self, work: Work, row: Row, field: str, value: Value) -> None:
        after = {**row, field: value}
        self.check(work.connection, after, frozenset({field}))
        columns = self.columns(work, {field: value})
        derived = self.derived(work.connection, after)
        work.change(self.table, row["id"], {**columns, **derived})

    def closed_on(self, row: Row, today: date) -> date | None:
        """The day on which it was closed; one that ends later is still open."""
        last = row[self.ending]
        day = date.fromisoformat(last) if last else None
        return day if day is not None and day <= today else None

    def can_close(self, connection: Connection, row: Row, today: date) -> bool:
        return self.closed_on(row, today) is None

    def close(self, work: Work, row: Row, today: date) -> None:
        work.change(self.table, row["id"], {self.ending: today})

    def reopen(self, work: Work, row: Row) -> None:
        self.check(work.connection, {**row, self.ending: None}, frozenset({self.ending}))
        work.change(self.table, row["id"], {self.ending: None})


def refuse_backwards(row: Row, said: frozenset[str]) -> None:
    """`since` and `until` are the first and the last day."""
    first, last = _day(row.get("since")), _day(row.get("until"))
    if said & {"since", "until"} and first is not None and last is not None and last < first:
        raise RefusedField(
            "until" if "until" in said else "since",
            "until_before_since",
            _("The last day lies before the first one."),
            _("Correct one of the two."),
        )


def _day(value: object) -> date | None:
    if isinstance(value, date) or not value:
        return value if isinstance(value, date) else None
    return date.fromisoformat(str(value))


def taken(field: str, name: object, of: str = "") -> RefusedField:
    """Something of that name is there already; `of` says where, if not in the whole home."""
    return RefusedField(
        field,
        "taken",
        (_("“{name}” exists already in {place}.") if of else _("“{name}” exists already.")).format(
            name=name, place=of
        ),
        _("Open it, or choose another name."),
    )


def not_closable() -> RefusedInput:
    return RefusedInput(
        _("This is not closed: it stays as it was said."),
        _("If it was a mistake, undo it or correct it."),
    )
