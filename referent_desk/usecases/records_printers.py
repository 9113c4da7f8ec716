"""The ward's printers, edited: one name and one queue each."""

from __future__ import annotations

from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.printers import open_printers
from referent_desk.storage.records import Row
from referent_desk.usecases.records_rules import Rules, taken


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


def _folded(name: object) -> str:
    return " ".join(str(name).split()).casefold()
