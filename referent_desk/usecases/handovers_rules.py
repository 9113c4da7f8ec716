"""What holds for the record of a handover, and the list of what is handed over."""

from __future__ import annotations

from referent_desk.domain.handovers import HandoverCode, looks_like_password
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.handovers import handovers_with
from referent_desk.storage.records import Row
from referent_desk.storage.work import Work
from referent_desk.usecases.records_rules import Rules, Values


class HandoverRules(Rules):
    """Each has the program's own list from the start."""

    def check(self, connection: Connection, row: Row, said: frozenset[str]) -> None:
        if {"successor_id", "leaving_id"} & said and row.get("successor_id") == row["leaving_id"]:
            raise RefusedField(
                "successor_id",
                "same_person",
                _("Nobody hands over to themselves."),
                _("Choose another successor, or leave it empty for now."),
            )
        for field in said & {"password_place", "note"}:
            refuse_password(field, str(row.get(field) or ""))
        if "leaving_id" in said and "department_id" in said:
            self._refuse_twin(connection, row)

    def _refuse_twin(self, connection: Connection, row: Row) -> None:
        known = handovers_with(connection, str(row["leaving_id"]))
        if any(
            one.is_open
            and one.leaving_id == row["leaving_id"]
            and one.department_id == row["department_id"]
            for one in known
        ):
            raise RefusedField(
                "leaving_id",
                "begun_already",
                _("A handover of this person was begun here already."),
                _("Go on with it: it stands on the page of handovers."),
            )

    def add(self, work: Work, record_id: str, values: Values) -> str:
        key = super().add(work, record_id, values)
        rows = [
            {"id": work.new_id(), "handover_id": key, "position": n, "code": str(code), "what": ""}
            for n, code in enumerate(HandoverCode)
        ]
        work.add(schema.handover_item, rows)
        return key


def refuse_password(field: str, text: str) -> None:
    if looks_like_password(text):
        raise RefusedField(
            field,
            "password",
            _("This looks like a password: none is ever kept here, and it was not saved."),
            _("Say only where it is kept, as “sealed envelope in the safe of the ward manager”."),
        )
