"""A cell of the coverage as a word, a shape and a tone."""

from __future__ import annotations

from collections.abc import Sequence

from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse, worst_use
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State, procedure_state
from referent_desk.gui.themes import Tone
from referent_desk.language import spoken
from referent_desk.words.coverage import use_word


def cell_state(uses: Sequence[CoveredUse]) -> State | None:
    """That of the worst of them; None where the department does not do it. What is nobody's is bad
    however it stands."""
    worst = worst_use(uses)
    if worst is None:
        return None
    held = procedure_state(worst.state)
    shape, tone = held.shape, held.tone
    if worst.is_nobodys:
        tone = Tone.BAD
        shape = Shape.DISC if worst.state is ProcedureState.MISSING else shape
    return State(use_word(worst, spoken()), shape, tone)
