"""The journal of help: written in seconds, settled, taken back; and what comes back in it."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.help_given import (
    MOST_MINUTES,
    MOST_USUAL,
    HelpEntry,
    HelpOutcome,
    QuickOffer,
    TypedHelp,
    UsualHelp,
    patient_number,
)
from referent_desk.domain.help_groups import SPAN, Recurring, recurring
from referent_desk.domain.help_tasks import HelpFacts
from referent_desk.domain.texts import LONGEST_TEXT, clean_line, clean_text
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.database import Connection
from referent_desk.storage.help_given import (
    asked_since,
    open_entries,
    read_entry,
    software_names,
)
from referent_desk.storage.tickets import open_tickets
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drills import binder_node
from referent_desk.usecases.typed_lines import refuse_long

LONGEST_ASKED = 300
_MOST_PROPOSED = 60
_CORRECTED = "corrected"
"""Why the earlier words of an entry do not count any more: it was said anew."""


def record_help(desk: Desk, typed: TypedHelp) -> Saved:
    """Raises RefusedField; of what looks like the number of a patient with the code `patient`,
    unless one is sure."""
    typed_row = _row(desk, typed)
    with desk.database.read() as connection:
        binder_node(connection, typed.department_id)
    deed = Deed(Verb.ADDED, "help_entry", str(typed_row["asked"]))
    with doing(desk, "record_help", deed) as work:
        entry_id = work.new_id()
        work.add(schema.help_entry, [{"id": entry_id, **typed_row}])
    return saved(desk, kinds_of(work.trail), entry_id)


def settle_help(
    desk: Desk, entry_id: str, helped: str, outcome: HelpOutcome, minutes: int | None
) -> Saved:
    """How it ended. The earlier words stay in the history; the entry is said anew, of its day."""
    with desk.database.read() as connection:
        entry = known_entry(connection, entry_id)
    if entry.ticket_id is not None:
        raise RefusedInput(
            _("This was handed over: its request says how it ended."),
            _("Open the request, and settle it there."),
        )
    typed = TypedHelp(
        *(entry.department_id, entry.asked, entry.software_id, helped, minutes, outcome),
        concerned=entry.concerned,
        who=entry.who,
        day=entry.day,
        is_sure=not patient_number(helped),
    )
    row = _row(desk, typed)
    deed = Deed(Verb.EDITED, "help_entry", entry.asked, "outcome")
    with doing(desk, "settle_help", deed) as work:
        _annul(desk, work, entry, _CORRECTED)
        anew = work.new_id()
        work.add(schema.help_entry, [{"id": anew, **row}])
    return saved(desk, kinds_of(work.trail), anew)


def annul_help(desk: Desk, entry_id: str, reason: str) -> Saved:
    """It does not count any more: a further fact says so, and why."""
    reason = clean_line(reason)
    refuse_long("reason", reason, _("Shorten it."))
    if not reason:
        raise RefusedInput(
            _("Nobody would know why this was taken back."),
            _("Say in a few words what was wrong with it."),
        )
    with desk.database.read() as connection:
        entry = known_entry(connection, entry_id)
    with doing(desk, "annul_help", Deed(Verb.ANNULLED, "help_entry", entry.asked)) as work:
        _annul(desk, work, entry, reason)
    return saved(desk, kinds_of(work.trail), entry_id)


def known_entry(connection: Connection, entry_id: str) -> HelpEntry:
    entry = read_entry(connection, entry_id)
    if entry is None:
        raise NotFound(
            _("This help was taken back meanwhile, or said anew."),
            _("Choose it again in the list."),
        )
    return entry


def offer_help(desk: Desk, department_id: str) -> QuickOffer:
    """What one key writes again, and what was asked before."""
    with desk.database.read() as connection:
        groups = groups_in(connection, desk, department_id, least=1)
        names = software_names(connection, (group.software_id for group in groups))
    told = tuple(_usual_of(group, names) for group in groups)
    often = sum(group.count > 1 for group in groups[:MOST_USUAL])
    return QuickOffer(told[:often], told[:_MOST_PROPOSED])


def groups_in(
    connection: Connection, desk: Desk, department_id: str, least: int = 2
) -> tuple[Recurring, ...]:
    today = desk.clock.today()
    return recurring(asked_since(connection, department_id, today - SPAN), today, least)


def help_facts(connection: Connection, department_id: str) -> HelpFacts:
    """What the things to do look at: a few rows, by their indexes."""
    tickets = open_tickets(connection, [department_id]).get(department_id, ())
    return HelpFacts(open_entries(connection, department_id), tickets)


def _usual_of(group: Recurring, names: dict[str | None, str]) -> UsualHelp:
    return UsualHelp(
        *(group.key, group.software_id, names.get(group.software_id, "")),
        *(group.asked, group.helped, group.usual_minutes),
    )


def _row(desk: Desk, typed: TypedHelp) -> dict[str, object]:
    asked, helped, who = (
        clean_line(typed.asked),
        clean_text(typed.helped),
        clean_line(typed.who),
    )
    today = desk.clock.today()
    _refuse(typed, asked, today)
    refuse_long("helped", helped, _("Shorten it."), LONGEST_TEXT)
    refuse_long("who", who, _("Shorten it."))
    if not typed.is_sure:
        _refuse_patient("asked", asked)
        _refuse_patient("helped", helped)
    return {
        "home_id": desk.home_id,
        "department_id": typed.department_id,
        "software_id": typed.software_id or None,
        "asked": asked,
        "helped": helped,
        "minutes": typed.minutes,
        "outcome": str(typed.outcome),
        "concerned": typed.concerned,
        "who": who,
        "valid_on": typed.day or today,
    }


def _refuse(typed: TypedHelp, asked: str, today: date) -> None:
    if not asked:
        raise RefusedField(
            "asked",
            "empty",
            _("Nothing is said of what was asked."),
            _("A few words are enough: print a label, find a result."),
        )
    if len(asked) > LONGEST_ASKED:
        raise RefusedField(
            "asked",
            "too_long",
            _("This is longer than {count} letters.").format(count=LONGEST_ASKED),
            _("Say it in a few words."),
        )
    if typed.minutes is not None and not 0 <= typed.minutes <= MOST_MINUTES:
        raise RefusedField(
            "minutes",
            "impossible_duration",
            _("Help of more than a day is not noted here."),
            _("Give the minutes it took, or leave it empty."),
        )
    if typed.day is not None and typed.day > today:
        raise RefusedField(
            "day",
            "to_come",
            _("No help was given on a day to come."),
            _("Give the day on which it was given."),
        )


def _refuse_patient(field: str, text: str) -> None:
    number = patient_number(text)
    if number:
        raise RefusedField(
            field,
            "patient",
            _("“{number}” looks like the number of a patient.").format(number=number),
            _("Take it out. If it is none, save once more."),
        )


def _annul(desk: Desk, work: Work, entry: HelpEntry, reason: str) -> None:
    said = {
        "home_id": desk.home_id,
        "department_id": entry.department_id,
        "software_id": entry.software_id,
        "asked": entry.asked,
        "helped": entry.helped,
        "minutes": entry.minutes,
        "outcome": str(entry.outcome),
        "concerned": entry.concerned,
        "who": entry.who,
        "valid_on": entry.day,
    }
    row = {"id": work.new_id(), **said, "annuls_id": entry.id, "reason": reason}
    work.add(schema.help_entry, [row])
