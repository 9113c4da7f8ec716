"""Any list that a hospital has, .xlsx, .csv, .txt or .ldif: told by its content, not its name."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.imports.guides import TextForm
from referent_desk.exchange import refusals
from referent_desk.exchange.csv_files import AS_GUESSED, read_csv
from referent_desk.exchange.file_contents import form_of, read_bytes
from referent_desk.exchange.ldif_files import is_ldif, read_ldif
from referent_desk.exchange.sheet_lists import lists_apart
from referent_desk.exchange.workbooks import Workbook
from referent_desk.exchange.xlsx_files import read_xlsx


def read_workbook(path: Path) -> Workbook:
    """Raises RefusedInput, whatever the file holds; nothing but openpyxl's cells is trusted."""
    return workbook_of(read_bytes(path), path.name)


def workbook_of(content: bytes, file: str, text_form: TextForm = AS_GUESSED) -> Workbook:
    """`text_form` is what a person corrected of how a text file is read."""
    form = form_of(content)
    if form == "cut":
        raise refusals.refused_damaged(file)
    if form == "xlsx":
        book = read_xlsx(content, file)
    elif form == "text" and is_ldif(content):
        book = read_ldif(content, file)
    elif form == "text":
        book = read_csv(content, file, text_form)
    else:
        raise refusals.refused_format(file, form)
    if not any(sheet.rows for sheet in book.sheets):
        raise refusals.refused_empty(file)
    return lists_apart(book)
