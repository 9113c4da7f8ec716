"""Pictures of the screen as a PDF holds them: the deflated rows of a PNG file, as they are."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PALETTE_OF_BYTES = (8, 3, 0, 0, 0)  # bits, indexed colours, deflated, five filters, not interlaced


class PalettePicture(NamedTuple):
    """`palette`: three bytes for each colour; `deflated_rows`: one byte for each point, each row
    after the number of its PNG filter."""

    width: int
    height: int
    palette: bytes
    deflated_rows: bytes


def read_png(content: bytes) -> PalettePicture:
    """Raises ValueError for a picture that is not a PNG of at most 256 colours from a palette."""
    if not content.startswith(_SIGNATURE):
        raise ValueError("not a PNG file")
    chunks = list(_chunks(content))
    kinds = dict(chunks)
    if not {b"IHDR", b"PLTE", b"IDAT"} <= set(kinds):
        raise ValueError("not a picture with a palette")
    width, height, *shape = struct.unpack(">II5B", kinds[b"IHDR"])
    if tuple(shape) != _PALETTE_OF_BYTES:
        raise ValueError("not a picture of one byte for each point")
    rows = b"".join(body for kind, body in chunks if kind == b"IDAT")
    return PalettePicture(width, height, kinds[b"PLTE"], rows)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        yield kind, content[at + 8 : at + 8 + length]
        at += length + 12  # its checksum stands behind it
