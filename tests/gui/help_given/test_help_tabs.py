from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.help_given import HelpOutcome, HelpView, TypedHelp
from referent_desk.errors import RefusedField
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.help_given.details import show_entry
from referent_desk.gui.help_given.help_tabs import HelpTab
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.key_clashes import visible_keys
from tests.gui.stand_in_help_given import StandInHelpGiven
from tests.gui.stand_in_records import StandInRecords

CHOICE = DepartmentChoice("d1", "Cardiology", "0412", "North Hospital")
KEY_1, ENTER = Qt.Key.Key_1, Qt.Key.Key_Return
ABOVE = {"en": ("&Department:", "&Print", "Men&u"), "fr": ("&Service", "&Imprimer", "Men&u")}
"""What the bar above the tabs has in each language."""


def clashes(seat: Seat, language: str) -> list[str]:
    bar = [QPushButton(text, seat.tab) for text in ABOVE[language]]
    for button in bar:
        button.show()
    return visible_keys(seat.tab)


class Seat:
    """The tab on its department."""

    def __init__(
        self, qtbot: QtBot, jobs: Jobs, *, can_save: bool = True, language: str = "en"
    ) -> None:
        speak(language)
        self.qtbot, self.jobs = qtbot, jobs
        self.help = StandInHelpGiven()
        self.opened: list[Path] = []
        bus = ChangeBus()
        saver = Saver(jobs, bus)
        saver.let_save(can_save)
        editing = Editing(StandInRecords("Label").questions(), saver, jobs)
        files = FileQuestions(lambda _over, path: path, self._open)
        self.tab = HelpTab(self.help.questions(), editing, jobs, files, lambda: CHOICE)
        bus.changed.connect(self.tab.take_change)
        qtbot.addWidget(self.tab)
        self.tab.resize(1366, 640)
        self.tab.choose_department("d1")
        self.tab.show()
        self.tab.begin()
        self.wait()

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)

    def type(self, field: QWidget, text: str) -> None:
        self.qtbot.keyClicks(field, text)

    def press(self, widget: QWidget, key: Qt.Key, control: bool = False) -> None:
        modifier = Qt.KeyboardModifier
        self.qtbot.keyClick(widget, key, modifier.ControlModifier if control else modifier(0))
        self.wait()

    def view(self, view: HelpView) -> None:
        self.tab.views[view].click()
        self.wait()

    def button(self, text: str) -> QPushButton:
        found = self.tab.detail.findChildren(QPushButton)
        return next(b for b in found if b.text().replace("&", "") == text and b.isVisible())

    def click(self, text: str) -> None:
        self.button(text).click()
        self.wait()

    def noted(self) -> list[str]:
        return [typed.asked for typed in self.help.said if isinstance(typed, TypedHelp)]

    def said(self) -> str:
        labels = self.tab.detail.findChildren(PlainLabel)
        return "\n".join(label.said() for label in labels if label.isVisible())


@pytest.fixture
def seat(qtbot: QtBot, jobs: Jobs) -> Seat:
    return Seat(qtbot, jobs)


def test_enter_notes_what_was_typed_and_leaves_the_line_empty(seat: Seat) -> None:
    quick = seat.tab.quick
    seat.type(quick.asked, "Print a label")
    seat.type(quick.minutes, "5")
    seat.press(quick.minutes, ENTER)
    [typed] = seat.help.said
    assert isinstance(typed, TypedHelp)
    assert (typed.asked, typed.minutes, typed.outcome) == ("Print a label", 5, HelpOutcome.SOLVED)
    assert (quick.asked.text(), quick.minutes.text()) == ("", "")


def test_enter_after_what_was_asked_goes_to_what_helped_and_saves_nothing_yet(seat: Seat) -> None:
    """Nothing is written half; who has nothing to say of what helped presses Enter once more."""
    quick = seat.tab.quick
    seat.tab.activateWindow()
    quick.asked.setFocus()
    seat.type(quick.asked, "Print a label")
    seat.press(quick.asked, ENTER)
    assert seat.noted() == []
    assert seat.tab.focusWidget() is quick.helped
    seat.press(quick.helped, ENTER)
    assert seat.noted() == ["Print a label"]
    seat.type(quick.helped, "Chose the printer")
    seat.type(quick.asked, "Print another")
    seat.press(quick.asked, ENTER)
    assert seat.noted() == ["Print a label", "Print another"], "all is said: Enter saves"


def test_choosing_what_was_asked_before_saves_nothing_yet(seat: Seat) -> None:
    quick, offers = seat.tab.quick, seat.tab.quick.known.list
    seat.tab.activateWindow()
    quick.asked.setFocus()
    seat.type(quick.asked, seat.help.text[:4])
    seat.qtbot.waitUntil(offers.isVisible)
    seat.press(offers, Qt.Key.Key_Down)
    seat.press(offers, ENTER)
    assert seat.noted() == []
    assert (quick.asked.text(), quick.helped.text()) == (seat.help.text, "Choisir l’imprimante")
    seat.press(quick.asked, ENTER)
    assert seat.noted() == [seat.help.text]


def test_a_digit_first_in_the_line_writes_the_usual_one(seat: Seat) -> None:
    seat.press(seat.tab.quick.software, KEY_1)
    assert seat.noted() == [seat.help.text]
    seat.type(seat.tab.quick.asked, "1")
    assert len(seat.help.said) == 1, "in what was asked a digit is a digit"


@pytest.mark.parametrize("key", [KEY_1, Qt.Key.Key_Ampersand])
def test_a_digit_alone_in_the_list_writes_the_usual_one(seat: Seat, key: Qt.Key) -> None:
    """On the keys of a French keyboard too."""
    seat.tab.pane.table.setFocus()
    seat.tab.activateWindow()
    seat.qtbot.waitUntil(seat.tab.isActiveWindow)
    seat.press(seat.tab.pane.table, key)
    assert seat.noted() == [seat.help.text]


def test_with_control_a_digit_is_heard_from_within_a_field(seat: Seat) -> None:
    seat.tab.activateWindow()
    seat.qtbot.waitUntil(seat.tab.isActiveWindow)
    seat.tab.quick.asked.setFocus()
    seat.press(seat.tab.quick.asked, KEY_1, control=True)
    assert seat.noted() == [seat.help.text]


def test_nothing_asked_is_said_beside_the_line(seat: Seat) -> None:
    seat.press(seat.tab.quick.asked, ENTER)
    assert seat.help.said == []
    assert "Say what was asked" in seat.tab.quick.trouble.label.said()
    seat.type(seat.tab.quick.asked, "Account")
    seat.type(seat.tab.quick.minutes, "ten")
    seat.press(seat.tab.quick.minutes, ENTER)
    assert "whole number" in seat.tab.quick.trouble.label.said()


def test_what_looks_like_a_patient_is_kept_only_when_saved_once_more(seat: Seat) -> None:
    quick = seat.tab.quick
    seat.help.refuses = RefusedField("asked", "patient", "It looks like a patient.", "Take it out.")
    seat.type(quick.asked, "Label 12345678")
    seat.press(quick.helped, ENTER)
    assert seat.help.said == []
    assert "patient" in quick.trouble.label.said()
    seat.press(quick.helped, ENTER)
    [typed] = seat.help.said
    assert isinstance(typed, TypedHelp)
    assert typed.is_sure


def test_what_was_asked_before_brings_what_helped(seat: Seat) -> None:
    quick = seat.tab.quick
    quick.known.activated.emit(seat.help.text)
    assert (quick.helped.text(), quick.minutes.text()) == ("Choisir l’imprimante", "5")
    assert quick.software.typed() == "s1"


def test_the_minutes_are_one_click(seat: Seat) -> None:
    found = seat.tab.quick.findChildren(QPushButton)
    next(button for button in found if button.text() == "15").click()
    assert seat.tab.quick.minutes.text() == "15"


@pytest.mark.parametrize(
    ("view", "heads"),
    [
        (HelpView.JOURNAL, ["Day", "Software", "About", "Duration", "State"]),
        (
            HelpView.RECURRING,
            ["Last asked", "Software", "About", "Time it cost", "How often"],
        ),
        (HelpView.TIPS, ["Software", "Tip", "Where it holds"]),
        (HelpView.TICKETS, ["Handed over on", "Software", "About", "To whom", "State"]),
    ],
)
def test_each_list_has_columns_of_its_own_and_none_of_them_is_empty(
    seat: Seat, view: HelpView, heads: list[str]
) -> None:
    seat.view(HelpView.TICKETS)
    seat.view(view)
    model = seat.tab.model
    columns = range(model.columnCount())
    across = Qt.Orientation.Horizontal
    assert [model.headerData(number, across) for number in columns] == heads
    assert all(model.index(0, number).data() for number in columns)


def test_another_list_is_not_sorted_as_the_one_before(seat: Seat) -> None:
    seat.tab.pane.table.horizontalHeader().setSortIndicator(3, Qt.SortOrder.DescendingOrder)
    seat.wait()
    assert seat.tab.model.listing.sort == "minutes"
    seat.view(HelpView.TIPS)
    assert seat.tab.model.listing.sort == ""
    assert seat.tab.pane.table.horizontalHeader().sortIndicatorSection() == -1


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (HelpView.JOURNAL, "What helped"),
        (HelpView.RECURRING, "4 times in ninety days"),
        (HelpView.TIPS, "everywhere"),
        (HelpView.TICKETS, "Handed over 11 days ago"),
    ],
)
def test_each_list_shows_its_own_detail(seat: Seat, view: HelpView, said: str) -> None:
    seat.view(view)
    assert said in seat.said()
    assert seat.tab.key[0] == str(view)


@pytest.mark.parametrize(
    ("outcome", "is_settled", "said"),
    [
        (HelpOutcome.OPEN, False, "Handed over"),
        (HelpOutcome.TO_VENDOR, False, "Told the vendor"),
        (HelpOutcome.OPEN, True, "Solved"),
    ],
)
def test_what_was_handed_over_is_no_longer_said_to_be_open(
    seat: Seat, outcome: HelpOutcome, is_settled: bool, said: str
) -> None:
    entry = replace(seat.help.entry(outcome), ticket_id="t1", is_settled=is_settled)
    pane = seat.tab.detail
    pane.begin()
    show_entry(pane, entry, seat.tab._doors)
    pane.end()
    assert said in seat.said().split("\n")
    assert "Still open" not in seat.said()


def test_a_place_leads_to_the_list_that_holds_it(seat: Seat) -> None:
    seat.tab.show_key(("tickets", "t1"))
    seat.wait()
    assert seat.tab.views[HelpView.TICKETS].isChecked()
    assert "Handed over 11 days ago" in seat.said()
    seat.tab.show_key(("nonsense",))
    seat.wait()
    assert seat.tab.views[HelpView.TICKETS].isChecked()


def test_an_entry_is_handed_over_with_what_is_known(seat: Seat) -> None:
    seat.click("Hand it over…")
    form = seat.tab.form
    assert isinstance(form, RecordForm)
    assert form.rows["what"].control.typed() == seat.help.text
    assert form.rows["handed_on"].control.typed() == "12/03/2026"


def test_a_tip_is_made_of_what_comes_back(seat: Seat) -> None:
    seat.view(HelpView.RECURRING)
    seat.click("Make a tip of it…")
    form = seat.tab.form
    assert isinstance(form, RecordForm)
    assert form.rows["title"].control.typed() == seat.help.text


def test_an_open_entry_is_settled_or_taken_back(seat: Seat) -> None:
    seat.click("Say how it ended…")
    form = seat.tab.form
    assert form is not None
    seat.click("Save how it ended")
    assert seat.help.said == [("h1", seat.help.text, HelpOutcome.SOLVED, 5)]
    seat.click("Take it back…")
    assert isinstance(seat.tab.form, ReasonForm)


def test_an_answer_settles_a_request(seat: Seat) -> None:
    seat.view(HelpView.TICKETS)
    seat.click("They have answered…")
    seat.click("Save the answer")
    assert seat.help.said == [], "nothing is said of what came of it"
    form = seat.tab.form
    assert form is not None
    seat.type(form.outcome, "Replaced")  # type: ignore[attr-defined]
    seat.click("Save the answer")
    assert seat.help.said[0][:2] == ("t1", "Replaced")  # type: ignore[index]


@pytest.mark.parametrize(
    ("view", "button", "name"),
    [
        (HelpView.TIPS, "Card of this software…", "card.pdf"),
        (HelpView.TICKETS, "Print the sheet…", "ticket.pdf"),
    ],
)
def test_papers_are_written_and_opened(seat: Seat, view: HelpView, button: str, name: str) -> None:
    seat.view(view)
    seat.click(button)
    seat.wait()
    assert seat.help.said == [Path(name)]
    assert seat.tab.written.isVisible()
    seat.tab.written.open.click()
    assert seat.opened == [Path(name)]


def test_a_whole_entry_of_another_day_is_noted_by_the_form(seat: Seat) -> None:
    seat.tab.begin_new()
    form = seat.tab.form
    assert form is not None
    seat.type(form.asked, "Account")  # type: ignore[attr-defined]
    form.day.show_typed("01/03/2026")  # type: ignore[attr-defined]
    seat.click("Note this help")
    [typed] = seat.help.said
    assert isinstance(typed, TypedHelp)
    assert (typed.asked, str(typed.day)) == ("Account", "2026-03-01")


def test_a_home_only_read_offers_nothing_to_write(qtbot: QtBot, jobs: Jobs) -> None:
    seat = Seat(qtbot, jobs, can_save=False)
    assert not seat.tab.quick.isVisible()
    offered = [b.text() for b in seat.tab.detail.findChildren(QPushButton) if b.isVisible()]
    assert offered == []
    assert "only read" in seat.said()
    seat.view(HelpView.TICKETS)
    assert seat.button("Print the sheet…").isEnabled()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("view", list(HelpView))
@pytest.mark.parametrize("form", [False, True])
def test_no_two_things_have_the_same_key(
    qtbot: QtBot, jobs: Jobs, language: str, view: HelpView, form: bool
) -> None:
    seat = Seat(qtbot, jobs, language=language)
    seat.view(view)
    if form:
        seat.tab.begin_new()
    assert clashes(seat, language) == []
    speak("en")


@pytest.mark.parametrize("begin", ["settle", "settle_ticket", "annul", "tip_of"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_keys_of_each_form_are_its_own(
    qtbot: QtBot, jobs: Jobs, language: str, begin: str
) -> None:
    seat = Seat(qtbot, jobs, language=language)
    doors, entry = seat.tab._doors, seat.help.entry(HelpOutcome.OPEN)
    about = seat.help.ticket() if begin == "settle_ticket" else entry
    seat.tab.open_form(getattr(doors, begin)(about))
    assert clashes(seat, language) == []
    speak("en")


def test_how_it_ended_is_read_whole_in_the_line_and_in_its_list(qtbot: QtBot, jobs: Jobs) -> None:
    seat = Seat(qtbot, jobs, language="fr")
    box = seat.tab.quick.outcome
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
    assert box.width() > longest + 32
    seat.tab.resize(911, 600)
    hint = seat.tab.quick.hint
    seat.qtbot.waitUntil(lambda: hint.width() >= hint.fontMetrics().horizontalAdvance(hint.text()))
    box.showPopup()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
    speak("en")


def test_where_there_is_little_room_the_line_still_fits(seat: Seat) -> None:
    assert seat.tab.minimumSizeHint().width() <= 911
