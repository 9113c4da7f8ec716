"""A file's bytes, and what they are whatever its name says."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from referent_desk.exchange import refusals
from referent_desk.exchange.workbooks import MOST_BYTES

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ARCHIVES = (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh")


def read_bytes(path: Path) -> bytes:
    """The whole file, at most 20 MB; a sentence when it cannot be had."""
    name = path.name
    if name.startswith("~$"):
        raise refusals.refused_lock_file(name, name.removeprefix("~$"))
    try:
        if path.is_dir():
            raise refusals.refused_format(name, "unknown")
        if path.stat().st_size > MOST_BYTES:
            raise refusals.refused_too_large(name, refusals.byte_limit(MOST_BYTES // 2**20))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise refusals.refused_missing(str(path)) from error
    except OSError as error:
        raise refusals.refused_opening(name) from error
    except ValueError as error:  # a NUL in the path
        raise refusals.refused_missing(name) from error
    if len(content) > MOST_BYTES:
        raise refusals.refused_too_large(name, refusals.byte_limit(MOST_BYTES // 2**20))
    if not content.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise refusals.refused_empty(name)
    return content


def form_of(content: bytes) -> str:
    """`xlsx`, `text`, or the code of `refused_format` for what is not read."""
    if content.startswith(b"PK"):
        return _form_of_archive(content)
    if content.startswith(_OLE):
        is_locked = "EncryptedPackage".encode("utf-16-le") in content
        return "locked" if is_locked else "xls"
    if content.startswith(b"%PDF"):
        return "pdf"
    if content.startswith(_PICTURES) and b"\x00" in content[:512]:
        return "picture"
    if content.startswith(_ARCHIVES):
        return "archive"
    if content.startswith(b"{\\rtf"):
        return "document"
    if content.startswith(b"SQLite format 3\x00"):
        return "unknown"
    if content[:4] in (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00"):
        return "xls"  # a workbook of the nineties, without its container
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        return "web"
    return "text"


def _form_of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "cut"
    if "xl/workbook.xml" in names or ("[Content_Types].xml" in names and _has(names, "xl/")):
        return "xlsb" if "xl/workbook.bin" in names else "xlsx"
    if _has(names, "word/") or _has(names, "ppt/"):
        return "document"
    if "content.xml" in names:
        return "ods"
    return "archive"


def _has(names: set[str], folder: str) -> bool:
    return any(name.startswith(folder) for name in names)
