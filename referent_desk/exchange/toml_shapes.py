"""What may stand in a TOML file of the program: a small language of shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """`allowed` empty: any text. `pattern` fits the whole text. `longest` counts characters."""

    required: bool = True
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    longest: int = 2000
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    required: bool = True
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number with or without decimals."""

    required: bool = True
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class YesNo:
    required: bool = True


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts; `fewest` and `most` count them."""

    required: bool = True
    each: Text = Text()
    fewest: int = 0
    most: int = 500


@dataclass(frozen=True, slots=True)
class Numbers:
    """A list of numbers."""

    required: bool = True
    each: Number = Number()
    fewest: int = 0
    most: int = 500


@dataclass(frozen=True, slots=True)
class Table:
    """The keys that may stand in a table; every other key is refused."""

    keys: Mapping[str, Shape]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Tables:
    """A list of tables of one shape."""

    each: Table
    required: bool = True
    fewest: int = 0
    most: int = 500


Shape: TypeAlias = Text | Whole | Number | YesNo | Texts | Numbers | Table | Tables


def table(**keys: Shape) -> Table:
    """A table that must be there: `table(code=Text(), lines=Tables(LINE, required=False))`."""
    return Table(keys)
