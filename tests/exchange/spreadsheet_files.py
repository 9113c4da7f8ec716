"""Small workbooks and lists in the shapes that hospitals send."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from openpyxl import Workbook

from referent_desk.exchange.lists import ListOptions, SourceList, list_of
from referent_desk.exchange.spreadsheets import workbook_of

_MOMENT = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")


def xlsx(
    rows: Iterable[Iterable[object]],
    shape: Callable[[Any], None] = lambda _sheet: None,
    title: str = "Liste",
) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    shape(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return _without_moment(stream.getvalue())


def _without_moment(content: bytes) -> bytes:
    """The same bytes whenever it is made: a fault that changed bytes show comes again."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            _add(new, name, _MOMENT.sub(b"", old.read(name)))
    return stream.getvalue()


def changed_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with some parts replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                _add(new, name, old.read(name))
        for name, part in parts.items():
            _add(new, name, part)
    return stream.getvalue()


def _add(archive: zipfile.ZipFile, name: str, part: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)


def read(content: bytes | str, options: ListOptions | None = None) -> SourceList:
    raw = content.encode() if isinstance(content, str) else content
    return list_of(workbook_of(raw, "liste"), options or ListOptions())
