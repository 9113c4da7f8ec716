"""What the window may ask about trainings, about what people can do, and about who arrives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.arrivals import ArrivalList
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.skills import SkillLevel
    from referent_desk.domain.skills_wards import WardSkills
    from referent_desk.domain.trainings import Training, TrainingAids, WantedTraining


@dataclass(frozen=True, slots=True)
class TrainingQuestions:
    """`correct` takes the id of the one that is annulled; `annul` the id and the reason."""

    list: Callable[[str], tuple[Training, ...]]
    aids: Callable[[str], TrainingAids]
    record: Callable[[WantedTraining], Saved]
    correct: Callable[[str, WantedTraining], Saved]
    annul: Callable[[str, str], Saved]


@dataclass(frozen=True, slots=True)
class ArrivalQuestions:
    """`write` takes the department and its lines; `tick` the person, the lines, the day, who says
    so, and whether it was done."""

    read: Callable[[str], ArrivalList]
    write: Callable[[str, tuple[str, ...]], Saved]
    tick: Callable[[str, tuple[str, ...], date, str, bool], Saved]


@dataclass(frozen=True, slots=True)
class SkillPapers:
    """Each takes what it is about and the file. `attendance`: the department and a software, empty
    for any; `certificates`: a training; `arrival`: the department and a person, empty for a blank
    sheet. `suggest` takes the kind of paper and the department."""

    attendance: Callable[[str, str, Path], Path]
    certificates: Callable[[str, Path], Path]
    grid: Callable[[str, Path], Path]
    arrival: Callable[[str, str, Path], Path]
    suggest: Callable[[str, str], Path]


@dataclass(frozen=True, slots=True)
class SkillQuestions:
    """`state` takes the person, the software, the level (None: none) and the day."""

    ward: Callable[[str], WardSkills]
    state: Callable[[str, str, SkillLevel | None, date], Saved]
    trainings: TrainingQuestions
    arrivals: ArrivalQuestions
    papers: SkillPapers
