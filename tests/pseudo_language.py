"""A language that nobody speaks: every text longer by two fifths, accented, between brackets.

`[!! Prïnt thé bïndér… ~~~~~ !!]` shows at one look which text was never translated (no brackets)
and which place has no room for a language longer than English (no end). Fields, and the `&` before
the letter of a key, stay as they are. Dates and times are those of English.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from referent_desk.language import Language, language

BEGIN, END = "[!!", "!!]"
_LONGER = 0.4
_ACCENTED = str.maketrans("aeiouyAEIOUcn", "äéïöüýÄÉÏÖÜçñ")
_KEPT = re.compile(r"(\{[^}]*\}|&&|&.|\n)")
_INNERMOST = re.compile(r"\[!!(?:(?!\[!!).)*?!!\]", re.DOTALL)


def stretched(text: str) -> str:
    """An empty text stays empty: it is shown nowhere."""
    if not text.strip():
        return text
    pieces = _KEPT.split(text)
    accented = "".join(
        piece if _KEPT.fullmatch(piece) else piece.translate(_ACCENTED) for piece in pieces
    )
    letters = sum(len(piece) for piece in pieces if not _KEPT.fullmatch(piece))
    more = max(0, round(letters * _LONGER) - len(BEGIN) - len(END) - 2)
    tail = " ".join(["~~~~"] * (more // 5)) + "~" * (more % 5)
    return " ".join(part for part in (BEGIN, accented, tail, END) if part)


def pseudo_language() -> Language:
    english = language("en")
    one: Callable[[str], str] = stretched

    def many(singular: str, plural: str, count: int) -> str:
        return stretched(english.ngettext(singular, plural, count))

    return Language("en", one, many)


def untranslated(text: str) -> str:
    """What of a shown text stands outside of every bracket; a field may hold a text of its own."""
    count = 1
    while count:
        text, count = _INNERMOST.subn(" ", text)
    return text
