"""People of the other sheets of a file: a list of software calls them shorter than its staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from referent_desk.domain.imports.kinds import Field
from referent_desk.domain.imports.names import (
    Who,
    refusal_of_name,
    split_full_name,
    split_role,
    who_is,
    without_title,
)
from referent_desk.domain.imports.namesakes import Written
from referent_desk.domain.imports.pairs import people_of
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.roles import is_doubted, without_doubt


def names_of(line: SourceLine) -> tuple[str, str]:
    """Last and first name of a line of staff."""
    if line.text(Field.LAST_NAME):
        return without_doubt(line.text(Field.LAST_NAME)), line.text(Field.FIRST_NAME)
    name, _role = split_role(without_doubt(line.text(Field.FULL_NAME)))
    last, first = split_full_name(name, line.name_order)
    return last, line.text(Field.FIRST_NAME) or first


def people_beside(lines: Iterable[SourceLine]) -> Iterator[Written]:
    """Who is plainly one person of whom the first name is known, and works there still."""
    for line in lines:
        whole = line.text(Field.LAST_NAME) or line.text(Field.FULL_NAME)
        last, first = names_of(line)
        is_gone = line.flag(Field.ACTIVE) is False or line.day(Field.LEFT_ON) is not None
        if is_gone or not first or is_doubted(whole) or people_of(line) or refusal_of_name(last):
            continue
        if who_is(f"{first} {last}") is Who.PERSON:
            yield Written(without_title(last), first)
