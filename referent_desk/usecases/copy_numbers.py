"""The numbers of the copies of a binder: those there are, and the next one that is free.

None is given twice, restored backup or not.
"""

from __future__ import annotations

from referent_desk.domain.binders import highest_given
from referent_desk.domain.copies import Copy
from referent_desk.errors import NotFound
from referent_desk.language import _, ngettext
from referent_desk.storage.binders import binder_of, last_copy_number
from referent_desk.storage.copies import copies_in
from referent_desk.storage.database import Connection
from referent_desk.storage.high_marks import read_marks
from referent_desk.usecases.copies import closed_copy
from referent_desk.usecases.desks import Desk

_TEN = 10


def next_copy_number(desk: Desk, connection: Connection, department_id: str) -> int:
    """Where nobody remembers what was given, as the marks were lost, after the next full ten.

    Whoever knows the shelf may still name a number between: a copy that stands there.
    """
    binder = binder_of(connection, department_id)
    known = last_copy_number(connection, binder[0]) if binder else 0
    mark = read_marks(desk.home.marks, desk.home_id, department_id).copy
    return highest_given(known, mark, _TEN) + 1


def copy_mark(desk: Desk, connection: Connection, department_id: str, begun: int) -> int:
    """The highest number that was given, as far as anybody can tell, once copy `begun` is there."""
    copies = copies_in(connection, department_id, closed=True)
    known = max((copy.number for copy in copies if copy.number != begun), default=0)
    mark = read_marks(desk.home.marks, desk.home_id, department_id).copy
    return max(begun, highest_given(known, mark, _TEN))


def chosen_copy(
    desk: Desk, connection: Connection, department_id: str, number: int | None
) -> Copy | None:
    """The copy of that number, or the only one there is; None: it begins with this printing.

    The first copy begins under any number, as a ward that has binders already may count them; a
    later one under the next number, or one that was given before a backup was put back. Raises
    RefusedInput for a copy that is closed, NotFound for any other number.
    """
    if number is None:
        in_use = copies_in(connection, department_id)
        return in_use[0] if len(in_use) == 1 else None
    copies = copies_in(connection, department_id, closed=True)
    copy = next((copy for copy in copies if copy.number == number), None)
    if copy is not None and copy.closed_on is not None:
        raise closed_copy(copy)
    if copy is None and copies:
        free = next_copy_number(desk, connection, department_id)
        if not copies[-1].number < number <= free:
            raise _unknown(number, copies, free)
    return copy


def _unknown(number: int, copies: tuple[Copy, ...], free: int) -> NotFound:
    in_use = [str(copy.number) for copy in copies if copy.closed_on is None]
    if not in_use:
        return NotFound(
            _("This binder has no copy {number}: all its copies are closed.").format(number=number),
            _("Give {free} to begin a new copy.").format(free=free),
        )
    there = ngettext(
        "This binder has no copy {number}, only copy {numbers}.",
        "This binder has no copy {number}, only copies {numbers}.",
        len(in_use),
    )
    return NotFound(
        there.format(number=number, numbers=", ".join(in_use)),
        _("Give one that is there, or {free} to begin a new copy.").format(free=free),
    )
