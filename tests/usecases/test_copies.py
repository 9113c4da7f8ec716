from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.usecases.binders import preview_binder, print_binder
from referent_desk.usecases.copies import close_copy, sheet_subjects
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.records import (
    add_record,
    close_record,
    edit_field,
    list_records,
    reopen_record,
)
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import TOMORROW, bare_desk, demo_desk
from tests.usecases.shelves import TODAY, Shelf, shelf_of

K = RecordKind


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = shelf_of(bare_desk(tmp_path))
    yield shelf
    shelf.desk.close()


def new_copy(shelf: Shelf, **typed: str) -> str:
    return add_record(
        shelf.desk, K.COPY, {"department_id": shelf.department, "place": "Poste", **typed}
    ).id


def test_a_copy_has_a_number_a_place_a_holder_and_a_colour(shelf: Shelf) -> None:
    copy_id = new_copy(shelf, place="Poste infirmier", holder="M. Aubry", colour="rouge")
    edit_field(shelf.desk, K.COPY, copy_id, "colour", "vert")
    copy = shelf.copy()
    assert (copy.number, copy.place, copy.holder, copy.colour) == (
        1,
        "Poste infirmier",
        "M. Aubry",
        "vert",
    )


@pytest.mark.parametrize("because", CopyEnd)
def test_a_copy_is_closed_with_its_day_and_why_and_keeps_its_history(
    shelf: Shelf, because: CopyEnd
) -> None:
    shelf.fill()
    close_copy(shelf.desk, shelf.copy().id, because, TODAY)
    copy = shelf.copy()
    assert (copy.closed_on, copy.closed_because) == (TODAY, because)
    assert shelf.runs()[0].filed is not None
    assert shelf.revisions()
    undo(shelf.desk)
    assert (shelf.copy().closed_on, shelf.copy().closed_because) == (None, None)


def test_a_number_is_never_given_to_another_copy(shelf: Shelf) -> None:
    first = new_copy(shelf)
    close_copy(shelf.desk, first, CopyEnd.DESTROYED, TODAY)
    new_copy(shelf)
    assert [copy.number for copy in (shelf.copy(1), shelf.copy(2))] == [1, 2]


def test_printing_for_a_closed_copy_is_refused_and_the_next_one_begins(shelf: Shelf) -> None:
    close_copy(shelf.desk, new_copy(shelf), CopyEnd.LOST, TODAY)
    for ask in (
        shelf.print_all,
        lambda: preview_binder(shelf.desk, shelf.department, copy_number=1),
    ):
        with pytest.raises(RefusedInput, match="Copy 1 was lost on 22"):
            ask()
    assert not shelf.path("binder").exists()
    assert shelf.all_runs() == ()
    with pytest.raises(NotFound, match=r"all its copies are closed\. Give 2 to begin"):
        shelf.print_all(3)
    assert shelf.print_all(2).copy_number == 2
    assert shelf.copy(2).closed_on is None


def test_a_copy_is_closed_once_and_on_a_possible_day(shelf: Shelf) -> None:
    shelf.desk.clock = TOMORROW
    shelf.file(shelf.print_all(), day=date(2026, 11, 23))
    key = shelf.copy().id
    with pytest.raises(RefusedInput, match="on a day to come"):
        close_copy(shelf.desk, key, CopyEnd.LOST, date(2026, 11, 24))
    with pytest.raises(RefusedInput, match="filed into this copy on 23"):
        close_copy(shelf.desk, key, CopyEnd.LOST, TODAY)
    close_copy(shelf.desk, key, CopyEnd.WITHDRAWN, date(2026, 11, 23))
    with pytest.raises(RefusedInput, match="Copy 1 was withdrawn on 23"):
        close_copy(shelf.desk, key, CopyEnd.LOST, date(2026, 11, 23))
    with pytest.raises(NotFound):
        close_copy(shelf.desk, "nothing", CopyEnd.LOST, TODAY)


def test_a_copy_that_is_closed_as_a_record_is_withdrawn_and_may_be_opened_again(
    shelf: Shelf,
) -> None:
    key = new_copy(shelf)
    close_record(shelf.desk, K.COPY, key)
    assert shelf.copy().closed_because is CopyEnd.WITHDRAWN
    assert list_records(shelf.desk, K.COPY, "department_id", shelf.department) == ()
    reopen_record(shelf.desk, K.COPY, key)
    assert (shelf.copy().closed_on, shelf.copy().closed_because) == (None, None)


def test_codes_lead_to_what_their_sheets_are_about(shelf: Shelf) -> None:
    assert sheet_subjects(shelf.desk, shelf.department) == {}
    shelf.print_all()
    subjects = sheet_subjects(shelf.desk, shelf.department)
    assert subjects["ANN-01"] == "chapter:ANN"
    assert subjects["LISTE"] == "list"


def test_every_printed_sheet_tells_what_it_is_made_of(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    department_id = showcase_department(desk)
    print_binder(desk, department_id, tmp_path / "binder.pdf", copy_number=1)
    subjects = sheet_subjects(desk, department_id)
    assert subjects["COUV"] == "cover"
    assert subjects["LISTE"] == "list"
    assert subjects["ANN-01"] == "chapter:ANN"
    assert subjects["PRE-01"].startswith("procedure:")
    desk.close()
