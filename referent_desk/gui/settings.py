"""What the window remembers between two days; it lies in the home, and losing it costs nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from referent_desk.gui.themes import ThemeChoice

FILE_NAME = "settings.ini"


class WindowSettings:
    """A home that cannot be written remembers nothing, without a word."""

    def __init__(self, root: Path) -> None:
        self._stored = QSettings(str(root / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def department_id(self) -> str | None:
        value = self._stored.value("department")
        return value if isinstance(value, str) and value else None

    @department_id.setter
    def department_id(self, department_id: str | None) -> None:
        self._stored.setValue("department", department_id or "")

    @property
    def theme(self) -> ThemeChoice:
        value = self._stored.value("theme")
        known = {choice.value for choice in ThemeChoice}
        return ThemeChoice(value) if value in known else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._stored.setValue("theme", choice.value)

    @property
    def geometry(self) -> QByteArray:
        value = self._stored.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._stored.setValue("geometry", geometry)

    @property
    def tab(self) -> int:
        value = self._stored.value("tab")
        return int(value) if isinstance(value, str) and value.isdecimal() else 0

    @tab.setter
    def tab(self, number: int) -> None:
        self._stored.setValue("tab", str(number))

    def save(self) -> None:
        self._stored.sync()
