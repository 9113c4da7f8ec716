"""Which drill comes next: what is vital and longest not played, in a shift and with a difficulty
that were not used lately. The same facts always propose the same drills, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from referent_desk.domain.drill_days import next_playable
from referent_desk.domain.drill_replays import to_replay
from referent_desk.domain.drills import Complication, Drill, Shift, played_last
from referent_desk.domain.hours import Span, read_hours
from referent_desk.domain.values import dataclass

CRITICAL = 2
"""Functions that cannot wait have this criticality or a lower number."""
_UNRATED = 3
_SOON = timedelta(days=7)
_MORNING, _EVENING, _NIGHT = 6 * 60, 19 * 60, 22 * 60
_A_DAY = 24 * 60
Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A function that could be played. `criticality` None: nobody has rated it.

    `has_text`: an approved procedure holds for it, so that there is something to play.
    """

    function_id: str
    function_code: str
    function: str
    software_id: str | None
    software: str
    criticality: int | None
    position: int
    has_text: bool

    @property
    def is_critical(self) -> bool:
        return self.criticality is not None and self.criticality <= CRITICAL

    @property
    def rating(self) -> int:
        return self.criticality or _UNRATED


@dataclass(frozen=True, slots=True)
class Proposal:
    candidate: Candidate
    shift: Shift
    complication: str
    day: date


def shifts_of(opening_hours: str) -> tuple[Shift, ...]:
    """Those in which the department works; all of them where nobody has said when it does."""
    hours = read_hours(opening_hours)
    if hours is None:
        return tuple(Shift)
    found = [Shift.DAY]
    if any(_ends(span) > _EVENING for span in hours.spans):
        found.append(Shift.EVENING)
    if any(span.start < _MORNING or _ends(span) > _NIGHT for span in hours.spans):
        found.append(Shift.NIGHT)
    if any(span.last_day > 5 for span in hours.spans):
        found.append(Shift.WEEKEND)
    return tuple(found)


def _ends(span: Span) -> int:
    """In minutes since the midnight before it begins: more than a day where it crosses the next."""
    return span.end if span.end > span.start else span.end + _A_DAY


def ordered(candidates: Iterable[Candidate], drills: Iterable[Drill]) -> tuple[Candidate, ...]:
    """What was stopped half way first, then what is vital; among it what was never played, then
    what was played longest ago.

    A function that is planned already comes last: it needs no second drill.
    """
    known = tuple(drills)
    last = played_last(known)
    planned = {drill.function_id for drill in known if drill.awaited_on is not None}
    stopped = {drill.function_id for drill in to_replay(known)}
    return tuple(
        sorted(
            candidates,
            key=lambda c: (
                c.function_id in planned,
                c.function_id not in stopped,
                not c.is_critical,
                not c.has_text,
                last.get(c.function_id, date.min),
                c.rating,
                c.position,
                c.function_id,
            ),
        )
    )


def propose(
    candidates: Iterable[Candidate],
    drills: Sequence[Drill],
    complications: Sequence[Complication],
    shifts: Sequence[Shift],
    today: date,
    number: int = 0,
) -> Proposal | None:
    """The proposal of that number, from 0; None where the department does nothing."""
    found = ordered(candidates, drills)
    if not found:
        return None
    turn = number // len(found)
    shift = _least_used(shifts, [drill.shift for drill in _newest_first(drills)])
    shift = shifts[(shifts.index(shift) + number) % len(shifts)]
    used = [drill.complication for drill in _newest_first(drills)]
    fitting = [one.code for one in complications if shift in one.shifts]
    complication = ""
    if fitting:
        place = fitting.index(_least_used(fitting, used))
        complication = fitting[(place + number + turn) % len(fitting)]
    day = next_playable(today + _SOON, shift)
    return Proposal(found[number % len(found)], shift, complication, day)


def _newest_first(drills: Iterable[Drill]) -> list[Drill]:
    return sorted(drills, key=lambda drill: (drill.planned_on, drill.id), reverse=True)


def _least_used(choices: Sequence[Choice], used: Sequence[Choice]) -> Choice:
    """Never used, else used longest ago; in the order in which they are given."""
    return max(choices, key=lambda choice: used.index(choice) if choice in used else len(used))
