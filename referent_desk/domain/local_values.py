"""Values that the texts of a department name between braces, and that it fills in itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AskedValue:
    """`asked_by` holds the titles of the texts that name it; none: only kept from before.

    `id` is empty where nothing was ever stored.
    """

    name: str
    value: str
    asked_by: tuple[str, ...]
    id: str = ""


def asked_values(
    asked: Iterable[tuple[str, Iterable[str]]], stored: Mapping[str, tuple[str, str]]
) -> tuple[AskedValue, ...]:
    """The empty ones first, each group in reading order; at the end what nobody asks for.

    `asked` pairs the title of a text with the names it holds; `stored` gives id and value by name.
    """
    titles: dict[str, dict[str, None]] = {}
    for title, names in asked:
        for name in names:
            titles.setdefault(name, {})[title] = None
    for name in stored:
        titles.setdefault(name, {})
    values = [
        AskedValue(name, stored.get(name, ("", ""))[1], tuple(by), stored.get(name, ("", ""))[0])
        for name, by in titles.items()
        if by or stored[name][1]
    ]
    return tuple(sorted(values, key=lambda value: (not value.asked_by, bool(value.value))))
