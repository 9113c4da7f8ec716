"""What the window remembers between two days; it lies in the home, and losing it costs nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from referent_desk.gui.themes import ThemeChoice

FILE_NAME = "settings.ini"


class WindowSettings:
    """A home that cannot be written remembers nothing, without a word."""

    def __init__(self, root: Path) -> None:
        self._folder = root
        self._stored = QSettings(str(root / FILE_NAME), QSettings.Format.IniFormat)

    @property
    def department_id(self) -> str | None:
        value = self._stored.value("department")
        return value if isinstance(value, str) and value else None

    @department_id.setter
    def department_id(self, department_id: str | None) -> None:
        self._keep("department", department_id or "")

    @property
    def theme(self) -> ThemeChoice:
        value = self._stored.value("theme")
        known = {choice.value for choice in ThemeChoice}
        return ThemeChoice(value) if value in known else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._keep("theme", choice.value)

    @property
    def geometry(self) -> QByteArray:
        value = self._stored.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("geometry", geometry)

    @property
    def tab(self) -> str:
        """The name of the tab that was seen last; tabs come and go from version to version."""
        value = self._stored.value("tab")
        return value if isinstance(value, str) else ""

    @tab.setter
    def tab(self, name: str) -> None:
        self._keep("tab", name)

    @property
    def import_folder(self) -> str:
        """Where the last imported file lay."""
        value = self._stored.value("import_folder")
        return value if isinstance(value, str) else ""

    @import_folder.setter
    def import_folder(self, folder: str) -> None:
        self._keep("import_folder", folder)

    @property
    def pdf_folder(self) -> str:
        """Where the last binder or manual was saved."""
        value = self._stored.value("pdf_folder")
        return value if isinstance(value, str) else ""

    @pdf_folder.setter
    def pdf_folder(self, folder: str) -> None:
        self._keep("pdf_folder", folder)

    @property
    def signer(self) -> str:
        """Who last recorded that something was done."""
        value = self._stored.value("signer")
        return value if isinstance(value, str) else ""

    @signer.setter
    def signer(self, name: str) -> None:
        self._keep("signer", name)

    def save(self) -> None:
        if self._folder.is_dir():
            self._stored.sync()

    def _keep(self, name: str, value: object) -> None:
        """Never where the home was taken away: a folder made there would stand in its place."""
        if self._folder.is_dir():
            self._stored.setValue(name, value)
