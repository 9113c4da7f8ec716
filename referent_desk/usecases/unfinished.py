"""Forms that were begun and not saved: offered again after the program was killed.

Nothing of it is in the database; a home that is only read keeps none.
"""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.domain.records import Unfinished
from referent_desk.errors import RefusedInput
from referent_desk.language import _
from referent_desk.storage import unfinished as stored
from referent_desk.storage.troubles import out_of_reach
from referent_desk.usecases.desks import Desk

LONGEST_FORM = 2_000_000
"""Letters of all fields together: more than anybody types, several pasted documents."""


def keep_unfinished(desk: Desk, key: str, values: Mapping[str, str]) -> None:
    """Under a key that names the form and what it is about, in the place of what was there.

    Raises OutOfReach where the home was taken away: no folder is made in its place.
    """
    if desk.read_only:
        return
    if sum(map(len, values.values())) > LONGEST_FORM:
        raise RefusedInput(
            _("This form holds too much to be kept until it is saved."),
            _("Shorten it, or save it now."),
        )
    if not desk.database.is_in_place():
        raise out_of_reach(desk.home.root)
    stored.keep(desk.home.unfinished, key, Unfinished(values, desk.clock.now()))


def read_unfinished(desk: Desk, key: str) -> Unfinished | None:
    return None if desk.read_only else stored.read(desk.home.unfinished, key)


def list_unfinished(desk: Desk) -> Mapping[str, Unfinished]:
    """By key, what was kept last first."""
    return {} if desk.read_only else stored.read_all(desk.home.unfinished)


def drop_unfinished(desk: Desk, key: str) -> None:
    """The form was saved or given up."""
    if not desk.read_only:
        stored.drop(desk.home.unfinished, key)
