"""Numbers that were dialled: a tenth of them is drawn every month, until all were tried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from math import ceil

from referent_desk.domain.directory import LineType, Purpose
from referent_desk.domain.values import dataclass

LEAST_DRAWN = 3
ESSENTIAL = frozenset(
    {
        *(Purpose.SWITCHBOARD, Purpose.IT_ON_CALL, Purpose.WARD_MANAGER, Purpose.PHYSICIAN),
        Purpose.ADMINISTRATOR_ON_DUTY,
    }
)
"""Those that a sheet calls by what they are for."""
EMERGENCY_NUMBERS = frozenset({"15", "17", "18", "112", "114", "115", "119", "191", "196", "197"})
"""Public ones of France, also behind a zero for the outside line."""


class CallOutcome(StrEnum):
    RIGHT = "right"
    NO_ANSWER = "no_answer"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Call:
    """A number was dialled; `who` did it."""

    id: str
    number: str
    outcome: CallOutcome
    day: date
    who: str = ""


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line of the directory with the calls that stand, the newest first.

    `owner` is empty for a line of the department itself. `known_since`: the day on which it was
    added, as far as it is known. `number_before`: what its number was when the month began, where
    it was changed since; it may have been empty.
    """

    entry_id: str
    label: str
    number: str
    owner_id: str
    owner: str = ""
    line_type: LineType = LineType.UNKNOWN
    purpose: Purpose = Purpose.NONE
    hours: str = ""
    position: int = 0
    known_since: date | None = None
    number_before: str | None = None
    is_closed: bool = False
    calls: tuple[Call, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def last(self) -> Call | None:
        """The last call to the number that it has now: a changed number was not dialled."""
        return next((call for call in self.calls if call.number == self.number), None)

    @property
    def is_dialled(self) -> bool:
        return any(call.number == self.number for call in self.calls)

    def called_in(self, month: date) -> Call | None:
        """The last call since that day, to whatever number it had."""
        return next((call for call in self.calls if call.day >= month), None)

    def reached_before(self, month: date) -> date:
        """When the number that it had then was last reached; `date.min` if never."""
        then = self.number if self.number_before is None else self.number_before
        days = (
            call.day
            for call in self.calls
            if call.day < month and call.number == then and call.outcome is CallOutcome.RIGHT
        )
        return max(days, default=date.min)


Order = tuple[int, int, bool, int, str]


def draw_order(line: CheckedLine, month: date) -> Order:
    """Those longest not reached come first, counted by months; of one month the essential ones."""
    reached = line.reached_before(month)
    return (
        reached.year,
        reached.month,
        line.purpose not in ESSENTIAL,
        line.position,
        line.entry_id,
    )


def month_of(day: date) -> date:
    return day.replace(day=1)


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def is_drawable(line: CheckedLine) -> bool:
    """It has a number, or had one when the month began; a runner is not dialled, nor is an
    emergency service for the sake of trying."""
    number = line.number or line.number_before or ""
    is_emergency = "".join(filter(str.isdigit, number)).lstrip("0") in EMERGENCY_NUMBERS
    return bool(number) and not is_emergency and line.line_type is not LineType.RUNNER


def drawn(lines: Iterable[CheckedLine], month: date) -> tuple[CheckedLine, ...]:
    """The lines of the month, which stay the same whatever is dialled or changed during it.

    What was added since takes its turn next month, unless all of it was. `lines` hold those that
    were closed during the month too.
    """
    counted = [line for line in lines if is_drawable(line)]
    known = [line for line in counted if line.known_since is None or line.known_since < month]
    ordered = sorted(known or counted, key=lambda line: draw_order(line, month))
    return tuple(ordered[: draw_size(len(ordered))])


def draw_size(count: int) -> int:
    """A tenth, and three at least."""
    return min(count, max(LEAST_DRAWN, ceil(count / 10)))


@dataclass(frozen=True, slots=True)
class DialCheck:
    """The month's lines of one department in the order of dialling; `others` are all the rest.
    Of neither those that were closed."""

    department_id: str
    department: str
    today: date
    drawn: tuple[CheckedLine, ...] = ()
    others: tuple[CheckedLine, ...] = ()

    @property
    def month(self) -> date:
        return month_of(self.today)

    @property
    def left(self) -> tuple[CheckedLine, ...]:
        return lines_left(self.drawn, self.month)


def lines_left(lines: Sequence[CheckedLine], month: date) -> tuple[CheckedLine, ...]:
    """Those that nobody dialled since the month began, and that can be."""
    return tuple(line for line in lines if _is_left(line, month))


def _is_left(line: CheckedLine, month: date) -> bool:
    return bool(line.number) and not line.is_closed and line.called_in(month) is None


@dataclass(frozen=True, slots=True)
class WantedCall:
    """`number` is the one that was dialled. Of a WRONG one `right` is what it should be; empty
    where nobody knows: then it is taken away. `elsewhere`: the values typed into texts that hold it
    change with it."""

    entry_id: str
    number: str
    outcome: CallOutcome
    day: date
    who: str = ""
    right: str = ""
    elsewhere: bool = True
