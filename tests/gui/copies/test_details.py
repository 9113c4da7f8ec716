"""What is refilled on a page that stays has room for all of it, seen or not while it was filled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import RunStage
from referent_desk.gui.copies.action_rows import ActionRow
from referent_desk.gui.copies.histories import RunBox, RunHistory
from referent_desk.gui.copies.sheet_lists import SheetLine, SheetLines
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.kept_pages import KeptPage
from referent_desk.gui.labels import PlainLabel
from tests.gui.copies.test_copy_tabs import Opened, waiting
from tests.gui.stand_in_copies import StandInCopies, copy_state, mark, outdated, run
from tests.gui.stand_in_records import StandInRecords

PARTS = (SheetLines, SheetLine, RunHistory, RunBox, ActionRow, IconButton, PlainLabel)


def squashed(detail: KeptPage) -> list[str]:
    """What is less high than what it holds wants at its width."""
    page = detail.widget()
    assert page is not None
    shown = [one for one in page.findChildren(QWidget) if one.isVisibleTo(page)]
    return [
        f"{type(one).__name__} {one.height()} < {wanted_height(one)}"
        for one in shown
        if isinstance(one, PARTS) and one.height() < wanted_height(one)
    ]


def wanted_height(one: QWidget) -> int:
    wraps = one.hasHeightForWidth()
    return one.heightForWidth(one.width()) if wraps else one.sizeHint().height()


STATES = [
    (copy_state(1, *outdated(6)), 1),
    (waiting(RunStage.PREPARED), 2),
    (copy_state(1, *outdated(2)), 3),
    (copy_state(1, *outdated(9)), 1),
    (waiting(RunStage.CONFIRMED), 3),
    (copy_state(1, *outdated(1)), 2),
    (copy_state(1, *outdated(12)), 2),
]


@pytest.mark.parametrize("is_hidden", [False, True])
def test_what_is_shown_anew_has_room_for_all_of_it(
    qtbot: QtBot, jobs: Jobs, is_hidden: bool
) -> None:
    shelf = StandInCopies(StandInRecords(), copies=(copy_state(1, *outdated()),))
    shelf.runs = (run(32),)
    opened = Opened(shelf, jobs, qtbot)
    for state, runs in STATES:
        shelf.copies = (replace(state),)
        shelf.runs = tuple(run(40 - number, filed=mark()) for number in range(runs))
        opened.tab.take_change(frozenset({Kind.DIRECTORY}))
        opened.tab.setVisible(not is_hidden)  # filled while nobody sees it
        opened.wait()
        opened.tab.show()
        qtbot.waitUntil(lambda: not squashed(opened.tab.detail))
