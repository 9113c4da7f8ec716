"""QR symbols of sheets: level M, alphanumeric mode, drawn in modules by plain rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from referent_desk.paper.hardening import harden_reportlab
from referent_desk.paper.qr_codes import MOST_CHARACTERS, SIDE, Squares, qr_rows, qr_squares

_MASK = 3
"""One pattern for all: trying the eight of them takes ten times as long and reads no better."""


class Symbol(NamedTuple):
    """`operators` fill the dark modules, one unit each, origin at the lower left corner; what lies
    in two rectangles is white again."""

    modules: int
    operators: bytes


@lru_cache(maxsize=64)
def qr_symbol(payload: str) -> Symbol:
    """Raises ValueError for a character outside of the alphanumeric mode."""
    if len(payload) <= MOST_CHARACTERS:
        return Symbol(SIDE, _rectangles(qr_rows(payload), qr_squares()))
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


def _rectangles(rows: Sequence[int], squares: Squares = ()) -> bytes:
    """Runs of dark modules, one rectangle each, filled as one path so that no seam shows.

    `squares` are drawn whole, one in another: without them a quarter of the runs is left out.
    """
    drawn, height = [], len(rows)
    for left, top, side in squares:
        drawn.append(f"{left} {height - top - side} {side} {side} re")
    covered = _covered(squares)
    for top, modules in enumerate(rows):
        rest, bottom = modules ^ covered.get(top, 0), str(height - 1 - top)
        while rest:
            beyond = rest + (rest & -rest)  # the carry runs through the ones of the lowest run
            before, after = _run(rest & ~beyond)
            drawn.append(before + bottom + after)
            rest &= beyond
    return ("\n".join(drawn) + "\nf*").encode()


@cache
def _run(modules: int) -> tuple[str, str]:
    """Of a rectangle that darkens these neighbours: what stands before and after its lower edge."""
    lowest = (modules & -modules).bit_length()
    return f"{lowest - 1} ", f" {modules.bit_length() - lowest + 1} 1 re"


@cache
def _covered(squares: Squares) -> dict[int, int]:
    """By row: the modules that the squares darken."""
    rows: dict[int, int] = {}
    for left, top, side in squares:
        for row in range(top, top + side):
            rows[row] = rows.get(row, 0) ^ ((1 << side) - 1) << left
    return rows
