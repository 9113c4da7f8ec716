from __future__ import annotations

import pytest

from referent_desk.domain.imports.names import person_key, split_full_name, split_written_name

SEVENTY = "WOLFESCHLEGELSTEINHAUSENBERGERDORFFVORALTERNGEWISSENHAFTSCHAFERSWESENN"
CASES = [
    ("ŞAHİN İlker", "ŞAHİN", "İlker"),
    ("İlker ŞAHİN", "ŞAHİN", "İlker"),
    ("NGUYỄN Thị Hường", "NGUYỄN", "Thị Hường"),
    ("Ơn ĐẶNG-TRẦN", "ĐẶNG-TRẦN", "Ơn"),
    ("van der BERG Joris", "van der BERG", "Joris"),
    ("Joris van der BERG", "van der BERG", "Joris"),
    ("Joris VAN DER BERG", "VAN DER BERG", "Joris"),
    ("von STEIN Ute", "von STEIN", "Ute"),
    ("Maëlle Le GUELLEC", "Le GUELLEC", "Maëlle"),
    ("Le GUELLEC Maëlle", "Le GUELLEC", "Maëlle"),
    ("d’URVILLE Anne-Cécile", "d’URVILLE", "Anne-Cécile"),
    ("Anne-Cécile d'URVILLE", "d'URVILLE", "Anne-Cécile"),
    ("Philippe de LA TOUR-D’AUVERGNE", "de LA TOUR-D’AUVERGNE", "Philippe"),
    ("Sinéad O'BRIEN", "O'BRIEN", "Sinéad"),
    ("MacDONALD Ian", "MacDONALD", "Ian"),
    ("McGREGOR Ian", "McGREGOR", "Ian"),
    ("N DIAYE Awa", "N DIAYE", "Awa"),
    ("Awa N DIAYE", "N DIAYE", "Awa"),
    ("DA SILVA Inês", "DA SILVA", "Inês"),
    ("Ould AHMED Sidi", "Ould AHMED", "Sidi"),
    ("Mme Le GUELLEC Maëlle", "Le GUELLEC", "Maëlle"),
    (f"{SEVENTY} Jo", SEVENTY, "Jo"),
    # nothing tells them apart: the whole stands as the last name
    ("Şahin İlker", "Şahin İlker", ""),
    ("NGUYỄN THỊ HƯỜNG", "NGUYỄN THỊ HƯỜNG", ""),
    ("de La Tour-d'Auvergne Philippe", "de La Tour-d'Auvergne Philippe", ""),
    ("Y", "Y", ""),
    ("Le GUELLEC", "Le GUELLEC", ""),
    ("Ben AFFLECK", "AFFLECK", "Ben"),
    ("Jean MARTIN Paul", "Jean MARTIN Paul", ""),
]


@pytest.mark.parametrize(("text", "last", "first"), CASES)
def test_capitals_tell_the_family_with_all_that_belongs_to_it(
    text: str, last: str, first: str
) -> None:
    assert split_full_name(text) == (last, first)
    assert split_written_name(text) == (last, first)


@pytest.mark.parametrize(
    "spelled",
    [
        ("van der BERG Joris", "VAN DER BERG Joris", "Joris Van Der BERG"),
        ("d’URVILLE Anne", "D'URVILLE Anne", "Anne d'URVILLE"),
        ("ŞAHİN İlker", "SAHIN Ilker"),
        ("NGUYỄN Hường", "NGUYEN Huong"),
        ("Le GUELLEC Maëlle", "LE GUELLEC Maelle", "LEGUELLEC Maëlle"),
        ("N DIAYE Awa", "N'DIAYE Awa", "NDIAYE Awa"),
    ],
)
def test_spellings_of_one_person_have_one_key(spelled: tuple[str, ...]) -> None:
    assert len({person_key(*split_full_name(text)) for text in spelled}) == 1


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [("J. MARTIN", "MARTIN", "J."), ("MARTIN J.", "MARTIN", "J."), ("J MARTIN", "MARTIN", "J"),
     ("Karim B.", "B.", "Karim"), ("Jin O", "O", "Jin")],
)  # fmt: skip
def test_an_initial_stays_the_first_name(text: str, last: str, first: str) -> None:
    assert split_written_name(text) == (last, first)
