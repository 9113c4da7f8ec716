"""What a text may be: cleaned once at entry, compared by how it is spelled, folded for finding."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 300
LONGEST_TEXT = 20_000

_INVISIBLE = {0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
_PLAIN = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        **dict.fromkeys("’‘ʼ`´", "'"),
    }
)
"""Letters that Unicode does not take apart, and the apostrophes."""


def _is_unwanted(character: str) -> bool:
    """Control characters, lone surrogates, overrides of direction, invisible blanks, no characters.

    What this Python's tables do not know yet stays: it may be an emoji of next year.
    """
    if character in "\n\t":
        return False
    place = ord(character)
    return (
        place in _INVISIBLE
        or unicodedata.category(character) in {"Cc", "Cs"}
        or 0x202A <= place <= 0x202E
        or 0x2066 <= place <= 0x2069
        or (place & 0xFFFE == 0xFFFE or 0xFDD0 <= place <= 0xFDEF)
    )


def clean_text(text: str) -> str:
    """The text as it is stored: NFC, one kind of line end, nothing invisible, no blank at the ends.

    Nothing that a person typed and can see is taken away: `<nom>`, `&`, emoji and accents stay.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    kept = "".join(character for character in lines if not _is_unwanted(character))
    unified = unicodedata.normalize("NFC", kept)
    return "\n".join(line.rstrip() for line in unified.split("\n")).strip()


def clean_line(text: str) -> str:
    """A text of one line: blanks of every kind become one blank, line ends too."""
    return " ".join(clean_text(text).split())


def shortened(text: str, most: int) -> str:
    """In one line of at most so many letters; what is too long is cut between words, with a `…`."""
    line = clean_line(text)
    if len(line) <= most:
        return line
    kept, blank, _rest = line[:most].rpartition(" ")
    return (kept if blank else line[: most - 1]).rstrip(" ,;:.-–—") + "…"


def folded(text: str) -> str:
    """The text as one searches it: no accents, no case, `œ` as `oe`, one kind of apostrophe."""
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return " ".join(plain.translate(_PLAIN).split())


def spelling_key(text: str) -> str:
    """Equal for spellings that differ only by case, accents, blanks and punctuation.

    `DX CARE `, `DxCare` and `dx-care` have one key; `Dossier+` keeps its plus, because a sign that
    is part of a product's name tells it from another product.
    """
    return "".join(c for c in folded(text) if c.isalnum() or c in "+#")


def searched(*parts: str) -> str:
    """What a row is found by: its parts, folded, with a blank between them."""
    return folded(" ".join(part for part in parts if part))
