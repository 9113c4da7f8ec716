"""A text as a spreadsheet may be given it."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[+-]?\d[\d ]*([.,]\d+)?")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def neutral_cell(text: str) -> str:
    """With an apostrophe before what a spreadsheet would run as a formula; numbers stay numbers."""
    if text.startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
