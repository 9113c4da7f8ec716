from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.home import Home
from referent_desk.log import FILE_NAME, LARGEST, catch_bugs, start_log, stop_log

pytestmark = pytest.mark.logs_warnings


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    level = logging.getLogger().level
    monkeypatch.setattr(logging, "raiseExceptions", True)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    yield
    stop_log()
    logging.getLogger().setLevel(level)


def test_the_log_lies_in_the_home(tmp_path: Path) -> None:
    path = start_log(Home(tmp_path))
    logging.getLogger("import").warning("refused %d rows of %s", 3, "départements")
    assert path == tmp_path / "logs" / FILE_NAME
    assert "refused 3 rows of départements" in path.read_text(encoding="utf-8")


def test_a_second_start_moves_the_log_and_doubles_nothing(tmp_path: Path) -> None:
    first, second = start_log(Home(tmp_path / "a")), start_log(Home(tmp_path / "b"))
    logging.getLogger().warning("once")
    assert first is not None
    assert second is not None
    assert "once" not in first.read_text(encoding="utf-8")
    assert second.read_text(encoding="utf-8").count("once") == 1


def test_a_read_only_home_is_logged_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logs").write_text("no folder can be made here", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    start_log(Home(tmp_path))
    logging.getLogger("import").warning("refused")
    logging.getLogger("import").warning("refused again")
    (path,) = tmp_path.glob("referent-desk-*.log")
    assert [line[-13:].strip() for line in path.read_text("utf-8").splitlines()] == [
        "port: refused",
        "refused again",
    ]


def test_where_nothing_happened_a_read_only_home_leaves_no_log_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logs").write_text("no folder can be made here", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    start_log(Home(tmp_path))
    assert list(tmp_path.glob("*.log")) == []


def test_without_any_place_to_write_the_program_still_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("no folder can be made here", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    assert start_log(Home(tmp_path)) is None
    logging.getLogger().warning("into the void")
    assert capsys.readouterr().err == ""


def test_a_large_log_is_put_aside_at_start_and_four_are_kept(tmp_path: Path) -> None:
    logs = Home(tmp_path).logs
    logs.mkdir()
    for run in range(7):
        (logs / FILE_NAME).write_text(str(run).ljust(LARGEST), encoding="utf-8")
        start_log(Home(tmp_path))
        stop_log()
    kept = [(logs / f"{FILE_NAME}.{number}").read_text("utf-8")[0] for number in (1, 2, 3, 4)]
    assert kept == ["6", "5", "4", "3"]
    assert len(list(logs.iterdir())) == 5


def test_a_bug_is_logged_with_its_trace_and_shown(tmp_path: Path) -> None:
    shown: list[str] = []
    path = start_log(Home(tmp_path))
    catch_bugs(shown.append)
    bug = ZeroDivisionError("a bug")
    sys.excepthook(ZeroDivisionError, bug, None)
    assert path is not None
    assert "ZeroDivisionError: a bug" in path.read_text(encoding="utf-8")
    assert shown == ["ZeroDivisionError: a bug\n"]


def test_a_bug_in_a_thread_is_not_lost() -> None:
    shown: list[str] = []
    catch_bugs(shown.append)

    def stumble() -> None:
        raise ZeroDivisionError("in a thread")

    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    assert len(shown) == 1
    assert "in stumble" in shown[0]


def test_a_report_that_fails_is_itself_logged(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_trace: str) -> None:
        raise OSError("no screen")

    catch_bugs(broken)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("a bug"), None)
    assert [record.getMessage() for record in caplog.records] == [
        "not caught",
        "the report could not be shown",
    ]


def test_a_bug_without_stderr_ends_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A windowed program of Windows has none."""
    path = start_log(Home(tmp_path))
    catch_bugs()
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("a bug"), None)
    assert path is not None
    assert "a bug" in path.read_text(encoding="utf-8")
