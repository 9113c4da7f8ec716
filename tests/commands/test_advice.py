"""`referent-desk advice`: what a script sees."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from referent_desk import cli
from referent_desk.log import stop_log
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_content, home_of

Said = tuple[int, str, str]


@pytest.fixture
def advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Said]]:
    home = home_of(demo_content(), tmp_path).root

    def command(*more: str) -> Said:
        status = cli.main(["--home", str(home), "--language", "en", "advice", *more])
        said = capsys.readouterr()
        return status, said.out, said.err

    yield command
    stop_log()


def test_all_software_is_listed_and_the_rule_is_said_beside(advice: Callable[..., Said]) -> None:
    status, out, err = advice("--format", "json")
    found = json.loads(out)
    assert status == 0
    assert {"Dossier+", "LaboFil"} <= {one["software"] for one in found}
    keys = {"vendor", "said", "proposed", "points_against", "points_for", "departments", "users"}
    assert keys | {"manual_mode", "contract_ends_on"} <= set(found[0])
    assert "from 6 points against" in err


def test_of_one_software_its_reasons_are_listed_and_its_page_written(
    advice: Callable[..., Said], tmp_path: Path
) -> None:
    path = tmp_path / "avis.pdf"
    status, out, err = advice("dossier +", "--output", str(path), "--format", "csv")
    assert status == 0
    assert out.splitlines()[0] == "software;side;points;reason"
    assert all(line.startswith("Dossier+;") for line in out.splitlines()[1:])
    assert str(path) in err
    assert len(page_texts(path.read_bytes())) == 1


@pytest.mark.parametrize("more", [("Nobody",), ("--output", "x.pdf"), ("  ",)])
def test_a_software_that_is_not_known_or_not_named_is_refused(
    advice: Callable[..., Said], more: tuple[str, ...]
) -> None:
    status, out, err = advice(*more)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
