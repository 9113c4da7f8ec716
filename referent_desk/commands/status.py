"""What the command `status` says of binders on the shelf."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, counted, open_home
from referent_desk.home import Home
from referent_desk.language import _, spoken


def say_status(options: argparse.Namespace, home: Home) -> int:
    """Of a department: every sheet of every copy. Of all: one line each, with counts."""
    from referent_desk.usecases.binder_inventories import counts_of_departments, sheets_of_copies
    from referent_desk.usecases.binder_states import read_state
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.inventories import written

    with open_home(home, writing=False) as desk:
        if options.department is None:
            print(written(counts_of_departments(desk, counted()), options.format))
            return 0
        department = binder_department(desk, options.department)
        state = read_state(desk, department.id)
    records = sheets_of_copies(state, spoken())
    print(written(records, options.format))
    for copy in state.copies:
        if copy.forgotten:
            complain(_forgotten_sentence(copy.copy.number))
    if not records:
        complain(_("No copy of this binder is known yet: printing one begins it."))
    return 0


def _forgotten_sentence(number: int) -> str:
    return _(
        "Copy {number}: a backup was put back, and sheets may lie there that are not known any "
        "more. Print the whole binder for it, and record that it was filed."
    ).format(number=number)
