"""A week of presence, and its stretches: who is there through the whole of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from referent_desk.domain.people import AppointmentRank, Person
from referent_desk.domain.values import dataclass
from referent_desk.domain.week_minutes import Minutes, between, by_days, count, without


class Cover(StrEnum):
    """`PARTLY`: somebody is there, for some of the software alone."""

    MAIN = "main"
    DEPUTY = "deputy"
    PARTLY = "partly"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Shift:
    """When somebody who answers is there in the week; `software` empty: for all of it."""

    person: Person
    rank: AppointmentRank
    minutes: Minutes
    software: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """`software`: those alone that they answer for; empty: all that is asked about."""

    person: Person
    rank: AppointmentRank
    software: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one day; `people` are there from its first minute to its last, and cover it.

    `beside`: who else is there, and when. `lacking`: the software for which nobody answers.
    """

    cover: Cover
    start: int
    end: int
    people: tuple[Answering, ...] = ()
    beside: tuple[tuple[Answering, Minutes], ...] = ()
    lacking: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Presence:
    """One week, of one software, of security, or of all (`subject`).

    `opening` None: nobody said when the department is open; then nothing is missing. `main`,
    `deputy`, `partly` and `nobody` never overlap, and lie in the opening hours where these are
    known; of all, main and deputy is what is covered for every software. `uncovered`: when one of
    the software at least has nobody. `unknown`: those who answer, and nobody knows when they work;
    where that is all of them nothing is called nobody's. `away`: those who do not come that week.
    """

    subject: str
    opening: Minutes | None
    main: Minutes
    deputy: Minutes
    partly: Minutes
    nobody: Minutes
    uncovered: Minutes
    software: frozenset[str] = frozenset()
    shifts: tuple[Shift, ...] = ()
    unknown: tuple[Person, ...] = ()
    away: tuple[Person, ...] = ()

    @property
    def missing(self) -> int:
        """How many minutes nobody covers: of all, for one of the software at least."""
        return count(self.uncovered)

    @property
    def missing_partly(self) -> int:
        """How many of them somebody is there, for other software."""
        return count(self.uncovered & self.partly)

    @property
    def is_covered(self) -> bool:
        """Every opening hour."""
        return self.opening is not None and not without(self.opening, self.main | self.deputy)

    def answering(self) -> tuple[Answering, ...]:
        """Everybody who is there at some time; those for all first, mains before deputies."""
        held: dict[tuple[str, AppointmentRank], list[Shift]] = {}
        for shift in self.shifts:
            held.setdefault((shift.person.id, shift.rank), []).append(shift)
        found = [self._answering(those) for those in held.values()]
        found.sort(key=lambda one: (one.rank is not AppointmentRank.MAIN, bool(one.software)))
        return tuple(found)

    def parts(self) -> tuple[Part, ...]:
        """In order, each within one day; cut where somebody comes or goes who makes the cover."""
        mains = tuple(s for s in self.shifts if s.rank is AppointmentRank.MAIN)
        found = [
            *self._parts(Cover.MAIN, self.main, mains),
            *self._parts(Cover.DEPUTY, self.deputy, self.shifts),
            *self._parts(Cover.PARTLY, self.partly, self.shifts),
            *self._parts(Cover.NOBODY, self.nobody, ()),
        ]
        return tuple(sorted(found, key=lambda part: part.start))

    def _parts(self, cover: Cover, minutes: Minutes, shifts: tuple[Shift, ...]) -> Iterator[Part]:
        changes = 0
        for shift in shifts:
            changes |= shift.minutes ^ shift.minutes << 1
        for first, last in by_days(minutes):
            held: list[tuple[int, int, tuple[Answering, ...]]] = []
            for start, end in _cut(first, last, changes):
                people = self._there(shifts, start, end)
                if held and held[-1][2] == people:
                    held[-1] = held[-1][0], end, people
                else:
                    held.append((start, end, people))
            for start, end, people in held:
                beside = self._beside(people, start, end)
                yield Part(cover, start, end, people, beside, self._lacking(people))

    def _there(self, shifts: Iterable[Shift], start: int, end: int) -> tuple[Answering, ...]:
        """All the time between; those who answer for all where there are any, mains first."""
        asked = between(start, end)
        held: dict[str, list[Shift]] = {}
        for shift in shifts:
            if not asked & ~shift.minutes:
                held.setdefault(shift.person.id, []).append(shift)
        found = [self._answering(those) for those in held.values()]
        found = [one for one in found if not one.software] or found
        found.sort(key=lambda one: one.rank is not AppointmentRank.MAIN)
        return tuple(found)

    def _answering(self, shifts: list[Shift]) -> Answering:
        """Of one person; whoever is both main and deputy counts as what answers for more."""
        named = frozenset(shift.software for shift in shifts)
        wide = [shift for shift in shifts if not shift.software] or shifts
        ranks = {shift.rank for shift in wide}
        rank = AppointmentRank.MAIN if AppointmentRank.MAIN in ranks else AppointmentRank.DEPUTY
        software = frozenset() if "" in named or named >= self.software else named
        return Answering(shifts[0].person, rank, software)

    def _beside(
        self, people: tuple[Answering, ...], start: int, end: int
    ) -> tuple[tuple[Answering, Minutes], ...]:
        """Mains first."""
        asked, known = between(start, end), {one.person.id for one in people}
        held: dict[tuple[str, Minutes], list[Shift]] = {}
        for shift in self.shifts:
            minutes = shift.minutes & asked
            if people and minutes and shift.person.id not in known:
                held.setdefault((shift.person.id, minutes), []).append(shift)
        found = [(self._answering(those), when) for (_key, when), those in held.items()]
        found.sort(key=lambda one: one[0].rank is not AppointmentRank.MAIN)
        return tuple(found)

    def _lacking(self, people: tuple[Answering, ...]) -> frozenset[str]:
        if any(not one.software for one in people):
            return frozenset()
        return self.software.difference(*(one.software for one in people))


def _cut(start: int, end: int, changes: Minutes) -> Iterator[tuple[int, int]]:
    """`changes`: the minutes at which somebody comes or goes."""
    left = changes & between(start + 1, end)
    while left:
        at = (left & -left).bit_length() - 1
        yield start, at
        start, left = at, left & (left - 1)
    yield start, end
