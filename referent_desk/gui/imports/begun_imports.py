"""An import that was begun is kept, and brought back at the next start on where it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.imports.kept import KEY, KeptImport, kept_import, values_of
from referent_desk.domain.records import Unfinished
from referent_desk.gui.icons import IconButton
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.imports.parts import ImportParts
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.language import _, spoken


class BegunImport(QObject):
    """`bars` is where it is said from when it is; `found` tells that its file is being read."""

    found = Signal()
    cleared = Signal()

    def __init__(
        self, parts: ImportParts, draft: Draft, step: Callable[[], StepName], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._step = step
        self._kept: KeptImport | None = None
        self._bar: BroughtBackBar | None = None
        self._is_taken = False
        self.bars = QVBoxLayout()
        editing = parts.editing
        self._form = UnfinishedForm(KEY, editing, self._values, self) if editing else None
        draft.opened.connect(self.expect)
        draft.looked.connect(self.note)
        draft.planned.connect(self.note)

    def expect(self) -> None:
        """Something is prepared again, which is to be kept."""
        self._is_taken = False

    def _values(self) -> Mapping[str, str]:
        kept = None if self._is_taken else self._draft.kept(self._step())
        return values_of(kept) if kept is not None else {}

    def note(self) -> None:
        if self._form is not None:
            self._form.note()

    def settle(self) -> None:
        if self._form is not None:
            self._form.settle()

    def seek(self) -> None:
        """What another run of the program left; of what cannot be read nothing is said."""
        if self._form is not None and not self._draft.is_begun:
            self._form.read(self._bring_back)

    def _bring_back(self, unfinished: Unfinished) -> None:
        kept = kept_import(unfinished.values)
        if kept is None or self._draft.is_begun:
            return
        self._kept = kept
        self._bar = BroughtBackBar(unfinished.kept_at)
        self._bar.cleared.connect(self._clear)
        self._bar.hide()
        self.bars.addWidget(self._bar)
        self.found.emit()
        self._draft.go_on(kept)

    def arrive(self) -> StepName | None:
        """Its file was read: the step at which it was left; None for another file."""
        kept, self._kept = self._kept, None
        if kept is None or self._bar is None:
            return None
        self._bar.show()
        return StepName(kept.step) if kept.step in set(StepName) else StepName.COLUMNS

    def fail(self) -> None:
        """Its file cannot be read, or is another one now: it will not be asked for again."""
        if self._kept is not None:
            self.finish()

    def leave(self) -> None:
        """Another file is opened in its place."""
        self._kept = None
        if self._bar is not None:
            self._bar.hide()
            self._bar = None

    def finish(self) -> None:
        """Nothing is to be brought back any more: it was taken, or given up."""
        self.leave()
        self._is_taken = True
        if self._form is not None:
            self._form.forget()

    def _clear(self) -> None:
        self.finish()
        self._draft.clear()
        self.cleared.emit()


class BegunNotice(NoticeBar):
    """Said at the start: an import was begun and is not finished."""

    def __init__(
        self, kept: KeptImport, unfinished: Unfinished, parent: QWidget | None = None
    ) -> None:
        moment = unfinished.kept_at.astimezone()
        text = _("The import of {file}, begun on {day} at {time}, is not finished.").format(
            file=PurePath(kept.path).name,
            day=spoken().date(moment.date()),
            time=spoken().time(moment),
        )
        super().__init__(text, Tone.NEUTRAL, Shape.RING, closable=True, parent=parent)
        self.go_on = IconButton(_("Go on with the import"))
        self.add(self.go_on)
