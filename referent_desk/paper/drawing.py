"""A pen that writes on one frame: it collects PDF operators, nothing is drawn elsewhere.

Coordinates are points from the top left corner of the frame, y downwards; the y of a text is its
base line, the y of a paragraph or a box its top. Black is 0, white is 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from referent_desk.paper.blanks import blank_boxes, boxes_in
from referent_desk.paper.fonts import Face, drawable, encoded, encoded_lines, text_width
from referent_desk.paper.measures import BODY_SIZE, CORNER, LEADING, MEDIUM, THIN
from referent_desk.paper.paragraphs import Line, Text, line_width, wrap
from referent_desk.paper.shapes import rectangle, rounded_rectangle

ASCENT = 0.80
"""From the top of a line of text to its base line, as a part of the type size."""


class Align(Enum):
    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Slot(NamedTuple):
    """A place where the assembly draws the day on which `number` was last dialled.

    `label` holds `{day}`; `never` is drawn when nobody has dialled it.
    """

    number: str
    x: float
    y: float
    label: str
    never: str
    size: float
    align: Align


class Pen:
    """Draws on one page of a frame `height` points high: `operators` is its content, `fonts` the
    names of the subsets that it uses."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._collected: list[str] = []
        self._thickness = -1.0
        self._ink = (0.0, 0.0)  # of lines, of fillings and text
        self._dash = ""
        self.fonts: set[str] = set()
        self.slots: list[Slot] = []

    @property
    def operators(self) -> bytes:
        return "\n".join(self._collected).encode("latin-1")

    def prepare(self, *, ink: float) -> int:
        """For thin lines and black text: what is drawn `since` then needs nothing from before."""
        self._set_stroke(THIN, ink, "")
        self._set_ink(0.0)
        return len(self._collected)

    def since(self, prepared: int) -> str:
        return "\n".join(self._collected[prepared:])

    def add(self, operators: str, fonts: Iterable[str]) -> None:
        """What was drawn before by a pen prepared alike."""
        self._collected.append(operators)
        self.fonts.update(fonts)

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
        """One line, never wrapped; returns its width. `spacing` widens the letters, in points."""
        shown = drawable(string.replace("\n", " "), face)
        width = text_width(shown, size, face) + spacing * max(0, len(shown) - 1)
        left = x - width * align.value
        spread, reset = (f"{spacing:.2f} Tc ", " 0 Tc") if spacing else ("", "")
        self._set_ink(ink)
        pieces = self._pieces(((shown, face),), size)
        start = f"{left:.2f} {self._height - y:.2f} Td"
        self._collected.append(f"BT {start} {spread}{pieces}{reset} ET")
        self._collected += blank_boxes(left, self._height - y, ((shown, face),), size, ink)
        return width

    def shown(self, text: str, size: float, face: Face = Face.REGULAR) -> str:
        """The operators that show a `drawable` text; nothing is drawn."""
        return self._pieces(((text, face),), size)

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
        """Wrapped lines, the top of the first at y; returns the height they take."""
        if not lines:
            return 0.0
        step = size * leading
        base = self._height - y - (step - size) / 2 - size * ASCENT
        self._set_ink(ink)
        self._collected += boxes_in(x, base, step, lines, size, align.value, ink)
        if align is Align.LEFT:
            self._collected.append(self._paragraph(x, base, lines, size, step))
            return len(lines) * step
        shown = []
        left = 0.0
        for number, line in enumerate(lines):
            shift = x - line_width(line, size) * align.value
            down = base if number == 0 else -step
            shown.append(f"{shift - left:.2f} {down:.2f} Td {self._pieces(line, size)}")
            left = shift
        self._collected.append(f"BT {' '.join(shown)} ET")
        return len(lines) * step

    def row(self, y: float, shown: str, size: float) -> None:
        """Operators that show texts on one line from the left edge, its top at y."""
        base = self._height - y - size * ((LEADING - 1) / 2 + ASCENT)
        self._set_ink(0.0)
        self._collected.append(f"BT 0 {base:.2f} Td {shown} ET")

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: Text,
        size: float = BODY_SIZE,
        face: Face = Face.REGULAR,
        *,
        leading: float = LEADING,
        align: Align = Align.LEFT,
        ink: float = 0.0,
    ) -> float:
        """Wraps and draws; x is the left edge, the middle or the right edge as `align` says."""
        found = wrap(text, width, size, face)
        return self.lines(x, y, found, size, leading=leading, align=align, ink=ink)

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
    ) -> None:
        """A line, horizontal unless `to_y` is given; `dash` is what stands in `[…] 0 d`."""
        self._set_stroke(thickness, ink, dash)
        end = self._height - (y if to_y is None else to_y)
        self._collected.append(f"{x:.2f} {self._height - y:.2f} m {to_x:.2f} {end:.2f} l S")

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        thickness: float = THIN,
        ink: float = 0.0,
        dash: str = "",
    ) -> None:
        self._set_stroke(thickness, ink, dash)
        self._collected.append(rectangle(x, self._height - y, width, height) + " S")

    def filled(self, x: float, y: float, width: float, height: float, ink: float = 0.0) -> None:
        self._set_ink(ink)
        self._collected.append(rectangle(x, self._height - y, width, height) + " f")

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
    ) -> None:
        """A frame with rounded corners."""
        self._set_stroke(thickness, ink, dash)
        self._collected.append(rounded_rectangle(x, self._height - y, width, height, corner) + " S")

    def bar(
        self, x: float, y: float, width: float, height: float, *, corner: float = CORNER
    ) -> None:
        """A black bar with rounded corners; write on it with `ink=1`."""
        self._set_ink(0.0)
        self._collected.append(rounded_rectangle(x, self._height - y, width, height, corner) + " f")

    def check_box(self, x: float, y: float, size: float = 10.0) -> None:
        """An empty square to tick by hand; x, y is its top left corner."""
        self.rectangle(x, y, size, size, thickness=MEDIUM)

    def tick(self, x: float, y: float, size: float = 9.0, thickness: float = 1.5) -> None:
        """A tick in a square of that size; x, y is its top left corner."""
        self._set_stroke(thickness, 0.0, "")
        self._path(x, y, size, ((0.06, 0.55), (0.38, 0.86), (0.94, 0.16)))

    def cross(self, x: float, y: float, size: float = 9.0, thickness: float = 1.5) -> None:
        self._set_stroke(thickness, 0.0, "")
        self._path(x, y, size, ((0.12, 0.12), (0.88, 0.88)))
        self._path(x, y, size, ((0.12, 0.88), (0.88, 0.12)))

    def writing_line(self, x: float, y: float, to_x: float) -> None:
        """A line to write on by hand, at the base of the writing."""
        self.rule(x, y, to_x, thickness=THIN)

    def show(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """A picture of the document, its top left corner at x, y."""
        place = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {self._height - y - height:.2f}"
        self._collected.append(f"q {place} cm /{name} Do Q")

    def slot(self, slot: Slot) -> None:
        """Leave a place, base line at its y, for the day on which a number was last dialled."""
        self.slots.append(slot)

    def _paragraph(
        self, x: float, base: float, lines: Sequence[Line], size: float, step: float
    ) -> str:
        """Lines of one face, as most are, are encoded together."""
        if len(lines) == 1:
            return f"BT {x:.2f} {base:.2f} Td {self._pieces(lines[0], size)} ET"
        found = encoded_lines(lines)
        if found is None:
            shown = " T* ".join([self._pieces(line, size) for line in lines])
            return f"BT {x:.2f} {base:.2f} Td {step:.2f} TL {shown} ET"
        name, literals = found
        self.fonts.add(name)
        return f"BT {x:.2f} {base + step:.2f} Td /{name} {size:g} Tf {step:.2f} TL {literals} ' ET"

    def _pieces(self, line: Line, size: float) -> str:
        if len(line) == 1:
            runs = encoded(*line[0])
            if len(runs) == 1:
                name, literal = runs[0]
                self.fonts.add(name)
                return f"/{name} {size:g} Tf {literal} Tj"
        shown = []
        current = ""
        for text, face in line:
            for name, literal in encoded(text, face):
                if name != current:
                    self.fonts.add(name)
                    shown.append(f"/{name} {size:g} Tf")
                    current = name
                shown.append(f"{literal} Tj")
        return " ".join(shown)

    def _set_ink(self, ink: float) -> None:
        if self._ink[1] != ink:
            self._ink = (self._ink[0], ink)
            self._collected.append(f"{ink:g} g")

    def _set_stroke(self, thickness: float, ink: float, dash: str) -> None:
        if self._thickness != thickness:
            self._thickness = thickness
            self._collected.append(f"{thickness:g} w")
        if self._ink[0] != ink:
            self._ink = (ink, self._ink[1])
            self._collected.append(f"{ink:g} G")
        if self._dash != dash:
            self._dash = dash
            self._collected.append(f"[{dash}] 0 d")

    def _path(self, x: float, y: float, size: float, points: Sequence[tuple[float, float]]) -> None:
        shown = [f"{x + size * u:.2f} {self._height - y - size * v:.2f}" for u, v in points]
        rest = " ".join(f"{point} l" for point in shown[1:])
        self._collected.append(f"{shown[0]} m {rest} S")
