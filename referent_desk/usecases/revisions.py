"""The revisions of a procedure, to read and to compare."""

from __future__ import annotations

from referent_desk.domain.differences import LineDifference
from referent_desk.domain.differences import compare as compare_texts
from referent_desk.domain.procedures import Revision
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage.drafts import written
from referent_desk.storage.procedures import revisions_of
from referent_desk.usecases.desks import Desk


def revisions_of_procedure(desk: Desk, procedure_id: str) -> tuple[Revision, ...]:
    """The draft first, where there is one, then the approved ones, the newest first."""
    with desk.database.read() as connection:
        known = revisions_of(connection, [procedure_id]).get(procedure_id, ())
    return tuple(sorted(known, key=lambda r: (r.number is not None, -(r.number or 0))))


def compare(desk: Desk, before_id: str, after_id: str) -> tuple[LineDifference, ...]:
    with desk.database.read() as connection:
        before, after = written(connection, before_id), written(connection, after_id)
    if before is None or after is None:
        raise NotFound(_("This revision is not here any more."), _("Choose another one."))
    return compare_texts(before.revision.text, after.revision.text)
