"""In a quiet moment the binder is laid out beforehand, so that in an outage it is there at once."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.journeys.test_window import Sitting
from tests.usecases.homes import CLOCK, demo_content, home_of


def test_the_binder_of_the_chosen_department_is_laid_out_while_nobody_asks_for_anything(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = home_of(demo_content(), tmp_path)
    sitting = Sitting(home, CLOCK, qtbot)
    assert sitting.window.tabs.department is not None
    assert not home.kept_sheets.exists()
    rendering = sitting.window.rendering

    def is_laid_out() -> bool:
        """It gives way to any job, and goes on at the next rest."""
        if not rendering._is_running:
            rendering._rest.start(1)
        return len([path for path in home.kept_sheets.rglob("*") if path.is_file()]) > 20

    qtbot.waitUntil(is_laid_out)
    assert sitting.bugs == []
    sitting.leave()
