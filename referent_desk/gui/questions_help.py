"""What help asks: the manual, and its printing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.manuals import Manual


class PrintedManualFile(Protocol):
    @property
    def path(self) -> Path: ...

    @property
    def pages(self) -> int: ...


@dataclass(frozen=True, slots=True)
class HelpQuestions:
    """`read` is quick and asked in the window: help opens while the worker is busy, and also when
    the home cannot be opened. `write` runs on the worker."""

    read: Callable[[], Manual]
    write: Callable[[Path], PrintedManualFile]
    suggested: Path
