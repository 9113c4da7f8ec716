from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.errors import Cancelled
from referent_desk.storage import schema
from referent_desk.usecases.binder_gathering import gather
from referent_desk.usecases.binders import preview_binder, print_binder
from referent_desk.usecases.checks import check
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.kept_sheets import render_changed
from tests.paper.memories import forget_everything
from tests.paper.pdfs import structure
from tests.usecases.homes import CLOCK, demo_content, demo_desk, home_of

KILLS = 30
PRINTING = """
import os, random, signal, sys, time
from pathlib import Path
from referent_desk.home import Home
from referent_desk.usecases.binders import print_binder
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import open_desk
from tests.memory_folders import memory_folder
from tests.paper.memories import forget_everything
from tests.usecases.homes import CLOCK, home_of

def print_on(home, path, copies):
    desk = open_desk(home, CLOCK)
    key = find_department(desk, "CAR").id
    for copy in copies:
        print_binder(desk, key, path, copy_number=copy % 7 + 1)
    desk.close()

def print_in_a_child(copies):
    child = os.fork()
    if child == 0:
        print_on(home, Path(sys.argv[2]), copies)
        os._exit(0)
    return child

home = Home(Path(sys.argv[1]))
with memory_folder() as folder:  # elsewhere: what is imported and parsed once is not killed
    print_on(home_of(home.database.read_bytes(), Path(folder)), Path(folder, "x.pdf"), [1])
forget_everything()
chance = random.Random(11)
os.waitpid(print_in_a_child([1]), 0)
begun = time.monotonic()
os.waitpid(print_in_a_child([2]), 0)
takes = time.monotonic() - begun
for _line in sys.stdin:
    child = print_in_a_child(range(1, 1000))
    time.sleep(chance.uniform(0.1, 1.5) * takes)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print("killed", flush=True)
"""
"""Begins to print each time it is told to, and kills that at a moment nobody chose: before the end
of the first printing, or while it prints the next copy."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    forget_everything()
    desk = demo_desk(tmp_path)
    yield desk
    desk.close()


def ward(desk: Desk) -> str:
    return find_department(desk, "CAR").id


def blobs(desk: Desk) -> list[Path]:
    return sorted(path for path in desk.home.kept_sheets.rglob("*") if path.is_file())


def test_what_the_binder_needs_is_laid_out_once_and_no_fact_is_written(desk: Desk) -> None:
    before = desk.database.changed
    first = render_changed(desk, ward(desk))
    assert first > 40
    assert blobs(desk)
    assert render_changed(desk, ward(desk)) == 0
    assert desk.database.changed == before
    with desk.database.read() as connection:
        assert list(connection.execute(schema.print_run.select())) == []


def bodies(desk: Desk) -> dict[str, str]:
    """Code → hash, without what is laid out at each printing."""
    key = ward(desk)
    with desk.database.read() as connection:
        binder = gather(desk, connection, key, None, CLOCK.now())
    sheets = {s.content.code: s.body_hash for s in binder.numbered.sheets}
    return {code: hashed for code, hashed in sheets.items() if code not in ("COUV", "LISTE")}


def test_only_what_changed_is_rendered_again(desk: Desk) -> None:
    before = bodies(desk)
    render_changed(desk, ward(desk))
    with desk.database.read() as connection:
        people = [row.id for row in connection.execute(schema.person.select()) if row.telephone]
    while bodies(desk) == before:
        with desk.database.write("renumber") as work:
            work.change(schema.person, people.pop(), {"telephone": "99 99"})
    now = bodies(desk)
    changed = {hashed for code, hashed in now.items() if before.get(code) != hashed}
    assert 0 < len(changed) < len(before)
    assert render_changed(desk, ward(desk)) == len(changed)


def test_a_rendered_binder_prints_the_same_bytes(desk: Desk) -> None:
    whole = preview_binder(desk, ward(desk))
    forget_everything()
    for path in blobs(desk):
        path.unlink()
    render_changed(desk, ward(desk))
    forget_everything()
    assert preview_binder(desk, ward(desk)) == whole


def test_rendering_that_is_stopped_keeps_what_it_did(desk: Desk) -> None:
    def stop(done: int, of: int) -> None:
        if done == 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        render_changed(desk, ward(desk), stop)
    some = len(blobs(desk))
    assert some > 5
    forget_everything()
    assert render_changed(desk, ward(desk)) > 0
    assert len(blobs(desk)) > some


def test_printing_that_is_stopped_leaves_no_file_and_no_fact(desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        if done == 30:
            raise Cancelled

    output = tmp_path / "binder.pdf"
    with pytest.raises(Cancelled):
        print_binder(desk, ward(desk), output, copy_number=1, progress=stop)
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob(".part-*")) == []
    with desk.database.read() as connection:
        assert list(connection.execute(schema.print_run.select())) == []


def test_a_home_that_is_only_read_is_left_as_it_is(tmp_path: Path) -> None:
    home = home_of(demo_content(), tmp_path)
    reader = open_desk(home, CLOCK, writing=False)
    assert render_changed(reader, ward(reader)) == 0
    preview_binder(reader, ward(reader))
    reader.close()
    assert not home.kept_sheets.exists()


@pytest.mark.torture
def test_killed_at_any_moment_a_printing_leaves_no_half_file(tmp_path: Path) -> None:
    """What lies at the name is a whole PDF, what is kept is sound, and the next one prints."""
    home = home_of(demo_content(), tmp_path)
    output = tmp_path / "binder.pdf"
    line = [sys.executable, "-c", PRINTING, str(home.root), str(output)]
    seen = set()
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as printing:
        assert printing.stdin is not None
        assert printing.stdout is not None
        for _kill in range(KILLS):
            print(file=printing.stdin, flush=True)
            assert printing.stdout.readline() == "killed\n"
            if output.exists():
                seen.add(output.read_bytes())
    assert len(seen) > 1
    for content in seen:
        with structure(content) as document:
            assert document.check_pdf_syntax() == []
    desk = open_desk(home, CLOCK)
    assert check(desk).faults == ()
    forget_everything()
    with_kept = preview_binder(desk, ward(desk))
    forget_everything()
    for path in blobs(desk):
        path.unlink()
    assert preview_binder(desk, ward(desk)) == with_kept
    desk.close()
