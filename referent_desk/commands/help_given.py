"""What the command `help-given` says: every help that was noted, the newest first."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _

_FORMATS = ("table", "csv", "json")


def add_help_given(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = subparsers.add_parser("help-given", help=_("help that was noted in the journal"))
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument("--format", choices=_FORMATS, default="table")
    command.set_defaults(run=list_help_given)


def list_help_given(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.help_lists import help_inventory
    from referent_desk.usecases.inventories import written

    with open_home(home, writing=False) as desk:
        records = help_inventory(desk, options.department)
        print(written(records, options.format))
    if not records:
        complain(_("No help is noted yet: Ctrl+J in the window notes one."))
    return 0
