"""A workbook is a packed archive: it is measured before anything unpacks it.

Limits: 500 parts, 100 MB unpacked, at most 200 times its packed size, no document type or entity,
UTF-8 only, no part twice. Sizes are counted while unpacking: what the archive says may be a lie.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from referent_desk.exchange import refusals

MOST_PARTS = 500
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 1024 * 1024
"""Below this, a high ratio is only a very regular list."""
_CHUNK = 1024 * 1024
_OVERLAP = 16
_DECLARED = re.compile(rb"<!(?:doctype|entity)", re.IGNORECASE)
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']""")


def check_archive(content: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive, file)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise refusals.refused_damaged(file) from error


def _check_parts(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise refusals.refused_suspect(file)
    if len({part.filename for part in parts}) != len(parts):
        raise refusals.refused_suspect(file)
    if any(part.flag_bits & 1 for part in parts):
        raise refusals.refused_format(file, "locked")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refusals.refused_suspect(file)
    unpacked = 0
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            unpacked += _check_part(archive, part, MOST_UNPACKED - unpacked, file)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: int, file: str) -> int:
    size, tail = 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            if not size and not _is_utf8(chunk):
                raise refusals.refused_suspect(file)
            size += len(chunk)
            if size > room or size > max(_SMALL, part.compress_size * MOST_RATIO):
                raise refusals.refused_suspect(file)
            if _DECLARED.search(tail + chunk):
                raise refusals.refused_suspect(file)
            tail = chunk[-_OVERLAP:]
    return size


def _is_utf8(start: bytes) -> bool:
    """Another encoding would hide a document type from the check."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start[:64]:
        return False
    declared = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    return declared is None or declared[1].lower() in {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
