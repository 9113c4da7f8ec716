"""The numbers that a department still lacks, proposed one after the other where they are typed."""

from __future__ import annotations

from referent_desk.domain.departments import BINDER_KINDS
from referent_desk.domain.missing_numbers import MissingNumber, missing_numbers
from referent_desk.errors import NotFound
from referent_desk.language import _
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import directory_of, local_values
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.ward_managers import managers_in
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.local_values import read_asked_values
from referent_desk.usecases.officers import numbers_of


def list_missing_numbers(desk: Desk, department_id: str) -> tuple[MissingNumber, ...]:
    """Nothing for what keeps no binder: nobody prints its numbers as such."""
    today = desk.clock.today()
    with desk.database.read() as connection:
        path = path_to(connection, department_id)
        if not path:
            raise NotFound(_("This department is not here any more."), _("Choose another one."))
        if path[0].kind not in BINDER_KINDS:
            return ()
        coverage = coverage_facts(connection, department_id, today, texts=False)
        directory = directory_of(connection, coverage.path)
        values = read_asked_values(desk, connection, department_id)
        said = local_values(connection, department_id)
        manager = managers_in(connection, [department_id], today).get(department_id)
    numbers = numbers_of(coverage, today, said, directory, manager)
    own = [entry for entry in directory if entry.owner_id == department_id]
    blank = [value.name for value in values if value.asked_by and value.is_blank]
    return missing_numbers(numbers, own, blank)
