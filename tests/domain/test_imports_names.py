from __future__ import annotations

import pytest

from referent_desk.domain.imports_names import (
    Who,
    said_in_brackets,
    split_written_name,
    who_is,
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mme Lefèvre (cadre)", Who.PERSON),
        ("Dr Moreau", Who.PERSON),
        ("Karim B.", Who.PERSON),
        ("Claire BERNARD", Who.PERSON),
        ("Mme Garde", Who.PERSON),
        ("Dr HADDAD", Who.PERSON),
        ("Moreau", Who.UNSURE),
        ("MOREAU", Who.UNSURE),
        ("secrétariat", Who.POST),
        ("Secrétariat", Who.POST),
        ("assistante sociale", Who.POST),
        ("aides-soignants", Who.POST),
        ("Qualité", Who.POST),
        ("Pharmacie", Who.POST),
        ("Standard", Who.POST),
        ("DSI hotline", Who.POST),
        ("Interne de garde", Who.POST),
        ("Poste de soins côté A", Who.POST),
        ("Ambulances Durand", Who.POST),
        ("Dr de garde", Who.POST),
        ("?", Who.NOBODY),
        ("", Who.NOBODY),
        ("Poste vacant", Who.NOBODY),
    ],
)
def test_a_person_is_told_from_a_post(text: str, who: Who) -> None:
    assert who_is(text) is who


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mme Lefèvre (cadre)", ("Lefèvre", ""), "cadre"),
        ("Karim B.", ("B.", "Karim"), ""),
        ("Mme LE GUELLEC Maëlle", ("LE GUELLEC", "Maëlle"), ""),
        ("Dr Roux (4512)", ("Roux", ""), ""),
    ],
)
def test_a_name_is_split_as_a_ward_writes_it(text: str, name: tuple[str, str], role: str) -> None:
    assert split_written_name(text) == name
    assert said_in_brackets(text) == role
