"""Coverage as a word, a shape and a tone."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import Cover, CoveredUse, worst_use
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import spoken
from referent_desk.words.coverage import cover_word, use_word

_SHAPES = {
    ProcedureState.MISSING: (Shape.SQUARE, Tone.BAD),
    ProcedureState.DRAFT_ONLY: (Shape.DIAMOND, Tone.WARNING),
    ProcedureState.FAILED: (Shape.CROSS, Tone.BAD),
    ProcedureState.NEVER_VERIFIED: (Shape.RING, Tone.WARNING),
    ProcedureState.TO_VERIFY: (Shape.TRIANGLE, Tone.WARNING),
    ProcedureState.REVIEW_DUE: (Shape.HOLLOW_TRIANGLE, Tone.WARNING),
    ProcedureState.UP_TO_DATE: (Shape.TICK, Tone.GOOD),
}
_COVERS = {
    Cover.UNSAID: (Shape.SQUARE, Tone.BAD),
    Cover.HOLES: (Shape.CROSS, Tone.BAD),
    Cover.WRITTEN: (Shape.RING, Tone.WARNING),
    Cover.COVERED: (Shape.TICK, Tone.GOOD),
    Cover.NOTHING_CRITICAL: (Shape.DASH, Tone.NEUTRAL),
}


def cell_state(uses: Sequence[CoveredUse]) -> State | None:
    """That of the worst of them; None where the department does not do it. What is nobody's is bad
    however it stands."""
    worst = worst_use(uses)
    if worst is None:
        return None
    shape, tone = _SHAPES[worst.state]
    if worst.is_nobodys:
        tone = Tone.BAD
        shape = Shape.DISC if worst.state is ProcedureState.MISSING else shape
    return State(use_word(worst, spoken()), shape, tone)


def cover_state(cover: Cover) -> State:
    shape, tone = _COVERS[cover]
    return State(cover_word(cover, spoken()), shape, tone)
