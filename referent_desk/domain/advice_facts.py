"""What is known of one software for those who buy, in figures of the last twelve months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from referent_desk.domain.software import SoftwareStatus
from referent_desk.domain.values import dataclass

LOOKED_AT = timedelta(days=365)
"""Help, tickets, trials and drills that lie further back say nothing of today."""
SLOW = timedelta(days=30)
"""A ticket that the vendor leaves open for longer is a reason."""


@dataclass(frozen=True, slots=True)
class Contract:
    """None: not known. The three answers are those that Clausier Santé O-3.11 asks for."""

    reference: str = ""
    ends_on: date | None = None
    manual_mode: bool | None = None
    data_extracted: bool | None = None
    original_layout: bool | None = None

    @property
    def answers(self) -> Mapping[str, bool | None]:
        return {
            "manual_mode": self.manual_mode,
            "data_extracted": self.data_extracted,
            "original_layout": self.original_layout,
        }


@dataclass(frozen=True, slots=True)
class Usage:
    """`users` and `beds` are sums of what is known; None where nothing is. `functions` are ids as
    they are read, names where they are shown."""

    departments: int = 0
    establishments: int = 0
    functions: tuple[str, ...] = ()
    users: int | None = None
    beds: int | None = None


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """`trouble` is what was asked most often, `often` how many times."""

    times: int = 0
    minutes: int = 0
    to_it: int = 0
    to_vendor: int = 0
    trouble: str = ""
    often: int = 0


@dataclass(frozen=True, slots=True)
class Tickets:
    """Handed over in these months or still open; `waiting` and `settled` are those of the vendor.

    `longest`: days that the oldest of the slow ones waits, which are `slow` in number.
    """

    handed: int = 0
    stopping: int = 0
    waiting: int = 0
    settled: int = 0
    slow: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Trials:
    """`broken`: a procedure that had worked on a version did not on a later one.

    `texts` are departments × functions with an approved procedure, `untried` those never verified.
    """

    worked: int = 0
    partly: int = 0
    failed: int = 0
    broken: int = 0
    texts: int = 0
    untried: int = 0

    @property
    def total(self) -> int:
        return self.worked + self.partly + self.failed


@dataclass(frozen=True, slots=True)
class DrillsHeld:
    """Without this software: `done` of the `tasks` that were played went as they should."""

    held: int = 0
    done: int = 0
    tasks: int = 0
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Helpers:
    """Staff who can help others with it, and departments that use it and have none of them."""

    people: int = 0
    lacking: int = 0


@dataclass(frozen=True, slots=True)
class AdviceFacts:
    """Of one software. `replaced_by` is the name of what follows it, empty where nothing does."""

    software_id: str
    name: str
    vendor: str = ""
    status: SoftwareStatus = SoftwareStatus.IN_USE
    criticality: int | None = None
    replaced_by: str = ""
    contract: Contract = Contract()
    usage: Usage = Usage()
    help: HelpGiven = HelpGiven()
    tickets: Tickets = Tickets()
    trials: Trials = Trials()
    drills: DrillsHeld = DrillsHeld()
    helpers: Helpers = Helpers()
