"""A .xlsx workbook of many long lists, written row by row without holding their cells.

The library that reads workbooks takes ten times as long to write one. What is written here is what
every spreadsheet reads: texts in their cells, whole numbers, days; the first row bold and in sight.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape

from referent_desk.exchange.exports import export_cell

Cell = str | int | date | None
_MOST_LETTERS = 32_767
_MOST_ROWS = 1_048_575
"""A spreadsheet has no more, besides the titles."""
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY_ZERO = date(1899, 12, 30).toordinal()
_BATCH = 2_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""
_BOLD, _DAY = 1, 2
"""Numbers of the styles above."""


class BookSheet(NamedTuple):
    """`widths` in characters, one for each title."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int]


def write_book(sheets: Sequence[BookSheet]) -> bytes:
    """Always the same bytes for the same sheets."""
    file = io.BytesIO()
    names = _names(sheets)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path, text in _frame(names):
            archive.writestr(_entry(path), text.encode())
        for number, sheet in enumerate(sheets, 1):
            with archive.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w") as part:
                for piece in _pieces(sheet):
                    part.write(piece.encode())
    return file.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _names(sheets: Iterable[BookSheet]) -> list[str]:
    """Of at most so many letters, none twice."""
    names: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        name = " ".join(sheet.title.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip()
        taken = {known.casefold() for known in names}
        if not name or name.casefold() in taken:
            name = f"{name[: _LONGEST_NAME - 4]} {number}".strip()
        names.append(name)
    return names


def _frame(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a workbook consists of besides its sheets."""
    numbers = range(1, len(names) + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in numbers
    )
    types = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{parts}</Types>'
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _links([("officeDocument", "xl/workbook.xml")])
    named = "".join(
        f'<sheet name="{escape(name, _QUOTES)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, names, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_PARTS}"><sheets>{named}</sheets></workbook>',
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _links([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES


_QUOTES = {'"': "&quot;"}


def _links(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_PARTS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _pieces(sheet: BookSheet) -> Iterator[str]:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(sheet.widths, 1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>"
    )
    yield "<row>" + "".join(_text(head, _BOLD) for head in sheet.heads) + "</row>"
    known: dict[Cell, str] = {None: "<c/>", "": "<c/>"}
    waiting: list[str] = []
    for count, row in enumerate(sheet.rows):
        if count == _MOST_ROWS:
            break
        waiting.append("<row>")
        for cell in row:
            said = known.get(cell)
            if said is None:
                said = known[cell] = _cell(cell)
            waiting.append(said)
        waiting.append("</row>")
        if len(waiting) > _BATCH:
            yield "".join(waiting)
            waiting.clear()
    yield "".join(waiting) + "</sheetData></worksheet>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return f'<c s="{_DAY}"><v>{cell.toordinal() - _DAY_ZERO}</v></c>'
    if isinstance(cell, int):
        return f"<c><v>{int(cell)}</v></c>"
    return _text(cell or "", 0)


def _text(text: str, style: int) -> str:
    kept = escape(_NOT_IN_XML.sub("", export_cell(text))[:_MOST_LETTERS])
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{kept}</t></is></c>'
