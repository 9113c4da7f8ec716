"""Giving a PDF to a printer: what can be chosen, how far it has come, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PrinterState(StrEnum):
    READY = "ready"
    BUSY = "busy"
    PAUSED = "paused"
    REFUSING = "refusing"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue that this computer can print to. `two_sided` is None where nobody can tell."""

    queue: str
    description: str = ""
    place: str = ""
    state: PrinterState = PrinterState.UNKNOWN
    is_default: bool = False
    two_sided: bool | None = None

    @property
    def name(self) -> str:
        """What people call it, where somebody said so."""
        return self.description or self.queue


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """Pages are counted from 1, blank backs included; None: all."""

    two_sided: bool = True
    copies: int = 1
    first_page: int | None = None
    last_page: int | None = None

    @property
    def is_whole(self) -> bool:
        return self.first_page is None and self.last_page is None


class JobState(StrEnum):
    """SENT: the printer has taken everything. It does not say that paper came out.

    SENT because of PRINTER_OFF: it was off for a while, and nothing tells whether it came back.

    WAITING and STOPPED go on by themselves once somebody has seen to what they wait for.
    """

    WAITING = "waiting"
    PRINTING = "printing"
    SENT = "sent"
    STOPPED = "stopped"
    FAILED = "failed"


class Because(StrEnum):
    """Why a job waits, stopped or failed.

    LOST: the queue no longer knows it. FILTER: this computer could not set it for the printer.
    PRINTER: the printer itself gave it up.
    """

    NOTHING = ""
    PAPER_OUT = "paper_out"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    TONER_OUT = "toner_out"
    PRINTER_OFF = "printer_off"
    PAUSED = "paused"
    HELD = "held"
    PASSWORD = "password"  # noqa: S105 - a reason, not a password
    LOST = "lost"
    CANCELLED = "cancelled"
    FILTER = "filter"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True)
class JobReport:
    job: str
    state: JobState
    because: Because = Because.NOTHING

    @property
    def is_over(self) -> bool:
        return self.state in {JobState.SENT, JobState.FAILED}


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer that the ward knows, whether this computer prints to it or not."""

    id: str
    name: str
    place: str
    queue: str
    works_without_network: bool | None
    toner_on: date | None
    tested_on: date | None
    note: str


def page_range(options: PrintOptions, pages: int) -> range:
    """The pages that are meant, counted from 0, of a file that holds so many."""
    first = min(max(options.first_page or 1, 1), max(pages, 1))
    last = min(options.last_page or pages, pages)
    return range(first - 1, max(last, first if pages else 0))
