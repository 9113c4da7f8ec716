"""Actions in the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from referent_desk.domain.actions import Action, ActionRow
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
    return tuple(_action_of(row) for row in connection.execute(statement))


def action_rows(connection: Connection, department_id: str) -> tuple[ActionRow, ...]:
    """Those of one department in the same order, each with what it follows from."""
    verification, revision, finding = schema.verification, schema.revision, schema.finding
    statement = (
        select(
            _action,
            revision.c.id.label("revision_id"),
            revision.c.title,
            finding.c.what.label("found"),
        )
        .outerjoin(verification, verification.c.id == _action.c.verification_id)
        .outerjoin(revision, revision.c.id == verification.c.revision_id)
        .outerjoin(finding, finding.c.id == _action.c.finding_id)
        .where(_action.c.department_id == department_id, _action.c.closed_on.is_(None))
        .order_by(_action.c.done_on, _action.c.due_on.is_(None), _action.c.due_on, _action.c.id)
    )
    return tuple(
        ActionRow(_action_of(row), row.title or row.found or "", row.revision_id)
        for row in connection.execute(statement)
    )


def _action_of(row: Any) -> Action:
    return Action(
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
