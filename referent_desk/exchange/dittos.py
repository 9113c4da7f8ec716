"""Cells that say the same as another one: `idem`, `"`, `idem Urgéo`, `voir Urgéo`, `idem ligne 4`.

They are read as the cell that they mean, so that no such word reaches a home or its paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
    read: list[RawRow] = list(rows)
    told: dict[int, tuple[Remark, ...]] = {}
    for at, row in enumerate(rows):
        found = [
            (place, _meant(read, at, place, names, field))
            for place, field in fields.items()
            if place < len(row.cells) and row.cells[place]
        ]
        changed = {p: text for p, text in found if text is not None and text != row.cells[p]}
        if changed:
            cells = tuple(changed.get(p, text) for p, text in enumerate(row.cells))
            read[at] = replace(row, cells=cells)
            told[row.number] = tuple(
                _remark(place, fields[place], row.cells[place], text)
                for place, text in changed.items()
            )
    return Dittos(tuple(read), told)


def _remark(place: int, field: Field, text: str, meant: str) -> Remark:
    letter, told = column_letter(place), {"field": field.value, "value": text}
    if meant:
        return remark(Concern.NOTE, "read_as", letter, **told, stored=meant)
    return remark(Concern.DAMAGE, "same_as_nothing", letter, **told)


def _meant(
    rows: Sequence[RawRow], at: int, place: int, names: Sequence[int], field: Field
) -> str | None:
    """None for a cell that says something of its own; empty where nothing is known of what it
    means."""
    parts = _BETWEEN.split(rows[at].cells[place].strip())
    read = [_meant_by_part(part, rows, at, place, names, field) for part in parts]
    if all(each is None for each in read):
        return None
    whole = [part if each is None else each for part, each in zip(parts, read, strict=True)]
    return "" if "" in read else "".join(whole)


def _meant_by_part(
    part: str, rows: Sequence[RawRow], at: int, place: int, names: Sequence[int], field: Field
) -> str | None:
    said = folded(part).strip()
    if _ABOVE.fullmatch(said):
        return _cell(_entry_above(rows, at), place)
    like = _LIKE.fullmatch(said)
    if like is None:
        return None
    is_same = like["word"] in _SAYS_THE_SAME
    if field is Field.REMARKS and not is_same:
        return None
    found = _cell(_row_called(like["name"], rows, at, place, names), place)
    if found and _meant_by_part(found, (), 0, place, (), field) is None:
        return found
    return "" if is_same else None


def _entry_above(rows: Sequence[RawRow], at: int) -> RawRow | None:
    above = (row for row in reversed(rows[:at]) if sum(map(bool, row.cells)) >= _ENTRY_CELLS)
    return next(above, None)


def _row_called(
    name: str, rows: Sequence[RawRow], at: int, place: int, names: Sequence[int]
) -> RawRow | None:
    """The first of that number, or of that name with something in this column."""
    numbered = _ROW.fullmatch(name.strip())
    others = [row for row in rows if row is not rows[at]]
    if numbered:
        return next((row for row in others if row.number == int(numbered[1])), None)
    key = name_key(name)
    called = (
        row for row in others
        if key and _cell(row, place) and any(name_key(_cell(row, each)) == key for each in names)
    )  # fmt: skip
    return next(called, None)


def _cell(row: RawRow | None, place: int) -> str:
    return row.cells[place] if row is not None and place < len(row.cells) else ""
