"""The names of the fields of a handover, and what each wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from referent_desk.language import _

HANDOVER_FIELDS: Mapping[str, Callable[[], str]] = {
    "person.erase_on": lambda: _("day on which the name is erased"),
    "leaving_id": lambda: _("who leaves"),
    "successor_id": lambda: _("who takes over"),
    "last_day": lambda: _("last day"),
    "password_place": lambda: _("where passwords are kept"),
    "handover.note": lambda: _("to know"),
}
HANDOVER_HELP: Mapping[str, Callable[[], str]] = {
    "password_place": lambda: _("The place and who opens it. Never a password."),
    "handover.note": lambda: _("What no list says. No password, nothing about patients."),
}
