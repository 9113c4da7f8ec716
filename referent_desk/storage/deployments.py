"""Which deployments count as a department's use of a software on a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, or_

from referent_desk.storage import schema

_deployment = schema.deployment


def still_used(today: date) -> ColumnElement[bool]:
    """The rule of `domain.software.is_used_after`, for the database."""
    return or_(_deployment.c.until.is_(None), _deployment.c.until > today.isoformat())
