"""QR symbols of sheets: level M, alphanumeric mode, drawn in modules by plain rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from referent_desk.paper.hardening import harden_reportlab
from referent_desk.paper.qr_codes import MOST_CHARACTERS, SIDE, qr_rows

_MASK = 3
"""One pattern for all: trying the eight of them takes ten times as long and reads no better."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """`operators` fill the dark modules, one unit each, origin at the lower left corner."""

    modules: int
    operators: bytes


@lru_cache(maxsize=512)
def qr_symbol(payload: str) -> Symbol:
    """Raises ValueError for a character outside of the alphanumeric mode."""
    if len(payload) <= MOST_CHARACTERS:
        return Symbol(SIDE, _rectangles(qr_rows(payload)))
    harden_reportlab()
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QRAlphaNum(payload))
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    rows = [
        sum(1 << column for column, dark in enumerate(modules) if dark) for modules in code.modules
    ]
    return Symbol(code.moduleCount, _rectangles(rows))


def _rectangles(rows: Sequence[int]) -> bytes:
    """Runs of dark modules, one rectangle each, filled as one path so that no seam shows."""
    drawn = [
        f"{start} {bottom} {width} 1 re"
        for bottom, modules in zip(range(len(rows) - 1, -1, -1), rows, strict=True)
        for start, width in _runs(modules)
    ]
    return ("\n".join(drawn) + "\nf").encode()


@lru_cache(maxsize=4096)
def _runs(modules: int) -> tuple[tuple[int, int], ...]:
    """Where each run of ones begins, and how long it is."""
    runs, at = [], 0
    while modules:
        zeros = (modules & -modules).bit_length() - 1
        modules >>= zeros
        ones = (~modules & (modules + 1)).bit_length() - 1
        modules >>= ones
        runs.append((at + zeros, ones))
        at += zeros + ones
    return tuple(runs)
