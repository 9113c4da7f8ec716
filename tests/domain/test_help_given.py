from __future__ import annotations

import pytest

from referent_desk.domain.help_given import (
    HelpOutcome,
    HelpState,
    patient_number,
    state_of,
    surely_a_patient,
)

_O = HelpOutcome


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("imprimer une étiquette", ""),
        ("chambre 12, lit 3, poste 4312", ""),
        ("rappeler le 02 35 12 34 56", ""),
        ("imprimer le bilan 12345678", "12345678"),
        ("dossier 1234567", ""),
        ("IPP 40213 introuvable", "IPP 40213"),
        ("ipp n° 40213", "ipp n° 40213"),
        ("NDA:778899", "NDA:778899"),
        ("instable depuis 2025", ""),
        ("1 84 12 76 451 089 46 ne passe pas", "1 84 12 76 451 089 46"),
        ("284122A45108946", "284122A45108946"),
        ("le 12/11/2026 à 14:30", ""),
    ],
)
def test_what_looks_like_the_number_of_a_patient_is_asked_about(text: str, number: str) -> None:
    assert patient_number(text) == number


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("étiqueteuse numéro de série 4410098812", False),
        ("IPP 40213", True),
        ("1 84 12 76 451 089 46", True),
    ],
)
def test_only_what_is_surely_of_a_patient_is_refused_outright(text: str, sure: bool) -> None:
    assert surely_a_patient(text) is sure


@pytest.mark.parametrize(
    ("outcome", "has_ticket", "is_settled", "state"),
    [
        (_O.SOLVED, False, False, HelpState.SOLVED),
        (_O.OPEN, False, False, HelpState.OPEN),
        (_O.OPEN, True, False, HelpState.HANDED_OVER),
        (_O.OPEN, True, True, HelpState.SOLVED),
        (_O.TO_IT, False, False, HelpState.HANDED_OVER),
        (_O.TO_VENDOR, True, True, HelpState.SOLVED),
    ],
)
def test_a_request_tells_where_a_help_stands(
    outcome: HelpOutcome, has_ticket: bool, is_settled: bool, state: HelpState
) -> None:
    assert state_of(outcome, has_ticket=has_ticket, is_settled=is_settled) is state
