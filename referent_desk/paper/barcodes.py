"""QR symbols of sheets: level M, alphanumeric mode, drawn in modules by plain rectangles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from referent_desk.paper.hardening import harden_reportlab

_SMALL = 38  # characters that a symbol of 25 × 25 modules holds at level M
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
    harden_reportlab()
    from reportlab.graphics.barcode import qrencoder

    version = 2 if len(payload) <= _SMALL else None
    code = qrencoder.QRCode(version, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QRAlphaNum(payload))
    if version is None:
        code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    return Symbol(code.moduleCount, _rectangles(code.modules))


def _rectangles(rows: list[list[bool]]) -> bytes:
    """Runs of dark modules, one rectangle each, filled as one path so that no seam shows."""
    drawn = []
    top = len(rows)
    for row, modules in enumerate(rows):
        start = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                drawn.append(f"{start} {top - row - 1} {column - start} 1 re")
                start = None
    return ("\n".join(drawn) + "\nf").encode()
