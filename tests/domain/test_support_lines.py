from __future__ import annotations

import pytest

from referent_desk.domain.software import Software
from referent_desk.domain.support_lines import answering, is_answered_by, printed_remark


def test_who_answers_for_programs_is_told_with_the_number() -> None:
    kitchen = Software("k", "Winrest", support_contact="Cuisine centrale 5230")
    vendor = Software("v", "Alpha", support_contact="01 46 00 12 34")
    found = answering((kitchen, vendor))
    assert [(entry.label, entry.number) for entry in found] == [("Cuisine centrale", "5230")]


def test_the_on_call_line_beside_the_number_of_somebody_is_theirs() -> None:
    one = Software("a", "Alpha", support_contact="DSI 5000 (7h30-19h) / astreinte 5099 la nuit")
    found = [(entry.label, entry.number, entry.hours) for entry in answering((one,))]
    assert found == [("DSI", "5000", "7h30-19h"), ("astreinte DSI", "5099", "la nuit")]


@pytest.mark.parametrize(
    ("remark", "printed"),
    [
        ("Mdp à changer ts les 90 j", True),
        ("Mot de passe personnel", True),
        ("mot de passe oublié ? voir le référent", True),
        ("Password expires every 90 days", True),
        ("Carte CPS, pas de mdp", True),
        ("mdp : Chir2024", False),
        ("mdp Chir2024", False),
        ("mdp azerty", False),
        ("mdp=x", False),
        ("mot de passe du service 1234", False),
        ("mot de passe du service : soleil", False),
        ("mot de passe de secours Soleil!24", False),
        ("password is sunshine", False),
        ("mdp à changer (actuel Soleil24)", False),
        ("mdp affiché « soleil »", False),
    ],
)
def test_a_remark_is_printed_unless_it_may_hold_a_password(remark: str, printed: bool) -> None:
    assert printed_remark(remark) == (remark if printed else "")


@pytest.mark.parametrize(
    ("contact", "is_merged"),
    [
        ("3000", True),
        ("poste 3000", True),
        ("DSI 3000", True),
        ("Hotline informatique : 3000", True),
        ("3000 (24h/24)", True),
        ("3000 (info) de 8h à 18h, astreinte 3099", True),
        ("DSI 3000 lun-ven 8h-18h / 3099 nuit et WE", True),
        ("3000 7j/7", True),
        ("4310", False),
        ("voir DSI", False),
        ("3000 tapez 1", False),
        ("3000, touche 2", False),
        ("3000 tapez 1 (ou support@vendor.example)", False),
        ("3000 (demander l’équipe imagerie)", False),
    ],
)
def test_words_of_a_program_beside_the_number_of_the_it_department_are_its_own(
    contact: str, is_merged: bool
) -> None:
    on_call = "3000 (lun-ven 8 h-18 h 30) · 3099 (nuit)"
    assert is_answered_by(contact, on_call) is is_merged
