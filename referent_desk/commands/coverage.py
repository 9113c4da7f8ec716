"""What the command `coverage` says: what is done by which software, and what holds without it."""

from __future__ import annotations

import argparse
from typing import TypeAlias

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import _, spoken
from referent_desk.words.coverage import definition_sentence, target_sentence, totals_sentences

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_coverage(subparsers: Commands) -> None:
    command = subparsers.add_parser(
        "coverage", help=_("what is done by which software, and what holds without it")
    )
    command.add_argument("--department", metavar=_("DEPARTMENT"), help=_("all of them unless told"))
    command.add_argument("--format", choices=("table", "csv", "json"), default="table")
    command.set_defaults(run=say_coverage)


def say_coverage(options: argparse.Namespace, home: Home) -> int:
    """The list goes to stdout; totals, and what covered means, are said beside it."""
    from referent_desk.domain.readiness import totals_of
    from referent_desk.usecases.coverage_files import coverage_records
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.inventories import written
    from referent_desk.usecases.readiness import read_department, read_group

    with open_home(home, writing=False) as desk:
        if options.department is None:
            group = read_group(desk, survival=True)
        else:
            group = read_department(desk, binder_department(desk, options.department).id)
    print(written(list(coverage_records(group)), options.format))
    language = spoken()
    for sentence in (
        *totals_sentences(totals_of(group.departments), language),
        definition_sentence(language),
        target_sentence(language),
    ):
        complain(sentence)
    return 0
