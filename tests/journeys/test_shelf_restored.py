"""A backup is put back over the home: the shelf knows more than the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.domain.records import RecordKind
from referent_desk.domain.shelf_checks import Found
from referent_desk.gui.copies.words import copy_state, proposal_sentence, state_sentence
from referent_desk.language import speak
from referent_desk.log import stop_log
from referent_desk.storage import schema
from referent_desk.storage.backups import Backup
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.lots import print_lot
from referent_desk.usecases.records import add_record
from referent_desk.usecases.replacements import propose
from referent_desk.usecases.shelf_checks import read
from tests.usecases.homes import TOMORROW
from tests.usecases.shelves import Shelf, filed_shelf

NEXT_DAY = date(2026, 11, 23)
Restore = Callable[[], None]


@dataclass
class Paper:
    """Every number that was ever printed, with the body that bears it."""

    runs: dict[int, str] = field(default_factory=dict)
    sheets: dict[tuple[str, int], str] = field(default_factory=dict)
    serials: set[int] = field(default_factory=set)

    def take_runs(self, shelf: Shelf) -> None:
        for run in shelf.all_runs():
            assert self.runs.setdefault(run.number, run.id) == run.id, f"two runs {run.number}"
            for sheet in run.sheets:
                key = (sheet.code, sheet.revision)
                known = self.sheets.setdefault(key, sheet.body_hash)
                assert known == sheet.body_hash, f"two sheets {key}"

    def take_lot(self, shelf: Shelf, amount: int) -> None:
        output = shelf.path(f"lot{len(self.serials)}")
        lot = print_lot(shelf.desk, "F05", shelf.department, amount, output).lot
        serials = set(range(lot.first, lot.last + 1))
        assert not serials & self.serials
        self.serials |= serials


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = filed_shelf(tmp_path)
    yield shelf
    shelf.desk.close()


def put_back(shelf: Shelf, backup: Backup, *, with_marks: bool) -> None:
    home = shelf.desk.home
    shelf.desk.close()
    shutil.copyfile(backup.path, home.database)
    if not with_marks:
        shutil.rmtree(home.marks)
    shelf.desk = open_desk(home, TOMORROW)


@pytest.mark.parametrize("with_marks", [True, False])
def test_no_number_is_given_twice_whatever_was_put_back(shelf: Shelf, *, with_marks: bool) -> None:
    paper = Paper()
    paper.take_lot(shelf, 3)
    backup = shelf.desk.back_up()
    for number in ("4100", "4101", "4102"):
        shelf.say_number(number)
        shelf.file(shelf.print_changes())
        paper.take_lot(shelf, 4)
    paper.take_runs(shelf)
    put_back(shelf, backup, with_marks=with_marks)
    for number in ("4200", "4201"):
        shelf.say_number(number)
        shelf.file(shelf.print_changes(), day=NEXT_DAY)
        paper.take_lot(shelf, 4)
    paper.take_runs(shelf)
    shelf.print_all(None)
    paper.take_runs(shelf)


def test_a_body_that_was_printed_before_the_backup_keeps_its_number(shelf: Shelf) -> None:
    backup = shelf.desk.back_up()
    shelf.say_number("4100")
    shelf.file(shelf.print_changes())
    put_back(shelf, backup, with_marks=False)
    shelf.print_all()
    assert set(shelf.revisions().values()) == {1}


def new_copy(shelf: Shelf) -> int:
    key = add_record(
        shelf.desk, RecordKind.COPY, {"department_id": shelf.department, "place": "Poste"}
    ).id
    with shelf.desk.database.read() as connection:
        rows = connection.execute(schema.copy.select()).all()
    return int(next(row.number for row in rows if row.id == key))


def by_name(shelf: Shelf) -> None:
    assert new_copy(shelf) == 2


def by_printing(shelf: Shelf) -> None:
    shelf.print_all(2)


@pytest.mark.parametrize("begin", [by_name, by_printing])
def test_a_copy_that_stands_on_the_shelf_shares_its_number_with_no_new_one(
    shelf: Shelf, begin: Callable[[Shelf], None]
) -> None:
    backup = shelf.desk.back_up()
    begin(shelf)
    put_back(shelf, backup, with_marks=True)
    assert new_copy(shelf) == 3


@pytest.fixture
def forgetful(shelf: Shelf) -> Shelf:
    """The home forgot that a newer directory and list were filed into copy 1."""
    backup = shelf.desk.back_up()
    shelf.say_number("4100")
    shelf.file(shelf.print_changes())
    put_back(shelf, backup, with_marks=True)
    return shelf


def test_the_window_does_not_call_up_to_date_what_it_has_forgotten(forgetful: Shelf) -> None:
    speak("en")
    state = read_state(forgetful.desk, forgetful.department)
    (copy,) = state.copies
    assert copy.to_replace == 0
    assert copy.forgotten
    assert copy_state(copy).word == "not certain"
    assert "backup" in state_sentence(copy)
    proposal = propose(forgetful.desk, forgetful.department, 1)
    assert "backup" in proposal_sentence(proposal)
    forgetful.file(forgetful.print_all(), day=NEXT_DAY)
    (copy,) = read_state(forgetful.desk, forgetful.department).copies
    assert not copy.forgotten
    assert copy_state(copy).word == "up to date"


def test_the_command_says_which_copy_nobody_can_vouch_for(
    forgetful: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(forgetful.desk.home.root)
    forgetful.desk.close()
    code = cli.main(["--home", root, "--language", "en", "status", "CAR"])
    stop_log()
    assert code == 0
    said = capsys.readouterr().err
    assert "Copy 1" in said
    assert "backup" in said


def test_a_check_says_that_the_paper_is_newer_than_the_program(forgetful: Shelf) -> None:
    """The list that lies there is revision 2, which the home does not know any more."""
    with forgetful.desk.database.read() as connection:
        node = schema.node
        query = node.select().where(node.c.id == forgetful.department)
        paper = connection.execute(query).one().paper_code
    sheet = forgetful.content().sheets["LISTE"]
    reading = read(
        forgetful.desk, forgetful.copy().id, "LISTE", f"RD1 S {paper} LISTE 2 {sheet.check_code}"
    )
    assert reading.found is Found.NEWER


def test_a_printing_that_could_not_be_kept_is_no_reason_to_speak_of_a_backup(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full in the last moment: no number was given, and none is missed."""
    shelf.say_number("4100")
    trap = "CREATE TEMP TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"
    shelf.desk.database.driver().execute(trap)
    with pytest.raises(Exception, match="full"):
        shelf.print_changes()
    shelf.desk.database.driver().execute("DROP TRIGGER full")
    assert not propose(shelf.desk, shelf.department, 1).forgotten
    assert shelf.print_changes().run_number == 2
