from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from referent_desk.domain.advice import Verdict
from referent_desk.gui.advice.forms import AdviceForm
from referent_desk.gui.advice.pages import AdvicePage
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.row_tables import LinesTable
from referent_desk.language import speak
from tests.gui.editings import editing_on
from tests.gui.key_clashes import visible_keys
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_advice import BOTH, StandInAdvice
from tests.gui.stand_in_records import StandInRecords


class Advising(SeatedPage[AdvicePage]):
    def __init__(self, qtbot: QtBot, jobs: Jobs) -> None:
        super().__init__(qtbot, jobs)
        self.answers = StandInAdvice()
        self.kept = StandInRecords()
        self.files = FileQuestions(lambda _parent, path: path, lambda _path: True)

    def open(self, software_id: str = "", *, can_save: bool = True, height: int = 700) -> None:
        self.editing: Editing = editing_on(self.kept, self.jobs, can_save=can_save)
        page = AdvicePage(self.answers.questions(), software_id, self.editing, self.files)
        self.seat(page, height)

    def rows(self) -> list[list[str]]:
        model = self.page.table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def said(self) -> str:
        return "\n".join(label.said() for label in self.page.detail.findChildren(PlainLabel))

    def buttons(self) -> dict[str, QPushButton]:
        found = self.page.findChildren(QPushButton)
        return {b.text().replace("&", ""): b for b in found if b.isVisible()}

    @property
    def form(self) -> AdviceForm:
        assert self.page.form is not None
        return self.page.form

    def press(self, text: str) -> None:
        self.buttons()[text].click()
        self.wait()


@pytest.fixture
def advising(qtbot: QtBot, jobs: Jobs) -> Iterator[Advising]:
    speak("en")
    made = Advising(qtbot, jobs)
    yield made
    made.page.end()
    made.wait()


def test_what_presses_most_stands_first_with_its_reasons(advising: Advising) -> None:
    advising.open()
    assert [row[:4] for row in advising.rows()] == [
        ["Dossier+", "replace (proposed)", "8", "0"],
        ["Labo", "too little is known", "0", "0"],
    ]
    assert advising.has_keyboard(advising.page.table)
    said = advising.said()
    assert "The vendor provides no degraded mode for manual running. (3 points)" in said
    assert "The program proposes: replace (8 points against, 0 for)." in said
    assert "Clausier Santé v2024, O-3.11" in said
    tables = advising.page.detail.findChildren(LinesTable)
    assert [str(table.model().index(0, 1).data()) for table in tables] == ["9.5"]


def test_of_what_is_not_known_it_says_what_would_help(advising: Advising) -> None:
    advising.open("s2")
    assert "Too little is known to propose anything." in advising.said()
    assert "Verify a degraded mode on the version that runs." in advising.said()


def test_the_advice_is_typed_with_the_keyboard_and_shown(advising: Advising) -> None:
    advising.open()
    advising.press("Write the advice…")
    form = advising.form
    assert advising.has_keyboard(form.verdict)
    advising.qtbot.keyClick(form.verdict, Qt.Key.Key_Down)
    advising.qtbot.keyClicks(form.needs, "A label that prints without network")
    form.who.show_name("Ada Moreau")
    advising.qtbot.keyClick(form.needs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    advising.wait()
    ((software_id, typed),) = advising.answers.written
    assert (software_id, typed.verdict, typed.who) == ("s1", Verdict.KEEP, "Ada Moreau")
    assert advising.page.form is None
    assert "A label that prints without network" in advising.said()
    assert ["Dossier+", "keep"] in [row[:2] for row in advising.rows()]
    assert advising.editing.signer.name == "Ada Moreau"


def test_without_a_name_the_form_stays_and_says_so(advising: Advising) -> None:
    advising.open()
    advising.press("Write the advice…")
    advising.press("Keep the advice")
    form = advising.form
    assert "Nobody is named" in form.trouble.label.said()
    assert advising.answers.written == []


def test_escape_leaves_the_form_first_and_what_was_typed_comes_back(advising: Advising) -> None:
    advising.open()
    advising.press("Write the advice…")
    advising.qtbot.keyClicks(advising.form.needs, "Half a sentence")
    advising.page.escape()
    advising.wait()
    assert "Against it" in advising.said()
    advising.press("Write the advice…")
    assert advising.form.needs.typed() == "Half a sentence"
    advising.press("Clear it")
    assert advising.form.needs.typed() == ""


def test_the_filter_narrows_and_says_when_nothing_is_left(advising: Advising) -> None:
    advising.open()
    advising.page.filter.setText("clairLOGIS")
    assert [row[0] for row in advising.rows()] == ["Dossier+"]
    assert advising.page.count.said() == "1 of 2 programs"
    advising.page.filter.setText("nothing")
    assert advising.page.empty.isVisible()
    assert "Empty the filter" in advising.page.empty.said()
    assert advising.said() == ""


def test_an_empty_home_says_what_to_do(advising: Advising) -> None:
    advising.answers.found = ()
    advising.open()
    assert "add it in the tab of software" in advising.page.empty.said()
    assert not advising.page.detail.isVisible()  # an empty frame says nothing


def test_both_papers_are_written_of_the_one_that_is_chosen(advising: Advising) -> None:
    advising.open("s2")
    advising.press("Print the advice…")
    advising.press("Letter to the vendor…")
    assert advising.answers.printed == [("advice", "s2"), ("letter", "s2")]
    assert advising.page.paper.path == Path("/tmp/letter s2.pdf")


def test_a_home_that_is_only_read_offers_paper_alone(advising: Advising) -> None:
    advising.open(can_save=False)
    assert "Write the advice…" not in advising.buttons()
    assert "Print the advice…" in advising.buttons()
    assert "only read here" in advising.said()


def test_it_leads_to_the_software(advising: Advising) -> None:
    advising.open()
    places: list[Place] = []
    advising.page.place_asked.connect(places.append)
    advising.press("Show the software")
    assert places == [Place(TabName.SOFTWARE, ("s1",))]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_two_keys_clash(advising: Advising, code: str) -> None:
    speak(code)
    advising.open()
    assert visible_keys(advising.page) == []
    assert len(BOTH) == 2
    advising.page.write(BOTH[0])
    advising.wait()
    assert visible_keys(advising.page) == []
