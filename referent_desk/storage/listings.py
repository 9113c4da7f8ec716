"""Pages of long lists: sorted and filtered by the database, continued where the page before ended.

A page continues by its last sort value and id, not by an offset: deep pages cost what the first
one does. NULL sorts as the empty value of its type, so that no row is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    Select,
    func,
    or_,
    select,
    tuple_,
)

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.texts import clean_line, folded

Row = TypeVar("Row")

_TOGETHER = 500
"""How many keys one statement names."""
_NEVER_NULL = frozenset({"id", "folded", "code", "kind", "status"})
"""Columns that the schema fills in every row of the tables that are listed."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Folded text of another table, which rows lead to by `by`: looked through once, not joined."""

    by: ColumnElement[Any]
    key: ColumnElement[Any]
    folded: ColumnElement[str]


@dataclass(frozen=True, slots=True)
class Source:
    """`rows` selects the row's columns; `sorts` maps a field of the row to what orders it.

    `searched` holds folded text; the filter is a substring of it, word by word. `counted` is the
    same rows with as few joins as counting them needs; `bare` where it can be searched as it is.
    """

    rows: Select[Any]
    counted: Select[Any]
    key: Column[Any]
    sorts: Mapping[str, ColumnElement[Any]]
    searched: tuple[ColumnElement[str] | Linked, ...]
    bare: bool = False


def read_page(
    connection: Connection, source: Source, listing: Listing, make: Callable[[Any], Row]
) -> Page[Row]:
    """The page that `listing` asks for. An unknown sort falls back to the first one."""
    field = listing.sort if listing.sort in source.sorts else next(iter(source.sorts))
    order = _order(source, source.sorts[field])
    total = connection.scalar(select(func.count()).select_from(source.counted.subquery())) or 0
    fitting = _fitting(connection, source, listing.text) if listing.text.strip() else total
    found = connection.execute(page_statement(source, listing, order)).all()
    after = None
    if len(found) > listing.limit:
        found = found[: listing.limit]
        after = (found[-1].sort_value, found[-1].sort_key)
    rows = _rows_of(connection, source, [row.sort_key for row in found])
    return Page(tuple(make(rows[row.sort_key]) for row in found), fitting, total, after)


def _rows_of(connection: Connection, source: Source, keys: Sequence[str]) -> Mapping[str, Any]:
    """What a row shows is read for one page only: to order them all, their keys are enough."""
    statement = source.rows.add_columns(source.key.label("sort_key"))
    found: dict[str, Any] = {}
    for start in range(0, len(keys), _TOGETHER):
        chosen = source.key.in_(keys[start : start + _TOGETHER])
        for row in connection.execute(statement.where(chosen)):
            found[row.sort_key] = row
    return found


def _fitting(connection: Connection, source: Source, text: str) -> int:
    keys = source.counted
    if not source.bare:
        keys = source.rows.with_only_columns(source.key, maintain_column_froms=True)
    chosen = matching(keys, source, text).subquery()
    return connection.scalar(select(func.count()).select_from(chosen)) or 0


def page_statement(source: Source, listing: Listing, order: ColumnElement[Any]) -> Select[Any]:
    """Keys in order; one more than the page holds, which tells whether there is a next one."""
    value = order.label("sort_value")
    keys = source.rows.with_only_columns(
        value, source.key.label("sort_key"), maintain_column_froms=True
    )
    statement = matching(keys, source, listing.text)
    if listing.after is not None:
        here, last = tuple_(order, source.key), tuple_(*listing.after)
        statement = statement.where(here < last if listing.descending else here > last)
    if listing.descending:
        statement = statement.order_by(value.desc(), source.key.desc())
    else:
        statement = statement.order_by(value, source.key)
    return statement.limit(listing.limit + 1)


def matching(statement: Select[Any], source: Source, text: str) -> Select[Any]:
    """Each word must occur in one of the searched texts, whatever its accents and case."""
    for word in folded(clean_line(text)).split():
        pattern = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        statement = statement.where(or_(*(_holds(c, f"%{pattern}%") for c in source.searched)))
    return statement


def _holds(searched: ColumnElement[str] | Linked, pattern: str) -> ColumnElement[bool]:
    if isinstance(searched, Linked):
        found = select(searched.key).where(searched.folded.like(pattern, escape="!"))
        return searched.by.in_(found)
    return searched.like(pattern, escape="!")


def _order(source: Source, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What is never NULL stays bare, so that its index gives the order; the rest is made so."""
    if (
        isinstance(column, Column)
        and column.table is source.key.table
        and column.name in _NEVER_NULL
    ):
        return column
    return func.coalesce(column, -1 if isinstance(column.type, Integer) else "")
