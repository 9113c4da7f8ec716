"""Trainings that stand, and who took part."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.trainings import Participant, Training
from referent_desk.storage import schema
from referent_desk.storage.schema import stored_day

_training, _attendance = schema.training, schema.attendance
_MOST = 500


def _stands() -> ColumnElement[bool]:
    later = _training.alias("later")
    annulled = select(later.c.id).where(later.c.annuls_id == _training.c.id).exists()
    return and_(_training.c.annuls_id.is_(None), ~annulled)


def _rows() -> Select[Any]:
    software, release, node = schema.software, schema.release, schema.node
    return (
        select(
            _training,
            software.c.name.label("software"),
            release.c.version,
            node.c.name.label("department"),
        )
        .join(software, software.c.id == _training.c.software_id)
        .outerjoin(release, release.c.id == _training.c.release_id)
        .outerjoin(node, node.c.id == _training.c.department_id)
        .where(_stands())
        .order_by(_training.c.valid_on.desc(), _training.c.recorded_at.desc(), _training.c.id)
    )


def read_training(connection: Connection, training_id: str) -> Training | None:
    found = _made(connection, _rows().where(_training.c.id == training_id))
    return found[0] if found else None


def trainings_in(connection: Connection, department_id: str) -> tuple[Training, ...]:
    """Held there, or in which somebody took part who belongs there; the newest first."""
    person = schema.person
    came = (
        select(_attendance.c.training_id)
        .join(person, person.c.id == _attendance.c.person_id)
        .where(person.c.department_id == department_id)
    )
    here = or_(_training.c.department_id == department_id, _training.c.id.in_(came))
    return _made(connection, _rows().where(here).limit(_MOST))


def trainings_of(connection: Connection, person_id: str) -> tuple[Training, ...]:
    """In which somebody took part, or which they held."""
    came = select(_attendance.c.training_id).where(_attendance.c.person_id == person_id)
    theirs = or_(_training.c.id.in_(came), _training.c.trainer_id == person_id)
    return _made(connection, _rows().where(theirs).limit(_MOST))


def versions_of(connection: Connection, software_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Those that went live last come first; those of which no day is known, last."""
    release, live = schema.release, schema.release_live
    last = (
        select(func.max(live.c.valid_on))
        .where(live.c.release_id == release.c.id, live.c.annuls_id.is_(None))
        .scalar_subquery()
    )
    statement = (
        select(release.c.software_id, release.c.version)
        .where(release.c.software_id.in_(list(software_ids)))
        .order_by(func.coalesce(last, "").desc(), release.c.version.desc())
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(statement):
        found[row.software_id] = (*found.get(row.software_id, ()), row.version)
    return found


def _made(connection: Connection, statement: Select[Any]) -> tuple[Training, ...]:
    rows = connection.execute(statement).all()
    came = _participants(connection, [row.id for row in rows])
    return tuple(_training_of(row, tuple(came.get(row.id, ()))) for row in rows)


def _participants(connection: Connection, ids: Iterable[str]) -> dict[str, list[Participant]]:
    """By the name that they bear today; a name alone as it was written."""
    person = schema.person
    statement = (
        select(_attendance, person.c.first_name, person.c.last_name)
        .outerjoin(person, person.c.id == _attendance.c.person_id)
        .where(_attendance.c.training_id.in_(list(ids)))
        .order_by(person.c.folded.is_(None), person.c.folded, _attendance.c.name)
    )
    found: dict[str, list[Participant]] = {}
    for row in connection.execute(statement):
        name = row.name
        if row.last_name is not None:
            name = f"{row.first_name} {row.last_name}".strip()
        level = SkillLevel(row.level) if row.level else None
        found.setdefault(row.training_id, []).append(Participant(name, row.person_id, level))
    return found


def _training_of(row: Any, participants: tuple[Participant, ...]) -> Training:
    return Training(
        id=row.id,
        software_id=row.software_id,
        software=row.software,
        day=date.fromisoformat(row.valid_on),
        version=row.version or "",
        topic=row.topic,
        trainer=row.trainer,
        trainer_id=row.trainer_id,
        minutes=row.minutes,
        valid_until=stored_day(row.valid_until),
        department_id=row.department_id,
        department=row.department or "",
        who=row.who,
        participants=participants,
    )
