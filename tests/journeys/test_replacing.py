"""Replacement sheets from the command line: printed, refused, advised against, not needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.domain.copies import CopyEnd
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.log import stop_log
from referent_desk.storage import schema
from referent_desk.usecases.copies import close_copy
from referent_desk.usecases.desks import open_desk
from tests.usecases.homes import CLOCK, bare_content, home_of
from tests.usecases.shelves import TODAY, Shelf, shelf_of

Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_of(bare_content(), tmp_path).root


@pytest.fixture
def changed(home: Path) -> Callable[[Callable[[Shelf], object]], None]:
    """Does something to the home as a window would, and closes it again."""

    def change(do: Callable[[Shelf], object]) -> None:
        desk = open_desk(Home(home), CLOCK)
        do(shelf_of(desk))
        desk.close()

    return change


@pytest.fixture
def run(
    home: Path, changed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    keys: list[str] = []
    changed(lambda shelf: keys.append(paper_code(shelf)))

    def command(*line: str) -> Said:
        output = str(home / "out.pdf")
        arguments = ["print", keys[0], "--output", output, "--replacements", *line]
        code = cli.main(["--home", str(home), "--language", "en", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    stop_log()
    speak("en")


def paper_code(shelf: Shelf) -> str:
    """The whole binder is printed for copy 1 and filed; the ward then has a code of its own."""
    shelf.fill()
    with shelf.desk.database.read() as connection:
        rows = connection.execute(schema.node.select())
        return str(next(row.paper_code for row in rows if row.id == shelf.department))


def test_what_changed_is_printed_with_its_slip(
    run: Run, home: Path, changed: Callable[..., None]
) -> None:
    changed(lambda shelf: shelf.say_number("4100"))
    code, out, err = run("--copy", "1")
    assert (code, err) == (0, "")
    assert "6 pages, 2 sheets, copy 1" in out
    assert (home / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_copy_that_holds_what_it_should_gets_no_file_and_that_is_no_error(
    run: Run, home: Path
) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert "Copy 1 holds what it should" in out
    assert not (home / "out.pdf").exists()


def test_paper_that_waits_in_vain_is_named(run: Run, changed: Callable[..., None]) -> None:
    def back_and_forth(shelf: Shelf) -> None:
        shelf.say_number("4100")
        shelf.print_changes()
        shelf.say_number("")

    changed(back_and_forth)
    code, _out, err = run()
    assert code == 0
    assert "Print run 2 was never filed" in err


def test_where_nearly_all_differs_the_replacements_come_with_advice(
    run: Run, changed: Callable[..., None]
) -> None:
    def speak_french(shelf: Shelf) -> None:
        with shelf.desk.database.write("language") as work:
            binder = work.connection.execute(schema.binder.select()).one()
            work.change(schema.binder, binder.id, {"language": "fr"})

    changed(speak_french)
    code, out, err = run("--copy", "1")
    assert code == 0
    assert "100% of the sheets differ" in err
    assert "copy 1" in out


def test_a_copy_in_which_nothing_was_filed_gets_the_whole_binder(
    run: Run, changed: Callable[..., None]
) -> None:
    changed(lambda shelf: shelf.print_all(2))
    code, out, err = run("--copy", "2")
    assert code == 0
    assert "Nothing was ever filed in copy 2: the whole binder is printed." in err
    assert "copy 2" in out


@pytest.mark.parametrize(
    ("line", "said"),
    [(("--copy", "7"), "no copy 7"), (("--copy", "2"), "Copy 2 was destroyed"), ((), "")],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(
    run: Run, home: Path, changed: Callable[..., None], line: tuple[str, ...], said: str
) -> None:
    def close_second(shelf: Shelf) -> None:
        shelf.fill(2)
        close_copy(shelf.desk, shelf.copy(2).id, CopyEnd.DESTROYED, TODAY)

    changed(close_second)
    code, _out, err = run(*line)
    assert code == (2 if said else 0)
    assert said in err
    assert "Traceback" not in err
    assert not (home / "out.pdf").exists()


def test_without_a_number_several_copies_are_refused(
    run: Run, changed: Callable[..., None]
) -> None:
    changed(lambda shelf: shelf.fill(2))
    code, _out, err = run()
    assert code == 2
    assert "several copies" in err
