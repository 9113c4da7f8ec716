"""What is typed into a field, as the value that is kept; and a value as one would type it.

Both ways agree: what `typed_of` writes, `read_typed` reads as the same value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.imports.values import (
    Damage,
    read_count,
    read_day,
    read_finess,
    read_flag,
    read_minutes,
    read_telephone,
    read_weekly_hours,
)
from referent_desk.domain.minutes import minutes_typed
from referent_desk.domain.records import Fault, FieldKind, RecordField
from referent_desk.domain.rotations import stored_weeks
from referent_desk.domain.texts import clean_line, clean_text

Value = str | int | bool | date | None


def _read_weeks(text: str) -> str | Damage:
    """Hours of a week, or of several in turn with ` | ` between."""
    weeks = stored_weeks(clean_line(text))
    return Damage("hours_not_understood") if weeks is None else weeks


_READERS: Mapping[FieldKind, Callable[[str], Value | Damage]] = {
    FieldKind.FINESS: read_finess,
    FieldKind.TELEPHONE: read_telephone,
    FieldKind.COUNT: read_count,
    FieldKind.MINUTES: read_minutes,
    FieldKind.DAY: read_day,
    FieldKind.HOURS: read_weekly_hours,
    FieldKind.WEEKS: _read_weeks,
    FieldKind.YES_NO: read_flag,
}
_NOTHING: Mapping[FieldKind, Value] = dict.fromkeys(
    (FieldKind.COUNT, FieldKind.MINUTES, FieldKind.DAY, FieldKind.YES_NO, FieldKind.LINK)
)
"""What an empty field holds, where that is not the empty text."""


def read_typed(field: RecordField, typed: str) -> Value | Fault:
    """Nothing is cut and nothing guessed: what cannot be kept as typed is a fault."""
    text = clean_text(typed) if field.kind is FieldKind.TEXT else clean_line(typed)
    if not text:
        return Fault("empty") if field.required else nothing_in(field)
    if len(text) > field.longest:
        return Fault("too_long")
    if field.kind is FieldKind.CHOICE:
        return _read_choice(field, text)
    if field.kind not in _READERS:
        return text
    value = _READERS[field.kind](text)
    return Fault(value.code) if isinstance(value, Damage) else value


def nothing_in(field: RecordField) -> Value:
    """What is kept of an empty field."""
    return None if _is_number(field) else _NOTHING.get(field.kind, "")


def _is_number(field: RecordField) -> bool:
    """Choices from 1 to 4 are kept as numbers."""
    return bool(field.choices) and all(choice.isdecimal() for choice in field.choices)


def _read_choice(field: RecordField, text: str) -> Value | Fault:
    if text not in field.choices:
        return Fault("not_a_choice")
    return int(text) if _is_number(field) else text


def typed_of(field: RecordField, value: object) -> str:
    """The value as it stands in the field. Truths may be stored as 0 and 1, days as ISO 8601."""
    if value is None or value == "":
        return ""
    if field.kind is FieldKind.YES_NO:
        return "yes" if value else "no"
    if field.kind is FieldKind.MINUTES and isinstance(value, int):
        return minutes_typed(value)
    if field.kind is FieldKind.DAY:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return f"{day:%d/%m/%Y}"
    return str(value)
