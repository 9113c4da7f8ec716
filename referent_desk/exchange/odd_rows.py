"""Rows within a list that are none of its lines: titles said again, headings between groups."""

from __future__ import annotations

import re

from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.texts import folded
from referent_desk.exchange.tables import Table
from referent_desk.exchange.workbooks import RawRow

_FEWEST_TITLES = 2
_FRAMED = re.compile(r"^\s*([-–—=*_•►#]).*\S.*\1\s*$", re.DOTALL)


def refusal_of_row(row: RawRow, table: Table) -> Remark | None:
    """Why it is no line of the list; None for one that may be."""
    filled = [(column, text) for column, text in enumerate(row.cells) if text]
    if _says_titles_again(filled, table):
        return remark(Concern.REFUSAL, "title_line")
    if len(filled) == 1 and _is_heading(row.number, *filled[0], table):
        is_under = row.number > _last_full_row(table)
        return remark(Concern.REFUSAL, "note_line" if is_under else "heading_line")
    return None


def _last_full_row(table: Table) -> int:
    """Below it nothing is a heading of anything."""
    full = (r.number for r in reversed(table.rows) if sum(map(bool, r.cells)) > 1)
    return next(full, table.header_row)


def _says_titles_again(filled: list[tuple[int, str]], table: Table) -> bool:
    """All that stands there is the title of its column."""
    titles = table.titles
    same = (
        column < len(titles) and folded(titles[column].text) == folded(text)
        for column, text in filled
    )
    return len(filled) >= _FEWEST_TITLES and all(same)


def _is_heading(row: int, column: int, text: str, table: Table) -> bool:
    """Alone in its row, and framed by strokes or spread over several columns."""
    joined = table.sheet.joined
    is_spread = (row, column) in joined and (row, column + 1) in joined
    return is_spread or bool(_FRAMED.match(text))
