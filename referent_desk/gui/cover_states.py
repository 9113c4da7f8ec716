"""How well a department is covered, as a word, a shape and a tone."""

from __future__ import annotations

from referent_desk.domain.readiness import Cover
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import spoken
from referent_desk.words.coverage import cover_word

_COVERS = {
    Cover.UNSAID: (Shape.SQUARE, Tone.BAD),
    Cover.HOLES: (Shape.CROSS, Tone.BAD),
    Cover.WRITTEN: (Shape.RING, Tone.WARNING),
    Cover.COVERED: (Shape.TICK, Tone.GOOD),
    Cover.NOTHING_CRITICAL: (Shape.DASH, Tone.NEUTRAL),
}


def cover_state(cover: Cover) -> State:
    return State(cover_word(cover, spoken()), *_COVERS[cover])
