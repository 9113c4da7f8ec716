from __future__ import annotations

import pytest

from referent_desk.domain.copies import Copy, CopyEnd, RunStage
from referent_desk.domain.sheet_states import CopyState, SheetState, SheetStatus
from referent_desk.gui.copies.actions import Step, has_next, steps_of
from tests.gui.stand_in_copies import TODAY, StandInProposal, copy_state, outdated, run, sheet

WAITING = (sheet("PRE-01", SheetStatus.PRINTED_NOT_FILED), sheet("LAB-01"))
RIGHT = (sheet("LAB-01"),)
SOME, MOST = StandInProposal(False, 0.1, 3, 0), StandInProposal(True, 0.7, 25, 0)
NEVER = StandInProposal(True, 1.0, 40, 0, never_filed=True)
R, W, C, F = Step.REPLACE, Step.WHOLE, Step.CONFIRM, Step.FILE


@pytest.mark.parametrize(
    ("sheets", "stage", "proposal", "steps"),
    [
        ((), None, None, (W,)),
        (outdated(), RunStage.FILED, SOME, (R, W)),
        (outdated(25, 10), RunStage.FILED, MOST, (W, R)),
        (outdated(), RunStage.PREPARED, NEVER, (W,)),
        ((*outdated(), *WAITING), RunStage.PREPARED, SOME, (R, W, F)),
        (WAITING, RunStage.PREPARED, None, (C, F, W)),
        (WAITING, RunStage.SENT, None, (C, F, W)),
        (WAITING, RunStage.CONFIRMED, None, (F, W)),
        (RIGHT, RunStage.FILED, None, (W,)),
    ],
)
def test_the_next_thing_to_do_comes_first(
    sheets: tuple[SheetState, ...],
    stage: RunStage | None,
    proposal: StandInProposal | None,
    steps: tuple[Step, ...],
) -> None:
    pending = run() if stage in (RunStage.PREPARED, RunStage.SENT, RunStage.CONFIRMED) else None
    state = copy_state(1, *sheets, pending=pending, stage=stage)
    assert steps_of(state, proposal, can_save=True) == steps
    recording = {Step.CONFIRM, Step.FILE}
    only_read = steps_of(state, proposal, can_save=False)
    assert recording.isdisjoint(only_read)
    assert only_read


def test_of_a_copy_that_is_gone_nothing_is_printed() -> None:
    gone = CopyState(Copy("c1", 1, closed_on=TODAY, closed_because=CopyEnd.LOST), ())
    assert steps_of(gone, None, can_save=True) == ()


@pytest.mark.parametrize(
    ("sheets", "stage", "expected"),
    [(RIGHT, RunStage.FILED, False), (outdated(), RunStage.FILED, True), ((), None, True)],
)
def test_nothing_is_pressed_upon_whoever_has_nothing_to_do(
    sheets: tuple[SheetState, ...], stage: RunStage | None, expected: bool
) -> None:
    assert has_next(copy_state(1, *sheets, stage=stage)) is expected
