"""What the window may ask about presence; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.presence_weeks import PersonHours, PresenceWeek


@dataclass(frozen=True, slots=True)
class PresenceQuestions:
    """`read_week` takes a department and a day of the week, None for this one; `print_week` also
    what is shown; `hours_of` a person. `say_hours` is given the weeks as they were typed and the
    Monday of the first, `add_absence` the days in one line."""

    read_week: Callable[[str, date | None], PresenceWeek]
    print_week: Callable[[str, date | None, str, Path], Path]
    suggest_path: Callable[[date | None], Path]
    hours_of: Callable[[str], PersonHours]
    say_hours: Callable[[str, tuple[str, ...], date | None], Saved]
    add_absence: Callable[[str, str], Saved]
    take_absence_back: Callable[[str], Saved]
