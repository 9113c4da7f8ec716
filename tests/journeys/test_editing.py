"""Somebody changes the hospital at the window: creates, edits, moves, is refused, takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import RecordKind
from referent_desk.gui.departments.department_tabs import DepartmentTab
from referent_desk.gui.departments.function_ticks import FunctionTicks
from referent_desk.gui.departments.unnamed_uses import UnnamedUse
from referent_desk.gui.departments.uses import UseActions
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.link_fields import LinkField
from referent_desk.gui.messages import ErrorDialog
from referent_desk.gui.opening_lines import OpeningLine
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.record_editors import RecordEditor
from referent_desk.gui.record_fields import LineField
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.unfinished import BroughtBackBar
from referent_desk.language import speak
from tests.journeys.test_window import WARD, Sitting
from tests.usecases.homes import LATER, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
POLE = "Pôle cœur-poumons"


class Ward(Sitting):
    """One sitting in the tab of departments, on the ward of the demo hospital."""

    def settle_down(self) -> None:
        self.be_on_the_ward()
        self.window.follow(Place(TabName.DEPARTMENTS))
        self.wait()
        self.come_to_front()

    @property
    def page(self) -> DepartmentTab:
        page = self.window.tabs.list_page
        assert isinstance(page, DepartmentTab)
        return page

    def line(self, name: str) -> LineField:
        editor = self.page.detail.findChildren(RecordEditor)[0]
        control = editor.row(name).control
        assert isinstance(control, LineField)
        return control

    def fault(self, name: str) -> str:
        return self.page.detail.findChildren(RecordEditor)[0].row(name).fault.said()

    def enter(self, name: str, text: str) -> None:
        line = self.type_over(name, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.wait()

    def type_over(self, name: str, text: str) -> LineField:
        line = self.line(name)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        return line

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.keyboard(), key, modifier)
        self.wait()

    def button(self, text: str) -> QPushButton:
        buttons = self.page.detail.findChildren(QPushButton)
        return next(b for b in buttons if b.text().replace("&", "") == text)

    def node(self, name: str) -> str:
        """The id of a node that stands in the tree."""
        tree = self.page.tree_model
        rows = ((i, tree.index_of(i).data(Qt.ItemDataRole.UserRole)) for i in tree.ids())
        return next(node_id for node_id, row in rows if row.name == name)

    def below(self, name: str) -> str:
        above = self.page.tree_model.above(self.node(name))
        return above.name if above is not None else ""

    def form(self) -> RecordForm:
        assert isinstance(self.page.form, RecordForm)
        return self.page.form

    def shows(self) -> str:
        return "tree" if self.page.pane.rows_view is self.page.tree else "list"

    def undo_text(self) -> str:
        button = self.window.status.undo
        return button.accessibleName() if button.isVisible() else ""


@pytest.fixture
def ward(qtbot: QtBot, tmp_path: Path) -> Iterator[Ward]:
    speak("fr")
    sitting = Ward(home_of(demo_content(), tmp_path), LATER, qtbot)
    sitting.settle_down()
    yield sitting
    sitting.leave()


def test_a_telephone_is_edited_said_taken_back_and_done_again(ward: Ward) -> None:
    ward.enter("telephone", "4399")
    assert ward.line("telephone").hasFocus()
    assert ward.window.status.saved.said().startswith("Enregistré à ")
    assert ward.undo_text() == f"Annuler\u00a0: téléphone – {WARD} (Ctrl+Z)"
    ward.key(Qt.Key.Key_Z, CONTROL)
    assert (ward.line("telephone").text(), ward.undo_text()) == ("4120", "")
    ward.key(Qt.Key.Key_Y, CONTROL)
    assert ward.line("telephone").text() == "4399"


def test_the_last_line_takes_back_by_a_click(ward: Ward) -> None:
    ward.enter("beds", "26")
    ward.qtbot.mouseClick(ward.window.status.undo, Qt.MouseButton.LeftButton)
    ward.wait()
    assert ward.line("beds").text() == "24"


def test_what_cannot_be_is_refused_in_words_and_nothing_is_saved(ward: Ward) -> None:
    ward.enter("telephone", "4,13E+03")
    assert ward.fault("telephone")
    assert ward.line("telephone").text() == "4,13E+03"
    assert ward.undo_text() == ""
    ward.key(Qt.Key.Key_Escape)
    assert ward.line("telephone").text() == "4120"


def test_a_code_that_another_department_has_is_refused_beside_its_field(ward: Ward) -> None:
    ward.enter("code", "0420")
    assert "0420" in ward.fault("code")
    assert ward.undo_text() == ""


def test_a_department_is_created_below_the_chosen_one_by_keys_alone(ward: Ward) -> None:
    ward.page.tree.choose(ward.node(POLE))
    ward.wait()
    ward.page.take_focus()
    ward.key(Qt.Key.Key_N, CONTROL)
    form = ward.form()
    assert form.create_button.text() == "C&réer le service"
    assert form.rows["parent_id"].control.typed() == ward.node(POLE)
    ward.qtbot.keyClicks(ward.keyboard(), "Rythmologie")
    ward.key(Qt.Key.Key_Return, CONTROL)
    assert ward.title() == "Rythmologie"
    assert ward.below("Rythmologie") == POLE
    ward.key(Qt.Key.Key_Z, CONTROL)
    assert "Rythmologie" not in {
        ward.page.tree_model.index_of(i).data() for i in ward.page.tree_model.ids()
    }


def test_a_department_is_moved_by_cut_and_paste_and_back_by_undo(ward: Ward) -> None:
    ward.page.take_focus()
    ward.key(Qt.Key.Key_X, CONTROL)
    assert ward.page.taken.isVisible()
    ward.page.tree.choose(ward.node("Pôle femme-enfant"))
    ward.key(Qt.Key.Key_V, CONTROL)
    assert (ward.below(WARD), ward.title()) == ("Pôle femme-enfant", WARD)
    assert not ward.page.taken.isVisible()
    ward.key(Qt.Key.Key_Z, CONTROL)
    assert ward.below(WARD) == POLE


def test_a_pole_put_below_its_own_department_is_refused_in_a_sentence(ward: Ward) -> None:
    ward.page.tree.choose(ward.node(POLE))
    ward.page.take_focus()
    ward.key(Qt.Key.Key_X, CONTROL)
    ward.page.tree.choose(ward.node(WARD))
    ward.key(Qt.Key.Key_V, CONTROL)
    [dialog] = ward.window.findChildren(ErrorDialog)
    said = [label.said() for label in dialog.findChildren(PlainLabel)]
    assert f"{POLE} ne peut pas se trouver au-dessous de lui-même." in " ".join(said) or said
    dialog.accept()
    assert ward.below(WARD) == POLE


def test_moving_by_name_says_what_goes_where(ward: Ward) -> None:
    ward.qtbot.mouseClick(ward.button("Déplacer…"), Qt.MouseButton.LeftButton)
    field = ward.keyboard()
    assert isinstance(field, LinkField)
    ward.qtbot.keyClicks(field, "femme")
    ward.qtbot.waitUntil(field.popup.isVisible)
    ward.qtbot.keyClick(field.popup, Qt.Key.Key_Return)
    ward.wait()
    assert ward.below(WARD) == "Pôle femme-enfant"


def test_the_open_branches_and_the_chosen_row_outlive_a_reading(ward: Ward) -> None:
    tree = ward.page.tree
    tree.setExpanded(ward.page.tree_model.index_of(ward.node("Pôle médico-technique")), True)
    ward.wait()
    opened = tree.opened()
    assert ward.node("Pôle médico-technique") in opened
    ward.enter("place", "Aile Est")
    assert (tree.opened(), tree.chosen_row().name) == (opened, WARD)


def test_a_filter_shows_the_list_and_its_end_the_tree_again(ward: Ward) -> None:
    ward.qtbot.keyClicks(ward.page.pane.filter, "pneumo")
    ward.qtbot.waitUntil(lambda: ward.title() == "Pneumologie")
    assert ward.shows() == "list"
    ward.qtbot.keyClick(ward.page.pane.filter, Qt.Key.Key_Escape)
    ward.wait()
    assert ward.shows() == "tree"
    assert ward.page.tree.chosen_row().name == "Pneumologie"


def test_the_switch_and_a_sort_show_the_list(ward: Ward) -> None:
    ward.qtbot.mouseClick(ward.page.as_list, Qt.MouseButton.LeftButton)
    assert ward.shows() == "list"
    ward.qtbot.mouseClick(ward.page.as_tree, Qt.MouseButton.LeftButton)
    ward.wait()
    assert ward.shows() == "tree"
    ward.page.tree.header().sectionClicked.emit(1)
    ward.wait()
    assert ward.shows() == "list"
    assert ward.page.model.listing.sort == "code"


def test_a_new_software_is_said_to_do_a_function_and_taken_back(ward: Ward) -> None:
    actions = ward.page.detail.findChildren(UseActions)[0]
    actions.function.setCurrentIndex(actions.function.findText("Anesthésie"))
    ward.qtbot.keyClicks(actions.software, "Carnet de bloc")
    ward.wait()
    ward.qtbot.mouseClick(actions.add_button, Qt.MouseButton.LeftButton)
    ward.wait()
    table = ward.page.detail.findChildren(LinesTable)[0]
    rows = [
        [str(table.model().index(row, column).data()) for column in range(2)]
        for row in range(table.model().rowCount())
    ]
    assert ["Anesthésie", "Carnet de bloc"] in rows
    assert actions.software.text() == ""
    assert ward.undo_text() == "Annuler\u00a0: ajout (logiciel utilisé) – Carnet de bloc (Ctrl+Z)"
    ward.window.undoing.undo.trigger()
    ward.wait()
    rest = [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())]
    assert "Carnet de bloc" not in rest
    ward.window.follow(Place(TabName.SOFTWARE))
    ward.wait()
    ward.window.tabs.list_page.pane.filter.setText("Carnet de bloc")
    ward.wait()
    assert ward.rows() == []


def test_a_use_is_ended_where_it_is_read(ward: Ward) -> None:
    table = ward.page.detail.findChildren(LinesTable)[0]
    table.setFocus()
    table.choose(0)
    actions = ward.page.detail.findChildren(UseActions)[0]
    assert "Porte-Voix" in actions.end_button.toolTip()
    ward.qtbot.mouseClick(actions.end_button, Qt.MouseButton.LeftButton)
    ward.wait()
    rest = [str(table.model().index(row, 1).data()) for row in range(table.model().rowCount())]
    assert "Porte-Voix" not in rest
    assert ward.undo_text() == "Annuler\u00a0: fermeture (logiciel utilisé) – Porte-Voix (Ctrl+Z)"


def test_the_functions_of_a_department_are_ticked(ward: Ward) -> None:
    ward.qtbot.mouseClick(ward.button("Fonctions du service…"), Qt.MouseButton.LeftButton)
    ticks = ward.page.form
    assert isinstance(ticks, FunctionTicks)
    before = len(ticks.ticked())
    box = next(b for b in ticks.boxes.values() if b.text() == "Anesthésie")
    ward.qtbot.keyClick(box, Qt.Key.Key_Space)
    ward.qtbot.mouseClick(ticks.save_button, Qt.MouseButton.LeftButton)
    ward.wait()
    assert ward.title() == WARD
    table = ward.page.detail.findChildren(LinesTable)[0]
    assert str(table.model().index(0, 0).data()) == "Anesthésie"  # a hole: it stands first
    assert "fonctions cochées" in ward.undo_text()
    assert before + 1 == len([row for row in ticked(ward) if row])


def test_the_button_of_a_form_is_in_sight_however_long_the_form_is(ward: Ward) -> None:
    ward.window.resize(1100, 600)
    ward.qtbot.mouseClick(ward.button("Fonctions du service…"), Qt.MouseButton.LeftButton)
    ward.wait()
    ticks, detail = ward.page.form, ward.page.detail
    assert isinstance(ticks, FunctionTicks)
    assert detail.verticalScrollBar().maximum() > 0
    button = ticks.save_button
    spot = button.mapTo(detail, button.rect().bottomRight())
    assert detail.rect().contains(spot)
    ward.qtbot.mouseClick(ticks.leave_button, Qt.MouseButton.LeftButton)
    ward.wait()
    assert ward.title() == WARD
    texts = [b.text() for b in detail.findChildren(QPushButton) if b.isVisible()]
    assert "Ne rien changer" not in texts


def test_a_software_without_a_function_is_given_those_that_are_chosen(ward: Ward) -> None:
    key = ward.page.key[0]
    assert key is not None
    editing = ward.window.tabs.editing

    def add() -> Saved:
        made = editing.records.add(RecordKind.SOFTWARE, {"name": "Nouveau logiciel"})
        used = {"department_id": key, "software_id": made.id}
        return editing.records.add(RecordKind.DEPLOYMENT, used)

    editing.saver.save(add)
    ward.wait()
    (unnamed,) = ward.page.detail.findChildren(UnnamedUse)
    for name in ("Anesthésie", "Régimes et repas"):
        unnamed.function.setFocus()
        unnamed.function.setCurrentIndex(unnamed.function.findText(name))
        unnamed.function.activated.emit(unnamed.function.currentIndex())
        assert unnamed.isVisible(), "it stays until one goes on"
    assert [box.text() for box in unnamed.boxes.values()] == ["Anesthésie", "Régimes et repas"]
    ward.qtbot.mouseClick(unnamed.save_button, Qt.MouseButton.LeftButton)
    ward.wait()
    table = ward.page.detail.findChildren(LinesTable)[0]
    rows = [
        [str(table.model().index(row, column).data()) for column in range(2)]
        for row in range(table.model().rowCount())
    ]
    assert ["Anesthésie", "Nouveau logiciel"] in rows
    assert ["Régimes et repas", "Nouveau logiciel"] in rows
    assert not [use for use in ward.page.detail.findChildren(UnnamedUse) if use.isVisible()]


def test_a_software_that_no_function_holds_is_said_to_be_so_and_may_get_one_later(
    ward: Ward,
) -> None:
    key = ward.page.key[0]
    assert key is not None
    editing = ward.window.tabs.editing

    def add() -> Saved:
        made = editing.records.add(RecordKind.SOFTWARE, {"name": "Pack de bureau"})
        used = {"department_id": key, "software_id": made.id}
        return editing.records.add(RecordKind.DEPLOYMENT, used)

    def choose(name: str) -> None:
        (use,) = [u for u in ward.page.detail.findChildren(UnnamedUse) if u.isVisible()]
        use.function.setFocus()
        use.function.setCurrentIndex(use.function.findText(name))
        use.function.activated.emit(use.function.currentIndex())
        if use.save_button.isVisible():
            ward.qtbot.mouseClick(use.save_button, Qt.MouseButton.LeftButton)
        ward.wait()

    def row_of_it() -> list[str]:
        model = ward.page.detail.findChildren(LinesTable)[0].model()
        rows = [
            [str(model.index(row, column).data()) for column in range(3)]
            for row in range(model.rowCount())
        ]
        return next(row for row in rows if row[1] == "Pack de bureau")

    editing.saver.save(add)
    ward.wait()
    choose("aucune fonction du classeur (bureautique…)")
    assert row_of_it() == ["aucune fonction du classeur", "Pack de bureau", "rien à prévoir"]
    choose("Anesthésie")
    assert row_of_it()[0] == "Anesthésie"


def ticked(ward: Ward) -> list[bool]:
    ward.qtbot.mouseClick(ward.button("Fonctions du service…"), Qt.MouseButton.LeftButton)
    ticks = ward.page.form
    assert isinstance(ticks, FunctionTicks)
    return [box.isChecked() for box in ticks.boxes.values()]


def test_a_department_is_closed_without_a_question_and_opened_again(ward: Ward) -> None:
    ward.window.follow(Place(TabName.DEPARTMENTS, (ward.node("Pneumologie"),)))
    ward.qtbot.waitUntil(lambda: ward.title() == "Pneumologie")
    ward.qtbot.mouseClick(ward.button("Fermer ce service"), Qt.MouseButton.LeftButton)
    ward.qtbot.waitUntil(lambda: "Fermé depuis le" in ward.said())
    ward.wait()
    ward.qtbot.mouseClick(ward.button("Rouvrir ce service"), Qt.MouseButton.LeftButton)
    ward.qtbot.waitUntil(lambda: "Fermé depuis le" not in ward.said())


def test_what_was_typed_before_the_program_was_killed_is_offered_again(
    ward: Ward, qtbot: QtBot, tmp_path: Path
) -> None:
    ward.type_over("telephone", "43")
    folder = ward.home.unfinished
    qtbot.waitUntil(lambda: folder.is_dir() and any(folder.iterdir()))
    ward.wait()
    left = home_of(ward.home.database.read_bytes(), tmp_path / "..")  # as the kill left it
    left.unfinished.mkdir(parents=True, exist_ok=True)
    for kept in folder.iterdir():
        (left.unfinished / kept.name).write_bytes(kept.read_bytes())
    again = Ward(left, LATER, qtbot)
    again.settle_down()
    assert again.line("telephone").text() == "43"
    assert again.page.detail.findChildren(BroughtBackBar)
    again.line("telephone").setFocus()
    again.key(Qt.Key.Key_End)
    again.qtbot.keyClicks(again.line("telephone"), "99")
    again.key(Qt.Key.Key_Return)
    assert again.line("telephone").text() == "4399"
    again.leave()


def test_what_is_being_typed_when_the_window_is_closed_is_not_lost(
    ward: Ward, qtbot: QtBot
) -> None:
    ward.type_over("telephone", "43")
    ward.leave()
    again = Ward(ward.home, LATER, qtbot)
    again.settle_down()
    assert again.line("telephone").text() == "43"
    again.leave()


def test_a_second_window_reads_and_offers_nothing_to_change(ward: Ward, qtbot: QtBot) -> None:
    other = Ward(ward.home, LATER, qtbot)
    other.settle_down()
    assert other.page.detail.findChildren(RecordEditor) == []
    assert "Lecture seule\u00a0: rien ne peut être changé ici." in other.said()
    assert not [b for b in other.page.pane.findChildren(QPushButton) if b.text() == "&Nouveau"
                and b.isVisible()]  # fmt: skip
    other.leave()


def number(ward: Ward, label: str) -> OpeningLine:
    lines = ward.page.detail.findChildren(OpeningLine)
    return next(line for line in lines if label in line.accessibleName())


def test_numbers_are_typed_one_after_the_other_and_the_page_stays_where_it_was(
    ward: Ward,
) -> None:
    bar = ward.page.detail.verticalScrollBar()
    ward.button("Ajouter un numéro…").setFocus()
    ward.page.detail.ensureWidgetVisible(ward.button("Ajouter un numéro…"))
    assert bar.value() > 0
    ward.button("Ajouter un numéro…").click()
    form = ward.form()
    first, last = form.rows["label"].control, list(form.rows.values())[-1].control
    assert first.hasFocus()
    ward.qtbot.keyClicks(first, "Brancardage de nuit")
    last.setFocus()
    ward.key(Qt.Key.Key_Return)
    assert ward.form() is form
    assert first.hasFocus()
    assert (first.typed(), form.done.said()) == ("", "Ajouté\u00a0: Brancardage de nuit.")
    heading = form.rows["heading"].control.typed()
    assert heading
    ward.qtbot.keyClicks(first, "Magasin")
    ward.key(Qt.Key.Key_Return, CONTROL)
    assert form.done.said() == "Ajouté\u00a0: Magasin (2 en tout)."
    assert form.rows["heading"].control.typed() == heading
    ward.key(Qt.Key.Key_Escape)
    assert ward.page.form is None
    ward.qtbot.waitUntil(number(ward, "Magasin").hasFocus)
    ward.qtbot.waitUntil(lambda: not number(ward, "Magasin").visibleRegion().isEmpty())
    assert number(ward, "Brancardage de nuit")
    assert bar.value() > 0
    assert ward.undo_text() == "Annuler\u00a0: ajout (numéro) – Magasin (Ctrl+Z)"


def test_a_form_that_is_given_up_leaves_the_page_where_it_was(ward: Ward) -> None:
    bar = ward.page.detail.verticalScrollBar()
    ward.page.detail.ensureWidgetVisible(ward.button("Ajouter un numéro…"))
    before = bar.value()
    assert before > 0
    ward.button("Ajouter un numéro…").click()
    ward.key(Qt.Key.Key_Escape)
    ward.qtbot.waitUntil(lambda: bar.value() == before)


def test_tab_goes_from_the_top_bar_into_the_page_and_undo_comes_last(ward: Ward) -> None:
    window = ward.window
    editing = window.tabs.editing
    editing.saver.save(lambda: editing.records.add(RecordKind.SOFTWARE, {"name": "Nouveau"}))
    ward.wait()
    assert window.status.undo.isVisible()
    window.top.help_button.setFocus()
    passed: list[QWidget] = []
    while window.top.help_button not in passed:
        ward.tap(Qt.Key.Key_Tab)
        passed.append(ward.keyboard())
        assert len(passed) < 200
    assert window.pages.isAncestorOf(passed[0])
    last = passed.index(window.status.undo)
    assert not any(window.pages.isAncestorOf(one) for one in passed[last:])


def test_a_card_of_today_opens_its_form_where_another_form_lay_open(ward: Ward) -> None:
    page, key = ward.page, (ward.node(WARD),)
    ward.window.follow(Place(TabName.DEPARTMENTS, key, None, "add_number"))
    ward.wait()
    lying = page.form
    assert lying is not None
    page.refresh()
    ward.wait()
    ward.window.follow(Place(TabName.TODAY))
    ward.wait()
    page.refresh()
    ward.window.follow(Place(TabName.DEPARTMENTS, key, None, "appoint:main"))
    ward.wait()
    assert (page.key, page.tree.chosen_row().name) == (key, WARD)
    ward.qtbot.waitUntil(lambda: page.form is not None and page.form is not lying)
