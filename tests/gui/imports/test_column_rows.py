from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from referent_desk.domain.imports.guides import ColumnLook, ListChoices, TableLook
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.imports.column_rows import ColumnRows
from referent_desk.gui.imports.column_steps import ColumnsStep
from referent_desk.gui.imports.file_steps import FormRow
from referent_desk.gui.imports.using_rows import UsingRow
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.questions_imports import ImportWords
from tests.gui.wheels import turn_wheel

WORDS = ImportWords(remark_sentence, field_name)


def test_the_wheel_leaves_a_column_as_it_is_even_where_one_works(qtbot: QtBot) -> None:
    rows = ColumnRows(WORDS)
    qtbot.addWidget(rows)
    rows.show_columns(
        ImportKind.SOFTWARE, (ColumnLook(0, "A", "Logiciel", ("x",), Field.SOFTWARE),)
    )
    rows.show()
    (combo,) = rows.combos.values()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    assert not turn_wheel(combo)
    assert rows.fields() == {0: Field.SOFTWARE}


def test_the_wheel_changes_no_list_of_the_steps_of_an_import(qtbot: QtBot) -> None:
    for part in (ColumnsStep(WORDS), FormRow(), UsingRow()):
        qtbot.addWidget(part)
        lists = part.findChildren(QComboBox)
        assert lists
        for box in lists:
            box.blockSignals(True)
            box.clear()
            box.addItems(["one", "two", "three"])
            box.setCurrentIndex(0)
            turn_wheel(box)
            assert box.currentText() == "one"


SOFTWARE = TableLook(
    "Logiciels",
    1,
    ImportKind.SOFTWARE,
    "",
    (ColumnLook(0, "A", "Logiciel", ("Orvane",), Field.SOFTWARE),),
    1,
)
UNKNOWN = TableLook("Numéros", 1, None, "", (ColumnLook(0, "A", "Objet", ("Standard",), None),), 1)


def texts_of(step: ColumnsStep) -> list[str]:
    return [label.text() for label in step.rows.findChildren(PlainLabel)]


def test_a_list_of_unknown_titles_shows_its_own_columns(qtbot: QtBot) -> None:
    step = ColumnsStep(WORDS)
    qtbot.addWidget(step)
    step.show_table(SOFTWARE, ListChoices())
    step.show_table(UNKNOWN, ListChoices())
    assert "Objet" in texts_of(step)
    assert "Logiciel" not in texts_of(step)
    assert step.fields() == {}
    step.show_table(SOFTWARE, ListChoices())
    assert step.fields() == {0: Field.SOFTWARE}


def test_the_sheet_that_is_read_is_named_and_those_that_come_after_it(qtbot: QtBot) -> None:
    step = ColumnsStep(WORDS)
    qtbot.addWidget(step)
    step.show_sheets("Logiciels", ("Équipe", "Numéros"))
    assert step.sheets.text() == (
        "Sheet “Logiciels”. The others are offered afterwards: Équipe, Numéros."
    )
    step.show_sheets("Numéros", ())
    assert step.sheets.text() == "Sheet “Numéros”."
    step.show_sheets("", ())
    assert step.sheets.isHidden()
