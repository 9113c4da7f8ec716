"""Reading printed binders back: text, places of letters, codes, structure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, blanks of every kind as one blank."""
    with opened(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def letters_only(text: str) -> str:
    """Without blanks, so that a text is found across the ends of lines."""
    return "".join(text.replace("\u00a0", " ").split())


def letter_boxes(pdf: bytes) -> Iterator[tuple[int, tuple[float, float, float, float]]]:
    """(page, (left, bottom, right, top)) of every letter that is drawn."""
    with opened(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if chr(pdfium.FPDFText_GetUnicode(text, index)).isspace():
                    continue
                yield number, text.get_charbox(index)


def noisy_raster(pdf: bytes, page: int, seed: int, dpi: int = 150) -> Any:
    """A grey picture as a tired photocopier gives it: blurred a little, grainy."""
    with opened(pdf) as document:
        picture = document[page].render(scale=dpi / 72, grayscale=True).to_numpy()
    grey = picture.reshape(picture.shape[0], picture.shape[1]).astype(np.float32)
    grain = np.random.default_rng(seed).standard_normal(grey.shape, dtype=np.float32)
    grain *= 22
    grain += (grey * 2 + np.roll(grey, 1, 0) + np.roll(grey, 1, 1)) / 4
    return np.clip(grain, 0, 255, out=grain).astype(np.uint8)


def structure(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))
