"""Verified copies of the home's file beside it, and which of them are kept.

A copy is written aside, checked whole, synced and renamed; its name carries the instant and the
start of its SHA-256: `referent-desk-20261122T001530Z-1a2b3c4d5e6f.sqlite`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from referent_desk.errors import DamagedData
from referent_desk.language import _
from referent_desk.storage.connections import open_file
from referent_desk.storage.files import sweep, sync_folder
from referent_desk.storage.integrity import content_damages
from referent_desk.storage.troubles import said_in_words

_NAME = re.compile(r"^referent-desk-(\d{8}T\d{6}Z)-([0-9a-f]{12})\.sqlite$")
_INSTANT = "%Y%m%dT%H%M%SZ"
KEEP_NEWEST = 10
KEEP_BY_PERIOD = (("%Y-%m-%d", 14), ("%G-%V", 8), ("%Y-%m", 24), ("%Y", 15))


@dataclass(frozen=True, slots=True)
class Backup:
    path: Path
    taken_at: datetime
    digest: str


def backups(folder: Path) -> list[Backup]:
    """The copies in a folder by their names, newest first."""
    found = []
    with contextlib.suppress(FileNotFoundError):
        for path in folder.iterdir():
            named = _NAME.match(path.name)
            if named:
                with contextlib.suppress(ValueError):
                    instant = datetime.strptime(named[1], _INSTANT).replace(tzinfo=UTC)
                    found.append(Backup(path, instant, named[2]))
    return sorted(found, key=lambda b: (b.taken_at, b.path.name), reverse=True)


def take_backup(source: sqlite3.Connection, folder: Path, now: datetime) -> Backup:
    """Copy the open file, verify the copy, give it its name. Raises NoRoom or DamagedData."""
    instant = now.strftime(_INSTANT)
    part = folder / f".part-{os.getpid()}-{instant}.sqlite"
    with said_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder, now)
        try:
            _copy(source, part)
            _refuse_unless_sound(part)
            digest = file_digest(part)[:12]
            path = folder / f"referent-desk-{instant}-{digest}.sqlite"
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(folder)
    return Backup(path, now.replace(microsecond=0), digest)


def _copy(source: sqlite3.Connection, part: Path) -> None:
    part.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as target:
        source.backup(target, pages=-1)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _refuse_unless_sound(part: Path) -> None:
    """SQLite's own checks, every row against its hash, all rows against the chain."""
    with contextlib.closing(open_file(part, "ro")) as copy:
        damaged = next(content_damages(copy), None)
    if damaged is not None:
        raise DamagedData(
            _("The backup was not kept, because the file is damaged."),
            _("Run the check, and open an earlier backup if it finds faults."),
        )


def file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_sound(backup: Backup) -> bool:
    """Whether the copy still is, byte for byte, what was verified when it was taken."""
    try:
        return file_digest(backup.path).startswith(backup.digest)
    except OSError:
        return False


def to_drop(known: Iterable[Backup]) -> list[Backup]:
    """Copies beyond the newest ten, 14 days, 8 weeks, 24 months and 15 years."""
    newest_first = sorted(known, key=lambda b: b.taken_at, reverse=True)
    kept = set(newest_first[:KEEP_NEWEST])
    for pattern, count in KEEP_BY_PERIOD:
        periods: dict[str, Backup] = {}
        for backup in newest_first:
            periods.setdefault(backup.taken_at.strftime(pattern), backup)
        kept.update(list(periods.values())[:count])
    return [backup for backup in newest_first if backup not in kept]


def rotate(folder: Path, just_taken: Backup | None = None) -> None:
    """Drop what is no longer kept, but never the newest sound copy.

    Nor the one just taken, which is not the newest by its name when the clock was set back.
    """
    known = backups(folder)
    newest_sound = next((b for b in known if is_sound(b)), None)
    for backup in to_drop(known):
        if backup not in (newest_sound, just_taken):
            with contextlib.suppress(OSError):  # held open by a virus scanner: next time
                backup.path.unlink(missing_ok=True)
