from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import CoveredUse
from referent_desk.gui.coverage.grid_views import CELL, GridView, lines_within
from referent_desk.gui.row_delegates import PADDING
from referent_desk.gui.shapes import SIDE
from referent_desk.language import language
from referent_desk.words.coverage import use_word


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("state", list(ProcedureState))
def test_what_is_nobodys_is_read_in_its_cell_without_being_cut(
    qtbot: QtBot, dressed: None, code: str, state: ProcedureState
) -> None:
    view = GridView()
    qtbot.addWidget(view)
    word = use_word(CoveredUse("f", "s", 1, None, state), language(code))
    lines = lines_within(view.fontMetrics(), word, CELL - 3 * PADDING - SIDE)
    assert " ".join(lines) == word
    height = view.verticalHeader().defaultSectionSize()
    assert len(lines) * view.fontMetrics().lineSpacing() <= height


def test_what_does_not_fit_on_two_lines_loses_its_end(qtbot: QtBot) -> None:
    view = GridView()
    qtbot.addWidget(view)
    metrics = view.fontMetrics()
    lines = lines_within(metrics, "one two three four five six seven eight nine", 90)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 90 for line in lines)
    assert lines_within(metrics, "Supercalifragilistic", 40)[0].endswith("…")
    assert lines_within(metrics, "", 90) == ("",)
