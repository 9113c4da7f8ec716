"""A mark in the home while a window is open: found again without its program, it tells of a crash.

The mark is a locked file; the lock dies with its process on every system, a process number does
not tell that reliably. What Python writes in its last moment goes into the file beside it.
"""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from filelock import FileLock, Timeout

_LONGEST_REPORT = 100_000  # characters


@dataclass(frozen=True, slots=True)
class LostRun:
    """A run that did not end by itself; `report` is empty where nothing could be written."""

    begun_at: datetime
    report: str


class RunMark:
    """Where nothing can be written, nothing is marked and nothing is told."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: FileLock | None = None
        self._file: TextIO | None = None

    def begin(self, now: datetime) -> LostRun | None:
        """Mark this run; the newest run that was lost since the last one that was told."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lost = [run for path in self._folder.glob("run-*.txt") if (run := _lost(path))]
            self._mark(self._folder / f"run-{uuid4().hex[:12]}.txt", now)
        except OSError:
            return None
        return max(lost, key=lambda run: run.begun_at, default=None)

    def _mark(self, path: Path, now: datetime) -> None:
        self._lock = FileLock(path.with_suffix(".lock"), timeout=0)
        self._lock.acquire()
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace")
        self._file.write(f"{now.isoformat()}\n")
        self._file.flush()
        faulthandler.enable(self._file)

    def end(self) -> None:
        """The program ends by itself: nothing is left to tell."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                Path(self._file.name).unlink(missing_ok=True)
            self._file = None
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()
                os.unlink(self._lock.lock_file)  # noqa: PTH108 - a name, not a path
            self._lock = None


def _lost(path: Path) -> LostRun | None:
    """What a mark tells; it is taken away. None while its program still runs."""
    lock = FileLock(path.with_suffix(".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return None
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            first, report = file.readline().strip(), file.read(_LONGEST_REPORT)
        path.unlink(missing_ok=True)
        return LostRun(datetime.fromisoformat(first), report.strip())
    except (OSError, ValueError):
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    finally:
        lock.release()
        with suppress(OSError):
            path.with_suffix(".lock").unlink(missing_ok=True)
