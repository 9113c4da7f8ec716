"""How a long list is asked for and given: a page at a time, filtered and sorted where it lies."""

from __future__ import annotations

from typing import Generic, TypeVar

from referent_desk.domain.values import dataclass

PAGE_ROWS = 100

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing:
    """`after` is the cursor that the page before gave; `sort` names a field of the row."""

    text: str = ""
    sort: str = ""
    descending: bool = False
    department_id: str | None = None
    after: tuple[object, ...] | None = None
    limit: int = PAGE_ROWS


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """`matching` of `total` rows fit the filter; `after` is None on the last page."""

    rows: tuple[Row, ...]
    matching: int
    total: int
    after: tuple[object, ...] | None = None
