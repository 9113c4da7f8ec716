"""Stops of software that were announced, edited."""

from __future__ import annotations

from referent_desk.domain.drill_times import read_clock
from referent_desk.domain.records import Fault
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values


class MaintenanceRules(Rules):
    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if "starts_at" in said and isinstance(read_clock(str(row["starts_at"])), Fault):
            raise RefusedField(
                "starts_at",
                "not_an_hour",
                _("This is not a time of the day."),
                _("Type it as 14:30, or leave it empty."),
            )

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        columns: dict[str, object] = dict(values)
        if "starts_at" in values:
            read = read_clock(str(values["starts_at"] or ""))
            columns["starts_at"] = "" if isinstance(read, Fault) else read
        return columns
