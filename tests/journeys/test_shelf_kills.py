"""Killed at any moment, or several at once: paper is whole, and bears no number twice."""

from __future__ import annotations

import getpass
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.storage import schema
from referent_desk.storage.binders import known_revisions
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.lots import list_lots
from referent_desk.usecases.replacements import propose
from tests.paper.pdfs import page_texts, structure
from tests.usecases.homes import CLOCK
from tests.usecases.shelves import Shelf, filed_shelf

pytestmark = pytest.mark.torture

KILLS = 12
WORK = """
import itertools, os, random, signal, sys, time
from pathlib import Path
from referent_desk.home import Home
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.desks import open_desk
from referent_desk.usecases.lots import print_lot
from referent_desk.usecases.replacements import print_replacements
from tests.usecases.homes import CLOCK
from tests.usecases.shelves import Shelf

folder, kind = Path(sys.argv[2]), sys.argv[3]

def work(desk):
    shelf = Shelf(desk, sys.argv[5])
    begun = time.time_ns()
    path = folder / f"{begun}.pdf"
    if kind != "forms":
        shelf.say_number(f"06{begun // 1000 % 10**8:08}")
    if kind == "forms":
        print_lot(desk, "F05", shelf.department, 5, path)
    elif kind == "replacements":
        print_replacements(desk, shelf.department, 1, path)
        print_replacements(desk, shelf.department, 1, folder / "same.pdf")
    else:
        print_binder(desk, shelf.department, path, copy_number=1)
        print_binder(desk, shelf.department, folder / "same.pdf", copy_number=1)

def run(times, writing):
    desk = open_desk(Home(Path(sys.argv[1])), CLOCK)
    for _time in times:
        work(desk)
        os.write(writing, b".")
    os._exit(0)

chance = random.Random(7)
begun = time.monotonic()
reading, writing = os.pipe()
whole = os.fork()
if whole == 0:
    run(range(2), writing)
assert os.waitpid(whole, 0)[1] == 0
takes = time.monotonic() - begun
for kill in range(int(sys.argv[4])):
    os.close(reading)
    os.close(writing)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        run(itertools.count(), writing)
    if kill % 2:
        os.read(reading, 1)
    time.sleep(chance.uniform(0.02, 1.0) * takes)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""
"""Works again and again on a home, and is killed at moments that nobody chose: half of them
while it opens the home and does its first work, half of them later."""

SHEET = re.compile(r"RD1 S \S+ (\S+) (\d+) (\w{4})")
FORM = re.compile(r"RD1 F \S+ F05 (\d{6})")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = filed_shelf(tmp_path)
    shelf.desk.close()
    yield shelf
    shelf.desk.close()


def killed(shelf: Shelf, folder: Path, kind: str) -> list[str]:
    """The text of every PDF that lies there afterwards; each is whole."""
    folder.mkdir()
    home = str(shelf.desk.home.root)
    told = (home, str(folder), kind, str(KILLS), shelf.department)
    subprocess.run([sys.executable, "-c", WORK, *told], check=True, timeout=120)
    texts = []
    for path in sorted(folder.glob("*.pdf")):
        with structure(path.read_bytes()) as document:
            assert document.check_pdf_syntax() == []
        texts.append(" ".join(page_texts(path.read_bytes())))
    assert len(texts) > KILLS / 2
    return texts


@pytest.mark.parametrize("kind", ["binder", "replacements"])
def test_what_lies_on_paper_after_kills_is_known_and_no_number_is_given_twice(
    shelf: Shelf, tmp_path: Path, kind: str
) -> None:
    texts = killed(shelf, tmp_path / "paper", kind)
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    assert not shelf.desk.read_only
    assert check(shelf.desk).faults == ()
    with shelf.desk.database.read() as connection:
        known = {
            (k.code, str(k.revision), k.check_code)
            for k in known_revisions(connection, shelf.department)
        }
        numbers = [row.number for row in connection.execute(schema.print_run.select())]
    printed = {found for text in texts for found in SHEET.findall(text)}
    printed = {found for found in printed if not found[0].startswith("BORD")}
    assert printed
    assert printed <= known
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert not propose(shelf.desk, shelf.department).forgotten


def test_no_serial_lies_on_two_sheets_after_kills_and_each_is_in_the_register(
    shelf: Shelf, tmp_path: Path
) -> None:
    texts = killed(shelf, tmp_path / "paper", "forms")
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    assert check(shelf.desk).faults == ()
    serials = [int(found) for text in texts for found in FORM.findall(text)]
    lots = list_lots(shelf.desk, shelf.department)
    given = {n for lot in lots if not lot.annulled for n in range(lot.first, lot.last + 1)}
    assert len(serials) == len(set(serials)) == 5 * len(texts)
    assert set(serials) <= given


TOGETHER = 3


def test_programs_that_print_one_copy_at_once_share_a_run_or_say_who_writes(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    shelf.say_number("4100")
    shelf.desk.close()
    output = tmp_path / "same.pdf"
    command = [sys.executable, "-m", "referent_desk", "--home", str(shelf.desk.home.root)]
    line = [*command, "--language", "en", "print", "CAR", "--output", str(output)]
    started = [
        subprocess.Popen(
            [*line, "--copy", "1", "--replacements"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _each in range(TOGETHER)
    ]
    answers = [process.communicate(timeout=60) for process in started]
    assert [process.returncode for process in started] == [0] * TOGETHER
    with structure(output.read_bytes()) as document:
        assert document.check_pdf_syntax() == []
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    runs = shelf.runs()
    assert [run.number for run in runs] == [2, 1]
    unregistered = [err for _out, err in answers if "not registered" in err]
    assert len(unregistered) < TOGETHER
    assert all("is open" in err or "writ" in err for err in unregistered), unregistered


def test_while_somebody_writes_the_command_says_who_and_its_paper_that_nobody_knows_of_it(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.desk = open_desk(shelf.desk.home, CLOCK)
    shelf.say_number("4100")
    output = tmp_path / "same.pdf"
    command = [sys.executable, "-m", "referent_desk", "--home", str(shelf.desk.home.root)]
    line = [*command, "--language", "en", "print", "CAR", "--output", str(output)]
    said = subprocess.run(
        [*line, "--copy", "1", "--replacements"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stderr
    assert getpass.getuser() in said
    assert "not registered" in said
    assert len(shelf.runs()) == 1
    slip, *_others = page_texts(output.read_bytes())
    assert "Unregistered printing" in slip
    assert "recorded in the program" not in slip
