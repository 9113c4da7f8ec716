"""Which deployments count as a department's use of a software on a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, or_

from referent_desk.storage import schema
from referent_desk.storage.written_rules import written_out

_deployment = schema.deployment


def still_used(today: date) -> ColumnElement[bool]:
    """The rule of `domain.software.is_used_after`, for the database."""
    return or_(_deployment.c.until.is_(None), _deployment.c.until > today.isoformat())


def with_uses(statement: str) -> str:
    """The statement with the rules written out that it names, each with what it calls the table of
    deployments, and with other days than `:today`, where there are some.

    `STILL_USED(d)`: as above. `USED_FROM_NOW(d)`: by those who are to be ready for it, who use it
    or will. `USED_TODAY(d)`: by those who do, `domain.software.is_used_on`; or on some day from the
    first to the last: `USED_TODAY(d, :first, :last)`. Retired software serves nobody, and nobody
    works in a department that was closed.
    """
    return written_out(statement, _RULES)


_STILL = "(ROW.until IS NULL OR ROW.until > FIRST)"
_BEGUN = "(ROW.since IS NULL OR ROW.since <= LAST)"
_SERVES = (
    "ROW.department_id NOT IN (SELECT id FROM node WHERE closed_on IS NOT NULL)"
    " AND ROW.software_id NOT IN"
    " (SELECT id FROM software WHERE status = 'retired' OR closed_on IS NOT NULL)"
)
_RULES = {
    "STILL_USED": _STILL,
    "USED_FROM_NOW": " AND ".join((_STILL, _SERVES)),
    "USED_TODAY": " AND ".join((_BEGUN, _STILL, _SERVES)),
}
