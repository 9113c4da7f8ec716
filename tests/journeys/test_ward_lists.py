"""The lists that a ward keeps for itself, brought in at the window as a ward assistant does."""

from __future__ import annotations

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from referent_desk.clock import FixedClock
from referent_desk.domain.imports.kinds import ImportKind
from referent_desk.gui.imports.guide_pages import ImportPage
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import TabName
from referent_desk.home import Home
from tests.exchange.spreadsheet_files import xlsx
from tests.journeys.test_import_guide import (
    SERVICES,
    Import,
    home,
    names_in,
    read_ledger_of,
    sit_down,
    sitting,
)

__all__ = ["home", "sit_down", "sitting"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def pick(sitting: Import, box: QComboBox, wanted: ImportKind) -> None:
    """Open the list and choose an entry of it, be it the one that stands there."""
    box.showPopup()
    place = box.findData(wanted)
    box.view().setCurrentIndex(box.model().index(place, 0))
    sitting.qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    sitting.wait()


@pytest.mark.parametrize("other_first", [False, True])
def test_what_the_file_lists_can_be_picked_by_hand_even_anew(
    sitting: Import, home: Home, clock: FixedClock, other_first: bool
) -> None:
    guide = sitting.begin()
    if other_first:
        pick(sitting, guide.columns.kind, ImportKind.DIRECTORY)
        assert guide.draft.choices.kind is ImportKind.DIRECTORY
    pick(sitting, guide.columns.kind, ImportKind.DEPARTMENTS)
    assert guide.draft.choices.kind is ImportKind.DEPARTMENTS
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()
    assert "Cardiologie" in names_in(home, clock)


def test_a_guide_that_was_left_hears_nothing_of_what_is_saved_later(sitting: Import) -> None:
    guide = sitting.begin()
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.is_at(StepName.LINES)
    with sitting.qtbot.waitSignal(guide.destroyed):
        sitting.click(guide.leave)
    sitting.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert sitting.is_at(StepName.LINES)
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.go_on()
    sitting.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.leave()


PNEUMOLOGY: list[list[object]] = [
    ["LISTE DES LOGICIELS – PNEUMOLOGIE 3B"],
    ["maj le 12/09/2026 par Sylvie"],
    [],
    ["Logiciel", "À quoi ça sert", None, "Responsable", "Hotline", "remarques"],
    ["Dossier+", "dossier patient, prescriptions", None, "Mme Lefèvre (cadre)", "DSI 4500"],
    ["Labomatic", "résultats labo", None, "Dr Moreau", "labo 4310 / garde 4311"],
    ["Voirad", "radio (images)", None, "Dr Moreau", "4620"],
    ["Tempora", "planning des agents", None, "Mme Lefèvre", "RH 4105", "lent le lundi"],
    ["Plateo", "repas", None, "Nadia H.", "cuisine 4820", "avant 10h !!"],
    ["Remedia", "médicaments", None, "secrétariat", "4212"],
    ["Travo", "prêt de matelas", None, "Nadia H.", "services techniques 4900"],
]
GERIATRICS: list[list[object]] = [
    ["Annuaire du service – Gériatrie aiguë"],
    [],
    ["Nom", "Fonction", "Poste", "DECT", "Observations"],
    ["Mme BERNARD Claire", "Cadre de santé", "3201", "66201", None],
    ["Interne de garde", None, None, "66210", "la nuit : 66211"],
    ["Mme FABRE Odile", "Assistante sociale", "3240", None, "lundi et jeudi"],
    ["Pharmacie", None, "4212", None, None],
    ["Standard", None, 9, None, None],
]


def begin_pneumology(sitting: Import) -> ImportPage:
    """As far as the lines, in a department that is named by hand."""
    guide = sitting.begin(xlsx(PNEUMOLOGY), "logiciels.xlsx")
    sitting.qtbot.waitUntil(guide.columns.using.isVisible)
    sitting.qtbot.keyClicks(guide.columns.using.box.lineEdit(), "Pneumologie 3B")
    sitting.qtbot.waitUntil(lambda: guide.draft.choices.department == "Pneumologie 3B")
    sitting.wait()
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.is_at(StepName.LINES)
    return guide


def test_what_software_is_for_is_taken_in_the_words_of_the_ward_or_asked(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = begin_pneumology(sitting)
    assert sitting.outcomes() == ["nouveau"] * 5 + ["question", "nouveau"]
    reasons = [str(guide.lines.model.index(row, 3).data()) for row in range(7)]
    assert "Sert à" in reasons[0]
    assert "Analyses de laboratoire" in reasons[1]
    assert "médicaments" in reasons[5]
    assert "« prêt de matelas » ne correspond à aucune des fonctions" in reasons[6].replace(
        "\u00a0", " "
    )
    sitting.click(guide.lines.next_question)
    assert "Le fichier dit de Remedia : « médicaments »" in sitting.words()
    sitting.key(Qt.Key.Key_2)
    assert sitting.outcomes() == ["nouveau"] * 7
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()
    ledger = read_ledger_of(home, clock)
    codes = {function.id: function.code for function in ledger.functions}
    used: dict[str, list[str]] = {}
    for use in ledger.deployments:
        name = ledger.software.get(use.software_id).name
        used.setdefault(name, []).append(codes.get(use.function_id or "", use.purpose))
    assert {name: sorted(functions) for name, functions in used.items()} == {
        "Dossier+": ["PRE", "SOI"],
        "Labomatic": ["LAB"],
        "Voirad": ["IMA"],
        "Tempora": ["PLA"],
        "Plateo": ["REP"],
        "Remedia": ["APP"],
        "Travo": ["prêt de matelas"],
    }


def test_where_today_asks_what_a_software_is_for_the_words_of_the_list_stand(
    sitting: Import,
) -> None:
    begin_pneumology(sitting)
    sitting.go_on()
    sitting.click(sitting.guide.foot.next)
    sitting.go_to(2)
    sitting.qtbot.waitUntil(lambda: "Votre liste dit : « prêt de matelas »" in said(sitting))
    sitting.leave()


def said(sitting: Import) -> str:
    labels = sitting.window.tabs.findChildren(PlainLabel)
    return "\n".join(label.said() for label in labels).replace("\u00a0", " ")


@pytest.mark.parametrize("wanted", [True, False])
def test_people_whom_only_the_list_knows_are_created_by_one_tick(
    sitting: Import, home: Home, clock: FixedClock, wanted: bool
) -> None:
    guide = begin_pneumology(sitting)
    tick = guide.lines.adds_people
    assert tick.isVisible()
    assert tick.isChecked()
    text = tick.text().replace("\u00a0", " ")
    assert text == "Créer ces 3 personnes, encore inconnues ici : Lefèvre, Moreau, Nadia H."
    if not wanted:
        tick.click()
        sitting.wait()
        assert tick.isVisible()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    ledger = read_ledger_of(home, clock)
    people = {person.id: person.full_name for person in ledger.people}
    referents = {
        ledger.software.get(each.software_id or "").name: people[each.person_id]
        for each in ledger.appointments
    }
    if wanted:
        assert sorted(people.values()) == ["Lefèvre", "Moreau", "Nadia H."]
        assert referents["Dossier+"] == "Lefèvre"
        assert "Remedia" not in referents
    else:
        assert (people, referents) == ({}, {})
    sitting.click(guide.done.undo)
    sitting.leave()
    assert len(read_ledger_of(home, clock).people) == 0


def test_a_ward_directory_is_one_of_numbers_with_what_stands_beside_the_names(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = sitting.begin(xlsx(GERIATRICS), "annuaire.xlsx")
    assert guide.draft.choices.kind is ImportKind.DIRECTORY
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()
    ledger = read_ledger_of(home, clock)
    assert len(ledger.people) == 0
    assert {entry.label: (entry.number, entry.hours) for entry in ledger.entries} == {
        "Mme BERNARD Claire (Cadre de santé)": ("3201", ""),
        "Mme BERNARD Claire (Cadre de santé) (DECT)": ("66201", ""),
        "Interne de garde": ("66210", "la nuit : 66211"),
        "Mme FABRE Odile (Assistante sociale)": ("3240", "lundi et jeudi"),
        "Pharmacie": ("4212", ""),
        "Standard": ("9", ""),
    }


def test_the_one_department_of_a_file_is_chosen_and_the_end_says_so(
    sitting: Import, home: Home
) -> None:
    guide = begin_pneumology(sitting)
    sitting.go_on()
    chosen = sitting.window.tabs.department
    assert chosen is not None
    assert (chosen.name, chosen.establishment) == ("Pneumologie 3B", "Hopital Nord")
    assert "Pneumologie 3B est maintenant choisi en haut de la fenêtre" in sitting.words()
    assert not guide.done.sheet.isVisible()
    sitting.click(guide.done.see)
    assert sitting.window.tabs.page.name is TabName.TODAY
    assert "Aucun service n’est choisi" not in said(sitting)
    sitting.leave()


def test_the_department_of_an_import_that_is_undone_is_chosen_no_more(sitting: Import) -> None:
    guide = begin_pneumology(sitting)
    sitting.go_on()
    sitting.click(guide.done.undo)
    assert sitting.window.tabs.department is None
    sitting.leave()


def test_several_departments_leave_the_choice_to_the_reader(sitting: Import) -> None:
    sitting.take(SERVICES)
    assert sitting.window.tabs.department is None
    sitting.leave()


def workbook() -> bytes:
    """The directory, and the software of the same ward in a sheet of its own."""

    def add(sheet: Worksheet) -> None:
        book = sheet.parent
        assert book is not None
        other = book.create_sheet("Logiciels")
        for row in PNEUMOLOGY[3:]:
            other.append(row)

    return xlsx(GERIATRICS, add, "Annuaire")


def test_another_sheet_of_the_workbook_is_offered_at_the_end(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = sitting.begin(workbook(), "service.xlsx")
    if guide.draft.choices.sheet != "Annuaire":
        sitting.click(guide.bar.buttons[StepName.SHEET])
        guide.sheet.table.choose(0)
        sitting.wait()
        sitting.click(guide.bar.buttons[StepName.COLUMNS])
    sitting.name_establishment()
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    assert guide.done.sheet.text().replace("\u00a0", " ") == "&Lire aussi la feuille « Logiciels »"
    assert guide.done.sheet.property("look") == "main"
    assert guide.done.see.property("look") == "plain"
    assert guide.done.unread.isVisible()
    assert guide.done.unread.y() < guide.done.head.y(), "what is not read is said first"
    assert sitting.window.focusWidget() is guide.done.sheet
    sitting.click(guide.done.sheet)
    assert sitting.is_at(StepName.COLUMNS)
    assert guide.draft.choices.kind is ImportKind.SOFTWARE
    assert guide.columns.using.box.currentText() == "Gériatrie aiguë — Hopital Nord"
    sitting.go_on()
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    assert not guide.done.sheet.isVisible()
    sitting.leave()
    ledger = read_ledger_of(home, clock)
    assert len(ledger.entries) == 6
    assert len(ledger.software) == 7


def test_the_ward_in_the_title_is_accepted_by_enter(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    guide = sitting.begin(xlsx(GERIATRICS), "annuaire.xlsx")
    box = guide.columns.using.box
    assert box.currentText() == "Gériatrie aiguë"
    assert "« Gériatrie aiguë »" in sitting.words().replace("\u00a0", " ")
    assert sitting.window.focusWidget() is box
    sitting.qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert sitting.is_at(StepName.COLUMNS)
    line = guide.columns.establishment.lineEdit()
    assert sitting.window.focusWidget() is guide.columns.establishment
    sitting.qtbot.keyClicks(line, "Hopital Nord")
    sitting.qtbot.keyClick(line, Qt.Key.Key_Return)
    sitting.wait()
    assert sitting.is_at(StepName.LINES)
    sitting.go_on()
    ledger = read_ledger_of(home, clock)
    owners = {ledger.nodes.get(entry.owner_id).name for entry in ledger.entries}
    assert owners == {"Gériatrie aiguë"}
    chosen = sitting.window.tabs.department
    assert chosen is not None
    assert chosen.name == "Gériatrie aiguë"
    sitting.leave()


def test_the_ward_of_a_title_is_typed_over_and_stays_so(sitting: Import) -> None:
    guide = sitting.begin(xlsx(PNEUMOLOGY), "logiciels.xlsx")
    line = guide.columns.using.box.lineEdit()
    assert line is not None
    assert line.text() == "Pneumologie 3B"
    sitting.qtbot.keyClicks(line, "Pneumo B")
    assert line.text() == "Pneumo B"
    sitting.qtbot.waitUntil(lambda: guide.draft.choices.department == "Pneumo B")
    sitting.wait()
    pick(sitting, guide.columns.kind, ImportKind.DIRECTORY)
    pick(sitting, guide.columns.kind, ImportKind.SOFTWARE)
    assert line.text() == "Pneumo B"
    sitting.leave()
