"""What can be done once a file was taken: keep the report, take it all back, go and see."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.deeds import Saved, Verb
from referent_desk.domain.imports.guides import Applied
from referent_desk.gui.imports.done_steps import DoneStep
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.imports.parts import ImportParts
from referent_desk.gui.notices import sentence_of
from referent_desk.language import _


class Ending(QObject):
    """`department_chosen`: where none is, the one that the file is about; None once undone."""

    place_asked = Signal(object)
    department_chosen = Signal(object)

    def __init__(self, parts: ImportParts, step: DoneStep) -> None:
        super().__init__(step)
        self._parts = parts
        self._step = step
        self._draft: Draft | None = None
        self._has_chosen = False
        step.report_asked.connect(self.save_report)
        step.undo_asked.connect(self.undo)
        step.place_asked.connect(self.place_asked)
        parts.saver.saved.connect(self._take_saved)

    def show_applied(self, applied: Applied, draft: Draft) -> None:
        self._draft = draft
        draft.taken.add(applied.report.sheet)
        has_department = self._parts.settings.department_id is not None
        self._has_chosen = applied.department is not None and not has_department
        left = tuple(name for name in applied.report.other_sheets if name not in draft.taken)
        self._step.show_applied(
            applied,
            has_department=has_department,
            chosen=applied.department if self._has_chosen else None,
            unread=left,
        )
        self._parts.saver.note(applied.saved)
        if self._has_chosen:
            self.department_chosen.emit(applied.department)

    def save_report(self) -> None:
        applied, draft = self._step.applied, self._draft
        if applied is None or draft is None or draft.file is None:
            return
        name = _("report of {file}").format(file=draft.file.path.stem)
        path = self._parts.asking.ask_report(self._step, draft.file.path.with_name(f"{name}.txt"))
        if path is None:
            return
        file, report, questions = draft.file, applied.report, self._parts.questions

        def write() -> Path:
            questions.save_report(file, report, path)
            return path

        self._parts.jobs.run(write, lambda saved: self._step.show_saved(str(saved)), self._refuse)

    def undo(self) -> None:
        self._step.undo.setEnabled(False)
        self._parts.saver.save(self._parts.undo, None, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self._step.refuse(sentence_of(error))

    def _take_saved(self, saved: Saved) -> None:
        """The import can be done again: so it was taken back, by the button or by Ctrl+Z."""
        applied = self._step.applied
        if applied is not None and saved.redo is not None:
            name = applied.report.file_name
            if (saved.redo.verb, saved.redo.name) == (Verb.IMPORTED, name):
                self._step.show_undone()
                if self._has_chosen:  # it may be gone, and nobody chose it
                    self._has_chosen = False
                    self.department_chosen.emit(None)
