"""Taking back what was done in this session, and doing it again: both append."""

from __future__ import annotations

from referent_desk.domain.deeds import Saved
from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.storage.trails import REDO, UNDO, Conflict, Trail, take_back
from referent_desk.usecases.deeds import kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.histories import Done


def undo(desk: Desk) -> Saved:
    """Take the newest deed back. Raises RefusedInput where there is none or it was built upon."""
    history = desk.history
    if not history.to_undo:
        raise RefusedInput(
            _("There is nothing to undo."),
            _("What was done before the program was started stays; edit it instead."),
        )
    done = history.to_undo[-1]
    trail = _take_back(desk, UNDO, done.trail)
    history.to_undo.pop()
    history.to_redo.append(Done(done.deed, trail, done.id))
    return saved(desk, kinds_of(trail), done.id)


def redo(desk: Desk) -> Saved:
    """Do again what was taken back last."""
    history = desk.history
    if not history.to_redo:
        raise RefusedInput(
            _("There is nothing to do again."),
            _("Only what was just undone can be done again."),
        )
    done = history.to_redo[-1]
    trail = _take_back(desk, REDO, done.trail)
    history.to_redo.pop()
    history.to_undo.append(Done(done.deed, trail, done.id))
    return saved(desk, kinds_of(trail), done.id)


def _take_back(desk: Desk, action: str, trail: Trail) -> Trail:
    try:
        with desk.database.write(action) as work:
            take_back(work, trail)
    except Conflict as conflict:
        raise RefusedInput(
            _("This cannot be taken back any more: it has been used since."),
            _("Nothing was changed. Close it or edit it instead."),
        ) from conflict
    return work.trail
