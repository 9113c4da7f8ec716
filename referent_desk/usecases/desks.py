"""An open home: what every use case is given."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from uuid import uuid4

from referent_desk.clock import Clock
from referent_desk.domain.texts import clean_line
from referent_desk.errors import DeskError
from referent_desk.home import Home
from referent_desk.language import _, spoken
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.backups import Backup, rotate, take_backup
from referent_desk.storage.binders import home_row
from referent_desk.storage.database import Database, OnlyReadBecause
from referent_desk.storage.locks import HomeLock
from referent_desk.storage.opening import Opened, open_database
from referent_desk.usecases.catalogues import catalogue_rows, chapter_rows


@dataclass(slots=True)
class Desk:
    """Used by one thread. `notices` are sentences that the window shows and the command prints."""

    home: Home
    clock: Clock
    database: Database
    lock: HomeLock | None = None
    notices: tuple[str, ...] = ()
    home_id: str = ""
    language: str = "fr"
    demo: bool = False
    _closed: bool = field(default=False, repr=False)

    @property
    def read_only(self) -> bool:
        return self.database.read_only

    def back_up(self) -> Backup:
        """A verified copy now, in the home's folder of backups."""
        backup = take_backup(self.database.driver(), self.home.backups, self.clock.now())
        self.database.changed = False
        return backup

    def close(self) -> DeskError | None:
        """Close the home; when something was changed, back it up first.

        A backup that fails does not keep the home open: what went wrong is returned.
        """
        if self._closed:
            return None
        self._closed = True
        trouble: DeskError | None = None
        try:
            if self.database.changed:
                self.back_up()
                rotate(self.home.backups)
        except DeskError as error:
            trouble = error
        except (sqlite3.DatabaseError, OSError):
            trouble = DeskError(
                _("The home could not be backed up at closing."),
                _("What was saved stays saved; run the check soon."),
            )
        finally:
            self.database.close()
            if self.lock is not None:
                self.lock.give_back()
        return trouble


def open_desk(home: Home, clock: Clock, *, writing: bool = True) -> Desk:
    """Open the home, made new with its catalogues if there is none and writing is possible."""
    opened = open_database(home.database, home.lock, home.backups, clock, writing=writing)
    desk = Desk(home, clock, opened.database, opened.lock, _notices(opened))
    try:
        if not desk.read_only:
            _furnish(desk)
        with desk.database.read() as connection:
            row = home_row(connection)
        if row is not None:
            desk.home_id, desk.language, desk.demo = row
    except BaseException:
        desk.close()
        raise
    return desk


def _furnish(desk: Desk) -> None:
    """A home just made gets its identity, its catalogues and the chapters of the binder."""
    with desk.database.read() as connection:
        if home_row(connection) is not None:
            return
    with desk.database.write("make_home", origin=Origin.STARTER) as work:
        created = {"created_at": work.now.isoformat(), "language": spoken().code, "demo": 0}
        work.add(schema.home, [{"id": str(uuid4()), **created}])
        for table, rows in catalogue_rows():
            work.add(table, rows)
        work.add(schema.chapter, chapter_rows(desk.clock.today()))


def _notices(opened: Opened) -> tuple[str, ...]:
    because = opened.database.because
    if because is None or because is OnlyReadBecause.ASKED:
        return ()
    if because is OnlyReadBecause.LOCKED:
        return (_locked_sentence(opened),)
    sentences = {
        OnlyReadBecause.NEWER: _(
            "This home was written by a newer version of the program: it is only read. "
            "Printing works."
        ),
        OnlyReadBecause.NO_PERMISSION: _(
            "This folder cannot be written: the home is only read. Printing works."
        ),
        OnlyReadBecause.UNFINISHED: _(
            "This folder cannot be written, and the last change may be missing. Printing works."
        ),
    }
    return (sentences[because],)


def _locked_sentence(opened: Opened) -> str:
    if opened.holder is None:
        return _("Another program is writing in this home: it is only read here. Printing works.")
    return _(
        "{account} is writing in this home from the computer {computer} since {time}: it is only "
        "read here. Printing works."
    ).format(
        account=clean_line(opened.holder.account),
        computer=clean_line(opened.holder.computer),
        time=spoken().time(opened.holder.since.astimezone()),
    )
