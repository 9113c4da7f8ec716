"""Qt's own dialog for files, as it is seen where the desktop has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QStandardPaths, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.app import PdfAsking
from referent_desk.gui.application import translate_qt
from referent_desk.gui.file_dialogs import SpokenFiles, beginning, make_file_dialog
from referent_desk.gui.settings import WindowSettings
from referent_desk.language import Language


@pytest.fixture
def french_qt(qapp: QApplication, french: Language) -> Iterator[None]:
    """Qt speaks French, too, during this test."""
    before = QLocale()
    known = {*qapp.findChildren(QTranslator)}
    translate_qt(qapp, "fr")
    yield
    for child in {*qapp.findChildren(QTranslator)} - known:
        qapp.removeTranslator(child)
        child.deleteLater()
    QLocale.setDefault(before)


def shown(dialog: QFileDialog) -> list[list[str]]:
    model = dialog.findChild(SpokenFiles)
    assert model is not None
    view = dialog.findChild(QTreeView)
    assert view is not None
    root = view.rootIndex()
    assert root.model() is model
    return [
        [str(model.index(row, column, root).data() or "") for column in range(4)]
        for row in range(model.rowCount(root))
    ]


def model_words(dialog: QFileDialog) -> list[str]:
    """Qt's own translation is asked for what ours does not know."""
    model = dialog.findChild(SpokenFiles)
    assert model is not None
    return [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in range(4)]


@pytest.mark.parametrize(("size", "words"), [(0, "0 octet"), (1, "1 octet"), (2, "2 octets")])
def test_a_single_byte_is_no_plural(
    qtbot: QtBot, french_qt: None, tmp_path: Path, size: int, words: str
) -> None:
    (tmp_path / "services.csv").write_bytes(b"x" * size)
    dialog = make_file_dialog(None, "Choisir", tmp_path, ("Tout (*)",))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(shown(dialog)) == 1)
    assert shown(dialog)[0][1] == words


def test_files_are_shown_in_french(qtbot: QtBot, french_qt: None, tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(b"x" * 5_000)
    (tmp_path / "dossier").mkdir()
    dialog = make_file_dialog(None, "Choisir", tmp_path, ("Tout (*)",))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    names = ["dossier", "services.csv"]  # files are put in order after they were found
    qtbot.waitUntil(lambda: [row[0] for row in shown(dialog)] == names)
    folder, file = shown(dialog)
    assert folder[:3] == ["dossier", "", "Dossier"]
    assert file[:2] == ["services.csv", "4,9 ko"]
    assert "/" in file[3]
    assert model_words(dialog) == ["Nom", "Taille", "Type", "Dernière modification"]


def test_a_model_that_is_no_folder_is_left_as_it_is() -> None:
    assert SpokenFiles().data(QModelIndex()) is None


def test_a_dialog_begins_in_the_folder_used_last_or_among_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", staticmethod(lambda _place: str(documents))
    )
    used = tmp_path / "clé"
    used.mkdir()
    assert beginning(str(used)) == used
    for gone in ("", str(tmp_path / "gone"), "."):
        assert beginning(gone) == documents
    documents.rmdir()
    assert beginning("").is_dir()


def test_the_folder_of_a_saved_pdf_is_remembered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = WindowSettings(tmp_path)
    folder = tmp_path / "binders"
    folder.mkdir()
    settings.pdf_folder = str(folder)
    seen: list[str] = []

    def accept(dialog: QFileDialog) -> int:
        seen.extend([dialog.directory().path(), *dialog.selectedFiles()])
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    path = PdfAsking(settings)(window, tmp_path / "home" / "CAR.pdf")
    assert path == folder / "CAR.pdf"
    assert seen == [str(folder), str(folder / "CAR.pdf")]
    assert settings.pdf_folder == str(folder)


@pytest.mark.parametrize(
    ("suggested", "kind"),
    [("CAR.pdf", "*.pdf"), ("list.xlsx", "*.xlsx"), ("due-CAR.ics", "*.ics")],
)
def test_a_file_is_saved_with_the_ending_of_what_it_is(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suggested: str, kind: str
) -> None:
    settings = WindowSettings(tmp_path)
    settings.pdf_folder = str(tmp_path)
    filters: list[str] = []

    def accept(dialog: QFileDialog) -> int:
        filters.extend(dialog.nameFilters())
        dialog.selectFile("mine")
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    window = QWidget()
    qtbot.addWidget(window)
    path = PdfAsking(settings)(window, tmp_path / suggested)
    assert path == (tmp_path / "mine").with_suffix(Path(suggested).suffix)
    assert [kind in shown for shown in filters] == [True]
