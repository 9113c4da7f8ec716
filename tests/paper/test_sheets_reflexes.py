from __future__ import annotations

from tests.paper.prints import pages_of, says
from tests.paper.wards import REFLEX


def test_the_reflex_card_shows_every_moment_and_whom_to_warn_on_one_page() -> None:
    assert len(pages_of(REFLEX)) == 1
    says(
        REFLEX, *REFLEX.lead, *(m.when for m in REFLEX.moments), "Point avec la direction.", "56 30"
    )
