from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.errors import RefusedInput
from referent_desk.exchange.spreadsheets import read_workbook, workbook_of
from tests.exchange.spreadsheet_files import xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "happened", "advice"),
    [
        (OLE, "old Excel format", "Excel workbook (.xlsx)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password", "Take the password away"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "old Excel format", "Excel workbook (.xlsx)"),
        (archive("mimetype", "content.xml"), "OpenDocument", "Excel workbook (.xlsx)"),
        (archive("[Content_Types].xml", "word/document.xml"), "text document", "Copy its table"),
        (archive("[Content_Types].xml", "xl/workbook.bin"), "xlsb", "Excel workbook (.xlsx)"),
        (archive("liste.csv"), "archive", "Unpack it"),
        (b"%PDF-1.7\n", "PDF", "spreadsheet that it was made from"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture", "spreadsheet that it was made from"),
        (b"<html><table><tr><td>Service</td></tr></table>", "web page", "Excel workbook (.xlsx)"),
        (b"SQLite format 3\0" + b"\0" * 90, "not a spreadsheet", "Excel workbook (.xlsx)"),
        (b"PK\x03\x04 cut", "damaged or was cut off", "again"),
        (b"", "is empty", "Export it again"),
        (b"\xef\xbb\xbf\r\n \r\n", "is empty", "Export it again"),
    ],
    ids=lambda value: str(value)[:20],
)
@pytest.mark.parametrize("name", ["liste.xlsx", "liste.csv"])
def test_a_file_is_told_by_its_content_whatever_its_name(
    tmp_path: Path, name: str, content: bytes, happened: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RefusedInput) as refusal:
        read_workbook(path)
    assert happened in refusal.value.happened
    assert advice in refusal.value.what_to_do
    assert name in refusal.value.happened


@pytest.mark.parametrize("name", ["liste.txt", "liste.xls", "liste"])
def test_a_workbook_under_a_wrong_name_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(xlsx([["Service"], ["Cardiologie"]]))
    assert read_workbook(path).sheets[0].rows[1].cells == ("Cardiologie",)


def test_the_mark_of_an_open_workbook_names_the_file_that_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "~$services.xlsx"
    path.write_bytes(b"\x05user")
    with pytest.raises(RefusedInput) as refusal:
        read_workbook(path)
    assert "services.xlsx" in refusal.value.what_to_do


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="There is no file"):
        read_workbook(tmp_path / "absent.csv")
    with pytest.raises(RefusedInput, match="not a spreadsheet"):
        read_workbook(tmp_path)


def test_a_file_that_another_program_holds_says_close_it_in_excel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tenu.xlsx"
    path.write_bytes(xlsx([["Service"]]))

    def held(_path: Path) -> bytes:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(RefusedInput, match="Close it in Excel"):
        read_workbook(path)


def test_a_file_of_more_than_twenty_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "grand.csv"
    with path.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(RefusedInput, match="20 MB"):
        read_workbook(path)


@given(st.one_of(st.binary(max_size=300), st.binary(max_size=300).map(lambda b: b"PK\x03\x04" + b)))
def test_any_bytes_are_a_workbook_or_a_refusal(content: bytes) -> None:
    with contextlib.suppress(RefusedInput):
        assert workbook_of(content, "f").sheets
