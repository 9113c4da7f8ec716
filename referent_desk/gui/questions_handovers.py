"""What the window may ask about handing over, and about erasing a name; all of it on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.erasures import ErasureSurvey
    from referent_desk.domain.handovers import AfterSigning, DepartmentHandovers, Given


@dataclass(frozen=True, slots=True)
class HandoverQuestions:
    """`list_handovers` takes a department; the others a handover: `tick` the item and whether it
    was done, `add_item` the words, `give` what is given, `sign` the day and what becomes
    of the offices. `days` tells on which day a name is to be erased, on which it was, and today.
    `survey`, `plan` and `erase` take a person: the day, or none; whether also where only the
    letters of the name tell who it was, None where nobody said.
    """

    list_handovers: Callable[[str], DepartmentHandovers]
    tick: Callable[[str, str, bool], Saved]
    add_item: Callable[[str, str], Saved]
    give: Callable[[str, tuple[Given, ...]], Saved]
    sign: Callable[[str, date, AfterSigning], Saved]
    give_up: Callable[[str], Saved]
    write_file: Callable[[str, Path], Path]
    suggest_path: Callable[[str], Path]
    days: Callable[[str], tuple[date | None, date | None, date]]
    survey: Callable[[str], ErasureSurvey]
    plan: Callable[[str, date | None], Saved]
    erase: Callable[[str, bool | None], Saved]
