"""Heads of the sheets of one department: symbol, code and page numbers, drawn once.

They depend on the department's paper code and on the sheet's revision, so they are no part of a
body; they are kept with its binder.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import NamedTuple, TypeVar

from referent_desk.domain.sheets import Sheet
from referent_desk.language import Language
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
from referent_desk.paper.kept_binders import KeptBinder
from referent_desk.paper.layout import HeadKind
from referent_desk.paper.measures import QR_SIZE
from referent_desk.paper.pdf_files import deflated

_log = logging.getLogger(__name__)
_Kind = TypeVar("_Kind")
_Drawn = tuple[_Kind, frozenset[str]]
"""With the names of the fonts it is drawn in."""


class SheetHead(NamedTuple):
    """Deflated: `form` is what all pages of the sheet show alike, symbol and all; `numbers` are
    streams that begin a page's body, one for each page that says something and one for a back left
    empty where their number is odd."""

    form: bytes
    numbers: tuple[bytes, ...]
    fonts: frozenset[str]


class SheetHeads:
    """Of one department, in one language."""

    def __init__(self, paper_code: str, language: Language, kept: KeptBinder | None) -> None:
        self._paper_code = paper_code
        self._language = language
        self._kept = kept
        self._numbers: dict[tuple[object, ...], _Drawn[tuple[bytes, ...]]] = {}

    def head_of(self, sheet: Sheet, fragment: Fragment) -> SheetHead:
        numbers, fonts = self._numbers_of(sheet, fragment)
        form, more = self._form_of(sheet, fragment)
        return SheetHead(form, numbers, fonts | more)

    def _form_of(self, sheet: Sheet, fragment: Fragment) -> _Drawn[bytes]:
        payload = sheet.qr_payload(self._paper_code)
        if self._kept is None:
            return self._drawn(sheet, payload, fragment)
        name = f"{payload}\n{fragment.frame.landscape} {fragment.head._value_}"
        found = self._kept.recall(name, _unpacked)
        if found is None:
            found = self._drawn(sheet, payload, fragment)
            self._kept.keep(name, b"%b\n%b" % (",".join(sorted(found[1])).encode(), found[0]))
        return found

    def _drawn(self, sheet: Sheet, payload: str, fragment: Fragment) -> _Drawn[bytes]:
        frame, kind = fragment.frame, fragment.head
        symbol = _symbol(payload)
        pen = Pen(frame.height)
        draw_payload(pen, payload, frame, kind, has_symbol=symbol is not None)
        draw_code(pen, sheet, frame, kind, self._language)
        drawn = [pen.operators] if symbol is None else [_placed(symbol, fragment), pen.operators]
        return deflated(b"\n".join(drawn)), frozenset(pen.fonts)

    def _numbers_of(self, sheet: Sheet, fragment: Fragment) -> _Drawn[tuple[bytes, ...]]:
        """Outside of forms they are the same for all sheets of one revision with as many pages."""
        frame, kind, count = fragment.frame, fragment.head, len(fragment.pages)
        check_code = sheet.check_code if kind is HeadKind.FORM else ""
        name = (sheet.revision, count, frame, check_code)
        found = self._numbers.get(name)
        if found is None:
            pages = [PageNumber(number, count) for number in range(1, count + 1)]
            if count % 2:
                pages.append(PageNumber(count, count, is_back=True))
            streams, fonts = [], set()
            for page in pages:
                pen = Pen(frame.height)
                draw_number(pen, sheet, frame, kind, page, self._language)
                streams.append(deflated(pen.operators + b" q"))
                fonts |= pen.fonts
            found = self._numbers[name] = (tuple(streams), frozenset(fonts))
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


def _unpacked(content: bytes) -> _Drawn[bytes]:
    fonts, _end, form = content.partition(b"\n")
    return form, _fonts_named(fonts)


@cache
def _fonts_named(names: bytes) -> frozenset[str]:
    return frozenset(names.decode().split(","))
