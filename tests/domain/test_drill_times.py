from __future__ import annotations

import pytest

from referent_desk.domain.drill_times import read_clock, read_seconds, seconds_typed
from referent_desk.domain.records import Fault


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("1:30", 90),
        ("1’30", 90),
        ("1'30", 90),
        ("1’30”", 90),
        ("1′30″", 90),
        ("90 s", 90),
        ("90s", 90),
        ("90 secondes", 90),
        ("1 min 30", 90),
        ("1min30s", 90),
        ("1 min 30 s", 90),
        ("2 min", 120),
        ("2 minutes", 120),
        ("12’", 720),
        ("0:05", 5),
        (" 1 : 30 ", 90),
        ("", None),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, seconds: int | None) -> None:
    assert read_seconds(typed) == seconds


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("90", "no_time_unit"),
        ("2", "no_time_unit"),
        ("1:60", "not_a_time"),
        ("1:30:20", "not_a_time"),
        ("soon", "not_a_time"),
        ("-1:30", "not_a_time"),
        ("999 min", "not_a_time"),
        ("99999 s", "not_a_time"),
        ("1,5 min", "not_a_time"),
    ],
)
def test_what_is_no_time_of_a_task_is_refused_and_never_guessed(typed: str, code: str) -> None:
    assert read_seconds(typed) == Fault(code)


@pytest.mark.parametrize("seconds", [0, 5, 59, 60, 90, 605, 14_400])
def test_what_is_shown_is_read_back_as_the_same_time(seconds: int) -> None:
    assert read_seconds(seconds_typed(seconds)) == seconds


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("14:30", "14:30"), ("14 h 30", "14:30"), ("14h", "14:00"), ("9:05", "09:05"), ("", "")],
)
def test_the_hour_of_a_drill_is_kept_in_one_way(typed: str, clock: str) -> None:
    assert read_clock(typed) == clock


@pytest.mark.parametrize("typed", ["25:00", "14:61", "1430", "noon", "14"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    assert read_clock(typed) == Fault("not_an_hour")
