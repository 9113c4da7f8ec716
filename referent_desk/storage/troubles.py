"""Faults of the disk and of SQLite that a person can act on, as sentences; the rest are bugs."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from referent_desk.errors import Busy, DamagedData, DeskError, NoRoom, OutOfReach, RefusedInput
from referent_desk.language import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_AWAY = {
    *(errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN),
    *(errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH),
}
_AWAY_ON_WINDOWS = {21, 53, 55, 59, 64, 67, 1117, 1167, 1231}
"""Device not ready or not connected, network path or name gone, input or output error."""
_IMPOSSIBLE = {
    *(errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ENOENT, errno.ELOOP),
    *(errno.ENAMETOOLONG, errno.EINVAL, errno.ENXIO, errno.ENODEV),
}


@contextmanager
def said_in_words(path: Path, *, writing: bool = False) -> Iterator[None]:
    """`path` is the file or folder that is read or written; `writing` where it is a database."""
    try:
        yield
    except OSError as error:
        trouble = _disk_trouble(error, path)
        if trouble is None:
            raise
        raise trouble from error
    except sqlite3.DatabaseError as error:
        database_trouble = trouble_in_words(error, path, writing=writing)
        if database_trouble is None:
            raise
        raise database_trouble from error


def _disk_trouble(error: OSError, path: Path) -> DeskError | None:
    if _is_away(error):
        return out_of_reach(path.parent)
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


def trouble_in_words(
    error: BaseException, path: Path, *, writing: bool = False
) -> DeskError | None:
    """The sentence for a fault of SQLite with the file at `path`; None for a bug.

    An index of words says of a full disk only that something failed: when `writing`, it is that.
    """
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.IntegrityError):
        return None
    name = getattr(origin, "sqlite_errorname", "") or ""
    if name == "SQLITE_READONLY_DBMOVED" or (name and _is_gone(path.parent)):
        return out_of_reach(path.parent)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Busy(
            _("Another program is writing in this home."),
            _("Nothing was lost; try again in a moment."),
        )
    full = name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE"))
    if full or (writing and name == "SQLITE_IOERR"):
        return _no_room(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "SQLITE_AUTH")):
        return _not_allowed(path)
    if name.startswith("SQLITE_IOERR") and name != "SQLITE_IOERR_SHORT_READ":
        return OutOfReach(
            _("The disk or stick that holds {file} did not answer.").format(file=path.name),
            _(
                "See that it is plugged in, then try again (F5 in the window); if that does not "
                "help, call the IT department."
            ),
        )
    unreadable = str(origin).startswith("Could not decode to UTF-8")
    if unreadable or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")):
        return DamagedData(
            _("The file {file} is damaged.").format(file=path.name),
            _(
                "Have the IT department put back a copy from the folder “backups”; the printed "
                "binder stays valid."
            ),
        )
    return None


def out_of_reach(folder: Path) -> OutOfReach:
    return OutOfReach(
        _(
            "The folder {folder} was taken away or replaced while it was open: a stick pulled "
            "out, a disk or the network gone."
        ).format(folder=folder),
        _("Bring it back, then try again (F5 in the window); what you typed is still there."),
    )


def file_identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from another one laid in its place; None out of reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_gone(folder: Path) -> bool:
    """One that may not be looked into is there."""
    try:
        folder.stat()
    except OSError as error:
        return error.errno in {errno.ENOENT, errno.ENOTDIR} or _is_away(error)
    return False


def _is_away(error: OSError) -> bool:
    return error.errno in _AWAY or getattr(error, "winerror", None) in _AWAY_ON_WINDOWS


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
