"""A lot of numbered forms: the form is drawn once, each sheet brings its serial and its symbol.

The pages of one sheet bear the same serial. A form of one page is printed on one side only: the
back of a sheet must never be the front of another number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.lots import form_payload, serial_words
from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.barcodes import qr_symbol
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.forms import lay_out_form
from referent_desk.paper.heads import PageNumber, draw_department, draw_payload, symbol_corner
from referent_desk.paper.layout import HeadKind, LaidOut
from referent_desk.paper.measures import (
    FOOT_HEIGHT,
    FOOT_SIZE,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QR_SIZE,
    THIN,
    Frame,
)
from referent_desk.paper.pages import frame_matrix, punch_marks
from referent_desk.paper.pdf_files import deflated
from referent_desk.paper.sheets_plain import blank_back

Progress = Callable[[int, int], None]

_LEFT = QR_SIZE + 4.6 * MM
"""Beside the symbol and its quiet zone."""
_CODE_BASE = 7.6 * MM
_CODE_SIZE = 24.0
_VERSION_BASE = 13.2 * MM
_VERSION_SIZE = 9.0
_SERIAL_SPACING = 0.8
_TOLD_EVERY = 50  # sheets


@dataclass(frozen=True, slots=True)
class LotStamp:
    """What the foot of every sheet of a lot says."""

    first: int
    amount: int
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class PrintedForms:
    """`two_sided`: front and back of one sheet follow one another."""

    pdf: bytes
    pages: int
    two_sided: bool


def write_lot(
    form: FormDefinition,
    head: Head,
    stamp: LotStamp,
    language: Language,
    progress: Progress | None = None,
) -> PrintedForms:
    """The sheets in the order of their serials: the same bytes for the same lot.

    `progress` is told how many sheets are done; an exception it raises ends the work.
    """
    laid_out = lay_out_form(form, language)
    two_sided = len(laid_out.pages) > 1
    title = language.gettext("Numbered forms: {form}").format(form=f"{form.code} {form.title}")
    document = Document(title, head.establishment, language.code, stamp.printed_at)
    sheets = _Sheets(document, form, head, stamp, laid_out, language)
    for number in range(stamp.amount):
        if progress is not None and number % _TOLD_EVERY == 0:
            progress(number, stamp.amount)
        sheets.add(stamp.first + number)
    if progress is not None:
        progress(stamp.amount, stamp.amount)
    return PrintedForms(document.finish(two_sided=two_sided), document.page_count, two_sided)


class _Sheets:
    """Everything that all sheets share is written when the first one comes."""

    def __init__(
        self,
        document: Document,
        form: FormDefinition,
        head: Head,
        stamp: LotStamp,
        laid_out: LaidOut,
        language: Language,
    ) -> None:
        self._document = document
        self._form = form
        self._language = language
        self._paper_code = head.paper_code
        self._frame = laid_out.frame
        self._serial_at = _LEFT + text_width(_shown(form.code), _CODE_SIZE, Face.BOLD) + 6 * MM
        self._count = len(laid_out.pages)
        self._end = document.add_stream(deflated(b"Q Q"))
        self._shared = [
            self._share(page.operators, page.fonts, number, head, stamp, language)
            for number, page in enumerate(laid_out.pages, 1)
        ]
        matrices = (frame_matrix(self._frame, is_back=back) for back in (False, True))
        self._places = [document.add_stream(deflated(b"/P Do q " + m + b" q")) for m in matrices]
        marks = [
            document.add_form(deflated(punch_marks(is_back=back)), PAGE_WIDTH, PAGE_HEIGHT)
            for back in (False, True)
        ]
        self._resources = [
            document.add_resources({"P": marks[number % 2], "M": page})
            for number, page in enumerate(self._shared)
        ]
        self._empty = document.add_resources({"P": marks[1]})

    def add(self, serial: int) -> None:
        drawn = self._document.add_stream(deflated(self._numbered(serial)))
        for number, resources in enumerate(self._resources):
            streams = (self._places[number % 2], drawn, self._end)
            self._document.compose_page(streams, resources)
        if self._count > 1 and self._count % 2:
            self._add_empty_back()

    def _share(
        self,
        operators: bytes,
        fonts: frozenset[str],
        number: int,
        head: Head,
        stamp: LotStamp,
        language: Language,
    ) -> int:
        """A page of the form with everything but the serial."""
        pen = Pen(self._frame.height)
        draw_department(pen, head, HeadKind.FORM, self._frame.width, language)
        pen.text(_LEFT, _CODE_BASE, self._form.code, _CODE_SIZE, Face.BOLD)
        numbered = language.gettext("numbered sheet")
        words = f"{numbered} · {PageNumber(number, self._count).words(language)}"
        pen.text(_LEFT, _VERSION_BASE, words, _VERSION_SIZE)
        _draw_lot_foot(pen, self._frame, stamp, language)
        self._document.use_fonts(fonts | pen.fonts)
        content = b"\n".join((b"q", operators, b"Q q", pen.operators, b"Q"))
        return self._document.add_form(deflated(content), self._frame.width, self._frame.height)

    def _numbered(self, serial: int) -> bytes:
        payload = form_payload(self._paper_code, self._form.code, serial)
        symbol = qr_symbol(payload)
        pen = Pen(self._frame.height)
        words = serial_words(self._paper_code, self._form.code, serial)
        pen.text(self._serial_at, _CODE_BASE, words, _CODE_SIZE, Face.BOLD, spacing=_SERIAL_SPACING)
        draw_payload(pen, payload, self._frame, HeadKind.FORM)
        self._document.use_fonts(pen.fonts)
        x, y = symbol_corner(self._frame, HeadKind.FORM)
        scale = QR_SIZE / symbol.modules
        placed = f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm".encode()
        return b"\n".join((b"/M Do", placed, symbol.operators, b"Q", pen.operators))

    def _add_empty_back(self) -> None:
        """Behind the last page of a form of three or five: it says that nothing stands there."""
        back = blank_back(self._frame, self._language)
        self._document.use_fonts(back.fonts)
        drawn = self._document.add_stream(deflated(back.operators))
        self._document.compose_page((self._places[1], drawn, self._end), self._empty)


def _draw_lot_foot(pen: Pen, frame: Frame, stamp: LotStamp, language: Language) -> None:
    """What becomes of a sheet that is spoilt, and which lot it is of."""
    _ = language.gettext
    top = frame.height - FOOT_HEIGHT
    pen.rule(0, top, frame.width, thickness=THIN)
    said = _(
        "Numbered sheet: every number is accounted for after the outage. Hand in spoilt and unused "
        "sheets too."
    )
    pen.paragraph(0, top + 3, frame.width * 0.58, said, FOOT_SIZE, leading=1.2)
    moment = stamp.printed_at
    lot = _("lot {first} to {last}").format(
        first=f"{stamp.first:06}", last=f"{stamp.first + stamp.amount - 1:06}"
    )
    made = _("prepared on {day} at {time}").format(
        day=language.short_date(moment.date()), time=language.time(moment)
    )
    for number, line in enumerate((lot, made)):
        base = top + 3 + FOOT_SIZE * (0.9 + 1.2 * number)
        pen.text(frame.width, base, line, FOOT_SIZE, align=Align.RIGHT)


def _shown(text: str) -> str:
    return drawable(text, Face.BOLD)
