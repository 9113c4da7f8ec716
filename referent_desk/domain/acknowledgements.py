"""Who of a department has read or practised which approved text, and how far the ward has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

NEWCOMER = timedelta(days=60)
"""So long somebody who was added is new to the ward."""
ENOUGH = 80
"""Percent of the staff that should have read what cannot wait."""
CRITICAL = 2
"""Functions that cannot wait have this criticality or a lower number."""


class Level(StrEnum):
    READ = "read"
    PRACTISED = "practised"


class Known(StrEnum):
    """What somebody knows of a procedure. EARLIER: an earlier revision, not the one in force."""

    NOTHING = "nothing"
    EARLIER = "earlier"
    READ = "read"
    PRACTISED = "practised"

    @property
    def is_of_today(self) -> bool:
        """Practised implies read."""
        return self in (Known.READ, Known.PRACTISED)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A fact that stands. `person_id` None: a name that was written and is nobody known."""

    id: str
    procedure_id: str
    revision_id: str
    person_id: str | None
    name: str
    level: Level
    day: date
    who: str = ""


@dataclass(frozen=True, slots=True)
class Taught:
    """A procedure of the department whose approved text is in force.

    `mark` tells this revision from every other, on paper and on screen.
    """

    procedure_id: str
    revision_id: str
    number: int
    title: str
    function: str
    software: str = ""
    sheet_code: str = ""
    mark: str = ""
    criticality: int | None = None
    in_force_on: date | None = None
    approved_on: date | None = None

    @property
    def is_critical(self) -> bool:
        return self.criticality is not None and self.criticality <= CRITICAL


@dataclass(frozen=True, slots=True)
class Reader:
    """A line of the grid. `known_since`: the day on which somebody came to the department, as far
    as it is known. `person_id` None: a name alone. `is_staff`: counts for the ward."""

    name: str
    person_id: str | None = None
    role: str = ""
    known_since: date | None = None
    is_staff: bool = False

    @property
    def key(self) -> str:
        return reader_key(self.person_id, self.name)

    def is_new(self, today: date) -> bool:
        return self.known_since is not None and today - self.known_since < NEWCOMER


def reader_key(person_id: str | None, name: str) -> str:
    return person_id or f"name:{folded(name)}"


@dataclass(frozen=True, slots=True)
class Cell:
    """`day` and `revision`: of what was read or practised last."""

    known: Known = Known.NOTHING
    day: date | None = None
    revision: int | None = None


NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the staff, of how many."""

    count: int
    total: int

    @property
    def percent(self) -> int:
        """Rounded down: 79.9 is not yet 80. A ward without staff has none to wait for."""
        return 100 if not self.total else 100 * self.count // self.total


@dataclass(frozen=True, slots=True)
class Register:
    """`numbers` holds the number of every revision that an acknowledgement names."""

    department_id: str
    department: str
    today: date
    readers: tuple[Reader, ...] = ()
    taught: tuple[Taught, ...] = ()
    said: tuple[Acknowledgement, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def staff(self) -> tuple[Reader, ...]:
        return tuple(reader for reader in self.readers if reader.is_staff)

    def cells(self) -> dict[tuple[str, str], Cell]:
        """By reader and procedure; what is not there is NOTHING."""
        return cells_of(self.taught, self.said, self.numbers)


def cells_of(
    taught: Iterable[Taught], said: Iterable[Acknowledgement], numbers: Mapping[str, int]
) -> dict[tuple[str, str], Cell]:
    """The revision in force counts before an earlier one, practised before read, the newest day
    before the others."""
    present = {one.procedure_id: one.revision_id for one in taught}
    best: dict[tuple[str, str], tuple[int, date, Cell]] = {}
    for fact in said:
        revision_id = present.get(fact.procedure_id)
        if revision_id is None:
            continue
        known = Known(fact.level) if fact.revision_id == revision_id else Known.EARLIER
        key = reader_key(fact.person_id, fact.name), fact.procedure_id
        cell = Cell(known, fact.day, numbers.get(fact.revision_id))
        worth = (_WORTH[known], fact.day, cell)
        if key not in best or worth[:2] > best[key][:2]:
            best[key] = worth
    return {key: worth[2] for key, worth in best.items()}


_WORTH = {Known.NOTHING: 0, Known.EARLIER: 1, Known.READ: 2, Known.PRACTISED: 3}


def share_of(
    register: Register,
    cells: Mapping[tuple[str, str], Cell],
    procedure_id: str,
    level: Level = Level.READ,
) -> Share:
    """Of the staff alone: somebody from elsewhere does not make the ward know more."""
    staff = register.staff
    found = [cells.get((reader.key, procedure_id), NOTHING).known for reader in staff]
    count = sum(
        known is Known.PRACTISED if level is Level.PRACTISED else known.is_of_today
        for known in found
    )
    return Share(count, len(staff))


def ward_share(
    register: Register, cells: Mapping[tuple[str, str], Cell], level: Level = Level.READ
) -> Share:
    """Over all that the ward has to know."""
    shares = [share_of(register, cells, one.procedure_id, level) for one in register.taught]
    return Share(sum(share.count for share in shares), sum(share.total for share in shares))


def has_gap(register: Register, cells: Mapping[tuple[str, str], Cell], reader: Reader) -> bool:
    return any(
        not cells.get((reader.key, one.procedure_id), NOTHING).known.is_of_today
        for one in register.taught
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to stand of one person and one revision from now on."""

    revision_id: str
    name: str
    person_id: str | None = None
    level: Level | None = None

    @property
    def key(self) -> tuple[str, str]:
        return reader_key(self.person_id, self.name), self.revision_id


@dataclass(frozen=True, slots=True)
class Changes:
    annulled: tuple[str, ...] = ()
    added: tuple[Mark, ...] = ()

    @property
    def count(self) -> int:
        """How many were said; where none was, how many were taken back."""
        return len(self.added) or len(self.annulled)


def changes_of(standing: Sequence[Acknowledgement], marks: Iterable[Mark]) -> Changes:
    """The facts to annul and to add so that the marks hold.

    What is said already is not said twice. READ after PRACTISED takes the practice back.
    """
    known: dict[tuple[str, str], list[Acknowledgement]] = {}
    for fact in standing:
        key = reader_key(fact.person_id, fact.name), fact.revision_id
        known.setdefault(key, []).append(fact)
    annulled: list[str] = []
    added: list[Mark] = []
    for mark in {mark.key: mark for mark in marks}.values():
        here = known.get(mark.key, [])
        wrong = [fact for fact in here if _goes(fact.level, mark.level)]
        annulled.extend(fact.id for fact in wrong)
        if mark.level is not None and all(fact.level != mark.level for fact in here):
            added.append(mark)
    return Changes(tuple(annulled), tuple(added))


def _goes(stands: Level, wanted: Level | None) -> bool:
    return wanted is None or (wanted is Level.READ and stands is Level.PRACTISED)


def matched(name: str, readers: Iterable[Reader]) -> Reader | None:
    """The one who is called so, in whatever order the names are written; None where two are."""
    words = name_words(name)
    found = [reader for reader in readers if words and name_words(reader.name) == words]
    return found[0] if len({reader.key for reader in found}) == 1 else None


def name_words(name: str) -> frozenset[str]:
    parts = folded(name).replace(",", " ").replace(";", " ").replace("-", " ").split()
    return frozenset(part for part in parts if part not in _TITLES)


_TITLES = frozenset({"m", "m.", "mme", "mlle", "mr", "mrs", "ms", "dr", "pr"})


def names_pasted(text: str) -> tuple[str, ...]:
    """A name from each line; of a row of a spreadsheet, its first two cells that hold letters."""
    found: dict[str, None] = {}
    for line in text.splitlines():
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        named = [cell for cell in cells if any(letter.isalpha() for letter in cell)][:2]
        if named:
            found[" ".join(named)] = None
    return tuple(found)
