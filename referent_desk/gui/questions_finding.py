"""What the window may ask to find something by its name; both run on the worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.finding import Found, HitKind, Lead


@dataclass(frozen=True, slots=True)
class FindingQuestions:
    """Each is given the chosen department last: `find` a text, `lead` a hit's kind and id."""

    find: Callable[[str, str | None], Found]
    lead: Callable[[HitKind, str, str | None], Lead]
