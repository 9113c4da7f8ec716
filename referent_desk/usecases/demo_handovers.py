"""A handover of the demo hospital, half done: who leaves, who follows, what is ticked; invented."""

from __future__ import annotations

from datetime import timedelta

from referent_desk.domain.records import RecordKind
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.handovers import list_handovers, tick_item
from referent_desk.usecases.people import person_detail
from referent_desk.usecases.records import add_record, edit_field, list_links

_LEAVING, _SUCCESSOR = "Yanis Ben Mabrouk", "Ibrahim Fofana"
_DAYS = 25
_PLACE = "Enveloppe scellée, coffre du cadre de santé"
_TICKED = 3


def fill_demo_handovers(desk: Desk) -> None:
    """Where the two are known: the demo may have been changed."""
    leaving = list_links(desk, RecordKind.PERSON, _LEAVING)
    successor = list_links(desk, RecordKind.PERSON, _SUCCESSOR)
    if not leaving or not successor:
        return
    person = person_detail(desk, leaving[0].id).person
    if person.department_id is None:
        return
    last_day = (desk.clock.today() + timedelta(days=_DAYS)).isoformat()
    edit_field(desk, RecordKind.PERSON, person.id, "left_on", last_day)
    typed = {
        "department_id": person.department_id,
        "leaving_id": person.id,
        "successor_id": successor[0].id,
        "last_day": last_day,
        "password_place": _PLACE,
    }
    add_record(desk, RecordKind.HANDOVER, typed)
    (handover, *_others) = list_handovers(desk, person.department_id).open
    for item in handover.items[:_TICKED]:
        tick_item(desk, handover.id, item.id, is_done=True)
