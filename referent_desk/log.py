"""The log of the program, and where an exception that nobody caught ends.

A log holds codes and ids, never what was typed nor the name of a person.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from referent_desk.home import Home

FILE_NAME = "referent-desk.log"
LARGEST = 1_000_000  # bytes: at the next start the file is put aside
_LARGEST_OF_ONE_RUN = 5 * LARGEST
_KEPT = 4

Report = Callable[[str], None]
"""Is given a trace that can be copied, in whatever thread the bug was met."""


class LogFile(logging.FileHandler):
    """Put aside at start rather than while running: another window may hold the same file open."""

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is None or self.stream.tell() < _LARGEST_OF_ONE_RUN:
            super().emit(record)


class _LogElsewhere(LogFile):
    """Of a home that cannot be written: no file is made before there is something to tell."""

    def __init__(self) -> None:
        super().__init__(FILE_NAME, encoding="utf-8", errors="backslashreplace", delay=True)

    def _open(self) -> TextIOWrapper:
        number, self.baseFilename = tempfile.mkstemp(prefix="referent-desk-", suffix=".log")
        return os.fdopen(number, "w", encoding=self.encoding, errors=self.errors)

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is None:
            try:
                self.stream = self._open()
            except OSError:  # nowhere is room for it
                return
        super().emit(record)


def start_log(home: Home) -> Path | None:
    """Log into the home, else into a temporary file, else nowhere; returns the file of the home.

    Called again it moves the log.
    """
    stop_log()
    logging.raiseExceptions = False  # a full disk must not write over the answer of a command
    handler = _open_in(home.logs)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_formatted(handler or _LogElsewhere()))
    return Path(handler.baseFilename) if handler is not None else None


def stop_log() -> None:
    """Close the file, so that its folder can be moved or its stick pulled out."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, LogFile):
            root.removeHandler(handler)
            handler.close()


def catch_bugs(report: Report | None = None) -> None:
    """Log what nobody caught, in any thread, and hand its trace to `report`."""

    def note(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        import traceback

        logging.getLogger("bug").critical("not caught", exc_info=(kind, bug, trace))
        if report is not None:
            try:
                report("".join(traceback.format_exception(kind, bug, trace)))
            except Exception:
                logging.getLogger("bug").exception("the report could not be shown")

    def in_main_thread(
        kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
        else:
            note(kind, bug, trace)

    def in_thread(met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None and not issubclass(met.exc_type, SystemExit):
            note(met.exc_type, met.exc_value, met.exc_traceback)

    sys.excepthook = in_main_thread
    threading.excepthook = in_thread


def _open_in(folder: Path) -> LogFile | None:
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put_aside(path)
        return LogFile(path, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None


def _formatted(handler: LogFile) -> LogFile:
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _put_aside(path: Path) -> None:
    """`referent-desk.log` becomes `.log.1`, `.log.1` becomes `.log.2`…; the oldest goes."""
    if not path.is_file() or path.stat().st_size < LARGEST:
        return
    aside = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, _KEPT + 1))]
    for newer, older in reversed(list(pairwise(aside))):
        with suppress(OSError):  # held open by another window: goes on growing until it is closed
            newer.replace(older)
