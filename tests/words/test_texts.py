from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.differences import Change, Piece
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.text_lives import LifeKind, LifeLine
from referent_desk.language import LANGUAGES, language
from referent_desk.words.texts import count_words, life_sentence, part_word, piece_words

FRENCH, ENGLISH = language("fr"), language("en")
TODAY = date(2026, 11, 22)
GONE = LifeLine(LifeKind.WITHDRAWN, TODAY, "C. Roy", 2, reason="erreur")
APPROVED = LifeLine(
    LifeKind.APPROVED,
    TODAY,
    "Dr Moreau",
    3,
    role="chef de service",
    author="M. Aubry",
    begins_on=date(2026, 12, 1),
    reference="GED-12",
    reason="seule",
)


@pytest.mark.parametrize(
    ("line", "french", "english"),
    [
        (
            LifeLine(LifeKind.SUBMITTED, TODAY, "C. Roy"),
            "Projet soumis par C. Roy.",
            "Draft submitted by C. Roy.",
        ),
        (
            LifeLine(LifeKind.SUBMITTED, TODAY, "C. Roy", 2),
            "Révision 2 soumise par C. Roy.",
            "Revision 2 submitted by C. Roy.",
        ),
        (
            APPROVED,
            (
                "Révision 3 approuvée par Dr Moreau, chef de service. En vigueur à partir du "
                "1er décembre 2026. Rédigée par M. Aubry. Référence : GED-12. Approuvée par son "
                "propre auteur : seule"
            ),
            (
                "Revision 3 approved by Dr Moreau, chef de service. In force from 1 December 2026. "
                "Written by M. Aubry. Reference: GED-12. Approved by its own author: seule"
            ),
        ),
        (
            LifeLine(LifeKind.APPROVED, TODAY, "Dr Moreau", 1, begins_on=TODAY),
            "Révision 1 approuvée par Dr Moreau.",
            "Revision 1 approved by Dr Moreau.",
        ),
        (GONE, "Révision 2 retirée par C. Roy : erreur", "Revision 2 withdrawn by C. Roy: erreur"),
        (
            LifeLine(LifeKind.WITHDRAWN, date(2026, 12, 1), "C. Roy", 2, reason="erreur"),
            "Révision 2, retrait à venir, décidé par C. Roy : erreur",
            "Revision 2 will be withdrawn, decided by C. Roy: erreur",
        ),
        (
            LifeLine(LifeKind.KEPT, TODAY, "C. Roy", owner="Nord"),
            "Nord : C. Roy a lu le texte plus récent d’au-dessus et gardé le nôtre.",
            "Nord: C. Roy read the newer text from above and kept ours.",
        ),
        (
            LifeLine(LifeKind.TAKEN, TODAY, "C. Roy"),
            "C. Roy a repris le texte plus récent d’au-dessus dans notre projet.",
            "C. Roy took the newer text from above into our draft.",
        ),
    ],
)
def test_what_happened_to_a_text_is_said_in_a_sentence(
    line: LifeLine, french: str, english: str
) -> None:
    said = [life_sentence(line, TODAY, one).replace("\u00a0", " ") for one in (FRENCH, ENGLISH)]
    assert said == [french, english]


def test_a_name_with_braces_is_a_name() -> None:
    line = LifeLine(LifeKind.SUBMITTED, TODAY, "{number}")
    assert life_sentence(line, TODAY, ENGLISH) == "Draft submitted by {number}."


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_part_has_a_word_and_no_two_the_same(code: str) -> None:
    words = [part_word(part, language(code)) for part in Part]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("piece", "change", "said"),
    [
        (Piece(Change.ADDED, "mot "), Change.CHANGED, "[+mot] "),
        (Piece(Change.REMOVED, " mot"), Change.CHANGED, " [−mot]"),
        (Piece(Change.ADDED, " "), Change.CHANGED, " "),
        (Piece(Change.SAME, "mot"), Change.CHANGED, "mot"),
        (Piece(Change.ADDED, "mot"), Change.ADDED, "mot"),
    ],
)
def test_words_within_a_changed_line_stand_in_brackets(
    piece: Piece, change: Change, said: str
) -> None:
    assert piece_words(piece, change) == said


def test_how_many_lines_differ() -> None:
    assert count_words(0, ENGLISH) == "The two texts are the same."
    assert count_words(1, ENGLISH) == "1 line differs."
    assert count_words(5, FRENCH) == "5 lignes diffèrent."
