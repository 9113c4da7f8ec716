"""Uses of software and appointments, edited: from when until when, and not twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from referent_desk.domain.texts import searched
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row
from referent_desk.storage.twins import open_deployment_twin, overlapping_appointment
from referent_desk.storage.work import Work
from referent_desk.usecases.erased_people import refuse_since
from referent_desk.usecases.records_nominations import check_office
from referent_desk.usecases.records_rules import Rules, Values, refuse_backwards


class DeploymentRules(Rules):
    """A use has a function, or none holds it (`outside`), or nobody has said."""

    ending = "until"

    def columns(self, work: Work, values: Values) -> dict[str, object]:
        columns: dict[str, object] = dict(values)
        if columns.get("function_id"):
            columns["outside"] = None
        elif columns.get("outside"):
            columns["function_id"] = None
        return columns

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        refuse_backwards(row, said)
        if row.get("until") is None and said & {"software_id", "function_id", "until"}:
            self._refuse_twin(connection, row, said)

    def _refuse_twin(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if open_deployment_twin(connection, row):
            raise RefusedField(
                "function_id" if "function_id" in said else "until",
                "open_twice",
                _("The department uses this software for this function already."),
                _("Choose another function, or edit the use that is there."),
            )


class PersonRules(Rules):
    ending = "left_on"

    def derived(self, connection: Connection, row: Row) -> Mapping[str, object]:
        return {"folded": searched(str(row["last_name"]), str(row.get("first_name") or ""))}

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        refuse_since(row.get("erased_on"))
        if "working_hours" in said and "|" in str(row.get("working_hours") or ""):
            self._refuse_unbegun(row)

    def _refuse_unbegun(self, row: Row) -> None:
        """Weeks in turn say nothing without the Monday of the first."""
        if not row.get("week_one"):
            raise RefusedField(
                "working_hours",
                "no_week_one",
                _("The weeks are not alike, and nobody said when the first one begins."),
                _("Choose the person, press “Working hours…” and type the weeks there."),
            )


class AppointmentRules(Rules):
    """`until` is the last day in office: who is ended today was in office until yesterday.

    One that began today, or is still to begin, then ends before it began: it never held.
    """

    ending = "until"

    def closed_on(self, row: Row, today: date) -> date | None:
        last = row[self.ending]
        day = date.fromisoformat(last) if last else None
        return day if day is not None and day < today else None

    def close(self, work: Work, row: Row, today: date) -> None:
        work.change(self.table, row["id"], {self.ending: today - timedelta(days=1)})

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        refuse_backwards(row, said)
        check_office(connection, row, said)
        compared = said & {"kind", "rank", "software_id", "since", "until"}
        if compared and overlapping_appointment(connection, row):
            raise RefusedField(
                min(compared) if len(compared) == 1 else "since",
                "overlaps",
                _("This person is appointed to this at that time already."),
                _("Choose other days, or edit the appointment that is there."),
            )
