from __future__ import annotations

import json
from pathlib import Path

import pytest

from referent_desk.storage.high_marks import NO_MARKS, raise_marks, read_marks

HOME, WARD, OTHER = "home-1", "ward-1", "ward-2"


def test_marks_are_raised_and_never_sink(tmp_path: Path) -> None:
    folder = tmp_path / "marks"
    assert read_marks(folder, HOME, WARD) == NO_MARKS
    raise_marks(folder, HOME, WARD, run=7, revisions={"ANN-01": 15, "LISTE": 3})
    raise_marks(folder, HOME, WARD, run=5, revisions={"ANN-01": 14, "PRE-01": 1})
    raise_marks(folder, HOME, WARD, serials={"F05": 500}, copy=3)
    raise_marks(folder, HOME, WARD, copy=2)
    marks = read_marks(folder, HOME, WARD)
    assert marks.run == 7
    assert marks.revisions == {"ANN-01": 15, "LISTE": 3, "PRE-01": 1}
    assert marks.serials == {"F05": 500}
    assert marks.copy == 3
    assert marks.is_known


def test_runs_are_counted_for_the_home_and_sheets_for_the_department(tmp_path: Path) -> None:
    raise_marks(tmp_path, HOME, WARD, run=7, revisions={"ANN-01": 15})
    other = read_marks(tmp_path, HOME, OTHER)
    assert (other.run, dict(other.revisions), other.is_known) == (7, {}, False)
    assert read_marks(tmp_path, "another home", WARD).run == 0


@pytest.mark.parametrize(
    "content",
    [*("", "{", "[1, 2]", "null", "[" * 9999), '{"revisions": [1]}', '{"revisions": {"A": "1"}}'],
)
@pytest.mark.logs_warnings
def test_a_damaged_file_is_as_if_nothing_was_given_and_is_written_anew(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / f"{WARD}.json").write_text(content)
    (tmp_path / "runs.json").write_text(content)
    marks = read_marks(tmp_path, HOME, WARD)
    assert (marks.run, dict(marks.revisions)) == (0, {})
    raise_marks(tmp_path, HOME, WARD, run=3, revisions={"ANN-01": 2})
    assert read_marks(tmp_path, HOME, WARD).revisions == {"ANN-01": 2}
    assert json.loads((tmp_path / "runs.json").read_text()) == {HOME: 3}
