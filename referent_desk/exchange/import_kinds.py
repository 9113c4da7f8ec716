"""What a table lists, told from its titles, and where these do not suffice from its lines."""

from __future__ import annotations

from referent_desk.domain.imports import Field, ImportKind
from referent_desk.domain.imports_names import Who, who_is
from referent_desk.exchange.tables import Table, guess_fields, guess_kind, has_required

_FEWEST_POSTS = 2
_POSTS_IN = 10
"""One name in so many that is a post, and the list is one of numbers."""


def kind_of_table(table: Table) -> ImportKind | None:
    """A list headed like one of staff, in which posts have numbers too, is one of numbers."""
    kind, _score = guess_kind(table.titles)
    if kind is ImportKind.STAFF and _lists_posts(table):
        return ImportKind.DIRECTORY
    return kind


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
