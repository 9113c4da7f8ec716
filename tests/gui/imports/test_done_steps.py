from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.imports.guides import Applied
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import (
    ColumnReport,
    Concern,
    ImportReport,
    LineReport,
    Outcome,
    remark,
)
from referent_desk.gui.imports.done_steps import DoneStep
from referent_desk.gui.imports.untaken_words import untaken_text
from referent_desk.gui.places import Place, TabName

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def applied(kind: ImportKind, changed: Kind) -> Applied:
    report = ImportReport("f", kind, "", "", 1, (), (), (), (), False, frozenset({changed}))
    return Applied(report, Saved(frozenset({changed}), "", NOON))


@pytest.mark.parametrize(
    ("kind", "changed", "is_led"),
    [
        (ImportKind.DIRECTORY, Kind.DIRECTORY, True),
        (ImportKind.STAFF, Kind.PEOPLE, True),
        (ImportKind.SOFTWARE, Kind.DEPLOYMENTS, False),
    ],
)
def test_after_every_list_one_button_leads_to_today(
    qtbot: QtBot, kind: ImportKind, changed: Kind, is_led: bool
) -> None:
    """The last sheet of a workbook is often the numbers, and what is left to do stands in Today."""
    step = DoneStep()
    qtbot.addWidget(step)
    asked: list[Place] = []
    step.place_asked.connect(asked.append)
    step.show_applied(applied(kind, changed))
    assert step.today.isVisibleTo(step) is is_led
    (step.today if is_led else step.see).click()
    assert [place.tab for place in asked] == [TabName.TODAY]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ((("Nom", "", Field.LAST_NAME), ("Nuit", "column_unknown", None)), "Nuit"),
        ((("Vide", "column_empty", None), ("Tél 2", "column_given", None)), ""),
        ((("Badge", "column_unknown", None), ("Portable", "column_left", None)), "Badge, Portable"),
        ((("Nom", "", Field.LAST_NAME),), ""),
    ],
)
def test_the_last_page_names_the_columns_that_hold_something_and_were_not_taken(
    qtbot: QtBot, columns: tuple[tuple[str, str, Field | None], ...], said: str
) -> None:
    told = applied(ImportKind.STAFF, Kind.PEOPLE)
    reports = tuple(
        ColumnReport("A", title, field, remark(Concern.NOTE, code) if code else None)
        for title, code, field in columns
    )
    step = DoneStep()
    qtbot.addWidget(step)
    report = replace(told.report, columns=reports)
    step.show_applied(replace(told, report=report))
    assert step.untaken.isVisibleTo(step) is bool(said)
    assert bool(untaken_text(report)) is bool(said)
    assert said in step.untaken.text()


def test_the_last_page_counts_the_cells_of_columns_and_those_that_nothing_keeps() -> None:
    columns = (
        ColumnReport("A", "Nom", Field.LAST_NAME, filled=3),
        ColumnReport("B", "Horaires", Field.WORKING_HOURS, filled=3),
        ColumnReport("C", "Obs.", Field.REMARKS, filled=2),
        ColumnReport("D", "Badge", None, remark(Concern.NOTE, "column_unknown"), filled=1),
        ColumnReport("E", "Nuit", None, remark(Concern.NOTE, "column_elsewhere"), filled=5),
    )
    said = (
        (
            remark(Concern.NOTE, "hours_turn", value="21h-7h"),
            remark(Concern.NOTE, "not_stored", field="remarks", value="80 %"),
        ),
        (remark(Concern.DAMAGE, "hours_not_understood", field="working_hours", value="mi-temps"),),
        (remark(Concern.NOTE, "absence_taken", value="abs. mercredi"),),
    )
    lines = tuple(LineReport(row, Outcome.ADDED, each) for row, each in enumerate(said, 2))
    report = applied(ImportKind.STAFF, Kind.PEOPLE).report
    assert untaken_text(replace(report, columns=columns, lines=lines)) == (
        "Columns not taken: Badge (1 cell), Nuit (5 cells).\n"
        "Kept nowhere of the columns that were taken: Horaires (2 cells), Obs. (1 cell); "
        "the report names each."
    )
