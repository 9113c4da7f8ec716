"""The faces of the paper, compiled from the font files by ReportLab's maker of subsets.

`python3 run.py faces` writes `faces.bin`, which every copy of the program reads.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from referent_desk.paper.faces import COMPILED, EmbeddedFont, Subset, packed
from referent_desk.paper.fonts import FALLBACKS, SPACE
from referent_desk.paper.hardening import harden_reportlab
from referent_desk.resources import resource

FILES = {
    "R": "AtkinsonHyperlegibleNext-Regular.ttf",
    "B": "AtkinsonHyperlegibleNext-Bold.ttf",
    "S": "SourceSans3-Regular.ttf",
    "T": "SourceSans3-Bold.ttf",
}
_FIRST_BYTE, _LAST_BYTE = 33, 255  # below lie control characters and the blank
_GAPS = dict(zip((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "≤≥−≠≈\u03bc", strict=True))
_DRAWN_AS = {0xB5: 0x3BC}  # µ of µg: the faces hold the Greek letter only
_SYMBOLIC = 4
_NONSYMBOLIC = 32
_MOST_IN_BLOCK = 100  # lines between beginbfchar and endbfchar, by the CMap specification


def compiled() -> bytes:
    return packed({letter: _fonts(letter) for letter in FILES})


def _fonts(letter: str) -> list[tuple[Subset, EmbeddedFont]]:
    return [(subset, _embedded(letter, subset)) for subset in made_subsets(letter)]


@cache
def font_file(letter: str) -> Any:
    """The parsed TrueType file (`TTFontFace`): glyph map, widths, and the maker of subsets."""
    harden_reportlab()
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(resource("fonts", FILES[letter])))


@cache
def made_subsets(letter: str) -> tuple[Subset, ...]:
    """The fallbacks hold only what the faces they stand in for lack."""
    found = []
    if letter in FALLBACKS.values():
        main = next(face for face, fallback in FALLBACKS.items() if fallback == letter)
        known = {code for subset in made_subsets(main) for code in subset.characters}
    else:
        found.append(_subset(letter, 0, _main_characters()))
        known = set(found[0].characters)
    others = sorted(c for c in font_file(letter).charToGlyph if c >= SPACE and c not in known)
    room = _LAST_BYTE - _FIRST_BYTE + 1
    for start in range(0, len(others), room):
        table = dict(enumerate(others[start : start + room], _FIRST_BYTE))
        found.append(_subset(letter, len(found), table))
    return tuple(found)


def _main_characters() -> dict[int, int]:
    """Byte → code point of subset 0."""
    table = {}
    for byte in range(SPACE, 256):
        if byte in _GAPS:
            table[byte] = ord(_GAPS[byte])
        else:
            table[byte] = ord(bytes([byte]).decode("cp1252"))
    return table


def _subset(letter: str, number: int, table: dict[int, int]) -> Subset:
    glyphs = font_file(letter).charToGlyph
    characters, drawn = [0] * 256, [0] * 256
    for byte, code in table.items():
        glyph = _DRAWN_AS.get(code, code) if code not in glyphs else code
        if glyph in glyphs:
            characters[byte], drawn[byte] = code, glyph
    advance = font_file(letter).getCharWidth
    widths = tuple(float(advance(code)) if code else 0.0 for code in drawn)
    return Subset(f"{letter}{number}", tuple(characters), tuple(drawn), widths)


def _embedded(letter: str, subset: Subset) -> EmbeddedFont:
    face = font_file(letter)
    base = f"{_tag(subset.name)}+{face.name.decode()}"
    first = next(byte for byte, code in enumerate(subset.characters) if code)
    widths = _numbers(subset.widths[first:])
    dictionary = (
        f"/Type/Font/Subtype/TrueType/BaseFont/{base}"
        f"/FirstChar {first}/LastChar 255/Widths[{widths}]"
    )
    program: bytes = face.makeSubset(list(subset.drawn))
    return EmbeddedFont(
        dictionary.encode(),
        _descriptor(face, base).encode(),
        zlib.compress(program, 6),
        len(program),
        zlib.compress(_to_unicode(subset).encode(), 6),
    )


def _descriptor(face: Any, base: str) -> str:
    flags = (int(face.flags) & ~_NONSYMBOLIC) | _SYMBOLIC
    return (
        f"/Type/FontDescriptor/FontName/{base}/Flags {flags}"
        f"/FontBBox[{_numbers(face.bbox)}]/ItalicAngle {face.italicAngle:g}"
        f"/Ascent {face.ascent:g}/Descent {face.descent:g}"
        f"/CapHeight {face.capHeight:g}/StemV {face.stemV:g}"
    )


def _to_unicode(subset: Subset) -> str:
    """What each byte means, so that text can be copied out of the document."""
    pairs = _pairs(subset)
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{_tag(subset.name)} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), _MOST_IN_BLOCK):
        block = pairs[start : start + _MOST_IN_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def _pairs(subset: Subset) -> list[str]:
    return [
        f"<{byte:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for byte, code in enumerate(subset.characters)
        if code
    ]


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:g}" for value in values)


def _tag(name: str) -> str:
    """Six capitals that tell the subsets of one face apart, the same in every document."""
    return f"RD{name[0]}{'ABCDEFGHIJ'[int(name[1:])]}XX"


def main() -> int:
    path = resource(*COMPILED)
    path.write_bytes(compiled())
    print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
