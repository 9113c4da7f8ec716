"""Texts that were withdrawn: what is read of them, and the same rule for lists made by SQL."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, or_, select

from referent_desk.domain.text_lives import Withdrawal
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_withdrawal = schema.withdrawal
_revision = schema.revision


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """From which day and why; no day: it was not."""

    day: date | None = None
    reason: str = ""


NOT_WITHDRAWN = Withdrawn()


def withdrawn_revisions(
    connection: Connection, procedure_ids: Collection[str]
) -> dict[str, Withdrawn]:
    """By revision, of these procedures; the earliest day where somebody said it twice."""
    statement = (
        select(_withdrawal.c.revision_id, _withdrawal.c.valid_on, _withdrawal.c.reason)
        .join(_revision, _revision.c.id == _withdrawal.c.revision_id)
        .where(_revision.c.procedure_id.in_(sorted(procedure_ids)), stands())
        .order_by(_withdrawal.c.valid_on.desc(), _withdrawal.c.recorded_at.desc())
    )
    return {
        row.revision_id: Withdrawn(stored_day(row.valid_on), row.reason)
        for row in connection.execute(statement)
    }


def withdrawals_of(
    connection: Connection, procedure_ids: Collection[str]
) -> tuple[Withdrawal, ...]:
    """Those that stand, in the order of recording."""
    statement = (
        select(_withdrawal, _revision.c.procedure_id, _revision.c.number)
        .join(_revision, _revision.c.id == _withdrawal.c.revision_id)
        .where(_revision.c.procedure_id.in_(sorted(procedure_ids)), stands())
        .order_by(_withdrawal.c.recorded_at, _withdrawal.c.id)
    )
    return tuple(
        Withdrawal(
            id=row.id,
            procedure_id=row.procedure_id,
            number=row.number,
            who=row.who,
            day=date.fromisoformat(row.valid_on),
            reason=row.reason,
        )
        for row in connection.execute(statement)
    )


def withdrawal_row(connection: Connection, withdrawal_id: str) -> RowMapping | None:
    """One that stands."""
    statement = select(_withdrawal).where(_withdrawal.c.id == withdrawal_id, stands())
    return connection.execute(statement).mappings().one_or_none()


def stands() -> ColumnElement[bool]:
    """A withdrawal of the enclosing query is a fact, and nobody took it back."""
    later = _withdrawal.alias("annulling")
    annulled = select(later.c.id).where(later.c.annuls_id == _withdrawal.c.id).exists()
    return and_(_withdrawal.c.annuls_id.is_(None), ~annulled)


def revisions_gone(today: date) -> Select[Any]:
    """Ids of the approved revisions that are in force no more: withdrawn, or before one that was.

    The rule is `domain.procedures.revision_in_force`; a test compares them.
    """
    gone, last = _revision.alias("gone"), _revision.alias("last_withdrawn")
    return (
        select(gone.c.id)
        .join(last, last.c.procedure_id == gone.c.procedure_id)
        .join(_withdrawal, _withdrawal.c.revision_id == last.c.id)
        .where(gone.c.number <= last.c.number, _begun(today))
    )


def procedures_gone(today: date) -> Select[Any]:
    """Ids of the procedures of which nothing holds any more: what is next up the tree does.

    The rule is `domain.procedures.is_withdrawn`.
    """
    last, left = _revision.alias("last_withdrawn"), _revision.alias("left_over")
    holds = (
        select(left.c.id)
        .where(
            left.c.procedure_id == last.c.procedure_id,
            or_(left.c.state == "draft", left.c.number > last.c.number),
        )
        .exists()
    )
    return (
        select(last.c.procedure_id)
        .join(_withdrawal, _withdrawal.c.revision_id == last.c.id)
        .where(_begun(today), ~holds)
    )


def procedures_in_force(today: date) -> Select[Any]:
    """Ids of the procedures of which an approved text is in force.

    The rule is `domain.coverage.holding`: they come before nearer ones of which none is.
    """
    return select(_revision.c.procedure_id).where(in_force(today))


def in_force(today: date) -> ColumnElement[bool]:
    """A revision of the enclosing query is approved, has begun, and was not withdrawn."""
    begun = func.coalesce(_revision.c.in_force_on, _revision.c.approved_on, "")
    return and_(
        _revision.c.state == "approved",
        begun <= today.isoformat(),
        _revision.c.id.not_in(revisions_gone(today)),
    )


def _begun(today: date) -> ColumnElement[bool]:
    return and_(_withdrawal.c.valid_on <= today.isoformat(), stands())
