"""The revisions of a procedure, to read and to compare."""

from __future__ import annotations

from referent_desk.domain.differences import LineDifference
from referent_desk.domain.differences import compare as compare_texts
from referent_desk.domain.procedures import Revision
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage.drafts import procedure_of, written
from referent_desk.storage.procedures import revisions_of
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.replaced_texts import replaced_text


def revisions_of_procedure(desk: Desk, procedure_id: str) -> tuple[Revision, ...]:
    """The draft first, where there is one, then the approved ones, the newest first.

    Behind a draft that has none, the text of another procedure that holds until it is approved.
    """
    with desk.database.read() as connection:
        known = revisions_of(connection, [procedure_id]).get(procedure_id, ())
        procedure = procedure_of(connection, procedure_id)
        above = None
        if procedure is not None and all(r.number is None for r in known):
            above = replaced_text(connection, procedure, desk.clock.today())
    ordered = sorted(known, key=lambda r: (r.number is not None, -(r.number or 0)))
    return (*ordered, above.revision) if above is not None else tuple(ordered)


def compare(desk: Desk, before_id: str, after_id: str) -> tuple[LineDifference, ...]:
    with desk.database.read() as connection:
        before, after = written(connection, before_id), written(connection, after_id)
    if before is None or after is None:
        raise NotFound(_("This revision is not here any more."), _("Choose another one."))
    return compare_texts(before.revision.text, after.revision.text)
