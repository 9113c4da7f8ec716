"""Journeys are seen as in the program."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _dressed(dressed: None) -> None:
    """Every window of these tests is seen as in the program."""
