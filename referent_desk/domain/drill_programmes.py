"""The programme of three years (ReCyF 15.4): every critical function of a department is played once
in that time. Dates are proposed evenly, a month apart at least."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from zlib import crc32

from referent_desk.domain.drill_days import next_playable
from referent_desk.domain.drill_proposals import Candidate
from referent_desk.domain.drill_replays import to_replay
from referent_desk.domain.drills import Complication, Drill, Shift, played_last
from referent_desk.domain.values import dataclass

YEARS = 3
PERIOD = timedelta(days=YEARS * 365 + 1)
APART = timedelta(days=30)
"""Between two drills of a department."""
_FIRST_AFTER = timedelta(days=14)


class Standing(StrEnum):
    """BEHIND: not played for three years. IN_TIME: played within them. TO_PLAN: never played."""

    BEHIND = "behind"
    TO_PLAN = "to_plan"
    PLANNED = "planned"
    IN_TIME = "in_time"


@dataclass(frozen=True, slots=True)
class Ward:
    """What is known of a department for its programme; `candidates` are its critical functions."""

    department_id: str
    department: str
    candidates: tuple[Candidate, ...]
    drills: tuple[Drill, ...]
    shifts: tuple[Shift, ...] = tuple(Shift)


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A function of a department. `proposed` is None where it is planned already. `is_stopped`: its
    drill was stopped half way and is to be played again."""

    department_id: str
    department: str
    candidate: Candidate
    standing: Standing
    last_played: date | None
    planned_on: date | None = None
    proposed: date | None = None
    shift: Shift = Shift.DAY
    complication: str = ""
    is_stopped: bool = False

    @property
    def due_on(self) -> date | None:
        return self.last_played + PERIOD if self.last_played is not None else None

    @property
    def is_late(self) -> bool:
        """There was no room for it before its three years are over."""
        due = self.due_on
        is_in_time = self.standing is Standing.IN_TIME
        return is_in_time and due is not None and (self.proposed or date.min) > due


def programme(
    ward: Ward, complications: Sequence[Complication], today: date
) -> tuple[ProgrammeLine, ...]:
    """What is behind first, then by date. Functions that are planned keep their day."""
    lines = _lines(ward, today)
    dated = _dated(ward, lines, complications, today)
    return tuple(sorted(dated, key=_shown_order))


def programmes(
    wards: Iterable[Ward], complications: Sequence[Complication], today: date
) -> tuple[ProgrammeLine, ...]:
    """Of many departments, one after another."""
    return tuple(line for ward in wards for line in programme(ward, complications, today))


def behind(ward: Ward, today: date) -> tuple[Candidate, ...]:
    """The critical functions that are behind, without proposing a day for anything."""
    lines = _lines(ward, today)
    return tuple(line.candidate for line in lines if line.standing is Standing.BEHIND)


def _lines(ward: Ward, today: date) -> list[ProgrammeLine]:
    last = played_last(ward.drills)
    begun = min((drill.planned_on for drill in ward.drills), default=today)
    planned = _planned(ward.drills, today)
    missed = {d.function_id for d in ward.drills if (d.awaited_on or today) < today}
    stopped = {d.function_id for d in to_replay(ward.drills)}
    lines = []
    for candidate in ward.candidates:
        key = candidate.function_id
        standing = _standing(last.get(key), planned.get(key), key in missed | stopped, begun, today)
        day = planned.get(key)
        names = (ward.department_id, ward.department)
        known = (*names, candidate, standing, last.get(key), day)
        lines.append(ProgrammeLine(*known, is_stopped=key in stopped))
    return lines


def _planned(drills: Iterable[Drill], today: date) -> dict[str, date]:
    """By function, the next day for which it is planned."""
    found: dict[str, date] = {}
    for drill in drills:
        if drill.awaited_on is not None and drill.planned_on >= today:
            known = found.get(drill.function_id, date.max)
            found[drill.function_id] = min(known, drill.planned_on)
    return found


def _standing(
    last: date | None, planned: date | None, is_missed: bool, begun: date, today: date
) -> Standing:
    """A function never played is behind once the programme has run for three years, or once the
    day that it was planned for has passed."""
    if planned is not None:
        return Standing.PLANNED
    if is_missed:
        return Standing.BEHIND
    if last is not None:
        return Standing.IN_TIME if last + PERIOD >= today else Standing.BEHIND
    return Standing.BEHIND if begun + PERIOD < today else Standing.TO_PLAN


def _dated(
    ward: Ward, lines: Sequence[ProgrammeLine], complications: Sequence[Complication], today: date
) -> list[ProgrammeLine]:
    """Those without a day get one: evenly spread, no two departments of a home on the same days."""
    waiting = sorted((line for line in lines if line.planned_on is None), key=_waiting_order)
    taken = sorted(
        day
        for drill in ward.drills
        if (day := drill.played_on or (drill.planned_on if drill.is_awaited else None)) is not None
    )
    first = today + _FIRST_AFTER
    step = (PERIOD - 2 * _FIRST_AFTER).days / max(1, len(waiting))
    offset = crc32(ward.department_id.encode()) % max(1, min(APART.days, int(step)))
    done = [line for line in lines if line.planned_on is not None]
    for number, line in sorted(enumerate(waiting), key=lambda pair: _placed_order(pair[1])):
        shift = ward.shifts[(number + offset) % len(ward.shifts)]
        wanted = first + timedelta(days=int(number * step) + offset)
        if line.due_on is not None and line.standing is Standing.IN_TIME:
            wanted = min(wanted, max(first, line.due_on - APART))
        day = _free(wanted, taken, shift)
        insort(taken, day)
        fitting = [one.code for one in complications if shift in one.shifts]
        complication = fitting[(number + offset) % len(fitting)] if fitting else ""
        done.append(_with_day(line, day, shift, complication))
    return done


def _free(day: date, taken: Sequence[date], shift: Shift) -> date:
    """That day or the first after it that is playable and a month away from every other drill."""
    while True:
        day = next_playable(day, shift)
        place = bisect_left(taken, day)
        near = [other for other in taken[max(0, place - 1) : place + 1] if abs(other - day) < APART]
        if not near:
            return day
        day = max(near) + APART


def _with_day(line: ProgrammeLine, day: date, shift: Shift, complication: str) -> ProgrammeLine:
    return replace(line, planned_on=None, proposed=day, shift=shift, complication=complication)


def _waiting_order(line: ProgrammeLine) -> tuple[object, ...]:
    candidate = line.candidate
    order = {Standing.BEHIND: 0, Standing.TO_PLAN: 1, Standing.IN_TIME: 2}
    last = line.last_played or date.min
    return (order[line.standing], candidate.rating, last, candidate.position)


def _placed_order(line: ProgrammeLine) -> tuple[object, ...]:
    """Those that were played have a last day: they find their place before the others do."""
    is_in_time = line.standing is Standing.IN_TIME
    return (not is_in_time, (line.due_on if is_in_time else None) or date.max)


def _shown_order(line: ProgrammeLine) -> tuple[object, ...]:
    day = line.planned_on or line.proposed or date.max
    return (line.standing is not Standing.BEHIND, day, line.candidate.position)
