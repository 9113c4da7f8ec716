"""The large group is made once for all benchmarks; each opens it for itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.home import Home
from referent_desk.usecases.desks import Desk, open_desk
from tests.benchmarks.generator import CLOCK, FULL, SMALL, generate
from tests.benchmarks.staff import FULL_STAFF, SMALL_STAFF, Staffing, add_staff


@pytest.fixture(scope="session")
def large_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """20 establishments, 4,000 departments, 60,000 deployments, 50,000 procedures."""
    home = Home(tmp_path_factory.mktemp("large"))
    generate(home, FULL)
    return home


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The same shape at a twentieth of the size."""
    home = Home(tmp_path_factory.mktemp("small"))
    generate(home, SMALL)
    return home


@pytest.fixture
def large_desk(large_home: Home) -> Iterator[Desk]:
    """Open for reading only, so that the home stays as it was made."""
    desk = open_desk(large_home, CLOCK, writing=False)
    yield desk
    desk.close()


@pytest.fixture(scope="session")
def staffed_home(large_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The large group with 20,000 staff: their hours, absences, trainings and what they help."""
    return _staffed(large_home, tmp_path_factory.mktemp("staffed") / "home", FULL_STAFF)


@pytest.fixture(scope="session")
def small_staffed_home(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    return _staffed(small_home, tmp_path_factory.mktemp("staffed-small") / "home", SMALL_STAFF)


def _staffed(home: Home, folder: Path, staffing: Staffing) -> Home:
    """A copy, so that the other benchmarks measure what they always measured."""
    shutil.copytree(home.root, folder)
    staffed = Home(folder)
    add_staff(staffed, staffing)
    return staffed


@pytest.fixture
def staffed_desk(staffed_home: Home) -> Iterator[Desk]:
    desk = open_desk(staffed_home, CLOCK, writing=False)
    yield desk
    desk.close()
