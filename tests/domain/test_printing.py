from __future__ import annotations

import pytest

from referent_desk.domain.printing import (
    Because,
    JobReport,
    JobState,
    Printer,
    PrintOptions,
    page_range,
)


@pytest.mark.parametrize(
    ("first", "last", "pages", "wanted"),
    [
        (None, None, 4, [0, 1, 2, 3]),
        (2, 3, 4, [1, 2]),
        (3, None, 4, [2, 3]),
        (None, 2, 4, [0, 1]),
        (2, 9, 4, [1, 2, 3]),
        (9, 12, 4, [3]),
        (3, 2, 4, [2]),
        (None, None, 0, []),
        (1, 1, 0, []),
    ],
)  # fmt: skip
def test_pages_are_counted_from_one_and_never_beyond_the_file(
    first: int | None, last: int | None, pages: int, wanted: list[int]
) -> None:
    assert list(page_range(PrintOptions(first_page=first, last_page=last), pages)) == wanted


def test_only_all_pages_are_the_whole() -> None:
    assert PrintOptions(copies=3).is_whole
    assert not PrintOptions(first_page=1).is_whole
    assert not PrintOptions(last_page=1).is_whole


@pytest.mark.parametrize("state", JobState)
def test_a_job_is_over_once_it_was_sent_or_failed(state: JobState) -> None:
    over = JobReport("ward-1", state, Because.NOTHING).is_over
    assert over is (state in {JobState.SENT, JobState.FAILED})


def test_a_printer_is_called_as_people_call_it() -> None:
    assert Printer("HP_3", "Poste de soins").name == "Poste de soins"
    assert Printer("HP_3").name == "HP_3"
