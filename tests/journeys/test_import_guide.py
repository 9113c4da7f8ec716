"""A file brought in at the window, from the empty home to its departments, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.ledgers import Ledger
from referent_desk.domain.imports.reports import Outcome
from referent_desk.domain.listings import Listing
from referent_desk.gui.imports.file_dialogs import FileAsking
from referent_desk.gui.imports.guide_pages import ImportPage
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import TabName
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.storage.imports import read_ledger
from referent_desk.usecases.departments import list_choices
from referent_desk.usecases.desks import open_desk
from tests.exchange.spreadsheet_files import xlsx
from tests.journeys.test_window import Sitting

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SERVICES = "Service;N° UF;Téléphone\nCardiologie;0412;4127\nDialyse;0413;4128\n"


class Import(Sitting):
    def __init__(self, home: Home, clock: FixedClock, qtbot: QtBot) -> None:
        super().__init__(home, clock, qtbot)
        self.file = home.root.parent / "services.csv"
        self.report = home.root.parent / "rapport.txt"
        self.window.imports.parts.asking = FileAsking(
            lambda _parent, _folder: self.file, lambda _parent, _suggested: self.report
        )

    @property
    def guide(self) -> ImportPage:
        page = self.window.pages.work
        assert isinstance(page, ImportPage)
        return page

    def write(self, text: str | bytes, name: str = "services.csv") -> Path:
        self.file = self.file.with_name(name)
        self.file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return self.file

    def begin(self, text: str | bytes = SERVICES, name: str = "services.csv") -> ImportPage:
        """Ctrl+I, then the file is chosen."""
        self.write(text, name)
        self.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        self.click(self.guide.file.choose)
        return self.guide

    def click(self, button: QPushButton) -> None:
        self.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def choices(self) -> tuple[DepartmentChoice, ...]:
        desk = open_desk(self.home, FixedClock(datetime(2026, 11, 9, tzinfo=UTC)), writing=False)
        rows = list_choices(desk, Listing()).rows
        desk.close()
        return rows

    def go_on(self) -> None:
        self.click(self.guide.foot.next)

    def name_establishment(self, name: str = "Hopital Nord") -> None:
        line = self.guide.columns.establishment.lineEdit()
        assert line is not None
        line.clear()
        self.qtbot.keyClicks(line, name)
        self.qtbot.waitUntil(lambda: self.guide.draft.choices.establishment == name)
        self.wait()

    def take(self, text: str | bytes = SERVICES) -> None:
        self.begin(text)
        self.name_establishment()
        self.go_on()
        self.go_on()
        assert self.is_at(StepName.DONE)

    def is_at(self, step: StepName) -> bool:
        return self.guide.step is step

    def words(self) -> str:
        shown = (x for x in self.guide.findChildren(PlainLabel) if x.isVisible())
        return "\n".join(label.said() for label in shown).replace("\u00a0", " ")

    def outcomes(self) -> list[str]:
        model = self.guide.lines.model
        return [str(model.index(row, 2).data()) for row in range(model.rowCount())]

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.guide.lines.table, key)
        self.wait()


SitDown = Callable[[Home], Import]


@pytest.fixture
def sit_down(qtbot: QtBot, clock: FixedClock) -> SitDown:
    speak("fr")
    return lambda home: Import(home, clock, qtbot)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    return made


@pytest.fixture
def sitting(sit_down: SitDown, home: Home) -> Import:
    return sit_down(home)


def names_in(home: Home, clock: FixedClock) -> dict[str, str]:
    desk = open_desk(home, clock, writing=False)
    with desk.database.read() as connection:
        names = {node.name: node.telephone for node in read_ledger(connection).nodes}
    desk.close()
    return names


def test_from_the_empty_home_to_its_departments_and_back(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.write(SERVICES)
    sitting.click(sitting.window.pages.welcome.bring)
    sitting.click(sitting.guide.file.choose)
    guide = sitting.guide
    assert sitting.is_at(StepName.COLUMNS)
    assert "Dites de quel établissement" in sitting.words()
    assert not guide.foot.next.isEnabled()
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.outcomes() == ["nouveau", "nouveau"]
    assert guide.foot.next.text() == "&Ajouter 2 lignes"
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    assert "2 lignes lues · 2 nouvelles" in sitting.words()
    sitting.click(guide.done.report)
    assert "Cardiologie" in sitting.report.read_text(encoding="utf-8-sig")
    sitting.click(guide.done.see)
    assert sitting.window.pages.work is None
    assert sitting.window.pages.currentWidget() is sitting.window.tabs
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.leave()
    assert names_in(home, clock) == {}


def test_the_import_is_undone_by_its_button(sitting: Import, home: Home, clock: FixedClock) -> None:
    sitting.take()
    sitting.click(sitting.guide.done.undo)
    assert "L’import est annulé." in sitting.words()
    assert not sitting.guide.done.undo.isVisible()
    assert not sitting.guide.done.next_step.isVisible()
    sitting.leave()
    assert names_in(home, clock) == {}


def test_staff_without_a_department_work_in_the_one_that_is_shown(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.take()
    desk = open_desk(home, clock)
    with desk.database.read() as connection:
        nodes = {node.name: node.id for node in read_ledger(connection).nodes}
    chosen = DepartmentChoice(nodes["Cardiologie"], "Cardiologie", "0412", "Hopital Nord")
    sitting.click(sitting.guide.foot.next)
    sitting.window.choose_department(chosen)
    guide = sitting.begin("NOM Prénom;Fonction\nMOREAU Ada;IDE\nPETIT Léa;AS\n", "agents.csv")
    sitting.qtbot.waitUntil(lambda: sitting.is_at(StepName.COLUMNS))
    sitting.qtbot.waitUntil(guide.columns.using.isVisible)
    assert chosen.name in guide.columns.using.box.currentText()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    with desk.database.read() as connection:
        places = {person.department_id for person in read_ledger(connection).people}
    desk.close()
    assert places == {chosen.id}
    sitting.leave()


def test_a_list_of_software_alone_leads_to_the_department_that_uses_it(sitting: Import) -> None:
    guide = sitting.begin(
        "Logiciels du service\n\nApplication;Assistance (tel);Criticité\nDxCare;4512;Haute\n"
    )
    assert sitting.window.top.help_button.isEnabled()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    assert "commencez par votre service" in sitting.words()
    sitting.click(guide.done.see)
    assert sitting.window.tabs.page.name is TabName.TODAY
    sitting.leave()


SOFTWARE = "Application;À quoi ça sert\nDxCare;Prescription\nResSoins;Prêt de matelas\n"


def read_ledger_of(home: Home, clock: FixedClock) -> Ledger:
    desk = open_desk(home, clock, writing=False)
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    desk.close()
    return ledger


def test_the_department_that_uses_the_software_is_asked_and_is_the_one_that_is_shown(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.take()
    sitting.go_on()
    nodes = {node.name: node.id for node in read_ledger_of(home, clock).nodes}
    chosen = DepartmentChoice(nodes["Dialyse"], "Dialyse", "0413", "Hopital Nord")
    sitting.window.choose_department(chosen)
    guide = sitting.begin(SOFTWARE, "logiciels.csv")
    sitting.qtbot.waitUntil(guide.columns.using.isVisible)
    assert guide.columns.using.box.currentText().startswith("Dialyse")
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    ledger = read_ledger_of(home, clock)
    assert {use.department_id for use in ledger.deployments} == {chosen.id}
    assert sorted(bool(use.function_id) for use in ledger.deployments) == [False, True]
    sitting.click(guide.done.undo)
    sitting.leave()
    assert len(read_ledger_of(home, clock).deployments) == 0


def test_software_is_brought_into_a_new_department_of_an_empty_home(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = sitting.begin(SOFTWARE, "logiciels.csv")
    sitting.qtbot.waitUntil(guide.columns.using.isVisible)
    assert guide.columns.using.box.hasFocus()
    sitting.qtbot.keyClicks(guide.columns.using.box.lineEdit(), "Dialyse")
    sitting.qtbot.waitUntil(lambda: guide.draft.choices.department == "Dialyse")
    sitting.wait()
    assert "Dites de quel établissement" in sitting.words()
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()
    ledger = read_ledger_of(home, clock)
    (department,) = {use.department_id for use in ledger.deployments}
    assert ledger.nodes.get(department).name == "Dialyse"


@pytest.mark.parametrize(
    ("text", "tab", "title"),
    [
        (SERVICES, TabName.DEPARTMENTS, "Cardiologie"),
        ("Rubrique;Libellé;Numéro\nGardes;Astreinte;15\n", TabName.DEPARTMENTS, "Pneumologie"),
        ("NOM;Prénom;Fonction\nMOREAU;Ada;IDE\n", TabName.REFERENTS, "Ada Moreau"),
    ],
)
def test_the_end_leads_to_what_was_brought_in(
    sitting: Import, text: str, tab: TabName, title: str
) -> None:
    if text != SERVICES:
        sitting.take("Service\nPneumologie\n")
        sitting.go_on()
    guide = sitting.begin(text)
    sitting.name_establishment() if guide.columns.establishment.isVisible() else None
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    mains = [b for b in visible(guide) if b.property("look") == "main"]
    assert mains == [guide.done.see]
    sitting.click(guide.done.see)
    assert sitting.tab() is tab
    assert sitting.title() == title
    if "Astreinte" in text:
        assert "Numéros" in sitting.said()
        detail = sitting.window.tabs.list_page.detail
        sitting.qtbot.waitUntil(
            lambda: (
                (entry := sitting.window.focusWidget()) is not None and detail.isAncestorOf(entry)
            )
        )
    if tab is TabName.REFERENTS:
        assert [row[0] for row in sitting.rows()] == ["Ada Moreau"]
    sitting.leave()


def test_the_end_of_a_list_of_programs_of_the_department_leads_to_what_is_left_to_do(
    sitting: Import,
) -> None:
    sitting.take("Service\nPneumologie\n")
    sitting.go_on()
    nodes = {row.name: row for row in sitting.choices()}
    sitting.window.choose_department(nodes["Pneumologie"])
    guide = sitting.begin("Logiciel;Criticité\nDxCare;2\n")
    sitting.go_on()
    sitting.go_on()
    assert "l’onglet Aujourd’hui dit ce qui reste à faire" in guide.done.next_step.said()
    assert guide.done.see.text() == "Aller à Aujour&d’hui"
    sitting.click(guide.done.see)
    assert sitting.window.tabs.page.name is TabName.TODAY
    sitting.leave()


def test_an_import_goes_on_where_it_was_after_the_program_was_killed(
    sit_down: SitDown, sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = sitting.begin()
    sitting.name_establishment()
    sitting.go_on()
    sitting.key(Qt.Key.Key_Space)
    left = '\\"left\\": [2]'
    sitting.qtbot.waitUntil(
        lambda: any(left in path.read_text() for path in home.unfinished.glob("*.json"))
    )
    sitting.leave()
    again = sit_down(home)
    again.qtbot.waitUntil(lambda: again.window.imports.begun is not None)
    begun = again.window.imports.begun
    assert begun is not None
    assert "services.csv" in begun.label.said()
    again.click(begun.go_on)
    guide = again.guide
    assert again.is_at(StepName.LINES)
    assert again.outcomes() == ["non prise", "nouveau"]
    assert "Repris de votre saisie" in again.words()
    again.go_on()
    assert again.is_at(StepName.DONE)
    again.leave()
    assert {"Hopital Nord", "Dialyse"} == names_in(home, clock).keys()
    third = sit_down(home)
    assert third.window.imports.begun is None
    assert guide.begun is not None
    third.leave()


@pytest.mark.parametrize(
    ("becomes", "said"), [("Service\nAutre\n", "a changé"), (None, "n’est plus lisible")]
)
def test_an_import_whose_file_is_no_longer_the_same_says_so(
    sit_down: SitDown, sitting: Import, home: Home, becomes: str | None, said: str
) -> None:
    sitting.begin()
    sitting.leave()
    if becomes is None:
        sitting.file.unlink()
    else:
        sitting.file.write_text(becomes, encoding="utf-8")
    again = sit_down(home)
    again.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert again.is_at(StepName.FILE)
    assert said in again.words()
    again.leave()
    third = sit_down(home)
    assert third.window.imports.begun is None
    third.leave()


def test_a_name_that_stands_twice_says_like_which_line(sitting: Import) -> None:
    guide = sitting.begin("Service\nCardiologie\nDialyse\nCARDIOLOGIE\n")
    sitting.name_establishment()
    sitting.go_on()
    model = guide.lines.model
    assert model.index(2, 3).data() == "comme la ligne 2"
    sitting.leave()


def test_a_column_that_is_not_taken_says_why_on_the_columns_step(sitting: Import) -> None:
    guide = sitting.begin("Service;Couleur;Téléphone\nCardiologie;bleu;4127\n")
    assert "Non repris. Colonne non reconnue" in sitting.words()
    guide.columns.rows.combos[2].setCurrentIndex(0)
    sitting.qtbot.waitUntil(lambda: "vous avez choisi de ne pas le prendre" in sitting.words())
    sitting.wait()
    sitting.leave()


def test_the_same_file_again_is_recognised_and_changes_nothing(sitting: Import) -> None:
    sitting.take()
    sitting.go_on()  # closes the guide
    guide = sitting.begin()
    assert "Reconnu : mêmes colonnes que le 9 novembre 2026." in sitting.words()
    sitting.go_on()
    assert sitting.outcomes() == ["inchangé", "inchangé"]
    assert (guide.foot.next.text(), guide.foot.next.isEnabled()) == ("Rien à importer", False)
    sitting.click(guide.bar.buttons[StepName.COLUMNS])
    sitting.click(guide.columns.forget)
    assert not guide.columns.remembered.isVisible()
    sitting.leave()


def test_questions_are_answered_by_keys_and_lines_left_out(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.take()
    sitting.go_on()
    text = "Service;Téléphone\nCardiologe;4999\nDialise;4998\nBloc;4000\nGarde;4001\n"
    guide = sitting.begin(text)
    sitting.go_on()
    assert sitting.outcomes() == ["question", "question", "nouveau", "nouveau"]
    sitting.key(Qt.Key.Key_1)  # the same as Cardiologie
    assert sitting.outcomes()[0] == "modifié"
    sitting.key(Qt.Key.Key_N)
    assert guide.lines.table.currentIndex().row() == 1
    sitting.key(Qt.Key.Key_0)  # another one
    sitting.qtbot.keyClick(guide.lines.table, Qt.Key.Key_End)
    sitting.key(Qt.Key.Key_Space)
    assert sitting.outcomes() == ["modifié", "nouveau", "nouveau", "non prise"]
    assert guide.foot.next.text() == "&Ajouter 2 lignes, en changer 1"
    sitting.go_on()
    sitting.leave()
    names = names_in(home, clock)
    assert (names["Cardiologie"], names["Dialyse"], names["Dialise"]) == ("4999", "4128", "4998")
    assert "Garde" not in names


def test_one_answer_is_given_to_all_like_questions(sitting: Import) -> None:
    sitting.take("Service\nCardiologie\nDialyse\nPneumologie\n")
    sitting.go_on()
    guide = sitting.begin("Service\nCardiologe\nDialise\nPneumolojie\n")
    sitting.go_on()
    sitting.key(Qt.Key.Key_1)
    box = guide.lines.detail.boxes[0]
    assert "aux 2 autres questions semblables" in box.alike.text().replace("\n", " ")
    sitting.click(box.alike)
    assert sitting.outcomes() == ["inchangé"] * 3
    sitting.leave()


def test_a_field_is_kept_by_taking_its_tick_away(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.take()
    sitting.go_on()
    guide = sitting.begin("Service;Téléphone;Lits\nCardiologie;4999;12\n")
    sitting.go_on()
    telephone = next(t for t in guide.lines.detail.ticks if "Téléphone" in t.text())
    assert telephone.isChecked()
    telephone.click()
    sitting.wait()
    assert sitting.outcomes() == ["modifié"]
    sitting.go_on()
    sitting.leave()
    assert names_in(home, clock)["Cardiologie"] == "4127"


def test_one_goes_back_freely_and_nothing_chosen_is_lost(sitting: Import) -> None:
    guide = sitting.begin()
    sitting.name_establishment()
    phone = guide.columns.rows.combos[2]
    phone.setCurrentIndex(0)
    sitting.qtbot.waitUntil(lambda: guide.draft.choices.fields == {
        0: Field.DEPARTMENT, 1: Field.CODE
    })  # fmt: skip
    sitting.wait()
    for kind in (ImportKind.DIRECTORY, ImportKind.DEPARTMENTS):
        guide.columns.kind_chosen.emit(kind)
        sitting.wait()
    assert guide.columns.rows.combos[2].currentIndex() == 0
    sitting.go_on()
    sitting.key(Qt.Key.Key_Space)
    sitting.click(guide.foot.previous)
    sitting.click(guide.foot.previous)
    assert sitting.is_at(StepName.TITLES)
    sitting.click(guide.bar.buttons[StepName.LINES])
    assert sitting.outcomes() == ["non prise", "nouveau"]
    sitting.tap(Qt.Key.Key_Escape)
    assert sitting.window.pages.work is None
    sitting.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert sitting.is_at(StepName.LINES)
    assert sitting.outcomes() == ["non prise", "nouveau"]
    sitting.leave()


def test_sheet_and_titles_are_chosen_where_the_guess_is_wrong(sitting: Import) -> None:
    content = xlsx([["Relevé"], [], ["Nom du lieu", "n°"], ["Cardiologie", "0412"]])
    guide = sitting.begin(content, "liste.xlsx")
    assert sitting.is_at(StepName.TITLES)
    sitting.qtbot.keyClick(guide.titles.grid, Qt.Key.Key_Down)
    sitting.wait()
    assert guide.draft.choices.header_row in {3, 4}
    guide.titles.grid.choose(3)
    sitting.wait()
    sitting.go_on()
    guide.columns.kind_chosen.emit(ImportKind.DEPARTMENTS)
    sitting.wait()
    assert "Dites quelle colonne contient" in sitting.words()
    combo = guide.columns.rows.combos[0]
    combo.setCurrentIndex(combo.findData(Field.DEPARTMENT.value))
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.outcomes() == ["nouveau"]
    sitting.leave()


def test_another_sheet_is_never_shown_with_the_columns_of_the_one_before(sitting: Import) -> None:
    def beside(sheet: Worksheet) -> None:
        book = sheet.parent
        assert book is not None
        other = book.create_sheet("Numéros")
        other.append(["Machin", "Truc jour"])
        other.append(["Labo", "4310"])

    rows = [["Service", "Code"], ["Cardiologie", "0412"]]
    guide = sitting.begin(xlsx(rows, beside, "Services"), "liste.xlsx")
    assert "Les autres seront proposées ensuite : Numéros" in sitting.words()
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    guide.done.sheet_asked.emit("Numéros")
    assert "Code" not in sitting.words()
    sitting.qtbot.waitUntil(lambda: "Truc jour" in sitting.words())
    sitting.leave()


def test_a_mapping_that_makes_no_sense_is_said_before_anything_else(sitting: Import) -> None:
    text = "Service;Téléphone\n0412;12/01/2026\n0413;13/01/2026\n0414;14/01/2026\n"
    sitting.begin(text)
    words = sitting.words()
    assert "contient des nombres : 0412" in words
    assert "contient des dates : 12/01/2026" in words
    sitting.leave()


def test_a_file_dropped_on_the_window_is_opened(sitting: Import) -> None:
    path = sitting.write(SERVICES)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    entering = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(sitting.window, entering)
    assert entering.isAccepted()
    dropped = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(sitting.window, dropped)
    sitting.wait()
    assert sitting.is_at(StepName.COLUMNS)
    sitting.leave()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "est vide"), (b"%PDF-1.4", "est un PDF"), (b"PK\x03\x04cut", "est abîmé")],
)
def test_a_file_that_cannot_be_read_is_refused_beside_the_button(
    sitting: Import, content: bytes, said: str
) -> None:
    guide = sitting.begin(content, "liste.xlsx")
    assert sitting.is_at(StepName.FILE)
    assert said in sitting.words()
    sitting.write(SERVICES)
    sitting.click(guide.file.choose)
    assert sitting.is_at(StepName.COLUMNS)
    assert guide.file.trouble.isHidden()
    sitting.leave()


def test_a_file_that_goes_between_two_steps_is_taken_as_it_was_shown(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    sitting.begin()
    sitting.name_establishment()
    sitting.file.unlink()
    sitting.go_on()
    sitting.go_on()
    sitting.leave()
    assert {"Cardiologie", "Dialyse"} <= names_in(home, clock).keys()


def test_a_home_that_is_only_read_says_so_at_once_and_lets_a_file_be_tried(
    sit_down: SitDown, home: Home, clock: FixedClock
) -> None:
    writer = open_desk(home, clock)
    sitting = sit_down(home)
    guide = sitting.begin()
    assert "en lecture seule" in sitting.words()
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.outcomes() == ["nouveau", "nouveau"]
    assert not guide.foot.next.isEnabled()
    sitting.leave()
    writer.close()


LONG = "Service;Téléphone\n" + "".join(f"Unité {n} de soins;4127\n" for n in range(3000))


@pytest.mark.parametrize("way", ["close", "stop"])
def test_closing_or_stopping_in_the_middle_leaves_all_or_nothing(
    sitting: Import, home: Home, clock: FixedClock, way: str
) -> None:
    guide = sitting.begin(LONG)
    sitting.name_establishment()
    sitting.go_on()
    sitting.qtbot.waitUntil(guide.foot.next.isEnabled, timeout=20_000)
    sitting.qtbot.mouseClick(guide.foot.next, Qt.MouseButton.LeftButton)
    assert guide.application.is_running
    if way == "stop":
        sitting.click(guide.application.progress.stop)
        sitting.qtbot.waitUntil(lambda: not guide.application.is_running, timeout=20_000)
        assert "Arrêté : rien n’a été importé." in sitting.words()
        assert sitting.is_at(StepName.LINES)
    sitting.leave()
    names = names_in(home, clock)
    assert len(names) == 0 if way == "stop" else len(names) in {0, 3001}


def test_hostile_cells_are_shown_letter_by_letter(sitting: Import) -> None:
    hostile = ["<b>gras</b>", "R&D", "&Amp", "<table><tr><td>", "%s {name}", "x" * 300]
    guide = sitting.begin("Service;<i>Tél</i>\n" + "".join(f'"{n}";12\n' for n in hostile))
    sitting.name_establishment("<b>Nord</b> & {0}")
    sitting.go_on()
    for row, name in enumerate(hostile):
        guide.lines.table.choose(row)
        assert name in sitting.words()
    for outcome in Outcome:
        guide.lines.show_outcome(outcome)
    guide.lines.show_outcome(None)
    sitting.qtbot.keyClicks(guide.lines.filter, "<TABLE")
    assert guide.lines.model.matching == 1
    sitting.leave()


def visible(page: QWidget) -> list[QWidget]:
    return [widget for widget in page.findChildren(QWidget) if widget.isVisible()]


def keys_of(page: QWidget) -> list[str]:
    """The letters that `&` gives to what can be pressed or gone to."""
    texts = [w.text() for w in visible(page) if isinstance(w, QAbstractButton)]
    texts += [w.text() for w in visible(page) if isinstance(w, QLabel) and w.buddy()]
    found = (re.search(r"(?<!&)&(?!&)(\w)", text) for text in texts)
    return [each.group(1).casefold() for each in found if each]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_step_has_keys_that_do_not_clash_and_controls_with_names(
    sit_down: SitDown, home: Home, code: str
) -> None:
    speak(code)
    sitting = sit_down(home)
    guide = sitting.begin("Service;Téléphone\nSoins A;1\nSoins B;2\n".replace(";", ","))
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    sitting.click(guide.bar.buttons[StepName.FILE])
    for step in (StepName.FILE, StepName.TITLES, StepName.COLUMNS, StepName.LINES, StepName.DONE):
        guide.go(step)
        sitting.wait()
        keys = keys_of(guide)
        assert sorted(set(keys)) == sorted(keys), step
        for control in visible(guide):
            if isinstance(control, (QComboBox, QLineEdit, QTableView, QCheckBox)):
                inner = isinstance(control.parent(), QComboBox)
                labelled = any(label.buddy() is control for label in guide.findChildren(QLabel))
                assert inner or labelled or control.accessibleName(), control
    sitting.leave()


def test_the_lines_are_taken_by_a_letter_or_by_control_and_enter_which_is_said(
    sitting: Import,
) -> None:
    guide = sitting.begin()
    sitting.name_establishment()
    sitting.go_on()
    assert guide.foot.next.text() == "&Ajouter 2 lignes"
    assert guide.foot.keys.isVisible()
    assert guide.foot.keys.said() == "Ctrl+Entrée"
    guide.lines.table.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    sitting.qtbot.keyClick(guide.lines.table, Qt.Key.Key_Return, control)
    sitting.wait()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()


def test_tab_goes_through_the_chosen_line_before_the_foot_and_ends_with_undo(
    sitting: Import,
) -> None:
    sitting.take()
    sitting.go_on()
    guide = sitting.begin("Service;Téléphone\nCardiologe;4999\n")
    sitting.go_on()
    guide.lines.table.setFocus()
    passed: list[QWidget] = []
    for _step in range(40):
        sitting.tap(Qt.Key.Key_Tab)
        focused = sitting.keyboard()
        passed.append(focused)
        if focused is guide.lines.table:
            break
    parts = (guide.lines.detail, guide.foot, sitting.window.status, sitting.window.top)
    order = [
        next((place for place, part in enumerate(parts) if part.isAncestorOf(one)), None)
        for one in passed
    ]
    told = [place for place in order if place is not None]
    assert told == sorted(told)
    assert {0, 1, 3} <= set(told)
    sitting.leave()
