"""The rules of succession: of one department as among all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from referent_desk.domain.people import IN_OFFICE, AppointmentState, appointment_state
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.successions import (
    ANNOUNCED,
    LONG_ABSENCE,
    Answer,
    Follower,
    Follows,
    Held,
    LeavesBecause,
    Leaving,
    Orphan,
    OrphanKind,
    SoleKnower,
    Staff,
    Succession,
    SuccessionFacts,
)
from referent_desk.domain.texts import folded

MOST_FOLLOWERS = 5
_DAY = timedelta(days=1)
_KINDS = tuple(OrphanKind)


def successions(facts: SuccessionFacts, today: date) -> dict[str, Succession]:
    """By department: those of which there is something to say."""
    wards = _Wards(facts, today)
    found: defaultdict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for leaving in wards.leavings():
        found[leaving.department_id]["leavings"].append(leaving)
    for department_id, knower in sorted(wards.sole_knowers(), key=_by_software):
        found[department_id]["sole_knowers"].append(knower)
    for orphan in sorted(wards.orphans(), key=_by_kind):
        found[orphan.department_id]["orphans"].append(orphan)
    return {
        department_id: Succession(
            department_id, **{name: tuple(those) for name, those in lists.items()}
        )
        for department_id, lists in found.items()
    }


def helping_in(
    facts: SuccessionFacts, department_id: str, today: date
) -> dict[str, tuple[str, ...]]:
    """By person who is there: the software with which they help others or which they train."""
    return {
        person_id: tuple(key for key, _level in facts.helping(person_id, department_id))
        for person_id in _Wards(facts, today).members(department_id)
    }


def _by_software(one: tuple[str, SoleKnower]) -> tuple[str, str]:
    return folded(one[1].software), one[1].software_id


def _by_kind(one: Orphan) -> tuple[int, date, str, str]:
    return _KINDS.index(one.kind), one.left_on, one.subject, one.id


class _Wards:
    def __init__(self, facts: SuccessionFacts, today: date) -> None:
        self._facts, self._today = facts, today
        self._by_ward: defaultdict[str, list[Held]] = defaultdict(list)
        for held in facts.held:
            self._by_ward[held.department_id].append(held)
        self._staff: defaultdict[str, list[str]] = defaultdict(list)
        for person_id, staff in facts.people.items():
            if staff.department_id and self._is_here(person_id):
                self._staff[staff.department_id].append(person_id)

    def leavings(self) -> list[Leaving]:
        """The soonest first."""
        found = []
        for department_id, those in self._by_ward.items():
            going: defaultdict[str, list[tuple[Held, date, LeavesBecause]]] = defaultdict(list)
            for held in those:
                end = self._end(held)
                if end is not None:
                    going[held.person_id].append((held, *end))
            for person_id, ends in going.items():
                found.append(self._leaving(department_id, person_id, ends, those))
        found.sort(key=lambda one: (one.last_day, one.person))
        return found

    def _end(self, held: Held) -> tuple[date, LeavesBecause] | None:
        """The last day in office, where it is near."""
        staff = self._facts.people[held.person_id]
        state = appointment_state(held.since, held.until, staff.left_on, self._today)
        if state not in IN_OFFICE:
            return None
        ends = [(held.until, LeavesBecause.OFFICE_ENDS), (staff.left_on, LeavesBecause.DEPARTURE)]
        for since, until in self._facts.absences.get(held.person_id, ()):
            if until - since >= LONG_ABSENCE and until >= self._today:
                ends.append((since - _DAY, LeavesBecause.ABSENCE))
        known = [(day, why) for day, why in ends if day is not None]
        if not known:
            return None
        day, why = min(known, key=lambda one: (one[0], one[1] != LeavesBecause.DEPARTURE))
        return (day, why) if day <= self._today + ANNOUNCED else None

    def _leaving(
        self,
        department_id: str,
        person_id: str,
        ends: list[tuple[Held, date, LeavesBecause]],
        ward: list[Held],
    ) -> Leaving:
        last_day, why = min((day, why) for _held, day, why in ends)
        chairs = {held.chair for held, _day, _why in ends}
        programs = self._facts.software
        return Leaving(
            department_id,
            person_id,
            self._facts.people[person_id].name,
            why,
            last_day,
            tuple(
                Answer(h.id, h.kind, h.rank, h.software_id, programs.get(h.software_id, ""))
                for h, _day, _why in sorted(ends, key=lambda end: (*end[0].chair[1:], end[0].id))
            ),
            tuple(self._followers(department_id, person_id, last_day, chairs, ward)),
            self._followed_by(person_id, last_day, chairs, ward),
        )

    def _followed_by(
        self,
        person_id: str,
        last_day: date,
        chairs: set[tuple[str, str, str, str]],
        ward: list[Held],
    ) -> tuple[str, ...]:
        """Nobody unless every chair has its next one."""
        next_ones = {
            held.chair: self._facts.people[held.person_id].name
            for held in ward
            if held.chair in chairs
            and held.person_id != person_id
            and self._state_on(held, last_day + _DAY) in IN_OFFICE
        }
        return tuple(sorted(set(next_ones.values()))) if next_ones.keys() >= chairs else ()

    def _followers(
        self,
        department_id: str,
        leaving_id: str,
        last_day: date,
        chairs: set[tuple[str, str, str, str]],
        ward: list[Held],
    ) -> Iterator[Follower]:
        """The deputy first, then who trains on it or helps, then the others of the ward."""
        programs = {chair[3] for chair in chairs if chair[3]}
        ranked: dict[str, tuple[int, Follower]] = {}

        def offer(person_id: str, order: int, why: Follows, software_id: str = "") -> None:
            staff = self._facts.people[person_id]
            if person_id == leaving_id or not self._is_here(person_id, last_day + _DAY):
                return
            name = self._facts.software.get(software_id, "")
            one = (order, Follower(person_id, staff.name, why, name))
            ranked[person_id] = min(
                ranked.get(person_id, one), one, key=lambda pair: (pair[0], pair[1].software)
            )

        for held in ward:
            if held.rank == "deputy" and self._state_on(held, self._today) in IN_OFFICE:
                offer(held.person_id, 0, Follows.DEPUTY, held.software_id)
        wanted = programs or set(self._facts.uses.get(department_id, ()))
        for person_id in self._staff.get(department_id, ()):
            for software_id, level in self._facts.helping(person_id, department_id):
                if software_id in wanted:
                    trains = level is SkillLevel.TRAINS
                    why = Follows.TRAINS if trains else Follows.HELPS
                    offer(person_id, 1 if trains else 2, why, software_id)
        if not ranked:
            for person_id in self._staff.get(department_id, ()):
                offer(person_id, 3, Follows.COLLEAGUE)
        ordered = sorted(ranked.values(), key=lambda pair: (pair[0], pair[1].person))
        yield from (follower for _order, follower in ordered[:MOST_FOLLOWERS])

    def members(self, department_id: str) -> set[str]:
        """Who works there, and who answers for something there."""
        return {
            *self._staff.get(department_id, ()),
            *(
                held.person_id
                for held in self._by_ward.get(department_id, ())
                if self._state_on(held, self._today) in IN_OFFICE
            ),
        }

    def sole_knowers(self) -> Iterator[tuple[str, SoleKnower]]:
        """Somebody must know it: where nobody does, that is a gap and told elsewhere."""
        facts = self._facts
        for department_id, software_ids in facts.uses.items():
            knowing: defaultdict[str, set[str]] = defaultdict(set)
            for person_id in self.members(department_id):
                for software_id, _level in facts.helping(person_id, department_id):
                    knowing[software_id].add(person_id)
            for software_id in software_ids:
                if len(knowing.get(software_id, ())) == 1:
                    (person_id,) = knowing[software_id]
                    staff = facts.people[person_id]
                    name = facts.software.get(software_id, "")
                    one = SoleKnower(software_id, name, person_id, staff.name, staff.left_on)
                    yield department_id, one

    def orphans(self) -> Iterator[Orphan]:
        """Offices first: those who held one until they left, and nobody does since."""
        facts, today = self._facts, self._today
        for department_id, ward in self._by_ward.items():
            taken = {h.chair for h in ward if self._state_on(h, today) in IN_OFFICE}
            for held in ward:
                staff = facts.people[held.person_id]
                left = staff.left_on
                if left is None or left >= today or held.chair in taken:
                    continue
                if held.until is None or held.until >= left:
                    subject = facts.software.get(held.software_id, "")
                    kind = OrphanKind.OFFICE
                    yield Orphan(
                        kind, department_id, held.id, subject, held.person_id, staff.name, left
                    )
        gone = self._gone_by_name()
        for named in facts.named:
            who = gone.get(named.name)
            if who is not None:
                person_id, staff, left = who
                yield Orphan(
                    named.kind,
                    named.department_id,
                    named.id,
                    named.subject,
                    person_id,
                    staff.name,
                    left,
                )

    def _gone_by_name(self) -> dict[str, tuple[str, Staff, date]]:
        """Those who left, by name; a name that somebody bears who is here is nobody's."""
        gone: dict[str, tuple[str, Staff, date]] = {}
        here = set()
        for person_id, staff in self._facts.people.items():
            if staff.left_on is not None and staff.left_on < self._today:
                gone[staff.name] = (person_id, staff, staff.left_on)
            else:
                here.add(staff.name)
        return {name: one for name, one in gone.items() if name not in here}

    def _state_on(self, held: Held, day: date) -> AppointmentState:
        left_on = self._facts.people[held.person_id].left_on
        return appointment_state(held.since, held.until, left_on, day)

    def _is_here(self, person_id: str, day: date | None = None) -> bool:
        return self._facts.people[person_id].is_here(day or self._today)
