"""The order in which the numbers of the emergency directory are printed."""

from __future__ import annotations

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage import schema
from referent_desk.storage.records import read_row, read_rows
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk

_KIND = RecordKind.DIRECTORY_ENTRY


def move_entry(desk: Desk, entry_id: str, steps: int) -> Saved:
    """So many places further down, or up where `steps` is negative; never beyond the ends.

    Positions are counted anew, because imported numbers may all have the same one.
    """
    with desk.database.read() as connection:
        row = read_row(connection, _KIND, entry_id)
        if row is None:
            raise NotFound(_("This is not here any more."), _("Choose another one."))
        rows = [
            one
            for one in read_rows(connection, _KIND, "owner_id", row["owner_id"])
            if one["closed_on"] is None
        ]
    ids = [one["id"] for one in rows]
    place = ids.index(entry_id) if entry_id in ids else 0
    wanted = min(max(place + steps, 0), len(ids) - 1)
    if entry_id not in ids or wanted == place:
        return saved(desk, frozenset(), entry_id)
    ids.insert(wanted, ids.pop(place))
    positions = {one["id"]: one["position"] for one in rows}
    deed = Deed(Verb.MOVED, _KIND, row["called"])
    with doing(desk, "move_entry", deed, record_id=entry_id) as work:
        for position, one in enumerate(ids, start=1):
            if positions[one] != position:
                work.change(schema.directory_entry, one, {"position": position})
    return saved(desk, kinds_of(work.trail), entry_id)
