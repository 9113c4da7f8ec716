"""Boxes where something is to be filled in by hand."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.paper.fonts import BLANK, text_width
from referent_desk.paper.measures import THIN
from referent_desk.paper.paragraphs import Line, line_width
from referent_desk.paper.shapes import rectangle

_TOP, _HEIGHT = 0.92, 1.16
"""Above the base line and in all, as parts of the type size."""


def blank_boxes(x: float, base: float, line: Line, size: float, ink: float) -> list[str]:
    """Operators of a box for each blank of a line; a white one where the text is white.

    `base` is its base line, upwards. What is drawn afterwards keeps its lines and its ink.
    """
    boxes: list[str] = []
    if not [text for text, _face in line if BLANK in text]:
        return boxes
    for text, face in line:
        if BLANK in text:
            drawn = "1 g {} f" if ink else f"{THIN:g} w 0 G [] 0 d {{}} S"
            wide = text_width(BLANK, size, face)
            before, *after = text.split(BLANK)
            for piece in after:
                left = x + text_width(before, size, face)
                place = rectangle(left, base + _TOP * size, wide, _HEIGHT * size)
                boxes.append(f"q {drawn.format(place)} Q")
                before += BLANK + piece
        x += text_width(text, size, face)
    return boxes


def boxes_in(
    x: float,
    base: float,
    step: float,
    lines: Sequence[Line],
    size: float,
    share: float,
    ink: float,
) -> list[str]:
    """Of lines under one another; `share` of each stands at the left of x."""
    if not [text for line in lines for text, _face in line if BLANK in text]:
        return []
    return [
        box
        for number, line in enumerate(lines)
        if any(BLANK in text for text, _face in line)
        for box in blank_boxes(
            x - line_width(line, size) * share, base - number * step, line, size, ink
        )
    ]
