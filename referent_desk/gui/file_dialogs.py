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
    QSize,
    QStandardPaths,
    Qt,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QSplitter,
    QTreeView,
    QWidget,
)

from referent_desk.language import _, ngettext

_DISPLAY = Qt.ItemDataRole.DisplayRole
_NAME_COLUMN, _SIZE_COLUMN, _KIND_COLUMN, _DAY_COLUMN = 0, 1, 2, 3
_ROOM = QSize(880, 560)
_PLACES_WIDTH = 160  # pixels
_KILOBYTE = 1024


def make_file_dialog(
    parent: QWidget | None, title: str, folder: Path, kinds: tuple[str, ...]
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(kinds)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, _("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, _("Kind:"))
    dialog.setProxyModel(SpokenFiles(dialog))  # the desktop's own dialog takes no notice of it
    _make_room(dialog)
    return dialog


def _make_room(dialog: QFileDialog) -> None:
    """Qt's own is made for short English words: days and kinds would be cut."""
    screen = dialog.screen().availableSize()
    dialog.resize(_ROOM.boundedTo(screen - QSize(32, 64)))
    for files in dialog.findChildren(QTreeView):
        modes = QHeaderView.ResizeMode
        header = files.header()
        header.setSectionResizeMode(modes.ResizeToContents)
        header.setSectionResizeMode(_NAME_COLUMN, modes.Stretch)
    for parts in dialog.findChildren(QSplitter):
        parts.setSizes([_PLACES_WIDTH, dialog.width() - _PLACES_WIDTH])


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


def _size(count: int) -> str:
    """Qt knows no singular."""
    if count < _KILOBYTE:
        return ngettext("{count} byte", "{count} bytes", count).format(count=count)
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


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
            return _size(files.size(file))
        if index.column() == _DAY_COLUMN:
            moment = files.lastModified(file)
            return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        return super().data(index, role)
