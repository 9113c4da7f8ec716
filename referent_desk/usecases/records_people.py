"""Uses of software and appointments, edited: from when until when, and not twice."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.texts import searched
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.records import Row
from referent_desk.storage.twins import open_deployment_twin, overlapping_appointment
from referent_desk.usecases.records_rules import Rules, refuse_backwards


class DeploymentRules(Rules):
    ending = "until"

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


class AppointmentRules(Rules):
    ending = "until"

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        refuse_backwards(row, said)
        compared = said & {"kind", "rank", "software_id", "since", "until"}
        if compared and overlapping_appointment(connection, row):
            raise RefusedField(
                min(compared) if len(compared) == 1 else "since",
                "overlaps",
                _("This person is appointed to this at that time already."),
                _("Choose other days, or edit the appointment that is there."),
            )
