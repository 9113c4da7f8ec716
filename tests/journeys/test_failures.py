"""A referent looks, before the night comes, at what falls with the network and what stands."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from referent_desk.clock import FixedClock
from referent_desk.domain.fallbacks import Doubt, FallbackRow
from referent_desk.domain.means import Standing
from referent_desk.gui.failures.means_pages import MeansPage
from referent_desk.gui.failures.pages import FailurePage
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.procedures.editor_pages import EditorPage
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.rows_model import ColumnsModel, Role
from referent_desk.gui.ticks_fields import TicksField
from referent_desk.gui.work_pages import WorkPage
from referent_desk.home import Home
from referent_desk.language import speak
from tests.gui.test_main_window import clashes, visible_texts
from tests.journeys.test_window import Sitting
from tests.usecases.homes import CLOCK, demo_content, home_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Page = TypeVar("Page", bound=WorkPage)


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Sitting]]:
    speak("fr")
    home = home_of(demo_content(), tmp_path)
    sittings: list[Sitting] = []

    def sit_down() -> Sitting:
        sittings.append(Sitting(home, CLOCK, qtbot, TabName.PROCEDURES))
        sittings[-1].be_on_the_ward()
        sittings[-1].window.tabs.show_place(Place(TabName.PROCEDURES))
        sittings[-1].wait()
        return sittings[-1]

    yield sit_down
    for sitting in sittings:
        sitting.leave()


def press(sitting: Sitting, within: QWidget, text: str) -> None:
    """Press the button that is seen and says so."""
    [button] = [
        one for one in within.findChildren(QAbstractButton)
        if one.isVisible() and one.text().replace("&", "") == text
    ]  # fmt: skip
    sitting.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    sitting.wait()


def work(sitting: Sitting, kind: type[Page]) -> Page:
    page = sitting.window.pages.work
    assert isinstance(page, kind)
    return page


def failures(sitting: Sitting) -> FailurePage:
    press(sitting, sitting.window.tabs, "Ce qui tombe, ce qui tient…")
    return work(sitting, FailurePage)


def means(sitting: Sitting) -> MeansPage:
    press(sitting, sitting.window.tabs, "Moyens…")
    return work(sitting, MeansPage)


def rows(page: FailurePage) -> list[FallbackRow]:
    model = page.table.model()
    assert isinstance(model, ColumnsModel)
    return [model.index(number, 0).data(Role.ROW) for number in range(model.rowCount())]


def said(widget: QWidget) -> str:
    return "\n".join(x.said() for x in widget.findChildren(PlainLabel) if x.isVisible())


def lines(page: MeansPage, kind: str) -> RecordLines:
    found = page.pane.kept(f"records:{kind}")
    assert isinstance(found, RecordLines)
    return found


def open_line(sitting: Sitting, page: MeansPage, name: str) -> RecordLines:
    found = lines(page, "means")
    [line] = [one for one in found.lines if one.row.record.name == name]
    line.setChecked(True)
    sitting.wait()
    return found


def test_what_falls_with_the_network_is_seen_before_it_does(sit: Callable[[], Sitting]) -> None:
    sitting = sit()
    page = failures(sitting)
    assert "19 fonctions. Tient\u00a0: 4. Tombe\u00a0: 5." in page.totals.said()
    sitting.qtbot.mouseClick(page.only_holes, Qt.MouseButton.LeftButton)
    assert {row.standing for row in rows(page) if row.doubt is None} == {
        Standing.FALLS,
        Standing.MISSING,
    }
    assert {row.doubt for row in rows(page)} == {None, *Doubt}
    sitting.qtbot.keyClicks(page.filter, "planning")
    sitting.wait()
    [row] = rows(page)
    assert row.function == "Planning du personnel"
    assert (
        "tombe\u00a0: messagerie interne → Pli Discret → hébergement du groupement → réseau"
        in said(page.pane)
    )
    assert "Un seul de ces moyens suffit." in said(page.pane)
    press(sitting, page, "Rien")
    assert rows(page) == []
    page.filter.clear()
    assert {row.standing for row in rows(page)} == {Standing.MISSING, Standing.STANDS}
    press(sitting, page, "Réseau, annuaire et téléphonie")
    sitting.qtbot.mouseClick(page.whole, Qt.MouseButton.LeftButton)
    sitting.wait()
    assert page.totals.said().startswith("110 fonctions.")
    assert "Chirurgie ambulatoire" in page.without.said()
    sitting.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    sitting.qtbot.waitUntil(lambda: sitting.window.pages.work is None)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_two_keys_clash(sit: Callable[[], Sitting], code: str) -> None:
    speak(code)
    sitting = sit()
    for show in (
        sitting.window.tabs.doors.failures.show_failures,
        sitting.window.tabs.doors.failures.show_means,
    ):
        show()
        sitting.wait()
        assert clashes(visible_texts(sitting.window)) == []


def test_the_list_is_taken_along(sit: Callable[[], Sitting]) -> None:
    sitting = sit()
    page = failures(sitting)
    press(sitting, page, "Imprimer la liste…")
    assert page.told.isVisible()
    with pypdfium2.PdfDocument(sitting.saved.read_bytes()) as document:
        assert "Cardiologie — hospitalisation" in document[0].get_textpage().get_text_range()
    sitting.saved = sitting.saved.with_suffix(".xlsx")
    press(sitting, page, "Exporter…")
    assert sitting.saved.read_bytes().startswith(b"PK")


def _falls_with(page: MeansPage, name: str) -> str:
    [line] = [one for one in lines(page, "means").lines if one.row.record.name == name]
    return str(line.row.record.links["leans_on"].name)


def test_a_means_is_added_ticked_taken_away_and_brought_back(sit: Callable[[], Sitting]) -> None:
    sitting = sit()
    page = means(sitting)
    press(sitting, page, "poste analogique")
    assert "poste analogique" in {line.row.record.name for line in lines(page, "means").lines}
    found = open_line(sitting, page, "téléphone rouge")
    assert found.opened is not None
    ticks = found.opened.findChild(TicksField)
    assert ticks is not None
    power = next(tick for tick in ticks.ticks.values() if tick.text() == "électricité")
    sitting.qtbot.keyClick(power, Qt.Key.Key_Space)
    sitting.wait()
    sitting.qtbot.waitUntil(
        lambda: _falls_with(page, "téléphone rouge") == "électricité, téléphonie analogique"
    )
    press(sitting, found.opened, "Il n’est plus là")
    assert "« téléphone rouge » est cité et personne ne le tient ici".replace(
        "« ", "«\u00a0"
    ).replace(" »", "\u00a0»") in said(page.pane)
    assert "1 étape\u00a0: Prescription des médicaments en cardiologie" in said(page.pane)
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "personne ne le tient ici" not in said(page.pane)


def test_a_means_of_the_hospital_is_typed_from_the_ward(sit: Callable[[], Sitting]) -> None:
    sitting = sit()
    page = means(sitting)
    page.places.setCurrentIndex(2)
    page.places.activated.emit(2)
    sitting.wait()
    press(sitting, page, "Ajouter un moyen…")
    form = page.form
    assert isinstance(form, RecordForm)
    sitting.qtbot.keyClicks(form.rows["name"].control, "talkie-walkie")
    form.rows["kind"].control.put("other")
    sitting.qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.wait()
    assert page.form is None
    assert "talkie-walkie" in {line.row.record.name for line in lines(page, "means").lines}
    page.places.activated.emit(page.places.findText("Cardiologie — hospitalisation"))
    page.places.setCurrentIndex(0)
    page.places.activated.emit(0)
    sitting.wait()
    assert page.means is not None
    assert "talkie-walkie" in {one.name for one in page.means.upper}


def test_a_step_names_its_means_by_two_letters_and_the_sheet_prints_them(
    sit: Callable[[], Sitting],
) -> None:
    sitting = sit()
    row = next(r for r in _procedures(sitting) if r[0] == "Prescription")
    assert row
    tab = sitting.window.tabs.list_page
    tab.pane.table.choose(_procedures(sitting).index(row))
    sitting.wait()
    sitting.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    editor = work(sitting, EditorPage).editor
    assert editor is not None
    field = editor.form.steps.rows[0].means
    field.setFocus()
    sitting.qtbot.keyClicks(field, "impr")
    popup = next(
        w for w in QApplication.allWidgets() if w.isVisible() and _offers(w, "imprimante USB")
    )
    assert popup is not None
    field.setText("imprimante USB, fax")
    sitting.wait()
    assert editor.text.steps[0].means == ("imprimante USB", "fax")
    sitting.qtbot.waitUntil(
        lambda: any("fax" in button.text() for button in editor.warnings.buttons)
    )


def _offers(widget: QWidget, text: str) -> bool:
    model = getattr(widget, "model", None)
    found = model() if callable(model) else None
    if found is None or not hasattr(found, "rowCount"):
        return False
    return any(text in str(found.index(n, 0).data()) for n in range(found.rowCount()))


def _procedures(sitting: Sitting) -> list[list[str]]:
    return sitting.rows()


def test_where_nothing_can_be_saved_nothing_is_offered(
    sit: Callable[[], Sitting], qtbot: QtBot
) -> None:
    writer = sit()
    reader = Sitting(Home(writer.home.root), FixedClock(CLOCK.now()), qtbot, TabName.PROCEDURES)
    reader.be_on_the_ward()
    reader.window.tabs.show_place(Place(TabName.PROCEDURES))
    reader.wait()
    page = means(reader)
    assert "Ce dossier est seulement lu ici" in said(page.pane)
    buttons = [
        b.text().replace("&", "") for b in page.pane.findChildren(QAbstractButton) if b.isVisible()
    ]
    assert not any(re.match("Ajouter|Il n’est", text) for text in buttons)
    page.failures.click()
    reader.wait()
    assert work(reader, FailurePage).totals.said()
    reader.leave()


def test_the_command_tells_the_same_to_scripts(sit: Callable[[], Sitting], tmp_path: Path) -> None:
    import json
    import sys

    sitting = sit()
    home = sitting.home.root
    sitting.leave()
    ask = [sys.executable, "-m", "referent_desk", "--home", str(home), "simulate"]

    def answer(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*ask, *more], capture_output=True, text=True, check=False)

    said_json = answer("--fails", "network,directory,ip_telephony", "--format", "json")
    assert said_json.returncode == 0
    records = json.loads(said_json.stdout)
    assert len(records) == 113
    assert sum(record["state"] == "falls" for record in records) == 16
    assert "Chirurgie ambulatoire" in said_json.stderr
    one = answer("--fails", "network", "--fails", "téléphonie ip", "--department", "CAR")
    assert one.returncode == 0
    assert "Maternité" not in one.stdout
    unknown = answer("--fails", "canteen")
    assert unknown.returncode == 2
    assert "canteen" in unknown.stderr
    assert unknown.stdout == ""
