from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from referent_desk.errors import RefusedInput
from referent_desk.exchange.spreadsheets import workbook_of
from tests.exchange.spreadsheet_files import changed_parts, xlsx

PLAIN = xlsx([["Service", "Logiciel"], ["Cardiologie", "Alpha"]])
SHEET = "xl/worksheets/sheet1.xml"


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def test_rows_and_columns_stay_where_they_were() -> None:
    content = xlsx([["Titre"], [], [None, "Service", "Lits"], [None, "Cardiologie", 12]])
    (sheet,) = workbook_of(content, "f").sheets
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Titre",)),
        (3, ("", "Service", "Lits")),
        (4, ("", "Cardiologie", "12")),
    ]


def test_zeros_that_a_format_shows_and_dates_are_read_as_shown() -> None:
    def shape(sheet: Any) -> None:
        sheet["A2"].number_format = "0000"

    content = xlsx([["UF", "Depuis"], [412, datetime.fromisoformat("2026-01-12")]], shape)
    (sheet,) = workbook_of(content, "f").sheets
    assert sheet.rows[1].cells == ("0412", "2026-01-12")
    assert sheet.dates == {(2, 1)}


def test_what_stands_in_merged_cells_is_true_of_each_row() -> None:
    def shape(sheet: Any) -> None:
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B4:C4")

    rows: list[list[object]] = [
        ["Pôle", "Service"],
        ["Pôle A", "Un"],
        [None, "Deux"],
        [None, "Trois"],
    ]
    (sheet,) = workbook_of(xlsx(rows, shape), "f").sheets
    assert [row.cells[0] for row in sheet.rows] == ["Pôle", "Pôle A", "Pôle A", ""]
    assert (4, 2) in sheet.joined


def test_every_sheet_is_read_with_its_name() -> None:
    book = Workbook()
    for title in ("Services & UF", "Paramètres"):
        book.create_sheet(title).append(["Service"])
    stream = io.BytesIO()
    book.save(stream)
    names = [sheet.name for sheet in workbook_of(stream.getvalue(), "f").sheets]
    assert names == ["Sheet", "Services & UF", "Paramètres"]


def test_a_size_that_the_file_invents_is_not_believed() -> None:
    lying = part(PLAIN, SHEET).replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert lying != part(PLAIN, SHEET)
    (sheet,) = workbook_of(changed_parts(PLAIN, {SHEET: lying}), "f").sheets
    assert len(sheet.rows) == 2


def bomb() -> bytes:
    return changed_parts(PLAIN, {"xl/media/x.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})


def entity(start: bytes) -> bytes:
    return changed_parts(PLAIN, {SHEET: start + part(PLAIN, SHEET).split(b"?>", 1)[-1]})


def far_cell(place: bytes) -> bytes:
    cell = b'<row r="9"><c r="' + place + b'" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return changed_parts(PLAIN, {SHEET: part(PLAIN, SHEET).replace(b"</sheetData>", cell)})


def formatted_far_out() -> bytes:
    rows = b"".join(b'<row r="%d"><c r="XFD%d" s="0"/></row>' % (n, n) for n in range(3, 2_000))
    sheet = part(PLAIN, SHEET).replace(b"</sheetData>", rows + b"</sheetData>")
    return changed_parts(PLAIN, {SHEET: sheet})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (bomb(), "built like a trap"),
        (entity(b'<!DOCTYPE a [<!ENTITY b "c">]>'), "built like a trap"),
        (entity(b'<?xml version="1.0" encoding="UTF-7"?>'), "built like a trap"),
        (changed_parts(PLAIN, {SHEET: part(PLAIN, SHEET).decode().encode("utf-16")}),
         "built like a trap"),
        (changed_parts(PLAIN, {f"x{n}": b"" for n in range(501)}), "built like a trap"),
        (far_cell(b"ZZ9"), "at most"),
        (xlsx([["x"] * 101]), "at most"),
        (xlsx([["x" * 20_001]]), "at most"),
        (formatted_far_out(), "takes too long"),
        (PLAIN[:-40], "damaged or was cut off"),
        (PLAIN[: len(PLAIN) // 2], "damaged or was cut off"),
        (changed_parts(PLAIN, {SHEET: b"<worksheet>"}), "damaged or was cut off"),
        (changed_parts(PLAIN, {"xl/workbook.xml": b"<workbook/>"}), "empty|damaged"),
        (xlsx([]), "is empty"),
    ],
    ids=(
        "bomb", "entity", "seven bits", "sixteen bits", "many parts", "far cell", "wide",
        "long text", "formatted far out", "without end", "half", "part without end",
        "without sheets", "empty",
    ),
)  # fmt: skip
def test_a_workbook_that_is_cut_huge_or_a_trap_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedInput, match=sentence):
        workbook_of(content, "f")


def test_too_many_rows_are_refused_with_the_limit() -> None:
    row = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(3, 20_004))
    sheet = part(PLAIN, SHEET).replace(b"</sheetData>", row + b"</sheetData>")
    with pytest.raises(RefusedInput, match="20,000 rows"):
        workbook_of(changed_parts(PLAIN, {SHEET: sheet}), "f")


@settings(max_examples=150)
@given(st.data())
def test_a_workbook_with_changed_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(RefusedInput):
        workbook_of(bytes(content), "f")


@settings(max_examples=100)
@given(st.data())
def test_a_sheet_with_changed_letters_is_read_or_refused(data: st.DataObject) -> None:
    sheet = bytearray(part(PLAIN, SHEET))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(sheet) - 1))
        sheet[place : place + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b"", b"<", b">", b'"', b"9", b"A1", b"t", b"&", b"\xff", b's="99"'])
        )
    with contextlib.suppress(RefusedInput):
        workbook_of(changed_parts(PLAIN, {SHEET: bytes(sheet)}), "f")
