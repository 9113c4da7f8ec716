"""Folders in memory, where a synced write costs nothing: whether syncing works is not asked there.

A `conftest.py` that imports both fixtures gives them to its tests; `tmp_path` is pytest's own name.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")


def memory_folder() -> tempfile.TemporaryDirectory[str]:
    """An ordinary one where the system has no such place."""
    return tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with memory_folder() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def module_path() -> Iterator[Path]:
    with memory_folder() as folder:
        yield Path(folder)
