"""Exports of a directory of accounts as text (LDIF, RFC 2849), read as the table they stand for.

Only the attributes that a ward needs to call a colleague are read. Addresses, passwords,
photographs and whatever else an account holds never get into the program.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from referent_desk.domain.texts import clean_line
from referent_desk.errors import RefusedInput
from referent_desk.exchange import refusals
from referent_desk.exchange.csv_files import decode
from referent_desk.exchange.workbooks import (
    MOST_CELL_LETTERS,
    MOST_TEXT_ROWS,
    RawRow,
    RawSheet,
    Workbook,
)
from referent_desk.language import _

_ATTRIBUTES = ("sn", "givenName", "cn", "title", "employeeType", "telephoneNumber", "department",
               "departmentNumber", "ou", "company", "o", "userAccountControl", "nsAccountLock",
               "objectClass")  # fmt: skip
_ALWAYS = frozenset({"sn", "givenName", "objectClass"})
"""By these the list is known for what it is, also where no entry has them."""
_ONE_VALUE = frozenset({"sn", "givenName", "cn"})
"""Of several spellings of a name the first one counts; of anything else all are shown."""
_NAMES = {name.lower(): name for name in _ATTRIBUTES} | {
    "surname": "sn",
    "gn": "givenName",
    "commonname": "cn",
    "organizationalunitname": "ou",
    "organizationname": "o",
}
_TITLE_ROW = 0
"""Above the first line of the file: each entry names its attributes, there are no titles."""
_PREAMBLE = ("#", " ", "version:", "search:", "result:")
_LOOKED_AT = 2**16
_CHANGE = re.compile(r"^changetype:[ ]*(?:modify|delete|modrdn|moddn)[ ]*$", re.MULTILINE | re.I)


def is_ldif(content: bytes) -> bool:
    """Whether its first line that says anything begins an entry."""
    try:
        start = decode(content[:_LOOKED_AT], "")
    except RefusedInput:
        return False
    lines = (line for line in start.splitlines() if line and not line.startswith(_PREAMBLE))
    return next(lines, "").startswith("dn:")


def read_ldif(content: bytes, file: str) -> Workbook:
    """One row for each entry, with the number of the line where it begins. Raises RefusedInput."""
    if b"\x00" in content:  # UTF-16: a line is told from the next only once it is read
        folded = decode(content, file).replace("\r\n", "\n")
        text = folded.replace("\n ", "")
        numbers = _beginnings(folded.split("\n"), "dn:")
    else:  # before it is decoded: a letter of two bytes may be cut in the middle
        lines = content.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n")
        text = decode(lines.replace(b"\n ", b""), file)
        numbers = _beginnings(lines.split(b"\n"), b"dn:")
    if _CHANGE.search(text):
        raise RefusedInput(
            _("The file {file} holds changes to a directory, not its entries.").format(file=file),
            _("Ask for an export of the accounts of the staff, as LDIF or as .csv."),
        )
    if len(numbers) > MOST_TEXT_ROWS:
        raise _too_large(file)
    found = list(_rows(text, numbers, file))
    present = _ALWAYS.union(*(cells for _number, cells in found))
    names = tuple(name for name in _ATTRIBUTES if name in present)
    rows = (RawRow(number, tuple(cells.get(n, "") for n in names)) for number, cells in found)
    return Workbook(file, (RawSheet("", (RawRow(_TITLE_ROW, names), *rows)),))


def _beginnings(lines: Sequence[str] | Sequence[bytes], mark: str | bytes) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if line[:3] == mark]


def _rows(text: str, numbers: Sequence[int], file: str) -> Iterator[tuple[int, dict[str, str]]]:
    from referent_desk.exchange.ldif_entries import entries_of

    entries, row = entries_of(text), 0
    while True:
        try:
            entry = next(entries, None)
        except ValueError as error:
            raise RefusedInput(
                _("The file {file} is not understood from its line {line} on.").format(
                    file=file, line=numbers[min(row, len(numbers) - 1)]
                ),
                _("Ask for a new export of the accounts, as LDIF or as .csv, and import that."),
            ) from error
        if entry is None:
            return
        yield numbers[row], _cells(entry, file)
        row += 1


def _cells(entry: Mapping[str, Sequence[str | bytes]], file: str) -> dict[str, str]:
    cells: dict[str, str] = {}
    for attribute, values in entry.items():
        name = _NAMES.get(attribute.lower())
        if name is None or name in cells:
            continue
        most = 1 if name in _ONE_VALUE else None
        texts = (clean_line(_text(value)) for value in values)
        text = " / ".join(islice(filter(None, texts), most))
        if len(text) > MOST_CELL_LETTERS:
            raise _too_large(file)
        cells[name] = text
    return cells


def _text(value: str | bytes) -> str:
    """Old servers keep letters of Windows where the rule says UTF-8."""
    return value if isinstance(value, str) else value.decode("cp1252", errors="replace")


def _too_large(file: str) -> RefusedInput:
    limit = refusals.list_limit(MOST_TEXT_ROWS, len(_NAMES), MOST_CELL_LETTERS)
    return refusals.refused_too_large(file, limit)
