from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.manuals import Manual
from referent_desk.errors import RefusedInput
from referent_desk.gui.help.panels import HelpPanel
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_help import HelpQuestions, PrintedManualFile
from tests.gui.stand_in_help import MANUAL, STAND_IN_HELP, write


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def panel_of(
    host: QWidget,
    jobs: Jobs,
    questions: HelpQuestions = STAND_IN_HELP,
    path: Path | None = Path("written.pdf"),
    opens: bool = True,
) -> HelpPanel:
    files = FileQuestions(lambda _parent, _suggested: path, lambda _path: opens)
    panel = HelpPanel(questions, files, jobs, host)
    panel.resize(400, 580)
    panel.show()
    return panel


def test_a_topic_is_shown_letter_by_letter(host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("index")
    assert panel.view.labels() == ["The window", "A <b>bold</b> word & more."]
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in panel.findChildren(QLabel)
        if label.text()
    )


def test_steps_are_counted_and_a_note_stands_in_a_frame(host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("departments")
    labels = panel.view.labels()
    assert labels[labels.index("1.") + 1] == "Press the button."
    assert labels[labels.index("2.") + 1] == "Type its name."
    assert labels[labels.index("•") + 1] == "A pole holds departments."
    assert "Nothing about patients." in labels


def test_a_screen_reader_is_given_the_whole_topic(host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    panel.open_topic("departments")
    assert panel.view.accessibleName() == "Departments"
    for text in ("The wards of the hospital.", "Type its name.", "Nothing about patients."):
        assert text in panel.view.accessibleDescription()
    nameless = [
        button
        for button in panel.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
    assert [b for b in nameless if b.parent() is not panel.search] == []


def test_what_is_typed_finds_topics_and_enter_opens_the_first(
    qtbot: QtBot, host: QWidget, jobs: Jobs
) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("index")
    qtbot.keyClicks(panel.search, "ctrl")
    assert [m.topic.name for m in panel.topics.matches.matches] == ["software"]
    assert panel.topics.matches.matches[0].excerpt == "Ctrl+K – finds everything"
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.topic_name == "software"
    assert panel.stack.currentWidget() is panel.view
    assert panel.search.text() == ""


def test_the_topics_are_walked_by_arrows_and_opened_by_enter(
    qtbot: QtBot, host: QWidget, jobs: Jobs
) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("departments")
    qtbot.mouseClick(panel.contents, Qt.MouseButton.LeftButton)
    assert panel.topics.currentIndex().data() == "Departments"  # where one was
    qtbot.keyClick(panel.topics, Qt.Key.Key_Down)
    qtbot.keyClick(panel.topics, Qt.Key.Key_Return)
    assert panel.topic_name == "software"


def test_a_click_opens_a_topic(qtbot: QtBot, host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("index")
    panel.show_contents()
    spot = panel.topics.visualRect(panel.topics.matches.index(3)).center()
    qtbot.mouseClick(panel.topics.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.topic_name == "binder"


def test_a_search_without_success_says_what_to_try(qtbot: QtBot, host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("index")
    qtbot.keyClicks(panel.search, "xylophone")
    assert panel.nothing.isVisible()
    assert "Try one word only" in panel.nothing.said()
    assert not panel.topics.isVisible()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)  # opens nothing
    assert panel.topic_name == "index"


def test_escape_lets_go_of_the_search_first_and_closes_then(
    qtbot: QtBot, host: QWidget, jobs: Jobs
) -> None:
    panel = panel_of(host, jobs)
    panel.open_topic("departments")
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "pole")
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert (panel.search.text(), panel.topic_name, closed) == ("", "departments", [])
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert closed == [True]


def test_the_manual_is_saved_where_the_reader_says(qtbot: QtBot, host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs)
    qtbot.mouseClick(panel.print, Qt.MouseButton.LeftButton)
    assert not panel.print.isEnabled()
    qtbot.waitUntil(panel.open_button.isVisible)
    assert panel.saved.label.said() == "Saved as written.pdf: 24 pages."
    assert panel.print.isEnabled()
    panel.open_button.click()
    assert not panel.trouble.isVisible()


def test_nothing_is_written_when_the_reader_gives_up(host: QWidget, jobs: Jobs) -> None:
    panel = panel_of(host, jobs, path=None)
    panel.print.click()
    assert jobs.is_idle
    assert panel.print.isEnabled()


def test_a_refusal_and_a_missing_reader_are_said(qtbot: QtBot, host: QWidget, jobs: Jobs) -> None:
    def refuse(_path: Path) -> PrintedManualFile:
        raise RefusedInput("Not here.", "Go elsewhere.")

    questions = HelpQuestions(lambda: MANUAL, refuse, Path("manual.pdf"))
    panel = panel_of(host, jobs, questions)
    panel.print.click()
    qtbot.waitUntil(panel.trouble.isVisible)
    assert panel.trouble.label.said() == "Not here. Go elsewhere."
    reader = panel_of(host, jobs, opens=False)
    reader.print.click()
    qtbot.waitUntil(reader.open_button.isVisible)
    reader.open_button.click()
    assert "written.pdf" in reader.trouble.label.said()


def test_a_manual_that_cannot_be_read_says_so_in_its_place(host: QWidget, jobs: Jobs) -> None:
    def broken() -> Manual:
        raise RefusedInput("today.md, line 3: this step must have the number 2.")

    panel = panel_of(host, jobs, HelpQuestions(broken, write, Path("manual.pdf")))
    panel.show_topic("today")
    assert "line 3" in panel.trouble.label.said()
    assert panel.trouble.isVisible()


def test_down_goes_from_the_search_into_what_it_found(
    qtbot: QtBot, host: QWidget, jobs: Jobs
) -> None:
    panel = panel_of(host, jobs)
    panel.show_topic("index")
    host.activateWindow()
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "a")
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert host.focusWidget() is panel.topics
