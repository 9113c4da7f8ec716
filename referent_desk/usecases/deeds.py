"""Doing something that can be taken back, and saying what was saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Deed, Saved
from referent_desk.storage.audit import Origin
from referent_desk.storage.trails import Trail
from referent_desk.storage.work import Work
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.histories import Done

_KINDS: Mapping[str, Kind] = {
    "node": Kind.DEPARTMENTS,
    "department_function": Kind.FUNCTIONS,
    "vendor": Kind.SOFTWARE,
    "vendor_alias": Kind.SOFTWARE,
    "software": Kind.SOFTWARE,
    "software_alias": Kind.SOFTWARE,
    "release": Kind.SOFTWARE,
    "release_live": Kind.SOFTWARE,
    "deployment": Kind.DEPLOYMENTS,
    "person": Kind.PEOPLE,
    "appointment": Kind.APPOINTMENTS,
    "procedure": Kind.PROCEDURES,
    "revision": Kind.PROCEDURES,
    "local_value": Kind.PROCEDURES,
    "directory_entry": Kind.DIRECTORY,
    "chapter": Kind.BINDERS,
    "binder": Kind.BINDERS,
    "copy": Kind.BINDERS,
    "printer": Kind.BINDERS,
    "confirmation": Kind.BINDERS,
    "insertion": Kind.BINDERS,
    "verification": Kind.PROCEDURES,
    "withdrawal": Kind.PROCEDURES,
    "upper_decision": Kind.PROCEDURES,
    "dialling": Kind.DIRECTORY,
    "acknowledgement": Kind.ACKNOWLEDGEMENTS,
    "means": Kind.MEANS,
    "means_dependency": Kind.MEANS,
    "failure_domain": Kind.MEANS,
    "domain_dependency": Kind.MEANS,
    "drill": Kind.DRILLS,
    "drill_run": Kind.DRILLS,
    "lesson": Kind.DRILLS,
    "maintenance": Kind.DRILLS,
    "action": Kind.ACTIONS,
    "proposal": Kind.APPOINTMENTS,
    "objective": Kind.APPOINTMENTS,
    "letter": Kind.APPOINTMENTS,
    "absence": Kind.PEOPLE,
    "training": Kind.SKILLS,
    "skill": Kind.SKILLS,
    "arrival_item": Kind.SKILLS,
    "arrival_tick": Kind.SKILLS,
    "help_entry": Kind.HELP,
    "tip": Kind.HELP,
    "ticket": Kind.HELP,
    "advice": Kind.ADVICE,
    "handover": Kind.HANDOVERS,
    "handover_item": Kind.HANDOVERS,
}
"""What the rows of a table are to the window."""


@contextmanager
def doing(
    desk: Desk, action: str, deed: Deed, *, origin: Origin = Origin.HAND, record_id: str = ""
) -> Iterator[Work]:
    """One use case, all of it or nothing, which can be taken back for as long as the home is open.

    Nothing written is nothing to take back.
    """
    with desk.database.write(action, origin=origin) as work:
        yield work
    if work.trail:
        desk.history.note(Done(deed, work.trail, record_id))


def kinds_of(trail: Trail) -> frozenset[Kind]:
    return frozenset(_KINDS[step.table] for step in trail if step.table in _KINDS)


def saved(desk: Desk, kinds: frozenset[Kind], record_id: str = "") -> Saved:
    """The answer to whoever saved: when, and what can be taken back and done again now."""
    history = desk.history
    return Saved(
        kinds=kinds,
        id=record_id,
        at=desk.clock.now(),
        undo=history.to_undo[-1].deed if history.to_undo else None,
        redo=history.to_redo[-1].deed if history.to_redo else None,
    )
