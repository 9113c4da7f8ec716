"""What falls and what stands, as a word, a shape and a tone."""

from __future__ import annotations

from referent_desk.domain.fallbacks import Doubt
from referent_desk.domain.means import Standing
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import spoken
from referent_desk.words.failures import row_word

_SHAPES = {
    Standing.STANDS: (Shape.TICK, Tone.GOOD),
    Standing.FALLS: (Shape.CROSS, Tone.BAD),
    Standing.UNKNOWN: (Shape.RING, Tone.WARNING),
    Standing.MISSING: (Shape.SQUARE, Tone.BAD),
}


_DOUBTS = {
    Doubt.FAILED: (Shape.CROSS, Tone.BAD),
    Doubt.DRAFT: (Shape.DIAMOND, Tone.WARNING),
    Doubt.NO_MEANS: (Shape.DASH, Tone.WARNING),
}


def standing_state(standing: Standing, doubt: Doubt | None = None) -> State:
    shape, tone = _DOUBTS[doubt] if doubt is not None else _SHAPES[standing]
    return State(row_word(standing, doubt, spoken()), shape, tone)
