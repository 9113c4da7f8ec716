from __future__ import annotations

import io
from datetime import date
from typing import Any

from openpyxl import load_workbook

from referent_desk.exchange.evidence_books import BookSheet, write_book
from referent_desk.exchange.xlsx_files import read_xlsx


def read(*sheets: BookSheet) -> Any:
    return load_workbook(io.BytesIO(write_book(sheets)))


def test_texts_numbers_and_days_are_read_back_as_they_were_written() -> None:
    row = ("Hôpital <Nord> & Cie", 12, date(2026, 11, 22), None, "Ğül İpek — Lê Thị", "a\nb")
    book = read(BookSheet("Preuves", ("a", "b", "c", "d", "e", "f"), [row], (10,) * 6))
    cells = [cell.value for cell in book["Preuves"][2]]
    assert cells.pop(2).date() == row[2]
    assert cells == [*row[:2], *row[3:]]
    assert book["Preuves"].freeze_panes == "A2"
    assert book["Preuves"]["A1"].font.b
    assert book["Preuves"]["C2"].is_date


def test_no_cell_is_taken_for_a_formula_and_no_letter_breaks_the_file() -> None:
    rows = [('=HYPERLINK("x")',), ("@a",), ("\x00\x1f\ufffe\ud800fin",), ("x" * 40_000,), ("-12",)]
    cells = [row[0].value for row in read(BookSheet("a", ("b",), rows, (9,)))["a"].iter_rows()]
    assert cells[1:3] == ['\'=HYPERLINK("x")', "'@a"]
    assert cells[3].endswith("fin")
    assert len(cells[4]) == 32_767
    assert cells[5] == "-12"


def test_sheets_have_names_that_a_spreadsheet_takes_none_twice() -> None:
    names = ("Procédures : a/b [c]", "x" * 40, "X" * 40, "", "Tests")
    book = read(*(BookSheet(name, ("a",), [("b",)], (9,)) for name in names))
    assert len({name.casefold() for name in book.sheetnames}) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)
    assert book.sheetnames[0] == "Procédures a b c"


def test_the_same_sheets_give_the_same_bytes_which_the_import_reads() -> None:
    sheet = BookSheet("a", ("Établissement", "Nombre"), [("Nord", 3)] * 5_000, (30, 9))
    content = write_book([sheet])
    assert content == write_book([sheet])
    rows = read_xlsx(content, "a.xlsx").sheets[0].rows
    assert len(rows) == 5_001
    assert rows[-1].cells == ("Nord", "3")
