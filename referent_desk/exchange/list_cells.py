"""What the cells of a row say of each field; columns that say the same field are joined."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.durations import range_of
from referent_desk.domain.imports.families import NameOrder
from referent_desk.domain.imports.kinds import Field, Value
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.imports.values import DURATIONS, Damage
from referent_desk.domain.texts import LONGEST_NAME
from referent_desk.exchange.column_cells import order_of_column
from referent_desk.exchange.column_titles import unit_of
from referent_desk.exchange.tables import Fields, Table
from referent_desk.exchange.workbooks import column_letter

_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Column:
    """`title` of a further column of numbers, which tells them from those of the first."""

    field: Field
    place: int = 0
    letter: str = ""
    unit: str = ""
    order: NameOrder = NameOrder.UNSAID
    title: str = ""


def columns_taken(table: Table, fields: Fields) -> tuple[Column, ...]:
    texts = {place: title.text for place, title in enumerate(table.titles)}
    first = min((place for place, field in fields.items() if field is Field.NUMBER), default=-1)
    return tuple(
        Column(
            field,
            place,
            column_letter(place),
            unit_of(texts.get(place, "")),
            order_of_column(table, place, field),
            texts.get(place, "") if field is Field.NUMBER and place != first else "",
        )
        for place, field in sorted(fields.items())
    )


def take(
    column: Column,
    text: str,
    value: Value | Damage,
    values: dict[Field, Value],
    remarks: list[Remark],
) -> None:
    each, told = column.field, value
    if not isinstance(told, Damage) and told not in ("", ()):
        told = _joined(column, values.get(each), told)
    if isinstance(told, Damage):
        shown = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
        said = remark(Concern.DAMAGE, told.code, column.letter, field=each.value, value=shown)
        remarks.append(said)
    elif told not in ("", ()):
        values[each] = told


def _joined(column: Column, before: Value | None, value: Value) -> Value | Damage:
    """Remarks of two columns are one; of other fields the first column counts."""
    if column.field is Field.NUMBER and column.title:
        value = f"{value} ({column.title})"
        value = f"{before} / {value}" if before else value
    elif before is not None:
        value = f"{before}, {value}" if column.field is Field.REMARKS else before
    return Damage("too_long") if isinstance(value, str) and len(value) > LONGEST_NAME else value


def two_bounds(column: Column, text: str) -> list[Remark]:
    """Of `4 à 8 h` the lower one is read; a person is asked."""
    bounds = range_of(text, column.unit) if column.field in DURATIONS else None
    if bounds is None:
        return []
    low, high = map(str, bounds)
    told = {"field": column.field.value, "value": text, "low": low, "high": high}
    return [remark(Concern.DAMAGE, "duration_range", column.letter, **told)]
