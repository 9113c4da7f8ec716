"""Who records that something was done: asked each time, with the name of last time in the field."""

from __future__ import annotations

from collections.abc import Callable


def _forget(_name: str) -> None:
    return None


class Signer:
    """`keep` is given a name that was typed, so that it is there after the next start too."""

    def __init__(self, name: str = "", keep: Callable[[str], None] = _forget) -> None:
        self._name = name
        self._keep = keep

    @property
    def name(self) -> str:
        return self._name

    def remember(self, name: str) -> None:
        if name and name != self._name:
            self._name = name
            self._keep(name)
