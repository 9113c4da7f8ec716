from __future__ import annotations

import pytest

from referent_desk.domain.first_steps import is_named_after, is_usual
from referent_desk.exchange.starters import read_functions


@pytest.mark.parametrize(
    ("code", "beds", "usual"),
    [
        ("PRE", 24, True),
        ("PRE", None, True),
        ("PRE", 0, False),
        ("RDV", 24, False),
        ("RDV", None, False),
        ("RDV", 0, True),
        ("IDE", 24, True),
        ("IDE", 0, True),
        ("MAT", 24, False),
    ],
)
def test_what_a_department_does_as_a_rule_follows_from_its_beds(
    code: str, beds: int | None, usual: bool
) -> None:
    assert is_usual(code, beds) is usual


@pytest.mark.parametrize(
    ("department", "function", "named"),
    [
        ("Gynécologie – maternité du site Nord", "Maternité", True),
        ("HEMODIALYSE", "Dialyse", False),
        ("Cardiologie", "", False),
    ],
)
def test_a_department_may_be_named_after_what_it_does(
    department: str, function: str, named: bool
) -> None:
    assert is_named_after(department, function) is named


def test_what_is_usual_is_known_to_the_catalogue() -> None:
    known = {function.code for function in read_functions()}
    usual = {code for code in known if is_usual(code, 1) or is_usual(code, 0)}
    assert len(usual) == 16
