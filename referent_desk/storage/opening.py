"""From a path to an open database, whatever lies there.

A home is always opened if it can be read at all: for writing where that is possible, else for
reading, with a notice that says why.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from referent_desk.clock import Clock
from referent_desk.errors import Busy, DamagedData, NoRoom, NotFound, RefusedInput
from referent_desk.language import _
from referent_desk.storage import migrations
from referent_desk.storage.backups import take_backup
from referent_desk.storage.connections import open_file
from referent_desk.storage.database import Database, OnlyReadBecause
from referent_desk.storage.files import FileKind, read_header, sweep, sync_folder
from referent_desk.storage.locks import Holder, HomeLock
from referent_desk.storage.troubles import said_in_words


@dataclass(frozen=True, slots=True)
class Opened:
    """`lock` is held where the home may be written; `holder` is who holds it where it may not."""

    database: Database
    lock: HomeLock | None = None
    holder: Holder | None = None


def open_database(
    path: Path, lock_path: Path, backups_folder: Path, clock: Clock, *, writing: bool
) -> Opened:
    """Open the file at `path`, made or migrated when needed and possible."""
    header = read_header(path)
    _refuse_foreign(path, header.kind)
    if header.kind is FileKind.ABSENT and not writing:
        raise NotFound(
            _("There is nothing in {folder} yet.").format(folder=path.parent),
            _("Fill it with the demo hospital, or import a file."),
        )
    if header.schema_version > migrations.NEWEST:
        return Opened(_reading(path, clock, OnlyReadBecause.NEWER))
    if not writing:
        return Opened(_reading(path, clock, OnlyReadBecause.ASKED))
    lock = HomeLock(lock_path)
    try:
        with said_in_words(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            taken = lock.take(clock.now())
    except NoRoom:
        if header.kind is FileKind.ABSENT:
            raise
        return Opened(_reading(path, clock, OnlyReadBecause.NO_PERMISSION))
    if not taken:
        if header.kind is FileKind.ABSENT:
            raise _being_made()
        holder = lock.holder()
        return Opened(_reading(path, clock, OnlyReadBecause.LOCKED, holder), holder=holder)
    try:
        return _for_writing(path, backups_folder, clock, lock)
    except BaseException:
        lock.give_back()
        raise


def _for_writing(path: Path, backups_folder: Path, clock: Clock, lock: HomeLock) -> Opened:
    sweep(path.parent, clock.now())
    header = read_header(path)
    if header.kind is FileKind.ABSENT:
        _make(path)
    elif not os.access(path, os.W_OK):
        lock.give_back()
        return Opened(_reading(path, clock, OnlyReadBecause.NO_PERMISSION))
    elif header.schema_version < migrations.NEWEST:
        _migrate(path, header.schema_version, backups_folder, clock)
    with said_in_words(path):
        return Opened(Database(path, "rw", clock), lock)


def _reading(
    path: Path, clock: Clock, because: OnlyReadBecause, holder: Holder | None = None
) -> Database:
    """Opened for reading; where a killed program left its journal, that is undone first."""
    with said_in_words(path):
        for undo_first in (False, True):
            try:
                if undo_first:
                    open_file(path, "rw").close()
                return Database(path, "ro", clock, because, holder)
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                    raise
        hot = path.with_name(path.name + "-journal").exists()
        if hot and because is not OnlyReadBecause.NEWER:
            because = OnlyReadBecause.UNFINISHED
        return Database(path, "immutable", clock, because, holder)


def _make(path: Path) -> None:
    """A new file is made aside and renamed: a killed start leaves no empty database."""
    aside = path.with_name(f".part-{os.getpid()}-{path.name}")
    with said_in_words(path, writing=True):
        aside.unlink(missing_ok=True)
        try:
            with contextlib.closing(open_file(aside, "rwc")) as connection:
                migrations.migrate(connection, 0, migrations.NEWEST)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        sync_folder(path.parent)


def _migrate(path: Path, present: int, backups_folder: Path, clock: Clock) -> None:
    if present < 1:
        _refuse_foreign(path, FileKind.OTHER_PROGRAM)
    with (
        said_in_words(path, writing=True),
        contextlib.closing(open_file(path, "rw")) as connection,
    ):
        take_backup(connection, backups_folder, clock.now())
        migrations.migrate(connection, present, migrations.NEWEST)


def _being_made() -> Busy:
    return Busy(
        _("Another program is writing in this home."),
        _("Nothing was lost; try again in a moment."),
    )


def _refuse_foreign(path: Path, kind: FileKind) -> None:
    """Nothing that is not ours is ever written over."""
    if kind is FileKind.OTHER_PROGRAM:
        raise RefusedInput(
            _("The file {file} belongs to another program.").format(file=path),
            _("Choose another folder; the file was left as it is."),
        )
    if kind is FileKind.DEAD_LINK:
        raise DamagedData(
            _("The link {file} leads to nothing.").format(file=path),
            _("Bring back the disk or folder that it leads to, or choose another folder."),
        )
    if kind in {FileKind.EMPTY, FileKind.NOT_A_DATABASE}:
        raise DamagedData(
            _("The file {file} is not a database of this program, or it is damaged.").format(
                file=path
            ),
            _("Restore a backup from the folder “backups”; the file was left as it is."),
        )
