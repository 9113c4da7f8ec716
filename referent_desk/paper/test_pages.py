"""The test page of a printer: does it print to the edge, in the right size, back upon front?

Looked at by a person, line by line, and kept: the printer of the night is tried by day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.barcodes import qr_symbol
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.measures import (
    BODY_SIZE,
    FOOT_SIZE,
    HAIR_GREY,
    LABEL_SIZE,
    LEADING,
    MEDIUM,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QR_SIZE,
    THICK,
    THIN,
    TITLE_SIZE,
    WRITING_LINE,
)

_LEFT = 25 * MM
_WIDTH = PAGE_WIDTH - 2 * _LEFT
_MARGINS = (5, 10)  # millimetres: what most printers reach, and where the binder begins
_RULE = 100  # millimetres
_CROSS = 6 * MM
_SMALLEST = "Il1 O0 5S 8B é è ç œ – 04 00 00 12 34"
_PAYLOAD = "RD1 TEST {day}"


@dataclass(frozen=True, slots=True)
class TestedPrinter:
    """What the page says of the printer it is for."""

    __test__ = False  # the name would make it a test

    name: str
    queue: str = ""
    place: str = ""


def lay_out_test_page(
    printer: TestedPrinter, printed_at: datetime, language: Language, *, two_sided: bool
) -> bytes:
    """One sheet of A4: a front, and a back where the printer prints both sides."""
    _ = language.gettext
    title = _("Test page of the printer {name}").format(name=printer.name)
    document = Document(title, "Referent Desk", language.code, printed_at)
    sides = (True, False) if two_sided else (True,)
    for is_front in sides:
        pen = Pen(PAGE_HEIGHT)
        _draw_frames(pen, language)
        _draw_crosses(pen)
        y = _draw_head(pen, printer, printed_at, language, is_front=is_front, both=two_sided)
        code = b""
        if is_front:
            y = _draw_measures(pen, y, language)
            code = _draw_code(pen, y, printed_at, language)
            y = _draw_questions(pen, y + QR_SIZE + 12 * MM, two_sided, language)
            _draw_signature(pen, y, language)
        else:
            _draw_back(pen, y, language)
        document.add_page(b"\n".join((pen.operators, code)), pen.fonts)
    return document.finish(two_sided=two_sided)


def _draw_frames(pen: Pen, language: Language) -> None:
    _ = language.gettext
    for number, margin in enumerate(_MARGINS):
        at = margin * MM
        thickness = THIN if number else MEDIUM
        wide, high = PAGE_WIDTH - 2 * at, PAGE_HEIGHT - 2 * at
        pen.rectangle(at, at, wide, high, thickness=thickness)
        said = _("{count} mm from the edge").format(count=margin)
        pen.text(PAGE_WIDTH / 2 + 12 * MM, at + 3.4 * MM, said, LABEL_SIZE)


def _draw_crosses(pen: Pen) -> None:
    """At places that meet those of the back when the sheet is turned over its long edge."""
    middle, high = PAGE_WIDTH / 2, 16 * MM
    for x, y in (
        (middle, high),
        (middle, PAGE_HEIGHT - high),
        (16 * MM, PAGE_HEIGHT / 2),
        (PAGE_WIDTH - 16 * MM, PAGE_HEIGHT / 2),
    ):
        pen.rule(x - _CROSS / 2, y, x + _CROSS / 2, thickness=MEDIUM)
        pen.rule(x, y - _CROSS / 2, x, y + _CROSS / 2, thickness=MEDIUM)
        pen.box(x - 1.5 * MM, y - 1.5 * MM, 3 * MM, 3 * MM, thickness=MEDIUM, corner=1.5 * MM)


def _draw_head(
    pen: Pen,
    printer: TestedPrinter,
    printed_at: datetime,
    language: Language,
    *,
    is_front: bool,
    both: bool,
) -> float:
    _ = language.gettext
    y = 24 * MM
    if both:
        side = _("FRONT") if is_front else _("BACK")
        pen.text(PAGE_WIDTH - _LEFT, y + 8 * MM, side, TITLE_SIZE, Face.BOLD, align=Align.RIGHT)
    y += pen.paragraph(_LEFT, y, _WIDTH - 45 * MM, _("Test page"), TITLE_SIZE, Face.BOLD)
    y += 2 * MM
    y += pen.paragraph(_LEFT, y, _WIDTH, printer.name, 14, Face.BOLD)
    queue = "" if printer.queue == printer.name else printer.queue
    day = _("{day} at {time}").format(
        day=language.date(printed_at.date()), time=language.time(printed_at)
    )
    said = " · ".join(part for part in (printer.place, queue, day) if part)
    return y + pen.paragraph(_LEFT, y, _WIDTH, said) + 6 * MM


def _draw_measures(pen: Pen, y: float, language: Language) -> float:
    """A rule that can be measured, the smallest letters, the lightest lines."""
    _ = language.gettext
    end = _LEFT + _RULE * MM
    base = y + 4 * MM
    pen.rule(_LEFT, base, end, thickness=MEDIUM)
    for tenth in range(_RULE // 10 + 1):
        x = _LEFT + tenth * 10 * MM
        pen.rule(x, base - (3 if tenth % 5 else 4) * MM, x, base, thickness=MEDIUM)
    pen.text(end + 4 * MM, base, _("{count} mm").format(count=_RULE), BODY_SIZE, Face.BOLD)
    y = base + 10 * MM
    for size in (FOOT_SIZE, LABEL_SIZE, BODY_SIZE):
        number = f"{size:g}".replace(".", "," if language.code == "fr" else ".")
        pen.text(_LEFT, y, _("{size} pt").format(size=number), LABEL_SIZE)
        pen.text(_LEFT + 18 * MM, y, _SMALLEST, size)
        y += size * LEADING + 1.5 * MM
    for thickness, ink in ((THIN, HAIR_GREY), (THIN, 0.0), (MEDIUM, 0.0), (THICK, 0.0)):
        pen.rule(_LEFT + 18 * MM, y, _LEFT + _WIDTH, thickness=thickness, ink=ink)
        y += 2.4 * MM
    return y + 4 * MM


def _draw_code(pen: Pen, y: float, printed_at: datetime, language: Language) -> bytes:
    """The code as large as on a sheet, with its letters beside it; the operators of its modules."""
    payload = _PAYLOAD.format(day=f"{printed_at:%Y-%m-%d}")
    symbol = qr_symbol(payload)
    x = _LEFT + 18 * MM + QR_SIZE + 6 * MM
    pen.text(x, y + 8 * MM, payload, 13, Face.BOLD)
    said = language.gettext("What a barcode reader must find in the code.")
    pen.paragraph(x, y + 10 * MM, _LEFT + _WIDTH - x, said)
    scale = QR_SIZE / symbol.modules
    low = PAGE_HEIGHT - y - QR_SIZE
    place = f"q {scale:.4f} 0 0 {scale:.4f} {_LEFT + 18 * MM:.2f} {low:.2f} cm 0 g"
    return b"\n".join((place.encode(), symbol.operators, b"Q"))


def _draw_questions(pen: Pen, y: float, two_sided: bool, language: Language) -> float:
    _ = language.gettext
    asked = [
        _("The inner frame is there on all four sides: nothing of the binder is cut off."),
        _("The rule is exactly 100 mm long: the printer did not make the page smaller."),
        _("The smallest letters and all four lines can be read without effort."),
        _("There are no grey streaks and no pale places: there is enough toner."),
    ]
    if two_sided:
        asked.append(_("“BACK” stands on the back of this sheet, not on a second sheet."))
        asked.append(_("Held against the light, the crosses of both sides meet within 3 mm."))
    y += pen.paragraph(_LEFT, y, _WIDTH, _("Tick what is right"), 14, Face.BOLD) + 2 * MM
    for question in asked:
        pen.check_box(_LEFT, y + 2)
        y += pen.paragraph(_LEFT + 18, y, _WIDTH - 18, question) + 1.8 * MM
    return y


def _draw_signature(pen: Pen, y: float, language: Language) -> None:
    _ = language.gettext
    y += WRITING_LINE + 2 * MM
    middle = _LEFT + 60 * MM
    for label, start, end in (
        (_("Looked at on"), _LEFT, middle - 4 * MM),
        (_("by"), middle, _LEFT + _WIDTH),
    ):
        wide = pen.text(start, y, label)
        pen.writing_line(start + wide + 2 * MM, y + 1, end)


def _draw_back(pen: Pen, y: float, language: Language) -> None:
    _ = language.gettext
    pen.paragraph(
        *(_LEFT, y, _WIDTH),
        _(
            "This is the back of the test page. If it came out on a second sheet, the printer did "
            "not print both sides: choose “On one side only”."
        ),
    )
