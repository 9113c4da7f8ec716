"""A sheet becomes a table: its line of titles is found, wherever the titles stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.texts import folded
from referent_desk.errors import RefusedInput
from referent_desk.exchange.column_titles import (
    BARE_NAMES,
    NAMED,
    NAMES,
    REMARK_TITLES,
    REQUIRED,
    TITLES,
    title_key,
)
from referent_desk.exchange.title_words import heads_two, told_field
from referent_desk.exchange.workbooks import RawRow, RawSheet, column_number
from referent_desk.language import _

_SEARCHED_ROWS = 40
_LONGEST_TITLE = 120
_SHOWN_TITLES = 30
_GUESSED_FIRST = (
    ImportKind.DEPLOYMENTS,
    ImportKind.SOFTWARE,
    ImportKind.STAFF,
    ImportKind.DEPARTMENTS,
    ImportKind.DIRECTORY,
)
_BARE_NUMBERS = frozenset({"n", "no", "ns", "nos", "n s"})
"""`N°`: of a list of numbers the number, where no other column is; of others that of the line."""
BY_DAY = frozenset({"jour", "journee", "en journee", "la journee", "le jour", "de jour", "day"})
"""Beside the number by night."""


@dataclass(frozen=True, slots=True)
class Title:
    """`wider` is the merged heading above the title, if there is one."""

    text: str
    wider: str = ""

    @property
    def key(self) -> str:
        return title_key(self.text)

    @property
    def shown(self) -> str:
        return " / ".join(part for part in (self.wider, self.text) if part)


@dataclass(frozen=True, slots=True)
class Table:
    sheet: RawSheet
    header_row: int
    titles: tuple[Title, ...]
    rows: tuple[RawRow, ...]

    def place_of(self, key: str) -> int | None:
        """The first column with that title."""
        return next((i for i, title in enumerate(self.titles) if title.key == key), None)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(title.key for title in self.titles if title.key)

    def column(self, place: int) -> list[str]:
        return [row.cells[place] for row in self.rows if place < len(row.cells)]


Fields = dict[int, Field]
"""The field of each column that is taken."""


def field_of(kind: ImportKind, title: Title) -> Field | None:
    return _listed_field(kind, title) or _told_field(kind, title)


def _told_field(kind: ImportKind, title: Title) -> Field | None:
    return None if title.key in BARE_NAMES else told_field(kind, title.text)


def _listed_field(kind: ImportKind, title: Title) -> Field | None:
    titles, key = TITLES[kind], title.key
    if key in BARE_NAMES and title.wider:
        wider = titles.get(title_key(title.wider))
        return wider if wider in NAMED else None
    if key in BARE_NAMES and kind in NAMES:
        return NAMES[kind]
    if heads_two(kind, title.text):
        return None
    return titles.get(key) or titles.get(title_key(f"{title.wider} {title.text}"))


def guess_fields(kind: ImportKind, titles: Sequence[Title]) -> Fields:
    """A field is taken from the first column that has it, those with a listed title first."""
    fields: Fields = {}
    for meant in (_listed_field, _told_field):
        for place, title in enumerate(titles):
            field = meant(kind, title) if place not in fields else None
            if field and (field not in fields.values() or title.key in REMARK_TITLES):
                fields[place] = field
    if kind is ImportKind.DIRECTORY and not {Field.NUMBER, Field.DECT} & set(fields.values()):
        is_by_night = Field.NIGHT in fields.values() and not any(map(is_bare, titles))
        heads = _BARE_NUMBERS | BY_DAY if is_by_night else _BARE_NUMBERS
        counted = (p for p, title in enumerate(titles) if title.key in heads)
        fields |= dict.fromkeys(islice(counted, 1), Field.NUMBER)
    if Field.UNIT_CODE in fields.values() and Field.UNIT not in fields.values():
        _rename(fields, Field.UNIT_CODE, Field.CODE)
    if Field.UNIT in fields.values() and Field.DEPARTMENT not in fields.values():
        _rename(fields, Field.UNIT, Field.DEPARTMENT)
        _rename(fields, Field.UNIT_CODE, Field.CODE)
    return fields


def _rename(fields: Fields, old: Field, new: Field) -> None:
    if new in fields.values():
        return
    for place, field in fields.items():
        if field is old:
            fields[place] = new


def guess_kind(titles: Sequence[Title]) -> tuple[ImportKind | None, float]:
    """The kind with most columns understood; a column headed only "name" counts half."""
    best: ImportKind | None = None
    best_score = 0.0
    for kind in _GUESSED_FIRST:
        fields = guess_fields(kind, titles)
        if not has_required(kind, fields):
            continue
        score = sum(_weight(kind, titles[p], field) for p, field in fields.items())
        if score > best_score:
            best, best_score = kind, score
    return best, best_score


def _weight(kind: ImportKind, title: Title, field: Field) -> float:
    """A role, a use, a remark or a bare number heads many a list: it tells none from the others."""
    if field is Field.PURPOSE or title.key in REMARK_TITLES | _BARE_NUMBERS:
        return 0.0
    if field is Field.NIGHT or (kind is ImportKind.DIRECTORY and field is Field.ROLE):
        return 0.0
    return 1.0 if _listed_field(kind, title) and not is_bare(title) else 0.5


def is_bare(title: Title) -> bool:
    return title.key in BARE_NAMES and not title.wider


def has_required(kind: ImportKind, fields: Mapping[int, Field]) -> bool:
    present = set(fields.values())
    return all(present & group for group in REQUIRED[kind])


def find_table(
    sheet: RawSheet,
    header_row: int | None = None,
    columns: Sequence[str] = (),
    is_known: Callable[[Table], bool] = lambda _table: False,
) -> Table:
    """The sheet below its line of titles.

    `columns`: titles that a person named, which tell the line of titles too; `is_known`: whether
    a program wrote such titles. Without any title that is known, the first row with several cells
    is taken for it: columns can still be named.
    """
    places = range(len(sheet.rows))
    if header_row is not None:
        found = [place for place in places if sheet.rows[place].number == header_row]
        if not found:
            raise RefusedInput(
                _("Row {row} is empty: it cannot hold the titles of the columns.").format(
                    row=header_row
                ),
                _("Give the row where the titles stand with --header."),
            )
        return _table(sheet, found[0])
    wanted = {folded(column) for column in columns}
    best, best_score = 0, 0.0
    for place in places[:_SEARCHED_ROWS]:
        titles = _titles(sheet, place)
        if not may_be_titles(sheet.rows[place]):
            continue
        if is_known(_table(sheet, place)):
            return _table(sheet, place)
        named = sum(folded(t.text) in wanted or folded(t.shown) in wanted for t in titles)
        score = guess_kind(titles)[1] + 2.0 * named
        below_heading = place == best + 1 and bool(_wider_titles(sheet, place))
        if (
            score >= best_score + 1.0
            or score > best_score == 0.0
            or (below_heading and score >= best_score > 0.0)
        ):
            best, best_score = place, score
    if not best_score:
        best = next((p for p in places if sum(map(bool, sheet.rows[p].cells)) > 1), 0)
    return _table(sheet, best)


def may_be_titles(row: RawRow) -> bool:
    """Titles are short words; a row of numbers and sentences belongs to the list."""
    filled = [text for text in row.cells if text]
    numbers = sum(not any(c.isalpha() for c in text) for text in filled)
    return 5 * numbers <= len(filled) and all(len(text) <= _LONGEST_TITLE for text in filled)


def _table(sheet: RawSheet, place: int) -> Table:
    row = sheet.rows[place]
    return Table(sheet, row.number, _titles(sheet, place), sheet.rows[place + 1 :])


def _titles(sheet: RawSheet, place: int) -> tuple[Title, ...]:
    row = sheet.rows[place]
    wider = _wider_titles(sheet, place)
    return tuple(
        Title(text, wider[column] if column < len(wider) else "")
        for column, text in enumerate(row.cells)
    )


def _wider_titles(sheet: RawSheet, place: int) -> list[str]:
    """The headings of the row above, each spread over the columns that it covers."""
    if place == 0:
        return []
    row, above = sheet.rows[place], sheet.rows[place - 1]
    filled, wide = sum(map(bool, row.cells)), sum(map(bool, above.cells))
    if above.number != row.number - 1 or not 1 < wide < filled:
        return []
    spread, last = [], ""
    for column in range(len(row.cells)):
        last = (above.cells[column] if column < len(above.cells) else "") or last
        spread.append(last)
    return spread


def named_columns(table: Table, mapping: Mapping[str, Field]) -> Fields:
    """The columns that a person named, by title, letter or number."""
    fields: Fields = {}
    for name, field in mapping.items():
        place = _named_place(table, name)
        if place is None:
            raise RefusedInput(
                _("There is no column “{name}” in row {row}.").format(
                    name=name, row=table.header_row
                ),
                _("The columns are: {titles}.").format(titles=shown_titles(table)),
            )
        fields[place] = field
    return fields


def shown_titles(table: Table) -> str:
    """The first titles, for a sentence."""
    shown = [title.shown[:60] for title in table.titles if title.shown]
    return ", ".join(shown[:_SHOWN_TITLES]) + (" …" if len(shown) > _SHOWN_TITLES else "")


def _named_place(table: Table, name: str) -> int | None:
    for place, title in enumerate(table.titles):
        if folded(name) in {folded(title.text), folded(title.shown)}:
            return place
    if re.fullmatch(r"[A-Za-z]{1,2}", name):
        return column_number(name)
    return int(name) - 1 if re.fullmatch(r"[1-9]\d{0,2}", name) else None
