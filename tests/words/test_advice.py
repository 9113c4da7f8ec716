from __future__ import annotations

import pytest

from referent_desk.domain.advice import AdviceReason
from referent_desk.language import language
from referent_desk.words.advice import reason_sentence


@pytest.mark.parametrize(
    ("count", "begins"),
    [(1, "Une des trois questions"), (2, "2 questions sur trois"), (3, "Aucune des trois")],
)
def test_questions_without_an_answer_are_counted_as_people_say_it(count: int, begins: str) -> None:
    said = reason_sentence(AdviceReason("contract_unknown", {"count": count}), language("fr"))
    assert said.startswith(begins)
