"""Proposing somebody as referent, and what comes of it: accepted, declined, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from referent_desk.domain.coverage import CoverageFacts
from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.nomination_tasks import LETTER_WITHIN, NominationFacts
from referent_desk.domain.people import (
    AppointmentKind,
    AppointmentRank,
    AppointmentRow,
    referent_on,
)
from referent_desk.domain.proposals import ProposalRow
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import clean_line
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.objectives import unwritten_letters
from referent_desk.storage.people import list_appointments
from referent_desk.storage.proposals import waiting_proposals
from referent_desk.storage.records import Row, read_row
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_within
from referent_desk.usecases.records_kinds import RULES

_TAKEN_OVER = ("since", "until", "volunteer", "minutes_a_week")


def list_referents(
    desk: Desk, listing: Listing, *, only_proposed: bool = False
) -> Page[AppointmentRow | ProposalRow]:
    """Appointments, before them what waits for an answer; or that alone."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        waiting = waiting_proposals(connection, listing.department_id)
        fitting = tuple(one for one in waiting if one.fits(listing.text))
        if only_proposed:
            return Page(fitting, len(fitting), len(waiting))
        page = list_appointments(connection, listing, today)
    first = fitting if listing.after is None else ()
    matching, total = page.matching + len(fitting), page.total + len(waiting)
    return Page((*first, *page.rows), matching, total, page.after)


def propose(
    desk: Desk, typed: Mapping[str, str], newcomer: Mapping[str, str] | None = None
) -> Saved:
    """As an appointment is typed; somebody who is not known yet is added with it, in one deed. The
    answer names the person."""
    asked = {**typed, "proposed_by": typed.get("appointed_by", "")}
    name = " ".join(clean_line((newcomer or {}).get(k, "")) for k in ("first_name", "last_name"))
    if newcomer is None:
        name = _name_of(desk, typed.get("person_id", ""))
    with doing(desk, "propose", Deed(Verb.ADDED, RecordKind.PROPOSAL, name.strip())) as work:
        person_id = typed.get("person_id", "")
        if newcomer is not None:
            person_id = add_within(work, RecordKind.PERSON, newcomer)
        add_within(work, RecordKind.PROPOSAL, {**asked, "person_id": person_id})
    return saved(desk, kinds_of(work.trail), person_id)


def accept(desk: Desk, proposal_id: str) -> Saved:
    """They are referent from the day that was proposed, or from today. Raises RefusedField where
    that is not possible any more: the department closed, the person left."""
    row = _waiting(desk, proposal_id)
    with doing(desk, "accept_proposal", _deed(row)) as work:
        today = desk.clock.today()
        values = {name: row[name] for name in ("person_id", "department_id", "kind", "rank")}
        office = {
            **values,
            **{name: row[name] for name in _TAKEN_OVER},
            "software_id": row["software_id"],
            "since": row["since"] or today.isoformat(),
            "appointed_by": row["proposed_by"],
        }
        appointment_id = RULES[RecordKind.APPOINTMENT].add(work, work.new_id(), office)
        answer = {"answer": "accepted", "answered_on": today, "appointment_id": appointment_id}
        work.change(schema.proposal, proposal_id, answer)
    return saved(desk, kinds_of(work.trail), row["person_id"])


def decline(desk: Desk, proposal_id: str) -> Saved:
    """They said no; why is not asked."""
    return _answer(desk, proposal_id, "declined")


def withdraw(desk: Desk, proposal_id: str) -> Saved:
    return _answer(desk, proposal_id, "withdrawn")


def _answer(desk: Desk, proposal_id: str, answer: str) -> Saved:
    row = _waiting(desk, proposal_id)
    with doing(desk, f"{answer}_proposal", _deed(row)) as work:
        values = {"answer": answer, "answered_on": desk.clock.today()}
        work.change(schema.proposal, proposal_id, values)
    return saved(desk, kinds_of(work.trail), row["person_id"])


def _waiting(desk: Desk, proposal_id: str) -> Row:
    with desk.database.read() as connection:
        row = read_row(connection, RecordKind.PROPOSAL, proposal_id)
    if row is None:
        raise NotFound(_("This proposal is not here any more."), _("Choose another one."))
    if row["answer"]:
        raise RefusedInput(
            _("This proposal was answered already."), _("Propose it anew, if it is meant anew.")
        )
    return row


def _deed(row: Row) -> Deed:
    return Deed(Verb.EDITED, RecordKind.PROPOSAL, row["called"], "answer")


def _name_of(desk: Desk, person_id: str) -> str:
    with desk.database.read() as connection:
        row = read_row(connection, RecordKind.PERSON, person_id)
    return str(row["called"]) if row is not None else ""


def nomination_facts(
    connection: Connection, coverage: CoverageFacts, department_id: str, today: date
) -> NominationFacts:
    """What proposals, letters and the office of security give to do in a department."""
    offices = coverage.appointments, coverage.people
    main = AppointmentRank.MAIN
    return NominationFacts(
        proposals=waiting_proposals(connection, department_id),
        unwritten=unwritten_letters(connection, department_id, today - LETTER_WITHIN, today),
        referent=referent_on(today, *offices, AppointmentKind.SOFTWARE, main),
        has_security=referent_on(today, *offices, AppointmentKind.SECURITY, main) is not None,
    )
