"""Texts that were typed before, offered beneath a field while something like them is typed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class OfferedTexts(QCompleter):
    """`activated` tells what was chosen; Enter is heard by the field before."""

    def __init__(self, field: QLineEdit, texts: Iterable[str] = ()) -> None:
        super().__init__(field)
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.list = QListView()
        self.list.setProperty("look", "completions")
        self.setPopup(self.list)
        field.setCompleter(self)
        self.show_texts(texts)

    def show_texts(self, texts: Iterable[str]) -> None:
        self._texts.setStringList(list(dict.fromkeys(texts)))

    @property
    def is_choosing(self) -> bool:
        """One of the texts is marked: Enter takes it."""
        return self.list.isVisible() and self.list.currentIndex().isValid()
