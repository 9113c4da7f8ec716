"""What was typed and not yet saved is kept within a second, and offered again after a bad end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from referent_desk.domain.records import Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken

KEEP_AFTER = 400  # milliseconds after the first key that was not kept yet


class UnfinishedForm(QObject):
    """`values` gives what is typed and not saved; nothing is kept of an empty answer."""

    def __init__(
        self, key: str, editing: Editing, values: Callable[[], Mapping[str, str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._editing = editing
        self._values = values
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    def note(self) -> None:
        """A key was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Keep at once what waits to be kept."""
        if self._timer.isActive():
            self.keep()

    def keep(self) -> None:
        self._timer.stop()
        values = dict(self._values())
        if values:
            self.send(values)
        elif self._is_kept:
            self.drop()

    def send(self, values: dict[str, str]) -> None:
        """Keep these; also once the form itself has gone."""
        if not self._editing.is_possible:
            return
        key, records = self.key, self._editing.records
        self._is_kept = True
        self._editing.jobs.run(
            lambda: records.keep_unfinished(key, values), _nothing, _ignore, surely=True
        )

    def forget(self) -> None:
        """What was typed has become something, or is wanted no more: nothing waits to be kept."""
        self._timer.stop()
        self.drop()

    def drop(self) -> None:
        self._is_kept = False
        key, records = self.key, self._editing.records
        self._editing.jobs.run(lambda: records.drop_unfinished(key), _nothing, _ignore, surely=True)

    def read(self, found: Callable[[Unfinished], None]) -> None:
        """`found` is called when there is something."""
        if not self._editing.is_possible:
            return
        key, records = self.key, self._editing.records

        def take(unfinished: Unfinished | None) -> None:
            if unfinished is not None and unfinished.values:
                self._is_kept = True
                found(unfinished)

        self._editing.jobs.run(lambda: records.read_unfinished(key), take, _ignore)


def _nothing(_answer: object) -> None:
    return None


def _ignore(_error: Exception) -> None:
    """A draft that cannot be kept is no trouble of the reader's: saving itself will say so."""


class BroughtBackBar(NoticeBar):
    """Says from when the typed values are, and lets them go."""

    cleared = Signal()

    def __init__(self, kept_at: datetime, parent: QWidget | None = None) -> None:
        moment = kept_at.astimezone()
        text = _("Brought back from what you typed on {day} at {time}.").format(
            day=spoken().date(moment.date()), time=spoken().time(moment)
        )
        super().__init__(text, Tone.NEUTRAL, Shape.RING, parent=parent)
        self.clear = IconButton(_("Clear it"))
        self.clear.clicked.connect(lambda _checked: self.cleared.emit())
        self.add(self.clear)
