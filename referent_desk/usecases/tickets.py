"""Requests to IT and vendors: begun from an entry, printed for their tray, settled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.help_given import HelpOutcome
from referent_desk.domain.records import RecordKind
from referent_desk.domain.texts import clean_line
from referent_desk.domain.tickets import Addressee, Ticket, TicketDraft
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _, spoken
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.tickets import TicketHead, lay_out_ticket
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.software import software_by_id
from referent_desk.storage.tickets import read_ticket
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.help_given import known_entry
from referent_desk.usecases.paper_names import paper_path
from referent_desk.usecases.papers import paper_of, write_paper
from referent_desk.usecases.shares import share_numbers
from referent_desk.usecases.typed_lines import refuse_long
from referent_desk.words.help_given import addressee_word


def draft_ticket(desk: Desk, department_id: str, entry_id: str | None) -> TicketDraft:
    """What an entry tells already; whom to call back: the referent, where nobody else is known."""
    with desk.database.read() as connection:
        if entry_id is None:
            back = share_numbers(connection, desk, department_id).referent
            return TicketDraft(callback=back)
        entry = known_entry(connection, entry_id)
        back = share_numbers(connection, desk, department_id, entry.software_id).referent
    to_vendor = entry.outcome is HelpOutcome.TO_VENDOR
    return TicketDraft(
        what=entry.asked,
        entry_id=entry.id,
        software_id=entry.software_id or "",
        software=entry.software,
        tried=entry.helped,
        begun=spoken().short_date(entry.day),
        concerned=entry.concerned,
        who=entry.who,
        callback=back,
        addressee=Addressee.VENDOR if to_vendor else Addressee.IT,
    )


def settle_ticket(desk: Desk, ticket_id: str, outcome: str, day: date) -> Saved:
    """It was answered: what came of it, and when."""
    outcome = clean_line(outcome)
    refuse_long("outcome", outcome, _("Shorten it."))
    if not outcome:
        raise RefusedField(
            "outcome",
            "empty",
            _("Nobody would know what came of it."),
            _("Say it in a few words."),
        )
    if day > desk.clock.today():
        raise RefusedField(
            "settled_on",
            "to_come",
            _("This day is still to come."),
            _("Give the day on which it was done, or leave it empty."),
        )
    with desk.database.read() as connection:
        ticket = known_ticket(connection, ticket_id)
    deed = Deed(Verb.EDITED, RecordKind.TICKET, ticket.what, "settled_on")
    with doing(desk, "settle_ticket", deed, record_id=ticket_id) as work:
        work.change(schema.ticket, ticket_id, {"outcome": outcome, "settled_on": day})
    return saved(desk, kinds_of(work.trail), ticket_id)


def known_ticket(connection: Connection, ticket_id: str) -> Ticket:
    ticket = read_ticket(connection, ticket_id)
    if ticket is None:
        raise NotFound(_("This request is not here any more."), _("Choose another one."))
    return ticket


def show_ticket(desk: Desk, ticket_id: str) -> Ticket:
    with desk.database.read() as connection:
        return known_ticket(connection, ticket_id)


def write_ticket(desk: Desk, ticket_id: str, output: Path) -> Path:
    """One page for the tray of whoever is asked."""
    with desk.database.read() as connection:
        ticket = known_ticket(connection, ticket_id)
        said, head = paper_of(connection, desk, ticket.department_id)
        numbers = share_numbers(connection, desk, ticket.department_id, ticket.software_id)
        known = software_by_id(connection, filter(None, [ticket.software_id]))
    software = known.get(ticket.software_id or "")
    about = TicketHead(
        department=head.department,
        place=head.place,
        vendor=software.vendor if software is not None else "",
        support=software.support_contact if software is not None else "",
        it=numbers.it,
    )
    _ = said.gettext
    marks = PageMarks(
        title=_("Request: {what}").format(what=ticket.what),
        code=_("Request"),
        under=_("to {addressee}").format(addressee=addressee_word(ticket.addressee, said)),
        foot=_("No name and no number of a patient stands on this sheet. Write the answer on it."),
    )
    return write_paper(desk, output, lay_out_ticket(ticket, about, said), (head, marks, said))


def ticket_path(desk: Desk, ticket_id: str) -> Path:
    """Where the PDF goes if nobody says otherwise."""
    with desk.database.read() as connection:
        ticket = known_ticket(connection, ticket_id)
        said, head = paper_of(connection, desk, ticket.department_id)
    day = ticket.handed_on or desk.clock.today()
    name = said.gettext("request {department} {day}").format(
        department=head.paper_code or head.department[:40], day=day
    )
    return paper_path(desk, name, ticket.id[:4])
