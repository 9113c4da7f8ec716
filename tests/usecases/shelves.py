"""A bare department with a copy on the shelf, for the tests of what happens to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from referent_desk.domain.copies import Copy, CopyContent, Run
from referent_desk.domain.records import RecordKind
from referent_desk.home import Home
from referent_desk.storage.copies import copies_in, runs_of
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.copies import list_runs, read_copy_content
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.print_results import PrintResult
from referent_desk.usecases.records import add_record, edit_field, list_links
from referent_desk.usecases.replacements import print_replacements
from referent_desk.usecases.run_facts import record_insertion
from tests.memory_folders import memory_folder
from tests.usecases.homes import CLOCK, bare_desk, in_english

TODAY = date(2026, 11, 22)


@dataclass(slots=True)
class Shelf:
    """`desk` may be replaced by one that is opened later."""

    desk: Desk
    department: str

    def print_all(self, copy: int | None = 1) -> PrintResult:
        return print_binder(self.desk, self.department, self.path("binder"), copy_number=copy)

    def print_changes(self, copy: int | None = 1) -> PrintResult:
        path = self.path("changes")
        return print_replacements(self.desk, self.department, copy, path)

    def file(self, result: PrintResult, who: str = "Maryse Aubry", day: date = TODAY) -> None:
        record_insertion(self.desk, result.run_id or "", who, day)

    def fill(self, copy: int = 1) -> None:
        """The whole binder is printed for the copy and filed."""
        self.file(self.print_all(copy))

    def say_number(self, number: str) -> None:
        """The telephone of the department stands on the directory and on no other sheet."""
        edit_field(self.desk, RecordKind.NODE, self.department, "telephone", number)

    def add_number(self, label: str, number: str) -> str:
        typed = {"owner_id": self.department, "label": label, "number": number}
        return add_record(self.desk, RecordKind.DIRECTORY_ENTRY, typed).id

    def path(self, name: str) -> Path:
        return self.desk.home.prints / f"{name}.pdf"

    def copy(self, number: int = 1) -> Copy:
        with self.desk.database.read() as connection:
            copies = copies_in(connection, self.department, closed=True)
        return next(copy for copy in copies if copy.number == number)

    def content(self, copy: int = 1) -> CopyContent:
        return read_copy_content(self.desk, self.copy(copy).id)

    def revisions(self, copy: int = 1) -> dict[str, int]:
        return {code: sheet.revision for code, sheet in self.content(copy).sheets.items()}

    def runs(self, copy: int = 1) -> tuple[Run, ...]:
        return list_runs(self.desk, self.copy(copy).id)

    def all_runs(self) -> tuple[Run, ...]:
        with self.desk.database.read() as connection:
            return runs_of(connection, self.department)


@cache
def _filed() -> dict[Path, bytes]:
    """The files of a home in which copy 1 holds the binder as it is: made once, then copied."""
    with in_english(), memory_folder() as folder:
        shelf = shelf_of(bare_desk(Path(folder)))
        shelf.fill()
        home = shelf.desk.home
        shelf.desk.close()
        kept = (home.database, *home.marks.rglob("*"), *home.kept_sheets.rglob("*"))
        return {path.relative_to(home.root): path.read_bytes() for path in kept if path.is_file()}


def filed_shelf(folder: Path) -> Shelf:
    """Copy 1 holds the binder as it is."""
    home = Home(folder / "home")
    for path, content in _filed().items():
        (home.root / path).parent.mkdir(parents=True, exist_ok=True)
        (home.root / path).write_bytes(content)
    return shelf_of(open_desk(home, CLOCK))


def shelf_of(desk: Desk) -> Shelf:
    return Shelf(desk, list_links(desk, "department", "Cardiologie")[0].id)
