"""Printing through CUPS by its own commands, which take the PDF as it is.

With the printer off, `lp` answers as if all were well: what became of a job only its queue tells.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from referent_desk.domain.printing import Because, JobReport, Printer, PrintOptions
from referent_desk.errors import Busy, DeskError, NotPrinted
from referent_desk.exchange.cups_answers import (
    read_completed,
    read_job,
    read_printers,
    read_waiting,
    reads_two_sided,
)
from referent_desk.language import _

_TO_ASK = 10  # seconds
_TO_SEND = 120  # seconds: a large binder over a slow queue
_LONGEST_TITLE = 120
_NO_SCHEDULER = (
    *("scheduler is not running", "unable to connect", "bad file descriptor"),
    *("connection refused", "no such file or directory"),
)
_UNKNOWN_QUEUE = ("does not exist", "was not found", "unknown destination", "invalid destination")
_NOT_ALLOWED = ("forbidden", "unauthorized", "not authorized", "not allowed", "password")


class CupsQueues:
    """The queues of CUPS on this computer. `path` is where its commands are looked for."""

    def __init__(self, path: str | None = None) -> None:
        self._path = path

    @property
    def is_here(self) -> bool:
        return all(self._found(command) for command in ("lp", "lpstat", "cancel"))

    def printers(self) -> tuple[Printer, ...]:
        """Raises NotPrinted where CUPS does not run."""
        done = self._run("lpstat", "-l", "-p", "-a", "-d")
        if done.returncode:
            _refuse_without_scheduler(done.stderr)
        known = read_printers(done.stdout) or self._discovered()
        return tuple(replace(one, two_sided=self._two_sided(one.queue)) for one in known)

    def send(
        self,
        pdf: Path,
        queue: str,
        title: str,
        options: PrintOptions,
        progress: Callable[[int, int], None] | None = None,
    ) -> str:
        """Give the file to the queue; returns the job. That the printer is on it does not say."""
        done = self._run("lp", *_arguments(queue, title, options), "--", str(pdf), within=_TO_SEND)
        job = read_job(done.stdout)
        if done.returncode or not job:
            raise _refusal(done.stderr) if self._is_running() else no_printing_system()
        return job

    def look(self, job: str) -> JobReport:
        """How far the job is now."""
        queue = job.rpartition("-")[0]
        asked = ("-l", "-W", "not-completed", "-o", queue, "-p", queue)
        done = self._run("lpstat", *asked)
        if (report := read_waiting(done.stdout, job)) is not None:
            return report
        if done.returncode:
            _refuse_without_scheduler(done.stderr)
        return read_completed(self._run("lpstat", "-l", "-W", "completed", "-o", queue).stdout, job)

    def cancel(self, job: str) -> None:
        """A job that is over already stays as it is."""
        self._run("cancel", job)

    def _is_running(self) -> bool:
        """Of a CUPS that is not, `lp` says that there is no such printer."""
        return "not running" not in self._run("lpstat", "-r").stdout

    def _discovered(self) -> tuple[Printer, ...]:
        """Printers of the network that have no queue of their own yet; asking takes a second."""
        return tuple(Printer(queue) for queue in self._run("lpstat", "-e").stdout.split())

    def _two_sided(self, queue: str) -> bool | None:
        if not self._found("lpoptions"):
            return None
        try:
            return reads_two_sided(self._run("lpoptions", "-p", queue, "-l").stdout)
        except Busy:
            return None

    def _found(self, command: str) -> str | None:
        return shutil.which(command, path=self._path)

    def _run(
        self, command: str, *arguments: str, within: float | None = None
    ) -> subprocess.CompletedProcess[str]:
        """In a session of its own: a command that wants a password finds no terminal to ask on."""
        program = self._found(command)
        if program is None:
            raise no_printing_system()
        try:
            return subprocess.run(  # noqa: S603 - no shell, and the program is found by its path
                [program, *arguments],
                env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=within or _TO_ASK,
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Busy(
                _("The printing system of this computer does not answer."),
                _("Save the PDF. If it stays so, restart the computer or call the IT department."),
            ) from None
        except OSError:
            raise no_printing_system() from None


def _arguments(queue: str, title: str, options: PrintOptions) -> list[str]:
    """A4 and no scaling: codes and frames have the size they were drawn in."""
    sides = "two-sided-long-edge" if options.two_sided else "one-sided"
    shown = " ".join(title.split())[:_LONGEST_TITLE]
    settings = (f"sides={sides}", "media=A4", "print-scaling=none", "collate=true")
    said = ["-d", queue, "-t", shown, "-n", str(options.copies)]
    for setting in settings:
        said += ["-o", setting]
    if not options.is_whole:
        first, last = options.first_page or 1, options.last_page
        said += ["-P", f"{first}-{last}" if last is not None else f"{first}-"]
    return said


def _refuse_without_scheduler(said: str) -> None:
    if any(words in said.casefold() for words in _NO_SCHEDULER):
        raise no_printing_system()


def _refusal(said: str) -> DeskError:
    folded = said.casefold()
    if "not accepting" in folded:
        return NotPrinted(
            _("This printer takes no more jobs at the moment."),
            _("Choose another printer, or save the PDF and tell the IT department."),
            "refused",
        )
    if any(words in folded for words in _UNKNOWN_QUEUE):
        return NotPrinted(
            _("This computer does not know this printer any more."),
            _("Choose another printer, or save the PDF."),
            "unknown",
        )
    if any(words in folded for words in _NOT_ALLOWED):
        return NotPrinted(
            _("This printer asks for a password, which the program cannot give."),
            _("Save the PDF and print it from the program that opens it."),
            Because.PASSWORD,
        )
    if any(words in folded for words in _NO_SCHEDULER):
        return no_printing_system()
    return NotPrinted(
        _("The printing system did not take the file: {said}").format(said=_last_line(said)),
        _("Save the PDF and print it from the program that opens it."),
        "not_taken",
    )


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1].removeprefix("lp:").strip() if lines else "lp"


def no_printing_system() -> NotPrinted:
    return NotPrinted(
        _("No printing system runs on this computer."),
        _("Save the PDF, and print it from another computer or carry it there on a USB stick."),
        "no_system",
    )
