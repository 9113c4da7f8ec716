"""From the lists of a ward to its binder, as the guide guesses them: whom to call, at what number.

The measure of the import is the paper: what a list says stands on the sheet that tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from referent_desk.domain.first_steps import FirstSteps
from referent_desk.domain.imports.answers import Answers, Question
from referent_desk.domain.imports.guides import ListChoices, TextForm
from referent_desk.home import Home
from referent_desk.language import speak
from referent_desk.usecases.binders import preview_binder
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.first_steps import begin_department
from referent_desk.usecases.import_guides import apply_list, look_at_list, open_list, plan_list
from tests.paper.pdfs import page_texts
from tests.usecases.homes import CLOCK

Rows = list[tuple[str, ...]]

TIDY: dict[str, Rows] = {
    "Logiciels": [
        (
            "Logiciel",
            "À quoi il sert",
            "Référent du service",
            "N° du support",
            "Horaires du support",
        ),
        (
            "Orvane",
            "Dossier patient informatisé",
            "Nadège MERCIER",
            "01 60 55 24 10",
            "24h/24, 7j/7",
        ),
        (
            "Prescia",
            "Prescription et plan d'administration",
            "Nadège MERCIER",
            "01 60 55 24 10",
            "",
        ),
        (
            "Labéo",
            "Demandes et résultats de laboratoire",
            "Karim BENSAÏD",
            "01 60 55 24 32",
            "lundi au samedi 7h30-19h",
        ),
        (
            "Visimage",
            "Imagerie : demandes, comptes rendus et images",
            "Karim BENSAÏD",
            "01 60 55 24 35",
            "lundi au vendredi 8h-18h",
        ),
        ("Mélis", "Commande des repas et régimes", "Sylvie LE GOFF", "01 60 55 26 08", ""),
        ("Brancalis", "Demandes de brancardage", "Corinne DA SILVA", "01 60 55 26 15", ""),
        (
            "Parcours SMR",
            "Demandes d'admission (Trajectoire) et codage PMSI",
            "Corinne DA SILVA",
            "01 60 55 24 57",
            "lundi au vendredi 9h-17h",
        ),
        ("Rotalys", "Planning du personnel", "Thierry MARCHAND", "01 60 55 22 70", ""),
    ],
    "Contacts": [
        ("Contact", "Numéro", "Horaires"),
        ("Hotline informatique", "01 60 55 24 10", "24h/24, 7j/7"),
        ("Astreinte informatique (nuit et week-end)", "06 71 40 18 26", "18h-8h, week-ends"),
        ("Cadre de santé : Thierry MARCHAND", "01 60 55 21 30", "lundi au vendredi 8h30-17h"),
        ("Cadre de garde", "06 71 40 18 02", "nuit, week-end et jours fériés"),
        ("Médecin d'astreinte SSR", "06 71 40 18 11", "18h30-8h30, week-ends"),
        ("Laboratoire", "01 60 55 23 00", "24h/24"),
        ("Pharmacie", "01 60 55 23 40", "lundi au vendredi 8h30-17h"),
        ("Pharmacien de garde", "06 71 40 18 44", "hors horaires de la pharmacie"),
        ("Cuisine centrale", "01 60 55 26 00", "tous les jours 6h30-19h30"),
    ],
}

UNTIDY: dict[str, Rows] = {
    "Logiciels": [
        ("MATERNITE - nos logiciels (maj Sandrine, sept. 2026)",),
        (),
        (
            "Logiciel",
            "à quoi ça sert chez nous",
            "référent(e)",
            "support / hotline",
            "observations",
        ),
        (
            "Gynélia",
            "dossier obstétrical, partogramme",
            "Mme Le Goff (SF)",
            "5500 (info) de 8h à 18h, astreinte 5599",
            "dossier papier rose dans l'armoire",
        ),
        ("Labo web", "résultats de laboratoire", "Julie Perrin", "labo 5310", ""),
        ("PrescriNet", "prescription des médicaments", "Dr Aubry", "idem Gynélia", ""),
        ("Gynelia", "dossier obstétrical", "Mme Le Goff", "5500", "doublon ? voir ligne 4"),
    ],
    "Équipe": [
        ("Nom Prénom", "Fonction", "DECT", "Horaires", "Portable"),
        ("KERVELLA Anne", "Cadre sage-femme", "5701", "8h-16h30 lun-ven", "06 98 76 54 32"),
        ("LE GOFF Maëlle", "Sage-femme", "5702", "jour 7h-19h", ""),
        ("PERRIN Julie", "Sage-femme", "5703", "roulement", ""),
        ("AUBRY Philippe", "Gynécologue-obstétricien (Dr)", "5730", "", ""),
        (),
        ("NUMEROS UTILES",),
        ("Qui", "Jour", "Nuit / WE", "Remarque"),
        ("Informatique (hotline)", "5500", "5599", ""),
        ("Biomédical", "5620", "passer par le standard (9)", ""),
        ("Laboratoire", "5310", "5319", "technicien de garde"),
        ("Pharmacie", "5410", "06 00 00 12 34", "interne de garde"),
        ("Bureau des entrées", "5110", "5112 (urgences)", ""),
        ("Cadre de garde / administrateur", "", "5555", ""),
        ("Obstétricien de garde", "", "5798", ""),
    ],
}


TIDY_PAPER = {
    "REF-01": (
        "Cadre de santé lun-ven 8 h 30-17 h 01 60 55 21 30",
        "Cadre de garde nuit, week-end et jours fériés 06 71 40 18 02",
        "DSI 01 60 55 24 10",
        "DSI, astreinte nuit et week-end 06 71 40 18 26",
        "Médecin de garde 18 h 30-8 h 30, week-ends 06 71 40 18 11",
    ),
    "ANN-01": (
        "Cadre de santé : Thierry MARCHAND lundi au vendredi 8h30-17h 01 60 55 21 30",
        "Cadre de garde nuit, week-end et jours fériés 06 71 40 18 02",
        "Médecin d'astreinte SSR 18h30-8h30, week-ends 06 71 40 18 11",
        "Laboratoire · 24h/24 01 60 55 23 00",
        "Pharmacie · lundi au vendredi 8h30-17h 01 60 55 23 40",
        "Pharmacien de garde hors horaires de la pharmacie 06 71 40 18 44",
        "Hotline informatique · 24h/24, 7j/7 01 60 55 24 10",
        "Astreinte informatique (nuit et week-end) 18h-8h, week-ends 06 71 40 18 26",
        "Cuisine centrale tous les jours 6h30-19h30 01 60 55 26 00",
        "Parcours SMR · lundi au vendredi 9h-17h 01 60 55 24 57",
        "Orvane, Prescia · Hotline informatique 01 60 55 24 10",
    ),
    "LAB-01": (
        "Référent logiciel Karim Bensaïd",
        "Assistance Labéo lundi au samedi 7h30-19h 01 60 55 24 32",
    ),
    "MOU-01": ("Référent logiciel Corinne Da Silva", "Assistance Parcours SMR"),
    "PLA-01": ("Référent logiciel Thierry Marchand 01 60 55 21 30",),
}

UNTIDY_PAPER = {
    "REF-01": (
        "Cadre de santé 5701",
        "Directeur de garde nuit/WE 5555",
        "DSI 5500",
        "DSI, astreinte nuit/WE 5599",
        "Médecin de garde nuit/WE 5798",
    ),
    "ANN-01": (
        "Cadre sage-femme (Anne Kervella) 5701",
        "Philippe Aubry Gynécologue-obstétricien (Dr) 5730",
        "Maëlle Le Goff · Sage-femme 5702",
        "Julie Perrin · Sage-femme 5703",
        "Cadre de garde / administrateur (nuit/WE) 5555",
        "Obstétricien de garde (nuit/WE) 5798",
        "Laboratoire (nuit/WE) technicien de garde 5319",
        "Pharmacie (nuit/WE) · interne de garde 06 00 00 12 34",
        "Biomédical (nuit/WE) passer par le standard (9)",
        "Bureau des entrées (nuit/WE) · urgences 5112",
    ),
    "PRE-01": ("Référent logiciel Philippe Aubry 5730", "DSI, astreinte nuit/WE 5599"),
    "LAB-01": ("Référent logiciel Julie Perrin 5703",),
    "MAT-01": ("Référent logiciel Maëlle Le Goff 5702", "dossier papier rose dans l'armoire"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = open_desk(Home(tmp_path / "home"), CLOCK)
    yield opened
    opened.close()


def workbook(folder: Path, sheets: dict[str, Rows]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "service.xlsx"
    book.save(path)
    return path


def untold(_done: int, _of: int) -> None:
    return None


def brought_in(desk: Desk, path: Path, ward: str, replies: dict[str, str]) -> list[Question]:
    """Every list of the file, as its sheet and columns are guessed; the questions that it asked.

    `replies`: by the code of the question the name of what is chosen.
    """
    asked: list[Question] = []
    file = open_list(path, TextForm())
    for sheet in file.look.sheets:
        look = look_at_list(desk, file, ListChoices(sheet=sheet.name, department_id=ward))
        choices = ListChoices(
            look.sheet, look.header_row, look.kind, look.fields, department_id=ward
        )
        answers = Answers()
        for line in plan_list(desk, file, choices, answers).lines:
            for each in line.report.asked:
                asked.append(each.question)
                wanted = replies[each.question.code]
                offer = next(each for each in each.question.offers if each.name == wanted)
                answers = answers.with_reply(line.row, each.question, offer.reply)
        apply_list(desk, file, choices, answers, untold)
    return asked


def begun(desk: Desk, ward: str) -> str:
    return begin_department(desk, FirstSteps("CH de Montclair", ward, beds="24")).department.id


def sheets(desk: Desk, ward: str) -> dict[str, str]:
    """The text of each sheet as one line, by its code."""
    texts: dict[str, str] = {}
    for text in page_texts(preview_binder(desk, ward).pdf):
        code = re.search(r"RD1 S \w+ (\S+) 0 \w{4} (.*)", text)
        assert code is not None
        texts[code[1]] = texts.get(code[1], "") + " ".join(code[2].split())
    return texts


def software_of(paper: dict[str, str]) -> dict[str, str]:
    """Which software each sheet is for."""
    found = {code: re.search(r"quand (.+?) ne répond plus", text) for code, text in paper.items()}
    return {code: match[1] for code, match in found.items() if match}


def unsaid(paper: dict[str, str], wanted: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in wanted.items() for text in texts
            if text not in paper[code]]  # fmt: skip


def test_a_tidy_list_becomes_its_binder_without_a_question(desk: Desk, tmp_path: Path) -> None:
    ward = begun(desk, "SSR gériatrique")
    assert brought_in(desk, workbook(tmp_path, TIDY), ward, {}) == []
    paper = sheets(desk, ward)
    assert software_of(paper) == {
        "PRE-01": "Prescia",
        "ADM-01": "Prescia",
        "LAB-01": "Labéo",
        "IMA-01": "Visimage",
        "REP-01": "Mélis",
        "TPT-01": "Brancalis",
        "PLA-01": "Rotalys",
        "MOU-01": "Parcours SMR",
        "ACT-01": "Parcours SMR",
        **dict.fromkeys(("CST-01", "SOI-01", "LIT-01", "COU-01", "RDV-01"), "Orvane"),
    }
    assert unsaid(paper, TIDY_PAPER) == []
    pages = page_texts(preview_binder(desk, ward).pdf)
    foot = "Référents : nommés sur le feuillet de chaque logiciel"
    assert [page for page in pages if foot not in page.replace("\u00a0", " ")] == []


def test_an_untidy_list_becomes_its_binder_with_one_question(desk: Desk, tmp_path: Path) -> None:
    """Two lists in a sheet, half names, a software named twice, words where numbers would be."""
    ward = begun(desk, "Maternité")
    asked = brought_in(
        desk, workbook(tmp_path, UNTIDY), ward, {"which_physician": "Obstétricien de garde"}
    )
    assert [question.code for question in asked] == ["which_physician"]
    paper = sheets(desk, ward)
    assert software_of(paper) == {
        "PRE-01": "PrescriNet",
        "LAB-01": "Labo web",
        "MAT-01": "Gynélia",
    }
    assert unsaid(paper, UNTIDY_PAPER) == []
    printed = " ".join(paper.values())
    for word in ("06 98 76 54 32", "idem", "doublon", "(SF)", "NUMEROS"):
        assert word not in printed
