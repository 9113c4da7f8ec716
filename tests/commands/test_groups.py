"""`referent-desk convergence` and `referent-desk evidence`: what a script sees."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.errors import NotFound
from referent_desk.log import stop_log
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_content, home_of

Said = tuple[int, str, str]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Said]]:
    home = home_of(demo_content(), tmp_path).root

    def run(*more: str) -> Said:
        status = cli.main(["--home", str(home), "--language", "en", *more])
        said = capsys.readouterr()
        return status, said.out, said.err

    yield run
    stop_log()


def test_procedures_that_could_be_one_are_listed(command: Callable[..., Said]) -> None:
    status, out, err = command("convergence", "--format", "json")
    found = json.loads(out)
    assert status == 0
    assert found
    assert all(one["owners"] > 1 and one["nearness"] in {"same", "near"} for one in found)
    assert "could be one" in err


def test_software_is_listed_by_function(command: Callable[..., Said]) -> None:
    status, out, _err = command("convergence", "--of", "software", "--format", "json")
    assert status == 0
    assert {"function", "software", "departments", "establishments"} <= set(json.loads(out)[0])


def test_the_evidence_of_one_establishment_is_written(
    command: Callable[..., Said], tmp_path: Path
) -> None:
    name = "Centre hospitalier du Val-Clair"
    path = tmp_path / "evidence.pdf"
    status, out, _err = command("evidence", "--output", str(path), "--establishment", name)
    assert status == 0
    assert str(path) in out
    assert name in page_texts(path.read_bytes())[0]


@pytest.mark.parametrize(
    "more", [("evidence.doc",), ("evidence.pdf", "--establishment", "Nowhere")]
)
def test_what_cannot_be_written_is_refused_in_a_sentence(
    command: Callable[..., Said], tmp_path: Path, more: tuple[str, ...]
) -> None:
    status, out, err = command("evidence", "--output", str(tmp_path / more[0]), *more[1:])
    assert status == NotFound.exit_code
    assert not out
    assert "Traceback" not in err
    assert not (tmp_path / more[0]).exists()
