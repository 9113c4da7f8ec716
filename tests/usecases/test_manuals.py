from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.errors import RefusedInput
from referent_desk.language import language
from referent_desk.log import stop_log
from referent_desk.usecases.manuals import print_manual, read_manual
from tests.paper.pdfs import page_texts

DAY = datetime(2026, 11, 9, 13, 2, tzinfo=UTC)


def test_the_manual_is_written_whole_into_the_file(tmp_path: Path) -> None:
    written = print_manual(tmp_path / "manual.pdf", language("fr"), DAY)
    pages = page_texts(written.path.read_bytes())
    assert written.pages == len(pages)
    assert "Mode d’emploi" in pages[0]
    assert "9 novembre 2026" in pages[0]


def test_a_file_that_is_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "manual.pdf"
    path.write_text("my own notes", encoding="utf-8")
    with pytest.raises(RefusedInput):
        print_manual(path, language("en"), DAY)
    assert path.read_text(encoding="utf-8") == "my own notes"


def test_each_language_has_its_manual() -> None:
    assert read_manual("fr").topic("today").title == "Aujourd’hui"
    assert read_manual("en").topic("today").title == "Today"


def test_the_command_writes_it_and_needs_no_home(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "guide.pdf"
    home = tmp_path / "home"
    assert cli.main(["--home", str(home), "--language", "en", "manual", "--output", str(path)]) == 0
    stop_log()
    pages = len(page_texts(path.read_bytes()))
    assert capsys.readouterr().out == f"{path}: {pages} pages\n"
    assert not (home / "referent-desk.sqlite").exists()
