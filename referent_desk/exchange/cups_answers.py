"""What `lpstat` and `lpoptions` answer in the C locale, read line by line.

`lpstat -W completed` lists jobs that were cancelled or given up beside those that were printed,
with the same reasons: only the status of the job tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from referent_desk.domain.printing import Because, JobReport, JobState, Printer, PrinterState

_PRINTER = re.compile(r"printer (\S+) (.*)")
_REFUSING = re.compile(r"(\S+) not accepting requests")
_DEFAULT = re.compile(r"system default destination: (\S+)")
_JOB = re.compile(r"(\S+-\d+)\s")

_OFF = re.compile(
    r"may not exist or is unavailable|not respond|unable to (connect|locate|contact)|offline|"
    r"unreachable|no route|timed out|waiting for printer to become available|is not connected|"
    r"network host|host name",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(r"cancel|abort|fail|error|unable|stopped|denied", re.IGNORECASE)

_PRINTER_ALERTS = {
    "media-empty": Because.PAPER_OUT,
    "media-needed": Because.PAPER_OUT,
    "input-tray-missing": Because.PAPER_OUT,
    "media-jam": Because.PAPER_JAM,
    "cover-open": Because.COVER_OPEN,
    "door-open": Because.COVER_OPEN,
    "interlock-open": Because.COVER_OPEN,
    "toner-empty": Because.TONER_OUT,
    "marker-supply-empty": Because.TONER_OUT,
    "offline": Because.PRINTER_OFF,
    "shutdown": Because.PRINTER_OFF,
    "timed-out": Because.PRINTER_OFF,
    "paused": Because.PAUSED,
}
_SEVERITY = re.compile(r"-(report|warning|error)$")
_FILTER_ALERTS = {
    *("job-completed-with-errors", "aborted-by-system", "job-aborted-by-system"),
    *("cups-missing-filter", "cups-insecure-filter", "document-format-error"),
    *("unsupported-document-format", "document-unprintable-error"),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """A line at the margin and what stands indented under it."""

    head: str
    rest: tuple[str, ...]

    def said(self, name: str) -> str | None:
        lines = (line for line in self.rest if line.startswith(f"{name}:"))
        line = next(lines, None)
        return None if line is None else line.partition(":")[2].strip()

    @property
    def alerts(self) -> frozenset[str]:
        words = (self.said("Alerts") or "").split()
        return frozenset(_SEVERITY.sub("", word) for word in words)


def _blocks(answer: str) -> list[_Block]:
    found: list[tuple[str, list[str]]] = []
    for line in answer.splitlines():
        if line[:1].isspace() and found:
            found[-1][1].append(line.strip())
        elif line.strip():
            found.append((line, []))
    return [_Block(head, tuple(rest)) for head, rest in found]


def read_printers(answer: str) -> tuple[Printer, ...]:
    """`lpstat -l -p -a -d`: every queue, the default one first."""
    printers: dict[str, Printer] = {}
    default = ""
    for block in _blocks(answer):
        if match := _PRINTER.match(block.head):
            printers[match[1]] = Printer(
                queue=match[1],
                description=block.said("Description") or "",
                place=block.said("Location") or "",
                state=_printer_state(match[2], block),
            )
        elif (match := _REFUSING.match(block.head)) and match[1] in printers:
            printers[match[1]] = replace(printers[match[1]], state=PrinterState.REFUSING)
        elif match := _DEFAULT.match(block.head):
            default = match[1].partition("/")[0]
    if default in printers:
        printers[default] = replace(printers[default], is_default=True)
    return tuple(sorted(printers.values(), key=lambda p: (not p.is_default, p.name.casefold())))


def _printer_state(said: str, block: _Block) -> PrinterState:
    if said.startswith("disabled"):
        return PrinterState.PAUSED
    if _hindrance(block) is Because.PRINTER_OFF:
        return PrinterState.UNREACHABLE
    return PrinterState.BUSY if said.startswith("now printing") else PrinterState.READY


def _hindrance(printer: _Block) -> Because:
    if (match := _PRINTER.match(printer.head)) and match[2].startswith("disabled"):
        return Because.PAUSED
    for alert, because in _PRINTER_ALERTS.items():
        if alert in printer.alerts:
            return because
    messages = [line for line in printer.rest if ":" not in line and not line.startswith("(")]
    return Because.PRINTER_OFF if _OFF.search(" ".join(messages)) else Because.NOTHING


def read_waiting(answer: str, job: str) -> JobReport | None:
    """`lpstat -l -W not-completed -o QUEUE -p QUEUE`; None where the job is not among them."""
    blocks = _blocks(answer)
    found = _job(blocks, job)
    if found is None:
        return None
    held = _held(found.alerts)
    if held is not Because.NOTHING:
        return JobReport(job, JobState.WAITING, held)
    if found.alerts & _FILTER_ALERTS:
        return JobReport(job, JobState.FAILED, Because.FILTER)
    if _OFF.search(found.said("Status") or ""):
        return JobReport(job, JobState.WAITING, Because.PRINTER_OFF)
    printer = next((block for block in blocks if _PRINTER.match(block.head)), None)
    because = _hindrance(printer) if printer is not None else Because.NOTHING
    if because in {Because.PAUSED, Because.PRINTER_OFF}:
        return JobReport(job, JobState.WAITING, because)
    if because is not Because.NOTHING:
        return JobReport(job, JobState.STOPPED, because)
    is_printing = "job-printing" in found.alerts
    return JobReport(job, JobState.PRINTING if is_printing else JobState.WAITING)


def _held(alerts: Iterable[str]) -> Because:
    held = {alert for alert in alerts if alert.startswith("job-hold") or "held-for" in alert}
    if any("authentication" in alert for alert in held):
        return Because.PASSWORD
    return Because.HELD if held or "job-held" in set(alerts) else Because.NOTHING


def read_completed(answer: str, job: str) -> JobReport:
    """`lpstat -l -W completed -o QUEUE`. A job that never reached the printer has no status.

    The status that a printer was off stays on a job that went to it later, as on one that never
    did: it counts as sent, with the reason to look for the paper.
    """
    found = _job(_blocks(answer), job)
    if found is None:
        return JobReport(job, JobState.FAILED, Because.LOST)
    status = found.said("Status")
    if status is None:
        return JobReport(job, JobState.FAILED, Because.CANCELLED)
    if _OFF.search(status):
        return JobReport(job, JobState.SENT, Because.PRINTER_OFF)
    if _GIVEN_UP.search(status):
        return JobReport(job, JobState.FAILED, Because.PRINTER)
    return JobReport(job, JobState.SENT)


def _job(blocks: Iterable[_Block], job: str) -> _Block | None:
    fitting = (b for b in blocks if (match := _JOB.match(b.head)) and match[1] == job)
    return next(fitting, None)


_TWO_SIDED = frozenset(
    {"DuplexNoTumble", "DuplexTumble", "two-sided-long-edge", "two-sided-short-edge"}
)


def reads_two_sided(answer: str) -> bool | None:
    """`lpoptions -l`: whether the queue offers both sides; None where it offers nothing at all."""
    lines = [line for line in answer.splitlines() if ":" in line]
    if not lines:
        return None
    offered = {word.lstrip("*") for line in lines for word in line.partition(":")[2].split()}
    return bool(offered & _TWO_SIDED)


def read_job(answer: str) -> str:
    """`lp`: the name of the job that was taken; empty where none is named."""
    match = re.search(r"request id is (\S+)", answer)
    return match[1] if match else ""
