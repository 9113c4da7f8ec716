"""Two faces with fixed encodings, their widths, and the text of a PDF string.

Every character a face can draw has a fixed place (subset, byte) that no document changes: page
content that was laid out once fits any document. Subset 0 of a face is Windows-1252 with a few
signs in its gaps; what else the face draws follows in subsets 1, 2… in the order of the code
points. `tests/faces.py` makes them. What Atkinson Hyperlegible Next lacks is taken from Source
Sans 3, whose subsets hold only that. What neither has is shown as `[U+1F489]`.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from referent_desk.domain.procedures import UNFILLED
from referent_desk.paper.faces import subsets


class Face(StrEnum):
    REGULAR = "R"
    BOLD = "B"


SPACE = 32
_NONE = "\ufffe"  # what a table of `codecs` leaves undefined
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

BLANK = "\u00a0" * 30
"""Where `UNFILLED` stands in a text, the pen draws a box as wide as this: a hand writes in it."""

FALLBACKS = {Face.REGULAR: "S", Face.BOLD: "T"}


class _Widths(NamedTuple):
    """Of characters, and of words met before, in thousandths of the type size."""

    characters: dict[str, float]
    words: dict[str, float]


_MANY_WORDS = 50_000


@cache
def _main_table(face: Face) -> Any:
    """Of subset 0 and line ends, as `codecs.charmap_encode` is quickest with it: a dictionary, or a
    table whose first character is none, takes eight times as long."""
    characters = [chr(code) if code else _NONE for code in subsets(face)[0].characters]
    characters[0], characters[ord("\n")] = "\0", "\n"
    return codecs.charmap_build("".join(characters))


@cache
def _places(face: Face) -> dict[str, tuple[str, str]]:
    """Every other character → (subset name, its byte as a character)."""
    places = {}
    for subset in (*subsets(FALLBACKS[face]), *subsets(face)):
        for byte, code in enumerate(subset.characters):
            if code:
                places[chr(code)] = (subset.name, chr(byte))
    return places


@cache
def _widths(face: Face) -> _Widths:
    characters = {}
    for subset in (*subsets(FALLBACKS[face]), *subsets(face)):
        for code, width in zip(subset.characters, subset.widths, strict=True):
            if code:
                characters[chr(code)] = width
    return _Widths(characters, {})


@cache
def _usual(face: Face) -> frozenset[str]:
    """What needs no exchange: the characters of subset 0, and line ends."""
    characters = (chr(c) for c in subsets(face)[0].characters if c and c not in _TWINS)
    return frozenset([*characters, "\n"])


@cache
def _visible(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def drawable(text: str, face: Face = Face.REGULAR) -> str:
    """The text as it will be drawn: twins exchanged, what no face has as `[U+1F489]`, and room for
    what is to be filled in by hand."""
    if text.isascii() and text.isprintable():
        return text
    if UNFILLED in text:
        text = text.replace(UNFILLED, BLANK)
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


def word_widths(words: Sequence[str], face: Face) -> list[float]:
    known = _widths(face).words.get
    return [known(word) or word_width(word, face) for word in words]


def character_widths(face: Face) -> dict[str, float]:
    return _widths(face).characters


def encoded(text: str, face: Face) -> list[tuple[str, str]]:
    """A `drawable` text as (subset name, literal of a PDF string), run by run.

    The only place where text of people is escaped: nothing it holds can end the string.
    """
    if not text.isascii():
        try:
            taken = codecs.charmap_encode(text, "strict", _main_table(face))[0]
        except UnicodeEncodeError:
            return _encoded_by_runs(text, face)
        text = taken.decode("latin-1")
    return [(f"{face}0", f"({_escaped(text)})")]


def encoded_lines(lines: Sequence[Sequence[tuple[str, Face]]]) -> tuple[str, str] | None:
    """Subset and literals, with the operator that shows one on the next line between each two;
    None where one subset is not enough."""
    face = lines[0][0][1]
    for line in lines:
        if len(line) > 1 or line[0][1] is not face:
            return None
    text = "\n".join([line[0][0] for line in lines])
    if not text.isascii():
        try:
            text = codecs.charmap_encode(text, "strict", _main_table(face))[0].decode("latin-1")
        except UnicodeEncodeError:
            return None
    return f"{face}0", f"({_escaped(text)})".replace("\n", ") ' (")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _encoded_by_runs(text: str, face: Face) -> list[tuple[str, str]]:
    places = _places(face)
    runs: list[tuple[str, list[str]]] = []
    for character in text:
        name, byte = places[character]
        if not runs or runs[-1][0] != name:
            runs.append((name, []))
        runs[-1][1].append(byte)
    return [(name, f"({_escaped(''.join(piece))})") for name, piece in runs]
