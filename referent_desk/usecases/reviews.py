"""How often a procedure is read again: set at any time, counted from its last approval."""

from __future__ import annotations

from referent_desk.domain.approvals import LONGEST_REVIEW
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.errors import RefusedField
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.procedures import revisions_of
from referent_desk.usecases.approvals import open_procedure
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import CHANGED


def set_review_period(desk: Desk, procedure_id: str, months: int) -> Saved:
    """Can be undone. Raises RefusedField where no text is read again so soon or so late."""
    if not 1 <= months <= LONGEST_REVIEW:
        raise RefusedField(
            "review_months",
            "out_of_range",
            _("A text is read again after 1 to {most} months.").format(most=LONGEST_REVIEW),
            _("Give another number of months."),
        )
    with desk.database.read() as connection:
        procedure = open_procedure(connection, procedure_id)
        known = revisions_of(connection, [procedure.id], texts=False).get(procedure.id, ())
    if procedure.review_months == months:
        return saved(desk, frozenset(), procedure_id)
    newest = max(known, key=lambda r: r.number or 0, default=None)
    deed = Deed(Verb.EDITED, "procedure", newest.text.title if newest else "", "review_months")
    with doing(desk, "set_review_period", deed, record_id=procedure_id) as work:
        work.change(schema.procedure, procedure_id, {"review_months": months})
    return saved(desk, CHANGED, procedure_id)
