from __future__ import annotations

import pytest

from referent_desk.domain.imports.names import (
    Who,
    said_in_brackets,
    split_role,
    split_written_name,
    who_is,
)

ROLES = (
    "sage-femme", "sage femme coordinatrice", "maïeuticien", "cadre de pôle", "cadre supérieur",
    "cadre supérieure de santé", "puéricultrice", "infirmière puéricultrice", "IBODE", "IADE",
    "IPA", "IDEC", "kiné", "masseur-kinésithérapeute", "manip radio", "manipulatrice radio", "MERM",
    "préparateur", "préparatrice en pharmacie", "brancardier", "ambulancière", "AMA",
    "assistante médico-administrative", "secrétaire médicale", "ARC", "TEC",
    "attaché de recherche clinique", "interne", "interne de garde", "externe", "FFI",
    "chef de clinique", "orthophoniste", "orthoptiste", "diététicien", "assistante sociale",
    "psychologue", "ergothérapeute", "psychomotricienne", "auxiliaire de puériculture",
    "aide-soignante", "ASH", "agent de service hospitalier", "technicien de laboratoire",
    "pédicure-podologue", "TIM", "praticien hospitalier", "infirmière coordinatrice",
    "éducateur spécialisé", "coordinatrice", "socio-esthéticienne",
)  # fmt: skip
"""What people of a ward are, as its lists say it."""


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
        *((role, Who.POST) for role in ROLES),
        *((role.upper(), Who.POST) for role in ROLES),
        *((role[0].upper() + role[1:], Who.POST) for role in ROLES),
        ("Puéricultrice de nuit", Who.POST),
        ("Sages-femmes de garde", Who.POST),
        ("IBODE / IADE", Who.POST),
        ("AMA de l’unité", Who.POST),
        ("Léa Morvan sage-femme coordinatrice", Who.PERSON),
        ("Léa Morvan cadre de pôle", Who.PERSON),
        ("Léa Morvan - manip radio", Who.PERSON),
        ("Mme Interne", Who.PERSON),
        ("Mme Brancardier", Who.PERSON),
        ("Morvan IBODE", Who.PERSON),
        ("IDE Léa Morvan", Who.UNSURE),
        ("SF Léa Morvan", Who.UNSURE),
        ("Sage-femme Morvan", Who.UNSURE),
        ("A-L Morvan ???", Who.PERSON),
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
        ("A-L Morvan ???", ("Morvan", "A-L"), ""),
        ("Morvan (?)", ("Morvan", ""), ""),
        ("Mme LE GUELLEC Maëlle", ("LE GUELLEC", "Maëlle"), ""),
        ("Dr Roux (4512)", ("Roux", ""), ""),
    ],
)
def test_a_name_is_split_as_a_ward_writes_it(text: str, name: tuple[str, str], role: str) -> None:
    assert split_written_name(text) == name
    assert said_in_brackets(text) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Marie KERVELLA sage-femme", "Marie KERVELLA", "sage-femme"),
        ("Léa Morvan sage-femme coordinatrice", "Léa Morvan", "sage-femme coordinatrice"),
        ("Léa Morvan, kiné", "Léa Morvan", "kiné"),
        ("Léa Morvan / AMA", "Léa Morvan", "AMA"),
        ("Léa Morvan – manip radio", "Léa Morvan", "manip radio"),
        ("Léa Morvan cadre de pôle", "Léa Morvan", "cadre de pôle"),
        ("Léa Morvan assistante sociale", "Léa Morvan", "assistante sociale"),
        ("Nathalie Q. puéricultrice", "Nathalie Q.", "puéricultrice"),
        ("Morvan IBODE", "Morvan", "IBODE"),
        ("Sylvie Moreau ASH", "Sylvie Moreau", "ASH"),
        ("SF Léa Morvan", "Léa Morvan", "SF"),
        ("Sage-femme coordinatrice Léa Morvan", "Léa Morvan", "Sage-femme coordinatrice"),
        ("Poste IDE", "Poste IDE", ""),
        ("Bureau du cadre", "Bureau du cadre", ""),
        ("Interne", "Interne", ""),
        ("Paul Cadre", "Paul Cadre", ""),
        ("Anne Le Cadre", "Anne Le Cadre", ""),
        ("Tim Morvan", "Tim Morvan", ""),
        ("Morvan Tim", "Morvan Tim", ""),
        ("Jean-Marie Interne", "Jean-Marie Interne", ""),
        ("Léa Morvan", "Léa Morvan", ""),
    ],
)
def test_what_somebody_is_stands_before_or_behind_their_name(
    text: str, name: str, role: str
) -> None:
    assert split_role(text) == (name, role)
