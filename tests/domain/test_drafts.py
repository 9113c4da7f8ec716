from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.drafts import (
    LONGEST_PIECE,
    MOST_FORMS,
    MOST_LINES,
    MOST_STEPS,
    fault_of,
    text_mark,
    tidied,
)
from referent_desk.domain.procedure_texts import from_json, to_json
from referent_desk.domain.procedures import ProcedureText, Step, UsefulNumber

PIECES = st.text(max_size=30)
LINES = st.lists(PIECES, max_size=4).map(tuple)
TEXTS = st.builds(
    ProcedureText,
    title=PIECES,
    trigger=PIECES,
    stops=LINES,
    steps=st.lists(
        st.builds(Step, PIECES, PIECES, LINES, PIECES, st.integers(1, 3)), max_size=5
    ).map(tuple),
    numbers=st.lists(st.builds(UsefulNumber, PIECES, PIECES), max_size=3).map(tuple),
)


@given(TEXTS)
def test_a_tidied_text_is_tidy_and_is_read_back_as_it_was_written(text: ProcedureText) -> None:
    tidy = tidied(text)
    assert tidied(tidy) == tidy
    assert from_json(to_json(tidy)) == tidy
    assert text_mark(tidy) == text_mark(from_json(to_json(tidy)))


def test_what_is_empty_is_left_out_and_no_break_spaces_stay() -> None:
    text = ProcedureText(
        " T ",
        stops=("", "«\u00a0aucune\u00a0»  connue", "  "),
        steps=(Step(""), Step("Deep", level=3), Step("", "AMA")),
        numbers=(UsefulNumber("", ""), UsefulNumber("Pharmacy", "")),
    )
    assert tidied(text) == ProcedureText(
        "T",
        stops=("«\u00a0aucune\u00a0» connue",),
        steps=(Step("Deep"), Step("", "AMA")),
        numbers=(UsefulNumber("Pharmacy", ""),),
    )


GOOD = ProcedureText("T", steps=(Step("a"),))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD, None),
        (replace(GOOD, title=""), "no_title"),
        (replace(GOOD, title="x" * 301), "long_title"),
        (replace(GOOD, steps=GOOD.steps * (MOST_STEPS + 1)), "many_steps"),
        (replace(GOOD, steps=GOOD.steps * MOST_STEPS), None),
        (replace(GOOD, stops=("a",) * (MOST_LINES + 1)), "many_lines"),
        (replace(GOOD, steps=(Step("a", forms=("F01",) * (MOST_FORMS + 1)),)), "many_forms"),
        (replace(GOOD, steps=(Step("x" * (LONGEST_PIECE + 1)),)), "long_piece"),
        (replace(GOOD, back_to_normal=("x" * (LONGEST_PIECE + 1),)), "long_piece"),
    ],
)
def test_a_text_beyond_all_use_is_refused_with_its_reason(
    text: ProcedureText, code: str | None
) -> None:
    fault = fault_of(text)
    assert (fault.code if fault else None) == code
