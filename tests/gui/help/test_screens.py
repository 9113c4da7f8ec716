from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.manuals import TOPIC_NAMES
from referent_desk.gui.first_steps.pages import FirstStepsPage
from referent_desk.gui.help.screens import DialogHelp, topic_of
from referent_desk.gui.help.sides import WIDTH
from referent_desk.gui.imports.guide_pages import ImportPage
from referent_desk.gui.main_window import MainWindow
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.procedures.revision_pages import RevisionsPage
from referent_desk.gui.work_pages import WorkPage
from tests.gui.conftest import OpenWindow
from tests.gui.stand_ins import StandInHome


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    opened = open_window()
    opened.resize(1366, 768)
    return opened


def press_f1(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)


def shown(window: MainWindow) -> str:
    assert window.help.panel is not None
    return window.help.panel.topic_name


@pytest.mark.parametrize("name", list(TabName))
def test_every_tab_has_a_topic_of_its_name(name: TabName) -> None:
    assert name.value in TOPIC_NAMES


@pytest.mark.parametrize("page", [EditorPage, FirstStepsPage, ImportPage, RevisionsPage])
def test_every_page_of_work_names_a_topic_of_its_own(page: type[WorkPage]) -> None:
    assert page.topic in TOPIC_NAMES
    assert page.topic != WorkPage.topic


def test_f1_explains_the_tab_and_closes_again(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Place(TabName.DEPARTMENTS))
    press_f1(qtbot, window)
    assert window.help.is_open
    assert shown(window) == "departments"
    press_f1(qtbot, window)
    assert not window.help.is_open


def test_the_keyboard_goes_back_to_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.follow(Place(TabName.SOFTWARE))
    before = window.focusWidget()
    press_f1(qtbot, window)
    assert window.help.panel is not None
    assert window.focusWidget() is window.help.panel.view
    qtbot.keyClick(window.help.panel.view, Qt.Key.Key_Escape)
    assert not window.help.is_open
    assert window.focusWidget() is before


def test_help_follows_to_another_tab(window: MainWindow) -> None:
    window.follow(Place(TabName.DEPARTMENTS))
    window.help.toggle()
    window.follow(Place(TabName.SOFTWARE))
    assert shown(window) == "software"


def test_a_topic_that_was_opened_by_hand_stays(window: MainWindow) -> None:
    window.follow(Place(TabName.DEPARTMENTS))
    window.help.toggle()
    assert window.help.panel is not None
    window.help.panel.open_topic("binder")
    window.follow(Place(TabName.SOFTWARE))
    assert shown(window) == "binder"


def test_a_page_of_work_has_help_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    """The bar above is out of use meanwhile; F1 is not."""

    class Writing(WorkPage):
        topic = "binder"

    window.pages.begin_work(Writing("Writing"))
    press_f1(qtbot, window)
    assert shown(window) == "binder"
    window.go_back()
    assert shown(window) == topic_of(window.pages)


def test_an_empty_home_is_explained(open_window: OpenWindow) -> None:
    window = open_window(StandInHome(0).questions())
    assert topic_of(window.pages) == "first-department"


def test_a_home_that_will_not_open_is_explained(window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.pages.trouble)
    assert topic_of(window.pages) == "trouble"


def test_help_stands_beside_the_tab_where_there_is_room(window: MainWindow) -> None:
    window.help.toggle()
    assert window.help.panel is not None
    assert not window.help.side.is_over
    assert window.help.panel.geometry().left() >= window.pages.geometry().right()
    assert window.help.panel.width() == WIDTH


def test_help_never_makes_the_window_wider(window: MainWindow) -> None:
    before = window.minimumSizeHint()
    window.help.toggle()
    assert window.minimumSizeHint() == before
    window.resize(QSize(before.width(), 614))
    assert window.help.side.is_over
    assert window.pages.width() == window.help.side.width()


def test_the_tab_has_its_whole_room_again_when_help_is_closed(window: MainWindow) -> None:
    window.help.toggle()
    window.help.close()
    assert window.pages.width() == window.help.side.width()


def help_of(dialog: QWidget) -> DialogHelp:
    found = dialog.findChild(DialogHelp)
    assert isinstance(found, DialogHelp)
    assert found.panel is not None
    return found


def test_f1_in_the_window_for_printing_explains_it_beside_the_preview(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.print_binder()
    dialog = window.dialog
    assert dialog is not None
    before = dialog.geometry()
    dialog.save.setFocus()
    press_f1(qtbot, dialog)
    shown_help = help_of(dialog)
    panel = shown_help.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.topic_name == "binder"
    qtbot.waitUntil(lambda: dialog.preview.width() > 0 and not shown_help.place.is_page)

    def is_free() -> bool:
        seen = dialog.preview.rect().translated(dialog.preview.mapTo(dialog, QPoint(0, 0)))
        return not panel.geometry().intersects(seen)

    qtbot.waitUntil(is_free)
    assert panel.geometry().right() == dialog.rect().right()
    assert dialog.width() <= window.width()
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert dialog.isVisible()
    assert dialog.geometry() == before
    qtbot.waitUntil(lambda: dialog.preview.geometry().right() > before.width() - 60)
    dialog.reject()


def test_where_there_is_no_room_beside_it_help_is_a_page_that_closes_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(911, 512)
    window.print_binder()
    dialog = window.dialog
    assert dialog is not None
    before = dialog.size()
    press_f1(qtbot, dialog)
    shown_help = help_of(dialog)
    panel = shown_help.panel
    assert panel is not None
    qtbot.waitUntil(lambda: shown_help.place.is_page)
    assert panel.geometry() == dialog.rect()
    assert dialog.size() == before
    press_f1(qtbot, dialog)
    assert not panel.isVisible()
    dialog.reject()


def test_the_button_and_the_menu_open_help(window: MainWindow) -> None:
    window.top.help_button.click()
    assert window.help.is_open
    window.top.help.trigger()
    assert not window.help.is_open
