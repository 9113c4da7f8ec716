"""One writer for a home: a lock that dies with its process, and a note saying whose it is."""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: Windows or Unix account, PC, and since when."""

    account: str
    computer: str
    since: datetime


class HomeLock:
    """Taken when a home is opened for writing; given back at closing or by the system."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, timeout=0)
        self._note = path.with_suffix(".json")

    def take(self, now: datetime) -> bool:
        """Whether the home is ours now. OSError where nothing can be written there."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        holder = Holder(_account(), platform.node(), now)
        with suppress(OSError):  # on a full disk the lock holds without a note
            self._note.write_text(json.dumps(asdict(holder), default=str), encoding="utf-8")
        return True

    def holder(self) -> Holder | None:
        """Whom the note names; None when there is none or it cannot be read."""
        try:
            plain = json.loads(self._note.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(plain["since"])
            return Holder(str(plain["account"]), str(plain["computer"]), since)
        except (OSError, ValueError, TypeError, KeyError):
            return None

    @property
    def is_held(self) -> bool:
        return bool(self._lock.is_locked)

    def give_back(self) -> None:
        if self._lock.is_locked:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            with suppress(OSError):  # its stick was pulled out
                self._lock.release()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return str(os.getpid())
