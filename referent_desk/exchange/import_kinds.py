"""What a table lists, told from its titles, and where these do not suffice from its lines."""

from __future__ import annotations

import re

from referent_desk.domain.directory import Purpose
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.names import Who, has_title, who_is
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.posts import purpose_told
from referent_desk.domain.texts import folded
from referent_desk.exchange.number_columns import counts_lines, fields_of_numbers, is_no_code
from referent_desk.exchange.tables import (
    Table,
    Title,
    guess_fields,
    guess_kind,
    has_required,
    may_be_titles,
)

_FEWEST_POSTS = 2
_SURELY_TITLES = 2.0
_LOOKED_AT = 300
_POSTS_IN = 10
"""One name in so many that is a post, and the list is one of numbers."""
_USEFUL = re.compile(
    r"\b(?:n[°o]?s?|nos|numeros?|tel|telephones?|contacts?|annuaire) "
    r"(?:(?:de telephone|telephoniques?) )?(?:utiles?|d'urgence|urgents?|importants?|internes?)\b"
    r"|\bannuaire (?:telephonique|d'urgence|interne)\b|^(?:telephones?|n[°o]s?|numeros)$"
    r"|\b(?:useful|emergency) (?:numbers|contacts)\b|\bphone (?:list|numbers)\b"
)
"""How a sheet of numbers is titled."""
_MAY_BE_NUMBERS = frozenset(
    {Field.DEPARTMENT, Field.TELEPHONE, Field.DECT, Field.OPENING_HOURS, Field.UPDATED_ON}
)
"""Whatever else a list of departments holds, no list of numbers does."""


def kind_of_table(table: Table) -> ImportKind | None:
    """A list headed like one of staff, in which posts have numbers too, is one of numbers."""
    kind, _score = guess_kind(table.titles)
    if kind is ImportKind.STAFF and _lists_posts(table):
        return ImportKind.DIRECTORY
    if kind is ImportKind.DEPARTMENTS and _lists_numbers(table):
        return ImportKind.DIRECTORY
    if kind is None and {Field.LABEL, Field.NUMBER} <= set(fields_of_numbers(table).values()):
        return ImportKind.DIRECTORY
    return kind


def lists_below(table: Table) -> tuple[Remark, ...]:
    """Where the titles of a list of another kind stand below this one: its lines would be misread.

    Said once, of the first.
    """
    kind = kind_of_table(table)
    for row in table.rows[:_LOOKED_AT]:
        if not may_be_titles(row):
            continue
        below, score = guess_kind([Title(text) for text in row.cells])
        if below not in {None, kind} and score >= _SURELY_TITLES:
            return (remark(Concern.DAMAGE, "list_below", row=str(row.number)),)
    return ()


def _lists_numbers(table: Table) -> bool:
    """Posts and their numbers below the title `Service`."""
    fields = guess_fields(ImportKind.DEPARTMENTS, table.titles)
    of_numbers = fields_of_numbers(table)
    if not _MAY_BE_NUMBERS.issuperset(fields.values()) or not has_required(
        ImportKind.DIRECTORY, of_numbers
    ):
        return False
    places = {field: place for place, field in of_numbers.items()}
    number = places.get(Field.NUMBER, places.get(Field.DECT))
    if Field.LABEL not in places or number is None or counts_lines(table.column(number)):
        return False
    names = [text for text in table.column(places[Field.LABEL]) if text]
    if Field.NIGHT in places or _names_people(names):
        return True  # no list of departments has such a column, nor such lines
    sure = sum(map(is_no_code, table.column(number)))
    if set(fields.values()) == {Field.DEPARTMENT} and sure >= _FEWEST_POSTS:
        return True  # a list of departments would take none of its numbers
    above = (row.cells for row in table.sheet.rows if row.number < table.header_row)
    titles = (table.sheet.name, *(text for cells in above for text in cells))
    if any(_USEFUL.search(folded(title).replace("’", "'").strip()) for title in titles):
        return True
    told = [purpose_told(name) for name in names]
    posts = len(told) - told.count(Purpose.NONE)
    return posts >= _FEWEST_POSTS and posts * _POSTS_IN >= len(names)


def _names_people(names: list[str]) -> bool:
    people = sum(has_title(name) or who_is(name) is Who.PERSON for name in names)
    return people >= _FEWEST_POSTS and any(map(has_title, names))


def _lists_posts(table: Table) -> bool:
    fields = guess_fields(ImportKind.STAFF, table.titles)
    places = {field: place for place, field in fields.items()}
    of_numbers = guess_fields(ImportKind.DIRECTORY, table.titles)
    if Field.FIRST_NAME in places or not has_required(ImportKind.DIRECTORY, of_numbers):
        return False
    place = places.get(Field.FULL_NAME, places.get(Field.LAST_NAME))
    names = [text for text in table.column(place) if text] if place is not None else []
    posts = [name for name in names if who_is(name) is Who.POST]
    return len(posts) >= _FEWEST_POSTS and len(posts) * _POSTS_IN >= len(names)
