"""What the window may ask about the hospital group; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.convergences import Convergence
    from referent_desk.domain.group_offices import GroupOffices, OfficeNarrowing
    from referent_desk.domain.group_views import GroupConvergences, TwoTexts


@dataclass(frozen=True, slots=True)
class GroupViewQuestions:
    """`suggest_export` and `suggest_evidence` take the ending of the file; `write_evidence` the
    establishment too, empty for all of them."""

    read_offices: Callable[[], GroupOffices]
    read_convergences: Callable[[], GroupConvergences]
    read_two_texts: Callable[[Convergence], TwoTexts]
    export_offices: Callable[[OfficeNarrowing, Path], Path]
    export_convergences: Callable[[Path], Path]
    write_evidence: Callable[[Path, str], Path]
    suggest_export: Callable[[str], Path]
    suggest_evidence: Callable[[str], Path]
