from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.manuals import (
    Heading,
    Manual,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Points,
    Steps,
    Topic,
)

MANUAL = Manual(
    "fr",
    (
        Topic("index", "La fenêtre", (Paragraph("Le programme prépare le classeur."),)),
        Topic(
            "binder",
            "Imprimer le classeur",
            (
                Picture(Path("x.png"), "L’aperçu des pages."),
                Heading("Ranger"),
                Steps(("Ouvrez le PDF.", "Imprimez-le à 100 %.")),
                Points(("Un exemplaire chez le cadre.",)),
                Note("N’ajustez pas à la page."),
            ),
        ),
        Topic("keyboard", "Le clavier", (Meanings((("Ctrl+K", "chercher partout"),)),)),
    ),
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["index", "binder", "keyboard"]),
        ("  ", ["index", "binder", "keyboard"]),
        ("classeur", ["binder", "index"]),  # the one whose title says it stands first
        ("CLASS", ["binder", "index"]),
        ("fenetre", ["index"]),
        ("ctrl+k", ["keyboard"]),
        ("apercu", ["binder"]),  # in the words of a picture, after an apostrophe, without accents
        ("page ajust", ["binder"]),
        ("partout classeur", []),
        ("lasseur", []),  # the middle of a word finds nothing
    ],
)
def test_a_topic_is_found_by_the_beginnings_of_its_words(typed: str, names: list[str]) -> None:
    assert [match.topic.name for match in MANUAL.find(typed)] == names


@pytest.mark.parametrize(
    ("typed", "excerpt"),
    [
        ("ctrl", "Ctrl+K – chercher partout"),
        ("ajustez", "N’ajustez pas à la page."),
        ("cadre", "Un exemplaire chez le cadre."),
    ],
)
def test_a_match_shows_the_words_that_were_found(typed: str, excerpt: str) -> None:
    assert MANUAL.find(typed)[0].excerpt == excerpt


def test_a_long_text_is_shown_around_what_was_found() -> None:
    text = "Rien à voir ici. " * 20 + "La clé est débranchée. " + "Encore rien. " * 20
    [match] = Manual("fr", (Topic("index", "Titre", (Paragraph(text),)),)).find("debranchee")
    assert "débranchée" in match.excerpt
    assert match.excerpt.startswith("… ")
    assert match.excerpt.endswith("…")
    assert len(match.excerpt) <= 115


def test_an_unknown_topic_is_answered_by_the_first() -> None:
    assert MANUAL.topic("keyboard").title == "Le clavier"
    assert MANUAL.topic("nobody wrote this").name == "index"
