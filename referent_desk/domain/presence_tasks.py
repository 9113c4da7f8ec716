"""What presence gives to do: hours that an absence leaves to nobody, and hours nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from referent_desk.domain.presences import WardFacts, presence_of
from referent_desk.domain.rotations import monday_of
from referent_desk.domain.tasks import Lead, Task, Urgency
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import DAY, WEEK, between, count, without

PRESENCE_MINUTES: Mapping[str, int] = {"hours_uncovered": 3, "hours_unknown": 2}
WEEKS = 2
"""This one and the next."""


@dataclass(frozen=True, slots=True)
class LostHours:
    """Minutes of a week that nobody covers, for one of the software at least, because of absences;
    and who is absent then."""

    monday: date
    minutes: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PresenceFacts:
    """`unknown`: id and name of those who answer, where of none it is known when they work."""

    lost: tuple[LostHours, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


def presence_facts_of(ward: WardFacts, today: date) -> PresenceFacts:
    """`ward` as it is in this week and the next."""
    monday = monday_of(today)
    week = presence_of(ward, monday)
    unknown = tuple((person.id, person.full_name) for person in week.unknown)
    found = []
    if ward.opening is not None and any(one.absences for one in ward.staff.values()):
        usual = {key: replace(one, absences=()) for key, one in ward.staff.items()}
        undisturbed = replace(ward, staff=usual)
        for number in range(WEEKS):
            begins = monday + timedelta(weeks=number)
            lost = _lost(ward, undisturbed, begins, today)
            if lost is not None:
                found.append(lost)
    return PresenceFacts(tuple(found), () if week.shifts else unknown)


def _lost(ward: WardFacts, usual: WardFacts, monday: date, today: date) -> LostHours | None:
    """What is over is not lost any more."""
    with_all = presence_of(usual, monday)
    lost = without(presence_of(ward, monday).uncovered, with_all.uncovered)
    lost &= between(max(0, (today - monday).days) * DAY, WEEK)
    if not lost:
        return None
    sunday = monday + timedelta(days=6)
    felt = {shift.person.id for shift in with_all.shifts if shift.minutes & lost}
    names = sorted(
        one.person.full_name
        for key, one in ward.staff.items()
        if key in felt and any(a <= sunday and b >= monday for a, b in one.absences)
    )
    return LostHours(monday, count(lost), tuple(names))


def presence_tasks(facts: PresenceFacts, _today: date) -> Iterable[Task]:
    """The first week that an absence touches; the next one is a matter of the next week."""
    for lost in facts.lost[:1]:
        code = "hours_uncovered"
        fields = {"monday": lost.monday, "lost": lost.minutes, "weeks": len(facts.lost)}
        minutes = PRESENCE_MINUTES[code]
        yield Task(code, Urgency.SOON, minutes, Lead.PRESENCE, (), lost.names, fields)
    if facts.unknown:
        code, count_of = "hours_unknown", len(facts.unknown)
        minutes = PRESENCE_MINUTES[code] * count_of
        names = tuple(name for _key, name in facts.unknown)
        key = (facts.unknown[0][0],)
        fields_of = {"count": count_of}
        yield Task(code, Urgency.LATER, minutes, Lead.PRESENCE, key, names, fields_of)
