"""What one was looking at in the grid, so that Back can show it again."""

from __future__ import annotations

from dataclasses import dataclass, field

from referent_desk.domain.coverage_grids import Narrowing

AGAIN = "again"
"""What the button is asked about that shows the grid as it was left."""


@dataclass(frozen=True, slots=True)
class Glance:
    """`function_id` None: the department as a whole was chosen."""

    narrowing: Narrowing = field(default_factory=Narrowing)
    department_id: str = ""
    function_id: str | None = None
