from __future__ import annotations

import pytest

from referent_desk.domain.verifications import QUESTIONS
from referent_desk.exchange.verification_checks import check_questions


@pytest.mark.parametrize("language_code", ["fr", "en"])
def test_the_five_questions_are_shipped_in_both_languages(language_code: str) -> None:
    questions = check_questions(language_code)
    assert tuple(question.code for question in questions) == QUESTIONS
    assert all(question.title.endswith("?") and question.asks for question in questions)
