"""Cells that say the same as another one: `idem`, `"`, `idem Urgéo`, `voir Urgéo`, `idem ligne 4`.

They are read as the cell that they mean, so that no such word reaches a home or its paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.matching import name_key
from referent_desk.domain.imports.reports import Concern, Remark, SourceLine, remark
from referent_desk.domain.texts import folded
from referent_desk.exchange.workbooks import RawRow, column_letter

_BETWEEN = re.compile(r"(\s*[/;+\n]\s*)")
_SAME = r"idem|id|ibidem|ibid|ditto|dito"
_ABOVE = re.compile(
    rf"(?:{_SAME})\.?(?: (?:ci-dessus|au-dessus|que ci-dessus|above))?|[\"″〃«»]|''|’’|-\"-"
)
_LIKE = re.compile(
    rf"(?P<word>{_SAME}|voir|cf|comme|see|same as)\b\.?:? *(?:que |pour )?(?P<name>.+)"
)
_MAY_BE = re.compile(rf"\b(?:{_SAME}|voir|cf|comme|see|same)\b|[\"″〃«»]|''|’’", re.IGNORECASE)
"""Looked for before anything else: nearly every cell of a long list is none."""
_ROW = re.compile(r"(?:la )?(?:ligne|l\.?|row|line) ?(\d+)")
_SAYS_THE_SAME = frozenset(_SAME.split("|"))
"""After other words, such as `voir`, a name that is none of the list is an ordinary text."""
_NAMES: Mapping[ImportKind, tuple[Field, ...]] = {
    ImportKind.DEPARTMENTS: (Field.UNIT, Field.DEPARTMENT),
    ImportKind.SOFTWARE: (Field.SOFTWARE,),
    ImportKind.DEPLOYMENTS: (Field.SOFTWARE,),
    ImportKind.STAFF: (Field.FULL_NAME, Field.LAST_NAME),
    ImportKind.DIRECTORY: (Field.LABEL,),
}
"""What a row is called by, where another one names it."""
_ENTRY_CELLS = 2
"""A row that holds fewer is a heading: what stands above it is meant."""


@dataclass(frozen=True, slots=True)
class Dittos:
    """`rows` as they are meant; `told` says by row what was read so, or means nothing known."""

    rows: tuple[RawRow, ...]
    told: Mapping[int, tuple[Remark, ...]]

    def noted(self, line: SourceLine) -> SourceLine:
        told = self.told.get(line.row)
        return replace(line, remarks=(*told, *line.remarks)) if told else line


def read_dittos(rows: Sequence[RawRow], kind: ImportKind, fields: Mapping[int, Field]) -> Dittos:
    """Row by row from the top: what a cell means was read already, unless it stands below."""
    names = [place for field in _NAMES[kind] for place, each in fields.items() if each is field]
    table = _Table(list(rows), names)
    told: dict[int, tuple[Remark, ...]] = {}
    for at, row in enumerate(rows):
        found = [
            (place, table.meant(at, place, field))
            for place, field in fields.items()
            if place < len(row.cells) and _MAY_BE.search(row.cells[place])
        ]
        changed = {p: text for p, text in found if text is not None and text != row.cells[p]}
        if changed:
            cells = tuple(changed.get(p, text) for p, text in enumerate(row.cells))
            table.rows[at] = replace(row, cells=cells)
            told[row.number] = tuple(
                _remark(place, fields[place], row.cells[place], text)
                for place, text in changed.items()
            )
    return Dittos(tuple(table.rows), told)


def _remark(place: int, field: Field, text: str, meant: str) -> Remark:
    letter, told = column_letter(place), {"field": field.value, "value": text}
    if meant:
        return remark(Concern.NOTE, "read_as", letter, **told, stored=meant)
    return remark(Concern.DAMAGE, "same_as_nothing", letter, **told)


class _Table:
    """The rows as far as they were read; `names` are the columns by which one is called."""

    def __init__(self, rows: list[RawRow], names: Sequence[int]) -> None:
        self.rows = rows
        self._names = names

    @cached_property
    def _numbered(self) -> Mapping[int, int]:
        return {row.number: at for at, row in enumerate(self.rows)}

    @cached_property
    def _called(self) -> Mapping[str, Sequence[int]]:
        called: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows):
            for key in {name_key(_cell(row, place)) for place in self._names}:
                called.setdefault(key, []).append(at)
        return called

    def meant(self, at: int, place: int, field: Field) -> str | None:
        """None for a cell that says something of its own; empty where nothing is known of what
        it means."""
        parts = _BETWEEN.split(self.rows[at].cells[place].strip())
        read = [self._part_meant(part, at, place, field) for part in parts]
        if all(each is None for each in read):
            return None
        whole = [part if each is None else each for part, each in zip(parts, read, strict=True)]
        return "" if "" in read else "".join(whole)

    def _part_meant(self, part: str, at: int, place: int, field: Field) -> str | None:
        said = folded(part).strip()
        if field is Field.NIGHT and said.rstrip(".") in _SAYS_THE_SAME:
            return None  # the number of its own row by day
        if _ABOVE.fullmatch(said):
            return _cell(self._entry_above(at), place)
        like = _likeness(said, field)
        if like is None:
            return None
        found = _cell(self._row_called(like["name"], at, place), place)
        if found and not _is_ditto(found, field):
            return found
        return "" if like["word"] in _SAYS_THE_SAME else None

    def _entry_above(self, at: int) -> RawRow | None:
        above = (self.rows[place] for place in range(at - 1, -1, -1))
        return next((row for row in above if sum(map(bool, row.cells)) >= _ENTRY_CELLS), None)

    def _row_called(self, name: str, at: int, place: int) -> RawRow | None:
        """The first of that number, or of that name with something in this column."""
        numbered = _ROW.fullmatch(name.strip())
        if numbered:
            found = self._numbered.get(int(numbered[1]), at)
            return self.rows[found] if found != at else None
        key = name_key(name)
        others = (self.rows[each] for each in self._called.get(key, ()) if key and each != at)
        return next((row for row in others if _cell(row, place)), None)


def _likeness(said: str, field: Field) -> re.Match[str] | None:
    like = _LIKE.fullmatch(said)
    is_other = like is not None and like["word"] not in _SAYS_THE_SAME
    return None if is_other and field is Field.REMARKS else like


def _is_ditto(text: str, field: Field) -> bool:
    """Such a cell explains none; `voir …` with no such row may be a text of its own."""
    said = folded(text).strip()
    like = _likeness(said, field)
    return bool(_ABOVE.fullmatch(said)) or bool(like and like["word"] in _SAYS_THE_SAME)


def _cell(row: RawRow | None, place: int) -> str:
    return row.cells[place] if row is not None and place < len(row.cells) else ""
