"""The tab of help: one list for the journal, what comes back, tips and requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from referent_desk.domain.changes import Kind
from referent_desk.domain.help_given import HelpEntry, HelpRow, HelpView, RecurringDetail
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.records import Record, RecordKind
from referent_desk.domain.tickets import Ticket
from referent_desk.domain.tips import Tip
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.empty_texts import EmptyText, NextStep
from referent_desk.gui.help_given.details import (
    show_entry,
    show_recurring,
    show_ticket,
    show_tip,
)
from referent_desk.gui.help_given.doors import HelpDoors
from referent_desk.gui.help_given.words import (
    row_addressee,
    row_minutes,
    row_place,
    row_state,
)
from referent_desk.gui.places import Key, TabName, tab_title
from referent_desk.gui.record_forms import PaneForm
from referent_desk.gui.subjects import NewRecord, Scope, Subject
from referent_desk.gui.wordings import sentence_case, short_day
from referent_desk.language import _

KINDS = frozenset({Kind.HELP, Kind.SOFTWARE, Kind.DEPARTMENTS})


@dataclass(frozen=True, slots=True)
class ShownTicket:
    ticket: Ticket
    record: Record


@dataclass(frozen=True, slots=True)
class ShownTip:
    tip: Tip
    record: Record
    department_id: str


class ChosenView:
    """Which list is shown; read on the worker while the rows are asked for."""

    def __init__(self) -> None:
        self.view = HelpView.JOURNAL


def subject(doors: HelpDoors, chosen: ChosenView) -> Subject:
    def list_rows(listing: Listing) -> Page[HelpRow]:
        return doors.questions.list_rows(chosen.view, listing)

    def begin(_row: Any, department_id: str | None) -> PaneForm:
        assert department_id is not None, "help is given in a department"
        return doors.begin(chosen.view, department_id)

    return Subject(
        name=TabName.HELP_GIVEN,
        title=tab_title(TabName.HELP_GIVEN),
        columns=columns(HelpView.JOURNAL),
        list_rows=list_rows,
        key_of=lambda row: (str(row.view), row.key),
        read=lambda key, department_id: _read(doors, key, department_id),
        show=lambda pane, shown: _show(pane, shown, doors),
        leads_to=lambda _row: None,
        kinds=KINDS,
        scope=Scope.CHOSEN_ONLY,
        empty=empty_text(HelpView.JOURNAL),
        new=NewRecord(_("N&ew…"), begin, lambda saved: (str(doors.last_view), saved.id)),
    )


def empty_text(view: HelpView) -> EmptyText:
    """Why there is nothing, and what to do next."""
    return {
        HelpView.JOURNAL: EmptyText(
            _("No help is noted here yet."),
            _(
                "Note the next one above: the software, what was asked, what helped, Enter. What "
                "comes back often is then written by one key."
            ),
        ),
        HelpView.RECURRING: EmptyText(
            _("Nothing was asked twice in the last ninety days."),
            _("As soon as something comes back, it stands here with the minutes that it cost."),
        ),
        HelpView.TIPS: EmptyText(
            _("No tip is written for this department yet."),
            _("Two sentences are enough. A card of them hangs beside the PC."),
            (NextStep.NEW,),
        ),
        HelpView.TICKETS: EmptyText(
            _("Nothing was handed over to the IT department or a vendor."),
            _("Hand over an entry of the journal, or begin with an empty request."),
            (NextStep.NEW,),
        ),
    }[view]


def columns(view: HelpView) -> tuple[Column, ...]:
    """What there is to be said of each in that list."""
    about = Column(_("About"), lambda row: row.what, "what", 150, 3)
    title = sentence_case(_("software"))
    software = Column(title, lambda row: row.software, "software", 96, 1, yields=1)

    def day(title: str, least: int = 100) -> Column:
        return Column(title, lambda row: short_day(row.day), "day", least, 0, yields=2)

    def minutes(title: str, least: int) -> Column:
        return Column(title, row_minutes, "minutes", least, 0, is_number=True, yields=3)

    return {
        HelpView.JOURNAL: (
            *(day(_("Day")), software, about, minutes(_("Duration"), 74)),
            state_column(_("State"), row_state, "state", 130),
        ),
        HelpView.RECURRING: (
            *(day(_("Last asked"), 108), software, about, minutes(_("Time it cost"), 100)),
            state_column(_("How often"), row_state, "state", 146),
        ),
        HelpView.TIPS: (
            *(software, Column(_("Tip"), lambda row: row.what, "what", 150, 3)),
            Column(_("Where it holds"), row_place, "place", 120, 2),
        ),
        HelpView.TICKETS: (
            *(day(_("Handed over on"), 108), software, about),
            Column(_("To whom"), row_addressee, "addressee", 140, 0, yields=3),
            state_column(_("State"), row_state, "state", 164),
        ),
    }[view]


def _read(
    doors: HelpDoors, key: Key, department_id: str | None
) -> HelpEntry | RecurringDetail | ShownTicket | ShownTip:
    assert department_id is not None, "the tab speaks of one department"
    view, row_id = HelpView(str(key[0])), str(key[1] or "")
    asked = doors.questions
    if view is HelpView.JOURNAL:
        return asked.journal.read(row_id)
    if view is HelpView.RECURRING:
        return asked.journal.recurring(department_id, row_id)
    records = doors.editing.records
    if view is HelpView.TIPS:
        return ShownTip(
            asked.tips.read(row_id), records.read(RecordKind.TIP, row_id), department_id
        )
    return ShownTicket(asked.tickets.read(row_id), records.read(RecordKind.TICKET, row_id))


def _show(
    pane: DetailPane, shown: HelpEntry | RecurringDetail | ShownTicket | ShownTip, doors: HelpDoors
) -> None:
    if isinstance(shown, HelpEntry):
        show_entry(pane, shown, doors)
    elif isinstance(shown, RecurringDetail):
        show_recurring(pane, shown, doors)
    elif isinstance(shown, ShownTip):
        show_tip(pane, shown.tip, shown.record, shown.department_id, doors)
    else:
        show_ticket(pane, shown.ticket, shown.record, doors)
