"""Taking back what was done in this session, and doing it again: both append."""

from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.deeds import Saved
from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.storage.trails import REDO, UNDO, Conflict, Trail, renamed, take_back
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
    trail = _take_back(desk, UNDO, history.to_undo)
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
    trail = _take_back(desk, REDO, history.to_redo)
    history.to_undo.append(Done(done.deed, trail, done.id))
    return saved(desk, kinds_of(trail), done.id)


def _take_back(desk: Desk, action: str, deeds: list[Done]) -> Trail:
    """The newest of these deeds, which leaves them. What it says anew the others know anew."""
    try:
        with desk.database.write(action) as work:
            anew = take_back(work, deeds[-1].trail)
    except Conflict as conflict:
        raise RefusedInput(
            _("This cannot be taken back any more: it has been used since."),
            _("Nothing was changed. Close it or edit it instead."),
        ) from conflict
    deeds.pop()
    if anew:
        for others in (desk.history.to_undo, desk.history.to_redo):
            others[:] = [
                replace(one, trail=renamed(one.trail, anew), id=anew.get(one.id, one.id))
                for one in others
            ]
    return work.trail
