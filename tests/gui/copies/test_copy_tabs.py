from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.copies import Copy, CopyEnd, RunStage
from referent_desk.domain.deeds import Saved, Verb
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.sheet_states import Ahead, CopyState, SheetStatus
from referent_desk.errors import RefusedInput
from referent_desk.gui.copies.action_rows import ActionRow
from referent_desk.gui.copies.actions import Step
from referent_desk.gui.copies.check_forms import AnnulCheckForm
from referent_desk.gui.copies.copy_tabs import CopyTab
from referent_desk.gui.copies.mark_forms import AnnulForm, CloseForm, MarkForm
from referent_desk.gui.copies.sheet_lists import MOST_IN_FULL, FoldedSheets, SheetLines
from referent_desk.gui.empty_texts import NextStep
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.paper_jobs import PaperJob
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.wordings import short_day
from referent_desk.gui.work_pages import WorkPage
from tests.gui.editings import editing_on
from tests.gui.stand_in_copies import (
    TODAY,
    WHY,
    StandInCopies,
    StandInProposal,
    copy_state,
    lot,
    mark,
    outdated,
    printer,
    renamed,
    run,
    sheet,
    shelf_check,
)
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_ins import HOSTILE

CHOICE = DepartmentChoice("d1", "Cardiology", "0412", "North")
WAITS = SheetStatus.PRINTED_NOT_FILED
LEFT = Qt.MouseButton.LeftButton


class Opened:
    """The tab on a shelf in memory, and what it asked of the window."""

    def __init__(
        self, shelf: StandInCopies, jobs: Jobs, qtbot: QtBot, *, can_save: bool = True
    ) -> None:
        self.shelf, self.jobs, self.qtbot = shelf, jobs, qtbot
        self.editing = editing_on(shelf.records, jobs, can_save=can_save)
        files = FileQuestions(lambda _parent, path: path, lambda _path: True)
        self.tab = CopyTab(shelf.questions(), self.editing, jobs, files, lambda: CHOICE)
        self.paper: list[PaperJob] = []
        self.tab.paper_asked.connect(self.paper.append)
        qtbot.addWidget(self.tab)
        self.tab.resize(1200, 900)
        self.tab.choose_department("d1")
        self.tab.show()
        self.tab.begin()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle)

    def said(self) -> str:
        labels = self.tab.detail.findChildren(PlainLabel)
        return "\n".join(x.said() for x in labels if x.isVisibleTo(self.tab))

    def button(self, text: str) -> QPushButton:
        found = self.tab.detail.findChildren(QPushButton)
        shown = [b for b in found if b.text().replace("&", "") == text and b.isVisibleTo(self.tab)]
        [button] = shown
        return button

    def texts(self) -> list[str]:
        found = self.tab.detail.findChildren(QPushButton)
        return [b.text().replace("&", "") for b in found if b.isVisibleTo(self.tab)]

    def press(self, text: str) -> None:
        self.qtbot.mouseClick(self.button(text), LEFT)
        self.wait()

    @property
    def has_form(self) -> bool:
        return self.tab.form is not None

    @property
    def actions(self) -> list[Step]:
        [row] = self.tab.detail.findChildren(ActionRow)
        return list(row.buttons)

    def change(self, *copies: CopyState) -> None:
        self.shelf.copies = copies
        self.tab.take_change(frozenset({Kind.DIRECTORY}))
        self.wait()


@pytest.fixture
def shelf() -> StandInCopies:
    return StandInCopies(StandInRecords(), copies=(copy_state(1, *outdated()),))


def test_open_copies_come_before_closed_ones_each_with_its_state(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = (copy_state(1, *outdated()), copy_state(3, sheet("A")))
    shelf.closed = (Copy("c2", 2, "Store", "", "", TODAY, CopyEnd.LOST),)
    tab = Opened(shelf, jobs, qtbot).tab
    rows = range(tab.model.rowCount())
    said = [(tab.model.index(n, 0).data(), tab.model.index(n, 4).data()) for n in rows]
    assert said == [("1", "3 to replace"), ("3", "up to date"), ("2", "lost")]
    assert tab.pane.count.said() == "3 of 3"


@pytest.mark.parametrize(
    ("word", "colour"), [("bleu", "#1565c0"), ("rouge vif", "#c62828"), ("à pois", "")]
)
def test_the_list_shows_the_colour_of_the_folder_beside_its_word(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, word: str, colour: str
) -> None:
    state = copy_state(1, sheet("A"))
    shelf.copies = (replace(state, copy=replace(state.copy, colour=word)),)
    tab = Opened(shelf, jobs, qtbot).tab
    assert tab.model.index(0, 3).data() == word
    cell = tab.pane.table.visualRect(tab.model.index(0, 3))
    image = tab.pane.table.viewport().grab(cell).toImage()
    painted = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    known = {"#1565c0", "#c62828", "#2e7d32"}
    assert painted & known == ({colour} if colour else set())


def test_what_is_wrong_is_listed_with_its_reason_and_leads_to_its_source(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    assert "3 sheets of 7 are not on the shelf as they should be." in opened.said()
    assert "Out of date: 3" in opened.said()
    assert "Up to date: 4" in opened.said()
    [lines] = opened.tab.detail.findChildren(SheetLines)
    first = lines.lines[0]
    assert first.lead is not None
    assert lines.lines[1].lead is None
    with qtbot.waitSignal(opened.tab.place_followed) as followed:
        qtbot.mouseClick(first.lead, LEFT)
    assert followed.args == [Place(TabName.PROCEDURES, ("f1", "s1"))]


def test_the_sheets_that_may_stay_are_shown_on_demand(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    [folded] = opened.tab.detail.findChildren(FoldedSheets)
    assert opened.tab.detail.findChildren(LinesTable) == []
    opened.press("Show the 4 sheets")
    [table] = folded.findChildren(LinesTable)
    assert table.model().rowCount() == 4
    opened.press("Hide them")
    assert not table.isVisible()


def test_replacements_are_printed_for_this_copy(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = (copy_state(4, *outdated()),)
    opened = Opened(shelf, jobs, qtbot)
    opened.press("Print 2 replacement sheets…")
    opened.press("Print the whole binder (7 sheets)…")
    assert [(job.copy_number, job.replacements) for job in opened.paper] == [(4, True), (4, False)]


def test_where_most_has_changed_everything_is_proposed_first_with_the_reason(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.proposal = StandInProposal(True, 0.68, 25, 2)
    shelf.copies = (copy_state(1, *outdated(25, 11)),)
    opened = Opened(shelf, jobs, qtbot)
    assert "68 % of the sheets have changed" in opened.said()
    assert opened.actions == [Step.WHOLE, Step.REPLACE]
    assert "Print 25 replacement sheets…" in opened.texts()
    assert "Print the whole binder (36 sheets)…" in opened.texts()


def test_what_a_backup_has_forgotten_is_said_once_and_all_is_printed_first(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.proposal = StandInProposal(True, 0.1, 2, 0, forgotten=True)
    shelf.copies = (replace(copy_state(1, *outdated()), forgotten=True),)
    opened = Opened(shelf, jobs, qtbot)
    assert opened.said().count("A backup was put back") == 1
    assert opened.actions == [Step.WHOLE, Step.REPLACE]


def test_sheets_that_a_check_did_not_find_stand_under_a_heading_of_their_own(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    gone = replace(sheet("LAB-02", SheetStatus.OUT_OF_DATE), shelf=None)
    shelf.copies = (copy_state(1, gone, sheet("PRE-01", SheetStatus.OUT_OF_DATE)),)
    said = Opened(shelf, jobs, qtbot).said()
    assert "Missing from the shelf: 1" in said
    assert "Out of date: 1" in said


def waiting(stage: RunStage) -> CopyState:
    return copy_state(1, sheet("A", WAITS), sheet("B"), pending=run(31), stage=stage)


def test_paper_is_confirmed_by_name_and_day_and_the_name_is_remembered(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = (waiting(RunStage.PREPARED),)
    opened = Opened(shelf, jobs, qtbot)
    opened.press("The paper has come out…")
    form = opened.tab.form
    assert isinstance(form, MarkForm)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.trouble.label.said() == "Nobody is named. Type the name of who did it."
    assert shelf.said == []
    qtbot.keyClicks(form.who, "A. Newcomer")
    qtbot.waitUntil(lambda: jobs.is_idle)
    qtbot.keyClick(form.who, Qt.Key.Key_Escape)  # nobody of the list
    form.day.setText("12/10/2026")
    opened.press("It lies on paper")
    assert shelf.said == [("confirmed", "run-31", "A. Newcomer", date(2026, 10, 12))]
    assert not opened.has_form
    assert opened.editing.signer.name == "A. Newcomer"
    opened.change(waiting(RunStage.CONFIRMED))
    assert opened.actions == [Step.FILE, Step.WHOLE]
    opened.press("Filed and signed…")
    form = opened.tab.form
    assert isinstance(form, MarkForm)
    assert (form.who.typed(), form.day.typed()) == ("A. Newcomer", "09/11/2026")
    form.finish()
    opened.wait()
    assert shelf.said[-1] == ("filed", "run-31", "A. Newcomer", TODAY)


@pytest.mark.parametrize("typed", ["", "yesterday", "31/02/2026"])
def test_a_day_that_is_none_is_asked_again(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, typed: str
) -> None:
    shelf.copies = (waiting(RunStage.CONFIRMED),)
    opened = Opened(shelf, jobs, qtbot)
    opened.editing.signer.remember("Ada Moreau")
    opened.press("Filed and signed…")
    form = opened.tab.form
    assert isinstance(form, MarkForm)
    form.day.setText(typed)
    form.finish()
    assert form.trouble.isVisible()
    assert form.trouble.label.said()
    assert shelf.said == []


def test_what_is_refused_is_said_in_the_form_which_stays(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_said: object) -> None:
        raise RefusedInput("Already recorded.", "Look again.")

    monkeypatch.setattr(shelf, "note", refuse)
    shelf.copies = (waiting(RunStage.CONFIRMED),)
    opened = Opened(shelf, jobs, qtbot)
    opened.editing.signer.remember("Ada Moreau")
    opened.press("Filed and signed…")
    form = opened.tab.form
    assert isinstance(form, MarkForm)
    form.finish()
    qtbot.waitUntil(form.trouble.isVisible)
    assert form.trouble.label.said() == "Already recorded. Look again."
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    opened.wait()
    assert not opened.has_form


def test_what_was_said_last_is_taken_back_with_a_reason(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.runs = (run(32), run(31, confirmed=mark(), filed=mark()))
    opened = Opened(shelf, jobs, qtbot)
    opened.press("Take back what was said of print run 31…")
    form = opened.tab.form
    assert isinstance(form, AnnulForm)
    assert "“Filed and signed on 9\xa0November\xa02026, Zoé Roy” no longer counts." in opened.said()
    form.finish()
    assert shelf.said == []
    qtbot.keyClicks(form.reason, "Wrong binder")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    opened.wait()
    assert shelf.said == [("annulled", "run-31", "Wrong binder")]


def test_a_copy_is_closed_for_a_reason_on_a_day(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    opened.press("This copy is gone…")
    form = opened.tab.form
    assert isinstance(form, CloseForm)
    form.ends[CopyEnd.DESTROYED].setChecked(True)
    opened.press("Close this copy")
    assert shelf.said == [("closed", "c1", CopyEnd.DESTROYED, TODAY)]


def test_a_closed_copy_keeps_its_history_and_can_be_found_again(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = ()
    shelf.closed = (Copy("c1", 1, "Store", "", "", TODAY, CopyEnd.LOST),)
    shelf.runs = (run(12, filed=mark()),)
    opened = Opened(shelf, jobs, qtbot)
    assert "closed since 9\xa0November\xa02026: lost" in opened.said()
    assert "Print run 12: the whole binder, 2 sheets, 6 pages" in opened.said()
    assert opened.actions == []
    opened.press("It was found: open it again")
    assert opened.shelf.records.deeds[-1].what == "copy"


def test_the_newest_printings_come_first_the_others_on_demand(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.runs = tuple(run(number) for number in range(40, 30, -1))
    opened = Opened(shelf, jobs, qtbot)
    assert "Print run 40" in opened.said()
    assert "Print run 31" not in opened.said()
    opened.press("Show 7 older printings")
    assert "Print run 31" in opened.said()


def test_what_comes_is_announced_by_its_day(qtbot: QtBot, jobs: Jobs, shelf: StandInCopies) -> None:
    shelf.ahead = (Ahead(date(2026, 11, 30), "ANN-01", "Directory", (WHY,)),)
    opened = Opened(shelf, jobs, qtbot)
    assert "30\xa0November\xa02026: ANN-01 Directory. " in opened.said()


def test_where_there_is_no_copy_the_first_step_is_offered(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = ()
    shelf.lots, shelf.printers = (lot(),), (printer(),)
    opened = Opened(shelf, jobs, qtbot)
    page = opened.tab.pane.empty_page
    assert page.why.said() == "No copy of the binder is known in this department."
    assert [button.text() for button in page.buttons] == ["New…", "Print the binder…"]
    with qtbot.waitSignal(opened.tab.step_asked) as asked:
        page.buttons[1].click()
    assert asked.args == [NextStep.PRINT]
    assert "Numbered forms of the department" in opened.said()
    opened.press("Print the whole binder…")
    assert [job.copy_number for job in opened.paper] == [1]


def test_a_filter_that_hides_all_copies_is_not_taken_for_none(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    qtbot.keyClicks(opened.tab.pane.filter, "zzz")
    qtbot.waitUntil(lambda: opened.tab.model.rowCount() == 0)
    opened.wait()
    assert opened.tab.pane.empty_page.why.said() == "No row holds “zzz”."
    assert "Numbered forms of the department" not in opened.said()


def test_a_home_that_is_only_read_prints_and_records_nothing(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = (waiting(RunStage.CONFIRMED),)
    shelf.runs = (run(31, confirmed=mark()),)
    opened = Opened(shelf, jobs, qtbot, can_save=False)
    assert "This home is only read here" in opened.said()
    assert opened.texts() == ["Print the whole binder…", "Show the 1 sheet"]


@pytest.mark.parametrize(
    ("button", "title"),
    [
        ("Check the shelf…", "Check copy 1 on its shelf"),
        ("Print numbered forms…", "Numbered forms: Ward office"),
    ],
)
def test_work_that_takes_the_whole_window_begins_here(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, button: str, title: str
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    begun: list[WorkPage] = []
    opened.tab.work_begun.connect(begun.append)
    opened.press(button)
    [page] = begun
    qtbot.addWidget(page)
    assert page.heading.text() == title


def test_how_often_the_shelf_is_checked_is_chosen_here(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.checks = (shelf_check(),)
    opened = Opened(shelf, jobs, qtbot)
    [choice] = [
        box
        for box in opened.tab.detail.findChildren(QComboBox)
        if box.accessibleName() == "How often the shelf is checked"
    ]
    assert choice.currentText() == "every month"
    choice.setCurrentIndex(choice.findData(3))
    choice.activated.emit(choice.currentIndex())
    opened.wait()
    assert shelf.said == [("months", "d1", 3)]


def test_a_check_that_was_wrong_is_taken_back_with_a_reason(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.checks = (shelf_check(),)
    opened = Opened(shelf, jobs, qtbot)
    opened.press(f"Take back the check of {short_day(shelf.checks[0].day)}…")
    [form] = opened.tab.findChildren(AnnulCheckForm)
    form.create_button.click()
    assert "A reason is needed" in form.trouble.label.said()
    form.reason.setText("the wrong shelf")
    form.create_button.click()
    opened.wait()
    assert shelf.said == [("annulled", shelf.checks[0].id, "the wrong shelf")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_shown_letter_by_letter(qtbot: QtBot, jobs: Jobs, text: str) -> None:
    copies = (renamed(copy_state(1, *outdated(), text=text), text),)
    shelf = StandInCopies(StandInRecords(text), text, copies)
    shelf.lots, shelf.printers = (lot(text=text),), (printer(text),)
    opened = Opened(shelf, jobs, qtbot)
    assert text in opened.said().split("\n") or "\n" in text
    assert opened.tab.detail.horizontalScrollBar().maximum() == 0
    assert not opened.tab.grab().isNull()


def test_a_binder_of_ten_thousand_sheets_is_shown_in_part_and_counted(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.copies = (copy_state(1, *outdated(9_000, 1_000)),)
    opened = Opened(shelf, jobs, qtbot)
    [lines] = opened.tab.detail.findChildren(SheetLines)
    assert len(lines.lines) == MOST_IN_FULL
    assert "… and 8,940 other sheets." in opened.said()
    opened.press("Show the 1,000 sheets")
    assert "… and 800 other sheets." in opened.said()


def test_the_keyboard_stays_on_what_it_is_on_while_the_state_is_read_again(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    opened.tab.activateWindow()
    qtbot.waitUntil(opened.tab.isActiveWindow)
    opened.button("Print 2 replacement sheets…").setFocus()
    opened.change(*(replace(one) for one in shelf.copies))
    assert opened.button("Print 2 replacement sheets…").hasFocus()
    opened.change(waiting(RunStage.PREPARED))
    assert opened.button("The paper has come out…").hasFocus()


def test_a_new_copy_asks_for_its_place_and_is_added_once_that_is_said(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    qtbot.keyClick(opened.tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.tab.form is not None)
    assert "New copy of the binder of Cardiology" in opened.said()
    opened.press("Add the copy")
    assert opened.shelf.records.deeds == []
    assert opened.has_form
    assert "This cannot stay empty. Type something." in opened.said()
    form = opened.tab.form
    assert isinstance(form, RecordForm)
    assert form.rows["place"].control.hasFocus()
    form.rows["place"].control.put("Salle de soins")
    opened.press("Add the copy")
    assert opened.shelf.records.deeds[-1].what == "copy"


def stops_of(opened: Opened) -> list[QWidget]:
    """What the keyboard reaches within the detail, from its beginning."""
    page = opened.tab.detail.widget()
    assert page is not None
    found: list[QWidget] = []
    stop = opened.tab.detail.nextInFocusChain()
    while stop is not None and stop is not opened.tab.detail:
        takes_it = bool(stop.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_it and page.isAncestorOf(stop) and stop.isVisibleTo(page) and stop.isEnabled():
            found.append(stop)
        stop = stop.nextInFocusChain()
    return found


def test_the_keyboard_goes_through_the_detail_as_one_reads_it_also_when_shown_anew(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies
) -> None:
    shelf.runs = (run(31, filed=mark()),)
    opened = Opened(shelf, jobs, qtbot)
    for state in (waiting(RunStage.PREPARED), copy_state(1, *outdated())):
        opened.change(state)
    page = opened.tab.detail.widget()
    assert page is not None
    qtbot.waitUntil(lambda: page.height() >= page.minimumSizeHint().height())
    tops = [stop.mapTo(page, QPoint(0, 0)).y() for stop in stops_of(opened)]
    assert tops == sorted(tops)
    [lines] = opened.tab.detail.findChildren(SheetLines)
    assert stops_of(opened)[:3] == [
        opened.button("Print 2 replacement sheets…"),
        opened.button("Print the whole binder (7 sheets)…"),
        lines.lines[0].lead,
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_arrow_of_a_sheet_is_pressed_with_the_keyboard(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, key: Qt.Key
) -> None:
    opened = Opened(shelf, jobs, qtbot)
    [lines] = opened.tab.detail.findChildren(SheetLines)
    assert lines.lines[0].lead is not None
    with qtbot.waitSignal(opened.tab.place_followed):
        qtbot.keyClick(lines.lines[0].lead, key)


def test_a_copy_that_was_closed_stays_chosen_and_is_shown_from_its_top(
    qtbot: QtBot, jobs: Jobs, shelf: StandInCopies, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tuple(copy_state(number, *outdated(20)) for number in (1, 2, 3))
    shelf.copies = copies

    def close(copy_id: str, why: CopyEnd, day: date) -> Saved:
        shelf.copies = tuple(copy for copy in copies if copy.copy.id != copy_id)
        shelf.closed = (Copy(copy_id, 2, "", "", "", day, why),)
        return shelf.note(Verb.CLOSED, "closed", copy_id, why, day)

    monkeypatch.setattr(shelf, "close", close)
    opened = Opened(shelf, jobs, qtbot)
    opened.editing.saver.saved.connect(lambda saved: opened.tab.take_change(saved.kinds))
    opened.tab.activateWindow()
    qtbot.waitUntil(opened.tab.isActiveWindow)
    opened.tab.pane.table.choose(1)
    opened.wait()
    qtbot.waitUntil(lambda: opened.tab.detail.verticalScrollBar().maximum() > 100)
    opened.tab.detail.verticalScrollBar().setValue(10_000)
    opened.press("This copy is gone…")
    opened.press("Close this copy")
    assert opened.tab.key == ("c2",)
    assert opened.tab.chosen_row().copy.id == "c2"
    assert "closed since" in opened.said()
    assert opened.tab.detail.verticalScrollBar().value() == 0
