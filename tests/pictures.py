"""The pictures of the manual: the real window on the demo hospital, in French and in English.

`python3 run.py pictures` draws them all anew, `python3 run.py pictures today editor` those two.
They are made offscreen, at 1366 × 768, in light colours, with at most 64 colours each.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QElapsedTimer, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from referent_desk.clock import FixedClock
from referent_desk.domain.acknowledgements import Level
from referent_desk.domain.manuals import TOPIC_NAMES
from referent_desk.domain.records import RecordKind
from referent_desk.gui.advice.pages import AdvicePage
from referent_desk.gui.application import make_application
from referent_desk.gui.coverage.pages import CoveragePage
from referent_desk.gui.dial_checks.pages import DialPage
from referent_desk.gui.failures.pages import FailurePage
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.lots.pages import LotsPage
from referent_desk.gui.main_window import MainWindow, Surroundings
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.door_rows import DoorRow
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.procedures.upper_pages import UpperTextPage
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.readings.pages import ReadingPage
from referent_desk.gui.settings import WindowSettings
from referent_desk.gui.shelf_checks.pages import ShelfCheckPage
from referent_desk.gui.themes import LIGHT, wear
from referent_desk.gui.verifications.pages import VerificationPage
from referent_desk.home import Home
from referent_desk.language import LANGUAGES, speak
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.demo_advice import fill_demo_advice
from referent_desk.usecases.demo_approvals import fill_demo_approvals
from referent_desk.usecases.demo_drills import fill_demo_drills
from referent_desk.usecases.demo_handovers import fill_demo_handovers
from referent_desk.usecases.demo_help import fill_demo_help
from referent_desk.usecases.demo_practice import fill_demo_practice
from referent_desk.usecases.demo_skills import fill_demo_skills
from referent_desk.usecases.desks import open_desk
from referent_desk.wiring.questions import questions_of

PROJECT = Path(__file__).resolve().parent.parent
Answer = TypeVar("Answer")
SIZE = QSize(1366, 768)
CLOCK = FixedClock(datetime(2026, 11, 9, 13, 2, tzinfo=UTC))
LARGEST = 64_000  # bytes
_COLOURS = (64, 48, 32, 24, 18)  # fewer than 17 would not be one byte a point
_COPY = 3
_PATIENCE = 30_000  # milliseconds


def wait_until(condition: Callable[[], bool]) -> None:
    patience = QElapsedTimer()
    patience.start()
    while not condition():
        assert not patience.hasExpired(_PATIENCE)
        QTest.qWait(20)


class Stage:
    """A window on a home of its own, and what is done to it before a picture is taken."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.jobs = Jobs()
        files = FileQuestions(lambda _parent, _suggested: None, lambda _path: True)
        around = Surroundings(Path("Referent Desk"), (), files, lambda _choice: None)
        self.questions = questions_of(home, CLOCK)
        self.window = MainWindow(self.questions, around, WindowSettings(home.root), self.jobs)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(SIZE)
        self.window.show()
        self.jobs.start()
        self.window.open_home()
        self.settle()

    def settle(self) -> None:
        wait_until(lambda: self.jobs.is_idle)
        QTest.qWait(700)  # what waits for the reader to rest, such as a preview, begins
        wait_until(lambda: self.jobs.is_idle)

    def go(self, name: str) -> None:
        tabs = self.window.tabs
        if name in list(TabName):
            self.window.follow(Place(TabName(name)))
        tabs.page.take_focus()
        self.settle()

    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Asked where the desk lives: on the worker."""
        answers: list[Answer] = []
        self.jobs.run(work, answers.append)
        wait_until(lambda: self.jobs.is_idle)
        return answers[0]

    def grab(self, over: QWidget | None = None, place: QPoint | None = None) -> QPixmap:
        """The window, with a dialog or a menu over it: in `place`, in the middle where it is
        modal, or where it stands."""
        picture = self.window.grab()
        if over is not None:
            painter = QPainter(picture)
            at = place or over.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            if over.isModal():
                painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
                at = QPoint(
                    (self.window.width() - over.width()) // 2,
                    (self.window.height() - over.height()) // 2,
                )
            painter.drawPixmap(at, over.grab())
            painter.end()
        return picture

    def close(self) -> None:
        self.window.close()
        wait_until(lambda: not self.window.isVisible())
        assert self.jobs.wait()


def tab(name: str) -> Callable[[Stage], QPixmap]:
    def scene(stage: Stage) -> QPixmap:
        stage.go(name)
        return stage.grab()

    return scene


def binder(stage: Stage) -> QPixmap:
    stage.window.print_binder()
    stage.settle()
    dialog = stage.window.dialog
    assert dialog is not None
    picture = stage.grab(dialog)
    dialog.reject()
    return picture


def keyboard(stage: Stage) -> QPixmap:
    button = stage.window.top.menu_button
    menu = button.menu()
    menu.popup(QPoint(0, 0))
    place = button.mapTo(stage.window, QPoint(button.width() - menu.width(), button.height()))
    picture = stage.grab(menu, place)
    menu.close()
    return picture


def editor(stage: Stage) -> QPixmap:
    """The text in force of the first procedure, taken up as a draft."""
    stage.go("procedures")
    tabs = stage.window.tabs
    row = tabs.list_page.chosen_row()
    assert tabs.department is not None
    tabs.doors.procedures.write(tabs.department.id, row.function_id, row.software_id)
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, EditorPage)
    if page.editor is None:
        assert page.sources is not None
        page.sources.sources[0][1].click()
        stage.settle()
    return stage.grab()


_LIST = """Établissement;Pôle;Service;UF;Lits;Téléphone
Centre hospitalier du Val-Clair;Pôle cœur-poumons;Cardiologie — hospitalisation;0412;26;4120
Centre hospitalier du Val-Clair;Pôle cœur-poumons;Pneumologies;;18;4230
Centre hospitalier du Val-Clair;Pôle cœur-poumons;Explorations respiratoires;0433;;4235
Centre hospitalier du Val-Clair;Pôle femme-enfant;Maternité;0501;22;4310
Centre hospitalier du Val-Clair;Pôle femme-enfant;;0599;;4390
Centre hospitalier du Val-Clair;Pôle médico-technique;Imagerie médicale;0710;;4510
Centre hospitalier du Val-Clair;Pôle médico-technique;Salle de réveil;0725;8;4518
"""


def importing(stage: Stage) -> QPixmap:
    """The lines of a small list, with a question, a change and a refusal."""
    path = stage.home.root / "services.csv"
    path.write_text(_LIST, encoding="utf-8-sig")
    stage.window.imports.begin(path)
    stage.settle()
    page = stage.window.imports.page
    assert page is not None
    page.go(StepName.LINES)
    stage.settle()
    return stage.grab()


def finding(stage: Stage) -> QPixmap:
    stage.go("departments")
    finder = stage.window.top.finder
    finder.open("card")
    stage.settle()
    picture = stage.grab(finder.palette_popup)
    finder.palette_popup.close()
    return picture


def saving(stage: Stage) -> QPixmap:
    """A telephone was just changed."""
    stage.go("departments")
    department = stage.window.tabs.department
    assert department is not None
    records = stage.questions.records
    stage.window.saver.save(
        lambda: records.edit(RecordKind.NODE, department.id, "telephone", "41 25")
    )
    stage.settle()
    return stage.grab()


def helped(stage: Stage) -> QPixmap:
    """The list of topics: the topic itself would show a picture in the picture."""
    stage.window.help.open("words")
    assert stage.window.help.panel is not None
    stage.window.help.panel.show_contents()
    stage.settle()
    picture = stage.grab()
    stage.window.help.close()
    return picture


def _untold(_done: int, _of: int) -> None:
    return None


def file_a_binder(stage: Stage, department_id: str) -> None:
    """A further copy, printed whole and filed on the same day."""
    questions = stage.questions.copies
    path = stage.home.prints / "copy.pdf"
    write = stage.questions.binders.write
    stage.ask(lambda: write(department_id, path, _COPY, False, _untold))
    state = stage.ask(lambda: questions.states.read_state(department_id))
    copy = next(c.copy for c in state.copies if c.copy.number == _COPY)
    run = stage.ask(lambda: questions.states.list_runs(copy.id))[0]
    stage.ask(lambda: questions.replacements.file(run.id, "Maryse Aubry", state.day))


def shelf_check(stage: Stage) -> QPixmap:
    """Of the copy that holds sheets: the first one read, the second one mistyped."""
    department = stage.window.tabs.department
    assert department is not None
    checks = stage.questions.copies.checks
    file_a_binder(stage, department.id)
    state = stage.ask(lambda: stage.questions.copies.states.read_state(department.id))
    copies = stage.ask(lambda: [c.copy for c in state.copies if checks.draw(c.copy.id)])
    copy = copies[-1]
    editing = stage.window.tabs.editing
    page = ShelfCheckPage(checks, copy, copy.place, state.day, editing)
    stage.window.pages.begin_work(page)
    stage.settle()
    first, second, *_rest = (sheet.check_code for sheet in page.answers.sheets)
    for typed in (first, second[:3] + ("A" if second[3] != "A" else "B")):
        page.reading.field.setText(typed)
        page.take_answer(typed)
        stage.settle()
    return stage.grab()


def numbered_forms(stage: Stage) -> QPixmap:
    department = stage.window.tabs.department
    assert department is not None
    editing, lots = stage.window.tabs.editing, stage.questions.copies.lots
    for code, amount in (("F05", 200), ("F06", 50)):
        path = stage.home.prints / f"{code}.pdf"
        stage.ask(partial(lots.print_lot, code, department.id, amount, path, "M. Aubry", _untold))
    files = FileQuestions(lambda _parent, _suggested: None, lambda _path: True)
    page = LotsPage(lots, department.id, department.name, files, editing)
    stage.window.pages.begin_work(page)
    stage.settle()
    return stage.grab()


def drills(stage: Stage) -> QPixmap:
    """The drill that was held last, with its result against the one before."""
    stage.window.tabs.show_place(Place(TabName.DRILLS))
    stage.settle()
    stage.window.tabs.list_page.pane.table.choose(2)
    stage.settle()
    return stage.grab()


def help_given(stage: Stage) -> QPixmap:
    """The journal of three months, with what is still open."""
    stage.window.follow(Place(TabName.HELP_GIVEN))
    stage.settle()
    return stage.grab()


def verification(stage: Stage) -> QPixmap:
    """Four answers are given: one of them is no."""
    stage.window.follow(Place(TabName.PROCEDURES))
    stage.settle()
    stage.window.tabs.list_page.pane.table.choose(1)
    stage.settle()
    QTest.keyClick(
        stage.window.tabs.list_page,
        Qt.Key.Key_V,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, VerificationPage)
    assert page.form is not None
    for row, key in zip(page.form.rows, "OONO", strict=False):
        QTest.keyClicks(row, key)
    stage.settle()
    return stage.grab()


def lifecycle(stage: Stage) -> QPixmap:
    """The hospital's newer text of appointments against the department's own."""
    stage.window.follow(Place(TabName.PROCEDURES))
    stage.settle()
    page = stage.window.tabs.list_page
    for row in range(page.model.rowCount()):
        page.pane.table.choose(row)
        stage.settle()
        doors = page.detail.findChild(DoorRow)
        if doors is not None and doors.upper.isVisible():
            doors.upper.click()
            break
    stage.settle()
    assert isinstance(stage.window.pages.work, UpperTextPage)
    return stage.grab()


def means(stage: Stage) -> QPixmap:
    stage.window.tabs.doors.failures.show_means()
    stage.settle()
    return stage.grab()


def failures(stage: Stage) -> QPixmap:
    """Network, login and telephony are down; the first procedure that falls with them."""
    stage.window.tabs.doors.failures.show_failures()
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, FailurePage)
    page.table.choose(2)
    stage.settle()
    return stage.grab()


def presence(stage: Stage) -> QPixmap:
    """The week of cardiology, for all its software."""
    stage.window.tabs.doors.presence.show_presence()
    stage.settle()
    return stage.grab()


def skills(stage: Stage) -> QPixmap:
    """The grid of cardiology, on a level that was stated."""
    stage.window.tabs.doors.skills.open_skills()
    stage.settle()
    return stage.grab()


def handover(stage: Stage) -> QPixmap:
    """Somebody leaves in three weeks; a third of the list is ticked."""
    stage.window.tabs.doors.handovers.open()
    stage.settle()
    return stage.grab()


def advice(stage: Stage) -> QPixmap:
    """A program on which its users have said something."""
    stage.window.tabs.doors.advice.show_advice()
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, AdvicePage)
    page.filter.setText("Dossier+")
    page.table.choose(0)
    page.filter.clear()
    page.table.setFocus()
    stage.settle()
    return stage.grab()


def coverage(stage: Stage) -> QPixmap:
    """The medication of cardiology, where something has to be verified."""
    stage.window.tabs.doors.coverage.show_coverage()
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, CoveragePage)
    page.view.setCurrentIndex(page.view.currentIndex().siblingAtColumn(2))
    stage.settle()
    return stage.grab()


def group(stage: Stage) -> QPixmap:
    stage.window.tabs.doors.group.show_group()
    stage.settle()
    return stage.grab()


def reading(stage: Stage) -> QPixmap:
    """Two marks are typed and not saved yet."""
    stage.window.tabs.doors.practice.open_readings()
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, ReadingPage)
    page.asked.who.show_name("Maryse Aubry")
    for row, column, level in ((3, 0, Level.READ), (5, 1, Level.PRACTISED)):
        page.model.put(row, column, level)
    page.grid.go_to(5, 1)
    stage.settle()
    return stage.grab()


def dial_check(stage: Stage) -> QPixmap:
    """One number answered, one is wrong and about to be corrected."""
    stage.window.tabs.doors.practice.open_dialling()
    stage.settle()
    page = stage.window.pages.work
    assert isinstance(page, DialPage)
    page.who.show_name("Maryse Aubry")
    row = page.rows[2]
    row.ask_right()
    row.field.put("4711")
    stage.settle()
    return stage.grab()


def empty(stage: Stage) -> QPixmap:
    return stage.grab()


SCENES: dict[str, Callable[[Stage], QPixmap]] = {
    "index": tab("departments"),
    "today": tab("today"),
    "departments": tab("departments"),
    "software": tab("software"),
    "referents": tab("referents"),
    "presence": presence,
    "skills": skills,
    "procedures": tab("procedures"),
    "editor": editor,
    "lifecycle": lifecycle,
    "verification": verification,
    "means": means,
    "failures": failures,
    "coverage": coverage,
    "group": group,
    "reading": reading,
    "dial-check": dial_check,
    "import": importing,
    "finding": finding,
    "binders": tab("binders"),
    "binder": binder,
    "shelf-check": shelf_check,
    "numbered-forms": numbered_forms,
    "drills": drills,
    "help_given": help_given,
    "handover": handover,
    "advice": advice,
    "saving": saving,
    "keyboard": keyboard,
    "words": helped,
}
READING_SCENES: dict[str, Callable[[Stage], QPixmap]] = {"trouble": tab("departments")}
EMPTY_SCENES: dict[str, Callable[[Stage], QPixmap]] = {"first-department": empty}


def written(picture: QPixmap) -> bytes:
    """The PNG with as many colours as fit the largest size: letters stay sharp, edges soft."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    whole = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    for colours in _COLOURS:
        few = _in_colours(whole, _table(whole, colours))
        content = io.BytesIO()
        few.save(content, "PNG", optimize=True, bits=8)
        if len(content.getvalue()) <= LARGEST:
            return content.getvalue()
    raise ValueError("a picture does not fit its size")


def _table(whole: Image.Image, colours: int) -> list[int]:
    """The colours of the theme as they are, and those that the picture needs besides."""
    theme = {value for value in asdict(LIGHT).values() if str(value).startswith("#")}
    known = [bytes.fromhex(colour[1:]) for colour in sorted(theme)]
    needed = whole.quantize(colours, method=Image.Quantize.MEDIANCUT).getpalette("RGB") or []
    return [*b"".join(known), *needed][: 3 * (len(known) + colours)]


def _in_colours(whole: Image.Image, table: list[int]) -> Image.Image:
    """Each point in the nearest colour of the table, exactly: white stays white."""
    met, places = np.unique(
        np.asarray(whole).reshape(-1, 3).astype(np.int32), axis=0, return_inverse=True
    )
    offered = np.array(table, dtype=np.int32).reshape(-1, 3)
    far = ((met[:, None, :] - offered[None, :, :]) ** 2).sum(axis=2)
    points = far.argmin(axis=1)[places.reshape(-1)].astype(np.uint8)
    few = Image.fromarray(points.reshape(whole.height, whole.width), "L").convert("P")
    few.putpalette(table)
    return few


def draw(language_code: str, names: list[str]) -> None:
    speak(language_code)
    application = make_application(language_code)
    wear(LIGHT, application)
    for name in names:
        for content in drawn(name):
            path = PROJECT / "resources" / "manual" / language_code / "pictures" / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            sys.stdout.write(f"{path.relative_to(PROJECT)}: {len(content):,} bytes\n")


def drawn(name: str) -> Iterator[bytes]:
    """One picture, on a home of its own: filled, empty, or open in another window already."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        home.make()
        if name not in EMPTY_SCENES:
            desk = open_desk(home, CLOCK)
            fill_demo(desk)
            fill_demo_approvals(desk)
            fill_demo_drills(desk)
            fill_demo_practice(desk)
            fill_demo_skills(desk)
            fill_demo_help(desk)
            fill_demo_advice(desk)
            fill_demo_handovers(desk)
            desk.close()
        with patch("platform.node", return_value="PC-12"), patch.dict(os.environ, LOGNAME="a.roy"):
            other = open_desk(home, CLOCK) if name in READING_SCENES else None
        stage = Stage(home)
        yield written({**SCENES, **EMPTY_SCENES, **READING_SCENES}[name](stage))
        stage.close()
        if other is not None:
            other.close()


def main(names: list[str]) -> int:
    unknown = set(names) - set(TOPIC_NAMES)
    if unknown:
        sys.stderr.write(f"no such topic: {', '.join(sorted(unknown))}\n")
        return 1
    for code in LANGUAGES:
        draw(code, names or list(TOPIC_NAMES))
    QApplication.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
