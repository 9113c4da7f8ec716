"""What bears on the dialling of numbers, gathered for one department or for many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from referent_desk.domain.departments import Node
from referent_desk.domain.dial_checks import (
    CheckedLine,
    DialCheck,
    draw_order,
    drawn,
    is_drawable,
    month_of,
)
from referent_desk.domain.dial_tasks import DialFacts
from referent_desk.domain.same_numbers import holds_number
from referent_desk.storage.database import Connection
from referent_desk.storage.diallings import lines_by_owner, values_below

Lines = Mapping[str, Sequence[CheckedLine]]


def dial_facts(connection: Connection, path: Sequence[str], today: date) -> DialFacts:
    """`path` holds the ids from the department up: its sheets print the numbers of all of them."""
    return facts_along(lines_by_owner(connection, month_of(today), path), path, today)


def dial_lines_of_all(connection: Connection, today: date) -> Lines:
    """By owner, for `facts_along`: each owner's lines in the order in which they are drawn."""
    month = month_of(today)
    found = lines_by_owner(connection, month)
    return {
        owner: sorted(filter(is_drawable, lines), key=lambda line: draw_order(line, month))
        for owner, lines in found.items()
    }


def facts_along(lines: Lines, path: Sequence[str], today: date) -> DialFacts:
    here = list(chain.from_iterable(lines.get(node_id, ()) for node_id in path))
    return DialFacts(drawn(here, month_of(today)), any(line.is_dialled for line in here))


def dial_check(connection: Connection, path: Sequence[Node], today: date) -> DialCheck:
    """The lines with the name of whose they are, where they are not the department's own."""
    department = path[0]
    lines = lines_by_owner(connection, month_of(today), [node.id for node in path])
    named = list(_told_elsewhere(connection, _named(path, lines), department.id))
    month = drawn(named, month_of(today))
    taken = {line.entry_id for line in month}
    others = (line for line in named if line.entry_id not in taken and line.number)
    return DialCheck(
        department.id,
        department.name,
        today,
        tuple(line for line in month if not line.is_closed and _is_there(line, today)),
        tuple(line for line in others if not line.is_closed and is_drawable(line)),
    )


def _told_elsewhere(
    connection: Connection, lines: Iterable[CheckedLine], department_id: str
) -> Iterable[CheckedLine]:
    """Each with the values that hold its number; those of another department bear its name."""
    told = list(lines)
    values = values_below(connection, {line.owner_id for line in told})
    for line in told:
        names = (
            said.name if said.department_id == department_id else f"{said.name} ({said.department})"
            for said in values.get(line.owner_id, ())
            if holds_number(said.value, line.number)
        )
        yield replace(line, elsewhere=tuple(names))


def _is_there(line: CheckedLine, today: date) -> bool:
    """Emptied because it was wrong, it still shows that it was dialled."""
    return bool(line.number) or line.called_in(month_of(today)) is not None


def _named(path: Sequence[Node], lines: Lines) -> Iterable[CheckedLine]:
    for place, node in enumerate(path):
        for line in lines.get(node.id, ()):
            yield replace(line, owner=node.name if place else "")
