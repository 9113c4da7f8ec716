"""One help, one trouble that comes back, one tip, one request: each with what comes next."""

from __future__ import annotations

from typing import Any

from referent_desk.domain.help_given import (
    HelpEntry,
    HelpOutcome,
    HelpState,
    HelpView,
    RecurringDetail,
)
from referent_desk.domain.records import Record, RecordKind
from referent_desk.domain.tickets import Ticket, TicketState
from referent_desk.domain.tips import Tip
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.help_given.doors import HelpDoors
from referent_desk.gui.help_given.words import entry_state, ticket_state, trend_state
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.wordings import day, sentence_case, short_day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.help_given import (
    help_state_word,
    minutes_words,
    outcome_word,
    times_words,
)

_TICKET_FIELDS = (
    *("what", "addressee", "software_id", "tried", "begun", "concerned", "stops_work"),
    *("who", "callback", "handed_on", "reference", "settled_on", "outcome"),
)
_TIP_FIELDS = ("title", "text", "software_id", "node_id")
_SHOWN = 30


def show_entry(pane: DetailPane, entry: HelpEntry, doors: HelpDoors) -> None:
    pane.title(entry.asked, entry_state(entry.state))
    minutes = minutes_words(entry.minutes, spoken()) if entry.minutes is not None else ""
    pane.muted(" · ".join(filter(None, (entry.software, day(entry.day), minutes))))
    pane.facts(
        (
            (_("how it ended"), sentence_case(_ended(entry))),
            (_("who helped"), entry.who),
            (_("how many were concerned"), _people(entry.concerned)),
        )
    )
    pane.section(_("What helped"), entry.helped.split("\n"))
    if entry.ticket_id is not None:
        _show_request(pane, entry.ticket_id, is_settled=entry.is_settled)
    if not doors.editing.is_possible:
        _say_read_only(pane)
        return
    offered = []
    if entry.ticket_id is None:
        if entry.state is not HelpState.SOLVED:
            offered.append(
                (
                    _("&Say how it ended…"),
                    lambda: pane.form_asked.emit(doors.settle(entry)),
                    "check",
                )
            )
        offered.append((_("Hand it &over…"), lambda: doors.hand_over(pane, entry), "external-link"))
    offered.append(
        (_("Make a t&ip of it…"), lambda: pane.form_asked.emit(doors.tip_of(entry)), "file-plus")
    )
    offered.append((_("Take it &back…"), lambda: pane.form_asked.emit(doors.annul(entry)), "x"))
    pane.buttons(offered)


def _ended(entry: HelpEntry) -> str:
    """As it was said; of what was open and then handed over, what its request says."""
    if entry.outcome is HelpOutcome.OPEN or entry.is_settled:
        return help_state_word(entry.state, spoken())
    return outcome_word(entry.outcome, spoken())


def _show_request(pane: DetailPane, ticket_id: str, *, is_settled: bool) -> None:
    said = _("A request was made of it, and it is settled.")
    if not is_settled:
        said = _("A request was made of it: what comes of it is noted there.")
    pane.text(said)
    place = Place(TabName.HELP_GIVEN, (str(HelpView.TICKETS), ticket_id))
    pane.button(_("Sho&w the request"), lambda: pane.followed.emit(place))


def show_recurring(pane: DetailPane, detail: RecurringDetail, doors: HelpDoors) -> None:
    group = detail.group
    pane.title(group.asked, trend_state(group.trend))
    pane.muted(" · ".join(filter(None, (detail.software, times_words(group, spoken())))))
    lost = minutes_words(group.minutes, spoken())
    pane.facts(
        (
            (_("time it cost"), lost if group.minutes else ""),
            (_("last asked"), day(group.last)),
        )
    )
    pane.section(_("What helped the last time"), group.helped.split("\n"))
    if doors.editing.is_possible:
        pane.button(
            _("Make a t&ip of it…"),
            lambda: pane.form_asked.emit(doors.tip_of(detail.entries[0])),
            "file-plus",
        )
    else:
        _say_read_only(pane)
    pane.heading(_("Each time"))
    pane.lines(_("Each time it was asked"), _times(), detail.entries[:_SHOWN], _to_entry)


def _times() -> tuple[Column, ...]:
    def who(entry: Any) -> str:
        return str(entry.who)

    return (
        Column(_("Day"), lambda entry: short_day(entry.day), "", 100, 0),
        Column(_("About"), lambda entry: entry.asked, "", 140, 3),
        Column(_("Who helped"), who, "", 110, 1, yields=1),
        state_column(_("State"), lambda entry: entry_state(entry.state), "", 120),
    )


def _to_entry(entry: HelpEntry) -> Place:
    return Place(TabName.HELP_GIVEN, (str(HelpView.JOURNAL), entry.id))


def show_tip(
    pane: DetailPane, tip: Tip, record: Record, department_id: str, doors: HelpDoors
) -> None:
    pane.title(tip.title)
    pane.muted(" · ".join((tip.software, tip.place or _("everywhere"))))
    if tip.closed_on is not None:
        pane.notice(_("Withdrawn on {day}.").format(day=day(tip.closed_on)))
    pane.edit(record, doors.editing, _TIP_FIELDS)
    if tip.closed_on is None:
        pane.buttons(
            (
                (
                    _("Card of this soft&ware…"),
                    lambda: doors.card_asked.emit(department_id, tip.software_id),
                    "printer",
                ),
            )
        )
    _offer_ends(pane, record, RecordKind.TIP, doors)


def show_ticket(pane: DetailPane, ticket: Ticket, record: Record, doors: HelpDoors) -> None:
    today = doors.questions.today()
    state = ticket.state(today)
    pane.title(ticket.what, ticket_state(state))
    due = ticket.answer_due_on
    if state is TicketState.UNANSWERED and due is not None and ticket.handed_on is not None:
        days = (today - ticket.handed_on).days
        said = ngettext(
            "Handed over {count} day ago, and no answer. Ask again, or type the reference.",
            "Handed over {count} days ago, and no answer. Ask again, or type the reference.",
            days,
        )
        pane.notice(said.format(count=days))
    if doors.editing.is_possible and ticket.is_open:
        pane.buttons(
            (
                (_("Print the &sheet…"), lambda: doors.sheet_asked.emit(ticket.id), "printer"),
                (
                    _("They have &answered…"),
                    lambda: pane.form_asked.emit(doors.settle_ticket(ticket)),
                    "check",
                ),
            )
        )
    else:
        pane.buttons(
            ((_("Print the &sheet…"), lambda: doors.sheet_asked.emit(ticket.id), "printer"),)
        )
    pane.edit(record, doors.editing, _TICKET_FIELDS)
    _offer_ends(pane, record, RecordKind.TICKET, doors)


def _offer_ends(pane: DetailPane, record: Record, kind: RecordKind, doors: HelpDoors) -> None:
    editing, record_id = doors.editing, record.id
    if not editing.is_possible:
        _say_read_only(pane)
        return
    records = editing.records
    is_tip = kind is RecordKind.TIP

    def close() -> None:
        editing.saver.save(lambda: records.close(kind, record_id))

    def reopen() -> None:
        editing.saver.save(lambda: records.reopen(kind, record_id))

    if record.closed_on is not None:
        pane.button(_("Let it hold again") if is_tip else _("Open the request again"), reopen)
    elif record.can_close:
        pane.button(_("Withdraw this tip") if is_tip else _("Give the request up"), close)


def _say_read_only(pane: DetailPane) -> None:
    pane.muted(_("This home is only read here: nothing can be changed."))


def _people(count: int | None) -> str:
    if count is None:
        return ""
    return ngettext("{count} person", "{count} people", count).format(count=count)
