"""What the window may ask about advice for purchasing; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.advice import Advice, SiteUse, TypedAdvice
    from referent_desk.domain.deeds import Saved


@dataclass(frozen=True, slots=True)
class AdviceQuestions:
    """All but the first take the id of a software; `suggest_path` also `advice` or `letter`."""

    list_all: Callable[[], tuple[Advice, ...]]
    read_sites: Callable[[str], tuple[SiteUse, ...]]
    write: Callable[[str, TypedAdvice], Saved]
    print_advice: Callable[[str, Path], Path]
    print_letter: Callable[[str, Path], Path]
    suggest_path: Callable[[str, str], Path]
