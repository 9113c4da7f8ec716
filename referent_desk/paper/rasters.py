"""Pages of a PDF as pictures: for reading on screen, and for printers that take no PDF."""

from __future__ import annotations

from collections import Counter
from math import pi
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


class PageImage(NamedTuple):
    """Rows of `stride` bytes, four bytes a pixel: blue, green, red, unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_image(pdf: bytes, page: int, width: int, height: int = 0) -> PageImage:
    """The page, counted from 0, turned so that it reads from left to right, as large as the box.

    `height` 0: as wide as the box, however high that is.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = document[page]
        turn = _turn_to_read(shown)
        size = shown.get_size()
        wide, high = size if turn in (0, 180) else (size[1], size[0])
        scale = min(width / wide, height / high) if height else width / wide
        return _drawn(shown, scale, turn)
    finally:
        document.close()


def _turn_to_read(page: PdfPage) -> int:
    """Degrees clockwise that set most letters upright: a landscape sheet lies on its side."""
    from pypdfium2.raw import FPDFText_GetCharAngle

    text = page.get_textpage()
    angles = (FPDFText_GetCharAngle(text.raw, n) for n in range(text.count_chars()))
    quarters = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    return -90 * (quarters.most_common(1)[0][0] if quarters else 0) % 360


def _drawn(page: PdfPage, scale: float, turn: int) -> PageImage:
    bitmap = page.render(scale=scale, rotation=turn, prefer_bgrx=True)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


class PrintedPages:
    """The pages of one file as they lie on the paper: not turned, one at a time, in greys.

    `draw` gives one byte a pixel, 255 for white. Has to be closed.
    """

    def __init__(self, path: Path) -> None:
        import pypdfium2

        self._document = pypdfium2.PdfDocument(path)

    @property
    def count(self) -> int:
        return len(self._document)

    def draw(self, page: int, dots_per_inch: int) -> PageImage:
        """The page, counted from 0."""
        drawn = self._document[page]
        try:
            bitmap = drawn.render(scale=dots_per_inch / 72, grayscale=True)
            return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            drawn.close()

    def close(self) -> None:
        self._document.close()
