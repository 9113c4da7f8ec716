from __future__ import annotations

import pytest

from tests.paper.memories import forget_everything


@pytest.fixture(autouse=True)
def _fresh_fragments() -> None:
    """No test finds what another one laid out."""
    forget_everything()
