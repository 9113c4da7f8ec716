"""Pages of a PDF as pictures, for the preview and for printers that take no PDF."""

from __future__ import annotations

from typing import NamedTuple


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


def page_image(pdf: bytes, page: int, width: int) -> PageImage:
    """The page, counted from 0, drawn `width` pixels wide."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        shown = document[page]
        bitmap = shown.render(scale=width / shown.get_width(), prefer_bgrx=True)
        pixels = bytes(bitmap.buffer)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, pixels)
    finally:
        document.close()
