"""A pen without ink: to see how something would fit before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face, drawable, text_width
from referent_desk.paper.measures import BODY_SIZE, CORNER, LEADING, MEDIUM, THIN
from referent_desk.paper.paragraphs import Line


class BlankPen(Pen):
    """Draws no text, no rule and no box, which is most of the work; all else as it is."""

    def text(
        self,
        x: float,
        y: float,
        string: str,
        size: float = BODY_SIZE,
        face: Face = Face.REGULAR,
        *,
        align: Align = Align.LEFT,
        spacing: float = 0.0,
        ink: float = 0.0,
    ) -> float:
        shown = drawable(string.replace("\n", " "), face)
        return text_width(shown, size, face) + spacing * max(0, len(shown) - 1)

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[Line],
        size: float = BODY_SIZE,
        *,
        leading: float = LEADING,
        align: Align = Align.LEFT,
        ink: float = 0.0,
    ) -> float:
        return len(lines) * size * leading

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float | None = None,
        *,
        thickness: float = THIN,
        ink: float = 0.0,
        dash: str = "",
    ) -> None: ...

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        thickness: float = MEDIUM,
        ink: float = 0.0,
        dash: str = "",
        corner: float = CORNER,
    ) -> None: ...
