"""Drills that were stopped half way: each counts as not played and is to be played again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from referent_desk.domain.drills import Drill, DrillState, drill_state


def to_replay(drills: Iterable[Drill]) -> tuple[Drill, ...]:
    """Those without a new day, unless the same function was planned or played since."""
    known = tuple(drills)
    return tuple(drill for drill in known if _waits(drill) and not _is_settled(drill, known))


def state_among(drill: Drill, drills: Iterable[Drill], today: date) -> DrillState:
    """Stopped half way, it is not to be played again where another drill took its place."""
    state = drill_state(drill, today)
    is_settled = _waits(drill) and _is_settled(drill, drills)
    return DrillState.STOPPED if state is DrillState.REPLAY and is_settled else state


def _waits(drill: Drill) -> bool:
    return drill.is_awaited and drill.awaited_on is None


def _is_settled(drill: Drill, drills: Iterable[Drill]) -> bool:
    stopped = drill.runs[0].day
    return any(
        (day := other.played_on or other.awaited_on) is not None and day >= stopped
        for other in drills
        if other.id != drill.id and other.function_id == drill.function_id
    )
