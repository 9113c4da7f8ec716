"""A record whose name was erased is closed: nobody fills it in again, not even with the name."""

from __future__ import annotations

from datetime import date

from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.storage.database import Connection
from referent_desk.storage.erasures import erasure_days


def refuse_erased(connection: Connection, person_id: str) -> None:
    _erase_on, erased_on = erasure_days(connection, person_id)
    refuse_since(erased_on)


def refuse_since(erased_on: date | str | None) -> None:
    if erased_on:
        raise RefusedInput(
            _("The name of this person was erased: nothing is written here any more."),
            _("If this person comes back, add them as somebody new."),
        )
