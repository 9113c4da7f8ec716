"""Heads of the sheets of one department: symbol, code and page numbers, drawn once.

They depend on the department's paper code and on the sheet's revision, so they are no part of a
body. All those of a department are kept in one blob: a thousand files would take longer to read.
"""

from __future__ import annotations

import json
import logging
import struct
from dataclasses import dataclass

from referent_desk.domain.sheets import Sheet
from referent_desk.language import Language
from referent_desk.paper.assembly import deflated
from referent_desk.paper.barcodes import Symbol, qr_symbol
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fragments import Fragment
from referent_desk.paper.heads import (
    PageNumber,
    draw_code,
    draw_number,
    draw_payload,
    symbol_corner,
)
from referent_desk.paper.kept_sheets import KeptSheets, key_of
from referent_desk.paper.layout import HeadKind
from referent_desk.paper.measures import QR_SIZE

_LENGTH = struct.Struct(">I")
_MOST_BESIDE = 200
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Deflated: `form` is what all pages of the sheet show alike, symbol and all; `numbers` are
    streams that begin a page's body, one for each page that says something and one for a back left
    empty where their number is odd."""

    form: bytes
    numbers: tuple[bytes, ...]
    fonts: frozenset[str]


class SheetHeads:
    """Of one department, in one language; `close` keeps them for the next printing."""

    def __init__(self, paper_code: str, language: Language, kept: KeptSheets | None) -> None:
        self._paper_code = paper_code
        self._language = language
        self._kept = kept
        self._key = key_of("heads", paper_code, language.code) if kept else ""
        self._known = (kept.recall(self._key, _unpacked) if kept else None) or {}
        self._used: dict[str, SheetHead] = {}
        self._numbers: dict[tuple[object, ...], tuple[bytes, frozenset[str]]] = {}
        self._is_new = False

    def head_of(self, sheet: Sheet, fragment: Fragment) -> SheetHead:
        payload = sheet.qr_payload(self._paper_code)
        frame = fragment.frame
        shape = f"{frame.width:g} {frame.height:g} {fragment.head.value} {len(fragment.pages)}"
        name = f"{payload}\n{shape}"
        found = self._known.get(name)
        if found is None:
            found = self._drawn(sheet, payload, fragment)
            self._is_new = True
        self._used[name] = found
        return found

    def close(self) -> None:
        """A part of a binder does not push out the heads of the rest; old revisions go at last."""
        if self._kept is None or not self._is_new:
            return
        if len(self._known) <= _MOST_BESIDE + 2 * len(self._used):
            self._used = {**self._known, **self._used}
        self._kept.keep(self._key, _packed(self._used))

    def _drawn(self, sheet: Sheet, payload: str, fragment: Fragment) -> SheetHead:
        frame, kind = fragment.frame, fragment.head
        symbol = _symbol(payload)
        pen = Pen(frame.height)
        draw_payload(pen, payload, frame, kind, has_symbol=symbol is not None)
        draw_code(pen, sheet, frame, kind, self._language)
        drawn = [pen.operators] if symbol is None else [_placed(symbol, fragment), pen.operators]
        count = len(fragment.pages)
        pages = [PageNumber(number, count) for number in range(1, count + 1)]
        if count % 2:
            pages.append(PageNumber(count, count, is_back=True))
        numbers = [self._number(sheet, page, fragment) for page in pages]
        fonts = pen.fonts.union(*(fonts for _stream, fonts in numbers))
        streams = tuple(stream for stream, _fonts in numbers)
        return SheetHead(deflated(b"\n".join(drawn)), streams, frozenset(fonts))

    def _number(
        self, sheet: Sheet, page: PageNumber, fragment: Fragment
    ) -> tuple[bytes, frozenset[str]]:
        """Outside of forms it is the same for all sheets with that revision and as many pages."""
        frame, kind = fragment.frame, fragment.head
        check_code = sheet.check_code if kind is HeadKind.FORM else ""
        name = (sheet.revision, page, frame, check_code)
        found = self._numbers.get(name)
        if found is None:
            pen = Pen(frame.height)
            draw_number(pen, sheet, frame, kind, page, self._language)
            found = self._numbers[name] = (deflated(pen.operators + b" q"), frozenset(pen.fonts))
        return found


def _symbol(payload: str) -> Symbol | None:
    """None when the payload holds a character no symbol can say: it stands in letters."""
    try:
        return qr_symbol(payload)
    except ValueError:
        _log.exception("no symbol for a sheet")
        return None


def _placed(symbol: Symbol, fragment: Fragment) -> bytes:
    x, y = symbol_corner(fragment.frame, fragment.head)
    scale = QR_SIZE / symbol.modules
    matrix = f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm\n".encode()
    return b"".join((matrix, symbol.operators, b"\nQ"))


def _packed(heads: dict[str, SheetHead]) -> bytes:
    rows = {name: [sorted(h.fonts), len(h.form), *map(len, h.numbers)] for name, h in heads.items()}
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    streams = (stream for head in heads.values() for stream in (head.form, *head.numbers))
    return b"".join((_LENGTH.pack(len(written)), written, *streams))


def _unpacked(content: bytes) -> dict[str, SheetHead]:
    (length,) = _LENGTH.unpack_from(content)
    at = _LENGTH.size + length
    heads = {}
    for name, (fonts, *sizes) in json.loads(content[_LENGTH.size : at]).items():
        streams = []
        for size in sizes:
            streams.append(content[at : at + size])
            at += size
        heads[name] = SheetHead(streams[0], tuple(streams[1:]), frozenset(fonts))
    return heads
