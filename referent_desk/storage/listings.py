"""Pages of long lists: sorted and filtered by the database, continued where the page before ended.

A page continues by its last sort value and id, not by an offset: deep pages cost what the first
one does. NULL sorts as the empty value of its type, so that no row is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

_NEVER_NULL = frozenset({"id", "folded", "code", "kind", "status"})
"""Columns that the schema fills in every row of the tables that are listed."""


@dataclass(frozen=True, slots=True)
class Source:
    """`rows` selects the row's columns; `sorts` maps a field of the row to what orders it.

    `searched` holds folded text; the filter is a substring of it, word by word. `counted` is the
    same rows with as few joins as counting them needs.
    """

    rows: Select[Any]
    counted: Select[Any]
    key: Column[Any]
    sorts: Mapping[str, ColumnElement[Any]]
    searched: tuple[ColumnElement[str], ...]


def read_page(
    connection: Connection, source: Source, listing: Listing, make: Callable[[Any], Row]
) -> Page[Row]:
    """The page that `listing` asks for. An unknown sort falls back to the first one."""
    field = listing.sort if listing.sort in source.sorts else next(iter(source.sorts))
    order = _order(source, source.sorts[field])
    total = connection.scalar(select(func.count()).select_from(source.counted.subquery())) or 0
    fitting = _fitting(connection, source, listing.text) if listing.text.strip() else total
    statement = page_statement(source, listing, order)
    found = connection.execute(statement).all()
    after = None
    if len(found) > listing.limit:
        found = found[: listing.limit]
        after = (found[-1].sort_value, found[-1].sort_key)
    return Page(tuple(make(row) for row in found), fitting, total, after)


def _fitting(connection: Connection, source: Source, text: str) -> int:
    keys = source.rows.with_only_columns(source.key, maintain_column_froms=True)
    chosen = matching(keys, source, text).subquery()
    return connection.scalar(select(func.count()).select_from(chosen)) or 0


def page_statement(source: Source, listing: Listing, order: ColumnElement[Any]) -> Select[Any]:
    """One row more than the page holds, which tells whether there is a next one."""
    statement = matching(source.rows, source, listing.text)
    statement = statement.add_columns(order.label("sort_value"), source.key.label("sort_key"))
    if listing.after is not None:
        here, last = tuple_(order, source.key), tuple_(*listing.after)
        statement = statement.where(here < last if listing.descending else here > last)
    if listing.descending:
        statement = statement.order_by(order.desc(), source.key.desc())
    else:
        statement = statement.order_by(order, source.key)
    return statement.limit(listing.limit + 1)


def matching(statement: Select[Any], source: Source, text: str) -> Select[Any]:
    """Each word must occur in one of the searched texts, whatever its accents and case."""
    for word in folded(clean_line(text)).split():
        pattern = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
        statement = statement.where(
            or_(*(c.like(f"%{pattern}%", escape="!") for c in source.searched))
        )
    return statement


def _order(source: Source, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What is never NULL stays bare, so that its index gives the order; the rest is made so."""
    if (
        isinstance(column, Column)
        and column.table is source.key.table
        and column.name in _NEVER_NULL
    ):
        return column
    return func.coalesce(column, -1 if isinstance(column.type, Integer) else "")
