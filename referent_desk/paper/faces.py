"""Faces as they were compiled: what each byte of a subset draws, how wide, and the fonts that go
into a document.

`python3 run.py faces` compiles the font files; so no font is parsed while a ward waits for its
binder, and every document carries the same bytes.
"""

from __future__ import annotations

import json
import struct
from functools import cache
from typing import Any, NamedTuple

from referent_desk.resources import resource

COMPILED = ("fonts", "faces.bin")
MARK = b"RDFACES1"
HEAD = struct.Struct(">8sI")


class Subset(NamedTuple):
    """`characters[i]` is what byte i stands for, `drawn[i]` the code point of its glyph (0: none),
    `widths[i]` how wide that is drawn, in thousandths of the type size; `name` is the font's name
    in page content."""

    name: str
    characters: tuple[int, ...]
    drawn: tuple[int, ...]
    widths: tuple[float, ...]


class EmbeddedFont(NamedTuple):
    """`dictionary` and `descriptor` are entries without what they refer to; `program` (the
    TrueType file, `program_length` long before) and `to_unicode` are deflated."""

    dictionary: bytes
    descriptor: bytes
    program: bytes
    program_length: int
    to_unicode: bytes


def packed(faces: dict[str, list[tuple[Subset, EmbeddedFont]]]) -> bytes:
    """The faces by letter: a mark, the length of a head in JSON, the head, the streams."""
    head, streams = {}, []
    for letter, fonts in faces.items():
        head[letter] = [
            {
                "name": subset.name,
                "characters": subset.characters,
                "drawn": subset.drawn,
                "widths": subset.widths,
                "dictionary": font.dictionary.decode(),
                "descriptor": font.descriptor.decode(),
                "lengths": [len(font.program), font.program_length, len(font.to_unicode)],
            }
            for subset, font in fonts
        ]
        streams += [stream for _subset, font in fonts for stream in (font.program, font.to_unicode)]
    written = json.dumps(head, separators=(",", ":")).encode()
    return b"".join((HEAD.pack(MARK, len(written)), written, *streams))


class _Compiled(NamedTuple):
    """`places` tells where the program of a subset begins."""

    content: bytes
    head: dict[str, list[dict[str, Any]]]
    places: dict[str, int]


@cache
def _compiled() -> _Compiled:
    content = resource(*COMPILED).read_bytes()
    mark, length = HEAD.unpack_from(content)
    if mark != MARK:
        raise ValueError("the compiled faces are of another version")
    at = HEAD.size + length
    head = json.loads(content[HEAD.size : at])
    places = {}
    for row in (row for rows in head.values() for row in rows):
        places[row["name"]] = at
        at += row["lengths"][0] + row["lengths"][2]
    return _Compiled(content, head, places)


@cache
def subsets(letter: str) -> tuple[Subset, ...]:
    """All subsets of a file, `R0 R1…` of Atkinson, `S0 S1…` of Source Sans."""
    return tuple(
        Subset(row["name"], *(tuple(row[key]) for key in ("characters", "drawn", "widths")))
        for row in _compiled().head[letter]
    )


def subset_named(name: str) -> Subset:
    return subsets(name[0])[int(name[1:])]


@cache
def embedded_font(name: str) -> EmbeddedFont:
    compiled = _compiled()
    row, at = compiled.head[name[0]][int(name[1:])], compiled.places[name]
    program, program_length, to_unicode = row["lengths"]
    return EmbeddedFont(
        row["dictionary"].encode(),
        row["descriptor"].encode(),
        compiled.content[at : at + program],
        program_length,
        compiled.content[at + program : at + program + to_unicode],
    )
