from __future__ import annotations

import pytest

from referent_desk.domain.draft_warnings import Part, warnings_of, words_in
from referent_desk.domain.procedures import ProcedureText, Step

FORMS = {"F05"}
WORDS = " ".join(["word"] * 20)


def found(text: ProcedureText, pages: int = 1, **values: str) -> list[tuple[str, Part, int]]:
    return [(w.code, w.part, w.row) for w in warnings_of(text, FORMS, values, pages)]


@pytest.mark.parametrize(
    ("steps", "pages", "warned"),
    [
        ((Step(WORDS),), 2, []),
        ((Step(WORDS + " more"),), 2, [("long_step", Part.STEPS, 0)]),
        ((Step("a"), Step("b", forms=("F05",))), 3, [("many_pages", Part.STEPS, 0)]),
        ((Step("a"), Step("b", forms=("F05", "F99"))), 0, [("unknown_form", Part.STEPS, 1)]),
        ((Step("a"),) * 9, 1, []),
        ((Step("a"), *(Step("b", level=2),) * 12), 1, []),
        ((Step("a"), Step("b", level=2), *(Step("c"),) * 9), 1, [("many_steps", Part.STEPS, 10)]),
    ],
)
def test_what_is_hard_to_follow_is_said_with_its_place(
    steps: tuple[Step, ...], pages: int, warned: list[tuple[str, Part, int]]
) -> None:
    assert found(ProcedureText("T", steps=steps), pages) == warned


def test_a_local_value_that_the_department_has_not_filled_in_is_said() -> None:
    text = ProcedureText("T", "{delay}", steps=(Step("Call {number}"),))
    assert found(text, delay="1 h") == [("empty_value", Part.LOCAL_VALUES, 1)]
    assert found(text, delay="1 h", number="4312") == []


def test_a_local_value_counts_as_one_word() -> None:
    assert words_in("Call {telephone of the pharmacy on duty} now") == 3
