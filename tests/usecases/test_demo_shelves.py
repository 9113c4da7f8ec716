from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.copies import RunStage
from referent_desk.domain.sheet_states import BinderState, SheetStatus
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import fill_demo_shelf
from referent_desk.usecases.desks import Desk
from tests.usecases.homes import CLOCK, demo_desk


@pytest.fixture(scope="module")
def desk(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    fill_demo_shelf(desk)
    yield desk
    desk.close()


@pytest.fixture
def state(desk: Desk) -> BinderState:
    return read_state(desk, showcase_department(desk))


def test_one_copy_of_the_demo_is_out_of_date_and_says_since_when(state: BinderState) -> None:
    first = state.copies[0]
    assert (first.copy.colour, first.copy.place) == ("rouge", "Poste de soins, étagère rouge")
    assert first.stage is RunStage.FILED
    old = [sheet for sheet in first.sheets if sheet.status is not SheetStatus.UP_TO_DATE]
    assert {sheet.code for sheet in old} >= {"ANN-01", "LISTE"}
    assert {sheet.status for sheet in old} == {SheetStatus.OUT_OF_DATE}
    assert 3 <= len(old) <= 10
    days = {reason.day for sheet in old for reason in sheet.reasons if reason.day}
    assert days == {date(2026, 11, 13)}


def test_the_other_copy_has_paper_that_came_out_and_waits_to_be_filed(state: BinderState) -> None:
    second = state.copies[1]
    assert second.stage is RunStage.CONFIRMED
    assert second.pending is not None
    assert second.pending.replacements
    assert second.count(SheetStatus.PRINTED_NOT_FILED) == len(second.pending.sheets)


def test_the_demo_is_sound_leaves_no_deed_to_undo_and_no_file(desk: Desk) -> None:
    assert check(desk).faults == ()
    assert desk.history.to_undo == []
    assert not any(desk.home.prints.glob("*.pdf"))
    assert desk.clock == desk.database.clock == CLOCK
