"""What was tried in one department, and which releases its establishment knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.verifications import KnownRelease, RecordedVerification, answers_from
from referent_desk.storage import schema
from referent_desk.storage.software import releases_live

_verification = schema.verification
_revision = schema.revision
_release = schema.release


def recorded_verifications(
    connection: Connection, procedure_id: str, department_id: str, software_id: str
) -> tuple[RecordedVerification, ...]:
    """Those that stand, of any revision of the procedure; the newest first."""
    later = _verification.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _verification.c.id).exists()
    statement = (
        select(_verification, _revision.c.number, _release.c.version)
        .join(_revision, _revision.c.id == _verification.c.revision_id)
        .join(_release, _release.c.id == _verification.c.release_id)
        .where(
            _revision.c.procedure_id == procedure_id,
            _verification.c.department_id == department_id,
            _release.c.software_id == software_id,
            _verification.c.annuls_id.is_(None),
            ~annulled,
        )
        .order_by(
            _verification.c.valid_on.desc(),
            _verification.c.recorded_at.desc(),
            _verification.c.id.desc(),
        )
    )
    return tuple(_recorded(row) for row in connection.execute(statement))


def _recorded(row: Any) -> RecordedVerification:
    return RecordedVerification(
        id=row.id,
        revision=row.number,
        version=row.version,
        day=date.fromisoformat(row.valid_on),
        result=VerificationResult(row.result),
        who=row.who,
        seen=row.seen,
        to_change=row.to_change,
        answers=answers_from(row.answers),
    )


def verification_row(connection: Connection, verification_id: str) -> RowMapping | None:
    """A verification that is no annulment, with the title of what was tried as `title`."""
    statement = (
        select(_verification, _revision.c.title)
        .join(_revision, _revision.c.id == _verification.c.revision_id)
        .where(_verification.c.id == verification_id, _verification.c.annuls_id.is_(None))
    )
    return connection.execute(statement).mappings().one_or_none()


def is_annulled(connection: Connection, verification_id: str) -> bool:
    statement = select(_verification.c.id).where(_verification.c.annuls_id == verification_id)
    return connection.execute(statement.limit(1)).first() is not None


def known_releases(
    connection: Connection, software_id: str, establishment_id: str
) -> tuple[KnownRelease, ...]:
    """Every release of a software as the establishment knows it, in the order of versions."""
    first: dict[str, date] = {}
    elsewhere: dict[str, dict[str, None]] = {}
    for live in releases_live(connection, [software_id]).get(software_id, ()):
        if live.establishment_id == establishment_id:
            first[live.release_id] = live.live_on  # the newest come first
        else:
            elsewhere.setdefault(live.release_id, {})[live.establishment] = None
    statement = (
        select(_release.c.id, _release.c.version)
        .where(_release.c.software_id == software_id)
        .order_by(_release.c.version)
    )
    return tuple(
        KnownRelease(row.id, row.version, first.get(row.id), tuple(elsewhere.get(row.id, ())))
        for row in connection.execute(statement)
    )


def open_actions_of(connection: Connection, verification_ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of the actions that follow from these and are neither done nor given up."""
    action = schema.action
    statement = select(action.c.id).where(
        action.c.verification_id.in_(sorted(set(verification_ids))),
        action.c.done_on.is_(None),
        action.c.closed_on.is_(None),
    )
    return tuple(connection.scalars(statement))
