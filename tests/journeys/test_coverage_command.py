"""What the command `coverage` tells scripts and people."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from referent_desk import cli
from tests.usecases.homes import demo_content, home_of

Run = Callable[..., tuple[int, str, str]]
KEYS = {
    *("establishment", "department", "department_code", "function_code", "function", "software"),
    *("criticality", "tolerated_interruption", "state", "procedure_of", "survives", "referent"),
    *("nobody", "covered", "department_covered"),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    root = home_of(demo_content(), tmp_path).root

    def ask(*words: str, language: str = "en") -> tuple[int, str, str]:
        code = cli.main(["--home", str(root), "--language", language, *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


def test_every_function_of_every_department_is_told_with_the_totals(run: Run) -> None:
    code, out, err = run("coverage", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert {frozenset(one) for one in found} == {frozenset(KEYS)}
    assert len({one["department"] for one in found}) > 10
    assert "departments covered:" in err
    assert "Covered: every critical function" in err
    assert "66 %" in err


def test_one_department_is_told_as_it_stands_among_all(run: Run) -> None:
    everything = json.loads(run("coverage", "--format", "json")[1])
    alone = json.loads(run("coverage", "--department", "CAR", "--format", "json")[1])
    assert alone == [one for one in everything if one["department"] == alone[0]["department"]]
    table = run("coverage", "--department", "CAR", language="fr")[1].splitlines()
    assert table[0].split()[:2] == ["establishment", "department"]
    assert len(table) == 1 + len(alone)


def test_a_department_that_nobody_knows_is_refused(run: Run) -> None:
    code, out, err = run("coverage", "--department", "Nowhere")
    assert (code, out) == (2, "")
    assert "Nowhere" in err
