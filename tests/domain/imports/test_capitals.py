from __future__ import annotations

import pytest

from referent_desk.domain.imports.capitals import first_name_written, last_name_written


@pytest.mark.parametrize(
    ("listed", "written"),
    [
        ("TISSERAND", "Tisserand"),
        ("Tisserand", "Tisserand"),
        ("LE GOFF", "Le Goff"),
        ("LEFÈVRE-DUPUIS", "Lefèvre-Dupuis"),
        ("N’GUESSAN", "N’Guessan"),
        ("O'BRIEN", "O'Brien"),
        ("d’URVILLE", "d’Urville"),
        ("van der BERG", "van der Berg"),
        ("MacDONALD", "MacDonald"),
        ("MCDONALD", "McDonald"),
        ("McDonald", "McDonald"),
        ("BA", "Ba"),
        ("B.", "B."),
        ("de la Tour", "de la Tour"),
    ],
)
def test_a_last_name_is_written_the_same_way_whatever_the_list_has_in_capitals(
    listed: str, written: str
) -> None:
    assert last_name_written(listed) == written


@pytest.mark.parametrize(
    ("listed", "written"),
    [("JEAN-MARC", "Jean-Marc"), ("JP", "JP"), ("A.-S.", "A.-S."), ("Élodie", "Élodie")],
)
def test_two_capitals_are_the_initials_of_a_first_name(listed: str, written: str) -> None:
    assert first_name_written(listed) == written
