"""What a barcode reader typed through another keyboard's layout, turned back into what it read.

A reader that types like a keyboard sends keys, not letters: set to one layout on a computer that
uses another, its letters and digits arrive changed. Caps Lock changes them once more.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

SAID = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -"
"""What a payload is made of."""

LAYOUTS = {
    "us": (
        "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./ ",
        '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>? ',
    ),
    "fr": (
        "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmùwxcvbn,;:! ",
        "~1234567890°+AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§ ",
    ),
    "be": (
        "²&é\"'(§è!çà)-azertyuiop^$qsdfghjklmùwxcvbn,;:= ",
        "³1234567890°_AZERTYUIOP¨*QSDFGHJKLM%WXCVBN?./+ ",
    ),
}
"""The same keys in the same order, without and with Shift. `be` is also that of a French Mac."""

OFF, LETTERS, WHOLE = "off", "letters", "whole"
CAPS_LOCKS = (OFF, LETTERS, WHOLE)
"""Caps Lock turns round letters alone, or every key, as with French layouts on Windows."""


def through(text: str, reader: str, computer: str, caps_lock: str = OFF) -> str:
    """What the computer takes for `text` when the reader types it."""
    typed = _typed(reader, computer, caps_lock)
    return "".join(typed[character] for character in text)


def undone(text: str) -> tuple[str, ...]:
    """What a reader may have meant, in capitals, the likeliest first: the text itself.

    Several where one letter may stand for two: only what is known can then tell them apart.
    """
    line = " ".join(text.split())
    return tuple(dict.fromkeys((line.upper(), *_meanings(line))))


def _meanings(line: str) -> Iterator[str]:
    for table in _tables():
        if all(character in table for character in line):
            yield "".join(table[character] for character in line)


DIGITS_WITHOUT_SHIFT = str.maketrans("&é\"'(-è_çà§!", "123456789068")
"""The row of digits of a French or Belgian keyboard whose Shift was forgotten."""


@cache
def _tables() -> tuple[dict[str, str], ...]:
    """From what arrives to what was read, for every way in which it may have come."""
    ways = product(CAPS_LOCKS, LAYOUTS, LAYOUTS)
    turned = (_typed(reader, computer, caps_lock) for caps_lock, reader, computer in ways)
    return tuple({there: here for here, there in table.items()} for table in turned)


@cache
def _typed(reader: str, computer: str, caps_lock: str) -> dict[str, str]:
    return {character: _arriving(character, reader, computer, caps_lock) for character in SAID}


def _arriving(character: str, reader: str, computer: str, caps_lock: str) -> str:
    plain, shifted = LAYOUTS[reader]
    is_shifted = character not in plain
    key = (shifted if is_shifted else plain).index(character)
    if caps_lock == WHOLE:
        is_shifted = not is_shifted
    arrived = LAYOUTS[computer][is_shifted][key]
    return arrived.swapcase() if caps_lock == LETTERS else arrived
