from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.departments import is_paper_code, propose_paper_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Cardiologie", "CAR"),
        ("Urgences", "VRG"),
        ("Réanimation", "REA"),
        ("Soins intensifs de cardiologie", "S1C"),
        ("Pôle régional de néphrologie", "PRN2"),
        ("Bloc opératoire", "B10"),
        ("  ", "SV"),
        ("!!!", "SV"),
        ("قسم القلب", "SV"),
        ("心臓内科", "SV"),
        ("O", "0S"),
        ("De la", "SV"),
    ],
)
def test_a_code_is_proposed_from_the_name(name: str, code: str) -> None:
    assert propose_paper_code(name, ()) == code


def test_departments_of_one_name_get_codes_of_their_own() -> None:
    taken: list[str] = []
    for _department in range(1_200):
        taken.append(propose_paper_code("Cardiologie", taken))
    assert taken[:3] == ["CAR", "CAR2", "CAR3"]
    assert len(set(taken)) == 1_200
    assert all(map(is_paper_code, taken))


@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=5))
def test_every_code_is_safe_to_read_aloud_and_not_taken(name: str, others: list[str]) -> None:
    taken = [propose_paper_code(other, ()) for other in others]
    code = propose_paper_code(name, taken)
    assert is_paper_code(code)
    assert code not in taken


@pytest.mark.parametrize(
    "text", ["", "A", "ABCDEF", "CARI", "CARO", "L2", "UR", "car", "CA R", "CAR\n"]
)
def test_a_code_with_letters_that_are_mistaken_is_none(text: str) -> None:
    assert not is_paper_code(text)
