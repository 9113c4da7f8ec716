"""Cells that leave the program: a spreadsheet must never take them for formulas."""

from __future__ import annotations

import re

_LEADS = "=+-@\t\r\n\x00＝＋－＠"
_PLAIN_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")


def export_cell(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would run it; numbers stay numbers."""
    if text and text[0] in _LEADS and not _PLAIN_NUMBER.match(text):
        return f"'{text}"
    return text
