"""Actions in the database."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from referent_desk.domain.actions import Action
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_action = schema.action


def actions_of(connection: Connection, department_ids: Iterable[str]) -> tuple[Action, ...]:
    """Those that were not given up: the open ones first, the soonest due first."""
    statement = (
        select(_action)
        .where(
            _action.c.department_id.in_(sorted(set(department_ids))), _action.c.closed_on.is_(None)
        )
        .order_by(_action.c.done_on, _action.c.due_on.is_(None), _action.c.due_on, _action.c.id)
    )
    return tuple(
        Action(
            id=row.id,
            department_id=row.department_id,
            what=row.what,
            owner=row.owner,
            due_on=stored_day(row.due_on),
            done_on=stored_day(row.done_on),
            outcome=row.outcome,
            verification_id=row.verification_id,
            finding_id=row.finding_id,
        )
        for row in connection.execute(statement)
    )
