"""The list of a ward that names its people in many ways, and what the window makes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from referent_desk.clock import FixedClock
from referent_desk.gui.appoint_forms import NewcomerForm
from referent_desk.gui.imports.steps import StepName
from referent_desk.gui.labels import PlainLabel
from referent_desk.gui.places import TabName
from referent_desk.gui.record_forms import RecordForm
from referent_desk.gui.today.tabs import TodayTab
from referent_desk.home import Home
from tests.exchange.spreadsheet_files import xlsx
from tests.journeys.test_import_guide import Import, home, read_ledger_of, sit_down, sitting

__all__ = ["home", "sit_down", "sitting"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LIST: list[list[object]] = [
    ["PNEUMOLOGIE – Logiciels utilisés (maj 03/2026)"],
    [],
    ["Logiciel", "À quoi ça sert", "Fournisseur", "Référent", "Suppléant", "Hotline"],
    ["Remedia", "Prescription", "Alto", "Mme LE GOFF Maëlle (AMA) poste 4512", "Dr Hervé KERMARREC",
     "02 99 00 12 00 (24h/24)"],
    ["Dossier+", "Dossier de soins", "Alto", "Mme LE GOFF Maëlle",
     "Anne-Sophie Tanguy (cadre) 4501", "4444"],
    ["Labomatic", "Résultats de labo", "", "Anne-Sophie Tanguy", "Mme Le Goff", "poste 4780"],
    ["Voirad", "Imagerie (comptes rendus + images)", "", "Dr KERMARREC / Dr Nolwenn PRIGENT", "",
     "02.99.00.13.30"],
    ["Courso", "Demandes de brancardage", "Sancta ?", "M. Yann Cadiou", None, "4600"],
    ["Plateo", "Commande des repas", "", "Équipe ASH", "Sylvie Moreau ASH", "Qualité : 4210"],
    ["Litto", "Gestion des lits", "", "Mme Le Goff M.", "A-S Tanguy", "4444"],
    ["Stocko", "Gestion des stocks", "", "M. Cadiou Yann", "???", "voir DSI"],
    ["Tempora", "Plannings", "", "Anne-Sophie TANGUY", "Mme LE GOFF", "4300"],
    [],
    ["Demander à la DSI (4444) pour les accès des internes"],
]  # fmt: skip


def begin(sitting: Import) -> None:
    guide = sitting.begin(xlsx(LIST), "logiciels.xlsx")
    assert guide.columns.using.box.currentText() == "Pneumologie"
    sitting.name_establishment()
    sitting.go_on()
    assert sitting.is_at(StepName.LINES)


def today(sitting: Import) -> TodayTab:
    sitting.click(sitting.guide.done.see)
    sitting.qtbot.waitUntil(lambda: sitting.window.tabs.page.name is TabName.TODAY)
    tab = sitting.window.tabs.page
    assert isinstance(tab, TodayTab)
    sitting.qtbot.waitUntil(lambda: bool(tab.list.cards))
    return tab


def said(tab: TodayTab, code: str) -> str:
    card = next(card for card in tab.list.cards if card.task.code == code)
    texts = (label.said() for label in card.findChildren(PlainLabel))
    return " ".join((*texts, card.button.text())).replace("\u00a0", " ")


def form_of(sitting: Import, tab: TodayTab, code: str) -> RecordForm:
    """What the button of a card opens."""
    card = next(card for card in tab.list.cards if card.task.code == code)
    sitting.click(card.button)
    sitting.qtbot.waitUntil(lambda: sitting.window.tabs.list_page.form is not None)
    form = sitting.window.tabs.list_page.form
    assert isinstance(form, RecordForm)
    return form


def test_a_ward_that_names_its_people_in_many_ways_has_each_of_them_once(
    sitting: Import, home: Home, clock: FixedClock
) -> None:
    begin(sitting)
    assert "créer ces 6 personnes" in sitting.guide.lines.adds_people.text().lower()
    outcomes = sitting.outcomes()
    assert [place for place, word in enumerate(outcomes) if word == "question"] == [4, 9]
    sitting.click(sitting.guide.lines.next_question)
    assert "« Sancta ? ». Est-ce le bon ?" in sitting.words()
    sitting.key(Qt.Key.Key_1)
    sitting.click(sitting.guide.lines.next_question)
    assert "est seul sous la liste" in sitting.words()
    sitting.key(Qt.Key.Key_0)
    assert sitting.outcomes() == ["nouveau"] * 9 + ["non prise"]
    sitting.go_on()
    assert sitting.is_at(StepName.DONE)
    sitting.leave()
    ledger = read_ledger_of(home, clock)
    assert sorted((p.last_name, p.first_name, p.role, p.telephone) for p in ledger.people) == [
        ("Kermarrec", "Hervé", "", ""),
        ("Le Goff", "Maëlle", "AMA", "4512"),
        ("Prigent", "Nolwenn", "", ""),
        ("Sylvie Moreau", "", "ASH", ""),
        ("Tanguy", "Anne-Sophie", "cadre", "4501"),
        ("Yann Cadiou", "", "", ""),
    ]
    names = {person.id: person.full_name for person in ledger.people}
    deputies = {
        ledger.software.get(each.software_id or "").name: names[each.person_id]
        for each in ledger.appointments
        if each.rank == "deputy"
    }
    assert deputies == {
        "Remedia": "Hervé Kermarrec",
        "Dossier+": "Anne-Sophie Tanguy",
        "Labomatic": "Maëlle Le Goff",
        "Voirad": "Nolwenn Prigent",
        "Plateo": "Sylvie Moreau",
        "Litto": "Anne-Sophie Tanguy",
        "Tempora": "Maëlle Le Goff",
    }
    assert {s.vendor for s in ledger.software} == {"Alto", "Sancta", ""}


def test_today_says_what_the_foot_will_print_and_offers_the_one_of_most(sitting: Import) -> None:
    begin(sitting)
    sitting.go_on()
    tab = today(sitting)
    words = said(tab, "no_ward_referent")
    assert "Le pied des feuillets ne peut nommer personne" in words
    assert "Sans aucun référent : Plateo" in words
    form = form_of(sitting, tab, "no_ward_referent")
    assert isinstance(form, NewcomerForm)
    typed = {name: row.control.typed() for name, row in form.rows.items()}
    assert typed["person_id"]
    assert (typed["rank"], typed["software_id"]) == ("main", "")
    sitting.click(form.create_button)
    sitting.qtbot.waitUntil(lambda: sitting.window.tabs.list_page.form is None)
    sitting.go_to(1)
    sitting.qtbot.waitUntil(
        lambda: "no_ward_referent" not in {card.task.code for card in tab.list.cards}
    )
    sitting.leave()


def test_after_the_hotlines_came_the_numbers_of_the_ward_are_missing(sitting: Import) -> None:
    begin(sitting)
    sitting.go_on()
    tab = today(sitting)
    words = said(tab, "directory_empty")
    assert "Il manque les numéros du service lui-même" in words
    assert "Le 4444, que votre liste cite le plus" in words
    form = form_of(sitting, tab, "directory_empty")
    assert (form.rows["number"].control.typed(), form.rows["purpose"].control.typed()) == (
        "4444",
        "it_on_call",
    )
    sitting.leave()
