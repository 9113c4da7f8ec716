from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.paper.kept_binders import KeptBinder
from referent_desk.paper.kept_sheets import KeptSheets

MANY = [str(number) for number in range(100)]


@pytest.fixture
def kept(tmp_path: Path) -> KeptSheets:
    return KeptSheets(tmp_path / "kept")


def print_(kept: KeptSheets, names: list[str], code: str = "CAR2") -> list[str]:
    """Those that were not found."""
    binder = KeptBinder(code, "fr", kept)
    missing = [name for name in names if binder.recall(name, bytes) is None]
    for name in missing:
        binder.keep(name, name.encode())
    assert all(binder.recall(n, bytes) is not None for n in names if n not in missing)
    binder.close()
    return missing


def test_what_a_printing_needed_is_found_by_the_next(kept: KeptSheets) -> None:
    assert print_(kept, MANY) == MANY
    assert print_(kept, MANY) == []
    assert print_(kept, MANY, "PNE1") == MANY


def test_a_part_does_not_push_out_the_rest(kept: KeptSheets) -> None:
    print_(kept, MANY)
    assert print_(kept, ["new", "other"]) == ["new", "other"]
    assert print_(kept, [*MANY, "new", "other"]) == []


def test_one_new_among_many_is_not_worth_to_write_all_anew(kept: KeptSheets) -> None:
    print_(kept, MANY)
    assert print_(kept, [*MANY, "new"]) == ["new"]
    assert print_(kept, [*MANY, "new"]) == ["new"]


def test_what_is_old_goes_at_last(kept: KeptSheets) -> None:
    print_(kept, [f"old {number}" for number in range(500)])
    print_(kept, MANY)
    assert len(print_(kept, ["old 1"])) == 1


def test_what_another_department_kept_is_found_by_its_key(kept: KeptSheets) -> None:
    beside = ("body", "ab" * 32)
    KeptBinder("CAR2", "fr", kept).keep("body", b"body", beside)
    assert KeptBinder("PNE1", "fr", kept).recall("body", bytes, beside) == b"body"
