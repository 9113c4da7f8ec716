from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.needs import Need
from tests import hostile
from tests.paper.prints import pages_of, says
from tests.paper.wards import PROCEDURE


def test_what_must_be_at_hand_is_printed_with_what_it_leans_on() -> None:
    says(
        replace(
            PROCEDURE,
            needs=(
                Need("USB printer"),
                Need("line 8800", ("IP telephony", "network")),
                Need("runner", or_else=True),
            ),
        ),
        "Needs: USB printer; line 8800 (IP telephony, network) or runner",
    )


def test_a_means_that_nobody_knows_any_more_is_to_be_asked_for() -> None:
    says(replace(PROCEDURE, needs=(Need("fax", is_unknown=True),)), "fax (means not known: ask)")


def test_nothing_is_said_where_no_step_names_a_means() -> None:
    assert not any("Needs" in text for text in pages_of(PROCEDURE))


@pytest.mark.parametrize("name", hostile.DRAWN)
def test_whatever_a_means_is_called_is_printed_letter_by_letter(name: str) -> None:
    says(replace(PROCEDURE, needs=(Need(name, (name,)),)), name)


def test_so_many_means_that_they_fill_pages_are_all_printed() -> None:
    needs = tuple(Need(f"means{number}x") for number in range(900))
    pages = pages_of(replace(PROCEDURE, needs=needs))
    assert len(pages) > 2
    assert all(f"means{number}x" in " ".join(pages) for number in range(900))
