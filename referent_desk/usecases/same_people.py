"""Two records of one person made one: all that names the one names the other from then on."""

from __future__ import annotations

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _
from referent_desk.storage.same_people import make_one, read_person_row
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.erased_people import refuse_since


def unite_people(desk: Desk, kept_id: str, other_id: str) -> Saved:
    """One deed, undone as one."""
    if kept_id == other_id:
        raise RefusedField(
            "person_id",
            "same",
            _("This is the record that is shown."),
            _("Choose the other record of this person."),
        )
    deed = Deed(Verb.UNITED, RecordKind.PERSON)
    with doing(desk, "unite_people", deed, record_id=kept_id) as work:
        kept, other = read_person_row(work, kept_id), read_person_row(work, other_id)
        if kept is None or other is None:
            raise NotFound(_("This person is not here any more."), _("Choose another one."))
        for row in (kept, other):
            refuse_since(row["erased_on"])
        make_one(work, kept, other, desk.clock.today().isoformat())
    return saved(desk, kinds_of(work.trail), kept_id)
