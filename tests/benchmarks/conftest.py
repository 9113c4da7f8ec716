"""The large group is made once for all benchmarks; each opens it for itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from referent_desk.home import Home
from referent_desk.usecases.desks import Desk, open_desk
from tests.benchmarks.generator import CLOCK, FULL, SMALL, generate


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
