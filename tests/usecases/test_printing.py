from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.printing import Printer, PrinterRow
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedField
from referent_desk.storage.copies import runs_of
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.printing import (
    list_ward_printers,
    place_to_send,
    record_sent,
    record_test,
    write_test_page,
)
from referent_desk.usecases.records import add_record, close_record, edit_field, list_links
from referent_desk.usecases.undoing import undo
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, bare_desk, demo_desk

FOUND = Printer("HP_3", "Imprimante du poste", "2e étage", two_sided=True)
TODAY = CLOCK.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bare_desk(tmp_path)
    yield opened
    opened.close()


def cardiology(desk: Desk) -> str:
    return next(link.id for link in list_links(desk, "department", "Cardiologie"))


def write_down(desk: Desk, **said: str) -> str:
    typed = {"department_id": cardiology(desk), "name": "Imprimante du poste", **said}
    return add_record(desk, RecordKind.PRINTER, typed).id


def test_a_test_page_that_was_right_makes_the_printer_known(desk: Desk) -> None:
    ward = cardiology(desk)
    saved = record_test(desk, ward, FOUND)
    [row] = list_ward_printers(desk, ward)
    assert row == PrinterRow(
        saved.id, "Imprimante du poste", "2e étage", "HP_3", None, None, TODAY, ""
    )
    assert saved.undo == Deed(Verb.ADDED, RecordKind.PRINTER, "Imprimante du poste", "tested_on")
    assert saved.kinds
    undo(desk)
    assert list_ward_printers(desk, ward) == ()
    assert check(desk).faults == ()


def test_a_printer_that_is_written_down_keeps_what_was_said_of_it(desk: Desk) -> None:
    printer = write_down(desk, name="Secours", queue="HP_3", works_without_network="yes")
    saved = record_test(desk, cardiology(desk), FOUND)
    assert saved.id == printer
    [row] = list_ward_printers(desk, cardiology(desk))
    assert (row.name, row.works_without_network, row.tested_on) == ("Secours", True, TODAY)


def test_the_printers_of_the_night_come_first_and_closed_ones_not_at_all(desk: Desk) -> None:
    write_down(desk, name="A", works_without_network="no")
    write_down(desk, name="B")
    write_down(desk, name="C", works_without_network="yes")
    close_record(desk, RecordKind.PRINTER, write_down(desk, name="D"))
    names = [row.name for row in list_ward_printers(desk, cardiology(desk))]
    assert names[0] == "C"
    assert sorted(names) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ({"name": "Poste"}, {"name": " poste "}, "name"),
        ({"name": "A", "queue": "HP_3"}, {"name": "B", "queue": "HP_3"}, "queue"),
    ],
)
def test_two_printers_of_a_ward_are_not_the_same(
    desk: Desk, first: dict[str, str], second: dict[str, str], field: str
) -> None:
    write_down(desk, **first)
    with pytest.raises(RefusedField) as caught:
        write_down(desk, **second)
    assert caught.value.field == field


def test_a_printer_without_a_queue_is_no_other_one(desk: Desk) -> None:
    write_down(desk, name="A")
    other = write_down(desk, name="B")
    assert edit_field(desk, RecordKind.PRINTER, other, "queue", "HP_4").kinds


def test_the_test_page_is_called_as_the_ward_calls_the_printer(desk: Desk) -> None:
    write_down(desk, name="Secours", queue="HP_3", place="Salle de soins")
    path = write_test_page(desk, cardiology(desk), FOUND)
    front, back = page_texts(path.read_bytes())
    assert path.parent == desk.home.prints
    assert "Secours" in front
    assert "Salle de soins · HP_3" in front
    assert "BACK" in back


def test_a_home_that_cannot_be_written_is_printed_from_elsewhere(tmp_path: Path) -> None:
    assert place_to_send(tmp_path / "CAR.pdf") == tmp_path / "CAR.pdf"
    (tmp_path / "file").touch()
    elsewhere = place_to_send(tmp_path / "file" / "CAR.pdf")
    assert elsewhere.name == "CAR.pdf"
    assert elsewhere.parent.is_dir()


def test_what_was_sent_is_a_fact_of_its_run(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    ward = cardiology(desk)
    printed = print_binder(desk, ward, tmp_path / "CAR.pdf", copy_number=1)
    assert printed.run_number is not None
    record_sent(desk, ward, printed.run_number, "Imprimante du poste", "HP_3-12")
    with desk.database.read() as connection:
        run = next(r for r in runs_of(connection, ward) if r.number == printed.run_number)
    assert run.sent is not None
    assert (run.sent.printer, run.sent.day) == ("Imprimante du poste", TODAY)
    assert run.confirmed is None
    with pytest.raises(NotFound):
        record_sent(desk, ward, 999, "Imprimante du poste", "HP_3-13")
    desk.close()


@pytest.mark.parametrize("field", ["toner_on", "tested_on"])
def test_nobody_has_looked_at_a_printer_on_a_day_to_come(desk: Desk, field: str) -> None:
    printer = write_down(desk, name="Secours", **{field: TODAY.isoformat()})
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    for ask in (
        lambda: write_down(desk, name="B", **{field: tomorrow}),
        lambda: edit_field(desk, RecordKind.PRINTER, printer, field, tomorrow),
    ):
        with pytest.raises(RefusedField) as refused:
            ask()
        assert (refused.value.field, refused.value.code) == (field, "to_come")
    [row] = list_ward_printers(desk, cardiology(desk))
    assert getattr(row, field) == TODAY
