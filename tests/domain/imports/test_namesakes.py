from __future__ import annotations

import pytest

from referent_desk.domain.imports.namesakes import Likeness, NamesOfFile, likeness, written_person
from referent_desk.domain.people import Person

WARD = (
    "Mme LE GOFF Maëlle (AMA) poste 4512",
    "Mme LE GOFF Maëlle",
    "Mme Le Goff",
    "Mme Le Goff M.",
    "Dr Hervé KERMARREC",
    "Dr KERMARREC",
    "Anne-Sophie Tanguy (cadre) 4501",
    "Anne-Sophie TANGUY",
    "A-S Tanguy",
    "M. Yann Cadiou (IDE)",
    "M. Cadiou Yann",
    "Sylvie Moreau ASH",
)


def test_capitals_in_one_row_tell_the_last_name_in_all() -> None:
    names = NamesOfFile(WARD, ())
    assert [(n.last, n.first) for text in WARD for n in names.meant(names.read(text))] == [
        *[("LE GOFF", "Maëlle")] * 4,
        *[("KERMARREC", "Hervé")] * 2,
        *[("TANGUY", "Anne-Sophie")] * 3,
        *[("Yann Cadiou", "")] * 2,
        ("Sylvie Moreau", ""),
    ]


def test_what_stands_beside_a_name_is_no_name() -> None:
    names = NamesOfFile(WARD, ())
    read = {text: names.read(text) for text in WARD}
    assert [(n.role, n.telephone) for n in read.values() if n.role or n.telephone] == [
        ("AMA", "4512"),
        ("cadre", "4501"),
        ("IDE", ""),
        ("ASH", ""),
    ]


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("LE GOFF Maëlle", "Maelle Le Goff", Likeness.SAME),
        ("LEGOFF Maëlle", "Maëlle LE GOFF", Likeness.SAME),
        ("Yann Cadiou", "CADIOU Yann", Likeness.SAME),
        ("Mme Le Goff", "LE GOFF Maëlle", Likeness.FITS),
        ("Mme Le Goff M.", "LE GOFF Maëlle", Likeness.FITS),
        ("M. LE GOFF", "LE GOFF Maëlle", Likeness.FITS),
        ("A.-S. TANGUY", "Anne-Sophie TANGUY", Likeness.FITS),
        ("Dr Moreau", "Sylvie Moreau", Likeness.FITS),
        ("Karim B.", "Karim BENALI", Likeness.NEAR),
        ("Mme Sylvie", "Sylvie MOREAU", Likeness.NEAR),
        ("Dr Hervé KERMAREC", "Hervé KERMARREC", Likeness.NEAR),
        ("MC Durand", "Marie-Claude DURAND", Likeness.NEAR),
        ("Jean LE GOFF", "LE GOFF Maëlle", Likeness.OTHER),
        ("Maëlle LE BRAS", "Maëlle LE GOFF", Likeness.OTHER),
        ("Maëlle LE BRAS", "LE GOFF", Likeness.OTHER),
        ("Mme Le Goff J.", "LE GOFF Maëlle", Likeness.OTHER),
    ],
)
def test_how_sure_it_is_that_two_names_are_one_person(one: str, other: str, how: Likeness) -> None:
    names = NamesOfFile((), ())
    assert likeness(names.read(one), names.read(other)) is how
    assert likeness(names.read(other), names.read(one)) is how


def test_the_home_knows_last_names_too() -> None:
    names = NamesOfFile((), (Person("p", "Cadiou", "Yann"),))
    assert (names.read("M. Cadiou Y.").last, names.read("Yann Cadiou").first) == ("Cadiou", "Yann")
    assert likeness(names.read("Cadiou Yann"), written_person(Person("p", "Yann Cadiou"))) is (
        Likeness.SAME
    )


def test_where_two_of_a_name_are_listed_the_last_name_alone_means_either() -> None:
    names = NamesOfFile(("LE GOFF Maëlle", "LE GOFF Jean", "Mme Le Goff"), ())
    assert [each.first for each in names.meant(names.read("Mme Le Goff"))] == ["Maëlle", "Jean"]
