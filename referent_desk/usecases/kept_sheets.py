"""Sheets laid out before anybody asks: in an outage the binder is there at once."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.paper.binder import render_sheets
from referent_desk.paper.kept_sheets import KeptSheets
from referent_desk.usecases.binder_gathering import gather
from referent_desk.usecases.desks import Desk

Progress = Callable[[int, int], None]


def kept_sheets_of(desk: Desk) -> KeptSheets:
    """A home that can only be read is left as it is."""
    return KeptSheets(desk.home.kept_sheets, only_reads=desk.read_only)


def render_changed(desk: Desk, department_id: str, progress: Progress | None = None) -> int:
    """Lay out what the department's binder needs now and is not kept; tells how many sheets.

    No fact is written. `progress` may end it by an exception: what is done by then stays kept.
    """
    if desk.read_only:
        return 0
    with desk.database.read() as connection:
        binder = gather(desk, connection, department_id, None, desk.clock.now())
    return render_sheets(binder.numbered.sheets, binder.language, kept_sheets_of(desk), progress)
