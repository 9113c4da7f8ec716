"""What was decided about the newer text of a node above."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, select

from referent_desk.domain.upper_texts import UpperChoice, UpperDecision
from referent_desk.storage import schema

_decision = schema.upper_decision


def upper_decisions(
    connection: Connection, procedure_ids: Collection[str]
) -> tuple[UpperDecision, ...]:
    """Those that stand, in the order of recording."""
    statement = (
        select(_decision)
        .where(_decision.c.procedure_id.in_(sorted(procedure_ids)), _stands())
        .order_by(_decision.c.recorded_at, _decision.c.id)
    )
    return tuple(
        UpperDecision(
            id=row.id,
            procedure_id=row.procedure_id,
            revision_id=row.revision_id,
            decision=UpperChoice(row.decision),
            who=row.who,
            day=date.fromisoformat(row.valid_on),
        )
        for row in connection.execute(statement)
    )


def decision_row(connection: Connection, decision_id: str) -> RowMapping | None:
    """One that stands."""
    statement = select(_decision).where(_decision.c.id == decision_id, _stands())
    return connection.execute(statement).mappings().one_or_none()


def _stands() -> ColumnElement[bool]:
    later = _decision.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _decision.c.id).exists()
    return and_(_decision.c.annuls_id.is_(None), ~annulled)
