"""Checks of the shelf in the database, and what there is to recognise a code by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from referent_desk.domain.shelf_checks import CheckedSheet, Found, ShelfCheck
from referent_desk.domain.shelf_looks import Look
from referent_desk.domain.shelf_readings import Printed
from referent_desk.storage import schema

_check, _sheet = schema.shelf_check, schema.checked_sheet
_copy, _binder, _revision = schema.copy, schema.binder, schema.sheet_revision
_annulled = select(_check.c.annuls_id).where(_check.c.annuls_id.is_not(None))


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`is_annulled`: somebody took it back."""

    id: str
    copy_id: str
    is_annulled: bool


def checks_of(connection: Connection, copy_id: str) -> tuple[ShelfCheck, ...]:
    """Those that stand, the newest first."""
    statement = (
        select(_check.c.id, _check.c.who, _check.c.valid_on, _copy.c.number)
        .join(_copy, _copy.c.id == _check.c.copy_id)
        .where(_check.c.copy_id == copy_id, *_standing())
        .order_by(_check.c.valid_on.desc(), _check.c.recorded_at.desc())
    )
    rows = connection.execute(statement).all()
    sheets = _sheets_of(connection, copy_id)
    return tuple(
        ShelfCheck(
            row.id, row.number, row.who, date.fromisoformat(row.valid_on), sheets.get(row.id, ())
        )
        for row in rows
    )


def _standing() -> tuple[Any, Any]:
    return _check.c.annuls_id.is_(None), _check.c.id.not_in(_annulled)


def _sheets_of(connection: Connection, copy_id: str) -> dict[str, tuple[CheckedSheet, ...]]:
    """By check, in the order in which they were looked at."""
    expected, found = _revision.alias("expected"), _revision.alias("found_revision")
    statement = (
        select(
            _sheet.c.shelf_check_id,
            _sheet.c.code,
            _sheet.c.read,
            _sheet.c.found,
            expected.c.title,
            expected.c.revision,
            found.c.code.label("found_code"),
            found.c.revision.label("found_revision"),
        )
        .join(_check, _check.c.id == _sheet.c.shelf_check_id)
        .join(expected, expected.c.id == _sheet.c.expected_id)
        .outerjoin(found, found.c.id == _sheet.c.found_id)
        .where(_check.c.copy_id == copy_id)
        .order_by(_sheet.c.position)
    )
    sheets: dict[str, tuple[CheckedSheet, ...]] = {}
    for row in connection.execute(statement):
        checked = CheckedSheet(
            row.code,
            row.title,
            row.read,
            Found(row.found),
            row.revision,
            row.found_revision,
            row.found_code or "",
        )
        sheets[row.shelf_check_id] = (*sheets.get(row.shelf_check_id, ()), checked)
    return sheets


def last_looked_at(connection: Connection, copy_id: str) -> Mapping[str, date]:
    """By sheet code, the day on which it was last drawn and looked at in this copy."""
    statement = (
        select(_sheet.c.code, func.max(_check.c.valid_on))
        .join(_check, _check.c.id == _sheet.c.shelf_check_id)
        .where(_check.c.copy_id == copy_id, *_standing())
        .group_by(_sheet.c.code)
    )
    return {code: date.fromisoformat(day) for code, day in connection.execute(statement)}


def last_checks(connection: Connection, department_id: str) -> Mapping[str, date]:
    """By id of a copy of the department, the day of its last check."""
    statement = (
        select(_check.c.copy_id, func.max(_check.c.valid_on))
        .join(_copy, _copy.c.id == _check.c.copy_id)
        .join(_binder, _binder.c.id == _copy.c.binder_id)
        .where(_binder.c.department_id == department_id, *_standing())
        .group_by(_check.c.copy_id)
    )
    return {copy_id: date.fromisoformat(day) for copy_id, day in connection.execute(statement)}


def looks_of(
    connection: Connection, department_ids: Iterable[str]
) -> Mapping[str, tuple[Look, ...]]:
    """What the checks that stand have seen, by id of a copy of the departments."""
    statement = (
        select(_sheet, _check.c.copy_id, _check.c.valid_on, _check.c.recorded_at)
        .join(_check, _check.c.id == _sheet.c.shelf_check_id)
        .join(_copy, _copy.c.id == _check.c.copy_id)
        .join(_binder, _binder.c.id == _copy.c.binder_id)
        .where(_binder.c.department_id.in_(sorted(department_ids)), *_standing())
    )
    looks: dict[str, list[Look]] = {}
    for row in connection.execute(statement):
        day, moment = date.fromisoformat(row.valid_on), datetime.fromisoformat(row.recorded_at)
        look = Look(row.code, Found(row.found), row.found_id, day, moment, row.read)
        looks.setdefault(row.copy_id, []).append(look)
    return {copy_id: tuple(those) for copy_id, those in looks.items()}


def months_between_checks(connection: Connection, department_id: str) -> int | None:
    """What the binder says; None: nothing, so that the program's own holds."""
    statement = select(_binder.c.months_between_checks)
    return connection.scalar(statement.where(_binder.c.department_id == department_id))


def read_check(connection: Connection, check_id: str) -> CheckRow | None:
    row = connection.execute(select(_check).where(_check.c.id == check_id)).one_or_none()
    if row is None or row.annuls_id is not None:
        return None
    annulled = select(_check.c.id).where(_check.c.annuls_id == check_id)
    return CheckRow(row.id, row.copy_id, connection.scalar(annulled) is not None)


def printed_ever(connection: Connection, department_id: str) -> tuple[Printed, ...]:
    """Every revision of every sheet that was printed for the department."""
    statement = select(
        _revision.c.id, _revision.c.code, _revision.c.revision, _revision.c.check_code
    ).where(_revision.c.department_id == department_id)
    return tuple(Printed(*row) for row in connection.execute(statement))


def names_by_paper_code(connection: Connection) -> Mapping[str, str]:
    node = schema.node
    statement = select(node.c.paper_code, node.c.name).where(node.c.paper_code != "")
    return {row.paper_code: row.name for row in connection.execute(statement)}
