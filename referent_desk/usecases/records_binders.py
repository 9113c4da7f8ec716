"""What a binder is filled in with, edited: the directory, local values, copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.local_values import LONGEST_DELAY, delay_fault
from referent_desk.domain.posts import purpose_told
from referent_desk.domain.record_values import Value, typed_of
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.domain.texts import folded, searched
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage import binders as stored
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.diallings import calls_of
from referent_desk.storage.directory import last_position, local_value_id, purposes_of
from referent_desk.storage.high_marks import raise_marks
from referent_desk.storage.records import Row, read_rows
from referent_desk.storage.work import Work
from referent_desk.usecases.copy_numbers import next_copy_number
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records_rules import Rules, Values, not_closable

_LONGEST_VALUE_NAME = 80
_DIALLED_ON = RecordField("dialled_on", FieldKind.DAY)


class EntryRules(Rules):
    def derived(self, connection: Connection, row: Row) -> Mapping[str, object]:
        return {"folded": searched(str(row.get("heading") or ""), str(row["label"]))}

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        columns: dict[str, object] = dict(values)
        if "private" in columns:
            columns["private"] = bool(columns["private"])
        return columns

    def add(self, work: Work, record_id: str, values: Values) -> str:
        """Called as a purpose is called, it has that purpose, where no line of the owner has it.

        A line of that name that has no number yet is given it.
        """
        owner = str(values["owner_id"])
        waiting = self._without_number(work.connection, owner, str(values["label"]))
        if waiting is not None and values.get("number"):
            said = {name: value for name, value in values.items() if value not in (None, "")}
            derived = self.derived(work.connection, {**waiting, **said})
            work.change(self.table, waiting["id"], {**self.columns(work, said), **derived})
            return str(waiting["id"])
        purpose = str(values.get("purpose") or purpose_told(str(values["label"])))
        if not values.get("purpose") and purpose in purposes_of(work.connection, owner):
            purpose = ""
        position = last_position(work.connection, owner) + 1
        return super().add(work, record_id, {**values, "purpose": purpose, "position": position})

    def told(self, connection: Connection, rows: Sequence[Row]) -> Mapping[str, Mapping[str, str]]:
        """When the number that stands there was last dialled, with what outcome and by whom."""
        calls = calls_of(connection, [row["id"] for row in rows])
        found: dict[str, Mapping[str, str]] = {}
        for row in rows:
            here = (call for call in calls.get(row["id"], ()) if call.number == row["number"])
            call = next(here, None)
            day = typed_of(_DIALLED_ON, call.day) if call is not None else ""
            found[row["id"]] = {
                "dialled_on": day,
                "dialled_by": call.who if call is not None else "",
                "outcome": str(call.outcome) if call is not None else "",
            }
        return found

    def _without_number(self, connection: Connection, owner: str, label: str) -> Row | None:
        """The open line of that name that says nothing to call yet."""
        rows = read_rows(connection, self.kind, "owner_id", owner)
        waiting = (row for row in rows if row["closed_on"] is None and not row["number"])
        return next((row for row in waiting if folded(row["label"]) == folded(label)), None)


class LocalValueRules(Rules):
    """Said again, a value takes the place of the one of that name; closed, it is emptied."""

    ending = ""

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if "name" in said and set(row["name"]) & set("{}"):
            raise RefusedField(
                "name",
                "braces",
                _("The name of a value cannot hold braces."),
                _("Leave them out: they mark the value within a step."),
            )
        if "name" in said and len(row["name"]) > _LONGEST_VALUE_NAME:
            raise RefusedField(
                "name",
                "too_long",
                _("The name of a value has at most {count} letters.").format(
                    count=_LONGEST_VALUE_NAME
                ),
                _("Shorten it."),
            )

        if "value" in said:
            _check_delay(str(row["name"]), str(row["value"] or ""))

    def add(self, work: Work, record_id: str, values: Values) -> str:
        department_id, name = str(values["department_id"]), str(values["name"])
        known = local_value_id(work.connection, department_id, name)
        if known is None:
            return super().add(work, record_id, values)
        self.check(work.connection, dict(values), frozenset({"value"}))
        work.change(self.table, known, {"value": values["value"]})
        return known

    def closed_on(self, row: Row, today: date) -> date | None:
        return None

    def can_close(self, connection: Connection, row: Row, today: date) -> bool:
        return bool(row["value"])

    def close(self, work: Work, row: Row, today: date) -> None:
        work.change(self.table, row["id"], {"value": ""})

    def reopen(self, work: Work, row: Row) -> None:
        raise not_closable()


def _check_delay(name: str, value: str) -> None:
    fault = delay_fault(name, value)
    if fault == "no_unit":
        raise RefusedField(
            "value",
            fault,
            _("A delay needs its unit."),
            _("Type for example 15 minutes, or 1 h."),
        )
    if fault:
        raise RefusedField(
            "value",
            fault,
            _("A ward does not wait more than {count} hours before it goes to paper.").format(
                count=LONGEST_DELAY // 60
            ),
            _("Type for example 15 minutes, or 1 h."),
        )


class CopyRules(Rules):
    """The first copy makes the binder; numbers are never given twice, restored backup or not.

    One that is closed without more is withdrawn; one that is lost or destroyed is closed by
    `copies.close_copy`.
    """

    def given(self, desk: Desk, work: Work, values: Values) -> Values:
        department_id = str(values["department_id"])
        number = next_copy_number(desk, work.connection, department_id)
        raise_marks(desk.home.marks, desk.home_id, department_id, copy=number)
        return {**values, "number": number}

    def add(self, work: Work, record_id: str, values: Values) -> str:
        department_id = str(values["department_id"])
        binder = stored.binder_of(work.connection, department_id)
        binder_id = binder[0] if binder else work.new_id()
        if binder is None:
            home = stored.home_row(work.connection)
            language_code = home[1] if home is not None else "fr"
            row = {"id": binder_id, "department_id": department_id, "language": language_code}
            work.add(schema.binder, [row])
        said: dict[str, Value] = {k: v for k, v in values.items() if k != "department_id"}
        work.add(self.table, [{"id": record_id, "binder_id": binder_id, **said}])
        return record_id

    def close(self, work: Work, row: Row, today: date) -> None:
        work.change(
            self.table,
            row["id"],
            {"closed_on": today, "closed_because": str(CopyEnd.WITHDRAWN)},
        )

    def reopen(self, work: Work, row: Row) -> None:
        work.change(self.table, row["id"], {"closed_on": None, "closed_because": ""})
