"""Two faces with fixed encodings, their widths, and the text of a PDF string.

Every character a face can draw has a fixed place (subset, byte) that no document changes: page
content that was laid out once fits any document. Subset 0 of a face is Windows-1252 with a few
signs in its gaps; what else the face draws follows in subsets 1, 2… in the order of the code
points. What Atkinson Hyperlegible Next lacks is taken from Source Sans 3, whose subsets hold only
that. What neither has is shown as `[U+1F489]`.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Any

from referent_desk.paper.hardening import harden_reportlab
from referent_desk.resources import resource


class Face(StrEnum):
    REGULAR = "R"
    BOLD = "B"


SPACE = 32
_FIRST_BYTE, _LAST_BYTE = 33, 255  # below lie control characters and the blank
_GAPS = dict(zip((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "≤≥−≠≈\u03bc", strict=True))

_TWINS = str.maketrans(
    {
        "\t": " ",
        "\u202f": "\u00a0",
        "\u2007": "\u00a0",
        "\u2009": "\u00a0",
        "\u2010": "-",
        "\u2011": "-",
        "\u00ad": None,  # soft hyphen: says where one may break, draws nothing
        "\ufe0e": None,  # variation selectors: they draw nothing themselves
        "\ufe0f": None,
    }
)
"""Characters drawn as another one that looks the same, or that draw nothing."""

_DRAWN_AS = {0xB5: 0x3BC}  # µ of µg: the faces hold the Greek letter only

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})

_FILES = {
    "R": "AtkinsonHyperlegibleNext-Regular.ttf",
    "B": "AtkinsonHyperlegibleNext-Bold.ttf",
    "S": "SourceSans3-Regular.ttf",
    "T": "SourceSans3-Bold.ttf",
}
_FALLBACKS = {Face.REGULAR: "S", Face.BOLD: "T"}


@dataclass(frozen=True, slots=True)
class Subset:
    """`characters[i]` is what byte i stands for, `drawn[i]` the code point of its glyph (0: none);
    `name` is the font's name in page content."""

    name: str
    file: str
    characters: tuple[int, ...]
    drawn: tuple[int, ...]


@dataclass(slots=True)
class _Widths:
    """Of characters, and of words met before, in thousandths of the type size."""

    characters: dict[str, float]
    words: dict[str, float] = field(default_factory=dict)


_MANY_WORDS = 50_000


@cache
def font_file(file: str) -> Any:
    """The parsed TrueType file (`TTFontFace`): glyph map, widths, and the maker of subsets."""
    harden_reportlab()
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(resource("fonts", file)))


def _main_characters() -> dict[int, int]:
    """Byte → code point of subset 0."""
    table = {}
    for byte in range(SPACE, 256):
        if byte in _GAPS:
            table[byte] = ord(_GAPS[byte])
        else:
            table[byte] = ord(bytes([byte]).decode("cp1252"))
    return table


def _subset(name: str, file: str, table: dict[int, int]) -> Subset:
    glyphs = font_file(file).charToGlyph
    characters, drawn = [0] * 256, [0] * 256
    for byte, code in table.items():
        glyph = _DRAWN_AS.get(code, code) if code not in glyphs else code
        if glyph in glyphs:
            characters[byte], drawn[byte] = code, glyph
    return Subset(name, file, tuple(characters), tuple(drawn))


@cache
def subsets(letter: str) -> tuple[Subset, ...]:
    """All subsets of a file, `R0 R1…` of Atkinson, `S0 S1…` of Source Sans."""
    file = _FILES[letter]
    found = []
    if letter in _FALLBACKS.values():
        main = next(face for face, fallback in _FALLBACKS.items() if fallback == letter)
        known = {code for subset in subsets(main) for code in subset.characters}
    else:
        found.append(_subset(f"{letter}0", file, _main_characters()))
        known = set(found[0].characters)
    others = sorted(c for c in font_file(file).charToGlyph if c >= SPACE and c not in known)
    room = _LAST_BYTE - _FIRST_BYTE + 1
    for start in range(0, len(others), room):
        table = dict(enumerate(others[start : start + room], _FIRST_BYTE))
        found.append(_subset(f"{letter}{len(found)}", file, table))
    return tuple(found)


def subset_named(name: str) -> Subset:
    return subsets(name[0])[int(name[1:])]


@cache
def _main_table(face: Face) -> dict[int, int]:
    """Code point → byte of subset 0, as `codecs.charmap_encode` wants it."""
    return {c: byte for byte, c in enumerate(subsets(face)[0].characters) if c}


@cache
def _places(face: Face) -> dict[str, tuple[str, str]]:
    """Every other character → (subset name, its byte as a character)."""
    places = {}
    for subset in (*subsets(_FALLBACKS[face]), *subsets(face)):
        for byte, code in enumerate(subset.characters):
            if code:
                places[chr(code)] = (subset.name, chr(byte))
    return places


@cache
def _widths(face: Face) -> _Widths:
    characters = {}
    for subset in (*subsets(_FALLBACKS[face]), *subsets(face)):
        advance = font_file(subset.file).getCharWidth
        for code, drawn in zip(subset.characters, subset.drawn, strict=True):
            if code:
                characters[chr(code)] = float(advance(drawn))
    return _Widths(characters)


@cache
def _usual(face: Face) -> frozenset[str]:
    """What needs no exchange: the characters of subset 0, and line ends."""
    characters = (chr(c) for c in subsets(face)[0].characters if c and c not in _TWINS)
    return frozenset([*characters, "\n"])


@cache
def _visible(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def drawable(text: str, face: Face = Face.REGULAR) -> str:
    """The text as it will be drawn: twins exchanged, what no face has as `[U+1F489]`."""
    if text.isascii() and text.isprintable():
        return text
    if _usual(face).issuperset(text):
        return text
    known = _places(face)
    return "".join(c if c in known or c == "\n" else _visible(c) for c in text.translate(_TWINS))


def text_width(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Of a `drawable` text, in points."""
    return word_width(text, face) * size / 1000


def word_width(word: str, face: Face) -> float:
    """Of a `drawable` text, in thousandths of the type size; words met before are remembered."""
    widths = _widths(face)
    known = widths.words.get(word)
    if known is None:
        known = sum(map(widths.characters.__getitem__, word))
        if len(widths.words) >= _MANY_WORDS:
            widths.words.clear()
        widths.words[word] = known
    return known


def character_widths(face: Face) -> dict[str, float]:
    return _widths(face).characters


def encoded(text: str, face: Face) -> list[tuple[str, str]]:
    """A `drawable` text as (subset name, literal of a PDF string), run by run.

    The only place where text of people is escaped: nothing it holds can end the string.
    """
    if text.isascii():
        return [(f"{face}0", f"({text.translate(_ESCAPES)})")]
    try:
        taken = codecs.charmap_encode(text, "strict", _main_table(face))[0]
        return [(f"{face}0", f"({taken.decode('latin-1').translate(_ESCAPES)})")]
    except UnicodeEncodeError:
        return _encoded_by_runs(text, face)


def _encoded_by_runs(text: str, face: Face) -> list[tuple[str, str]]:
    places = _places(face)
    runs: list[tuple[str, list[str]]] = []
    for character in text:
        name, byte = places[character]
        if not runs or runs[-1][0] != name:
            runs.append((name, []))
        runs[-1][1].append(byte)
    return [(name, f"({''.join(piece).translate(_ESCAPES)})") for name, piece in runs]
