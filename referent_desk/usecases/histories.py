"""What was done in this session and can be taken back, newest last."""

from __future__ import annotations

from dataclasses import dataclass, field

from referent_desk.domain.deeds import Deed
from referent_desk.storage.trails import Trail

LONGEST_HISTORY = 200


@dataclass(frozen=True, slots=True)
class Done:
    """`id` is the record that the deed was about."""

    deed: Deed
    trail: Trail
    id: str = ""


@dataclass(slots=True)
class History:
    """In memory only: closing the home ends it. What was written stays in `audit` and `change`."""

    to_undo: list[Done] = field(default_factory=list)
    to_redo: list[Done] = field(default_factory=list)

    def note(self, done: Done) -> None:
        """Something new was done: what had been taken back before is lost."""
        self.to_undo.append(done)
        del self.to_undo[:-LONGEST_HISTORY]
        self.to_redo.clear()
