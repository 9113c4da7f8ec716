"""The words of records and of their fields: names, choices, how to type, why it cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.domain.departments import NodeKind
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.domain.software import Hosting, SoftwareStatus
from referent_desk.gui.field_help import HELP
from referent_desk.gui.handovers.field_names import HANDOVER_FIELDS
from referent_desk.gui.help_field_words import HELP_CHOICES, HELP_FIELDS, HELP_RECORDS
from referent_desk.gui.nominations.words import (
    NOMINATION_CHOICES,
    NOMINATION_FIELDS,
    NOMINATION_RECORDS,
)
from referent_desk.gui.states import software_status
from referent_desk.gui.wordings import criticality, hosting, node_kind
from referent_desk.language import _

_Words = Mapping[str, Callable[[], str]]

_RECORDS: _Words = {
    **NOMINATION_RECORDS,
    "node": lambda: _("department"),
    "software": lambda: _("software"),
    "release": lambda: _("version"),
    "deployment": lambda: _("use"),
    "person": lambda: _("staff member"),
    "absence": lambda: _("absence"),
    "appointment": lambda: _("appointment"),
    "directory_entry": lambda: _("number"),
    "local_value": lambda: _("local value"),
    "copy": lambda: _("copy of the binder"),
    "printer": lambda: _("printer"),
    "print_run": lambda: _("print run"),
    "revision": lambda: _("draft"),
    "withdrawal": lambda: _("withdrawal of a text"),
    "upper_decision": lambda: _("decision about a newer text"),
    "procedure": lambda: _("procedure"),
    "maintenance": lambda: _("announced stop"),
    "drill": lambda: _("drill"),
    "drill_run": lambda: _("what a drill showed"),
    "drill_programme": lambda: _("programme of drills"),
    "lesson": lambda: _("lessons of a drill"),
    "means": lambda: _("means"),
    "failure_domain": lambda: _("what can fail"),
    "verification": lambda: _("verification"),
    "action": lambda: _("action"),
    "advice": lambda: _("advice for purchasing"),
    "training": lambda: _("training"),
    "skill": lambda: _("level"),
    "arrival_item": lambda: _("list for new colleagues"),
    "arrival_tick": lambda: _("what a new colleague was shown"),
    "acknowledgement": lambda: _("mark of reading"),
    "dialling": lambda: _("dialled number"),
    "handover": lambda: _("handover"),
    **HELP_RECORDS,
}

_FIELDS: _Words = {
    **HANDOVER_FIELDS,
    **NOMINATION_FIELDS,
    "procedure.review_months": lambda: _("time until a text is read again"),
    "revision.submitted_on": lambda: _("submission of the draft"),
    "name": lambda: _("name"),
    "code": lambda: _("code"),
    "place": lambda: _("place"),
    "telephone": lambda: _("telephone"),
    "criticality": lambda: _("criticality"),
    "department_id": lambda: _("department"),
    "software_id": lambda: _("software"),
    "node.kind": lambda: _("level"),
    "node.parent_id": lambda: _("belongs to"),
    "node.finess": lambda: _("FINESS number"),
    "node.beds": lambda: _("beds"),
    "node.opening_hours": lambda: _("opening hours"),
    "binder.months_between_checks": lambda: _("interval between checks of the shelf"),
    "software.kind_id": lambda: _("kind"),
    "software.vendor": lambda: _("vendor"),
    "software.status": lambda: _("status"),
    "software.replaced_by_id": lambda: _("replaced by"),
    "software.hosting": lambda: _("hosting"),
    "software.support_contact": lambda: _("support"),
    "software.it_owner": lambda: _("person in charge at the IT department"),
    "software.tolerated_interruption": lambda: _("tolerated interruption"),
    "software.recovery_time": lambda: _("recovery time"),
    "software.recovery_point": lambda: _("recovery point"),
    "software.aliases": lambda: _("other names"),
    "software.contract_reference": lambda: _("number of the contract"),
    "software.contract_ends_on": lambda: _("contract ends on"),
    "software.manual_mode": lambda: _("degraded mode for manual running"),
    "software.data_extracted": lambda: _("data extracted regularly"),
    "software.original_layout": lambda: _("printable in the original layout"),
    "release.version": lambda: _("version"),
    "release.establishment_id": lambda: _("establishment"),
    "release.live_on": lambda: _("in service from"),
    "deployment.function_id": lambda: _("function"),
    "deployment.outside": lambda: _("none of the binder’s functions"),
    "deployment.tolerated_outage": lambda: _("tolerated outage"),
    "deployment.users": lambda: _("users"),
    "deployment.purpose": lambda: _("remark"),
    "deployment.since": lambda: _("used since"),
    "deployment.until": lambda: _("used until"),
    "person.last_name": lambda: _("last name"),
    "person.first_name": lambda: _("first name"),
    "person.role": lambda: _("position"),
    "person.working_hours": lambda: _("working hours"),
    "person.left_on": lambda: _("leaves on"),
    "appointment.person_id": lambda: _("staff member"),
    "appointment.kind": lambda: _("referent for"),
    "appointment.rank": lambda: _("main or deputy"),
    "appointment.software_id": lambda: _("for which software"),
    "appointment.since": lambda: _("since"),
    "appointment.until": lambda: _("until"),
    "directory_entry.owner_id": lambda: _("department"),
    "directory_entry.label": lambda: _("person or place to call"),
    "directory_entry.number": lambda: _("number"),
    "directory_entry.heading": lambda: _("heading"),
    "directory_entry.line_type": lambda: _("type of line"),
    "directory_entry.works_without_network": lambda: _("works without network"),
    "directory_entry.private": lambda: _("private"),
    "directory_entry.hours": lambda: _("hours"),
    "directory_entry.purpose": lambda: _("named as"),
    "local_value.value": lambda: _("value"),
    "means.node_id": lambda: _("kept by"),
    "means.kind": lambda: _("what it is"),
    "means.leans_on": lambda: _("falls with"),
    "means.software_id": lambda: _("made by the software"),
    "failure_domain.leans_on": lambda: _("falls with"),
    "action.what": lambda: _("what must be done"),
    "action.owner": lambda: _("seen to by"),
    "action.due_on": lambda: _("due on"),
    "action.done_on": lambda: _("done on"),
    "action.outcome": lambda: _("what was done"),
    "copy.holder": lambda: _("kept by"),
    "printer.queue": lambda: _("name on this computer"),
    "printer.works_without_network": lambda: _("prints without the network"),
    "printer.toner_on": lambda: _("toner checked on"),
    "printer.tested_on": lambda: _("test page on"),
    "note": lambda: _("note"),
    "copy.colour": lambda: _("colour of the folder"),
    "maintenance.node_id": lambda: _("where it stops"),
    "maintenance.planned_on": lambda: _("day"),
    "maintenance.starts_at": lambda: _("hour"),
    "maintenance.minutes": lambda: _("duration"),
    "maintenance.note": lambda: _("note"),
    **HELP_FIELDS,
}
"""By field, or by record and field where the same field is called otherwise."""

_CHOICES: _Words = {
    **NOMINATION_CHOICES,
    "": lambda: _("not specified"),
    "yes": lambda: _("yes"),
    "no": lambda: _("no"),
    "appointment.kind.software": lambda: _("software"),
    "appointment.kind.security": lambda: _("software security"),
    "appointment.rank.main": lambda: _("main referent"),
    "appointment.rank.deputy": lambda: _("deputy"),
    "means.kind.printer": lambda: _("printer"),
    "means.kind.telephone": lambda: _("telephone"),
    "means.kind.pc": lambda: _("PC"),
    "means.kind.share": lambda: _("shared folder"),
    "means.kind.software": lambda: _("other software"),
    "means.kind.person": lambda: _("person"),
    "means.kind.stock": lambda: _("stock of paper"),
    "means.kind.other": lambda: _("something else"),
    "directory_entry.line_type.analogue": lambda: _("analogue"),
    "directory_entry.line_type.ip": lambda: _("IP"),
    "directory_entry.line_type.dect": lambda: _("DECT"),
    "directory_entry.line_type.mobile": lambda: _("mobile"),
    "directory_entry.line_type.pager": lambda: _("pager"),
    "directory_entry.line_type.runner": lambda: _("runner"),
    "directory_entry.purpose.ward_manager": lambda: _("manager of the department"),
    "directory_entry.purpose.physician": lambda: _("physician on duty"),
    "directory_entry.purpose.administrator_on_duty": lambda: _("administrator on duty"),
    "directory_entry.purpose.it_on_call": lambda: _("IT department on call"),
    "directory_entry.purpose.switchboard": lambda: _("switchboard"),
    **HELP_CHOICES,
}
_CHOICE_WORDS: Mapping[str, Callable[[str], str]] = {
    "criticality": lambda stored: criticality(int(stored)),
    "node.kind": lambda stored: node_kind(NodeKind(stored)),
    "software.status": lambda stored: software_status(SoftwareStatus(stored)).word,
    "software.hosting": lambda stored: hosting(Hosting(stored)),
}
"""Those that have their words elsewhere."""

_EXAMPLES: Mapping[FieldKind, Callable[[], str]] = {
    FieldKind.FINESS: lambda: "123456789",
    FieldKind.TELEPHONE: lambda: "04 00 00 12 34",
    FieldKind.COUNT: lambda: "12",
    FieldKind.MINUTES: lambda: _("1 h 30, 2 d"),
    FieldKind.DAY: lambda: "12/03/2026",
    FieldKind.HOURS: lambda: _("Mon–Fri 8:00–18:00"),
    FieldKind.WEEKS: lambda: _("Mon–Fri 8:00–18:00"),
}


def record_name(what: str) -> str:
    """In lower case, as it stands within a sentence; what is not known has no name."""
    return _said(_RECORDS, what)


def field_name(what: str, field: str) -> str:
    """In lower case; a field without a name of its own takes that of its record."""
    if not field:
        return record_name(what)
    return _said(_FIELDS, f"{what}.{field}", field) or field


def choice_word(what: str, field: str, stored: str) -> str:
    """In lower case. `stored` may be “yes”, “no”, or empty where nobody has said anything."""
    elsewhere = _CHOICE_WORDS.get(f"{what}.{field}") or _CHOICE_WORDS.get(field)
    if stored and elsewhere is not None:
        return elsewhere(stored)
    return _said(_CHOICES, f"{what}.{field}.{stored}", stored) or stored


def placeholder(field: RecordField) -> str:
    """How to type it, never to be taken for a value; empty where that is plain."""
    if field.kind is FieldKind.LINK:
        return _("two letters are enough")
    if field.kind is FieldKind.TEXT:
        return _("one on each line") if field.name == "aliases" else ""
    example = example_of(field)
    return _("e.g. {example}").format(example=example) if example else ""


def example_of(field: RecordField) -> str:
    """Something that can be typed into such a field; empty where any text can."""
    found = _EXAMPLES.get(field.kind)
    return found() if found is not None else ""


def help_sentence(what: str, field: str) -> str:
    """What the field is for; empty where its name says it."""
    return _said(HELP, f"{what}.{field}", field)


def _said(words: _Words, *keys: str) -> str:
    return next((words[key]() for key in keys if key in words), "")


def fault_sentence(code: str, field: RecordField) -> str:
    """What is wrong with what was typed, and what to do; empty for the refusals of a rule.

    Those bring a sentence of their own.
    """
    if code == "too_long":
        return _("This is longer than {count} letters. Shorten it.").format(count=field.longest)
    return _said(_FAULTS, code)


_FAULTS: _Words = {
    "empty": lambda: _("This cannot stay empty. Type something."),
    "no_letter": lambda: _("There is not one letter or digit in it. Type a name."),
    "not_a_choice": lambda: _("This is not one of the choices. Choose one in the list."),
    "unknown_word": lambda: _("This word is not known here. Choose one in the list."),
    "error_cell": lambda: _("This is the error of a spreadsheet. Type what should stand here."),
    "scientific": lambda: _("A spreadsheet cut this number. Type it with all its digits."),
    "became_date": lambda: _("A spreadsheet made a date of it. Type what it was."),
    "finess_zero_lost": lambda: _("This number lost its first zero. Type its nine characters."),
    "not_finess": lambda: _("A FINESS number has nine characters. Copy it from an official paper."),
    "truncated": lambda: _("Digits are missing in this number. Type it in full."),
    "zero_lost": lambda: _("This number lost its first zero. Type it in full."),
    "not_a_number": lambda: _("This cannot be dialled. Type a number with digits."),
    "date_serial": lambda: _("A spreadsheet made a number of this day. Type it as 12/03/2026."),
    "impossible_date": lambda: _("There is no such day. Look again at the day and the month."),
    "not_a_day": lambda: _("This is not a whole date. Type it as 12/03/2026."),
    "zero_duration": lambda: _("A duration cannot be zero. Leave it empty if nobody knows it."),
    "no_unit": lambda: _("Minutes, hours or days? Type 45 min, 4 h or 2 d."),
    "impossible_duration": lambda: _("This duration is not understood. Type 45 min, 4 h or 2 d."),
    "not_a_count": lambda: _("This is not a whole number. Type it with digits."),
    "not_a_criticality": lambda: _("Criticality goes from 1 to 4. Choose one in the list."),
    "hours_not_understood": lambda: _(
        "These hours are not understood. Type them as Mon–Fri 8:00–18:00."
    ),
    "hours_without_days": lambda: _(
        "These hours do not say on which days. Type them as Mon–Fri 8:00–18:00."
    ),
    "not_yes_or_no": lambda: _("This is neither yes nor no. Choose one in the list."),
}
