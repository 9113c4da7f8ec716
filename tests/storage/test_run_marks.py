from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk.storage.run_marks import RunMark

FIRST = datetime(2026, 11, 21, 13, 2, tzinfo=UTC)
NEXT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PROGRAM = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from referent_desk.storage.run_marks import RunMark
mark = RunMark(Path(sys.argv[1]))
mark.begin(datetime.fromisoformat(sys.argv[2]))
os.kill(os.getpid(), int(sys.argv[3]))
"""


def end_by_signal(folder: Path, number: int) -> None:
    arguments = [sys.executable, "-c", PROGRAM, str(folder), FIRST.isoformat(), str(number)]
    assert subprocess.run(arguments, check=False).returncode == -number


def test_a_run_that_ended_by_itself_leaves_nothing(tmp_path: Path) -> None:
    mark = RunMark(tmp_path)
    assert mark.begin(FIRST) is None
    mark.end()
    assert list(tmp_path.iterdir()) == []
    again = RunMark(tmp_path)
    assert again.begin(NEXT) is None
    again.end()


def test_a_killed_run_is_told_once(tmp_path: Path) -> None:
    end_by_signal(tmp_path, 9)
    mark = RunMark(tmp_path)
    lost = mark.begin(NEXT)
    assert lost is not None
    assert (lost.begun_at, lost.report) == (FIRST, "")
    mark.end()
    again = RunMark(tmp_path)
    assert again.begin(NEXT) is None
    again.end()


def test_what_python_says_in_its_last_moment_is_the_report(tmp_path: Path) -> None:
    end_by_signal(tmp_path, 11)
    mark = RunMark(tmp_path)
    lost = mark.begin(NEXT)
    mark.end()
    assert lost is not None
    assert "Segmentation fault" in lost.report


def test_a_window_that_is_still_open_is_not_lost(tmp_path: Path) -> None:
    first, second = RunMark(tmp_path), RunMark(tmp_path)
    assert first.begin(FIRST) is None
    assert second.begin(NEXT) is None
    second.end()
    first.end()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"yesterday\nall is lost", b"\xff\xfe\x00"])
def test_a_mark_that_cannot_be_read_is_taken_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run-1.txt").write_bytes(content)
    mark = RunMark(tmp_path)
    assert mark.begin(NEXT) is None
    mark.end()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    mark = RunMark(tmp_path / "file" / "logs")
    assert mark.begin(NEXT) is None
    mark.end()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
