"""The desktop is asked for a file to read and for a place to write a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class FileAsking:
    """Both give None where the reader gave up. `ask_list` begins in the folder, if there is one."""

    ask_list: Callable[[QWidget, Path | None], Path | None]
    ask_report: Callable[[QWidget, Path], Path | None]


def _dialog(
    parent: QWidget, title: str, folder: Path | None, forms: tuple[str, ...]
) -> QFileDialog:
    """Qt's own dialog, where the desktop has none, says two of its words in English only."""
    dialog = QFileDialog(parent, title, str(folder or ""))
    dialog.setNameFilters(forms)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind:"))
    return dialog


def ask_list(parent: QWidget, folder: Path | None) -> Path | None:
    forms = (_("Spreadsheets and lists (*.xlsx *.csv *.txt)"), _("All files (*)"))
    dialog = _dialog(parent, _("Choose a file"), folder, forms)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def ask_report(parent: QWidget, suggested: Path) -> Path | None:
    forms = (_("Text (*.txt)"), _("List for a spreadsheet (*.csv)"))
    dialog = _dialog(parent, _("Save the report"), suggested.parent, forms)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(str(suggested))
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.casefold() in {".txt", ".csv"}:
        return path
    ending = ".csv" if "*.csv" in dialog.selectedNameFilter() else ".txt"
    return path.with_name(f"{path.name}{ending}")


DESKTOP = FileAsking(ask_list, ask_report)
