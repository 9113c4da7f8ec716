"""A ward is given another name: from then on the whole window says the new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.records import RecordKind
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import Place, TabName
from referent_desk.language import speak
from tests.journeys.test_window import Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NEW = "Cœur, séjours longs"


def said_above(sitting: Sitting) -> str:
    return sitting.window.top.chooser.accessibleName()


def test_a_renamed_ward_has_its_new_name_above_below_where_one_goes_back_and_in_the_print_dialog(
    tmp_path: Path, qtbot: QtBot
) -> None:
    speak("fr")
    sitting = Sitting(home_of(demo_content(), tmp_path), LATER, qtbot)
    sitting.be_on_the_ward()
    window = sitting.window
    choice = window.tabs.department
    assert choice is not None
    editing = window.tabs.editing
    window.follow(Place(TabName.SOFTWARE))
    sitting.wait()
    editing.saver.save(lambda: editing.records.edit(RecordKind.NODE, choice.id, "name", NEW))
    sitting.wait()
    assert NEW in said_above(sitting)
    assert NEW in window.status.shown.toolTip()
    window.go_back()
    sitting.wait()
    assert NEW in said_above(sitting)
    window.print_binder()
    assert window.dialog is not None
    assert NEW in [label.said() for label in window.dialog.findChildren(PlainLabel)]
    sitting.wait()
    window.dialog.reject()
    window.undoing.undo.trigger()
    sitting.wait()
    assert choice.name in said_above(sitting)
    sitting.leave()
