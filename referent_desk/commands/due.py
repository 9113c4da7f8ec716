"""What the command `due` says: what will have to be done on a day, as a list or a calendar."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from referent_desk.commands.answers import complain, open_home
from referent_desk.commands.parser_words import number
from referent_desk.domain.dues import HORIZON
from referent_desk.errors import RefusedInput
from referent_desk.home import Home
from referent_desk.language import _, ngettext

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_due(subparsers: Commands) -> None:
    command = subparsers.add_parser("due", help=_("what will have to be done, and on which day"))
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument(
        "--calendar", type=Path, metavar=_("FILE"), help=_("the same as a calendar (.ics)")
    )
    command.add_argument(
        "--days",
        type=number("--days", least=0),
        default=HORIZON,
        metavar="N",
        help=_("what comes in so many days, today first; 0: only what is overdue"),
    )
    command.add_argument("--format", choices=("table", "csv", "json"))
    command.set_defaults(run=say_due)


def say_due(options: argparse.Namespace, home: Home) -> int:
    """With a calendar alone the list is not told."""
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.due_lists import due_records, write_calendar
    from referent_desk.usecases.dues import list_dues
    from referent_desk.usecases.inventories import written

    with open_home(home, writing=False) as desk:
        department_id = None
        if options.department is not None:
            department_id = binder_department(desk, options.department).id
        if options.calendar is not None:
            path, count = write_calendar(
                desk, department_id, _calendar_file(options.calendar), options.days
            )
            events = ngettext("{count} event", "{count} events", count).format(count=count)
            tell = print if options.format is None else complain
            tell(f"{path}: {events}")
        if options.calendar is None or options.format is not None:
            records = due_records(desk, list_dues(desk, department_id, options.days))
            print(written(records, options.format or "table"))
            if not records:
                complain(_("Nothing is due."))
    return 0


def _calendar_file(path: Path) -> Path:
    """Other programs know a calendar by the end of its name."""
    whole = path.absolute()
    if whole.suffix.casefold() != ".ics":
        raise RefusedInput(
            _("{path} is not the name of a calendar.").format(path=whole),
            _("Give a name that ends in .ics."),
        )
    return whole
