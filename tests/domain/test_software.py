from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.software import ReleaseLive, is_used_after, release_in_service


def live(version: str, day: int, site: str = "north") -> ReleaseLive:
    return ReleaseLive(version, version, site, site, date(2026, 11, day))


@pytest.mark.parametrize(
    ("lives", "version"),
    [
        ((), None),
        ((live("1", 1), live("2", 2)), "2"),
        ((live("2", 2), live("1", 1)), "2"),
        ((live("1", 1), live("3", 30)), "1"),
        ((live("3", 30),), None),
        ((live("1", 22),), "1"),
        ((live("1", 1), live("2", 2, "south")), "1"),
        ((live("2", 2, "south"),), None),
        ((live("recorded last", 5), live("recorded first", 5)), "recorded last"),
    ],
)
def test_the_release_that_runs_is_the_newest_live_there_that_day(
    lives: tuple[ReleaseLive, ...], version: str | None
) -> None:
    found = release_in_service(lives, "north", date(2026, 11, 22))
    assert (found.version if found else None) == version


@pytest.mark.parametrize(
    ("until", "used"),
    [
        (None, True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
    ],
)
def test_a_use_that_ends_today_is_over(until: date | None, used: bool) -> None:
    assert is_used_after(until, date(2026, 11, 22)) is used
