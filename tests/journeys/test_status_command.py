"""What the IT department's scripts are told of the binders on the shelves."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from referent_desk.storage import schema
from referent_desk.usecases.desks import open_desk
from tests.journeys.test_commands import Run, run, script
from tests.usecases.filed_copies import Calendar, change, filed_home, row_id
from tests.usecases.homes import demo_content, home_of

__all__ = ["run"]

KEYS = {
    *("department", "copy", "sheet", "title", "state", "reasons"),
    *("revision", "check_code", "shelf_revision", "shelf_check_code", "printing"),
}


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    """Copies 3 and 4 of the cardiology are filed; then the laboratory's number changed."""
    home = filed_home(tmp_path)
    desk = open_desk(home, Calendar(date(2026, 11, 23)))
    entry = row_id(desk, schema.directory_entry, label="Laboratoire")
    change(desk, schema.directory_entry, entry, number="5999")
    desk.close()
    return home.root


def test_every_sheet_of_every_copy_is_told_with_its_reasons(run: Run, filed: Path) -> None:
    code, out, err = run(filed, "status", "CAR", "--format", "json")
    assert (code, err) == (0, "")
    found = [one for one in json.loads(out) if one["copy"] in {3, 4}]
    assert {frozenset(one) for one in found} == {frozenset(KEYS)}
    [first, second] = [one for one in found if one["sheet"] == "ANN-01"]
    assert (first["copy"], second["copy"]) == (3, 4)
    assert first["state"] == "out_of_date"
    assert (first["revision"], first["shelf_revision"]) == (None, 1)
    assert first["check_code"] != first["shelf_check_code"]
    assert first["reasons"][0].startswith("the “Laboratoire” number changed on")
    [steady] = [one for one in found if (one["sheet"], one["copy"]) == ("F05", 3)]
    assert (steady["state"], steady["reasons"]) == ("up_to_date", [])
    assert (steady["revision"], steady["check_code"]) == (1, steady["shelf_check_code"])


def test_reasons_stand_in_one_cell_and_in_the_reader_s_language(run: Run, filed: Path) -> None:
    table = run(filed, "status", "CAR", language="fr")[1].splitlines()
    assert table[0].split()[:3] == ["department", "copy", "sheet"]
    assert any("le numéro du laboratoire a changé le" in line for line in table)
    csv = run(filed, "status", "CAR", "--format", "csv", language="fr")[1].splitlines()
    assert len(csv) == len(table)
    assert any(line.endswith("suit les autres") for line in csv)


def test_without_a_department_each_that_prints_a_binder_has_one_line(run: Run, filed: Path) -> None:
    code, out, err = run(filed, "status", "--format", "json")
    assert (code, err) == (0, "")
    found = {one["paper_code"]: one for one in json.loads(out)}
    assert len(found) == len(json.loads(out)) >= 10
    assert found["CAR"]["copies"] >= 2
    assert found["CAR"]["out_of_date"] >= 4
    assert found["CAR"]["up_to_date"] >= 56, "the forms of both copies at least"
    bare = found["BK"]
    assert (bare["copies"], bare["up_to_date"], bare["never_printed"]) == (0, 0, 0)


def test_a_department_that_nobody_knows_is_refused(run: Run, filed: Path) -> None:
    code, out, err = run(filed, "status", "Nowhere")
    assert (code, out) == (2, "")
    assert "Nowhere" in err


def test_where_no_copy_is_known_that_is_said(run: Run, tmp_path: Path) -> None:
    root = home_of(demo_content(), tmp_path).root
    code, out, err = run(root, "status", "BK", "--format", "json")
    assert (code, json.loads(out)) == (0, [])
    assert err.count("\n") == 1
    assert "No copy" in err


def test_the_state_is_read_without_writing(run: Run, filed: Path) -> None:
    before = (filed / "referent-desk.sqlite").read_bytes()
    run(filed, "status")
    run(filed, "status", "CAR")
    assert (filed / "referent-desk.sqlite").read_bytes() == before


def test_a_reader_may_leave_before_the_end(filed: Path) -> None:
    line = ("--home", str(filed), "status", "CAR", "--format", "json")
    with script(*line, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
