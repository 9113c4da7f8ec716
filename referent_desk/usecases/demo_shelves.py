"""The demo hospital's binder on its shelf: filed some weeks ago, and not all of it is true since.

Done by the same use cases as by a person, with a clock that was put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from referent_desk.clock import FixedClock
from referent_desk.domain.records import RecordKind
from referent_desk.storage.copies import copies_in
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import directory_of, local_value_id
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import edit_field, read_record
from referent_desk.usecases.replacements import print_replacements
from referent_desk.usecases.run_facts import confirm_printing, record_insertion

_Field = tuple[RecordKind, str, str]
_PRINTED, _FILED, _CHANGED, _REPLACED = 24, 23, 9, 2
"""Days ago."""
_LABEL, _NUMBER_BEFORE = "Laboratoire", "4700"
_VALUE, _VALUE_BEFORE = "téléphone de la pharmacie", "4722"
"""What changed since it was printed: a number of the directory and a local value."""


def fill_demo_shelf(desk: Desk) -> None:
    """Copies of the department that is shown: one out of date, one with paper to be filed."""
    department = showcase_department(desk)
    with desk.database.read() as connection:
        copies = copies_in(connection, department)
    fields = _changeable(desk, department)
    with TemporaryDirectory() as folder:
        output = Path(folder) / "demo.pdf"
        with days_ago(desk, _PRINTED):
            present = _say(desk, fields, (_NUMBER_BEFORE, _VALUE_BEFORE))
            runs = [
                (copy, print_binder(desk, department, output, copy_number=copy.number).run_id)
                for copy in copies
            ]
        with days_ago(desk, _FILED):
            for copy, run_id in runs:
                record_insertion(desk, run_id or "", copy.holder, desk.clock.today())
        with days_ago(desk, _CHANGED):
            _say(desk, fields, present)
        with days_ago(desk, _REPLACED):
            last = copies[-1]
            run_id = print_replacements(desk, department, last.number, output).run_id
            confirm_printing(desk, run_id or "", last.holder, desk.clock.today())
    desk.history.to_undo.clear()


@contextmanager
def days_ago(desk: Desk, days: int) -> Iterator[None]:
    clock = desk.clock
    desk.clock = desk.database.clock = FixedClock(clock.now() - timedelta(days=days))
    try:
        yield
    finally:
        desk.clock = desk.database.clock = clock


def _changeable(desk: Desk, department: str) -> tuple[_Field, _Field]:
    with desk.database.read() as connection:
        path = [node.id for node in path_to(connection, department)]
        entries = directory_of(connection, path)
        value_id = local_value_id(connection, department, _VALUE)
    entry = next(entry for entry in entries if entry.label == _LABEL)
    return (
        (RecordKind.DIRECTORY_ENTRY, entry.id, "number"),
        (RecordKind.LOCAL_VALUE, value_id or "", "value"),
    )


def _say(desk: Desk, fields: tuple[_Field, _Field], values: tuple[str, str]) -> tuple[str, str]:
    """Put the values into the fields; what stood there."""
    stood = []
    for (kind, record_id, field), value in zip(fields, values, strict=True):
        stood.append(read_record(desk, kind, record_id).values[field])
        edit_field(desk, kind, record_id, field, value)
    return stood[0], stood[1]
