"""What the guide is made of, given by the window; tests give their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.gui.editing import Editing
from referent_desk.gui.imports.drafts import Draft
from referent_desk.gui.imports.file_dialogs import DESKTOP, FileAsking
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.questions_imports import ImportQuestions
from referent_desk.gui.saving import Saver


class Remembering(Protocol):
    """Where the last file lay, for the next time, empty at first; what the window shows."""

    import_folder: str

    @property
    def department_id(self) -> str | None: ...


@dataclass(slots=True)
class ImportParts:
    """`draft` is what was left unfinished, for the next guide; without `editing` none is kept."""

    questions: ImportQuestions
    undo: Callable[[], Saved]
    saver: Saver
    jobs: Jobs
    settings: Remembering
    asking: FileAsking = DESKTOP
    draft: Draft | None = None
    editing: Editing | None = None

    def ask_file(self, parent: QWidget) -> Path | None:
        folder = self.settings.import_folder
        return self.asking.ask_list(parent, Path(folder) if folder else None)
