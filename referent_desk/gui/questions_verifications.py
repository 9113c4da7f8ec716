"""What the window may ask about trying procedures, and what is done about it; on the worker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.actions import DepartmentActions
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.verifications import Trials, VerificationAids, WantedVerification


@dataclass(frozen=True, slots=True)
class VerificationQuestions:
    """`aids` and `trials` take department, function and software.

    `annul`: a verification and the reason. `finish`: an action, the day, and what was done.
    """

    aids: Callable[[str, str, str | None], VerificationAids]
    record: Callable[[WantedVerification], Saved]
    trials: Callable[[str, str, str | None], Trials]
    annul: Callable[[str, str], Saved]
    list_actions: Callable[[str], DepartmentActions]
    finish: Callable[[str, date, str], Saved]
