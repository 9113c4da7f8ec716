"""What a department says it needs done, whatever the software."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FunctionTick:
    """`needed` None: the department has not said anything yet. `software` names what serves it."""

    function_id: str
    code: str
    name: str
    needed: bool | None
    software: tuple[str, ...] = ()
