"""What the tab of help lists and shows: the journal, what comes back, tips, requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from referent_desk.domain.help_given import (
    HelpEntry,
    HelpRow,
    HelpView,
    RecurringDetail,
)
from referent_desk.domain.help_groups import Recurring
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.texts import folded, searched
from referent_desk.domain.tickets import Ticket, TicketState
from referent_desk.domain.tips import Tip
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.help_given import (
    all_entries,
    handed_over,
    list_entries,
    read_entries,
    software_names,
)
from referent_desk.storage.tickets import tickets_in
from referent_desk.storage.tips import tips_in
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.help_given import groups_in, known_entry

_STATES = list(TicketState)
_SORTS: dict[str, Callable[[HelpRow], Any]] = {
    "day": lambda row: row.day.isoformat() if row.day else "",
    "software": lambda row: folded(row.software),
    "what": lambda row: folded(row.what),
    "minutes": lambda row: row.minutes or 0,
    "state": lambda row: (row.state, row.count),
    "place": lambda row: folded(row.place),
    "addressee": lambda row: row.addressee,
}


def list_help(desk: Desk, view: HelpView, listing: Listing) -> Page[HelpRow]:
    """Of one department (`listing.department_id`)."""
    department_id = listing.department_id
    if department_id is None:
        return Page((), 0, 0)
    with desk.database.read() as connection:
        if view is HelpView.JOURNAL:
            handed = handed_over(connection, department_id)
            page = list_entries(connection, department_id, listing, handed)
            rows = tuple(_entry_row(entry) for entry in page.rows)
            return Page(rows, page.matching, page.total, page.after)
        found = list(_rows(desk, connection, view, department_id))
    words = folded(listing.text).split()
    fitting = [row for row, letters in found if all(word in letters for word in words)]
    if listing.sort in _SORTS:
        fitting.sort(key=_SORTS[listing.sort], reverse=listing.descending)
    return Page(tuple(fitting), len(fitting), len(found))


def help_entry(desk: Desk, entry_id: str) -> HelpEntry:
    with desk.database.read() as connection:
        return known_entry(connection, entry_id)


def recurring_detail(desk: Desk, department_id: str, key: str) -> RecurringDetail:
    """`key` is any of its entries: the newest may be another one meanwhile."""
    with desk.database.read() as connection:
        groups = groups_in(connection, desk, department_id)
        group = next((one for one in groups if key in one.ids), None)
        if group is None:
            raise NotFound(
                _("This does not come back any more."), _("Choose another line of the list.")
            )
        names = software_names(connection, [group.software_id])
        entries = read_entries(connection, group.ids)
    return RecurringDetail(group, names.get(group.software_id, ""), entries)


def help_inventory(desk: Desk, department: str | None) -> list[dict[str, object]]:
    """For scripts; `department` (a code or name) narrows it to that one. The newest first."""
    ids = [find_department(desk, department).id] if department else None
    with desk.database.read() as connection:
        entries = all_entries(connection, ids)
        names: dict[str, str] = {}
        for key in {entry.department_id for entry in entries}:
            path = path_to(connection, key)
            names[key] = path[0].name if path else ""
    return [
        {
            "department": names[entry.department_id],
            "day": entry.day,
            "software": entry.software,
            "asked": entry.asked,
            "helped": entry.helped,
            "minutes": entry.minutes,
            "outcome": str(entry.outcome),
            "concerned": entry.concerned,
            "who": entry.who,
        }
        for entry in entries
    ]


def _rows(
    desk: Desk, connection: Connection, view: HelpView, department_id: str
) -> Iterable[tuple[HelpRow, str]]:
    """Each with the letters by which it is found."""
    if view is HelpView.RECURRING:
        groups = groups_in(connection, desk, department_id)
        names = software_names(connection, (group.software_id for group in groups))
        return (_recurring_row(one, names.get(one.software_id, "")) for one in groups)
    if view is HelpView.TIPS:
        path = [node.id for node in path_to(connection, department_id)]
        return (_tip_row(tip) for tip in tips_in(connection, path))
    today = desk.clock.today()
    tickets = sorted(
        tickets_in(connection, department_id), key=lambda one: _STATES.index(one.state(today)) // 3
    )
    return (_ticket_row(ticket, ticket.state(today)) for ticket in tickets)


def _entry_row(entry: HelpEntry) -> HelpRow:
    return HelpRow(
        *(HelpView.JOURNAL, entry.id, entry.asked, entry.software, entry.day),
        minutes=entry.minutes,
        state=str(entry.state),
    )


def _recurring_row(group: Recurring, software: str) -> tuple[HelpRow, str]:
    row = HelpRow(
        *(HelpView.RECURRING, group.key, group.asked, software, group.last),
        minutes=group.minutes,
        state=str(group.trend),
        count=group.count,
    )
    return row, searched(group.asked, software, group.helped)


def _tip_row(tip: Tip) -> tuple[HelpRow, str]:
    row = HelpRow(HelpView.TIPS, tip.id, tip.title, tip.software, state="tip", place=tip.place)
    return row, searched(tip.title, tip.software, tip.text)


def _ticket_row(ticket: Ticket, state: TicketState) -> tuple[HelpRow, str]:
    row = HelpRow(
        *(HelpView.TICKETS, ticket.id, ticket.what, ticket.software, ticket.handed_on),
        state=str(state),
        addressee=str(ticket.addressee),
    )
    return row, searched(ticket.what, ticket.software, ticket.reference, ticket.tried)
