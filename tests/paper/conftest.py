from __future__ import annotations

import pytest

from referent_desk.paper.fragments import forget_fragments


@pytest.fixture(autouse=True)
def _fresh_fragments() -> None:
    """No test finds what another one laid out."""
    forget_fragments()
