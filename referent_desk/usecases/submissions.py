"""Giving a draft out to be approved, and taking it back."""

from __future__ import annotations

from referent_desk.domain.approvals import Submission, is_submitted
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.drafts import text_mark
from referent_desk.domain.procedures import Revision
from referent_desk.domain.texts import LONGEST_NAME, clean_line
from referent_desk.errors import RefusedField, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import CHANGED, open_one

_NOTHING = {"submitted_on": None, "submitted_by": "", "submitted_mark": ""}


def submit_draft(desk: Desk, revision_id: str, submission: Submission) -> Saved:
    """The text as it stands is the one that is to be signed. Can be taken back."""
    who = clean_line(submission.who)
    if not who:
        raise RefusedField(
            "who", "empty", _("Nobody is named who submits the text."), _("Say who it is.")
        )
    if len(who) > LONGEST_NAME:
        raise RefusedField(
            "who",
            "too_long",
            _("The name is longer than {most} letters.").format(most=LONGEST_NAME),
            _("Shorten it."),
        )
    if submission.day > desk.clock.today():
        raise RefusedField(
            "day",
            "to_come",
            _("The day of the submission is still to come."),
            _("Give the day on which the text was given out."),
        )
    with desk.database.read() as connection:
        draft = open_one(connection, revision_id).revision
    _refuse_text(draft, submission.seen)
    values = {
        "submitted_on": submission.day,
        "submitted_by": who,
        "submitted_mark": text_mark(draft.text),
    }
    deed = Deed(Verb.EDITED, "revision", draft.text.title, "submitted_on")
    with doing(desk, "submit_draft", deed, record_id=revision_id) as work:
        work.change(schema.revision, revision_id, values)
    return saved(desk, CHANGED, revision_id)


def _refuse_text(draft: Revision, seen: str) -> None:
    if not draft.text.steps:
        raise RefusedInput(
            _("No step is written yet: there is nothing to approve."),
            _("Write at least one step."),
        )
    if seen and seen != text_mark(draft.text):
        raise RefusedInput(
            _("This draft was changed elsewhere since it was shown."),
            _("Open it again, read it, and submit that text."),
        )
    if is_submitted(draft) and draft.submitted_on is not None:
        raise RefusedInput(
            _("This text was already submitted on {day}.").format(
                day=spoken().date(draft.submitted_on)
            ),
            _("Have its sheet signed, or take the submission back."),
        )


def take_submission_back(desk: Desk, revision_id: str) -> Saved:
    """Nobody is asked to sign it any more."""
    with desk.database.read() as connection:
        draft = open_one(connection, revision_id).revision
    if draft.submitted_on is None:
        raise RefusedInput(_("This draft was not submitted."), _("There is nothing to take back."))
    deed = Deed(Verb.EDITED, "revision", draft.text.title, "submitted_on")
    with doing(desk, "take_submission_back", deed, record_id=revision_id) as work:
        work.change(schema.revision, revision_id, _NOTHING)
    return saved(desk, CHANGED, revision_id)
