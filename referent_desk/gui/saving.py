"""Whatever is saved from the window goes through here: told to the tabs, to the last line, to undo.

A tab is given the saver, not the bus: it need not know what saving changes elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.deeds import Saved
from referent_desk.gui.change_bus import ChangeBus
from referent_desk.gui.jobs import Failed, Job, Jobs

_Done = Callable[[Saved], None]


class Saver(QObject):
    """`saved` is emitted after the tabs were told; `can_save` is False in a home only read."""

    saved = Signal(object)
    ability_changed = Signal(bool)

    def __init__(self, jobs: Jobs, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bus = bus
        self.can_save = False

    def let_save(self, possible: bool) -> None:
        if possible != self.can_save:
            self.can_save = possible
            self.ability_changed.emit(possible)

    def save(
        self, work: Callable[[], Saved], done: _Done | None = None, failed: Failed | None = None
    ) -> Job:
        """`done` is called before the tabs are told, so that a form can let go of its draft.

        Without `failed`, an error is shown by the window; a form shows it beside its fields.
        """

        def take(saved: Saved) -> None:
            if done is not None:
                done(saved)
            self.note(saved)

        return self._jobs.run(work, take, failed, surely=True)

    def note(self, saved: Saved) -> None:
        """Something was saved by a longer way than `save`."""
        self._bus.tell(saved.kinds)
        self.saved.emit(saved)
