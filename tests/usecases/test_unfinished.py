from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from referent_desk.clock import FixedClock
from referent_desk.errors import RefusedInput
from referent_desk.storage.unfinished import MOST_KEPT
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.unfinished import (
    LONGEST_FORM,
    drop_unfinished,
    keep_unfinished,
    list_unfinished,
    read_unfinished,
)
from tests import hostile
from tests.storage.children import answer_of, without_room
from tests.usecases.homes import CLOCK, bare_desk

TEXTS = (*hostile.SHORT, *hostile.CLEANED, *hostile.TOO_LONG, *hostile.NOTHING)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    desk = bare_desk(tmp_path)
    yield desk
    desk.close()


def values(desk: Desk, key: str) -> dict[str, str] | None:
    found = read_unfinished(desk, key)
    return None if found is None else dict(found.values)


def test_a_form_that_was_begun_is_there_as_it_was_typed(bare: Desk) -> None:
    for number, text in enumerate(TEXTS):
        keep_unfinished(bare, f"edit:{number}", {"name": text, text[:40]: "x"})
    for number, text in enumerate(TEXTS):
        assert values(bare, f"edit:{number}") == {"name": text, text[:40]: "x"}


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "CON", "é" * 5_000, "a\x00b", "\ud800"])
def test_a_key_may_be_anything_and_leads_nowhere_else(bare: Desk, key: str) -> None:
    keep_unfinished(bare, key, {"name": "Labo"})
    assert values(bare, key) == {"name": "Labo"}
    assert [path.parent for path in bare.home.unfinished.rglob("*")] == [bare.home.unfinished]
    drop_unfinished(bare, key)
    assert read_unfinished(bare, key) is None


def test_the_last_state_counts_and_says_when_it_was_kept(bare: Desk) -> None:
    keep_unfinished(bare, "add:node", {"name": "Ca"})
    keep_unfinished(bare, "add:node", {"name": "Cardiologie"})
    found = read_unfinished(bare, "add:node")
    assert found is not None
    assert (found.values, found.kept_at) == ({"name": "Cardiologie"}, CLOCK.now())
    drop_unfinished(bare, "add:node")
    drop_unfinished(bare, "add:node")
    assert list_unfinished(bare) == {}


def test_all_that_was_begun_is_listed_the_last_one_first(bare: Desk) -> None:
    for day in (2, 1, 3):
        bare.clock = FixedClock(datetime(2026, 11, day, tzinfo=UTC))
        keep_unfinished(bare, f"form {day}", {"day": str(day)})
    assert list(list_unfinished(bare)) == ["form 3", "form 2", "form 1"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"key": "form"}', b"[" * 100_000,
     b'{"key": "form", "kept_at": "soon", "values": {}}',
     b'{"key": "form", "kept_at": "2026-01-01T00:00:00", "values": {}}',
     b'{"key": "form", "kept_at": "2026-01-01T00:00:00+00:00", "values": [1]}'],
)  # fmt: skip
def test_a_damaged_one_is_as_if_it_were_not_there_and_is_put_aside(
    bare: Desk, content: bytes
) -> None:
    keep_unfinished(bare, "form", {"name": "x"})
    (path,) = bare.home.unfinished.glob("*.json")
    path.write_bytes(content)
    assert list_unfinished(bare) == {}
    assert read_unfinished(bare, "form") is None
    assert [p.suffix for p in bare.home.unfinished.iterdir()] == [".damaged"]
    keep_unfinished(bare, "form", {"name": "y"})
    assert values(bare, "form") == {"name": "y"}


def test_a_form_of_another_key_is_not_taken_for_it(bare: Desk) -> None:
    keep_unfinished(bare, "one", {"name": "x"})
    keep_unfinished(bare, "other", {"name": "y"})
    one, other = sorted(bare.home.unfinished.glob("*.json"))
    other.write_bytes(one.read_bytes())
    assert [values(bare, key) for key in ("one", "other")].count(None) == 1


def test_a_form_without_end_is_refused_and_the_old_state_stays(bare: Desk) -> None:
    keep_unfinished(bare, "form", {"text": "x" * 100_000})
    with pytest.raises(RefusedInput, match="too much"):
        keep_unfinished(bare, "form", {"text": "x" * (LONGEST_FORM + 1)})
    assert values(bare, "form") == {"text": "x" * 100_000}


def test_old_ones_make_room(bare: Desk) -> None:
    for number in range(MOST_KEPT + 3):
        keep_unfinished(bare, f"form {number}", {"n": str(number)})
        path = max(bare.home.unfinished.glob("*.json"), key=lambda p: p.stat().st_mtime_ns)
        os.utime(path, (number, number))
    keep_unfinished(bare, "last", {})
    kept = list_unfinished(bare)
    assert len(kept) == MOST_KEPT
    assert "last" in kept
    assert "form 0" not in kept


def test_a_home_only_read_keeps_nothing_without_a_word(bare: Desk) -> None:
    keep_unfinished(bare, "form", {"name": "x"})
    second = open_desk(bare.home, CLOCK)
    keep_unfinished(second, "form", {"name": "y"})
    drop_unfinished(second, "form")
    assert read_unfinished(second, "form") is None
    assert list_unfinished(second) == {}
    second.close()
    assert values(bare, "form") == {"name": "x"}


def test_what_was_kept_outlives_a_killed_program(tmp_path: Path) -> None:
    """Killed at any moment, what was kept last is there, or what was being kept."""
    desk = bare_desk(tmp_path)
    for turn in range(10):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            for number in range(100_000):
                keep_unfinished(desk, "form", {"text": f"{turn} {number} " + "x" * 50_000})
                os.write(writing, f"{number}\n".encode())
        os.close(writing)
        with os.fdopen(reading, "rb") as kept:
            for _line in range(1 + turn):
                last = int(kept.readline())
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            last = max([last, *map(int, kept.read().splitlines())])
        found = values(desk, "form")
        assert found is not None
        of_turn, last_kept, rest = found["text"].split(" ")
        assert (int(of_turn), len(rest)) == (turn, 50_000)
        assert int(last_kept) in {last, last + 1}
    desk.close()


def test_a_full_disk_is_said_and_the_old_state_stays(tmp_path: Path) -> None:
    desk = bare_desk(tmp_path)
    keep_unfinished(desk, "form", {"text": "old"})

    def write() -> str:
        without_room(1_000)
        keep_unfinished(desk, "form", {"text": "x" * 5_000})
        return "never full"

    assert answer_of(write).startswith("5 ")
    assert values(desk, "form") == {"text": "old"}
    desk.close()
