"""Which text of a procedure holds on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.procedures import Revision, RevisionState


def revision_in_force(revisions: Iterable[Revision], day: date) -> Revision | None:
    """The newest approved revision in force on that day; failing that, the open draft.

    Failing that too, the first approved one that will come into force: a sheet with a text that
    was approved serves better than one that says there is none.
    """
    known = list(revisions)
    gone = last_withdrawn(known, day)
    last = gone.number or 0 if gone is not None else 0
    approved = [r for r in known if r.state is RevisionState.APPROVED and (r.number or 0) > last]
    in_force = [r for r in approved if r.begins_on <= day]
    if in_force:
        return max(in_force, key=lambda r: r.number or 0)
    return open_draft(known) or min(approved, key=lambda r: r.number or 0, default=None)


def open_draft(revisions: Iterable[Revision]) -> Revision | None:
    """There is at most one of each procedure."""
    return next((r for r in revisions if r.state is RevisionState.DRAFT), None)


def is_in_force(revision: Revision, day: date) -> bool:
    """Of one that `revision_in_force` found: approved, and begun."""
    return revision.state is RevisionState.APPROVED and revision.begins_on <= day


def last_withdrawn(revisions: Iterable[Revision], day: date) -> Revision | None:
    """The newest revision that was withdrawn by that day: those before it went with it."""
    gone = [r for r in revisions if r.withdrawn_on is not None and r.withdrawn_on <= day]
    return max(gone, key=lambda r: r.number or 0, default=None) if gone else None


def is_withdrawn(revisions: Iterable[Revision], day: date) -> bool:
    """Nothing of the procedure holds any more: what is next up the tree does."""
    known = tuple(revisions)
    return last_withdrawn(known, day) is not None and revision_in_force(known, day) is None
