"""Text lists (.csv, .txt) in every encoding and with every separator that hospitals meet."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from referent_desk.domain.imports.guides import TextForm
from referent_desk.domain.texts import clean_text
from referent_desk.errors import RefusedInput
from referent_desk.exchange import refusals
from referent_desk.exchange.workbooks import (
    MOST_CELL_LETTERS,
    MOST_TEXT_COLUMNS,
    MOST_TEXT_ROWS,
    RawRow,
    RawSheet,
    Workbook,
)

SEPARATORS = ";\t|,"
"""Where several would do, the one that stands least in texts."""
ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be", "cp850", "mac-roman")
"""Those that a person may choose where the guess shows wrong letters."""
AS_GUESSED = TextForm()
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TOLD_SEPARATOR = re.compile(r"^sep=([;,|:\t])[ \t;,]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
_SNIFFED_ROWS = 60
_SNIFFED_LETTERS = 200_000


def read_csv(content: bytes, file: str, form: TextForm = AS_GUESSED) -> Workbook:
    """`form` is what a person corrected of the guess; the workbook says how it was read."""
    encoding, text = decoded(content, file, form.encoding)
    told = _TOLD_SEPARATOR.match(text)
    if told:
        text = text[told.end() :]
    separator = form.separator or (told[1] if told else sniff_separator(text))
    rows = []
    for number, cells in enumerate(_records(text, separator, file), start=1):
        if len(cells) > MOST_TEXT_COLUMNS or number > MOST_TEXT_ROWS:
            raise _too_large(file)
        texts = _clean(cells, file)
        if texts:
            rows.append(RawRow(number, texts))
    return Workbook(file, (RawSheet("", tuple(rows)),), TextForm(encoding, separator))


def decode(content: bytes, file: str) -> str:
    return decoded(content, file)[1]


def decoded(content: bytes, file: str, told: str = "") -> tuple[str, str]:
    """The encoding and the text. What a person told counts, with damaged letters shown as such.

    Else a byte order mark decides, then UTF-16 by its zeros, strict UTF-8, Windows' Latin.
    """
    try:
        for mark, encoding in _MARKS:
            if content.startswith(mark) and told in {"", encoding}:
                return encoding, content[len(mark) :].decode(encoding)
        if told in ENCODINGS:
            return told, content.decode(told, errors="replace")
        wide = _wide_encoding(content)
        if wide:
            return wide, content.decode(wide)
        try:
            return "utf-8", content.decode("utf-8")
        except UnicodeDecodeError:
            if _is_binary(content):
                raise
            return "cp1252", content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise refusals.refused_characters(file) from error


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain letters is zero."""
    start = content[:4096]
    if len(content) % 2 or b"\x00" not in start:
        return ""
    half = max(1, len(start) // 2)
    if start[1::2].count(0) > 0.4 * half > 10 * start[::2].count(0):
        return "utf-16-le"
    if start[::2].count(0) > 0.4 * half > 10 * start[1::2].count(0):
        return "utf-16-be"
    return ""


def _is_binary(content: bytes) -> bool:
    """More control characters than any text has."""
    start = content[:4096]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return controls > 0.02 * len(start)


def sniff_separator(text: str) -> str:
    """The separator with which most of the first rows have one same number of columns.

    Rows are really parsed, so that separators and line ends inside quotation marks do not count.
    """
    start = text[:_SNIFFED_LETTERS]
    return max(SEPARATORS, key=lambda separator: _regularity(start, separator))


def _regularity(text: str, separator: str) -> float:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(cells):
                widths.append(len(cells))
            if len(widths) >= _SNIFFED_ROWS:
                break
    except csv.Error:
        return 0.0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: (item[1], item[0]))
    return count / len(widths) + min(width, 50) / 1000


def _records(text: str, separator: str, file: str) -> Iterator[list[str]]:
    """Strictly first: only then is a quotation mark that is never closed told from a stray one."""
    records = _parsed(text, separator, strict=False)
    if '"' in text:
        records = _checked(text, separator, file)
    try:
        yield from records
    except csv.Error as error:  # a cell longer than the reader takes
        raise _too_large(file) from error


def _checked(text: str, separator: str, file: str) -> Iterator[list[str]]:
    try:
        return iter(list(_parsed(text, separator, strict=True)))
    except csv.Error as error:
        if "unexpected end" in str(error) or text.count('"') % 2:
            raise refusals.refused_quotes(file, _unclosed_row(text, separator)) from error
    return _parsed(text, separator, strict=False)


def _too_large(file: str) -> RefusedInput:
    limit = refusals.list_limit(MOST_TEXT_ROWS, MOST_TEXT_COLUMNS, MOST_CELL_LETTERS)
    return refusals.refused_too_large(file, limit)


def _parsed(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    stream = io.StringIO(text, newline="")
    yield from csv.reader(stream, delimiter=separator, strict=strict)


def _unclosed_row(text: str, separator: str) -> int:
    """The last record: it swallowed everything to the end of the file."""
    try:
        return sum(1 for _record in _parsed(text, separator, strict=False))
    except csv.Error:
        return 1


def _clean(cells: list[str], file: str) -> tuple[str, ...]:
    texts = [clean_text(cell) for cell in cells]
    if any(len(text) > MOST_CELL_LETTERS for text in texts):
        raise _too_large(file)
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
