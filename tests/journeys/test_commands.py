"""The program as the IT department's scripts use it: a command line, an exit code, two streams."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.log import stop_log
from referent_desk.storage.locks import HomeLock
from tests.storage.children import answer_of, without_rights
from tests.usecases.homes import CLOCK, bare_content, demo_content, home_of

PROJECT = Path(__file__).resolve().parents[2]
Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Exit code, stdout, stderr; English unless told."""

    def command(home: Path, *line: str, language: str = "en") -> Said:
        code = cli.main(["--home", str(home), "--language", language, *line])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    yield command
    stop_log()


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return home_of(demo_content(), tmp_path).root


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    return home_of(bare_content(), tmp_path).root


@pytest.mark.parametrize(
    ("language", "filled", "again"),
    [
        ("en", "The demo hospital lies in", "was opened again"),
        ("fr", "L’hôpital de démonstration se trouve dans", "a été rouvert"),
    ],
)
def test_demo_fills_a_home_prints_a_binder_and_reopens(
    run: Run, tmp_path: Path, language: str, filled: str, again: str
) -> None:
    home = tmp_path / "démo n° 1 #%"
    code, out, err = run(home, "demo", "--no-window", language=language)
    assert (code, err) == (0, "")
    assert filled in out
    (pdf,) = (home / "prints").iterdir()
    assert str(pdf) in out
    content = pdf.read_bytes()
    code, out, err = run(home, "demo", "--no-window", language=language)
    assert (code, err) == (0, "")
    assert again in out
    assert pdf.read_bytes() == content


def test_demo_is_refused_where_a_hospital_lives(run: Run, bare: Path) -> None:
    code, out, err = run(bare, "demo", "--no-window")
    assert (code, out) == (2, "")
    assert "already holds a hospital" in err


@pytest.mark.parametrize("subject", ["departments", "software", "referents", "procedures", "forms"])
def test_a_list_as_json_is_one_array_and_nothing_else(run: Run, demo: Path, subject: str) -> None:
    code, out, err = run(demo, "list", subject, "--format", "json")
    assert (code, err) == (0, "")
    assert len(json.loads(out)) >= 3
    assert run(demo, "list", subject, "--department", "CAR")[0] == 0
    assert run(demo, "list", subject, "--format", "csv")[1].count("\n") == len(json.loads(out)) + 1


def test_a_list_never_writes(run: Run, demo: Path) -> None:
    before = (demo / "referent-desk.sqlite").read_bytes()
    run(demo, "list", "procedures")
    run(demo, "check")
    assert (demo / "referent-desk.sqlite").read_bytes() == before
    assert sorted(p.name for p in demo.iterdir()) == ["logs", "referent-desk.sqlite"]


@pytest.mark.parametrize(("language", "said"), [("en", "copy 2"), ("fr", "exemplaire 2")])
def test_print_says_pages_sheets_and_copy(
    run: Run, demo: Path, tmp_path: Path, language: str, said: str
) -> None:
    target = tmp_path / "CAR.pdf"
    code, out, err = run(demo, "print", "0412", "--output", str(target), "--copy", "2",
                         language=language)  # fmt: skip
    assert (code, err) == (0, "")
    assert out.startswith(f"{target}: ")
    assert "pages" in out
    assert said in out
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("department", "sentence"),
    [
        ("nowhere", "No department is called “nowhere”."),
        ("", "No department is called “”."),
        ("0412", "may be several departments"),
        ("Pôle Nord", "is a pole"),
    ],
)
def test_a_department_that_is_not_meant_clearly_is_refused(
    run: Run, bare: Path, tmp_path: Path, department: str, sentence: str
) -> None:
    code, out, err = run(bare, "print", department, "--output", str(tmp_path / "x.pdf"))
    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()


def test_print_all_writes_one_binder_for_each_department(
    run: Run, bare: Path, tmp_path: Path
) -> None:
    code, out, err = run(bare, "print-all", "--output", str(tmp_path / "all"), "--one-sided")
    assert (code, err) == (0, "")
    assert sorted(p.name for p in (tmp_path / "all").iterdir()) == ["CAR.pdf", "CAR2.pdf"]
    assert len(out.splitlines()) == 2


def test_nothing_but_a_pdf_is_printed_over(run: Run, bare: Path) -> None:
    database = bare / "referent-desk.sqlite"
    before = database.read_bytes()
    code, _out, err = run(bare, "print", "Dialyse Nord", "--output", str(database))
    assert code == 2
    assert "not a PDF" in err
    assert database.read_bytes() == before


def test_check_says_sound_or_what_is_damaged(run: Run, bare: Path, tmp_path: Path) -> None:
    code, out, err = run(bare, "check")
    assert (code, err) == (0, "")
    assert out.startswith("Sound: ")
    with closing(sqlite3.connect(bare / "referent-desk.sqlite")) as connection:
        connection.execute("UPDATE node SET place = 'x' WHERE kind = 'pole'")
        connection.commit()
    code, out, err = run(tmp_path / "elsewhere", "check", str(bare))
    assert (code, out) == (3, "")
    assert "is not what was written" in err
    assert "This home is damaged." in err


def test_check_names_a_damaged_backup(run: Run, bare: Path, tmp_path: Path) -> None:
    run(bare, "print", "Dialyse Nord", "--output", str(tmp_path / "x.pdf"))
    (backup,) = (bare / "backups").iterdir()
    backup.write_bytes(b"x")
    code, _out, err = run(bare, "check")
    assert code == 3
    assert backup.name in err


READING = (["list", "departments"], ["check"])
WRITING = (["demo", "--no-window"],)


def test_where_there_is_nothing_reading_says_so(run: Run, tmp_path: Path) -> None:
    for line in READING:
        code, out, err = run(tmp_path / "absent", *line)
        assert (code, out) == (2, "")
        assert "There is nothing in" in err


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (b"", 3, "not a database of this program"),
        (b"bonjour\n" * 100, 3, "not a database of this program"),
        (None, 2, "another program"),
    ],
)
def test_a_file_that_is_not_ours_ends_every_command_in_words(
    run: Run, tmp_path: Path, content: bytes | None, code: int, sentence: str
) -> None:
    path = tmp_path / "referent-desk.sqlite"
    if content is None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE bookmarks (url TEXT)")
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for line in (*READING, *WRITING, ["print", "CAR", "--output", str(tmp_path / "x.pdf")]):
        found, _out, err = run(tmp_path, *line)
        assert found == code
        assert sentence in err
    assert path.read_bytes() == before


def test_a_newer_home_is_read_printed_and_not_written(run: Run, bare: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(bare / "referent-desk.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = (bare / "referent-desk.sqlite").read_bytes()
    assert run(bare, "list", "departments")[0] == 0
    assert run(bare, "check")[0] == 0
    code, _out, err = run(bare, "print-all", "--output", str(tmp_path / "all"))
    assert code == 0
    assert "newer version" in err
    assert "not registered" in err
    assert run(bare, "demo", "--no-window")[0] == 4
    assert (bare / "referent-desk.sqlite").read_bytes() == before


def test_a_home_in_use_is_read_printed_and_not_written(
    run: Run, bare: Path, tmp_path: Path
) -> None:
    lock = HomeLock(bare / "referent-desk.lock")
    assert lock.take(CLOCK.now())
    assert run(bare, "list", "departments")[0] == 0
    code, _out, err = run(bare, "print-all", "--output", str(tmp_path / "all"))
    assert code == 0
    assert "is writing in this home" in err
    assert run(bare, "demo", "--no-window")[0] == 6
    lock.give_back()


def test_a_folder_without_rights_is_read_and_not_written(bare: Path) -> None:
    def commands() -> str:
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
        without_rights(bare)
        printing = ["print", "Dialyse Nord", "--output", str(bare / "x.pdf")]
        lines = (["list", "departments"], ["check"], ["demo", "--no-window"], printing)
        return " ".join(str(cli.main(["--home", str(bare), *line])) for line in lines)

    assert answer_of(commands) == "0 0 5 5"


def script(*line: str, stdout: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", WITHOUT_QT, *line],
        cwd=PROJECT,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
    )


WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from referent_desk.__main__ import main
sys.exit(main())
"""


def test_commands_need_neither_qt_nor_a_locale_and_a_reader_may_leave(demo: Path) -> None:
    """`list … | head -1`, in a process of its own."""
    line = ("--home", str(demo), "list", "procedures", "--format", "json")
    with script(*line, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_answer_that_finds_no_room_is_said(demo: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = script("--home", str(demo), "list", "departments", stdout=full.fileno())
        said = process.communicate()[1].decode()
    assert process.returncode == 5
    assert len(said.splitlines()) == 1


def test_without_qt_the_window_is_refused_in_words(demo: Path) -> None:
    process = script("--home", str(demo), stdout=subprocess.PIPE)
    out, err = process.communicate()
    assert process.returncode == 2
    assert out == b""
    assert "fenêtre" in err.decode()
    assert len(err.decode().splitlines()) == 1
