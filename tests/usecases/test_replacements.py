from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.copies import CopyEnd
from referent_desk.domain.copy_contents import stage_of
from referent_desk.domain.records import RecordKind
from referent_desk.errors import Cancelled, NotFound, RefusedInput
from referent_desk.resources import resource
from referent_desk.storage import schema
from referent_desk.storage.binders import known_revisions, last_run_number
from referent_desk.usecases.checks import check
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.records import edit_field
from referent_desk.usecases.replacements import (
    preview_replacements,
    print_replacements,
    propose,
    suggested_path,
)
from referent_desk.usecases.run_facts import annul_mark
from tests.paper.pdfs import letters_only, page_texts
from tests.usecases.homes import CLOCK, LATER, TOMORROW
from tests.usecases.shelves import Shelf, filed_shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """Copy 1 holds the binder as it is."""
    shelf = filed_shelf(tmp_path)
    yield shelf
    assert check(shelf.desk).faults == ()
    shelf.desk.close()


def slip(shelf: Shelf) -> str:
    return letters_only(page_texts(shelf.path("changes").read_bytes())[0])


def printed_codes(shelf: Shelf) -> list[str]:
    return [sheet.code for sheet in shelf.runs()[0].sheets]


def test_a_changed_number_prints_its_sheet_and_the_list_behind_a_slip(shelf: Shelf) -> None:
    shelf.say_number("4100")
    proposal = propose(shelf.desk, shelf.department, 1)
    assert (proposal.insert, proposal.remove, proposal.full) == (2, 0, False)
    result = shelf.print_changes()
    assert (result.run_number, result.sheets, result.copy_number) == (2, 2, 1)
    assert printed_codes(shelf) == ["ANN-01", "LISTE"]
    texts = page_texts(result.path.read_bytes())
    assert len(texts) == result.pages == 6
    assert "left empty on purpose" in texts[1]
    assert ["ANN-01" in texts[2], "LISTE" in texts[4]] == [True, True]
    assert "REF-01" in texts[4], "the list names the sheets that stay"
    words = slip(shelf)
    assert "Replace2sheets" in words
    assert "BORD.2" in words
    for sheet in shelf.runs()[0].sheets:
        old = shelf.content().sheets[sheet.code]
        assert f"rev.1check{old.check_code}rev.2check{sheet.check_code}" in words


def test_filed_replacements_make_the_copy_what_it_should_be(shelf: Shelf) -> None:
    before = shelf.revisions()
    shelf.say_number("4100")
    shelf.file(shelf.print_changes())
    assert shelf.revisions() == {**before, "ANN-01": 2, "LISTE": 2}
    proposal = propose(shelf.desk, shelf.department, 1)
    assert (proposal.insert, proposal.remove, proposal.share) == (0, 0, 0.0)
    with pytest.raises(RefusedInput, match="Copy 1 holds what it should"):
        print_replacements(shelf.desk, shelf.department, 1, shelf.path("none"))
    assert not shelf.path("none").exists()


def test_a_body_that_comes_back_takes_its_old_number_on_the_slip(shelf: Shelf) -> None:
    shelf.say_number("4100")
    shelf.file(shelf.print_changes())
    shelf.say_number("")
    shelf.print_changes()
    words = slip(shelf)
    assert words.index("rev.2") < words.index("rev.1")
    assert [(s.code, s.revision) for s in shelf.runs()[0].sheets] == [("ANN-01", 1), ("LISTE", 1)]


def test_sheets_that_come_and_go_are_inserted_and_removed(shelf: Shelf) -> None:
    form = shelf.desk.home.forms / "F90.toml"
    write_own_form(form)
    shelf.file(shelf.print_changes())
    assert printed_codes(shelf) == ["F90", "LISTE"]
    assert "nothing" in slip(shelf)
    form.unlink()
    proposal = propose(shelf.desk, shelf.department, 1)
    assert (proposal.insert, proposal.remove) == (1, 1)
    removal = shelf.print_changes()
    assert printed_codes(shelf) == ["LISTE"]
    assert "F90" in slip(shelf)
    shelf.file(removal)
    assert "F90" not in shelf.revisions()


def write_own_form(path: Path) -> None:
    """A form of the hospital's own: a sheet more in every binder."""
    shipped = resource("forms", "en", "F26.toml").read_text(encoding="utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(shipped.replace("F26", "F90"), encoding="utf-8")


def test_the_same_replacements_on_the_same_day_are_the_same_run(shelf: Shelf) -> None:
    shelf.say_number("4100")
    first = shelf.print_changes()
    content = first.path.read_bytes()
    shelf.desk.clock = LATER
    again = shelf.print_changes()
    assert (again.run_id, again.path.read_bytes()) == (first.run_id, content)
    shelf.desk.clock = TOMORROW
    later = shelf.print_changes()
    assert later.run_number == 3
    assert "Printrun2wasneverfiled" in slip(shelf)
    assert later.path.read_bytes() != content


def test_a_printing_that_was_not_filed_is_superseded_by_one_that_holds_all(shelf: Shelf) -> None:
    shelf.say_number("4100")
    second = shelf.print_changes()
    shelf.add_number("Laboratoire", "4200")
    edit_field(shelf.desk, RecordKind.NODE, shelf.department, "place", "3e étage")
    third = shelf.print_changes()
    assert (second.run_number, third.run_number) == (2, 3)
    assert printed_codes(shelf) == ["ANN-01", "LISTE", "COUV"]
    assert [str(stage_of(run, shelf.runs())) for run in shelf.runs()] == [
        "prepared",
        "superseded",
        "filed",
    ]
    shelf.file(third)
    assert propose(shelf.desk, shelf.department, 1).insert == 0
    assert shelf.revisions()["ANN-01"] == 3


def test_what_waits_to_be_filed_is_named_when_nothing_differs_any_more(shelf: Shelf) -> None:
    shelf.say_number("4100")
    shelf.print_changes()
    shelf.say_number("")
    proposal = propose(shelf.desk, shelf.department, 1)
    assert (proposal.insert, proposal.superseded) == (0, 2)


def test_a_filing_that_was_annulled_is_replaced_again(shelf: Shelf) -> None:
    shelf.say_number("4100")
    result = shelf.print_changes()
    shelf.file(result)
    annul_mark(shelf.desk, result.run_id or "", "It lay in the tray")
    assert propose(shelf.desk, shelf.department, 1).insert == 2
    assert shelf.print_changes().run_id == result.run_id


def test_each_copy_is_replaced_by_what_it_holds_itself(shelf: Shelf) -> None:
    shelf.fill(copy=2)
    shelf.say_number("4100")
    shelf.file(shelf.print_changes(1))
    assert propose(shelf.desk, shelf.department, 1).insert == 0
    assert propose(shelf.desk, shelf.department, 2).insert == 2
    shelf.print_changes(2)
    assert [(s.code, s.revision) for s in shelf.runs(2)[0].sheets] == [("ANN-01", 2), ("LISTE", 2)]
    with pytest.raises(RefusedInput, match="several copies"):
        propose(shelf.desk, shelf.department)


def test_the_only_copy_need_not_be_named(shelf: Shelf) -> None:
    shelf.say_number("4100")
    assert propose(shelf.desk, shelf.department).copy_number == 1
    assert shelf.print_changes(None).copy_number == 1


def test_a_copy_in_which_nothing_was_filed_gets_the_whole_binder(shelf: Shelf) -> None:
    shelf.print_all(2)
    proposal = propose(shelf.desk, shelf.department, 2)
    assert (proposal.full, proposal.never_filed, proposal.share) == (True, True, 1.0)
    with pytest.raises(RefusedInput, match="Nothing was ever filed in copy 2"):
        shelf.print_changes(2)


def test_replacements_for_a_copy_that_is_closed_or_not_known_are_refused(shelf: Shelf) -> None:
    with pytest.raises(NotFound, match="no copy 7"):
        shelf.print_changes(7)
    close_copy(shelf.desk, shelf.copy().id, CopyEnd.LOST, date(2026, 11, 22))
    for number in (1, None):
        with pytest.raises(RefusedInput, match=r"Copy 1 was lost|no copy yet"):
            shelf.print_changes(number)
    assert len(shelf.all_runs()) == 1


def test_a_binder_that_changed_nearly_whole_is_proposed_whole_and_may_be_replaced_all_the_same(
    shelf: Shelf,
) -> None:
    with shelf.desk.database.write("language") as work:
        binder = work.connection.execute(schema.binder.select()).one()
        work.change(schema.binder, binder.id, {"language": "fr"})
    proposal = propose(shelf.desk, shelf.department, 1)
    assert (proposal.full, proposal.never_filed, proposal.share) == (True, False, 1.0)
    result = shelf.print_changes()
    assert result.sheets == proposal.insert == len(shelf.revisions())
    assert "Remplacer" in slip(shelf), "the slip speaks the binder's language"


def test_a_preview_allots_nothing(shelf: Shelf) -> None:
    shelf.say_number("4100")
    preview = preview_replacements(shelf.desk, shelf.department, 1)
    assert "BORD. —" in page_texts(preview.pdf)[0]
    assert "Preview, not recorded" in page_texts(preview.pdf)[0]
    assert len(shelf.all_runs()) == 1
    with shelf.desk.database.read() as connection:
        known = {k.code: k.revision for k in known_revisions(connection, shelf.department)}
    assert known["ANN-01"] == 1


def test_the_file_is_named_after_the_copy(shelf: Shelf) -> None:
    path = suggested_path(shelf.desk, shelf.department, 1)
    assert path.parent == shelf.desk.home.prints
    assert path.name.endswith("2026-11-22, replacements for copy 1.pdf")


def test_cancelling_leaves_no_file_no_fact_and_no_number(shelf: Shelf) -> None:
    shelf.say_number("4100")

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_replacements(shelf.desk, shelf.department, 1, shelf.path("changes"), progress=stop)
    assert not shelf.path("changes").exists()
    assert len(shelf.all_runs()) == 1
    assert shelf.print_changes().run_number == 2


def test_a_home_that_is_only_read_prints_paper_that_says_it_is_not_registered(
    shelf: Shelf,
) -> None:
    shelf.say_number("4100")
    reader = open_desk(shelf.desk.home, CLOCK, writing=False)
    try:
        output = shelf.path("changes")
        result = print_replacements(reader, shelf.department, 1, output)
        assert (result.run_number, result.run_id, result.sheets) == (None, None, 2)
        texts = page_texts(output.read_bytes())
        assert all("Unregistered printing" in text for text in texts)
        assert "Preview" not in "".join(texts)
    finally:
        reader.close()
    assert len(shelf.all_runs()) == 1


def test_two_programs_that_print_one_copy_give_one_run(shelf: Shelf) -> None:
    """The one that comes second reads only while the first writes; later it finds the same run."""
    shelf.say_number("4100")
    first = shelf.print_changes()
    other = open_desk(shelf.desk.home, CLOCK)
    assert other.read_only
    other.close()
    shelf.desk.close()
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    assert shelf.print_changes().run_id == first.run_id
    shelf.say_number("4200")
    assert shelf.print_changes().run_number == 3


def restored(shelf: Shelf, change: str, *, with_marks: bool) -> Desk:
    """A backup is taken, the number changes, sheets are printed and filed; then it is put back."""
    backup = shelf.desk.back_up()
    shelf.say_number(change)
    shelf.file(shelf.print_changes())
    home = shelf.desk.home
    shelf.desk.close()
    shutil.copyfile(backup.path, home.database)
    if not with_marks:
        shutil.rmtree(home.marks)
    return open_desk(home, TOMORROW)


def test_after_a_backup_was_put_back_no_number_is_given_to_another_body(shelf: Shelf) -> None:
    shelf.desk = restored(shelf, "4100", with_marks=True)
    with shelf.desk.database.read() as connection:
        assert last_run_number(connection) == 1
    shelf.say_number("4200")
    result = shelf.print_changes()
    assert result.run_number == 3
    numbers = {sheet.code: sheet.revision for sheet in shelf.runs()[0].sheets}
    assert numbers == {"ANN-01": 3, "LISTE": 3}
    shelf.file(result, day=date(2026, 11, 23))
    shelf.say_number("4300")
    shelf.print_changes()
    numbers = {sheet.code: sheet.revision for sheet in shelf.runs()[0].sheets}
    assert numbers == {"ANN-01": 4, "LISTE": 4}


def test_after_a_backup_was_put_back_each_copy_is_proposed_whole_until_it_was_filed_whole(
    shelf: Shelf,
) -> None:
    shelf.fill(copy=2)
    assert not propose(shelf.desk, shelf.department, 1).forgotten
    shelf.desk = restored(shelf, "4100", with_marks=True)
    for copy in (1, 2):
        proposal = propose(shelf.desk, shelf.department, copy)
        assert (proposal.full, proposal.forgotten, proposal.never_filed) == (True, True, False)
    shelf.file(shelf.print_all(1), day=date(2026, 11, 23))
    assert [propose(shelf.desk, shelf.department, n).forgotten for n in (1, 2)] == [False, True]
    shelf.say_number("4200")
    shelf.file(shelf.print_changes(1), day=date(2026, 11, 23))
    assert not propose(shelf.desk, shelf.department, 1).forgotten


def test_a_code_whose_subject_was_forgotten_is_given_to_no_other(shelf: Shelf) -> None:
    backup = shelf.desk.back_up()
    write_own_form(shelf.desk.home.forms / "F90.toml")
    shelf.file(shelf.print_changes())
    home = shelf.desk.home
    shelf.desk.close()
    shutil.copyfile(backup.path, home.database)
    shelf.desk = open_desk(home, TOMORROW)
    shelf.print_changes()
    numbers = {sheet.code: sheet.revision for sheet in shelf.runs()[0].sheets}
    assert numbers["F90"] == 2


def test_without_marks_the_numbers_go_on_where_nobody_can_have_been(shelf: Shelf) -> None:
    shelf.desk = restored(shelf, "4100", with_marks=False)
    shelf.say_number("4200")
    assert shelf.print_changes().run_number == 101
    assert shelf.runs()[0].sheets[0].revision == 101
    shelf.say_number("4300")
    assert shelf.print_changes().run_number == 102


def test_no_mark_is_raised_by_a_preview_or_by_a_printing_that_fails(shelf: Shelf) -> None:
    before = {path: path.read_bytes() for path in shelf.desk.home.marks.iterdir()}
    assert len(before) == 2
    shelf.say_number("4100")
    preview_replacements(shelf.desk, shelf.department, 1)
    with pytest.raises(RefusedInput):
        print_replacements(shelf.desk, shelf.department, 1, shelf.desk.home.database)
    assert {path: path.read_bytes() for path in shelf.desk.home.marks.iterdir()} == before
