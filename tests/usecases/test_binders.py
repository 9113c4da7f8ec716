from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.clock import SystemClock
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.binders import known_revisions, sheets_of_run
from referent_desk.usecases.binders import (
    preview_binder,
    print_all,
    print_binder,
    suggested_path,
)
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.print_results import PrintResult
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK, LATER, TOMORROW, bare_desk, demo_desk

FACTS = (schema.sheet_code, schema.sheet_revision, schema.print_run, schema.printed_sheet)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two bare departments: their binders are small."""
    desk = bare_desk(tmp_path)
    yield desk
    assert check(desk).faults == ()
    desk.close()


def departments(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        rows = connection.execute(schema.node.select().where(schema.node.c.kind == "department"))
        return sorted(row.id for row in rows)


def facts(desk: Desk) -> list[list[object]]:
    with desk.database.read() as connection:
        return [list(connection.execute(table.select())) for table in FACTS]


def sheets(desk: Desk, result: PrintResult) -> list[tuple[str, int | None]]:
    with desk.database.read() as connection:
        runs = connection.execute(schema.print_run.select())
        run = next(row for row in runs if row.number == result.run_number)
        return sheets_of_run(connection, run.id)


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def test_the_demo_binder_is_kept_as_facts_and_numbers_change_only_with_what_is_printed(
    demo: Desk,
) -> None:
    key = find_department(demo, "CAR").id
    first = print_binder(demo, key, demo.home.prints / "1.pdf", who="Maryse")
    before = facts(demo)
    printed = sheets(demo, first)
    assert first.run_number == 1
    assert printed[:2] == [("COUV", 1), ("LISTE", 1)]
    assert {revision for _code, revision in printed} == {1}
    assert first.sheets == len(printed) == len({code for code, _revision in printed})
    content = first.path.read_bytes()

    again = print_binder(demo, key, demo.home.prints / "2.pdf")
    assert again.path.read_bytes() == content
    assert facts(demo) == before

    demo.clock = LATER
    evening = print_binder(demo, key, demo.home.prints / "3.pdf")
    assert evening.path.read_bytes() == content
    assert facts(demo) == before

    demo.clock = CLOCK
    entry = _entry_of(demo, "it_on_call")
    with demo.database.write("edit") as work:
        work.change(schema.directory_entry, entry, {"number": "4999"})
    changed = print_binder(demo, key, demo.home.prints / "4.pdf")
    new = [code for code, revision in sheets(demo, changed) if revision == 2]
    assert {code for code in new if code == "LISTE" or _says(demo, key, code, "4999")} == set(new)
    assert "LISTE" in new
    assert "ANN-01" in new
    old = [code for code, revision in sheets(demo, changed) if revision == 1]
    assert not any(_says(demo, key, code, "4999") for code in old)

    number = _number_before(demo, entry)
    with demo.database.write("undo") as work:
        work.change(schema.directory_entry, entry, {"number": number})
    back = print_binder(demo, key, demo.home.prints / "5.pdf")
    assert sheets(demo, back) == printed
    assert back.path.read_bytes() == content, "the same sheets on the same day are the same run"
    assert check(demo).faults == ()


def _entry_of(desk: Desk, purpose: str) -> str:
    with desk.database.read() as connection:
        rows = connection.execute(schema.directory_entry.select())
        return str(next(row.id for row in rows if row.purpose == purpose))


def _number_before(desk: Desk, entry: str) -> str:
    with desk.database.read() as connection:
        rows = connection.execute(schema.change.select())
        changed = (r.before_value for r in rows if (r.row_id, r.field) == (entry, "number"))
        return str(next(changed))


def _says(desk: Desk, department: str, code: str, text: str) -> bool:
    """Whether the newest printed body under a code holds a text."""
    with desk.database.read() as connection:
        newest = [r for r in known_revisions(connection, department) if r.code == code][-1]
        rows = connection.execute(schema.sheet_revision.select())
        return text in next(row.body for row in rows if row.id == newest.id)


def test_a_preview_leaves_no_trace(desk: Desk) -> None:
    before = facts(desk)
    with desk.database.read() as connection:
        entries = connection.execute(schema.audit.select()).all()
    preview = preview_binder(desk, departments(desk)[0])
    assert preview.pdf.startswith(b"%PDF-")
    assert facts(desk) == before
    with desk.database.read() as connection:
        assert connection.execute(schema.audit.select()).all() == entries
        codes = {row.paper_code for row in connection.execute(schema.node.select())}
    assert codes == {None}


def test_the_first_print_freezes_a_paper_code_of_its_own(desk: Desk, tmp_path: Path) -> None:
    results = print_all(desk, tmp_path / "out")
    assert [result.path.name for result in results] == ["CAR.pdf", "CAR2.pdf"]
    assert [result.run_number for result in results] == [1, 2]
    assert print_all(desk, tmp_path / "again")[1].path.read_bytes() == results[1].path.read_bytes()
    assert suggested_path(desk, departments(desk)[0]).name == "Cardiologie – binder 2026-11-22.pdf"


def test_printing_everything_says_how_far_it_is(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    print_all(desk, tmp_path / "out", progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_department_without_software_gets_a_sheet_that_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    result = print_binder(desk, departments(desk)[0], tmp_path / "x.pdf")
    assert "LOG-01" in [code for code, _revision in sheets(desk, result)]
    assert result.set_plain == ()


def test_a_copy_begins_to_exist_when_it_is_first_printed(desk: Desk, tmp_path: Path) -> None:
    key = departments(desk)[0]
    second = print_binder(desk, key, tmp_path / "2.pdf", copy_number=2)
    assert (second.copy_number, second.new_copy) == (2, True)
    again = print_binder(desk, key, tmp_path / "2b.pdf", copy_number=2)
    assert (again.run_number, again.new_copy) == (second.run_number, False)
    assert again.path.read_bytes() == second.path.read_bytes()
    only = print_binder(desk, key, tmp_path / "only.pdf")
    assert only.copy_number == 2, "the only copy is meant when none is named"
    third = print_binder(desk, key, tmp_path / "3.pdf", copy_number=3)
    assert (third.run_number != second.run_number, third.new_copy) == (True, True)
    assert print_binder(desk, key, tmp_path / "none.pdf").copy_number is None


def test_what_was_printed_for_no_copy_today_is_not_the_beginning_of_one(
    desk: Desk, tmp_path: Path
) -> None:
    key = departments(desk)[0]
    loose = print_binder(desk, key, tmp_path / "loose.pdf")
    first = print_binder(desk, key, tmp_path / "1.pdf", copy_number=1)
    assert (loose.copy_number, first.new_copy) == (None, True)
    assert first.run_number != loose.run_number
    assert print_binder(desk, key, tmp_path / "again.pdf").copy_number == 1


def test_sides_are_part_of_a_run(desk: Desk, tmp_path: Path) -> None:
    key = departments(desk)[0]
    two = print_binder(desk, key, tmp_path / "2.pdf")
    one = print_binder(desk, key, tmp_path / "1.pdf", one_sided=True)
    assert one.run_number != two.run_number
    assert one.pages < two.pages


def test_another_day_is_another_run_of_the_same_sheets(desk: Desk, tmp_path: Path) -> None:
    key = departments(desk)[0]
    today = print_binder(desk, key, tmp_path / "1.pdf")
    desk.clock = TOMORROW
    tomorrow = print_binder(desk, key, tmp_path / "2.pdf")
    assert (today.run_number, tomorrow.run_number) == (1, 2)
    assert sheets(desk, today) == sheets(desk, tomorrow)


def test_a_binder_that_comes_back_is_a_new_run_for_a_copy_which_a_later_one_superseded(
    desk: Desk, tmp_path: Path
) -> None:
    key = departments(desk)[0]

    def printed(name: str) -> int | None:
        with desk.database.write("rename") as work:
            work.change(schema.node, key, {"name": name})
        return print_binder(desk, key, tmp_path / "1.pdf", copy_number=1).run_number

    assert [printed(name) for name in ("Cardio", "Cardio", "Dialyse", "Cardio")] == [1, 1, 2, 3]


def test_by_the_clock_of_the_pc_the_same_print_gives_the_same_bytes(
    desk: Desk, tmp_path: Path
) -> None:
    desk.clock = SystemClock()
    key = departments(desk)[0]
    one = print_binder(desk, key, tmp_path / "1.pdf")
    other = print_binder(desk, key, tmp_path / "2.pdf")
    if one.run_number == other.run_number:  # it was not midnight between the two
        assert one.path.read_bytes() == other.path.read_bytes()


def test_a_home_that_is_only_read_prints_paper_that_says_it_is_not_registered(
    desk: Desk, tmp_path: Path
) -> None:
    reader = open_desk(desk.home, CLOCK, writing=False)
    result = print_binder(reader, departments(desk)[0], tmp_path / "x.pdf", copy_number=3)
    assert result.run_number is None
    texts = page_texts(result.path.read_bytes())
    assert all("Unregistered printing" in text for text in texts)
    assert "The program will not say when" in texts[0]
    assert not desk.home.marks.exists()
    assert len(print_all(reader, tmp_path / "all")) == 2
    reader.close()
    assert facts(desk) == [[], [], [], []]


@pytest.mark.parametrize("content", [b"SQLite format 3\x00", b"PK\x03\x04 an xlsx"])
def test_nothing_but_a_pdf_is_printed_over(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "named by mistake"
    path.write_bytes(content)
    with pytest.raises(RefusedInput, match="not a PDF"):
        print_binder(desk, departments(desk)[0], path)
    assert path.read_bytes() == content
    assert facts(desk) == [[], [], [], []]


def test_a_print_that_fails_allots_nothing_and_keeps_the_old_file(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF- old")

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_binder(desk, departments(desk)[0], path, progress=stop)
    assert path.read_bytes() == b"%PDF- old"
    assert facts(desk) == [[], [], [], []]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "x.pdf"]


def test_what_keeps_no_binder_is_refused(desk: Desk, tmp_path: Path) -> None:
    for key in ("nowhere", find_department(desk, "Pôle Nord").id):
        with pytest.raises(NotFound, match="keeps no binder"):
            print_binder(desk, key, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
