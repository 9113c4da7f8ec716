"""TOML files written by people, checked against a declared shape.

    ROUND = table(time=Text(), carries=Text(required=False))
    CHAPTER = table(code=Text(allowed=("CIR",)), revision=Whole(least=1), rounds=Tables(ROUND))
    chapter = read_toml(path, CHAPTER)
    for line in chapter.tables("rounds"):
        line.text("time"), line.text("carries"), line.refuse("time", _("…"))

Whatever does not fit is refused with a sentence that names the file, the line and the key. Rules
that a shape cannot say (a reference to another table, an order) are checked by the reader of the
file, who calls `TomlTable.refuse`. Texts are cleaned as at every
entry: Unicode form C, nothing invisible, no blanks at the ends.
"""

from __future__ import annotations

import difflib
import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from referent_desk.domain.texts import clean_text
from referent_desk.errors import RefusedInput
from referent_desk.exchange.toml_lines import KeyPath, line_of, lines_of_keys
from referent_desk.exchange.toml_shapes import (
    Number,
    Numbers,
    Shape,
    Table,
    Tables,
    Text,
    Texts,
    Whole,
    YesNo,
    table,
)
from referent_desk.language import _

__all__ = [
    "LARGEST_FILE",
    "Number",
    "Numbers",
    "Shape",
    "Table",
    "Tables",
    "Text",
    "Texts",
    "TomlTable",
    "Whole",
    "YesNo",
    "parse_toml",
    "read_toml",
    "table",
]

LARGEST_FILE = 1_000_000
_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    text: str

    def line(self, path: KeyPath) -> int:
        """Looked for when it is asked for: hardly any file is refused."""
        return line_of(lines_of_keys(self.text), path)

    def refuse(self, path: KeyPath, reason: str) -> NoReturn:
        raise RefusedInput(
            _("{file}, line {line}: {reason}").format(
                file=self.name, line=self.line(path), reason=reason
            ),
            _("Correct this line in a text editor and try again; nothing was changed."),
        )


@dataclass(frozen=True, slots=True)
class TomlTable:
    """A checked table. A key that may be left out and is gives its default or an empty value."""

    source: _Source
    path: KeyPath
    values: Mapping[str, Any]

    def has(self, key: str) -> bool:
        return key in self.values

    def text(self, key: str, default: str = "") -> str:
        return str(self.values.get(key, default))

    def whole(self, key: str, default: int = 0) -> int:
        return int(self.values.get(key, default))

    def number(self, key: str, default: float = 0.0) -> float:
        return float(self.values.get(key, default))

    def yes(self, key: str, default: bool = False) -> bool:
        return bool(self.values.get(key, default))

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(self.values.get(key, ()))

    def numbers(self, key: str) -> tuple[float, ...]:
        return tuple(float(value) for value in self.values.get(key, ()))

    def table(self, key: str) -> TomlTable:
        return TomlTable(self.source, (*self.path, key), self.values.get(key, {}))

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        return tuple(
            TomlTable(self.source, (*self.path, key, position), value)
            for position, value in enumerate(self.values.get(key, ()))
        )

    def line(self, key: str) -> int:
        """Where the key stands in the file; where its table stands if it is absent."""
        return self.source.line((*self.path, key))

    def refuse(self, key: str, reason: str) -> NoReturn:
        """Refuse the file because of this key; `reason` is a whole sentence that names it."""
        self.source.refuse((*self.path, key), reason)


def read_toml(path: Path, shape: Table) -> TomlTable:
    """Raises `RefusedInput` when the file cannot be read, is not TOML or has another shape."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise RefusedInput(
            _("{file} cannot be read.").format(file=path.name),
            _("Check that the file is there and that you may open it."),
        ) from error
    return parse_toml(content, shape, path.name)


def parse_toml(content: bytes, shape: Table, name: str) -> TomlTable:
    """As `read_toml`, for what was read elsewhere; `name` stands for the file in sentences."""
    text = _decode(content, name)
    values = _parse(text, name)
    source = _Source(name, text)
    return TomlTable(source, (), _check_table(source, (), values, shape))


def _decode(content: bytes, name: str) -> str:
    if len(content) > LARGEST_FILE:
        raise RefusedInput(
            _("{file} is larger than one megabyte.").format(file=name),
            _("Check that you chose the right file."),
        )
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedInput(
            _("{file}, line {line}: these letters are not UTF-8.").format(
                file=name, line=content.count(b"\n", 0, error.start) + 1
            ),
            _("In a text editor, save the file again with the encoding UTF-8."),
        ) from error


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of 5,000 digits, 1,000 brackets
        found = _LINE_IN_MESSAGE.search(str(error))
        raise RefusedInput(
            _("{file}, line {line}: this is not written as TOML wants it.").format(
                file=name, line=found.group(1) if found else text.count("\n") + 1
            ),
            _("Look for a missing quote, bracket or equals sign on this line or the one above."),
        ) from error


def _check(source: _Source, path: KeyPath, value: Any, shape: Shape) -> Any:
    match shape:
        case Text():
            return _check_text(source, path, value, shape)
        case Whole() | Number():
            return _check_number(source, path, value, shape)
        case YesNo():
            if not isinstance(value, bool):
                source.refuse(path, _("{key} must be true or false.").format(key=_key(path)))
            return value
        case Table():
            return _check_table(source, path, value, shape)
        case Texts() | Numbers() | Tables():
            return _check_list(source, path, value, shape)


def _check_table(source: _Source, path: KeyPath, value: Any, shape: Table) -> dict[str, Any]:
    if not isinstance(value, dict):
        source.refuse(path, _("{key} must be a table with keys.").format(key=_key(path)))
    for key in value:
        if key not in shape.keys:
            _refuse_unknown(source, (*path, key), tuple(shape.keys))
    for key, inner in shape.keys.items():
        if inner.required and key not in value:
            source.refuse((*path, key), _("the key {key} is missing.").format(key=key))
    return {key: _check(source, (*path, key), value[key], shape.keys[key]) for key in value}


def _refuse_unknown(source: _Source, path: KeyPath, known: tuple[str, ...]) -> NoReturn:
    key = _key(path)
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        source.refuse(
            path,
            _("the key {key} is not known here; is {near} meant?").format(key=key, near=near[0]),
        )
    source.refuse(
        path,
        _("the key {key} is not known here; the keys are {known}.").format(
            key=key, known=", ".join(known)
        ),
    )


def _check_text(source: _Source, path: KeyPath, value: Any, shape: Text) -> str:
    key = _key(path)
    if not isinstance(value, str):
        source.refuse(path, _("{key} must be a text between quotes.").format(key=key))
    text = clean_text(value)
    if not text and not shape.may_be_empty:
        source.refuse(path, _("{key} is empty.").format(key=key))
    if len(text) > shape.longest:
        source.refuse(
            path,
            _("{key} is longer than {longest} letters.").format(key=key, longest=shape.longest),
        )
    if shape.allowed and text not in shape.allowed:
        source.refuse(
            path,
            _("{key} is “{text}”; it may be {allowed}.").format(
                key=key, text=text, allowed=", ".join(shape.allowed)
            ),
        )
    if shape.pattern and text and not re.fullmatch(shape.pattern, text):
        source.refuse(
            path, _("{key} is “{text}”, which cannot stand here.").format(key=key, text=text)
        )
    return text


def _check_number(source: _Source, path: KeyPath, value: Any, shape: Whole | Number) -> float:
    key = _key(path)
    accepted = (int,) if isinstance(shape, Whole) else (int, float)
    if isinstance(value, bool) or not isinstance(value, accepted):
        source.refuse(path, _("{key} must be a number without quotes.").format(key=key))
    least = -math.inf if shape.least is None else shape.least
    most = math.inf if shape.most is None else shape.most
    finite = isinstance(value, int) or math.isfinite(value)
    if not (finite and least <= value <= most):
        source.refuse(path, _("{key} is {number}, which cannot be.").format(key=key, number=value))
    return value


def _check_list(
    source: _Source, path: KeyPath, value: Any, shape: Texts | Numbers | Tables
) -> list[Any]:
    key = _key(path)
    if not isinstance(value, list):
        source.refuse(path, _("{key} must be a list between brackets.").format(key=key))
    if not shape.fewest <= len(value) <= shape.most:
        source.refuse(
            path,
            _("{key} has {count} entries; it takes {fewest} to {most}.").format(
                key=key, count=len(value), fewest=shape.fewest, most=shape.most
            ),
        )
    return [
        _check(source, (*path, position), item, shape.each) for position, item in enumerate(value)
    ]


def _key(path: KeyPath) -> str:
    """The last key of a path, with the position of an entry of a list as people count it."""
    if path and isinstance(path[-1], int):
        return f"{_key(path[:-1])} ({path[-1] + 1})"
    return str(path[-1]) if path else ""
