from __future__ import annotations

import pytest

from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.known_numbers import KnownNumbers
from referent_desk.domain.missing_numbers import called, missing_numbers


def entry(label: str, number: str = "", purpose: Purpose = Purpose.NONE) -> DirectoryEntry:
    return DirectoryEntry(label, "d", "Gardes", label, number, purpose=purpose)


KNOWN = (
    entry("Standard", "9", Purpose.SWITCHBOARD),
    entry("DSI", "4500", Purpose.IT_ON_CALL),
    entry("Cadre de santé", "4127"),
    entry("Médecin de garde", "4199", Purpose.PHYSICIAN),
)


@pytest.mark.parametrize(
    ("own", "asked", "missing"),
    [
        ((), (), ["switchboard", "it_on_call", "ward_manager", "physician"]),
        (KNOWN[:1], (), ["it_on_call", "ward_manager", "physician"]),
        (KNOWN, (), []),
        ((*KNOWN, entry("Brancardage")), (), ["Brancardage"]),
        ((*KNOWN, entry("Brancardage")), ("téléphone du brancardage",), ["Brancardage"]),
        (KNOWN, ("téléphone du laboratoire", "lieu de l’imprimante"), ["Laboratoire"]),
        (KNOWN, ("emplacement du téléphone de secours",), []),
        (KNOWN, ("téléphone du standard",), []),
        ((*KNOWN, entry("Laboratoire", "4310")), ("téléphone du laboratoire",), []),
        (KNOWN[:3], ("téléphone du médecin",), ["physician"]),
    ],
)
def test_who_cannot_be_called_yet_is_named_once(
    own: tuple[DirectoryEntry, ...], asked: tuple[str, ...], missing: list[str]
) -> None:
    found = missing_numbers(KnownNumbers({}, own), own, asked)
    assert [each.label or str(each.purpose) for each in found] == missing


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("téléphone du laboratoire", "Laboratoire"),
        ("Téléphone de l’imagerie", "Imagerie"),
        ("numéro de téléphone de la pharmacie", "Pharmacie"),
        ("tél. brancardage", "Brancardage"),
        ("phone number of the laboratory", "Laboratory"),
        ("pharmacy phone", "Pharmacy"),
        ("duty administrator’s telephone", "Duty administrator"),
        ("téléphone", "Téléphone"),
    ],
)
def test_a_value_that_is_a_number_is_called_by_whom_one_reaches(name: str, label: str) -> None:
    assert called(name) == label
