"""Whether printings are missing that may lie in a copy, because a backup was put back."""

from __future__ import annotations

from collections.abc import Iterable

from referent_desk.domain.copies import Copy, Run
from referent_desk.storage.binders import runs_after
from referent_desk.storage.database import Connection
from referent_desk.storage.high_marks import read_marks
from referent_desk.usecases.desks import Desk


def copies_with_forgotten_runs(
    desk: Desk,
    connection: Connection,
    department_id: str,
    copies: Iterable[Copy],
    runs: Iterable[Run],
) -> frozenset[str]:
    """The ids of those copies for which numbers were given that nobody knows of.

    Only what was printed since the last whole binder was filed in the copy can lie in it.
    """
    highest = read_marks(desk.home.marks, desk.home_id, department_id).run
    whole = {copy.id: 0 for copy in copies}
    for run in runs:
        if run.copy_id in whole and run.filed is not None and not run.replacements:
            whole[run.copy_id] = max(whole[run.copy_id], run.number)
    return frozenset(
        copy_id
        for copy_id, number in whole.items()
        if highest - number > runs_after(connection, number)
    )
