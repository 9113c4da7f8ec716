"""Puts the subsets that a document uses into it, each once, always the same bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from referent_desk.paper.fonts import Subset, font_file, subset_named

_SYMBOLIC = 4
_NONSYMBOLIC = 32
_MOST_IN_BLOCK = 100  # lines between beginbfchar and endbfchar, by the CMap specification


def add_fonts(document: Any, names: Iterable[str]) -> Any:
    """The font dictionary of a ReportLab document, as a reference, with these subsets in it."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    fonts = {name: document.Reference(_font(document, name), f"font {name}") for name in names}
    return document.Reference(PDFDictionary(fonts), "fonts of the document")


def _font(document: Any, name: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    subset = subset_named(name)
    face = font_file(subset.file)
    base = f"{_tag(name)}+{face.name.decode()}"
    first = next(byte for byte, code in enumerate(subset.characters) if code)
    widths = [face.getCharWidth(drawn) if drawn else 0 for drawn in subset.drawn[first:]]
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("TrueType"),
            "BaseFont": PDFName(base),
            "FirstChar": first,
            "LastChar": 255,
            "Widths": PDFArray([f"{width:g}" for width in widths]),
            "FontDescriptor": _descriptor(document, name, face, base),
            "ToUnicode": document.Reference(_stream(_to_unicode(name)), f"unicode {name}"),
        }
    )


def _descriptor(document: Any, name: str, face: Any, base: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

    program, length = _program(name)
    file = _stream(program)
    file.dictionary["Length1"] = length
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(base),
            "Flags": (face.flags & ~_NONSYMBOLIC) | _SYMBOLIC,
            "FontBBox": PDFArray(face.bbox),
            "ItalicAngle": face.italicAngle,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "StemV": face.stemV,
            "FontFile2": document.Reference(file, f"font file {name}"),
        }
    )
    return document.Reference(descriptor, f"font descriptor {name}")


def _stream(deflated: bytes) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    stream = PDFStream(content=deflated)
    stream.dictionary["Filter"] = PDFName("FlateDecode")
    return stream


@cache
def _program(name: str) -> tuple[bytes, int]:
    """The deflated TrueType program of a subset, and its length before."""
    subset = subset_named(name)
    program: bytes = font_file(subset.file).makeSubset(list(subset.drawn))
    return zlib.compress(program, 6), len(program)


@cache
def _to_unicode(name: str) -> bytes:
    """What each byte means, so that text can be copied out of the document; deflated."""
    pairs = _pairs(subset_named(name))
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{_tag(name)} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), _MOST_IN_BLOCK):
        block = pairs[start : start + _MOST_IN_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return zlib.compress("\n".join(lines).encode(), 6)


def _pairs(subset: Subset) -> list[str]:
    return [
        f"<{byte:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for byte, code in enumerate(subset.characters)
        if code
    ]


def _tag(name: str) -> str:
    """Six capitals that tell the subsets of one face apart, the same in every document."""
    return f"RD{name[0]}{'ABCDEFGHIJ'[int(name[1:])]}XX"
