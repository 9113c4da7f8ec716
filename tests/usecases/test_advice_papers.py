from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.domain.advice import TypedAdvice, Verdict
from referent_desk.domain.records import RecordKind
from referent_desk.errors import RefusedInput
from referent_desk.language import speak
from referent_desk.usecases.advice import write_advice
from referent_desk.usecases.advice_papers import (
    print_advice,
    print_vendor_letter,
    suggested_path,
)
from referent_desk.usecases.demo_advice import fill_demo_advice
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import add_record, edit_field
from tests.paper.pdfs import page_texts
from tests.usecases.homes import demo_desk
from tests.usecases.test_advice import program


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    made = demo_desk(tmp_path)
    made.language = "fr"
    fill_demo_advice(made)
    yield made
    made.close()


def only_page(path: Path) -> str:
    (text,) = page_texts(path.read_bytes())
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_advice_is_one_page_with_figures_reasons_answers_needs_and_signature(
    desk: Desk, tmp_path: Path
) -> None:
    path = print_advice(desk, program(desk), tmp_path / "avis.pdf")
    text = only_page(path)
    for said in (
        "GHT des Rives et Coteaux",
        "Avis pour l’achat : Dossier+",
        "Clairlogis Santé",
        "Relancer l’éditeur",
        "5 services, 1 établissement, 186 utilisateurs, 82 lits",
        "Contrat MAR-2022-031, prend fin le",
        "L’éditeur fournit un mode dégradé pour un fonctionnement manuel. (2 points)",
        "Les données ne sont pas extraites régulièrement. (2 points)",
        "Données extraites régulièrement : non",
        "Un plan de soins imprimé chaque matin à 6 h, même sans réseau.",
        "Le programme propose :",
        "Maryse Aubry, AMA",
        "Signature",
    ):
        assert said in text
    assert "CLAUSIER SANTÉ V2024, O-3.11" in text


def test_of_a_software_of_which_nothing_is_known_the_page_says_what_would_help(
    desk: Desk, tmp_path: Path
) -> None:
    software_id = add_record(desk, RecordKind.SOFTWARE, {"name": "Neuf"}).id
    text = only_page(print_advice(desk, software_id, tmp_path / "avis.pdf"))
    assert "Aucun service connu ne l’utilise." in text
    assert "Poser à l’éditeur les trois questions du contrat." in text
    assert "Rien n’est connu pour l’instant." in text


def test_what_is_longer_than_a_page_is_refused_and_says_by_how_much(
    desk: Desk, tmp_path: Path
) -> None:
    software_id, path = program(desk), tmp_path / "avis.pdf"
    long = "Une étiquette de secours imprimable sans réseau.\n" * 30
    write_advice(desk, software_id, TypedAdvice(Verdict.KEEP, long, "", "M. Aubry"))
    with pytest.raises(RefusedInput) as refused:
        print_advice(desk, software_id, path)
    assert "dépasse d’environ" in str(refused.value)
    assert "ce dont les utilisateurs ont besoin" in str(refused.value)
    assert not path.exists()
    write_advice(desk, software_id, TypedAdvice(Verdict.KEEP, "Court.", long, "M. Aubry"))
    with pytest.raises(RefusedInput, match="la remarque"):
        print_advice(desk, software_id, path)


LONG = "Progiciel de gestion intégrée des prescriptions nominatives et des soins"


@pytest.mark.parametrize("name", ["X", LONG, "Işık Ğ", "Điều Dưỡng", "<b>R&D</b> {name}"])
def test_any_name_prints_on_one_page(desk: Desk, tmp_path: Path, name: str) -> None:
    software_id = program(desk)
    edit_field(desk, RecordKind.SOFTWARE, software_id, "name", name)
    edit_field(desk, RecordKind.SOFTWARE, software_id, "vendor", LONG)
    path = print_advice(desk, software_id, tmp_path / "avis.pdf")
    assert name[:12].strip() in only_page(path)
    letter = print_vendor_letter(desk, software_id, tmp_path / "lettre.pdf")
    assert name[:12].strip() in only_page(letter)
    assert suggested_path(desk, "advice", software_id).parent == desk.home.prints


def test_the_letter_asks_the_three_questions_with_room_for_answers(
    desk: Desk, tmp_path: Path
) -> None:
    text = only_page(print_vendor_letter(desk, program(desk), tmp_path / "lettre.pdf"))
    assert "Clairlogis Santé" in text
    assert "Dossier+ : mode dégradé et extraction des données" in text
    assert "O-3.11" in text
    assert text.count("Depuis quelle version") == 3


def test_the_hospital_s_own_letter_wins_and_a_faulty_one_says_where(
    desk: Desk, tmp_path: Path
) -> None:
    desk.home.letters.mkdir(exist_ok=True)
    own = desk.home.letters / "vendor.toml"
    own.write_text(
        'subject = "Notre lettre sur {software}, {contract}"\nbefore = ["Bonjour {vendor}."]\n'
        'questions = ["Une ?", "Deux ?", "Trois ?"]\nafter = ["{establishment}"]\n'
        'signatures = ["Signé"]\n',
        encoding="utf-8",
    )
    text = only_page(print_vendor_letter(desk, program(desk), tmp_path / "lettre.pdf"))
    assert "Notre lettre sur Dossier+, MAR-2022-031" in text
    assert "Bonjour Clairlogis Santé." in text
    assert "Signé" in text
    for wrong in (
        'subject = "{x}"\nbefore = []\nquestions = ["a", "b", "c"]\nafter = []\nsignatures = []\n',
        'subject = "x"\nbefore = []\nquestions = ["a", "b"]\nafter = []\nsignatures = []\n',
        'subject = "x"\n',
    ):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(RefusedInput, match=r"vendor\.toml"):
            print_vendor_letter(desk, program(desk), tmp_path / "lettre.pdf")


def test_what_is_no_pdf_is_left_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    for write in (print_advice, print_vendor_letter):
        with pytest.raises(RefusedInput):
            write(desk, program(desk), path)
    assert path.read_text(encoding="utf-8") == "mine"
