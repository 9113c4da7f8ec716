from __future__ import annotations

import threading

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from referent_desk.domain.listings import PAGE_ROWS, Listing, Page
from referent_desk.errors import Busy
from referent_desk.gui.departments.subjects import columns
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel, RowsModel
from tests.gui.stand_ins import Asked, department_row


def many(count: int) -> Asked:
    return Asked([department_row(n) for n in range(count)], lambda row: str(row.name))


def model_of(asked: Asked, jobs: Jobs, qtbot: QtBot) -> RowsModel:
    model = RowsModel(columns(), asked, jobs)
    model.load()
    qtbot.waitUntil(lambda: jobs.is_idle)
    return model


def first_names(model: RowsModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(min(3, model.rowCount()))]


def test_a_long_list_reads_only_what_is_scrolled_to(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(5000)
    model = model_of(asked, jobs, qtbot)
    table = RowTable("Departments")
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show_model(model)
    table.show()
    assert (model.rowCount(), model.total) == (PAGE_ROWS, 5000)
    assert len(asked.listings) == 1
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 2 * PAGE_ROWS)
    assert [listing.limit for listing in asked.listings] == [PAGE_ROWS, PAGE_ROWS]


def test_a_typed_key_waits_for_no_more_rows_than_a_window_shows(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(5000)
    model = model_of(asked, jobs, qtbot)
    model.narrow("Department", None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (model.rowCount(), model.matching) == (40, 5000)
    model.narrow("", None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert model.rowCount() == PAGE_ROWS


def test_a_window_higher_than_that_is_filled_without_scrolling(qtbot: QtBot, jobs: Jobs) -> None:
    model = model_of(many(5000), jobs, qtbot)
    table = RowTable("Departments")
    qtbot.addWidget(table)
    table.resize(600, 2000)
    table.show_model(model)
    table.show()
    model.narrow("Department", None)
    qtbot.waitUntil(lambda: model.rowCount() == 40 + PAGE_ROWS)


def test_the_end_of_a_list_is_reached_and_nothing_is_asked_beyond(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(250)
    model = model_of(asked, jobs, qtbot)
    while model.canFetchMore():
        model.fetchMore()
        qtbot.waitUntil(lambda: jobs.is_idle)
    assert model.rowCount() == 250
    assert len(asked.listings) == 3
    model.fetchMore()
    assert jobs.is_idle


def test_qt_finds_no_fault_with_the_list_as_it_grows_and_shrinks(qtbot: QtBot, jobs: Jobs) -> None:
    """Qt's tester asks for more at every turn, so it also reads the whole list, each row once."""
    model = RowsModel(columns(), many(450), jobs)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.load()
    qtbot.waitUntil(lambda: model.rowCount() == 450 and jobs.is_idle)
    model.narrow("Department 004", None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert model.rowCount() == 10
    model.narrow("nothing at all", None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert model.rowCount() == 0


def test_sorting_and_filtering_are_asked_where_the_rows_lie(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(300)
    model = model_of(asked, jobs, qtbot)
    model.order(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert first_names(model) == ["Department 0299", "Department 0298", "Department 0297"]
    model.narrow("Department 002", None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (model.matching, model.total) == (10, 300)
    last = asked.listings[-1]
    assert (last.text, last.sort, last.descending) == ("Department 002", "code", True)


def test_a_column_without_an_order_gives_the_list_its_own(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(3)
    model = model_of(asked, jobs, qtbot)
    referent = next(n for n, column in enumerate(columns()) if not column.sort)
    model.order(referent, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert (asked.listings[-1].sort, asked.listings[-1].descending) == ("", False)


def test_an_old_answer_never_overwrites_a_newer_one(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    asked = many(50)

    def slow_at_first(listing: Listing) -> Page[object]:
        if not listing.text:
            gate.wait(5)
        return asked(listing)

    model = RowsModel(columns(), slow_at_first, jobs)
    shown: list[int] = []
    model.loaded.connect(lambda: shown.append(model.matching))
    model.narrow("", None)
    model.narrow("Department 004", None)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert shown == [10]
    assert model.rowCount() == 10


def test_reading_again_keeps_as_much_as_was_shown(qtbot: QtBot, jobs: Jobs) -> None:
    asked = many(500)
    model = model_of(asked, jobs, qtbot)
    model.fetchMore()
    qtbot.waitUntil(lambda: jobs.is_idle)
    model.reload()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert model.rowCount() == 200


def test_a_list_that_cannot_be_read_keeps_its_rows_and_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    error = Busy("Another PC is writing.", "Try again.")
    asked = many(3)
    fails: list[bool] = []

    def read(listing: Listing) -> Page[object]:
        if fails:
            raise error
        return asked(listing)

    model = RowsModel(columns(), read, jobs)
    model.load()
    qtbot.waitUntil(lambda: jobs.is_idle)
    fails.append(True)
    with qtbot.waitSignal(model.refused) as refused:
        model.reload()
    assert refused.args == [error]
    assert model.rowCount() == 3


def test_a_text_of_several_lines_stands_on_one_in_a_cell() -> None:
    model = LinesModel(columns(), (department_row(1, "Ward\nof  two\tlines"),))
    assert model.index(0, 0).data() == "Ward of two lines"


def test_a_cell_has_no_rows_of_its_own() -> None:
    model = LinesModel(columns(), (department_row(1),))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
