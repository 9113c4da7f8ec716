"""Sheet codes, sheet revisions, copies and print runs in the database: the binder as a fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, case, func, select

from referent_desk.storage import schema
from referent_desk.storage.erasures import compared_hash
from referent_desk.storage.readings import once

_copy = schema.copy
_binder = schema.binder
_run = schema.print_run


@dataclass(frozen=True, slots=True)
class KnownRevision:
    code: str
    revision: int
    check_code: str
    body_hash: str
    id: str


@dataclass(frozen=True, slots=True)
class RunOfDay:
    id: str
    number: int
    copy_id: str | None
    one_sided: bool
    replacements: bool
    recorded_at: str


def runs_of_day(connection: Connection, department_id: str, day: date) -> tuple[RunOfDay, ...]:
    statement = (
        select(_run)
        .where(
            _run.c.department_id == department_id,
            _run.c.valid_on == day.isoformat(),
            _run.c.annuls_id.is_(None),
        )
        .order_by(_run.c.number.desc())
    )
    return tuple(
        RunOfDay(
            row.id,
            row.number,
            row.copy_id,
            bool(row.one_sided),
            bool(row.replacements),
            row.recorded_at,
        )
        for row in connection.execute(statement)
    )


def sheets_of_run(connection: Connection, run_id: str) -> list[tuple[str, int | None]]:
    """(code, revision) of what a run printed, in the order of the binder."""
    printed, revision = schema.printed_sheet, schema.sheet_revision
    statement = (
        select(revision.c.code, revision.c.revision)
        .join(printed, printed.c.sheet_revision_id == revision.c.id)
        .where(printed.c.print_run_id == run_id)
        .order_by(printed.c.position)
    )
    return [(row.code, row.revision) for row in connection.execute(statement)]


@once
def sheet_codes(connection: Connection, department_id: str) -> dict[str, str]:
    """The code of each subject that was ever printed for the department."""
    return codes_in(connection, [department_id]).get(department_id, {})


def codes_in(connection: Connection, department_ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """By department, as `sheet_codes`."""
    table = schema.sheet_code
    statement = select(table.c.department_id, table.c.subject, table.c.code).where(
        table.c.department_id.in_(sorted(department_ids))
    )
    found: dict[str, dict[str, str]] = {}
    for department_id, subject, code in connection.execute(statement).all():
        found.setdefault(department_id, {})[subject] = code
    return found


def known_revisions(connection: Connection, department_id: str) -> tuple[KnownRevision, ...]:
    return revisions_in(connection, [department_id]).get(department_id, ())


def revisions_in(
    connection: Connection, department_ids: Iterable[str]
) -> dict[str, tuple[KnownRevision, ...]]:
    """By department, as `known_revisions`."""
    table = schema.sheet_revision
    statement = (
        select(
            table.c.department_id,
            *(table.c.code, table.c.revision, table.c.check_code, table.c.body_hash, table.c.id),
            case((table.c.erased == 1, table.c.body)),
        )
        .where(table.c.department_id.in_(sorted(department_ids)))
        .order_by(table.c.code, table.c.revision)
    )
    found: dict[str, list[KnownRevision]] = {}
    for row in connection.execute(statement).all():
        known = KnownRevision(*row[1:4], compared_hash(row[4], row[6]), row[5])
        found.setdefault(row[0], []).append(known)
    return {department_id: tuple(those) for department_id, those in found.items()}


@once
def binder_of(connection: Connection, department_id: str) -> tuple[str, str] | None:
    """Id and language of the department's binder."""
    row = connection.execute(
        select(_binder.c.id, _binder.c.language).where(_binder.c.department_id == department_id)
    ).first()
    return (row.id, row.language) if row else None


def last_copy_number(connection: Connection, binder_id: str) -> int:
    """Of closed copies too; 0 when there is none."""
    newest = select(func.max(_copy.c.number)).where(_copy.c.binder_id == binder_id)
    return connection.scalar(newest) or 0


def last_run_number(connection: Connection) -> int:
    """Of all departments; 0 when nothing was printed."""
    return connection.scalar(select(func.max(_run.c.number))) or 0


@once
def runs_after(connection: Connection, number: int) -> int:
    """How many printings of the home have a higher number."""
    return connection.scalar(select(func.count()).where(_run.c.number > number)) or 0


def last_printed(connection: Connection, department_id: str) -> date | None:
    statement = select(func.max(_run.c.valid_on)).where(
        _run.c.department_id == department_id, _run.c.annuls_id.is_(None)
    )
    day = connection.scalar(statement)
    return date.fromisoformat(day) if day else None


def home_row(connection: Connection) -> tuple[str, str, bool] | None:
    """Identity, language and whether it is the demo hospital; None in a home just made."""
    row = connection.execute(select(schema.home)).first()
    return (row.id, row.language, bool(row.demo)) if row else None
