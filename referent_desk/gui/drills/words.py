"""Drills in the words of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from referent_desk.domain.drill_details import Trouble
from referent_desk.domain.drill_programmes import ProgrammeLine, Standing
from referent_desk.domain.drills import DrillRow, DrillState, Outcome, Shift
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, spoken
from referent_desk.words.drills import drill_state_word, outcome_word, shift_word

_MARKS: Mapping[DrillState, tuple[Shape, Tone]] = {
    DrillState.LATE: (Shape.TRIANGLE, Tone.WARNING),
    DrillState.REPLAY: (Shape.HOLLOW_TRIANGLE, Tone.WARNING),
    DrillState.NEAR: (Shape.DISC, Tone.WARNING),
    DrillState.PLANNED: (Shape.RING, Tone.NEUTRAL),
    DrillState.STOPPED: (Shape.HOLLOW_TRIANGLE, Tone.NEUTRAL),
    DrillState.HELD: (Shape.TICK, Tone.GOOD),
    DrillState.GIVEN_UP: (Shape.DASH, Tone.NEUTRAL),
}

OUTCOME_KEYS: Mapping[Qt.Key, Outcome] = {
    Qt.Key.Key_1: Outcome.DONE,
    Qt.Key.Key_2: Outcome.PARTLY,
    Qt.Key.Key_3: Outcome.NOT_DONE,
    Qt.Key.Key_Ampersand: Outcome.DONE,
    Qt.Key.Key_Eacute: Outcome.PARTLY,
    Qt.Key.Key_QuoteDbl: Outcome.NOT_DONE,
}
"""The digits, and what a French keyboard writes on their keys without Shift."""


def state_of(state: DrillState) -> State:
    return State(drill_state_word(state, spoken()), *_MARKS[state])


def row_state(row: DrillRow) -> State:
    """A drill that was held says what is still open of it."""
    if row.state is None:
        return State(_("announced"), Shape.DIAMOND, Tone.NEUTRAL)
    if row.state is DrillState.HELD and row.lessons_due_on is not None:
        return State(_("lessons to write"), Shape.TRIANGLE, Tone.WARNING)
    return state_of(row.state)


def standing_state(line: ProgrammeLine) -> State:
    match line.standing:
        case Standing.BEHIND if line.is_stopped:
            return State(_("to be played again"), Shape.HOLLOW_TRIANGLE, Tone.WARNING)
        case Standing.BEHIND:
            return State(_("behind"), Shape.TRIANGLE, Tone.WARNING)
        case Standing.TO_PLAN:
            return State(_("never played"), Shape.RING, Tone.NEUTRAL)
        case Standing.PLANNED:
            return State(_("planned"), Shape.DISC, Tone.GOOD)
        case Standing.IN_TIME:
            return State(_("in time"), Shape.TICK, Tone.GOOD)


def trouble_sentence(trouble: Trouble) -> str:
    return {
        Trouble.FUNCTION_UNUSED: _(
            "No software does this function here any more. Give the drill up, or choose another "
            "function."
        ),
        Trouble.SOFTWARE_GONE: _(
            "This software was retired. Give the drill up, or choose the function anew: it takes "
            "the software that does it now."
        ),
    }[trouble]


def shift_choices() -> tuple[tuple[str, str], ...]:
    return tuple((str(shift), sentence_case(shift_word(shift, spoken()))) for shift in Shift)


def outcome_choices() -> tuple[tuple[str, str], ...]:
    """With nothing chosen first: nobody has said yet how it went."""
    known = tuple((str(one), sentence_case(outcome_word(one, spoken()))) for one in Outcome)
    return (("", "–"), *known)


_FAULTS: Mapping[str, Callable[[], str]] = {
    "no_time_unit": lambda: _("Minutes or seconds? Type 1:30, 2 min or 90 s."),
    "not_a_time": lambda: _("This is not a time of a task. Type 1:30, 2 min or 90 s."),
    "not_an_hour": lambda: _("This is not a time of the day. Type it as 14:30."),
}


def time_fault(code: str) -> str:
    return _FAULTS[code]()
