from __future__ import annotations

import pytest

from referent_desk.domain.directory import (
    DirectoryEntry,
    LineType,
    Purpose,
    label_beside,
    line_of,
)
from referent_desk.domain.directory_sections import Section, section_of


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("Mme Lefort (Cadre de santé)", Section.DEPARTMENT),
        ("Dr Marchand (chef de service)", Section.DEPARTMENT),
        ("Poste de soins (IDE / AS)", Section.DEPARTMENT),
        ("Josiane (secrétariat)", Section.DEPARTMENT),
        ("Directeur de garde", Section.MANAGEMENT),
        ("Astreinte administrative", Section.MANAGEMENT),
        ("Laboratoire (Biochimie / hémato)", Section.PLATFORMS),
        ("Imagerie (Secrétariat radio)", Section.PLATFORMS),
        ("Manip de garde", Section.PLATFORMS),
        ("Pharmacie (Pharmacien)", Section.PLATFORMS),
        ("Informatique astreinte (nuit, WE, fériés)", Section.IT),
        ("Standard", Section.IT),
        ("Réanimateur (urgence vitale)", Section.EMERGENCIES),
        ("Urgence vitale interne", Section.EMERGENCIES),
        ("Sécurité incendie", Section.SAFETY),
        ("Sécurité / renfort agression", Section.SAFETY),
        ("Pompiers", Section.SAFETY),
        ("Interne de garde pharmacie (nuit)", Section.PLATFORMS),
        ("Interne de garde (nuit)", Section.DEPARTMENT),
        ("SAMU", Section.EMERGENCIES),
        ("Julie Marchand (IDE, réf. pharmacie)", Section.DEPARTMENT),
        ("Karim Benali (IDE, référent informatique)", Section.DEPARTMENT),
        ("Taxi Lorin (VSL / taxi)", Section.LOGISTICS),
        ("Bureau des admissions – soins sans consentement", Section.LOGISTICS),
        ("Bureau des infirmières", Section.DEPARTMENT),
        ("Interne (urgence vitale)", Section.DEPARTMENT),
        ("Brancardage", Section.LOGISTICS),
        ("Imagerie - secrétariat", Section.PLATFORMS),
        ("Secrétariat du laboratoire", Section.PLATFORMS),
        ("Secrétariat", Section.DEPARTMENT),
        ("Secrétariat médical", Section.DEPARTMENT),
        ("Secrétariat hématologie", Section.DEPARTMENT),
        ("Radiothérapie - secrétariat", Section.DEPARTMENT),
        ("Aumônerie", Section.OTHER),
    ],
)
def test_a_number_without_heading_stands_where_its_words_belong(
    label: str, section: Section
) -> None:
    assert section_of(DirectoryEntry("e", "ward", "", label, "1"), "ward") is section


@pytest.mark.parametrize(
    ("label", "owner", "section"),
    [("Dr Roux", "hospital", Section.OTHER), ("Dr Roux", "ward", Section.DEPARTMENT)],
)
def test_people_of_the_hospital_are_not_those_of_the_department(
    label: str, owner: str, section: Section
) -> None:
    assert section_of(DirectoryEntry("e", owner, "", label, "1"), "ward") is section


def test_a_purpose_that_was_said_goes_before_the_words() -> None:
    entry = DirectoryEntry("e", "ward", "", "M. Petit", "1", purpose=Purpose.IT_ON_CALL)
    assert section_of(entry, "ward") is Section.IT


@pytest.mark.parametrize(
    ("number", "said", "line"),
    [
        ("06 12 34 56 78", LineType.DECT, LineType.MOBILE),
        ("+33 (0)7 12 34 56 78", LineType.UNKNOWN, LineType.MOBILE),
        ("0612345678", LineType.ANALOGUE, LineType.MOBILE),
        ("65120", LineType.DECT, LineType.DECT),
        ("02 99 45 12 00", LineType.UNKNOWN, LineType.UNKNOWN),
        ("0612", LineType.DECT, LineType.DECT),
    ],
)
def test_a_number_of_a_mobile_is_one_in_every_column(
    number: str, said: LineType, line: LineType
) -> None:
    assert line_of(number, said) is line


@pytest.mark.parametrize(
    ("label", "line", "shown"),
    [
        ("Mme Lefort (cadre) (DECT)", LineType.DECT, "Mme Lefort (cadre)"),
        ("Mme Lefort (DECT)", LineType.UNKNOWN, "Mme Lefort (DECT)"),
        ("DECT", LineType.DECT, "DECT"),
    ],
)
def test_a_line_is_not_said_twice(label: str, line: LineType, shown: str) -> None:
    assert label_beside(label, line) == shown
