"""How the tables of an example speak of one another: by keys that must exist, and by days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID, uuid5

from referent_desk.domain.hours import read_hours
from referent_desk.exchange.toml_files import TomlTable
from referent_desk.language import _

_EXAMPLES = UUID("5b0c2f0e-7f43-5d0e-9b1e-0d6a3c2b9a41")

Value = TypeVar("Value")


def example_id(*names: str) -> str:
    """The id of what these names stand for: the same in every home that is filled."""
    return str(uuid5(_EXAMPLES, "\x1f".join(names)))


def add(known: dict[str, Value], row: TomlTable, value: Value) -> None:
    """Keep `value` under the row's key; two rows of one key are refused."""
    key = row.text("key")
    if key in known:
        row.refuse("key", _("key “{name}” stands twice.").format(name=key))
    known[key] = value


def find(known: Mapping[str, Value], row: TomlTable, key: str, name: str | None = None) -> Value:
    """What `row` speaks of under `key`; refused when nothing bears that name."""
    wanted = row.text(key) if name is None else name
    if wanted not in known:
        row.refuse(key, _("{key} names “{name}”, which is not there.").format(key=key, name=wanted))
    return known[wanted]


def find_if_named(known: Mapping[str, Value], row: TomlTable, key: str) -> Value | None:
    return find(known, row, key) if row.has(key) else None


def day_of(row: TomlTable, key: str, filled_on: date) -> date:
    return filled_on + timedelta(days=row.whole(key))


def day_if_given(row: TomlTable, key: str, filled_on: date) -> date | None:
    return day_of(row, key, filled_on) if row.has(key) else None


def hours_of(row: TomlTable, key: str) -> str:
    """Hours in the form in which they are stored."""
    if not row.has(key):
        return ""
    hours = read_hours(row.text(key))
    if hours is None:
        row.refuse(
            key,
            _("{key} is “{text}”, which cannot stand here.").format(key=key, text=row.text(key)),
        )
    return hours.stored()


def whole_if_given(row: TomlTable, key: str) -> int | None:
    return row.whole(key) if row.has(key) else None
