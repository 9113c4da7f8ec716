"""What falls and what stands, as a word, a shape and a tone."""

from __future__ import annotations

from referent_desk.domain.means import Standing
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import spoken
from referent_desk.words.failures import standing_word

_SHAPES = {
    Standing.STANDS: (Shape.TICK, Tone.GOOD),
    Standing.FALLS: (Shape.CROSS, Tone.BAD),
    Standing.UNKNOWN: (Shape.RING, Tone.WARNING),
    Standing.MISSING: (Shape.SQUARE, Tone.BAD),
}


def standing_state(standing: Standing) -> State:
    shape, tone = _SHAPES[standing]
    return State(standing_word(standing, spoken()), shape, tone)
