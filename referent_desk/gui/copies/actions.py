"""What is done next with a copy: pure, so that the rule can be read and tried as a table."""

from __future__ import annotations

from enum import StrEnum

from referent_desk.domain.copies import RunStage
from referent_desk.domain.sheet_states import CopyState, SheetStatus
from referent_desk.gui.questions_copies import Proposal


class Step(StrEnum):
    """The names are those of the parts by which other tabs lead here."""

    REPLACE = "print"
    WHOLE = "whole"
    CONFIRM = "confirm"
    FILE = "file"


def waits_to_be_filed(state: CopyState) -> bool:
    return state.pending is not None and state.count(SheetStatus.PRINTED_NOT_FILED) > 0


def has_next(state: CopyState) -> bool:
    """Whether there is anything to do: else what is offered is not pressed upon the reader."""
    if state.stage is None or state.forgotten:
        return True
    return bool(state.to_replace) or state.pending is not None


def steps_of(state: CopyState, proposal: Proposal | None, *, can_save: bool) -> tuple[Step, ...]:
    """The one to do comes first. The whole binder can always be printed: a page may get lost.

    Of a copy in which nothing was ever filed nothing can be replaced.
    """
    if state.copy.closed_on is not None:
        return ()
    if state.stage is None:
        return (Step.WHOLE,)
    if state.to_replace:
        printing: tuple[Step, ...] = (Step.REPLACE, Step.WHOLE)
        if proposal is not None and proposal.full:
            printing = (Step.WHOLE, Step.REPLACE)
        if proposal is not None and proposal.never_filed:
            printing = (Step.WHOLE,)
        filing = (Step.FILE,) if can_save and waits_to_be_filed(state) else ()
        return (*printing, *filing)
    if state.pending is None or not can_save:
        return (Step.WHOLE,)
    if state.stage is RunStage.CONFIRMED:
        return (Step.FILE, Step.WHOLE)
    return (Step.CONFIRM, Step.FILE, Step.WHOLE)
