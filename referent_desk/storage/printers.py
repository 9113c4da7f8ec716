"""The printers that wards have written down."""

from __future__ import annotations

from sqlalchemy import Connection, select

from referent_desk.domain.printing import PrinterRow
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_printer = schema.printer


def open_printers(connection: Connection, department_id: str) -> tuple[PrinterRow, ...]:
    """Those that work without the network first: they are the printers of the night."""
    statement = (
        select(_printer)
        .where(_printer.c.department_id == department_id, _printer.c.closed_on.is_(None))
        .order_by(_printer.c.works_without_network.desc(), _printer.c.name, _printer.c.id)
    )
    return tuple(
        PrinterRow(
            id=row.id,
            name=row.name,
            place=row.place,
            queue=row.queue,
            works_without_network=(
                None if row.works_without_network is None else bool(row.works_without_network)
            ),
            toner_on=stored_day(row.toner_on),
            tested_on=stored_day(row.tested_on),
            note=row.note,
        )
        for row in connection.execute(statement)
    )
