"""What the command `drills` says: every drill that is planned, was held or given up."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _

_FORMATS = ("table", "csv", "json")


def add_drills(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subparsers.add_parser("drills", help=_("drills planned, held and given up"))
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument("--format", choices=_FORMATS, default="table")
    command.set_defaults(run=list_drills)


def list_drills(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.drill_inventories import drill_inventory
    from referent_desk.usecases.inventories import written

    with open_home(home, writing=False) as desk:
        records = drill_inventory(desk, options.department)
        print(written(records, options.format))
    if not records:
        complain(_("No drill is known yet: the window proposes one."))
    return 0
