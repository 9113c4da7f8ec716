from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.storage.database import Database
from tests.memory_folders import memory_folder
from tests.storage.small_homes import fill, open_file_at


@pytest.fixture(scope="session")
def small_file() -> bytes:
    """The file of a small home, closed."""
    with memory_folder() as folder:
        database = open_file_at(Path(folder))
        with database.write("fill", actor_name="Maryse Aubry") as work:
            fill(work)
        database.close()
        return database.path.read_bytes()


@pytest.fixture
def small_path(tmp_path: Path, small_file: bytes) -> Path:
    """A copy of the small home's file, in a folder of its own."""
    path = tmp_path / "home" / "referent-desk.sqlite"
    path.parent.mkdir()
    path.write_bytes(small_file)
    return path


@pytest.fixture
def small(small_path: Path) -> Iterator[Database]:
    """The small home, open for writing."""
    database = open_file_at(small_path.parent)
    yield database
    database.close()
