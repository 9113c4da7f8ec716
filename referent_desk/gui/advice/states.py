"""What is said of a software for those who buy, as a state."""

from __future__ import annotations

from referent_desk.domain.advice import Advice, Verdict
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken
from referent_desk.words.advice import verdict_word

_SHAPES = {
    Verdict.OPEN: (Shape.RING, Tone.NEUTRAL),
    Verdict.KEEP: (Shape.TICK, Tone.GOOD),
    Verdict.PRESS: (Shape.TRIANGLE, Tone.WARNING),
    Verdict.REPLACE: (Shape.SQUARE, Tone.BAD),
}


def advice_state(advice: Advice) -> State:
    """What users say; what is only proposed says so."""
    word = verdict_word(advice.verdict, spoken())
    if advice.verdict and not advice.given.verdict:
        word = _("{verdict} (proposed)").format(verdict=word)
    return State(word, *_SHAPES[advice.verdict])
