"""What the command `forms` prints: a lot of numbered forms."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, counted, open_home
from referent_desk.domain.lots import MOST_AT_ONCE
from referent_desk.domain.texts import clean_line
from referent_desk.errors import RefusedInput
from referent_desk.home import Home
from referent_desk.language import _, ngettext


def print_numbered_forms(options: argparse.Namespace, home: Home) -> int:
    """Pages, sheets, serials: on stdout."""
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.lots import print_lot

    amount = _amount(options.count)
    with open_home(home) as desk:
        department = binder_department(desk, options.department)
        output = options.output.absolute()
        printed = print_lot(desk, options.code, department.id, amount, output, progress=counted())
    lot = printed.lot
    pages = ngettext("{count} page", "{count} pages", printed.pages).format(count=printed.pages)
    sheets = ngettext("{count} sheet", "{count} sheets", lot.amount).format(count=lot.amount)
    serials = _("{form} from {first} to {last}").format(
        form=lot.form_code, first=f"{lot.first:06}", last=f"{lot.last:06}"
    )
    print(f"{printed.path}: {pages}, {sheets}, {serials}")
    complain(
        _("Print on both sides: front and back of a sheet bear the same number.")
        if printed.two_sided
        else _("Print on one side only: the next sheet bears another number.")
    )
    return 0


def _amount(typed: str | None) -> int:
    """Raises RefusedInput for what is no number, or none at all."""
    try:
        return int(typed or "0")
    except ValueError:
        raise RefusedInput(
            _("“{typed}” is not a number of sheets.").format(typed=clean_line(typed or "")),
            _("Give how many: from 1 to {most}.").format(most=MOST_AT_ONCE),
        ) from None
