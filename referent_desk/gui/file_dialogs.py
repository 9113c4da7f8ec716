"""Asking for a file: the desktop's own dialog where it has one, else Qt's, in the same language.

Qt's own shows sizes and days as the system writes them, which on many PCs is not the reader's way,
and calls a folder by its English name.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QIdentityProxyModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QStandardPaths,
    Qt,
)
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget

from referent_desk.language import _

_DISPLAY = Qt.ItemDataRole.DisplayRole
_SIZE_COLUMN, _KIND_COLUMN, _DAY_COLUMN = 1, 2, 3


def make_file_dialog(
    parent: QWidget | None, title: str, folder: Path, kinds: tuple[str, ...]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(kinds)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind:"))
    dialog.setProxyModel(SpokenFiles(dialog))  # the desktop's own dialog takes no notice of it
    return dialog


def beginning(remembered: str) -> Path:
    """The folder used last, if it is still there; else the reader's documents."""
    if remembered and (known := Path(remembered)).is_absolute() and known.is_dir():
        return known
    standard = QStandardPaths.StandardLocation
    for place in (standard.DocumentsLocation, standard.HomeLocation):
        folder = Path(QStandardPaths.writableLocation(place))
        if folder.is_dir():
            return folder
    return Path.cwd()


class SpokenFiles(QIdentityProxyModel):
    """Files with their size, kind and day as the reader writes them."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(_DISPLAY)) -> object:
        files: QAbstractItemModel | None = self.sourceModel()
        if role != _DISPLAY or not isinstance(files, QFileSystemModel):
            return super().data(index, role)
        file = self.mapToSource(index)
        if index.column() == _KIND_COLUMN and files.isDir(file):
            return _("Folder")
        if index.column() == _SIZE_COLUMN and not files.isDir(file):
            words = QLocale.DataSizeFormat.DataSizeTraditionalFormat
            return QLocale().formattedDataSize(files.size(file), 1, words)
        if index.column() == _DAY_COLUMN:
            moment = files.lastModified(file)
            return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        return super().data(index, role)
