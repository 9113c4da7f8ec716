"""An open home: what every use case is given."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from itertools import product
from uuid import uuid4

from referent_desk.clock import Clock
from referent_desk.domain.texts import clean_line
from referent_desk.errors import DeskError, NotFound, OutOfReach
from referent_desk.home import Home
from referent_desk.language import LANGUAGES, _, spoken
from referent_desk.storage import schema
from referent_desk.storage.audit import Origin
from referent_desk.storage.backups import Backup, rotate, take_backup
from referent_desk.storage.binders import home_row
from referent_desk.storage.database import Database, OnlyReadBecause
from referent_desk.storage.directory import chapters_of_home
from referent_desk.storage.locks import HomeLock
from referent_desk.storage.means import domains_by_code
from referent_desk.storage.opening import Opened, open_database
from referent_desk.storage.procedures import functions_by_id
from referent_desk.storage.software import kinds_by_id
from referent_desk.storage.troubles import out_of_reach
from referent_desk.usecases.histories import History
from referent_desk.usecases.kept_states import KeptState


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
    history: History = field(default_factory=History, repr=False)
    kept_state: KeptState = field(default_factory=KeptState, repr=False)
    _closed: bool = field(default=False, repr=False)

    @property
    def read_only(self) -> bool:
        return self.database.read_only

    @property
    def waits_for_writer(self) -> bool:
        """Only read because somebody else writes, which may end at any moment."""
        return self.database.because is OnlyReadBecause.LOCKED

    def back_up(self) -> Backup:
        """A verified copy now, in the home's folder of backups.

        Raises OutOfReach where the home was taken away: no folder is made in its place.
        """
        if not self.database.is_in_place():
            raise out_of_reach(self.home.root)
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
                rotate(self.home.backups, self.back_up())
        except OutOfReach:
            trouble = OutOfReach(
                _("The folder was taken away before the home could be backed up."),
                _("What was shown as saved is saved; bring it back and open the program again."),
            )
        except DeskError as error:
            trouble = error
        except (sqlite3.DatabaseError, OSError):
            trouble = DeskError(
                _("The home could not be backed up at closing."),
                _("What was shown as saved is saved; have the IT department run the check soon."),
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


def reopen_desk(desk: Desk) -> Desk:
    """The same home opened anew where that serves, else the desk as it is.

    It serves when its file was out of reach or replaced meanwhile, and where it was only read: the
    one who was writing may have closed, a stick may have become writable. Raises OutOfReach, and
    the desk stays what it was, while the file is not there.
    """
    if desk.database.is_in_place():
        is_writer = desk.lock is not None and desk.lock.is_held
        if is_writer or desk.database.because in {OnlyReadBecause.ASKED, OnlyReadBecause.NEWER}:
            return desk
    try:
        open_desk(desk.home, desk.clock, writing=False).close()  # before the lock is given up
    except NotFound as error:
        raise out_of_reach(desk.home.root) from error
    if desk.lock is not None:
        desk.lock.give_back()
    fresh = open_desk(desk.home, desk.clock)
    if fresh.home_id == desk.home_id and not fresh.read_only:
        fresh.history = desk.history
        fresh.database.changed = desk.database.changed
    desk.database.close()
    return fresh


def _furnish(desk: Desk) -> None:
    """A home just made gets its identity, its catalogues and the chapters of the binder.

    One that an older version made gets what came into the catalogues since, in one entry. Where
    that cannot be written, it does without: the next opening tries again.
    """
    from referent_desk.exchange.chapters import CHAPTER_CODES
    from referent_desk.exchange.starters import read_functions

    with desk.database.read() as connection:
        is_made, knows_failures = home_row(connection) is not None, domains_by_code(connection)
        functions = {function.code: key for key, function in functions_by_id(connection).items()}
        chapters = chapters_of_home(connection)
        has_functions = all(function.code in functions for function in read_functions())
        has_chapters = chapters.issuperset(product(CHAPTER_CODES, LANGUAGES))
        if is_made and knows_failures and has_functions and has_chapters:
            return
        kinds = {kind.code: key for key, kind in kinds_by_id(connection).items()}
    from referent_desk.usecases.catalogues import catalogue_rows, chapter_rows, failure_domain_rows

    action = "add_catalogues" if is_made else "make_home"
    try:
        with desk.database.write(action, origin=Origin.STARTER) as work:
            if not is_made:
                created = {"created_at": work.now.isoformat(), "language": spoken().code, "demo": 0}
                work.add(schema.home, [{"id": str(uuid4()), **created}])
            work.add(schema.chapter, chapter_rows(desk.clock.today(), chapters))
            for table, rows in catalogue_rows(functions, kinds):
                work.add(table, rows)
            if not knows_failures:
                for table, rows in failure_domain_rows():
                    work.add(table, rows)
    except DeskError:
        if not is_made:
            raise


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
