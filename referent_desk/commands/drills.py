"""What the command `drills` says: every drill that is planned, was held or given up."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _


def list_drills(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.drill_inventories import drill_inventory
    from referent_desk.usecases.inventories import written

    with open_home(home, writing=False) as desk:
        records = drill_inventory(desk, options.department)
        print(written(records, options.format))
    if not records:
        complain(_("No drill is known yet: the window proposes one."))
    return 0
