"""Sentences for files that cannot be read as a list, each with what to do instead."""

from __future__ import annotations

from referent_desk.errors import RefusedInput
from referent_desk.language import _, spoken


def save_as_xlsx() -> str:
    return _(
        "Open it in Excel or LibreOffice, choose “Save as” and “Excel workbook (.xlsx)”, "
        "then import that file."
    )


def refused_format(file: str, form: str) -> RefusedInput:
    """`form` is one of the codes of `file_contents`."""
    happened = {
        "xls": _("The file {file} is in the old Excel format (.xls), which is not read."),
        "xlsb": _("The file {file} is a binary Excel workbook (.xlsb), which is not read."),
        "ods": _("The file {file} is an OpenDocument spreadsheet (.ods), which is not read."),
        "locked": _("The file {file} is protected by a password."),
        "document": _("The file {file} is a text document, not a spreadsheet."),
        "pdf": _("The file {file} is a PDF, not a spreadsheet."),
        "picture": _("The file {file} is a picture, not a spreadsheet."),
        "web": _("The file {file} is a web page, whatever its name says."),
        "archive": _("The file {file} is an archive, not a spreadsheet."),
        "unknown": _("The file {file} is not a spreadsheet that can be read."),
    }[form]
    advice = {
        "locked": _("Take the password away in Excel, save the file, then import it again."),
        "document": _("Copy its table into a new Excel workbook, save it as .xlsx, import that."),
        "pdf": _("Ask for the spreadsheet that it was made from, and import that."),
        "picture": _("Ask for the spreadsheet that it was made from, and import that."),
        "archive": _("Unpack it, then import the .xlsx or .csv file that lies in it."),
    }.get(form, save_as_xlsx())
    return RefusedInput(happened.format(file=file), advice)


def refused_empty(file: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} is empty.").format(file=file),
        _("Export it again, then import the new file."),
    )


def refused_damaged(file: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} is damaged or was cut off while it was copied.").format(file=file),
        _("Copy or export it again. If it opens in Excel, save it there as .xlsx and import that."),
    )


def refused_too_large(file: str, limit: str) -> RefusedInput:
    """`limit` is a whole measure: `20 MB`, `20,000 rows`."""
    return RefusedInput(
        _("The file {file} is larger than what is read: at most {limit}.").format(
            file=file, limit=limit
        ),
        _("Keep only the sheet and the columns that matter, or cut it in several files."),
    )


def list_limit(rows: int, columns: int, letters: int) -> str:
    return _("{rows} rows, {columns} columns, {letters} letters in a cell").format(
        rows=_counted(rows), columns=_counted(columns), letters=_counted(letters)
    )


def byte_limit(megabytes: int) -> str:
    return _("{count} MB").format(count=megabytes)


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0" if spoken().code == "fr" else ",")


def refused_suspect(file: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} is built like a trap: it would unpack to something else.").format(
            file=file
        ),
        _("Do not open it. Ask whoever sent it for a new export, and tell the IT department."),
    )


def refused_slow(file: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} takes too long to read.").format(file=file),
        _("Copy the list alone into a new workbook, save it as .xlsx, and import that."),
    )


def refused_characters(file: str) -> RefusedInput:
    return RefusedInput(
        _("The letters of the file {file} cannot be told: its encoding is not known.").format(
            file=file
        ),
        _("Save it again as “CSV UTF-8” or as .xlsx, then import that file."),
    )


def refused_quotes(file: str, row: int) -> RefusedInput:
    return RefusedInput(
        _("In the file {file}, a quotation mark opened in row {row} is never closed.").format(
            file=file, row=row
        ),
        _("Close it or take it away, then import the file again."),
    )


def refused_opening(file: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} is held by another program, or you may not read it.").format(file=file),
        _("Close it in Excel, then try again."),
    )


def refused_lock_file(file: str, meant: str) -> RefusedInput:
    return RefusedInput(
        _("The file {file} is only the mark that Excel leaves beside an open workbook.").format(
            file=file
        ),
        _("Close Excel, then import the file {meant}.").format(meant=meant),
    )


def refused_missing(file: str) -> RefusedInput:
    return RefusedInput(
        _("There is no file {file}.").format(file=file),
        _("Check its name and the folder it lies in."),
    )
