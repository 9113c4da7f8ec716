"""The referents of the neighbouring departments, as a sheet names them: by their usual weeks.

Absences and the week in which it is printed do not matter: they make no sheet out of date.
"""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.people import Person
from referent_desk.domain.rotations import opening_of, read_rotation
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import WHOLE_WEEK, Minutes, count, united, without

MOST_PRINTED = 2


@dataclass(frozen=True, slots=True)
class NearReferent:
    """Answers for all the software of another department of the same pole.

    `software` is what that department uses.
    """

    department: str
    person: Person
    software: frozenset[str]


def usual_minutes(person: Person) -> Minutes:
    """What one of their weeks or another covers; 0 where nobody knows when they work."""
    rotation = read_rotation(person.working_hours, person.week_one)
    if not person.working_hours or rotation is None:
        return 0
    return united(opening_of(week.stored()) or 0 for week in rotation.weeks)


def nearest(
    near: Iterable[NearReferent],
    officers: Iterable[Person],
    opening_hours: str,
    software: frozenset[str],
) -> tuple[NearReferent, ...]:
    """Those who are there when none of the officers is and know some of the software; whoever
    covers most of that time first."""
    here = tuple(officers)
    known = {person.id for person in here}
    opening = opening_of(opening_hours)
    missing = without(WHOLE_WEEK if opening is None else opening, united(map(usual_minutes, here)))
    found = [
        (count(usual_minutes(one.person) & missing), one)
        for one in near
        if one.software & software
        and one.person.id not in known
        and (one.person.printed_telephone or not one.person.telephone)
    ]
    found.sort(key=lambda each: (-each[0], each[1].person.full_name, each[1].department))
    kept = dict.fromkeys(one.person.id for covered, one in found if covered)
    firsts = [next(one for _c, one in found if one.person.id == key) for key in kept]
    return tuple(firsts[:MOST_PRINTED])
