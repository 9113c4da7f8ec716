"""Sizes of paper, margins and type, in points: the only place where they are said.

A *frame* is the part of a page that may be printed on: head, body and foot. Its origin is its top
left corner and y grows downwards. Where a frame lies on the paper depends on the side: the punch
margin is on the binding side, left on front pages, right on backs. A landscape frame is turned so
that its top lies at the binding side of a front page.
"""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4

PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
PUNCH_MARGIN = 20 * MM
OUTER_MARGIN = 10 * MM
END_MARGIN = 8 * MM
"""Above and below a portrait frame."""

HOLE_DISTANCE = 80 * MM  # ISO 838: two holes, 80 mm apart, 12 mm from the edge
HOLE_INSET = 12 * MM

BODY_SIZE = 11.0
BODY_LARGE = 12.0
LEADING = 1.27
"""Distance between two lines, as a multiple of the type size."""
TIGHT_LEADING = 1.2
DENSE_LEADING = 1.15
LABEL_SIZE = 8.0
"""Small labels over a column or a box: never what the reader acts on."""
FOOT_SIZE = 7.5
TITLE_SIZE = 22.0

THIN = 0.5
MEDIUM = 0.9
THICK = 1.6
HAIR_GREY = 0.45
"""Lightest grey of a rule that carries meaning: survives a photocopier."""

GAP = 2.6 * MM
"""Between two blocks."""
PADDING = 2.2 * MM
"""Inside a box."""
CORNER = 1.2 * MM

QR_SIZE = 22 * MM
QR_QUIET = 4
"""Modules left white around a symbol."""

HEAD_HEIGHT = 27 * MM
FOOT_HEIGHT = 10 * MM

WRITING_LINE = 8 * MM
"""Between two lines to write on by hand."""
WRITING_ROW = 9 * MM
"""Lowest row of a table that a hurried hand can write in."""

IDENTITY_WIDTH = 65 * MM
IDENTITY_HEIGHT = 30 * MM


class Frame(NamedTuple):
    """`body_top` and `body_bottom` bound what a sheet draws itself; head and foot are drawn when
    the binder is assembled."""

    width: float
    height: float
    body_top: float
    body_bottom: float
    landscape: bool = False

    @property
    def body_height(self) -> float:
        return self.body_bottom - self.body_top


_WIDTH = PAGE_WIDTH - PUNCH_MARGIN - OUTER_MARGIN
_HEIGHT = PAGE_HEIGHT - 2 * END_MARGIN
_BODY_GAP = 2.5 * MM

PORTRAIT = Frame(_WIDTH, _HEIGHT, HEAD_HEIGHT + _BODY_GAP, _HEIGHT - FOOT_HEIGHT - _BODY_GAP / 2)

LANDSCAPE = Frame(
    _HEIGHT, _WIDTH, HEAD_HEIGHT + _BODY_GAP, _WIDTH - FOOT_HEIGHT - _BODY_GAP / 2, landscape=True
)

_FORM_TOP = IDENTITY_HEIGHT + _BODY_GAP

FORM_PORTRAIT = Frame(PORTRAIT.width, PORTRAIT.height, _FORM_TOP, PORTRAIT.body_bottom)
"""The head of a form holds the code block at its top left; the form itself draws the identity block
at (`frame.width - IDENTITY_WIDTH`, 0)."""

FORM_LANDSCAPE = Frame(
    LANDSCAPE.width, LANDSCAPE.height, _FORM_TOP, LANDSCAPE.body_bottom, landscape=True
)

MANUAL_SIDE = 28 * MM
MANUAL_END = 14 * MM
MANUAL = Frame(
    PAGE_WIDTH - 2 * MANUAL_SIDE,
    PAGE_HEIGHT - 2 * MANUAL_END,
    12 * MM,
    PAGE_HEIGHT - 2 * MANUAL_END - 8 * MM,
)
"""A page to read rather than to act on: a narrow column, the same margin at both sides."""
