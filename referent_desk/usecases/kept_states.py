"""The state of a binder as it was read last: one reading serves all who show it.

Today, the tab of the binder and the last line of the window ask for the same state after each
change; reading it takes longer than all the rest that they show.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from referent_desk.domain.sheet_states import BinderState

Moment = tuple[object, ...]


@dataclass(slots=True)
class KeptState:
    """Of one department, as a window shows one at a time."""

    _moment: Moment = ()
    _state: BinderState | None = None

    def at(self, moment: Moment, read: Callable[[], BinderState]) -> BinderState:
        """`moment` is the same only where everything that a state is read from is."""
        if self._state is None or self._moment != moment:
            self._moment, self._state = moment, read()
        return self._state

    def forget(self) -> None:
        self._state = None


def files_below(folder: Path) -> tuple[tuple[object, ...], ...]:
    """Files that a state is read from beside the database, as they are now: names, times, sizes."""
    return tuple(
        (path, stat.st_mtime_ns, stat.st_size, stat.st_ino)
        for path in sorted(folder.rglob("*.toml"))
        if (stat := _stat(path)) is not None
    )


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
