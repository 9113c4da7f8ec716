"""Which deployments count as a department's use of a software on a day."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import ColumnElement, or_

from referent_desk.storage import schema

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
    return _RULE.sub(lambda found: _written_out(found[1], *found[2].split(", ")), statement)


def _written_out(rule: str, use: str, first: str = ":today", last: str = ":today") -> str:
    return _RULES[rule].replace("USE.", f"{use}.").replace("FIRST", first).replace("LAST", last)


_STILL = "(USE.until IS NULL OR USE.until > FIRST)"
_BEGUN = "(USE.since IS NULL OR USE.since <= LAST)"
_SERVES = (
    "USE.department_id NOT IN (SELECT id FROM node WHERE closed_on IS NOT NULL)"
    " AND USE.software_id NOT IN"
    " (SELECT id FROM software WHERE status = 'retired' OR closed_on IS NOT NULL)"
)
_RULES = {
    "STILL_USED": _STILL,
    "USED_FROM_NOW": " AND ".join((_STILL, _SERVES)),
    "USED_TODAY": " AND ".join((_BEGUN, _STILL, _SERVES)),
}
_RULE = re.compile(rf"({'|'.join(_RULES)})\(([\w.:, ]+)\)")
