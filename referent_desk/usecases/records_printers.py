"""The ward's printers, edited: one name and one queue each."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.record_values import Value
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.printers import open_printers
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values, taken

_SEEN_ON = ("toner_on", "tested_on")


class PrinterRules(Rules):
    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if not said & {"name", "queue", self.ending}:
            return
        others = open_printers(connection, str(row["department_id"]))
        for other in others:
            if other.id == row["id"]:
                continue
            if said & {"name", self.ending} and _folded(other.name) == _folded(row["name"]):
                raise taken("name", row["name"])
            if said & {"queue", self.ending} and row["queue"] and other.queue == row["queue"]:
                raise RefusedField(
                    "queue",
                    "taken",
                    _("This queue is that of “{name}”.").format(name=other.name),
                    _("Open it, or give another queue."),
                )

    def add(self, work: Work, record_id: str, values: Values) -> str:
        _refuse_days_to_come(work, values)
        return super().add(work, record_id, values)

    def edit(self, work: Work, row: Row, field: str, value: Value) -> None:
        _refuse_days_to_come(work, {field: value})
        super().edit(work, row, field, value)


def _refuse_days_to_come(work: Work, values: Values) -> None:
    """Toner and test page are what somebody has seen."""
    today = work.now.astimezone().date()
    for field in _SEEN_ON:
        day = values.get(field)
        if isinstance(day, date) and day > today:
            raise RefusedField(
                field,
                "to_come",
                _("That day is still to come."),
                _("Give the day on which somebody looked, or leave it empty."),
            )


def _folded(name: object) -> str:
    return " ".join(str(name).split()).casefold()
