"""A list written as a .xlsx workbook, whose cells no spreadsheet takes for formulas."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from referent_desk.exchange.exports import export_cell

_WIDEST = 60  # characters
_LONGEST_SHEET_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

Cell = str | int | None


def xlsx_list(title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet: bold titles that stay in sight, columns as wide as what stands in them."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = " ".join(title.translate(_NOT_IN_NAMES).split())[:_LONGEST_SHEET_NAME] or "1"
    sheet.append([export_cell(head) for head in heads])
    widths = [len(head) for head in heads]
    for row in rows:
        sheet.append([export_cell(cell) if isinstance(cell, str) else cell for cell in row])
        widths = [max(w, len(str(cell or ""))) for w, cell in zip(widths, row, strict=True)]
    for number, width in enumerate(widths, start=1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = min(width, _WIDEST) + 2
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
