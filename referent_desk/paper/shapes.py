"""Paths as PDF operators, y upwards: `left`, `top` is the upper left corner."""

from __future__ import annotations

_CURVE = 0.5523  # a quarter of a circle as a Bézier curve


def rectangle(left: float, top: float, width: float, height: float) -> str:
    return f"{left:.2f} {top - height:.2f} {width:.2f} {height:.2f} re"


def rounded_rectangle(left: float, top: float, width: float, height: float, corner: float) -> str:
    r = min(corner, width / 2, height / 2)
    c = r * (1 - _CURVE)
    x1, x2, y1, y2 = left, left + width, top - height, top

    def to(*numbers: float) -> str:
        return " ".join(f"{number:.2f}" for number in numbers)

    return (
        f"{to(x1 + r, y2)} m {to(x2 - r, y2)} l {to(x2 - c, y2, x2, y2 - c, x2, y2 - r)} c "
        f"{to(x2, y1 + r)} l {to(x2, y1 + c, x2 - c, y1, x2 - r, y1)} c "
        f"{to(x1 + r, y1)} l {to(x1 + c, y1, x1, y1 + c, x1, y1 + r)} c "
        f"{to(x1, y2 - r)} l {to(x1, y2 - c, x1 + c, y2, x1 + r, y2)} c h"
    )
