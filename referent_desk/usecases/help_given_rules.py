"""Tips and requests, edited: nothing on a day to come, and no patient."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.help_given import surely_a_patient
from referent_desk.domain.texts import folded
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.help_given import read_entry
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values


class TipRules(Rules):
    def check(self, _connection: Connection, row: Row, said: frozenset[str]) -> None:
        _refuse_patients(row, said & {"title", "text"})

    def derived(self, _connection: Connection, row: Row) -> Mapping[str, object]:
        return {"folded": folded(str(row["title"]))}


class TicketRules(Rules):
    def columns(self, _work: Work, values: Values) -> dict[str, object]:
        """A request of no entry names none."""
        columns: dict[str, object] = dict(values)
        if "help_entry_id" in columns:
            columns["help_entry_id"] = columns["help_entry_id"] or None
        return columns

    def add(self, work: Work, record_id: str, values: Values) -> str:
        _refuse_to_come(values, work.now.astimezone().date())
        entry_id = str(values.get("help_entry_id") or "")
        if entry_id and read_entry(work.connection, entry_id) is None:
            raise RefusedField(
                "help_entry_id",
                "unknown_link",
                _("This help was taken back meanwhile, or said anew."),
                _("Choose it again in the list."),
            )
        return super().add(work, record_id, values)

    def edit(self, work: Work, row: Row, field: str, value: str | int | bool | date | None) -> None:
        _refuse_to_come({field: value}, work.now.astimezone().date())
        super().edit(work, row, field, value)

    def check(self, _connection: Connection, row: Row, said: frozenset[str]) -> None:
        _refuse_patients(row, said & {"what", "tried", "outcome"})
        handed, settled = _day(row.get("handed_on")), _day(row.get("settled_on"))
        if (
            said & {"handed_on", "settled_on"}
            and handed is not None
            and settled is not None
            and settled < handed
        ):
            raise RefusedField(
                "settled_on" if "settled_on" in said else "handed_on",
                "settled_before_handed",
                _("It would be settled before it was handed over."),
                _("Correct one of the two days."),
            )


def _refuse_patients(row: Row, fields: frozenset[str]) -> None:
    for field in sorted(fields):
        if surely_a_patient(str(row.get(field) or "")):
            raise RefusedField(
                field,
                "patient",
                _("This holds the number of a patient. It is not kept here, nor sent to anybody."),
                _("Take it out, and say what happens without naming anybody."),
            )


def _refuse_to_come(values: Values, today: date) -> None:
    for field in ("handed_on", "settled_on"):
        value = values.get(field)
        if isinstance(value, date) and value > today:
            raise RefusedField(
                field,
                "to_come",
                _("This day is still to come."),
                _("Give the day on which it was done, or leave it empty."),
            )


def _day(value: object) -> date | None:
    if isinstance(value, date) or not value:
        return value if isinstance(value, date) else None
    return date.fromisoformat(str(value))
