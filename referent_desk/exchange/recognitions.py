"""What a program's own export says that a plain list does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Remark

Cells = Mapping[str, str]
"""A row's texts by the key of their title."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row means beyond its columns: texts to read as fields, remarks on the line."""

    texts: Mapping[Field, str] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()


def _nothing(_cells: Cells) -> Reading:
    return Reading()


@dataclass(frozen=True, slots=True)
class Recognition:
    """`source` is the program; `titles` the field of each column, by title key."""

    source: str
    kind: ImportKind
    titles: Mapping[str, Field]
    read_row: Callable[[Cells], Reading] = _nothing
    mend: Callable[[str], str] = str
    """How a cell's text is freed from the program's own notation."""
    names_establishment: bool = True
    """Whether the file says in which establishment its departments lie."""
