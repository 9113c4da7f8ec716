from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from referent_desk.domain.imports.guides import ColumnLook
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.exchange.import_words import field_name, remark_sentence
from referent_desk.gui.imports.column_rows import ColumnRows
from referent_desk.gui.imports.column_steps import ColumnsStep
from referent_desk.gui.imports.file_steps import FormRow
from referent_desk.gui.imports.using_rows import UsingRow
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
