"""Which lines of the emergency directory have a number already, before it is added once more."""

from __future__ import annotations

from referent_desk.domain.same_numbers import holds_number
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import directory_of
from referent_desk.usecases.desks import Desk


def lines_with_number(desk: Desk, owner_id: str, number: str) -> tuple[str, ...]:
    """What the open lines are called that are printed for this owner; those from above say whose.

    One number may well reach two posts: it is asked about, never refused.
    """
    with desk.database.read() as connection:
        names = {node.id: node.name for node in path_to(connection, owner_id)}
        lines = directory_of(connection, tuple(names))
    return tuple(
        line.label if line.owner_id == owner_id else f"{line.label} ({names[line.owner_id]})"
        for line in lines
        if holds_number(line.number, number)
    )
