"""Facts above a sheet about people, with lines to write on where they are not known; signatures."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.language import Language
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import BODY_SIZE, GAP, LABEL_SIZE, LEADING, MM, PADDING
from referent_desk.paper.paragraphs import wrap

_LABELS = 42 * MM
_LINE = 8 * MM
_SIGN_HEIGHT = 24 * MM
_BESIDE = 3
"""Boxes to sign in on one line."""
_STEP = BODY_SIZE * LEADING


def draw_facts(pages: Pages, facts: Sequence[tuple[str, str]]) -> None:
    """Labels and values; what is not known is a line to write on."""
    width = pages.frame.width
    for label, value in facts:
        named = wrap(label, _LABELS - 3 * MM, BODY_SIZE)
        said = wrap(value, width - _LABELS, BODY_SIZE, Face.BOLD)
        height = max(len(named) * _STEP, len(said) * _STEP if value else _LINE)
        top = pages.take(height)
        pages.y = top + height
        down = 0.0 if value else _LINE - _STEP
        pages.pen.lines(0, top + down, named, BODY_SIZE)
        if value:
            pages.pen.lines(_LABELS, top, said, BODY_SIZE)
        else:
            pages.pen.writing_line(_LABELS, top + _LINE - 1 * MM, width)


def draw_signing(
    pages: Pages, who: Sequence[str], language: Language, height: float = _SIGN_HEIGHT
) -> None:
    """Boxes beside one another, in lines of a few, never parted."""
    _ = language.gettext
    rows = [who[n : n + _BESIDE] for n in range(0, len(who), _BESIDE)]
    top = pages.take(len(rows) * height + (len(rows) - 1) * GAP, GAP * 1.5)
    for row in rows:
        width = (pages.frame.width - GAP * (len(row) - 1)) / len(row)
        for place, name in enumerate(row):
            left = place * (width + GAP)
            pages.pen.box(left, top, width, height)
            label = wrap(name, width - 2 * PADDING, LABEL_SIZE + 1, Face.BOLD)
            pages.pen.lines(left + PADDING, top + PADDING, label, LABEL_SIZE + 1)
            base = top + height - PADDING
            pages.pen.text(left + PADDING, base, _("Name, date, signature"), LABEL_SIZE)
        top += height + GAP
