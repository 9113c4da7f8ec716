"""Rows that name one of two records of one person, which become one.

A fact is never altered: it is said anew of the one that stays, and the old row annulled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from referent_desk.storage.work import Work

Row = Mapping[str, Any]

_OWN = frozenset({"id", "recorded_at", "annuls_id", "reason", "row_hash"})


def rows_where(work: Work, table: Table, condition: ColumnElement[bool]) -> list[Row]:
    """Whole rows without their hash."""
    statement = select(table).where(condition).order_by(table.c.id)
    return [
        {str(name): value for name, value in row.items() if name != "row_hash"}
        for row in work.connection.execute(statement).mappings()
    ]


def pass_on(
    work: Work, table: Table, condition: ColumnElement[bool], values: Mapping[str, str]
) -> None:
    """Records, which unlike facts are altered."""
    for row in rows_where(work, table, condition):
        work.change(table, row["id"], values)


def standing(work: Work, table: Table, rows: Iterable[Row]) -> list[Row]:
    """Those of these facts that are no annulment and that nothing annuls."""
    said = [row for row in rows if row["annuls_id"] is None]
    ids = [row["id"] for row in said]
    annulled = set(
        work.connection.scalars(select(table.c.annuls_id).where(table.c.annuls_id.in_(ids)))
    )
    return [row for row in said if row["id"] not in annulled]


def say_anew(work: Work, table: Table, row: Row, values: Row) -> str:
    """The fact with these values, its old row annulled. The id of the new row."""
    anew = work.new_id()
    work.add(table, [{**_same(row), **values, "id": anew}])
    annul(work, table, row)
    return anew


def annul(work: Work, table: Table, row: Row) -> None:
    told = {"id": work.new_id(), "annuls_id": row["id"], "reason": "united"}
    work.add(table, [{**_same(row), **told}])


def _same(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _OWN}
