"""What a person did, so that it can be said, undone and done again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from referent_desk.domain.changes import Kind
from referent_desk.domain.values import dataclass


class Verb(StrEnum):
    """What was done; put into words at the edge: “Undo: telephone – Laboratory”."""

    EDITED = "edited"
    ADDED = "added"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED = "moved"
    TICKED = "ticked"
    WROTE = "wrote"
    ADOPTED = "adopted"
    IMPORTED = "imported"
    CONFIRMED = "confirmed"
    FILED = "filed"
    ANNULLED = "annulled"
    UNITED = "united"


@dataclass(frozen=True, slots=True)
class Deed:
    """`what` is the kind of record, `field` the one that was edited, `name` what it is called."""

    verb: Verb
    what: str
    name: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer of every use case that writes what can be undone.

    `id` names the record that was added or edited. `undo` and `redo` are what can be taken back and
    done again from now on in this session; None where there is nothing.
    """

    kinds: frozenset[Kind]
    id: str
    at: datetime
    undo: Deed | None = None
    redo: Deed | None = None
