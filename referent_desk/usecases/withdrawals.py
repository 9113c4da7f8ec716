"""Withdrawing a procedure from a day on, and taking that back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.procedures import Revision, RevisionState
from referent_desk.domain.text_lives import WantedWithdrawal
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.drafts import written
from referent_desk.storage.procedures import revisions_of
from referent_desk.storage.withdrawals import withdrawal_row
from referent_desk.usecases.approvals import open_procedure
from referent_desk.usecases.deeds import doing, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drafts import CHANGED
from referent_desk.usecases.typed_lines import refuse_long, short_line


def withdraw_procedure(desk: Desk, procedure_id: str, wanted: WantedWithdrawal) -> Saved:
    """From that day on the approved text holds no more: the next one up the tree does, or none.

    A day to come is announced until then. Raises RefusedField for what cannot be true.
    """
    said = _checked(wanted)
    with desk.database.read() as connection:
        newest = _newest_approved(connection, procedure_id)
    _refuse_day(newest, said.day)
    deed = Deed(Verb.ADDED, "withdrawal", newest.text.title)
    with doing(desk, "withdraw_procedure", deed, record_id=procedure_id) as work:
        key = work.new_id()
        row = {
            "id": key,
            "revision_id": newest.id,
            "who": said.who,
            "valid_on": said.day,
            "reason": said.reason,
        }
        work.add(schema.withdrawal, [row])
    return saved(desk, CHANGED, key)


def annul_withdrawal(desk: Desk, withdrawal_id: str, reason: str) -> Saved:
    """It was said by mistake: the text holds again. Both stay in the home, with the reason."""
    reason = short_line("reason", reason)
    with desk.database.read() as connection:
        row = withdrawal_row(connection, withdrawal_id)
        found = written(connection, row["revision_id"]) if row is not None else None
    if row is None or found is None:
        raise NotFound(
            _("This withdrawal was taken back already."), _("There is nothing left to do.")
        )
    deed = Deed(Verb.ANNULLED, "withdrawal", found.revision.text.title)
    with doing(desk, "annul_withdrawal", deed, record_id=found.procedure.id) as work:
        said = {name: row[name] for name in ("revision_id", "who", "valid_on")}
        annulment = {"annuls_id": withdrawal_id, "reason": reason}
        work.add(schema.withdrawal, [{**said, **annulment, "id": work.new_id()}])
    return saved(desk, CHANGED, found.procedure.id)


def _checked(wanted: WantedWithdrawal) -> WantedWithdrawal:
    said = replace(wanted, who=clean_line(wanted.who), reason=clean_line(wanted.reason))
    missing = {
        "reason": (
            _("Nobody would know why this text was withdrawn."),
            _("Say it in a few words: whoever files the new sheets reads it."),
        ),
        "who": (_("Nobody is named who withdraws the text."), _("Say who decided it.")),
    }
    for name, sentences in missing.items():
        if not getattr(said, name):
            raise RefusedField(name, "empty", *sentences)
        refuse_long(name, getattr(said, name), _("Shorten it."))
    return said


def _newest_approved(connection: Connection, procedure_id: str) -> Revision:
    procedure = open_procedure(connection, procedure_id)
    known = revisions_of(connection, [procedure.id]).get(procedure.id, ())
    approved = [r for r in known if r.state is RevisionState.APPROVED]
    newest = max(approved, key=lambda r: r.number or 0, default=None)
    if newest is None:
        raise RefusedInput(
            _("Nobody has approved this text: there is nothing to withdraw."),
            _("Give the draft up instead."),
        )
    if newest.withdrawn_on is not None:
        raise RefusedInput(
            _("This text is withdrawn already, from {day} on.").format(
                day=spoken().date(newest.withdrawn_on)
            ),
            _("Take that back first if the day was wrong."),
        )
    return newest


def _refuse_day(newest: Revision, day: date) -> None:
    approved_on = newest.approved_on or date.min
    if day < approved_on:
        raise RefusedField(
            "day",
            "too_early",
            _("The text was only approved on {day}.").format(day=spoken().date(approved_on)),
            _("Give a day from then on."),
        )
