"""A demo hospital whose cardiology has two more copies of its binder, printed, filed and signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from referent_desk.domain.copies import Run
from referent_desk.domain.sheet_states import CopyState, SheetState
from referent_desk.home import Home
from referent_desk.storage import schema
from referent_desk.storage.copies import runs_of
from referent_desk.storage.database import Connection
from referent_desk.storage.schema import Table
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.run_facts import record_insertion
from tests.memory_folders import memory_folder
from tests.usecases.homes import demo_content, home_of

COPIES = (3, 4)
FILED_ON = date(2026, 11, 22)


@dataclass(slots=True)
class Calendar:
    """A clock whose day a test turns."""

    day: date = FILED_ON

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)

    def today(self) -> date:
        return self.day


@cache
def filed_content() -> tuple[bytes, dict[str, bytes]]:
    """A demo home in which copies 3 and 4 of the cardiology are up to date: database and marks."""
    with memory_folder() as folder:
        desk = open_desk(home_of(demo_content(), Path(folder)), Calendar())
        key = find_department(desk, "CAR").id
        for number in COPIES:
            print_binder(desk, key, desk.home.prints / f"{number}.pdf", copy_number=number)
            record_insertion(desk, newest_run(desk, key).id, "Maryse Aubry", FILED_ON)
        desk.close()
        marks = {path.name: path.read_bytes() for path in desk.home.marks.iterdir()}
        return desk.home.database.read_bytes(), marks


def filed_home(folder: Path) -> Home:
    database, marks = filed_content()
    home = home_of(database, folder)
    home.marks.mkdir(exist_ok=True)
    for name, content in marks.items():
        (home.marks / name).write_bytes(content)
    return home


def filed_desk(folder: Path) -> tuple[Desk, Calendar]:
    calendar = Calendar()
    return open_desk(filed_home(folder), calendar), calendar


def newest_run(desk: Desk, department_id: str) -> Run:
    with desk.database.read() as connection:
        return runs_of(connection, department_id)[-1]


def shelf(desk: Desk, department_id: str, number: int = COPIES[0]) -> CopyState:
    state = read_state(desk, department_id)
    return next(copy for copy in state.copies if copy.copy.number == number)


def sheet(copy: CopyState, code: str) -> SheetState:
    return next(sheet for sheet in copy.sheets if sheet.code == code)


def change(desk: Desk, table: Table, row_id: str, **values: object) -> None:
    with desk.database.write("edit") as work:
        work.change(table, row_id, values)


def rows(connection: Connection, table: Table, **wanted: object) -> list[dict[str, object]]:
    found = (dict(row) for row in connection.execute(table.select()).mappings())
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def row_id(desk: Desk, table: Table, **wanted: object) -> str:
    with desk.database.read() as connection:
        return str(rows(connection, table, **wanted)[0]["id"])


def establishment_of(desk: Desk, department_id: str) -> str:
    with desk.database.read() as connection:
        above = rows(connection, schema.ancestor, node_id=department_id)
        ids = {row["ancestor_id"] for row in above}
        found = rows(connection, schema.node, kind="establishment")
        return str(next(row["id"] for row in found if row["id"] in ids))
