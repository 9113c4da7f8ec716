"""What auditors ask to see, of the whole group or of one establishment: figures and their lists.

Facts in, sections out. Cells of a row are texts, numbers, days and states; words come later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.group_coverage import Place
from referent_desk.domain.group_offices import Office
from referent_desk.domain.readiness import (
    DepartmentCoverage,
    per_cent,
)
from referent_desk.domain.values import dataclass


class Theme(StrEnum):
    REFERENTS = "referents"
    PROCEDURES = "procedures"
    TESTS = "tests"
    DRILLS = "drills"
    COPIES = "copies"
    COVERAGE = "coverage"
    TRAINED = "trained"


class Rehearsal(StrEnum):
    """How a department stands with its tests, within the programme of three years."""

    HELD = "held"
    PLANNED = "planned"
    NONE = "none"


class TextRow(NamedTuple):
    """An approved text that holds; days are ISO texts, empty where there is none."""

    owner_id: str
    function_id: str
    software_id: str
    title: str
    number: int
    approved_on: str
    review_on: str
    verified_on: str
    approver: str


class RunRow(NamedTuple):
    """A drill that was played to its end."""

    department_id: str
    day: str
    function_id: str
    software_id: str
    led_by: str
    participants: int | None
    lesson: str
    findings: int
    actions: int
    done: int


class Practice(NamedTuple):
    """Of the staff of a department: how many, and who of them read a procedure, practised one, was
    trained in a software and is so still. `others`: who read or practised there, known by name."""

    staff: int = 0
    read: int = 0
    practised: int = 0
    trained: int = 0
    others: int = 0


class Site(NamedTuple):
    """A node of the tree and the establishment that it is, or stands in."""

    name: str
    establishment_id: str
    establishment: str


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """`sites` by node; `plans` are the days of drills that are planned, `copies` how many there
    are, `practice`: all by department."""

    today: date
    places: tuple[Place, ...]
    sites: Mapping[str, Site]
    coverage: tuple[DepartmentCoverage, ...]
    offices: tuple[Office, ...]
    functions: Mapping[str, str]
    software: Mapping[str, str]
    texts: tuple[TextRow, ...]
    runs: tuple[RunRow, ...]
    plans: Mapping[str, str]
    copies: Mapping[str, int]
    practice: Mapping[str, Practice]


Cell = str | int | date | None
Row = tuple[Cell, ...]


class SiteFigure(NamedTuple):
    establishment: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Section:
    """`part` of `whole` is its figure; `sites` tell it by establishment; each row begins with its
    establishment."""

    theme: Theme
    part: int
    whole: int
    sites: tuple[SiteFigure, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def share(self) -> int | None:
        return per_cent(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Seal:
    """Of which home, when, and after how many written use cases: the hash of the last of them
    seals all facts that were written before."""

    as_of: datetime
    home_id: str
    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """`scope` names the establishment or the group."""

    scope: str
    seal: Seal
    sections: tuple[Section, ...]
