"""How texts and times are written in a PDF file."""

from __future__ import annotations

from datetime import datetime

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


def text_string(text: str) -> bytes:
    """A text of the file itself, not of a page: a title, an author. Never ends early.

    A lone surrogate can be written nowhere in a file.
    """
    text = text.encode("utf-8", "replace").decode()
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})".encode()
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().upper().encode()


def time_string(moment: datetime) -> bytes:
    """`(D:20261109140200+01'00')`."""
    offset = moment.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset is not None else 0
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"(D:{moment.year:04}{moment:%m%d%H%M%S}{sign}{hours:02}'{rest:02}')".encode()
