"""What leads from a tab to pages that take the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.gui.editing import Editing
from referent_desk.gui.questions import FileQuestions

Asked = TypeVar("Asked")
"""The questions that the pages behind the door ask."""


class Door(QObject, Generic[Asked]):
    """`begun` carries the page that takes the window; it is imported when it is asked."""

    begun = Signal(object)

    def __init__(
        self,
        questions: Asked,
        editing: Editing,
        files: FileQuestions,
        department: Callable[[], DepartmentChoice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.questions = questions
        self.editing = editing
        self._files = files
        self._department = department

    def _here(self) -> tuple[str, str] | None:
        """The chosen department: its id and its name."""
        choice = self._department()
        return (choice.id, choice.name) if choice is not None else None
