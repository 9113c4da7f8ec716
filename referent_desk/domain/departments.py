"""The tree: group → establishment → pole → department → unit.

Codes are text, and two establishments may use the same one: a code names a department only within
its establishment. `paper_code` is what is printed; it is unique in the home and never changes once
a sheet has carried it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

PAPER_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAPER_CODE = re.compile(f"[{PAPER_CODE_ALPHABET}]{{2,5}}")
_RESERVED = {"PRN"}
"""A file of that name cannot be made on Windows."""
_LITTLE_WORDS = {"de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en"}


class NodeKind(StrEnum):
    GROUP = "group"
    ESTABLISHMENT = "establishment"
    POLE = "pole"
    DEPARTMENT = "department"
    UNIT = "unit"


DEPARTMENT_KINDS = frozenset({NodeKind.POLE, NodeKind.DEPARTMENT, NodeKind.UNIT})
BINDER_KINDS = frozenset({NodeKind.DEPARTMENT, NodeKind.UNIT})
"""Only these print a binder: a pole has no shelf."""


@dataclass(frozen=True, slots=True)
class Node:
    """A group, an establishment or a department of any level (`kind` tells which)."""

    id: str
    kind: NodeKind
    name: str
    parent_id: str | None = None
    code: str = ""
    finess: str = ""
    place: str = ""
    beds: int | None = None
    opening_hours: str = ""
    telephone: str = ""
    paper_code: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A line of the list or the tree of departments, where it may be a hospital or a group too.

    `holes` counts what `procedure_urgency` calls urgent, `unfinished` what it says can wait, with
    the programs of which nobody said what they are for. `has_children` is said in the tree only.
    """

    id: str
    kind: NodeKind
    name: str
    code: str
    establishment: str
    parent: str
    beds: int | None
    software_count: int
    referent: str
    holes: int
    closed: bool
    has_children: bool = False
    unfinished: int = 0
    paper_code: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentChoice:
    """A department that prints a binder, as the chooser at the top of the window names it."""

    id: str
    name: str
    code: str
    establishment: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A function of a department: no `software` is a hole; `state` is that of its procedure then,
    empty where there is none.

    `deployment_id` is the use that says so; empty for a hole. `purpose` is what a list said of it;
    `outside`: no function holds it, so it has neither procedure nor state.
    """

    function_id: str
    function: str
    software_id: str | None
    software: str
    state: str
    deployment_id: str = ""
    purpose: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class DepartmentDetail:
    """`path` holds the names from the group, where there is one, down to the parent.

    `path_ids` are theirs, `referent_ids` those of the people whom `referents` name, `number_ids`
    those of the entries of `numbers`, each in the same order.
    """

    node: Node
    path: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    referents: tuple[tuple[str, str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    last_printed: date | None
    establishment: str = ""
    path_ids: tuple[str, ...] = ()
    referent_ids: tuple[str, ...] = ()
    number_ids: tuple[str, ...] = ()

    @property
    def choice(self) -> DepartmentChoice:
        return DepartmentChoice(self.node.id, self.node.name, self.node.code, self.establishment)


def is_paper_code(text: str) -> bool:
    return _PAPER_CODE.fullmatch(text) is not None


def _safe(text: str) -> str:
    """Letters and digits that are never taken for one another when read aloud or copied."""
    swapped = folded(text).upper().translate(str.maketrans("ILOU", "110V"))
    return "".join(c for c in swapped if c in PAPER_CODE_ALPHABET)


def propose_paper_code(name: str, taken: Iterable[str], begin: dict[str, int] | None = None) -> str:
    """`Cardiologie` → `CAR`, then `CAR2`, `CAR3`…; initials when there are three words or more.

    `begin` remembers, for whoever asks for thousands, from which number on to look.
    """
    used = taken if isinstance(taken, set | frozenset) else set(taken)
    words = [w for w in re.split(r"[^0-9a-z]+", folded(name)) if w and w not in _LITTLE_WORDS]
    initials = _safe("".join(w[0] for w in words))[:4] if len(words) >= 3 else ""
    stem = initials if len(initials) >= 3 else _safe(words[0] if words else "")[:3]
    stem = stem if len(stem) >= 2 else (stem + "SV")[:2]
    if stem not in used and stem not in _RESERVED:
        return stem
    first = begin.get(stem, 2) if begin is not None else 2
    for number in range(first, 10_000):
        suffix = str(number)
        candidate = stem[: 5 - len(suffix)] + suffix
        if candidate not in used and candidate not in _RESERVED:
            if begin is not None:
                begin[stem] = number + 1
            return candidate
    raise ValueError("no paper code left")
