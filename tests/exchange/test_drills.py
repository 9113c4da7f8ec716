from __future__ import annotations

import pytest

from referent_desk.domain.drills import Shift
from referent_desk.exchange.drills import drill_catalogue
from referent_desk.exchange.starters import read_functions
from referent_desk.language import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_five_tasks_take_twenty_minutes_for_every_function(code: str) -> None:
    catalogue = drill_catalogue(code)
    for function in read_functions():
        tasks = catalogue.tasks_for(function.code)
        assert sum(task.seconds for task in tasks) == 20 * 60
        assert set(catalogue.acts[function.code]) == {"write", "carry"}
        assert tasks != catalogue.tasks


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_shift_has_difficulties_to_choose_from(code: str) -> None:
    complications = drill_catalogue(code).complications
    for shift in Shift:
        assert len([one for one in complications if shift in one.shifts]) >= 4


def test_both_languages_play_the_same_drills() -> None:
    french, english = (drill_catalogue(code) for code in LANGUAGES)
    for one, other in zip(french.tasks, english.tasks, strict=True):
        assert (one.code, one.seconds) == (other.code, other.seconds)
    for hard, same in zip(french.complications, english.complications, strict=True):
        assert (hard.code, hard.shifts) == (same.code, same.shifts)
    assert list(french.acts) == list(english.acts)


def test_a_function_of_the_home_s_own_plays_the_tasks_as_they_are() -> None:
    catalogue = drill_catalogue("en")
    assert catalogue.tasks_for("XYZ") == catalogue.tasks
