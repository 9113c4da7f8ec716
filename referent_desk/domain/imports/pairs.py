"""Several people in one cell of a list of staff: `Mme Aubry / M. Klein`, `Aubry et Klein`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from referent_desk.domain.imports.heads import BETWEEN_PEOPLE
from referent_desk.domain.imports.kinds import Field, Value
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.names import Who, who_is
from referent_desk.domain.imports.reports import SourceLine

_NAMES = (Field.LAST_NAME, Field.FULL_NAME)
_OF_ONE = (Field.ROLE, Field.TELEPHONE, Field.DECT, Field.MOBILE, Field.WORK_MOBILE,
           Field.WORKING_HOURS)  # fmt: skip
"""What is somebody's own: one text for several people is nobody's."""


def people_of(line: SourceLine) -> tuple[SourceLine, ...]:
    """A line for each of those whom it may name; none where it plainly names one person.

    First names, and what is their own, are told out where there are as many as last names.
    """
    cell = next(filter(None, map(line.text, _NAMES)), "")
    names = _parts(cell)
    firsts = _parts(line.text(Field.FIRST_NAME))
    are_people = all(who_is(name) in {Who.PERSON, Who.UNSURE} for name in names)
    if len(names) < 2 or not are_people or (firsts and len(firsts) != len(names)):
        return ()
    if min(len(name_key(name)) for name in names) < 2:  # `N/A`
        return ()
    return tuple(
        _line_of(line, name, firsts[place : place + 1], place, len(names))
        for place, name in enumerate(names)
    )


def texts_of_all(line: SourceLine, count: int) -> Iterable[tuple[Field, str]]:
    """What the line says once of so many people, and so of none of them."""
    return (
        (field, line.text(field))
        for field in _OF_ONE
        if line.text(field) and len(_parts(line.text(field))) != count
    )


def names_of(lines: Iterable[SourceLine]) -> str:
    """As they are shown beside a question."""
    shown = (
        f"{each.text(Field.FIRST_NAME)} {each.text(Field.LAST_NAME) or each.text(Field.FULL_NAME)}"
        for each in lines
    )
    return " · ".join(name.strip() for name in shown)


def _line_of(line: SourceLine, name: str, first: list[str], place: int, count: int) -> SourceLine:
    values: dict[Field, Value] = {
        field: value
        for field, value in line.values.items()
        if field not in {*_NAMES, *_OF_ONE, Field.FIRST_NAME}
    }
    if first:
        values |= {Field.LAST_NAME: name, Field.FIRST_NAME: first[0]}
    else:
        values[Field.FULL_NAME] = name
    own = {field: _parts(line.text(field)) for field in _OF_ONE}
    values |= {field: parts[place] for field, parts in own.items() if len(parts) == count}
    return replace(line, values=values, remarks=())


def _parts(cell: str) -> list[str]:
    return [part for part in BETWEEN_PEOPLE.split(cell) if part]
