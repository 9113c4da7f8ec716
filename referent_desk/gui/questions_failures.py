"""What the window may ask about what fails and what stands; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.failures import FailureDomain
    from referent_desk.domain.fallbacks import FallbackDetail, RowChoice, Simulation
    from referent_desk.domain.ward_means import WardMeans

Fails = tuple[str, ...]
"""Ids of failure domains."""


@dataclass(frozen=True, slots=True)
class FailureQuestions:
    """`simulate`, `print_list` and `export_list` take the department, None for the whole home.

    `explain` takes department, function and software; `suggest_path` the ending of the file.
    """

    list_domains: Callable[[], tuple[FailureDomain, ...]]
    simulate: Callable[[Fails, str | None], Simulation]
    explain: Callable[[Fails, str, str, str | None], FallbackDetail]
    print_list: Callable[[Fails, str | None, RowChoice, Path], Path]
    export_list: Callable[[Fails, str | None, RowChoice, Path], Path]
    suggest_path: Callable[[str], Path]
    ward_means: Callable[[str], WardMeans]
    add_usual: Callable[[str, str], Saved]
