"""Faults of the disk and of SQLite that a person can act on, as sentences; the rest are bugs."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from referent_desk.errors import Busy, DamagedData, DeskError, NoRoom, RefusedInput
from referent_desk.language import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IMPOSSIBLE = {
    *(errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ENOENT, errno.ELOOP),
    *(errno.ENAMETOOLONG, errno.EINVAL, errno.ENXIO, errno.ENODEV),
}


@contextmanager
def said_in_words(path: Path) -> Iterator[None]:
    """`path` is the file or folder that is read or written."""
    try:
        yield
    except OSError as error:
        trouble = _disk_trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except sqlite3.DatabaseError as error:
        database_trouble = trouble_in_words(error, path)
        if database_trouble is None:
            raise
        raise database_trouble from error


def _disk_trouble(error: OSError, path: Path) -> DeskError | None:
    if error.errno in _FULL:
        return _no_room(path)
    if error.errno in _FORBIDDEN:
        return _not_allowed(path)
    if error.errno in _IMPOSSIBLE:
        return RefusedInput(
            _("Nothing can be read or written at {path}.").format(path=path),
            _("Choose another place."),
        )
    return None


def trouble_in_words(error: BaseException, path: Path) -> DeskError | None:
    """The sentence for a fault of SQLite with the file at `path`; None for a bug."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.IntegrityError):
        return None
    name = getattr(origin, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(
            _("Another program is writing in this home."),
            _("Nothing was lost; try again in a moment."),
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE")):
        return _no_room(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return _not_allowed(path)
    unreadable = str(origin).startswith("Could not decode to UTF-8")
    if unreadable or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")):
        return DamagedData(
            _("The file {file} is damaged.").format(file=path.name),
            _("Open a backup; the printed binder stays valid."),
        )
    return None


def _no_room(path: Path) -> NoRoom:
    return NoRoom(
        _("There is no room left for {path}.").format(path=path),
        _("Free some room there, then try again; nothing was lost."),
    )


def _not_allowed(path: Path) -> NoRoom:
    return NoRoom(
        _("Writing at {path} is not allowed.").format(path=path),
        _("Choose another folder, or ask the IT department for the right to write there."),
    )
