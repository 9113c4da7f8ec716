from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Deed, Saved, Verb
from referent_desk.domain.lots import Lot
from referent_desk.domain.printing import PrintOptions
from referent_desk.errors import Cancelled, NoRoom, RefusedInput
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.jobs import Jobs, Progress
from referent_desk.gui.lots.pages import LotsPage
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_copies import LotQuestions
from referent_desk.gui.saving import Saver
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_printing import StandInPrinting
from tests.gui.stand_in_records import StandInRecords

DAY = date(2026, 11, 9)
FORMS = (("F05", "Prescription"), ("F06", "Administration"))


@dataclass(frozen=True)
class Printed:
    path: Path
    lot: Lot
    pages: int
    saved: Saved


class Register(SeatedPage[LotsPage]):
    """A page on lots in memory, and the keyboard in front of it."""

    def __init__(
        self,
        qtbot: QtBot,
        jobs: Jobs,
        path: Path,
        *,
        can_save: bool = True,
        printing: StandInPrinting | None = None,
    ) -> None:
        super().__init__(qtbot, jobs)
        self.path: Path | None = path
        self.lots: list[Lot] = []
        self.trouble: list[Exception] = []
        self.opened: list[Path] = []
        self.records = StandInRecords()
        saver = Saver(jobs, ChangeBus())
        saver.let_save(can_save)
        self.editing = Editing(self.records.questions(), saver, jobs)
        questions = LotQuestions(
            list_lots=lambda _department: tuple(reversed(self.lots)),
            list_forms=lambda: FORMS,
            print_lot=self._print,
            suggest_path=lambda code, _department: Path(f"{code}.pdf"),
            annul=self._annul,
        )
        files = FileQuestions(lambda _parent, _path: self.path, self._open)
        asked = printing.questions() if printing else None
        page = LotsPage(questions, "d1", "R&D <b>Cardio</b>", files, self.editing, asked)
        self.seat(page, 600)

    def _saved(self) -> Saved:
        return self.records.saved(Deed(Verb.ADDED, "copy"), "x")

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def _print(
        self, code: str, _department: str, amount: int, path: Path, who: str, progress: Progress
    ) -> Printed:
        if self.trouble:
            raise self.trouble.pop()
        progress(amount, amount)
        first = 1 + max((lot.last for lot in self.lots if lot.form_code == code), default=0)
        self.lots.append(Lot(f"l{len(self.lots)}", code, "Title", "1", first, amount, who, DAY))
        pages = amount * (2 if code == "F06" else 1)
        return Printed(path, self.lots[-1], pages, self._saved())

    def _annul(self, lot_id: str, reason: str) -> Saved:
        if self.trouble:
            raise self.trouble.pop()
        self.lots = [
            Lot(x.id, x.form_code, x.form_title, "1", x.first, x.amount, x.who, x.day, reason)
            if x.id == lot_id
            else x
            for x in self.lots
        ]
        return self._saved()

    def prepare(self) -> None:
        self.page.form.print.click()
        self.wait()

    def rows(self) -> list[list[str]]:
        model = self.page.register.table.model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]


@pytest.fixture
def open_register(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Callable[..., Register]:
    return lambda **how: Register(qtbot, jobs, tmp_path / "lot.pdf", **how)


@pytest.fixture
def register(open_register: Callable[..., Register]) -> Register:
    return open_register()


def test_without_lots_the_words_stand_at_the_top(register: Register) -> None:
    part = register.page.register
    assert part.count.geometry().bottom() < 100


def test_the_keyboard_alone_prepares_a_lot(register: Register) -> None:
    qtbot, page = register.qtbot, register.page
    assert register.has_keyboard(page.form.form)
    qtbot.keyClick(register.focus, Qt.Key.Key_Down)
    qtbot.keyClick(register.focus, Qt.Key.Key_Tab)
    qtbot.keyClicks(register.focus, "20")
    qtbot.keyClick(register.focus, Qt.Key.Key_Tab)
    qtbot.keyClicks(register.focus, "Ada Moreau")
    qtbot.keyClick(register.focus, Qt.Key.Key_Tab)
    assert register.has_keyboard(page.form.print)
    assert "20" in page.form.print.text()
    qtbot.keyClick(register.focus, Qt.Key.Key_Return)
    register.wait()
    (lot,) = register.lots
    assert (lot.form_code, lot.amount, lot.who) == ("F06", 20, "Ada Moreau")
    assert register.has_keyboard(page.open_button)
    assert "F06 000001–000020" in page.told.label.said()
    assert "both sides" in page.told.label.said()
    qtbot.keyClick(register.focus, Qt.Key.Key_Return)
    assert register.opened == [register.path]
    assert register.rows()[0][:2] == ["F06 Title", "000001–000020"]
    assert register.rows()[0][3] == "prepared", "a PDF is not yet paper"
    assert page.register.count.said() == "1 lot · 20 numbered sheets"


def test_a_form_of_one_page_is_to_be_printed_on_one_side(register: Register) -> None:
    register.prepare()
    assert "one side only" in register.page.told.label.said()


def test_a_file_that_is_not_named_costs_no_number(register: Register) -> None:
    register.path = None
    register.prepare()
    assert register.lots == []
    assert register.page.form.print.isEnabled()


def test_what_goes_wrong_is_said_and_the_form_stays(register: Register) -> None:
    register.page.form.amount.setValue(7)
    register.trouble.append(NoRoom("The disk is full.", "Free some space."))
    register.prepare()
    assert "disk is full" in register.page.trouble.label.said()
    assert register.page.form.amount.value() == 7
    register.prepare()
    assert len(register.lots) == 1
    assert not register.page.trouble.isVisible()


def test_a_lot_is_annulled_with_a_reason(register: Register) -> None:
    register.prepare()
    page = register.page
    assert not page.register.box.isVisible()
    page.register.table.choose(0)
    page.register.annul.click()
    assert "reason" in page.register.trouble.label.said()
    register.trouble.append(RefusedInput("It was annulled already.", "Nothing is left to do."))
    page.register.reason.put("paper jam")
    page.register.annul.click()
    register.wait()
    assert "already" in page.register.trouble.label.said()
    page.register.annul.click()
    register.wait()
    assert register.lots[0].annulled == "paper jam"
    assert register.rows()[0][3] == "annulled"
    page.register.table.choose(0)
    assert "paper jam" in page.register.about.said()
    assert not page.register.box.isVisible()


def test_an_empty_register_says_what_numbers_are_for(register: Register) -> None:
    assert "missing after an outage" in register.page.register.count.said()
    assert not register.page.register.table.isVisible()


def test_a_home_that_is_only_read_says_why_no_number_can_be_given(
    open_register: Callable[..., Register],
) -> None:
    page = open_register(can_save=False).page
    assert not page.form.isVisible()
    assert page.focusWidget() is page.leave


def test_the_page_fits_a_small_screen_and_names_the_department_as_it_is(
    register: Register,
) -> None:
    register.prepare()
    register.page.resize(QSize(879, 380))
    register.wait()
    assert register.page.minimumSizeHint().width() <= 879
    assert "R&D <b>Cardio</b>" in register.page.heading.text()


@pytest.fixture
def stopped(register: Register) -> list[bool]:
    """A lot that is under way and goes on until it is stopped."""
    told: list[bool] = []

    def slow(*asked: object) -> Printed:
        progress = asked[-1]
        assert callable(progress)
        try:
            while True:
                progress(1, 1_000_000)
        except Cancelled:
            told.append(True)
            raise

    register.page._questions = replace(register.page._questions, print_lot=slow)
    register.page.form.print.click()
    register.qtbot.waitUntil(register.page.progress.isVisible)
    return told


def test_a_lot_under_way_can_be_stopped(register: Register, stopped: list[bool]) -> None:
    register.page.progress.stop.click()
    register.wait()
    assert stopped == [True]
    assert "not given again" in register.page.trouble.label.said()
    assert not register.page.progress.isVisible()
    assert register.page.form.print.isEnabled()


def test_leaving_stops_a_lot_under_way(register: Register, stopped: list[bool]) -> None:
    register.page.end()
    register.wait()
    assert stopped == [True]


@pytest.mark.parametrize(("form", "two_sided"), [(0, False), (1, True)])
def test_a_prepared_lot_is_sent_to_the_printer_whole_and_once(
    open_register: Callable[..., Register], form: int, two_sided: bool
) -> None:
    """Front and back of one sheet bear one number; otherwise each sheet has its own."""
    printing = StandInPrinting()
    register = open_register(printing=printing)
    sending = register.page.sending
    assert sending is not None
    assert not sending.isVisible(), "there is nothing to send yet"
    register.page.form.form.setCurrentIndex(form)
    register.prepare()
    assert sending.isVisible()
    assert not sending.sending.rows.counts.isVisible(), "no number is printed twice or left out"
    sending.send.click()
    register.wait()
    [(path, queue, options)] = printing.sent
    assert (path, queue) == (register.path, "ward")
    assert options == PrintOptions(two_sided=two_sided)
    assert "only you can see" in sending.sending.sent.label.said()
    assert "once more" in sending.send.text().replace("&", "")
    assert printing.recorded == [], "a lot is no printing of a copy"


def test_a_printer_that_refuses_leaves_the_file_and_is_said(
    open_register: Callable[..., Register],
) -> None:
    printing = StandInPrinting(refusal=NoRoom("The queue is full.", "Wait a little."))
    register = open_register(printing=printing)
    register.prepare()
    assert register.page.sending is not None
    register.page.sending.send.click()
    register.wait()
    assert "The queue is full." in register.page.trouble.label.said()
    assert register.page.open_button.isVisible()
    assert register.page.sending.send.isEnabled()
    assert "once more" not in register.page.sending.send.text()


def test_the_next_lot_takes_the_place_of_the_one_that_could_be_sent(
    open_register: Callable[..., Register],
) -> None:
    printing = StandInPrinting()
    register = open_register(printing=printing)
    register.prepare()
    register.path = register.path.with_name("second.pdf") if register.path else None
    register.prepare()
    assert register.page.sending is not None
    register.page.sending.send.click()
    register.wait()
    assert [path.name for path, _queue, _options in printing.sent] == ["second.pdf"]
