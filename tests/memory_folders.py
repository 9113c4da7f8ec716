"""Folders in memory, where a synced write costs nothing: whether syncing works is not asked there.

Every test has its folder there: `tmp_path` is pytest's own name.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")
_ROOM = 500_000_000  # bytes; a container may have next to nothing


def memory_folder() -> tempfile.TemporaryDirectory[str]:
    """An ordinary one where the system has no such place, or a small one."""
    return tempfile.TemporaryDirectory(dir=_MEMORY if _has_room() else None)


@cache
def _has_room() -> bool:
    return _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with memory_folder() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def module_path() -> Iterator[Path]:
    with memory_folder() as folder:
        yield Path(folder)
