"""What successions give to do in a department: a handover to begin, one to finish, a name to erase.

One that was begun presses when the last day is near; the appointment that ends has a task of its
own, so that beginning one can wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from referent_desk.domain.handovers import BEGIN_BEFORE
from referent_desk.domain.tasks import Due, Lead, Task, Urgency
from referent_desk.domain.values import dataclass

HANDOVER_MINUTES: Mapping[str, int] = {
    "handover_to_begin": 10,
    "handover_open": 15,
    "name_to_erase": 3,
}


@dataclass(frozen=True, slots=True)
class OpenHandover:
    person: str
    last_day: date | None
    done: int
    count: int


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """`leaving` are those in office whose last day is known and who have begun no handover;
    `erasable` the ids and names of those whose day to be forgotten has come."""

    leaving: tuple[tuple[str, date], ...] = ()
    open: tuple[OpenHandover, ...] = ()
    erasable: tuple[tuple[str, str], ...] = ()


def handover_tasks(facts: HandoverFacts, today: date) -> Iterable[Task]:
    for person, last_day in facts.leaving:
        if today <= last_day <= today + 3 * BEGIN_BEFORE:
            fields: dict[str, object] = {"person": person, "day": last_day}
            yield _task("handover_to_begin", Urgency.LATER, fields)
    for one in facts.open:
        fields = {"person": one.person, "done": one.done, "count": one.count}
        if one.last_day is not None:
            fields["day"] = one.last_day
        is_near = one.last_day is not None and one.last_day <= today + BEGIN_BEFORE
        yield _task("handover_open", Urgency.SOON if is_near else Urgency.LATER, fields)
    if facts.erasable:
        (key, _name), *_rest = facts.erasable
        yield Task(
            "name_to_erase",
            Urgency.LATER,
            HANDOVER_MINUTES["name_to_erase"],
            Lead.ERASURE,
            (key,),
            tuple(name for _key, name in facts.erasable),
            {"count": len(facts.erasable)},
        )


def handover_due_days(facts: HandoverFacts, today: date) -> Iterable[Due]:
    for one in facts.open:
        if one.last_day is not None and one.last_day >= today:
            yield Due("handover_ends", one.last_day, one.person)


def _task(code: str, urgency: Urgency, fields: Mapping[str, object]) -> Task:
    return Task(code, urgency, HANDOVER_MINUTES[code], Lead.HANDOVER, fields=fields)
