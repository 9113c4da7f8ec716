"""What somebody is appointed to, as lists say it."""

from __future__ import annotations

from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.wordings import referent_role
from referent_desk.language import _


def software_role(kind: AppointmentKind, rank: AppointmentRank, software: str) -> str:
    """The program first: where there is too little room the end is cut."""
    said = referent_role(kind, rank)
    if not software:
        return said
    if kind is AppointmentKind.SOFTWARE:
        said = choice_word("appointment", "rank", rank)
    return _("{software}: {role}").format(software=software, role=said)
