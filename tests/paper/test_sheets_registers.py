from __future__ import annotations

import pytest

from referent_desk.domain.register_sheets import RegisterBody
from tests.paper.prints import pages_of, says

REGISTER = RegisterBody("Register of drills and checks", ("One line for each drill.",))


def test_the_register_is_one_ruled_page_to_sign() -> None:
    says(REGISTER, REGISTER.title, *REGISTER.rules, "HELD ON", "RESULT", "LED BY", "SIGNATURE")
    assert len(pages_of(REGISTER)) == 1


@pytest.mark.parametrize("rules", [(), ("A long rule that goes on and on. " * 20,) * 3])
def test_whatever_it_says_it_has_lines_and_stays_one_page(rules: tuple[str, ...]) -> None:
    assert len(pages_of(RegisterBody(REGISTER.title, rules))) == 1
