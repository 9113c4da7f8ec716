from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.drill_proposals import propose
from referent_desk.domain.drill_replays import state_among, to_replay
from referent_desk.domain.drills import Drill, DrillState, Shift
from tests.domain.played_wards import COMPLICATIONS, TODAY, candidate, held, planned

STOPPED = held("pre", date(2026, 11, 20), stopped="a call")


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ((), DrillState.REPLAY),
        ((held("lab", TODAY),), DrillState.REPLAY),
        ((held("pre", date(2026, 11, 1)),), DrillState.REPLAY),
        ((held("pre", TODAY),), DrillState.STOPPED),
        ((planned("pre", TODAY),), DrillState.STOPPED),
    ],
)
def test_what_was_stopped_waits_until_its_function_is_played_or_planned_again(
    others: tuple[Drill, ...], state: DrillState
) -> None:
    drills = (STOPPED, *others)
    assert state_among(STOPPED, drills, TODAY) is state
    assert (STOPPED in to_replay(drills)) is (state is DrillState.REPLAY)


def test_what_was_stopped_is_proposed_first() -> None:
    known = (candidate("lab", position=0), candidate("pre", criticality=2, position=1))
    proposal = propose(known, [STOPPED], COMPLICATIONS, tuple(Shift), TODAY)
    assert proposal is not None
    assert proposal.candidate.function_id == "pre"
