"""What comes next, when there is nothing to do today."""

from __future__ import annotations

from referent_desk.domain.tasks import Due
from referent_desk.gui.wordings import day
from referent_desk.language import _


def due_sentence(due: Due) -> str:
    sentence = _sentences().get(due.code, _("Next: {name}, on {day}."))
    return sentence.format(name=due.name, day=day(due.day))


def _sentences() -> dict[str, str]:
    return {
        "shelf_check": _("Next: the check of copy {name} on {day}."),
        "sheets_ahead": _("Next: “{name}” changes on {day}."),
        "appointment_ends": _("Next: the appointment of {name} ends on {day}."),
        "approval_due": _("Next: “{name}” is to be signed by {day}."),
        "review_due": _("Next: “{name}” is to be reviewed by {day}."),
        "text_begins": _("Next: “{name}” comes into force on {day}."),
        "text_withdrawn": _("Next: “{name}” is withdrawn on {day}."),
        "action_due": _("Next: “{name}” is to be done by {day}."),
        "release_ahead": _("Next: {name} goes live on {day}."),
        "drill_planned": _("Next: the drill “{name}” on {day}."),
        "dial_check": _("Next: the dial check of the month, from {day} on."),
        "reading_due": _("Next: “{name}” is to be read by all by {day}."),
        "lessons_due": _("Next: the lessons of the drill “{name}” by {day}."),
        "handover_ends": _("Next: the handover of {name}, signed by {day}."),
        "training_ends": _("Next: what was learnt on {name} counts until {day}."),
        "contract_ends": _("Next: the contract of {name} ends on {day}."),
    }
