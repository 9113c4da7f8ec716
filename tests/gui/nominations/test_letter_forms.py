from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.letters import LetterKind
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.nominations.letter_forms import LetterForm
from referent_desk.gui.questions import FileQuestions
from tests.gui.editings import editing_on
from tests.gui.stand_in_records import StandInRecords

FILES = FileQuestions(lambda _over, path: path, lambda _path: True)


class Written:
    def __init__(self, qtbot: QtBot, jobs: Jobs, kind: LetterKind) -> None:
        self.records = StandInRecords("Ada")
        self.records.nominations.letter = "Dear Ada\u00a0:\n\n# One\n- two"
        self.form = LetterForm("a1", kind, editing_on(self.records, jobs), FILES)
        qtbot.addWidget(self.form)
        self.form.show()
        qtbot.waitUntil(lambda: jobs.is_idle)

    @property
    def done(self) -> list[str]:
        return [what for what, _told in self.records.nominations.done]


def test_the_form_is_called_in_the_language_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    """The letter itself is in that of the hospital."""
    letter = Written(qtbot, jobs, LetterKind.APPOINTMENT)
    assert letter.form.letter is not None
    assert letter.form.title.said() == f"Letter of appointment: {letter.form.letter.name}"
    assert letter.form.letter.title != "Letter of appointment"


def test_what_is_printed_is_what_stands_there_and_it_is_kept(qtbot: QtBot, jobs: Jobs) -> None:
    letter = Written(qtbot, jobs, LetterKind.APPOINTMENT)
    letter.form.text.appendPlainText("Ours")
    letter.form.print()
    qtbot.waitUntil(letter.form.paper.told.isVisible)
    text = "Dear Ada\u00a0:\n\n# One\n- two\nOurs"
    assert letter.records.nominations.done[1:] == [("keep", text), ("write", text)]


def test_a_letter_left_as_it_was_is_not_kept_no_break_blanks_and_all(
    qtbot: QtBot, jobs: Jobs
) -> None:
    letter = Written(qtbot, jobs, LetterKind.APPOINTMENT)
    with qtbot.waitSignal(letter.form.left):
        qtbot.keyClick(letter.form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert letter.done == ["read"]


def test_what_was_changed_is_kept_when_the_form_is_left(qtbot: QtBot, jobs: Jobs) -> None:
    letter = Written(qtbot, jobs, LetterKind.APPOINTMENT)
    letter.form.text.setPlainText("Ours")
    letter.form.leave()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert letter.records.nominations.done[1:] == [("keep", "Ours")]


def test_a_certificate_of_another_year_is_read_anew(qtbot: QtBot, jobs: Jobs) -> None:
    letter = Written(qtbot, jobs, LetterKind.RECOGNITION)
    letter.form.year.setFocus()
    letter.form.year.put("2024")
    qtbot.keyClick(letter.form.year, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs.is_idle)
    asked = [told for what, told in letter.records.nominations.done if what == "read"]
    assert asked[-1] == (LetterKind.RECOGNITION, 2024, False)
    assert letter.done == ["read", "read"]


@pytest.mark.parametrize("typed", ["24", "soon", ""])
def test_what_is_no_year_is_said(qtbot: QtBot, jobs: Jobs, typed: str) -> None:
    letter = Written(qtbot, jobs, LetterKind.RECOGNITION)
    letter.form.year.put(typed)
    qtbot.keyClick(letter.form.year, Qt.Key.Key_Return)
    assert "no such year" in letter.form.trouble.label.said()
    assert letter.done == ["read"]
