"""What must be at hand to follow a procedure, as its sheet prints it."""

from __future__ import annotations

from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A means that the steps name, and what it leans on, in the language of the paper.

    `or_else`: it serves in place of the one before it. `is_unknown`: nobody knows it any more.
    """

    name: str
    leans_on: tuple[str, ...] = ()
    is_unknown: bool = False
    or_else: bool = False
