"""What ends a draft or a procedure: approving it, giving it up, closing it."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drafts import Approval
from referent_desk.domain.procedures import Procedure, RevisionState
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drafts import procedure_of
from referent_desk.storage.procedures import revisions_of
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_history import forget_row
from referent_desk.usecases.drafts import CHANGED, open_one


def approve_draft(desk: Desk, revision_id: str, approval: Approval) -> Saved:
    """Freeze the draft under the next number. For good: it cannot be taken back."""
    approver = clean_line(approval.approver)
    _refuse(approver, approval, desk.clock.today())
    with desk.database.write("approve_draft") as work:
        found = open_one(work.connection, revision_id)
        if not found.revision.text.steps:
            raise RefusedInput(
                _("No step is written yet: there is nothing to approve."),
                _("Write at least one step."),
            )
        known = revisions_of(work.connection, [found.procedure.id])[found.procedure.id]
        values = {
            "state": "approved",
            "number": max((r.number or 0 for r in known), default=0) + 1,
            "author": clean_line(approval.author)[:LONGEST_NAME],
            "approver": approver,
            "approved_on": approval.approved_on,
            "in_force_on": approval.in_force_on,
            "review_due_on": _a_year_after(approval.approved_on),
        }
        work.change(schema.revision, revision_id, values)
    forget_row(desk.history, revision_id)
    return saved(desk, CHANGED, revision_id)


def _refuse(approver: str, approval: Approval, today: date) -> None:
    if not approver:
        raise RefusedInput(
            _("Nobody is named who approves the text."), _("Name the person and their role.")
        )
    if len(approver) > LONGEST_NAME:
        raise RefusedInput(
            _("The name is longer than {most} letters.").format(most=LONGEST_NAME),
            _("Shorten it."),
        )
    if approval.approved_on > today:
        raise RefusedInput(
            _("The day of the approval is still to come."), _("Give the day it was approved.")
        )
    if approval.in_force_on < approval.approved_on:
        raise RefusedInput(
            _("The text cannot be in force before it was approved."),
            _("Give a day from the approval on."),
        )


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28) if leap else day.replace(year=day.year + 1)


def discard_draft(desk: Desk, revision_id: str) -> Saved:
    """Take the draft away; a procedure that had nothing else goes with it. Can be taken back."""
    with desk.database.read() as connection:
        title = open_one(connection, revision_id).revision.text.title
    deed = Deed(Verb.CLOSED, "revision", title)
    with doing(desk, "discard_draft", deed, record_id=revision_id) as work:
        found = open_one(work.connection, revision_id)
        known = revisions_of(work.connection, [found.procedure.id])[found.procedure.id]
        work.remove(schema.revision, [revision_id])
        if len(known) == 1:
            work.remove(schema.procedure, [found.procedure.id])
    return saved(desk, CHANGED, revision_id)


def close_procedure(desk: Desk, procedure_id: str) -> Saved:
    """It holds for nobody any more: the next one up the tree does, where there is one."""
    with desk.database.read() as connection:
        procedure = _open_procedure(connection, procedure_id)
        known = revisions_of(connection, [procedure.id]).get(procedure.id, ())
    newest = max(known, key=lambda r: (r.state is RevisionState.DRAFT, r.number or 0), default=None)
    deed = Deed(Verb.CLOSED, "procedure", newest.text.title if newest else "")
    with doing(desk, "close_procedure", deed, record_id=procedure_id) as work:
        work.change(schema.procedure, procedure_id, {"closed_on": desk.clock.today()})
    return saved(desk, CHANGED, procedure_id)


def _open_procedure(connection: Connection, procedure_id: str) -> Procedure:
    procedure = procedure_of(connection, procedure_id)
    if procedure is None or procedure.closed_on is not None:
        raise NotFound(_("This procedure is not in use any more."), _("Choose another one."))
    return procedure
