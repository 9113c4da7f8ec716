"""Undo and redo through the session, said in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from referent_desk.domain.deeds import Deed, Saved
from referent_desk.gui.labels import escaped_mnemonic, shortened
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.saving import Saver
from referent_desk.language import _

_LONGEST_IN_MENU = 64  # letters


class UndoActions(QObject):
    """Two actions of the window. A text field in which something was typed undoes that first.
    `told` passes each saving on, with what it took back or did again; empty for any other."""

    changed = Signal()
    told = Signal(object, str)
    refused = Signal(object)
    undo_text = ""

    def __init__(self, records: RecordQuestions, saver: Saver, window: QWidget) -> None:
        super().__init__(window)
        self._saver = saver
        self._is_possible = True
        self._asked = ""
        self._known: tuple[Deed | None, Deed | None] = (None, None)
        self.undo = QAction(window)
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.undo.triggered.connect(lambda _on: self._take_back(records.undo, undone_text))
        self.redo = QAction(window)
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.redo.triggered.connect(lambda _on: self._take_back(records.redo, redone_text))
        window.addActions([self.undo, self.redo])
        saver.saved.connect(self._note)
        self._name(None, None)

    @property
    def button_text(self) -> str:
        """What the last line offers; nothing when there is nothing to take back."""
        line = _one_line(self.undo_text)
        return _("{undo} (Ctrl+Z)").format(undo=line) if line else ""

    def _take_back(self, ask: Callable[[], Saved], say: Callable[[Deed | None], str]) -> None:
        """Not twice at once: the second key waits until the first was answered."""
        self._asked = say(self._known[0] if say is undone_text else self._known[1])
        before = self.undo.isEnabled(), self.redo.isEnabled()
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)

        def refused(error: Exception) -> None:
            self.undo.setEnabled(before[0])
            self.redo.setEnabled(before[1])
            self._asked = ""
            self.refused.emit(error)

        self._saver.save(ask, None, refused)

    def let_undo(self, possible: bool) -> None:
        """A page of work undoes its own steps: what was done before it is not undone beneath it."""
        self._is_possible = possible
        self._name(*self._known)

    def _note(self, saved: Saved) -> None:
        self._known = saved.undo, saved.redo
        self._name(*self._known)
        done, self._asked = self._asked, ""
        self.told.emit(saved, done)

    def _name(self, undo: Deed | None, redo: Deed | None) -> None:
        if not self._is_possible:
            undo = redo = None
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self.undo_text = undo_text(undo)
        self.undo.setText(_in_menu(self.undo_text) or _("Nothing to undo"))
        self.redo.setText(_in_menu(redo_text(redo)) or _("Nothing to do again"))
        self.changed.emit()


def undo_text(deed: Deed | None) -> str:
    return _("Undo: {deed}").format(deed=_named(deed)) if deed is not None else ""


def redo_text(deed: Deed | None) -> str:
    return _("Do again: {deed}").format(deed=_named(deed)) if deed is not None else ""


def undone_text(deed: Deed | None) -> str:
    return _("Undone: {deed}").format(deed=_named(deed)) if deed is not None else ""


def redone_text(deed: Deed | None) -> str:
    return _("Done again: {deed}").format(deed=_named(deed)) if deed is not None else ""


def _named(deed: Deed) -> str:
    from referent_desk.gui.deed_words import deed_text  # knows the words of every field

    return deed_text(deed)


def _in_menu(text: str) -> str:
    return escaped_mnemonic(shortened(_one_line(text), _LONGEST_IN_MENU))


def _one_line(text: str) -> str:
    """Blanks that do not break stay."""
    return text.replace("\n", " ").replace("\t", " ")
