"""What the command `advice` says: what speaks for software and against it, and the one page."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _, spoken
from referent_desk.words.advice import rule_sentence

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_advice(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "advice", help=_("what users say to those who buy, of one software or of all")
    )
    command.add_argument(
        "software", nargs="?", metavar=_("SOFTWARE"), help=_("all of them unless told")
    )
    command.add_argument(
        "--output", type=Path, metavar=_("FILE"), help=_("the one page on this software, as PDF")
    )
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.set_defaults(run=say_advice)


def say_advice(options: argparse.Namespace, home: Home) -> int:
    """The list goes to stdout: of one software its reasons. What the points mean is said beside."""
    from referent_desk.errors import RefusedInput
    from referent_desk.usecases.advice import list_advice, read_advice
    from referent_desk.usecases.advice_papers import print_advice
    from referent_desk.usecases.advice_records import (
        advice_records,
        named_software,
        reason_records,
    )
    from referent_desk.usecases.inventories import written

    if options.output is not None and options.software is None:
        raise RefusedInput(
            _("The page is of one software, and none is named."),
            _("Give its name after “advice”."),
        )
    with open_home(home, writing=False) as desk:
        if options.software is None:
            records = list(advice_records(list_advice(desk)))
        else:
            software_id = named_software(desk, options.software)
            if options.output is not None:
                path = print_advice(desk, software_id, options.output)
                complain(_("Saved as {path}.").format(path=path))
            records = list(reason_records(read_advice(desk, software_id)))
    print(written(records, options.format))
    complain(rule_sentence(spoken()))
    return 0
