"""What ends a draft or a procedure: approving it, giving it up, closing it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from referent_desk.domain.approvals import (
    LONGEST_REVIEW,
    changed_since_submitted,
    review_due,
    same_person,
)
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drafts import Approval, text_mark
from referent_desk.domain.procedures import Procedure, Revision, RevisionState
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drafts import procedure_of
from referent_desk.storage.people import staff_names
from referent_desk.storage.procedures import revisions_of
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.draft_history import forget_row
from referent_desk.usecases.drafts import CHANGED, open_one
from referent_desk.usecases.typed_lines import refuse_long

_LINES = ("approver", "role", "author", "reference", "exception")


def approve_draft(desk: Desk, revision_id: str, approval: Approval) -> Saved:
    """Freeze the draft under the next number. For good: it cannot be taken back.

    Raises RefusedField for what cannot be true, RefusedInput where the text is another one.
    """
    said = _checked(approval, desk.clock.today())
    with desk.database.write("approve_draft", actor_name=said.approver) as work:
        found = open_one(work.connection, revision_id)
        said = _fitting(work.connection, found.revision, said)
        known = revisions_of(work.connection, [found.procedure.id])[found.procedure.id]
        months = said.review_months or found.procedure.review_months
        values = {
            "state": "approved",
            "number": max((r.number or 0 for r in known), default=0) + 1,
            "author": said.author,
            "approver": said.approver,
            "approver_role": said.role,
            "approval_reference": said.reference,
            "exception": said.exception,
            "approved_on": said.approved_on,
            "in_force_on": said.in_force_on,
            "review_due_on": review_due(said.approved_on, months),
        }
        work.change(schema.revision, revision_id, values)
        work.change(schema.procedure, found.procedure.id, {"review_months": months})
    forget_row(desk.history, revision_id)
    return saved(desk, CHANGED, revision_id)


def check_approval(desk: Desk, revision_id: str, approval: Approval) -> None:
    """Raise what `approve_draft` would: so that it is asked for good only once, and last."""
    said = _checked(approval, desk.clock.today())
    with desk.database.read() as connection:
        _fitting(connection, open_one(connection, revision_id).revision, said)


def _fitting(connection: Connection, draft: Revision, said: Approval) -> Approval:
    _refuse_text(draft, said)
    if said.asks_name:
        _refuse_unknown(connection, said.approver)
    return _with_author(said, draft)


def _checked(approval: Approval, today: date) -> Approval:
    said = replace(
        approval,
        approver=clean_line(approval.approver),
        role=clean_line(approval.role),
        author=clean_line(approval.author),
        reference=clean_line(approval.reference),
        exception=clean_line(approval.exception),
    )
    if not said.approver:
        raise RefusedField(
            "approver",
            "empty",
            _("Nobody is named who approves the text."),
            _("Name the person and their role."),
        )
    for name in _LINES:
        refuse_long(name, getattr(said, name), _("Shorten it."))
    _refuse_days(said, today)
    return said


def _refuse_days(said: Approval, today: date) -> None:
    if said.approved_on > today:
        raise RefusedField(
            "approved_on",
            "to_come",
            _("The day of the approval is still to come."),
            _("Give the day it was approved."),
        )
    if said.in_force_on < said.approved_on:
        raise RefusedField(
            "in_force_on",
            "too_early",
            _("The text cannot be in force before it was approved."),
            _("Give a day from the approval on."),
        )
    if said.review_months is not None and not 1 <= said.review_months <= LONGEST_REVIEW:
        raise RefusedField(
            "review_months",
            "out_of_range",
            _("A text is read again after 1 to {most} months.").format(most=LONGEST_REVIEW),
            _("Give another number of months."),
        )


def _refuse_text(draft: Revision, said: Approval) -> None:
    if not draft.text.steps:
        raise RefusedInput(
            _("No step is written yet: there is nothing to approve."),
            _("Write at least one step."),
        )
    if said.seen and said.seen != text_mark(draft.text):
        raise RefusedInput(
            _("This draft was changed elsewhere since it was shown."),
            _("Open it again, read it, and approve that text."),
        )
    if draft.submitted_on is not None and changed_since_submitted(draft):
        raise RefusedInput(
            _(
                "The text was changed after it was submitted on {day}: what was signed is another "
                "one than what stands here."
            ).format(day=spoken().date(draft.submitted_on)),
            _("Submit the text as it is now and have that sheet signed."),
        )


def _refuse_unknown(connection: Connection, approver: str) -> None:
    """Half a name stays on paper for years. Where no staff is known, nobody can tell."""
    names = staff_names(connection)
    if names and not any(same_person(approver, name) for name in names):
        raise RefusedField(
            "approver",
            "unknown_name",
            _("Nobody of the staff in this home is called “{name}”.").format(name=approver),
            _("Complete the name; or approve once more, and it stays as it is."),
        )


def _with_author(said: Approval, draft: Revision) -> Approval:
    """Who wrote is who is known, or else who submitted; and is not who approves."""
    said = replace(said, author=said.author or draft.author or draft.submitted_by)
    if said.exception:
        return said
    if not said.author:
        raise RefusedField(
            "author",
            "empty",
            _("Nobody is named who wrote the text: it must be somebody else than who approves."),
            _("Name who wrote it."),
        )
    if same_person(said.approver, said.author):
        raise RefusedField(
            "exception",
            "same_person",
            _("{name} wrote this text: somebody else approves it.").format(name=said.author),
            _("Name somebody else, or say in a sentence why nobody else could."),
        )
    return said


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
        procedure = open_procedure(connection, procedure_id)
        known = revisions_of(connection, [procedure.id]).get(procedure.id, ())
    newest = max(known, key=lambda r: (r.state is RevisionState.DRAFT, r.number or 0), default=None)
    deed = Deed(Verb.CLOSED, "procedure", newest.text.title if newest else "")
    with doing(desk, "close_procedure", deed, record_id=procedure_id) as work:
        work.change(schema.procedure, procedure_id, {"closed_on": desk.clock.today()})
    return saved(desk, CHANGED, procedure_id)


def open_procedure(connection: Connection, procedure_id: str) -> Procedure:
    procedure = procedure_of(connection, procedure_id)
    if procedure is None or procedure.closed_on is not None:
        raise NotFound(_("This procedure is not in use any more."), _("Choose another one."))
    return procedure
