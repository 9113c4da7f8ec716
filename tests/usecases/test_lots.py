from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from referent_desk.domain.changes import Kind
from referent_desk.domain.lots import HIGHEST_SERIAL, MOST_AT_ONCE, serial_words
from referent_desk.errors import Cancelled, DeskError, NotFound, RefusedField, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.departments import read_node
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.lots import (
    PrintedLot,
    annul_lot,
    list_forms,
    list_lots,
    print_lot,
    suggested_path,
)
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, LATER, bare_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    desk.home.make()
    yield desk
    assert check(desk).faults == ()
    desk.close()


def ward(desk: Desk) -> str:
    with desk.database.read() as connection:
        rows = connection.execute(schema.node.select().where(schema.node.c.kind == "department"))
        return min(str(row.id) for row in rows)


def wards(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        rows = connection.execute(schema.node.select().where(schema.node.c.kind == "department"))
        return sorted(row.id for row in rows)


def printed(desk: Desk, amount: int, code: str = "F05", name: str = "") -> PrintedLot:
    path = desk.home.prints / name if name else suggested_path(desk, code, ward(desk))
    return print_lot(desk, code, ward(desk), amount, path, "Ada Moreau")


def test_every_sheet_of_a_lot_bears_its_own_serial_and_the_lot_is_in_the_register(
    desk: Desk,
) -> None:
    answer = printed(desk, 3)
    department = ward(desk)
    with desk.database.read() as connection:
        node = read_node(connection, department)
    assert node is not None
    assert node.paper_code
    texts = page_texts(answer.path.read_bytes())
    assert (answer.pages, len(texts)) == (3, 3)
    for serial, text in enumerate(texts, 1):
        assert f"RD1 F {node.paper_code} F05 {serial_words(node.paper_code, 'F05', serial)}" in text
    (lot,) = list_lots(desk, ward(desk))
    assert lot == answer.lot
    assert (lot.form_code, lot.first, lot.last, lot.who) == ("F05", 1, 3, "Ada Moreau")
    assert (lot.day, lot.annulled) == (CLOCK.today(), "")
    assert answer.saved.kinds == {Kind.BINDERS}


def test_serials_go_on_from_lot_to_lot_each_form_and_department_for_itself(desk: Desk) -> None:
    first, second = printed(desk, 5), printed(desk, 2)
    other = printed(desk, 4, "F06")
    elsewhere = print_lot(desk, "f05", wards(desk)[1], 1, desk.home.prints / "x.pdf")
    assert [(a.lot.first, a.lot.last) for a in (first, second, other, elsewhere)] == [
        (1, 5),
        (6, 7),
        (1, 4),
        (1, 1),
    ]
    assert other.two_sided
    assert not first.two_sided
    assert [lot.form_code for lot in list_lots(desk, ward(desk))] == ["F06", "F05", "F05"]


def _stop(_done: int, _of: int) -> None:
    raise Cancelled


def _fail(_done: int, _of: int) -> None:
    raise OSError("the disk went away")


@pytest.mark.parametrize(("trouble", "error"), [(_stop, Cancelled), (_fail, OSError)])
def test_a_printing_that_does_not_end_burns_its_serials_and_leaves_no_file(
    desk: Desk, trouble: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        print_lot(desk, "F05", ward(desk), 10, desk.home.prints / "a.pdf", "", trouble)  # type: ignore[arg-type]
    assert list(desk.home.prints.iterdir()) == []
    (burnt,) = list_lots(desk, ward(desk))
    assert (burnt.first, burnt.last) == (1, 10)
    assert burnt.annulled
    assert printed(desk, 1).lot.first == 11


def test_a_file_that_cannot_take_its_place_burns_the_serials_too(desk: Desk) -> None:
    path = desk.home.prints / "a.pdf"

    def lay_a_folder_there(done: int, of: int) -> None:
        if done == of:
            (path / "inside").mkdir(parents=True)

    with pytest.raises((DeskError, OSError)):
        print_lot(desk, "F05", ward(desk), 2, path, progress=lay_a_folder_there)
    assert [lot.annulled != "" for lot in list_lots(desk, ward(desk))] == [True]


def test_something_that_is_not_a_pdf_is_not_written_over_and_costs_no_serial(desk: Desk) -> None:
    path = desk.home.prints / "notes.txt"
    path.write_text("mine")
    with pytest.raises(RefusedInput):
        print_lot(desk, "F05", ward(desk), 2, path)
    assert path.read_text() == "mine"
    assert list_lots(desk, ward(desk)) == ()


def test_the_pdf_of_another_lot_is_not_written_over_and_costs_no_serial(desk: Desk) -> None:
    first = printed(desk, 3, name="lot.pdf")
    paper = first.path.read_bytes()
    with pytest.raises(RefusedInput, match="already"):
        printed(desk, 2, name="lot.pdf")
    assert first.path.read_bytes() == paper
    assert [lot.last for lot in list_lots(desk, ward(desk))] == [3]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "At least one sheet"),
        (-1, "At least one sheet"),
        (MOST_AT_ONCE + 1, "several lots"),
        (10_000, "several lots"),
    ],
)
def test_too_many_or_none_at_all_is_refused(desk: Desk, amount: int, words: str) -> None:
    with pytest.raises(RefusedInput, match=words):
        printed(desk, amount)
    assert list_lots(desk, ward(desk)) == ()


def test_unknown_forms_and_departments_are_refused(desk: Desk) -> None:
    with pytest.raises(NotFound, match="F99"):
        printed(desk, 1, "F99")
    with pytest.raises(NotFound):
        print_lot(desk, "F05", "nowhere", 1, desk.home.prints / "x.pdf")
    assert list_lots(desk, ward(desk)) == ()


def _backup(desk: Desk, folder: Path) -> Path:
    return Path(shutil.copy2(desk.back_up().path, folder / "backup.sqlite"))


def _restored(desk: Desk, backup: Path) -> Desk:
    """The database as it was; what lies beside it in the home stays."""
    home = desk.home
    desk.close()
    shutil.copy2(backup, home.database)
    return open_desk(home, LATER)


def test_a_restored_backup_gives_no_serial_again(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    printed(desk, 5)
    backup = _backup(desk, tmp_path)
    printed(desk, 20)
    restored = _restored(desk, backup)
    assert [lot.last for lot in list_lots(restored, ward(restored))] == [5]
    assert printed(restored, 1).lot.first == 26
    restored.close()


def test_without_the_marks_numbers_go_on_where_nobody_can_have_been(desk: Desk) -> None:
    printed(desk, 5)
    shutil.rmtree(desk.home.marks)
    assert printed(desk, 2).lot.first == 1001
    assert printed(desk, 2).lot.first == 1003


def test_marks_older_than_the_database_are_not_believed(desk: Desk, tmp_path: Path) -> None:
    printed(desk, 5)
    shutil.copytree(desk.home.marks, tmp_path / "old")
    printed(desk, 5)
    shutil.rmtree(desk.home.marks)
    shutil.copytree(tmp_path / "old", desk.home.marks)
    assert printed(desk, 1).lot.first == 1001


def test_when_the_numbers_are_used_up_it_is_said(desk: Desk) -> None:
    printed(desk, 1)
    with desk.database.write("fill") as work:
        row = dict(work.connection.execute(schema.lot.select()).mappings().one())
        row.pop("row_hash")
        full = {**row, "id": work.new_id(), "first_serial": HIGHEST_SERIAL - 1, "amount": 2}
        work.add(schema.lot, [full])
    with pytest.raises(RefusedInput, match="used up"):
        printed(desk, 1)


def test_annulling_needs_a_reason_and_is_done_once(desk: Desk) -> None:
    lot = printed(desk, 5).lot
    with pytest.raises(RefusedInput):
        annul_lot(desk, lot.id, "  ")
    assert annul_lot(desk, lot.id, "paper jam").kinds == {Kind.BINDERS}
    assert [known.annulled for known in list_lots(desk, ward(desk))] == ["paper jam"]
    with pytest.raises(RefusedInput, match="paper jam"):
        annul_lot(desk, lot.id, "again")
    with pytest.raises(NotFound):
        annul_lot(desk, "nothing", "why")
    assert printed(desk, 1).lot.first == 6


def test_two_hundred_lots_never_share_a_serial(desk: Desk) -> None:
    for number in range(12):
        printed(desk, number + 1)
    lots = sorted(list_lots(desk, ward(desk)), key=lambda lot: lot.first)
    assert all(before.last + 1 == after.first for before, after in pairwise(lots))


def test_a_home_that_is_only_read_prints_no_numbers(desk: Desk) -> None:
    reading = open_desk(desk.home, CLOCK, writing=False)
    with pytest.raises(DeskError):
        printed(reading, 1)
    assert list_lots(reading, ward(reading)) == ()
    reading.close()


def test_no_two_lots_are_proposed_one_file_wherever_the_first_one_went(desk: Desk) -> None:
    first = suggested_path(desk, "F05", ward(desk))
    assert "000001" in first.name
    printed(desk, 7, name="elsewhere.pdf")
    second = suggested_path(desk, "F05", ward(desk))
    assert second.name.startswith("F05 ")
    assert "000008" in second.name
    second.write_bytes(b"%PDF")
    assert suggested_path(desk, "F05", ward(desk)).name == f"{second.stem} (2).pdf"


def test_the_forms_of_the_hospital_can_be_numbered_as_well(desk: Desk) -> None:
    own = desk.home.forms / "F61.toml"
    own.write_text(
        'code = "F61"\ntitle = "Fiche maison"\nrevision = 2\nafter_outage = "keep"\n'
        'afterwards = "Garder."\n[foot]\nsigned_by = "Rempli par"\n[[blocks]]\nkind = "note"\n'
        'text = "Note."\n',
        encoding="utf-8",
    )
    codes = dict(list_forms(desk))
    assert codes["F61"] == "Fiche maison"
    assert printed(desk, 1, "F61").lot.form_revision == "2"


def test_what_is_too_long_is_refused_before_a_number_is_given_and_not_cut(desk: Desk) -> None:
    path = suggested_path(desk, "F05", ward(desk))
    with pytest.raises(RefusedField, match="longer than"):
        print_lot(desk, "F05", ward(desk), 2, path, "x" * 301)
    assert (path.exists(), list_lots(desk, ward(desk))) == (False, ())
    lot = printed(desk, 2).lot
    with pytest.raises(RefusedField, match="longer than"):
        annul_lot(desk, lot.id, "x" * 20_001)
    assert [known.annulled for known in list_lots(desk, ward(desk))] == [""]
