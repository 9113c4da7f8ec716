"""Puts laid-out sheets on paper: sides, margins, head, foot, slots, backs left empty."""

from __future__ import annotations

import logging
from datetime import date

from referent_desk.domain.sheets import BinderStamp, Head, Sheet
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.barcodes import qr_symbol
from referent_desk.paper.drawing import Pen, Slot
from referent_desk.paper.heads import (
    PageNumber,
    draw_code,
    draw_department,
    draw_foot,
    draw_payload,
    symbol_corner,
)
from referent_desk.paper.layout import HeadKind, LaidOut, PageContent
from referent_desk.paper.measures import (
    END_MARGIN,
    HOLE_DISTANCE,
    HOLE_INSET,
    MM,
    OUTER_MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PUNCH_MARGIN,
    QR_SIZE,
    Frame,
)
from referent_desk.paper.sheets_plain import blank_back

_log = logging.getLogger(__name__)


class BinderPages:
    """Adds the sheets of one binder to its document, one after another."""

    def __init__(
        self,
        document: Document,
        head: Head,
        stamp: BinderStamp,
        language: Language,
        *,
        one_sided: bool,
    ) -> None:
        self._document = document
        self._head = head
        self._stamp = stamp
        self._language = language
        self._one_sided = one_sided
        self._departments: dict[tuple[HeadKind, bool], str] = {}
        self._symbols = 0
        for name, is_back in (("PF", False), ("PB", True)):
            document.add_form(name, _punch_marks(is_back=is_back), PAGE_WIDTH, PAGE_HEIGHT)

    def add(self, sheet: Sheet, laid_out: LaidOut) -> None:
        """Begins on a front page; what follows of the sheet goes on its back, and so on."""
        frame, kind = laid_out.frame, laid_out.head
        fixed, fonts = self._fixed(sheet, frame, kind)
        count = len(laid_out.pages)
        for number, page in enumerate(laid_out.pages, 1):
            self._add_page(sheet, page, laid_out, PageNumber(number, count), fixed, fonts)
        if not self._one_sided and count % 2:
            back = blank_back(frame, self._language)
            empty = PageNumber(count, count, is_back=True)
            self._add_page(sheet, back, laid_out, empty, fixed, fonts)

    def _add_page(
        self,
        sheet: Sheet,
        page: PageContent,
        laid_out: LaidOut,
        number: PageNumber,
        fixed: bytes,
        fonts: frozenset[str],
    ) -> None:
        frame = laid_out.frame
        is_back = not self._one_sided and self._document.page_count % 2 == 1
        pen = Pen(frame.height)
        draw_code(pen, sheet, frame, laid_out.head, number, self._language)
        for slot in page.slots:
            self._draw_slot(pen, slot, sheet)
        marks = b"/PB Do" if is_back else b"/PF Do"
        operators = b"\n".join(
            (marks, b"q", _placed(frame, is_back=is_back), fixed, b"q", page.operators, b"Q")
        )
        operators += b"\n" + pen.operators + b"\nQ"
        self._document.add_page(operators, {*fonts, *page.fonts, *pen.fonts})

    def _fixed(self, sheet: Sheet, frame: Frame, kind: HeadKind) -> tuple[bytes, frozenset[str]]:
        """What is the same on all pages of a sheet: department, symbol, foot."""
        payload = sheet.qr_payload(self._head.paper_code)
        symbol = self._add_symbol(payload)
        pen = Pen(frame.height)
        draw_payload(pen, payload, frame, kind, has_symbol=symbol is not None)
        draw_foot(pen, sheet, self._stamp, frame, self._language)
        parts = [f"/{self._department(frame, kind)} Do".encode()]
        if symbol:
            x, y = symbol_corner(frame, kind)
            name, modules = symbol
            scale = QR_SIZE / modules
            parts.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm /{name} Do Q".encode())
        parts += [b"q", pen.operators, b"Q"]
        return b"\n".join(parts), frozenset(pen.fonts)

    def _department(self, frame: Frame, kind: HeadKind) -> str:
        key = (kind, frame.landscape)
        name = self._departments.get(key)
        if name is None:
            name = self._departments[key] = f"D{len(self._departments)}"
            pen = Pen(frame.height)
            draw_department(pen, self._head, kind, frame.width, self._language)
            self._document.add_form(name, pen.operators, frame.width, frame.height, pen.fonts)
        return name

    def _add_symbol(self, payload: str) -> tuple[str, int] | None:
        """None when the payload holds a character no symbol can say: it stands in letters."""
        try:
            symbol = qr_symbol(payload)
        except ValueError:
            _log.exception("no symbol for a sheet")
            return None
        self._symbols += 1
        name = f"Q{self._symbols}"
        self._document.add_form(name, symbol.operators, symbol.modules, symbol.modules)
        return name, symbol.modules

    def _draw_slot(self, pen: Pen, slot: Slot, sheet: Sheet) -> None:
        dialled = (sheet.stamp.dialled or {}).get(slot.number)
        words = slot.never if dialled is None else slot.label.format(day=self._day(dialled))
        if words:
            pen.text(slot.x, slot.y, words, slot.size, align=slot.align)

    def _day(self, day: date) -> str:
        return self._language.short_date(day)


def _placed(frame: Frame, *, is_back: bool) -> bytes:
    """The matrix that puts the frame on the paper; a landscape one turned a quarter to the left.

    So its top lies at the holes of a front page and its bottom at those of a back: the sheet is
    turned over like that of a wall calendar.
    """
    left = OUTER_MARGIN if is_back else PUNCH_MARGIN
    if frame.landscape:
        return f"0 1 -1 0 {left + frame.height:.2f} {END_MARGIN:.2f} cm".encode()
    return f"1 0 0 1 {left:.2f} {END_MARGIN:.2f} cm".encode()


def _punch_marks(*, is_back: bool) -> bytes:
    """Where the two holes go, and where the middle of the punch is laid."""
    x = PAGE_WIDTH - HOLE_INSET if is_back else HOLE_INSET
    edge, inward = (PAGE_WIDTH, -1) if is_back else (0.0, 1)
    middle, arm = PAGE_HEIGHT / 2, 1.2 * MM
    drawn = ["0.4 w 0.4 G"]
    for y in (middle - HOLE_DISTANCE / 2, middle + HOLE_DISTANCE / 2):
        drawn.append(f"{x - arm:.2f} {y:.2f} m {x + arm:.2f} {y:.2f} l S")
        drawn.append(f"{x:.2f} {y - arm:.2f} m {x:.2f} {y + arm:.2f} l S")
    tip = edge + inward * 8 * MM
    drawn.append(f"{edge + inward * 5 * MM:.2f} {middle:.2f} m {tip:.2f} {middle:.2f} l S")
    return "\n".join(drawn).encode()
