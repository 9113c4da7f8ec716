from __future__ import annotations

from dataclasses import replace

from referent_desk.domain.sheets import Contact, Moment
from tests.paper.prints import pages_of, says
from tests.paper.wards import REFLEX


def test_the_reflex_card_shows_every_moment_and_whom_to_warn_on_one_page() -> None:
    assert len(pages_of(REFLEX)) == 1
    says(
        REFLEX, *REFLEX.lead, *(m.when for m in REFLEX.moments), "Point avec la direction.", "56 30"
    )


def test_numbers_of_the_night_turn_no_page_where_narrow_gaps_hold_them() -> None:
    moments = tuple(
        Moment(moment.when, ("Relire les résultats critiques.",) * (3 if place < 5 else 2))
        for place, moment in enumerate(REFLEX.moments)
    )
    warn = tuple(
        Contact(f"Cadre {place}", "", f"01 60 55 21 3{place} (nuit, week-end et jours fériés)")
        for place in range(9)
    )
    assert len(pages_of(replace(REFLEX, moments=moments, warn=warn))) == 1
