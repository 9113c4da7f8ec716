"""Copies of a binder and what was printed for them, sent, confirmed and filed, in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, case, select

from referent_desk.domain.copies import Copy, CopyEnd, Mark, PrintedSheet, Run
from referent_desk.domain.sheets import LIST_CODE
from referent_desk.storage import schema
from referent_desk.storage.erasures import compared_hash
from referent_desk.storage.schema import Table, stored_day

_binder, _copy = schema.binder, schema.copy
_run, _printed, _revision = schema.print_run, schema.printed_sheet, schema.sheet_revision


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy, its binder's department and language."""

    copy: Copy
    department_id: str
    language: str


def copies_in(connection: Connection, department_id: str, closed: bool = False) -> tuple[Copy, ...]:
    """By number; with the closed ones only where asked for."""
    statement = _of_departments([department_id])
    if not closed:
        statement = statement.where(_copy.c.closed_on.is_(None))
    return tuple(_copy_of(row) for row in connection.execute(statement).mappings())


def open_copies(connection: Connection) -> tuple[CopyRow, ...]:
    """Of all departments, by number."""
    statement = _of_departments().where(_copy.c.closed_on.is_(None))
    return tuple(
        CopyRow(_copy_of(row), row["department_id"], row["language"])
        for row in connection.execute(statement).mappings()
    )


def _of_departments(department_ids: Iterable[str] | None = None) -> Select[Any]:
    statement = (
        select(_copy, _binder.c.department_id, _binder.c.language)
        .join(_binder, _binder.c.id == _copy.c.binder_id)
        .order_by(_copy.c.number)
    )
    if department_ids is None:
        return statement
    return statement.where(_binder.c.department_id.in_(list(department_ids)))


def read_copy(connection: Connection, copy_id: str) -> CopyRow | None:
    statement = (
        select(_copy, _binder.c.department_id, _binder.c.language)
        .join(_binder, _binder.c.id == _copy.c.binder_id)
        .where(_copy.c.id == copy_id)
    )
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else CopyRow(_copy_of(row), row["department_id"], row["language"])


def _copy_of(row: Mapping[Any, Any]) -> Copy:
    because = row["closed_because"]
    return Copy(
        row["id"],
        row["number"],
        row["place"],
        row["holder"],
        row["colour"],
        stored_day(row["closed_on"]),
        CopyEnd(because) if because in set(CopyEnd) else None,
    )


def runs_in(connection: Connection, department_ids: Iterable[str]) -> dict[str, tuple[Run, ...]]:
    """By department, as `runs_of`; of the bodies only those of the lists, and no first day."""
    chosen = _run.c.department_id.in_(sorted(department_ids))
    rows = connection.execute(select(_run.c.id, _run.c.department_id).where(chosen))
    department_of = {row.id: row.department_id for row in rows}
    found: dict[str, list[Run]] = {}
    for run in _runs(connection, chosen, bodies=False):
        found.setdefault(department_of[run.id], []).append(run)
    return {department_id: tuple(runs) for department_id, runs in found.items()}


def runs_of(connection: Connection, department_id: str) -> tuple[Run, ...]:
    """Every printing that stands, the oldest first, with its sheets and marks."""
    return _runs(connection, _run.c.department_id == department_id)


def run_of_id(connection: Connection, run_id: str) -> Run | None:
    found = _runs(connection, _run.c.id == run_id)
    return found[0] if found else None


def department_of_run(connection: Connection, run_id: str) -> str | None:
    return connection.scalar(select(_run.c.department_id).where(_run.c.id == run_id))


def _runs(connection: Connection, chosen: Any, *, bodies: bool = True) -> tuple[Run, ...]:
    annulled = select(_run.c.annuls_id).where(_run.c.annuls_id.is_not(None))
    statement = (
        select(_run)
        .where(chosen, _run.c.annuls_id.is_(None), _run.c.id.not_in(annulled))
        .order_by(_run.c.number)
    )
    rows = connection.execute(statement).all()
    sheets = _sheets(connection, chosen, bodies)
    sent = _marks(connection, schema.sending, chosen)
    confirmed = _marks(connection, schema.confirmation, chosen)
    filed = _marks(connection, schema.insertion, chosen)
    return tuple(
        Run(
            id=row.id,
            number=row.number,
            copy_id=row.copy_id,
            printed_at=datetime.fromisoformat(row.recorded_at),
            who=row.who,
            pages=row.pages,
            one_sided=bool(row.one_sided),
            replacements=bool(row.replacements),
            sheets=tuple(sheets.get(row.id, ())),
            sent=sent.get(row.id),
            confirmed=confirmed.get(row.id),
            filed=filed.get(row.id),
        )
        for row in rows
    )


def _sheets(connection: Connection, chosen: Any, bodies: bool) -> dict[str, list[PrintedSheet]]:
    """By run, in the order of the binder; a revision's body is read once for all its printings."""
    statement = (
        select(_printed.c.print_run_id, _printed.c.sheet_revision_id, _printed.c.pages)
        .join(_run, _run.c.id == _printed.c.print_run_id)
        .where(chosen)
        .order_by(_run.c.number, _printed.c.position)
    )
    rows = connection.execute(statement).all()
    revisions = _revisions(connection, chosen, bodies)
    sheets: dict[str, list[PrintedSheet]] = {}
    known: dict[tuple[str, int], PrintedSheet] = {}
    for run_id, revision_id, pages in rows:
        sheet = known.get((revision_id, pages))
        if sheet is None:
            row = revisions[revision_id]
            day = _local_day(row.recorded_at) if bodies else None
            sheet = known[revision_id, pages] = PrintedSheet(
                row.id,
                row.code,
                row.revision,
                row.check_code,
                compared_hash(row.body_hash, row.left_over),
                row.title,
                row.body,
                pages,
                day,
            )
        sheets.setdefault(run_id, []).append(sheet)
    return sheets


def _revisions(connection: Connection, chosen: Any, bodies: bool) -> dict[str, Any]:
    """By id: the fields of a printed sheet up to its body, and when it was first printed."""
    printed = (
        select(_printed.c.sheet_revision_id)
        .join(_run, _run.c.id == _printed.c.print_run_id)
        .where(chosen)
    )
    statement = select(
        *(_revision.c.id, _revision.c.code, _revision.c.revision, _revision.c.check_code),
        *(_revision.c.body_hash, _revision.c.title),
        (_revision.c.body if bodies else _body_of_list()).label("body"),
        _revision.c.recorded_at,
        case((_revision.c.erased == 1, _revision.c.body)).label("left_over"),
    ).where(_revision.c.id.in_(printed))
    return {row[0]: row for row in connection.execute(statement).all()}


def _body_of_list() -> Any:
    return case((_revision.c.code == LIST_CODE, _revision.c.body), else_="")


def _local_day(recorded_at: str) -> date:
    return datetime.fromisoformat(recorded_at).astimezone().date()


def _marks(connection: Connection, table: Table, chosen: Any) -> dict[str, Mark]:
    """By run, the newest that nobody annulled."""
    annulled = select(table.c.annuls_id).where(table.c.annuls_id.is_not(None))
    statement = (
        select(table)
        .join(_run, _run.c.id == table.c.print_run_id)
        .where(chosen, table.c.annuls_id.is_(None), table.c.id.not_in(annulled))
        .order_by(table.c.recorded_at)
    )
    return {
        row["print_run_id"]: Mark(
            row["who"],
            date.fromisoformat(row["valid_on"]),
            datetime.fromisoformat(row["recorded_at"]),
            row.get("printer", ""),
        )
        for row in connection.execute(statement).mappings()
    }


def standing_facts(connection: Connection, table: Table, run_id: str) -> Iterable[str]:
    """Ids of those facts of a run that nobody annulled, the newest first."""
    annulled = select(table.c.annuls_id).where(table.c.annuls_id.is_not(None))
    statement = (
        select(table.c.id)
        .where(table.c.print_run_id == run_id, table.c.annuls_id.is_(None))
        .where(table.c.id.not_in(annulled))
        .order_by(table.c.recorded_at.desc(), table.c.id)
    )
    return tuple(connection.scalars(statement))
