"""What is due, in words: in lists and as events of a calendar."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.dues import DueRow, Duty
from referent_desk.language import Language


def due_subject(row: DueRow, language: Language) -> str:
    """What it is about: `Prescription · Dossier+`, `copy 2`, `Ada Moreau, software referent`."""
    _ = language.gettext
    if row.what is Duty.SHELF_CHECK:
        return _("copy {number}").format(number=row.subject)
    if row.what is Duty.APPOINTMENT_END:
        role = _offices(language).get(row.subject, row.subject)
        return f"{row.person}, {role}" if row.person else role
    if row.what is Duty.DRILL and not row.subject:
        return _("the one of the year")
    return row.subject


def due_title(row: DueRow, language: Language) -> str:
    """One line of a calendar, which says what is to be done."""
    subject = due_subject(row, language)
    return _titles(language)[row.what].format(subject=subject)


def due_text(row: DueRow, language: Language) -> str:
    """What an event says besides. It tells no number of days: it is read on another day."""
    _ = language.gettext
    who = row.person if row.what is not Duty.APPOINTMENT_END else ""
    sentences = [
        _("Department: {department}.").format(department=row.department),
        _("To be done by: {person}.").format(person=who) if who else "",
        _("From Referent Desk; it is marked as done there, not here."),
    ]
    return "\n".join(filter(None, sentences))


def _titles(language: Language) -> Mapping[Duty, str]:
    _ = language.gettext
    return {
        Duty.VERIFICATION: _("To verify: {subject}"),
        Duty.REVIEW: _("To review: {subject}"),
        Duty.APPROVAL: _("To be signed: {subject}"),
        Duty.DRILL: _("Drill: {subject}"),
        Duty.LESSONS: _("Lessons of the drill: {subject}"),
        Duty.DIAL_CHECK: _("Dial check: {subject}"),
        Duty.READING: _("To be read and signed: {subject}"),
        Duty.TRAINING: _("Training again: {subject}"),
        Duty.ACTION: _("Action: {subject}"),
        Duty.SHELF_CHECK: _("Check of the shelf: {subject}"),
        Duty.APPOINTMENT_END: _("Appointment ends: {subject}"),
        Duty.RELEASE: _("New version: {subject}"),
        Duty.MAINTENANCE: _("Planned stop: {subject}"),
        Duty.HANDOVER: _("Handover: {subject}"),
        Duty.CONTRACT_END: _("Contract ends: {subject}"),
        Duty.OBJECTIVE: _("Objective: {subject}"),
        Duty.TICKET: _("Ask again: {subject}"),
    }


def _offices(language: Language) -> Mapping[str, str]:
    """By kind and rank of the appointment."""
    _ = language.gettext
    return {
        "software_main": _("software referent"),
        "software_deputy": _("deputy software referent"),
        "security_main": _("security referent"),
        "security_deputy": _("deputy security referent"),
    }
