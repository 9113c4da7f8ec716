"""The open home as the worker holds it; everything wired to it runs on that thread alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referent_desk.clock import Clock
from referent_desk.home import Home

if TYPE_CHECKING:
    from referent_desk.usecases.desks import Desk


class HeldDesk:
    """No desk before `take`: the window is painted first, the home opened afterwards."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self.home = home
        self.clock = clock
        self._desk: Desk | None = None

    @property
    def is_open(self) -> bool:
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        assert self._desk is not None, "asked before the home was opened"
        return self._desk

    def take(self, desk: Desk) -> None:
        self._desk = desk

    def let_go(self) -> Desk | None:
        """The desk to close; None when there is none."""
        desk, self._desk = self._desk, None
        return desk
