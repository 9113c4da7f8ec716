"""On which line of a TOML text each key stands, so that a refusal can name it.

The standard library's reader keeps no places. This one reads only what places need: table
headers, keys, and where strings and lists end. It is given texts that are already known to be
TOML; a writing it does not follow costs precision (the line of what is around), never an answer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')(?:\s*\.\s*[\w-]+)*)\s*=(.*)$")
_LONG_STRING = re.compile(r'"""|\'\'\'')
_SHORT_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'')


def lines_of_keys(text: str) -> dict[KeyPath, int]:
    """Line numbers from 1, by the keys and list positions that lead to a value."""
    reading = _Reading()
    for number, line in enumerate(text.split("\n"), start=1):
        reading.read(number, line)
    return reading.found


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int:
    """The line of the value, or of the nearest thing around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


@dataclass(slots=True)
class _Reading:
    found: dict[KeyPath, int] = field(default_factory=dict)
    table: KeyPath = ()
    open_list: KeyPath | None = None
    open_string: str = ""
    depth: int = 0
    items: int = 0
    counts: dict[KeyPath, int] = field(default_factory=dict)

    def read(self, number: int, line: str) -> None:
        if self.open_string:
            line = self._after_long_string(line)
        elif self.open_list is not None:
            self._read_item(number, line)
        elif header := _HEADER.match(line):
            self._open_table(number, header.group(1) == "[[", header.group(2))
            return
        elif key := _KEY.match(line):
            path = (*self.table, *_parts(key.group(1)))
            self.found.setdefault(path, number)
            line = key.group(2)
            self.open_list, self.items, self.depth = path, 0, 0
        self._follow(line)

    def _open_table(self, number: int, repeated: bool, name: str) -> None:
        path: KeyPath = ()
        parts = _parts(name)
        for position, part in enumerate(parts, start=1):
            path = (*path, part)
            if repeated and position == len(parts):
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                self.found.setdefault(path, number)
                path = (*path, self.counts[path])
        self.found.setdefault(path, number)
        self.table = path

    def _read_item(self, number: int, line: str) -> None:
        if self.depth == 1 and line.strip()[:1] not in {"", "#", "]", ","}:
            assert self.open_list is not None
            self.found.setdefault((*self.open_list, self.items), number)

    def _after_long_string(self, line: str) -> str:
        _inside, closing, rest = line.partition(self.open_string)
        if closing:
            self.open_string = ""
        return rest

    def _follow(self, line: str) -> None:
        """Count brackets and items in what is left of a line; a list left open goes on below."""
        if self.open_list is None:
            return
        while not self.open_string and (quote := _LONG_STRING.search(line)):
            before, rest = line[: quote.start()], line[quote.end() :]
            if quote.group() not in rest:
                self.open_string, line = quote.group(), before
            else:
                line = before + rest.partition(quote.group())[2]
        for sign in _SHORT_STRING.sub("", line).partition("#")[0]:
            self.depth += (sign in "[{") - (sign in "]}")
            self.items += sign == "," and self.depth == 1
        if self.depth <= 0 and not self.open_string:
            self.open_list = None


def _parts(name: str) -> KeyPath:
    """`steps . "a.b"` as its parts; the standard library unquotes them."""
    values = tomllib.loads(f"{name} = 0")
    parts: list[str | int] = []
    inner: object = values
    while isinstance(inner, dict):
        part, inner = next(iter(inner.items()))
        parts.append(part)
    return tuple(parts)
