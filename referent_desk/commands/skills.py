"""What the command `skills` says: who helps with what, who is new, which trainings end."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_skills(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "skills", help=_("who can use, help with and train which software, and what is lacking")
    )
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.set_defaults(run=say_skills)


def say_skills(options: argparse.Namespace, home: Home) -> int:
    """One line for each software that a department uses."""
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.inventories import written
    from referent_desk.usecases.skills import gap_records

    with open_home(home, writing=False) as desk:
        department_id = None
        if options.department is not None:
            department_id = binder_department(desk, options.department).id
        records = gap_records(desk, department_id)
        print(written(records, options.format))
    if not records:
        complain(_("No software is used there yet."))
    return 0
