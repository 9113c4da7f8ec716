from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

from referent_desk.domain.handovers import Given, Handover, HandoverItem
from referent_desk.domain.handovers_files import (
    HandedCopy,
    HandedSoftware,
    HandedTrouble,
    HandoverFile,
)
from referent_desk.domain.successions import Answer, OrphanKind
from referent_desk.language import language
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.handovers import CODE, lay_out_handover
from tests.paper.wards import HEAD

DAY = date(2026, 11, 22)
LONG = "Wilhelmine-Éléonore de Saint-Exupéry-Montgolfier d’Aubigny-Lavallière"
FILE = HandoverFile(
    department="Cardiologie",
    handover=Handover(
        *("h", "d", "a", LONG, "b", "Nguyễn Thị Ánh İlkşan", DAY),
        "Coffre du cadre, enveloppe scellée",
        "Demander la clé à l’accueil.",
        None,
        None,
        (HandoverItem("1", "binder_shown", "", DAY), HandoverItem("2", "", "Clé", None)),
    ),
    answers=(Answer("x", "software", "main", "s", "Dossier+"), Answer("y", "security", "deputy")),
    software=(
        HandedSoftware(
            *("s", "Dossier+", "9.5", "01 99 00 71 10", ("Bea Roux",)),
            tips=tuple((f"Astuce {n}", "Texte " * 30) for n in range(5)),
            troubles=(HandedTrouble("L’étiquette sort blanche", DAY, "T-12"),),
        ),
        HandedSoftware("t", "Labo", "", "", (), is_sole=True),
    ),
    pending=(Given(OrphanKind.DRILL, "e", "Prescription", DAY),),
    other_troubles=(HandedTrouble("Clavier", "hier soir"),),
    used=15,
    copies=(HandedCopy(1, "Poste de soins", "", 3), HandedCopy(2, "Bureau", LONG, None)),
    numbers=(("Standard", "9"),),
    trainings=((DAY, "Dossier+", 4),),
)


def text_of(file: HandoverFile, code: str = "fr") -> list[str]:
    said = language(code)
    marks = PageMarks("Passation", CODE, "passation", "foot")
    pages = lay_out_handover(file, said)
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    with pypdfium2.PdfDocument(
        io.BytesIO(write_department_pages(pages, HEAD, marks, at, said))
    ) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_everything_that_is_handed_over_stands_on_it() -> None:
    text = " ".join(text_of(FILE))
    for words in (
        *("Coffre du cadre", "Demander la clé", "Bea Roux", "T-12", "22/11/2026", "2 autres"),
        *("personne d’autre", "3 feuillets à remplacer", "jamais imprimé", "Standard", "Clé"),
        *("4 collègues", "référent sécurité, suppléance", "référent logiciel (Dossier+)"),
    ):
        assert words in text


def test_letters_of_other_languages_are_printed() -> None:
    text = " ".join(text_of(FILE))
    assert "Nguyễn Thị Ánh İlkşan" in text


def test_the_signatures_are_never_parted() -> None:
    for count in range(0, 24, 3):
        software = FILE.software * count
        pages = text_of(replace(FILE, software=software))
        (signed,) = (page for page in pages if "Remis par" in page)
        assert signed.count("Signature") == 3


def test_no_rule_runs_through_a_long_name_that_signs() -> None:
    said = language("fr")
    marks = PageMarks("Passation", CODE, "passation", "foot")
    pages = lay_out_handover(FILE, said)
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    pdf = pypdfium2.PdfDocument(io.BytesIO(write_department_pages(pages, HEAD, marks, at, said)))
    with pdf:
        page = pdf[len(pdf) - 1]
        letters = page.get_textpage()
        left, bottom, _right, top = letters.get_charbox(last_of(letters, "d’Aubigny-Lavallière"))
        boxes = [one.get_bounds() for one in page.get_objects(filter=[FPDF_PAGEOBJ_PATH])]
        through = [
            box for box in boxes if box[3] - box[1] < 3 and box[0] < left < box[2]
            and box[1] < top and box[3] > bottom
        ]  # fmt: skip
    assert through == []


def last_of(letters: pypdfium2.PdfTextPage, words: str) -> int:
    """Where they stand for the last time on the page."""
    found, search = 0, letters.search(words)
    while (place := search.get_next()) is not None:
        found = place[0]
    return found


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_ward_that_knows_nothing_yet_still_gets_its_paper(code: str) -> None:
    handover = Handover("h", "d", "a", "O", "", "", None, "", "", None, None)
    bare = HandoverFile("X", handover, (), (), (), (), (), ())
    assert len(text_of(bare, code)) == 1
