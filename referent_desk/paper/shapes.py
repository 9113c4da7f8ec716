"""Paths as PDF operators, y upwards: `left`, `top` is the upper left corner."""

from __future__ import annotations

_CURVE = 0.5523  # a quarter of a circle as a Bézier curve


def rectangle(left: float, top: float, width: float, height: float) -> str:
    return f"{left:.2f} {top - height:.2f} {width:.2f} {height:.2f} re"


def rounded_rectangle(left: float, top: float, width: float, height: float, corner: float) -> str:
    r = min(corner, width / 2, height / 2)
    c = r * (1 - _CURVE)
    x1, x2, y1, y2 = left, left + width, top - height, top

    x1r, x2r, x1c, x2c = f"{x1 + r:.2f}", f"{x2 - r:.2f}", f"{x1 + c:.2f}", f"{x2 - c:.2f}"
    y1r, y2r, y1c, y2c = f"{y1 + r:.2f}", f"{y2 - r:.2f}", f"{y1 + c:.2f}", f"{y2 - c:.2f}"
    w, e, s, n = f"{x1:.2f}", f"{x2:.2f}", f"{y1:.2f}", f"{y2:.2f}"
    return (
        f"{x1r} {n} m {x2r} {n} l {x2c} {n} {e} {y2c} {e} {y2r} c "
        f"{e} {y1r} l {e} {y1c} {x2c} {s} {x2r} {s} c "
        f"{x1r} {s} l {x1c} {s} {w} {y1c} {w} {y1r} c "
        f"{w} {y2r} l {w} {y2c} {x1c} {n} {x1r} {n} c h"
    )
