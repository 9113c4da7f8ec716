"""Tips in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from referent_desk.domain.tips import Tip
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_tip, _software, _node = schema.tip, schema.software, schema.node


def _rows() -> Select[Any]:
    return (
        select(_tip, _software.c.name.label("software"), _node.c.name.label("place"))
        .select_from(_tip)
        .join(_software, _software.c.id == _tip.c.software_id)
        .outerjoin(_node, _node.c.id == _tip.c.node_id)
        .order_by(_software.c.folded, _tip.c.folded, _tip.c.id)
    )


def tips_in(
    connection: Connection, path: Sequence[str], software_id: str | None = None
) -> tuple[Tip, ...]:
    """Open ones that hold along a path, a department's own and those for everybody."""
    statement = _rows().where(
        _tip.c.closed_on.is_(None), or_(_tip.c.node_id.is_(None), _tip.c.node_id.in_(list(path)))
    )
    if software_id is not None:
        statement = statement.where(_tip.c.software_id == software_id)
    return tuple(_tip_of(row) for row in connection.execute(statement))


def read_tip(connection: Connection, tip_id: str) -> Tip | None:
    row = connection.execute(_rows().where(_tip.c.id == tip_id)).first()
    return _tip_of(row) if row is not None else None


def _tip_of(row: Any) -> Tip:
    return Tip(
        id=row.id,
        software_id=row.software_id,
        software=row.software,
        title=row.title,
        text=row.text,
        node_id=row.node_id,
        place=row.place or "",
        closed_on=stored_day(row.closed_on),
    )
