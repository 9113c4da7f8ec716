"""The list for those who arrive in a department, and what of it was done with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from referent_desk.domain.texts import clean_line, spelling_key
from referent_desk.domain.values import dataclass

LONGEST_LINE = 300
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class ArrivalItem:
    id: str
    what: str
    software_id: str | None = None


@dataclass(frozen=True, slots=True)
class ArrivalTick:
    """A fact that stands: it was done with that person on that day."""

    id: str
    item_id: str
    person_id: str
    day: date
    who: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody of the staff, and since when they are known here. `ticks` by line."""

    person_id: str
    name: str
    role: str = ""
    since: date | None = None
    is_new: bool = False
    ticks: Mapping[str, ArrivalTick] = field(default_factory=dict)

    def done_of(self, items: Sequence[ArrivalItem]) -> int:
        return sum(item.id in self.ticks for item in items)


@dataclass(frozen=True, slots=True)
class ArrivalList:
    """`offered` are the lines that the program proposes for this department.

    `people` begin with those who are new.
    """

    department_id: str
    department: str
    today: date
    items: tuple[ArrivalItem, ...] = ()
    people: tuple[Arrival, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line that is to stand; `id` None: it is new."""

    what: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ListChanges:
    kept: tuple[WrittenLine, ...]
    closed: tuple[str, ...]


def lines_of(text: str) -> tuple[str, ...]:
    """What is typed, line by line; blank lines and what is said twice are left out."""
    found: dict[str, str] = {}
    for raw in text.splitlines():
        line = clean_line(raw)
        if line:
            found.setdefault(spelling_key(line) or line, line)
    return tuple(found.values())


def list_changes(standing: Iterable[ArrivalItem], lines: Sequence[str]) -> ListChanges:
    """A line that is spelled as before keeps what was ticked of it.

    One that stands in the place of a line that is gone, where as many go as come, is that line in
    other words.
    """
    before = list(standing)
    keys = {spelling_key(item.what) or item.what: item.id for item in before}
    found = [keys.get(spelling_key(line) or line) for line in lines]
    gone = [item.id for item in before if item.id not in found]
    new = found.count(None)
    if new == len(gone) and len(lines) == len(before):
        found = [key or before[place].id for place, key in enumerate(found)]
        if len(set(found)) == len(found):
            gone = []
        else:
            found = [keys.get(spelling_key(line) or line) for line in lines]
    kept = tuple(WrittenLine(line, key) for line, key in zip(lines, found, strict=True))
    return ListChanges(kept, tuple(gone))
