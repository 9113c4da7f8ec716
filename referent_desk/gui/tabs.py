"""What every tab of the window is able to do, whatever it shows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from referent_desk.domain.changes import Kind
from referent_desk.gui.parts import WantedPart
from referent_desk.gui.places import Key, TabName


class Tab(Protocol):
    """A page of the window; `place_followed` is a signal with the `Place` a row leads to.

    It reads nothing before `begin`, and nothing again before something has changed.
    """

    @property
    def name(self) -> TabName: ...

    @property
    def title(self) -> str: ...

    @property
    def key(self) -> Key:
        """What is shown, so that Back comes back to it."""
        ...

    @property
    def part(self) -> WantedPart:
        """The part of what is shown that gets the keyboard, as soon as it is there."""
        ...

    @property
    def widget(self) -> QWidget: ...

    def begin(self) -> None: ...

    def choose_department(self, department_id: str | None) -> None: ...

    def take_change(self, kinds: frozenset[Kind]) -> None: ...

    def refresh(self) -> None: ...

    def show_key(self, key: Key) -> None: ...

    def take_focus(self) -> None:
        """Give the keyboard to what is worked with first."""
        ...

    def focus_filter(self) -> None: ...
