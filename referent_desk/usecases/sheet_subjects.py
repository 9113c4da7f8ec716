"""What each sheet of a department is made of, so that the window can lead there."""

from __future__ import annotations

from collections.abc import Mapping

from referent_desk.storage.binders import sheet_codes
from referent_desk.usecases.desks import Desk


def sheet_subjects(desk: Desk, department_id: str) -> Mapping[str, str]:
    """By the code of every sheet that was ever printed for the department."""
    with desk.database.read() as connection:
        codes = sheet_codes(connection, department_id)
    return {code: subject for subject, code in codes.items()}
