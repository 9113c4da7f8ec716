"""What the window may ask about what there is to do and the first steps; all on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.first_steps import FirstDone, FirstOffer, FirstSteps, StarterTitle
    from referent_desk.domain.tasks import Today


@dataclass(frozen=True, slots=True)
class TodayQuestions:
    """`take_starters` takes the shipped procedures of these functions as drafts of the hospital.

    `write_calendar` answers the file and how many things are due in it.
    """

    list_tasks: Callable[[str], Today]
    take_starters: Callable[[str, frozenset[str]], Saved]
    suggest_calendar: Callable[[str], Path]
    write_calendar: Callable[[str, Path], tuple[Path, int]]


@dataclass(frozen=True, slots=True)
class FirstStepsQuestions:
    """`offer` is given the department, empty before it is made.

    `starters`: what is shipped for these functions and that hospital, by name, has not yet.
    """

    offer: Callable[[str], FirstOffer]
    starters: Callable[[str, frozenset[str]], tuple[StarterTitle, ...]]
    begin: Callable[[FirstSteps], FirstDone]
