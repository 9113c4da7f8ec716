from __future__ import annotations

import pytest

from referent_desk.language import language
from referent_desk.words.names import gender, of_person, whose


@pytest.mark.parametrize(
    ("label", "french"),
    [
        ("Laboratoire", "du laboratoire"),
        ("Laboratoire, ligne de secours", "du laboratoire, ligne de secours"),
        ("Imagerie, régulation", "de l’imagerie, régulation"),
        ("Astreinte informatique", "de l’astreinte informatique"),
        ("Atelier biomédical", "de l’atelier biomédical"),
        ("Pharmacie", "de la pharmacie"),
        ("SAMU", "du SAMU"),
        ("Urgences", "des urgences"),
        ("Poste 4", "du poste 4"),
        ("Cadre de santé", "«\u00a0Cadre de santé\u00a0»"),
        ("", "«\u00a0\u00a0»"),
    ],
)
def test_a_label_gets_its_article_where_its_gender_is_known(label: str, french: str) -> None:
    assert whose(label, language("fr")) == french


@pytest.mark.parametrize(
    ("label", "english"),
    [("Laboratory", "the laboratory’s"), ("Night desk", "the “Night desk”")],
)
def test_a_label_owns_its_number_in_english(label: str, english: str) -> None:
    assert whose(label, language("en")) == english


@pytest.mark.parametrize(
    ("name", "french"),
    [
        ("Nadia Perrin", "de Nadia Perrin"),
        ("Anne Le Goff", "d’Anne Le Goff"),
        ("Élise Roy", "d’Élise Roy"),
        ("Hugo Petit", "de Hugo Petit"),
    ],
)
def test_a_name_is_elided(name: str, french: str) -> None:
    assert of_person(name, language("fr")) == french
    assert of_person(name, language("en")) == name


@pytest.mark.parametrize(
    ("post", "known"),
    [
        ("Infirmière de nuit", "f"),
        ("Assistante médico-administrative", "f"),
        ("Technicienne de laboratoire", "f"),
        ("Directrice", "f"),
        ("Infirmier", "m"),
        ("Manipulateur en électroradiologie", "m"),
        ("Technicien d’explorations", "m"),
        ("AMA", ""),
        ("Cadre de santé", ""),
        ("Médecin", ""),
        ("", ""),
    ],
)
def test_nobody_is_taken_for_a_woman_or_a_man_without_a_reason(post: str, known: str) -> None:
    assert gender(post) == known
