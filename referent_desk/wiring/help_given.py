"""Help that was given, tips and requests, asked as the window asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.gui.questions_help_given import (
    HelpGivenQuestions,
    JournalQuestions,
    TicketQuestions,
    TipQuestions,
)
from referent_desk.wiring.held_desks import HeldDesk

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.help_given import (
        HelpEntry,
        HelpOutcome,
        HelpRow,
        HelpView,
        QuickOffer,
        RecurringDetail,
        TypedHelp,
    )
    from referent_desk.domain.listings import Listing, Page
    from referent_desk.domain.shares import ShareNumbers
    from referent_desk.domain.tickets import Ticket, TicketDraft
    from referent_desk.domain.tips import Tip


def help_given_questions(held: HeldDesk) -> HelpGivenQuestions:
    def list_rows(view: HelpView, listing: Listing) -> Page[HelpRow]:
        from referent_desk.usecases.help_lists import list_help

        return list_help(held.desk, view, listing)

    def shares(department_id: str) -> ShareNumbers:
        from referent_desk.usecases.shares import read_shares

        return read_shares(held.desk, department_id)

    return HelpGivenQuestions(
        list_rows, _journal(held), _tickets(held), _tips(held), shares, held.clock.today
    )


def _journal(held: HeldDesk) -> JournalQuestions:
    def offer(department_id: str) -> QuickOffer:
        from referent_desk.usecases.help_given import offer_help

        return offer_help(held.desk, department_id)

    def record(typed: TypedHelp) -> Saved:
        from referent_desk.usecases.help_given import record_help

        return record_help(held.desk, typed)

    def settle(entry_id: str, helped: str, outcome: HelpOutcome, minutes: int | None) -> Saved:
        from referent_desk.usecases.help_given import settle_help

        return settle_help(held.desk, entry_id, helped, outcome, minutes)

    def annul(entry_id: str, reason: str) -> Saved:
        from referent_desk.usecases.help_given import annul_help

        return annul_help(held.desk, entry_id, reason)

    def read(entry_id: str) -> HelpEntry:
        from referent_desk.usecases.help_lists import help_entry

        return help_entry(held.desk, entry_id)

    def recurring(department_id: str, key: str) -> RecurringDetail:
        from referent_desk.usecases.help_lists import recurring_detail

        return recurring_detail(held.desk, department_id, key)

    return JournalQuestions(offer, record, settle, annul, read, recurring)


def _tickets(held: HeldDesk) -> TicketQuestions:
    def draft(department_id: str, entry_id: str | None) -> TicketDraft:
        from referent_desk.usecases.tickets import draft_ticket

        return draft_ticket(held.desk, department_id, entry_id)

    def read(ticket_id: str) -> Ticket:
        from referent_desk.usecases.tickets import show_ticket

        return show_ticket(held.desk, ticket_id)

    def settle(ticket_id: str, outcome: str, day: date) -> Saved:
        from referent_desk.usecases.tickets import settle_ticket

        return settle_ticket(held.desk, ticket_id, outcome, day)

    def write(ticket_id: str, path: Path) -> Path:
        from referent_desk.usecases.tickets import write_ticket

        return write_ticket(held.desk, ticket_id, path)

    def suggest_path(ticket_id: str) -> Path:
        from referent_desk.usecases.tickets import ticket_path

        return ticket_path(held.desk, ticket_id)

    return TicketQuestions(draft, read, settle, write, suggest_path)


def _tips(held: HeldDesk) -> TipQuestions:
    def read(tip_id: str) -> Tip:
        from referent_desk.usecases.tips import show_tip

        return show_tip(held.desk, tip_id)

    def write(department_id: str, software_id: str, path: Path) -> Path:
        from referent_desk.usecases.tips import write_card

        return write_card(held.desk, department_id, software_id, path)

    def suggest_path(department_id: str, software_id: str) -> Path:
        from referent_desk.usecases.tips import card_path

        return card_path(held.desk, department_id, software_id)

    return TipQuestions(read, write, suggest_path)
