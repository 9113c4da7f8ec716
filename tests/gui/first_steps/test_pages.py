from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.first_steps import FirstDone, FirstOffer, FirstSteps, FunctionOffer
from referent_desk.errors import NoRoom, RefusedField
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.editing import Editing
from referent_desk.gui.first_steps.frames import DONE, FUNCTIONS, IDENTITY, STARTERS
from referent_desk.gui.first_steps.pages import KEY, FirstStepsPage
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions_today import FirstStepsQuestions
from referent_desk.gui.saving import Saver
from referent_desk.language import speak
from tests.gui.seated_pages import SeatedPage
from tests.gui.stand_in_records import StandInRecords
from tests.gui.stand_in_tasks import STAND_IN_FIRST_STEPS
from tests.gui.stand_ins import HOSTILE

CATALOGUE = (
    FunctionOffer("f1", "PRE", "Prescription"),
    FunctionOffer("f2", "LAB", "Laboratory"),
    FunctionOffer("f3", "RDV", "Appointments"),
)
TYPED = (
    *("Valley Hospital", "Cardiology", "24", "04 71 00 00 12"),
    *("Ada", "Moreau", "secretary", "4127", "9", "", "3301", ""),
)


class Guide(SeatedPage[FirstStepsPage]):
    """A page on questions in memory, and the keyboard in front of it."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, records: StandInRecords) -> None:
        super().__init__(qtbot, jobs)
        self.records = records
        self.begun: list[FirstSteps] = []
        self.trouble: list[Exception] = []
        saver = Saver(jobs, ChangeBus())
        saver.let_save(True)
        offer = FirstOffer((), CATALOGUE, ("Dossier+", "LaboNet"))
        self.questions: FirstStepsQuestions = replace(
            STAND_IN_FIRST_STEPS, offer=lambda _department_id: offer, begin=self._begin
        )
        self.editing = Editing(records.questions(), saver, jobs)
        page = FirstStepsPage(self.questions, self.editing)
        self.seat(page, 640)

    def _begin(self, steps: FirstSteps) -> FirstDone:
        if self.trouble:
            raise self.trouble.pop()
        self.begun.append(steps)
        return STAND_IN_FIRST_STEPS.begin(steps)

    def type(self, *texts: str) -> None:
        """Each is typed where the keyboard is, then Enter."""
        for text in texts:
            self.qtbot.keyClicks(self.focus, text)
            self.qtbot.keyClick(self.focus, Qt.Key.Key_Return)
        self.wait()

    def go_on(self) -> None:
        self.qtbot.keyClick(self.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.wait()


@pytest.fixture
def records() -> StandInRecords:
    return StandInRecords()


@pytest.fixture
def open_guide(qtbot: QtBot, jobs: Jobs, records: StandInRecords) -> Callable[[], Guide]:
    return lambda: Guide(qtbot, jobs, records)


@pytest.fixture
def guide(open_guide: Callable[[], Guide]) -> Guide:
    return open_guide()


def test_the_keyboard_alone_makes_a_department(guide: Guide) -> None:
    made: list[object] = []
    guide.page.made.connect(made.append)
    guide.type(*TYPED)
    assert guide.page.step == FUNCTIONS
    assert guide.has_keyboard(guide.page.functions.lines[0].tick)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Return)
    guide.type("Zebra", "")
    assert guide.page.step == STARTERS
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Space)
    guide.wait()
    assert guide.page.step == DONE
    [steps] = guide.begun
    assert (steps.establishment, steps.department, steps.beds) == TYPED[:3]
    assert (steps.first_name, steps.last_name, steps.role, steps.own_telephone) == TYPED[4:8]
    assert not steps.is_security
    assert {purpose: number for purpose, number in steps.numbers.items() if number} == {
        "switchboard": "9",
        "ward_manager": "3301",
    }
    assert {wish.function_id: wish.software for wish in steps.functions} == {
        "f1": "Zebra",
        "f2": "",
    }
    assert steps.starters == {"f1", "f2"}
    assert len(made) == 1
    assert guide.page.done.title.said() == "Cardiology is there."
    assert guide.has_keyboard(guide.page.done.print)


def test_what_is_missing_is_said_at_its_field_and_the_step_stays(guide: Guide) -> None:
    guide.go_on()
    page = guide.page
    faults = {name: row.fault.said() for name, row in page.identity.rows.items()}
    assert {name for name, fault in faults.items() if fault} == {"establishment", "department"}
    assert page.step == IDENTITY
    assert guide.has_keyboard(page.identity.rows["establishment"].control)
    guide.type("Valley Hospital")
    assert page.identity.rows["establishment"].fault.said() == ""
    page.identity.rows["first_name"].show_typed("Ada")
    guide.go_on()
    assert page.identity.rows["last_name"].fault.said()


def test_what_is_ticked_follows_from_the_beds_until_somebody_ticks(guide: Guide) -> None:
    guide.type(*TYPED)
    page = guide.page
    ticked = {line.offer.id: line.tick.isChecked() for line in page.functions.lines}
    assert ticked == {"f1": True, "f2": True, "f3": False}
    page.before.click()
    page.identity.rows["beds"].show_typed("0")
    guide.go_on()
    ticked = {line.offer.id: line.tick.isChecked() for line in page.functions.lines}
    assert ticked == {"f1": False, "f2": True, "f3": True}
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Space)
    page.before.click()
    page.identity.rows["beds"].show_typed("24")
    guide.go_on()
    assert sum(line.tick.isChecked() for line in page.functions.lines) == 1


def test_an_empty_number_of_beds_does_not_say_that_there_are_none(guide: Guide) -> None:
    guide.type(*TYPED[:2], "", *TYPED[3:])
    ticked = {line.offer.id: line.tick.isChecked() for line in guide.page.functions.lines}
    assert ticked == {"f1": True, "f2": True, "f3": False}


def test_a_function_that_the_department_is_named_after_is_ticked(guide: Guide) -> None:
    guide.type("Valley Hospital", "Agenda und APPOINTMENTS", *TYPED[2:])
    ticked = {line.offer.name: line.tick.isChecked() for line in guide.page.functions.lines}
    assert ticked["Appointments"]


def test_arrows_stay_in_their_column(guide: Guide) -> None:
    guide.type(*TYPED)
    lines = guide.page.functions.lines
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Down)
    assert guide.has_keyboard(lines[1].tick)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Tab)
    assert guide.has_keyboard(lines[1].software)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Down)
    assert guide.has_keyboard(lines[2].software)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Up)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Up)
    assert guide.has_keyboard(lines[0].software)


def test_enter_goes_on_although_offers_are_open(guide: Guide) -> None:
    guide.type(*TYPED)
    first, second = (line.software for line in guide.page.functions.lines[:2])
    first.setFocus()
    guide.qtbot.keyClicks(first, "Dossier+")
    offers = guide.page.functions.lines[0].offers
    assert offers.isVisible()
    guide.qtbot.keyClick(offers, Qt.Key.Key_Return)
    assert not offers.isVisible()
    assert guide.has_keyboard(second)


def test_a_known_name_typed_otherwise_is_spelled_as_it_is_known(guide: Guide) -> None:
    guide.type(*TYPED)
    first = guide.page.functions.lines[0].software
    first.setFocus()
    guide.qtbot.keyClicks(first, "labo net")
    guide.qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert first.text() == "LaboNet"


def test_naming_the_software_of_a_function_ticks_it(guide: Guide) -> None:
    guide.type(*TYPED)
    last = guide.page.functions.lines[-1]
    assert not last.tick.isChecked()
    guide.qtbot.mouseClick(last.software, Qt.MouseButton.LeftButton)
    assert guide.has_keyboard(last.software)
    guide.qtbot.keyClicks(guide.focus, "Zebra")
    assert last.tick.isChecked()
    assert guide.page.functions.wishes()[-1].software == "Zebra"


def test_what_is_picked_from_the_offers_is_kept_like_what_is_typed(
    guide: Guide, records: StandInRecords
) -> None:
    guide.type(*TYPED)
    first = guide.page.functions.lines[0].software
    guide.qtbot.keyClicks(first, "Doss")
    guide.qtbot.waitUntil(lambda: "software:f1" in _kept(records))
    first.setText("Dossier+")  # as a completer does
    guide.qtbot.waitUntil(lambda: records.unfinished[KEY].values["software:f1"] == "Dossier+")


def test_a_name_typed_once_is_offered_in_the_other_lines(guide: Guide) -> None:
    guide.type(*TYPED)
    first, second = (line.software for line in guide.page.functions.lines[:2])
    first.setFocus()
    guide.type("Zebra")
    assert guide.has_keyboard(second)
    completer = second.completer()
    completer.setCompletionPrefix("zeb")
    assert completer.currentCompletion() == "Zebra"
    completer.setCompletionPrefix("sier")
    assert completer.currentCompletion() == "Dossier+"


def test_starters_can_be_left_out_and_stay_left_out(guide: Guide) -> None:
    guide.type(*TYPED)
    guide.go_on()
    guide.page.starters.ticks["f2"].click()
    guide.page.before.click()
    guide.go_on()
    assert not guide.page.starters.ticks["f2"].isChecked()
    guide.go_on()
    assert guide.begun[0].starters == {"f1"}


def test_a_refused_name_leads_back_to_its_field(guide: Guide) -> None:
    guide.trouble.append(RefusedField("department", "taken", "It exists.", "Choose another."))
    guide.type(*TYPED)
    guide.go_on()
    guide.go_on()
    row = guide.page.identity.rows["department"]
    assert guide.page.step == IDENTITY
    assert row.fault.said() == "It exists. Choose another."
    assert guide.has_keyboard(row.control)
    assert row.control.typed() == "Cardiology"


@pytest.mark.parametrize(
    ("error", "step"),
    [
        (NoRoom("The disk is full.", "Free some room."), STARTERS),
        (RefusedField("software", "no_letter", "The disk is full.", "Free some room."), FUNCTIONS),
    ],
)
def test_what_cannot_be_saved_is_said_and_everything_stays(
    guide: Guide, error: Exception, step: int
) -> None:
    guide.trouble.append(error)
    guide.type(*TYPED)
    guide.go_on()
    guide.go_on()
    assert guide.page.step == step
    assert guide.page.trouble.label.said() == "The disk is full. Free some room."
    while guide.page.step != DONE:
        guide.go_on()
    assert len(guide.begun) == 1


def test_a_half_filled_guide_survives_the_end_of_the_program(
    guide: Guide, open_guide: Callable[[], Guide], records: StandInRecords
) -> None:
    guide.type(*TYPED)
    lines = guide.page.functions.lines
    lines[0].tick.click()
    guide.qtbot.keyClicks(lines[1].software, "LaboNet")
    guide.qtbot.waitUntil(lambda: "functions" in _kept(records))
    again = open_guide()
    assert again.page.brought_back is not None
    values = again.page.values()
    assert values["department"] == "Cardiology"
    assert (values["functions"], values["software:f2"]) == ("f2", "LaboNet")
    again.go_on()
    assert again.page.functions.wishes()[0].software == "LaboNet"


def _kept(records: StandInRecords) -> set[str]:
    return set(records.unfinished[KEY].values) if KEY in records.unfinished else set()


def test_what_was_brought_back_can_be_let_go(
    guide: Guide, open_guide: Callable[[], Guide], records: StandInRecords
) -> None:
    guide.qtbot.keyClicks(guide.focus, "Valley")
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Tab)
    guide.qtbot.keyClicks(guide.focus, "Cardiology")
    guide.page.end()
    guide.wait()
    again = open_guide()
    assert again.page.brought_back is not None
    again.page.brought_back.clear.click()
    again.wait()
    assert again.page.values() == {}
    assert KEY not in records.unfinished


def test_a_finished_guide_leaves_nothing_to_bring_back(
    guide: Guide, records: StandInRecords
) -> None:
    guide.type(*TYPED)
    guide.go_on()
    guide.go_on()
    guide.page.end()
    guide.wait()
    assert guide.page.step == DONE
    assert KEY not in records.unfinished


def test_the_step_is_said_to_a_screen_reader(guide: Guide) -> None:
    assert guide.page.bar.accessibleName() == "Step 1 of 4: My department"
    guide.type(*TYPED)
    assert guide.page.bar.accessibleName() == "Step 2 of 4: What it does"
    for widget in guide.page.findChildren(QWidget):
        if isinstance(widget, QLineEdit) and widget.isVisible():
            assert widget.accessibleName()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_typed_and_given_letter_by_letter(guide: Guide, text: str) -> None:
    line = text.replace("\n", " ")
    for row in guide.page.identity.rows.values():
        if row.field.kind == "line":
            row.show_typed(line)
    guide.go_on()
    guide.page.functions.lines[0].software.setText(line)
    guide.go_on()
    guide.go_on()
    [steps] = guide.begun
    assert (steps.department, steps.functions[0].software) == (line, line)
    assert guide.page.done.title.said() == f"{line} is there."
    assert guide.page.minimumSizeHint().width() <= 1093


def test_a_home_that_is_only_read_cannot_be_filled(guide: Guide) -> None:
    guide.editing.saver.let_save(False)
    guide.type(*TYPED)
    guide.go_on()
    assert not guide.page.next.isEnabled()
    guide.go_on()
    assert guide.begun == []


def test_leaving_says_that_the_answers_are_kept_and_where(
    guide: Guide, open_guide: Callable[[], Guide], records: StandInRecords
) -> None:
    ended: list[object] = []
    guide.page.finished.connect(lambda: ended.append(None))
    guide.type("Valley Hospital")
    guide.qtbot.keyClicks(guide.focus, "Cardiology")
    field = guide.focus
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Escape)
    leaving = guide.page.leaving
    assert leaving.isVisible()
    assert "kept" in leaving.label.said()
    assert "New department in four steps…" in leaving.label.said()
    assert guide.has_keyboard(leaving.stay)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Escape)
    assert not leaving.isVisible()
    assert guide.has_keyboard(field)
    assert ended == []
    guide.page.leave.click()
    leaving.go.click()
    assert len(ended) == 1
    guide.wait()
    assert open_guide().page.values()["department"] == "Cardiology"


def test_a_guide_in_which_nothing_was_typed_is_left_at_once(guide: Guide) -> None:
    with guide.qtbot.waitSignal(guide.page.finished):
        guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Escape)


def tabbed(guide: Guide, count: int) -> list[QWidget]:
    reached = []
    for _step in range(count):
        guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Tab)
        reached.append(guide.focus)
    return reached


def test_tab_goes_through_each_step_as_one_reads_and_then_to_what_clears(
    guide: Guide, open_guide: Callable[[], Guide], records: StandInRecords
) -> None:
    guide.type(*TYPED)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Space)
    guide.qtbot.waitUntil(lambda: "functions" in _kept(records))
    again = open_guide().page
    bar = again.brought_back
    assert bar is not None
    sitting = open_guide_on(guide, again)
    rows = [row.control for row in again.identity.rows.values()]
    rows[0].setFocus()
    assert tabbed(sitting, len(rows) + 2) == [
        *rows[1:8], again.identity.security, *rows[8:], again.next, bar.clear
    ]  # fmt: skip
    again.go_on()
    lines = again.functions.lines
    controls = [control for line in lines for control in (line.tick, line.software)]
    controls[0].setFocus()
    assert tabbed(sitting, len(controls) + 3) == [
        *controls[1:], again.functions.hint.button, again.before, again.next, bar.clear
    ]  # fmt: skip
    again.go_on()
    sitting.wait()
    ticks = list(again.starters.ticks.values())
    ticks[0].setFocus()
    assert tabbed(sitting, len(ticks) + 2) == [*ticks[1:], again.before, again.next, bar.clear]


def open_guide_on(guide: Guide, page: FirstStepsPage) -> Guide:
    """The same keyboard in front of another page."""
    guide.page = page
    return guide


LEAST = QSize(905, 480 - 100)
"""What 150 % on a screen of 1366 × 768 leaves, less the bars above and below a page of work."""


@pytest.mark.parametrize("code", ["en", "fr"])
def test_each_step_fits_on_a_small_enlarged_screen(
    open_guide: Callable[[], Guide], code: str
) -> None:
    speak(code)
    guide = open_guide()
    guide.type("Valley Hospital")
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Escape)
    page = guide.page
    page.resize(LEAST)
    guide.qtbot.keyClick(guide.focus, Qt.Key.Key_Escape)
    for name, text in zip(page.identity.rows, TYPED, strict=True):
        page.identity.rows[name].show_typed(text)
    while page.step != DONE:
        least = page.minimumSizeHint()
        assert least.width() <= LEAST.width()
        assert least.height() <= LEAST.height()
        guide.qtbot.waitUntil(lambda: page.size() == LEAST)
        assert page.next.visibleRegion().boundingRect().size() == page.next.size()
        page.go_on()
        guide.wait()
    assert page.minimumSizeHint().height() <= LEAST.height()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_what_may_be_answered_can_be_read_whole(open_guide: Callable[[], Guide], code: str) -> None:
    speak(code)
    for row in open_guide().page.identity.rows.values():
        field = row.control
        assert isinstance(field, QLineEdit)
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        assert words + 24 <= field.width()
