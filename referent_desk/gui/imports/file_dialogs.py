"""The desktop is asked for a file to read and for a place to write a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from referent_desk.gui.file_dialogs import beginning, make_file_dialog
from referent_desk.language import _


@dataclass(frozen=True, slots=True)
class FileAsking:
    """Both give None where the reader gave up. `ask_list` begins in the folder, if there is one."""

    ask_list: Callable[[QWidget, Path | None], Path | None]
    ask_report: Callable[[QWidget, Path], Path | None]


def ask_list(parent: QWidget, folder: Path | None) -> Path | None:
    forms = (_("Spreadsheets and lists (*.xlsx *.csv *.txt *.ldif *.ldf)"), _("All files (*)"))
    begin = beginning(str(folder or ""))
    dialog = make_file_dialog(parent, _("Choose a file"), begin, forms)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def ask_report(parent: QWidget, suggested: Path) -> Path | None:
    forms = (_("Text (*.txt)"), _("List for a spreadsheet (*.csv)"))
    begin = beginning(str(suggested.parent))
    dialog = make_file_dialog(parent, _("Save the report"), begin, forms)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested.name)
    if not dialog.exec():
        return None
    path = Path(dialog.selectedFiles()[0])
    if path.suffix.casefold() in {".txt", ".csv"}:
        return path
    ending = ".csv" if "*.csv" in dialog.selectedNameFilter() else ".txt"
    return path.with_name(f"{path.name}{ending}")


DESKTOP = FileAsking(ask_list, ask_report)
