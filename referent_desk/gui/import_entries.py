"""The ways into the import: Ctrl+I, the menu, empty pages, a file dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from referent_desk.gui.editing import Editing
from referent_desk.gui.home_pages import HomePages
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions import Questions
from referent_desk.gui.saving import Saver
from referent_desk.gui.settings import WindowSettings
from referent_desk.language import _

if TYPE_CHECKING:
    from referent_desk.domain.records import Unfinished
    from referent_desk.gui.imports.begun_imports import BegunNotice
    from referent_desk.gui.imports.guide_pages import ImportPage
    from referent_desk.gui.imports.parts import ImportParts


class ImportEntry(QObject):
    """The guide is made when it is first asked for; what was left unfinished in it comes back.

    `begun_found` tells a notice: a killed program left an import. `department_chosen` tells the
    department that a file is about, or None once that was undone.
    """

    begun_found = Signal(object)
    department_chosen = Signal(object)

    def __init__(
        self,
        questions: Questions,
        saver: Saver,
        jobs: Jobs,
        settings: WindowSettings,
        pages: HomePages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._questions = questions
        self._saver = saver
        self._jobs = jobs
        self._settings = settings
        self._pages = pages
        self.begun: BegunNotice | None = None
        self._parts: ImportParts | None = None
        self.page: ImportPage | None = None
        self.action = QAction(_("&Import a file…"), window)
        self.action.setShortcut(QKeySequence("Ctrl+I"))
        self.action.setEnabled(False)
        self.action.triggered.connect(lambda _on: self.begin())
        window.addAction(self.action)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        pages.opened.connect(lambda _home: self.action.setEnabled(True))
        saver.ability_changed.connect(self._look_for_begun)

    def _look_for_begun(self, can_save: bool) -> None:
        """Once, when the home is open: an import that a killed program left."""
        if not can_save:
            return
        self._saver.ability_changed.disconnect(self._look_for_begun)
        records = self._questions.records

        def read() -> Unfinished | None:
            from referent_desk.domain.imports.kept import KEY

            return records.read_unfinished(KEY)

        def offer(unfinished: Unfinished | None) -> None:
            if unfinished is None or self.page is not None:
                return
            from referent_desk.domain.imports.kept import kept_import
            from referent_desk.gui.imports.begun_imports import BegunNotice

            kept = kept_import(unfinished.values)
            if kept is not None:
                self.begun = BegunNotice(kept, unfinished)
                self.begun.go_on.clicked.connect(lambda _on: self.begin())
                self.begun_found.emit(self.begun)

        self._jobs.run(read, offer, lambda _error: None)

    def _forget_begun(self) -> None:
        if self.begun is not None:
            self.begun.hide()
            self.begun.closed.emit()
            self.begun = None

    def choose_file(self) -> None:
        """At once; what was left half-way for a department goes on."""
        draft = self.parts.draft
        is_left = draft is not None and draft.file is not None and draft.choices.department_id
        if self.begun is not None or is_left:
            self.begin()
        elif (path := self.parts.ask_file(self._pages)) is not None:
            self.begin(path)

    def begin(self, path: Path | None = None) -> None:
        """Work that is in front stays below, where it can: it may have to do something first."""
        if not self.action.isEnabled():
            return
        work = self._pages.work
        if self.page is None and work is not None:
            work.make_way(lambda: self._lay(path, leads_back=work.stays_below))
        else:
            self._lay(path)

    def _lay(self, path: Path | None, *, leads_back: bool = False) -> None:
        self._forget_begun()
        if self.page is None:
            from referent_desk.gui.imports.guide_pages import ImportPage  # when first asked

            self.page = ImportPage(self.parts)
            self.page.done.leads_back = leads_back
            self.page.finished.connect(self._forget)
            self.page.application.applied.connect(self._show_tabs_below)
            self.page.ending.department_chosen.connect(self.department_chosen)
            self._pages.begin_work(self.page)
        if path is not None:
            self.page.open(path)

    @property
    def parts(self) -> ImportParts:
        """What every guide of this window is made of."""
        from referent_desk.gui.imports.parts import ImportParts

        if self._parts is None:
            self._parts = ImportParts(
                self._questions.imports,
                self._questions.records.undo,
                self._saver,
                self._jobs,
                self._settings,
                editing=Editing(self._questions.records, self._saver, self._jobs),
            )
        return self._parts

    def _show_tabs_below(self, _applied: object) -> None:
        self._pages.show_tabs_below()

    def _forget(self) -> None:
        self.page = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            return False
        assert isinstance(event, QDropEvent)  # entering is a drop that is not made yet
        path = dropped_file(event.mimeData())
        if path is None or not self.action.isEnabled():
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.begin(path)
        return True


def dropped_file(held: QMimeData) -> Path | None:
    """The one file that is dropped; None for several, or for anything else."""
    files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
