"""The commands that print binders and replacement sheets."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from referent_desk.commands.answers import complain, counted, open_home
from referent_desk.home import Home
from referent_desk.language import _, ngettext

if TYPE_CHECKING:
    from referent_desk.usecases.desks import Desk
    from referent_desk.usecases.print_results import PrintResult


def print_one_binder(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.binders import print_binder
    from referent_desk.usecases.departments import binder_department

    with open_home(home) as desk:
        department = binder_department(desk, options.department)
        if options.replacements and not _needs_whole_binder(desk, department.id, options):
            return _print_replacements(desk, department.id, options)
        result = print_binder(
            desk,
            department.id,
            options.output.absolute(),
            copy_number=options.copy,
            one_sided=options.one_sided,
            progress=counted(),
        )
    say_printed(result)
    return 0


def _needs_whole_binder(desk: Desk, department_id: str, options: argparse.Namespace) -> bool:
    """Whether nothing can be replaced yet in the copy; told on stderr."""
    from referent_desk.usecases.replacements import propose

    proposal = propose(desk, department_id, options.copy)
    if not proposal.never_filed:
        return False
    complain(
        _("Nothing was ever filed in copy {number}: the whole binder is printed.").format(
            number=proposal.copy_number
        )
    )
    options.copy = proposal.copy_number
    return True


def _print_replacements(desk: Desk, department_id: str, options: argparse.Namespace) -> int:
    from referent_desk.usecases.replacements import print_replacements, propose

    proposal = propose(desk, department_id, options.copy)
    number = proposal.copy_number
    if not proposal.insert and not proposal.remove:
        sentence = _("Copy {number} holds what it should: nothing was printed.")
        print(sentence.format(number=number))
        if proposal.superseded is not None:
            pattern = _("Print run {number} was never filed: throw its sheets away too.")
            complain(pattern.format(number=proposal.superseded))
        return 0
    if proposal.forgotten:
        complain(
            _(
                "A backup was put back: sheets may lie in this copy that are not known any more. "
                "Print the whole binder for it: leave out --replacements."
            )
        )
    elif proposal.full:
        complain(
            _(
                "{share}% of the sheets differ: printing the whole binder is less work than "
                "replacing so many. Leave out --replacements for that."
            ).format(share=round(100 * proposal.share))
        )
    output, progress = options.output.absolute(), counted()
    one_sided = options.one_sided
    result = print_replacements(
        desk, department_id, number, output, one_sided=one_sided, progress=progress
    )
    say_printed(result)
    return 0


def print_every_binder(options: argparse.Namespace, home: Home) -> int:
    from referent_desk.usecases.binders import print_all

    with open_home(home) as desk:
        results = print_all(
            desk, options.output.absolute(), one_sided=options.one_sided, progress=counted()
        )
    for result in results:
        say_printed(result)
    return 0


def say_printed(result: PrintResult) -> None:
    """Pages, sheets, copy: on stdout."""
    pages = ngettext("{count} page", "{count} pages", result.pages).format(count=result.pages)
    sheets = ngettext("{count} sheet", "{count} sheets", result.sheets).format(count=result.sheets)
    copy = _("no copy number")
    if result.copy_number:
        pattern = _("copy {number}, which is new") if result.new_copy else _("copy {number}")
        copy = pattern.format(number=result.copy_number)
    print(f"{result.path}: {pages}, {sheets}, {copy}")
    if result.run_number is None:
        complain(
            _(
                "The home could only be read: this printing is not registered, and the paper "
                "says so."
            )
        )
    for sentence in result.refused_forms:
        complain(sentence)
    for code in result.set_plain:
        complain(_("The sheet {code} could not be set and stands as plain text.").format(code=code))
