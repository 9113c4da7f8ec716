"""Making two records of one person one, in the database."""

from __future__ import annotations

from sqlalchemy import select

from referent_desk.domain.imports.namesakes import words_of
from referent_desk.domain.texts import searched
from referent_desk.storage import schema
from referent_desk.storage.handovers_united import move_handovers
from referent_desk.storage.twins import overlapping_appointment
from referent_desk.storage.united_facts import Row, pass_on, rows_where, say_anew, standing
from referent_desk.storage.united_nominations import give_over, move_proposals
from referent_desk.storage.united_skills import move_skills, move_ticks, move_trainings
from referent_desk.storage.work import Work

_person, _appointment = schema.person, schema.appointment
_absence, _acknowledgement = schema.absence, schema.acknowledgement
_FILLED = ("first_name", "role", "telephone", "working_hours", "department_id")
_HOURS = ("working_hours", "week_one")
"""Weeks that rotate say nothing without the Monday of the first."""


def read_person_row(work: Work, person_id: str) -> Row | None:
    found = work.connection.execute(select(_person).where(_person.c.id == person_id)).mappings()
    row = found.one_or_none()
    return None if row is None else dict(row)


def make_one(work: Work, kept: Row, other: Row, today: str) -> None:
    """What the other one answers for and has read becomes the kept one's, whose empty fields are
    filled. The other one is taken away; where facts name them, they only leave."""
    filled = {name: other[name] for name in _FILLED if not kept[name] and other[name]}
    if "first_name" in filled and _words_of(other) < _words_of(kept):
        filled["last_name"] = other["last_name"]  # the other one tells it from the first name
    if "working_hours" in filled:
        filled |= {name: other[name] for name in _HOURS}
    if filled:
        first = str(filled.get("first_name", kept["first_name"]))
        folded = searched(str(filled.get("last_name", kept["last_name"])), first)
        work.change(_person, kept["id"], {**filled, "folded": folded})
    _move_appointments(work, kept["id"], other["id"])
    move_proposals(work, kept["id"], other["id"])
    move_handovers(work, kept["id"], other["id"])
    pass_on(work, _absence, _absence.c.person_id == other["id"], {"person_id": kept["id"]})
    move_skills(work, kept["id"], other["id"])
    moves = (_move_acknowledgements, move_ticks, move_trainings)
    named = [move(work, kept["id"], other["id"]) for move in moves]
    if any(named):
        work.change(_person, other["id"], {"left_on": other["left_on"] or today})
    else:
        work.remove(_person, [other["id"]])


def _words_of(person: Row) -> frozenset[str]:
    """Of the last name."""
    return frozenset(words_of(str(person["last_name"])))


def _move_appointments(work: Work, kept_id: str, other_id: str) -> None:
    """What both are appointed to at one time is said once."""
    held = select(_appointment).where(_appointment.c.person_id == other_id)
    for row in work.connection.execute(held.order_by(_appointment.c.id)).mappings().all():
        twin = overlapping_appointment(work.connection, {**row, "person_id": kept_id})
        if twin is not None:
            give_over(work, row["id"], twin)
            work.remove(_appointment, [row["id"]])
        else:
            work.change(_appointment, row["id"], {"person_id": kept_id})


def _move_acknowledgements(work: Work, kept_id: str, other_id: str) -> bool:
    """Whether there is any."""
    theirs = rows_where(work, _acknowledgement, _acknowledgement.c.person_id == other_id)
    for row in standing(work, _acknowledgement, theirs):
        say_anew(work, _acknowledgement, row, {"person_id": kept_id})
    return bool(theirs)
