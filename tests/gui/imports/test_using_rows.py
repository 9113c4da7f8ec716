from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.imports.guides import ListChoices, TableLook
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.gui.imports.using_rows import UsingRow

LOOK = TableLook("list", 1, ImportKind.SOFTWARE, "", (), 3)
SMALL = 873  # pixels: the window at 150 % on a ward PC, without its edges


def test_a_long_name_leaves_room_for_the_sentence_and_for_the_columns_beneath(
    qtbot: QtBot,
) -> None:
    name = "Cardiology, hospitalisation and specialised consultations of the pole"
    choice = DepartmentChoice("d1", name, "0412", "Centre hospitalier du Val-Clair")
    row = UsingRow()
    qtbot.addWidget(row)
    look = TableLook("list", 1, ImportKind.SOFTWARE, "", (), 3, departments=(choice,))
    row.show_choices(look, ListChoices(department_id="d1"))
    assert row.box.currentText().startswith(name)
    assert row.minimumSizeHint().width() <= SMALL
    assert row.heightForWidth(SMALL) <= 80


def test_the_question_is_read_whole_whatever_was_asked_before(qtbot: QtBot) -> None:
    row = UsingRow()
    qtbot.addWidget(row)
    row.resize(SMALL, 80)
    row.show()
    for kind in (ImportKind.SOFTWARE, ImportKind.DIRECTORY):
        look = TableLook("list", 1, kind, "", (), 3, department="Acute care", titled="Acute care")
        row.show_choices(look, ListChoices(department="Acute care"))
        assert row.is_proposed
        assert "“Acute care”" in row.said.said()
        qtbot.waitUntil(lambda: row.asked.width() >= row.asked.sizeHint().width())


def test_what_the_title_names_is_said_only_while_it_stands_there(qtbot: QtBot) -> None:
    row = UsingRow()
    qtbot.addWidget(row)
    look = replace(LOOK, titled="Nephro", is_titled_by_file=True, department="Nephro")
    row.show_choices(look, ListChoices(department="Nephro"))
    assert "Nephro" in row.said.said()
    row.box.setEditText("Néphrologie-dialyse")
    assert "Nephro" not in row.said.said()
    assert not row.is_proposed
    row.box.setEditText("Nephro")
    assert "Nephro" in row.said.said()
    other = replace(look, department="Néphrologie-dialyse")
    row.show_choices(other, ListChoices(department="Néphrologie-dialyse"))
    assert "Nephro" not in row.said.said()
