from __future__ import annotations

import pytest

from referent_desk.domain.ward_means import Named
from referent_desk.gui.failures.means_lines import named_text


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (Named(0, ()), ""),
        (Named(2, ()), "2 steps"),
        (Named(3, ("One", "Two", "Three")), "3 steps: One, Two, Three"),
        (Named(8, ("One", "Two", "Three", "Four", "Five")), "8 steps: One, Two, Three +\u00a02"),
    ],
)
def test_who_names_a_means_is_said_so_that_a_sentence_may_follow(named: Named, said: str) -> None:
    """Three dots before a full stop are four."""
    assert named_text(named) == said
