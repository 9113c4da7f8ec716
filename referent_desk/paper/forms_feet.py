"""The foot of every form: who wrote it, beside who enters it afterwards and what becomes of it."""

from __future__ import annotations

from typing import NamedTuple

from referent_desk.domain.forms import Field, FormDefinition
from referent_desk.language import Language
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.forms_fields import Rows, draw_fields, field_rows
from referent_desk.paper.measures import MEDIUM, MM, PADDING, WRITING_LINE, Frame
from referent_desk.paper.paragraphs import wrap

_BETWEEN = 4.0 * MM
_SIGNED_SHARE = 0.52
"""Of the width, for the signature box."""
_TITLE_HEIGHT = 5.6 * MM
_TITLE_BASE = 4.0 * MM
_TITLE_SIZE = 9.5
_FIELD_SIZE = 9.0
_END = 1.4 * MM


class PlacedFoot(NamedTuple):
    """Two boxes of one height, which depends on what the form asks there."""

    title: str
    signed: Rows
    back_entry: Rows
    afterwards: str
    left: float
    right: float

    @property
    def height(self) -> float:
        rows = max(len(self.signed), len(self.back_entry))
        return _TITLE_HEIGHT + rows * WRITING_LINE + _END

    def draw(self, pen: Pen, top: float, language: Language) -> None:
        self._draw_box(pen, 0, top, self.left, self.title, self.signed)
        x, heading = self.left + _BETWEEN, language.gettext("Back entry")
        self._draw_box(pen, x, top, self.right, heading, self.back_entry)
        start = PADDING + text_width(drawable(heading), _TITLE_SIZE, Face.BOLD) + 2 * MM
        _draw_afterwards(pen, x + start, top, self.right - PADDING - start, self.afterwards)

    def _draw_box(
        self, pen: Pen, x: float, top: float, width: float, title: str, rows: Rows
    ) -> None:
        pen.box(x, top, width, self.height, thickness=MEDIUM)
        room = width - 2 * PADDING
        pen.text(x + PADDING, top + _TITLE_BASE, title, _TITLE_SIZE, Face.BOLD)
        for number, fields in enumerate(rows, start=1):
            base = top + _TITLE_HEIGHT + number * WRITING_LINE - 1.6 * MM
            draw_fields(pen, x + PADDING, base, room, fields, _FIELD_SIZE)


def place_foot(frame: Frame, form: FormDefinition, language: Language) -> PlacedFoot:
    left = frame.width * _SIGNED_SHARE - _BETWEEN / 2
    right = frame.width - left - _BETWEEN
    return PlacedFoot(
        title=form.foot.signed_by,
        signed=_fitted(_signed_rows(form, frame, language), left - 2 * PADDING),
        back_entry=_fitted(_back_entry_rows(form, frame, language), right - 2 * PADDING),
        afterwards=form.afterwards,
        left=left,
        right=right,
    )


def _fitted(rows: Rows, width: float) -> Rows:
    return tuple(fitted for row in rows for fitted in field_rows(row, width, _FIELD_SIZE))


def _draw_afterwards(pen: Pen, x: float, top: float, width: float, said: str) -> None:
    """One line beside the heading; more and smaller ones when it is long."""
    for size in (8.5, 7.8):
        if text_width(drawable(said), size) <= width:
            pen.text(x, top + _TITLE_BASE, said, size)
            return
    for size in (7.8, 7.0, 6.2, 5.5):
        lines = wrap(said, width, size)
        if len(lines) * size * 1.12 <= _TITLE_HEIGHT + 1.4 * MM:
            break
    pen.lines(x, top + 0.7 * MM, lines, size, leading=1.12)


def _signed_rows(form: FormDefinition, frame: Frame, language: Language) -> Rows:
    _ = language.gettext
    more = tuple(Field(label, width=3) for label in form.foot.fields)
    name, role = Field(_("Name in full"), width=8), Field(_("Position"), width=5)
    rpps = Field("RPPS", width=5)
    date, time = Field(_("Date"), width=3), Field(_("Time"), width=2)
    signature = Field(_("Signature"), width=5)
    if frame.landscape:
        return ((name, role, *more), (rpps, date, time, signature))
    if more:
        return ((name, role), (rpps, *more), (date, time, signature))
    return ((name, role), (rpps, date), (time, signature))


def _back_entry_rows(form: FormDefinition, frame: Frame, language: Language) -> Rows:
    _ = language.gettext
    entered = (Field(_("Entered by"), width=4), Field(_("on, at"), width=3))
    checked = (Field(_("Checked by"), width=4), Field(_("on, at"), width=3))
    boxes = (_("scanned"), _("kept"), *form.foot.marks)
    marks = (Field("", boxes=boxes, line=False),)
    if frame.landscape:
        return ((*entered, *checked[:1]), marks)
    return (entered, checked, marks)
