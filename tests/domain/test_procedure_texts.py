from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.procedure_texts import from_json, to_json
from referent_desk.domain.procedures import ProcedureText, Step, UsefulNumber

text = st.text(st.characters(codec="utf-8"), max_size=8)
some = st.lists(text, max_size=2).map(tuple)
steps = st.builds(Step, text, text, some, text, st.integers(1, 3))
numbers = st.builds(UsefulNumber, text, text)
texts = st.builds(
    ProcedureText, text, text, text, some, some, st.lists(steps, max_size=2).map(tuple),
    st.lists(numbers, max_size=2).map(tuple), some, some,
)  # fmt: skip


@given(texts)
def test_a_text_is_read_back_as_it_was_written(whole: ProcedureText) -> None:
    assert from_json(to_json(whole)) == whole
    assert to_json(from_json(to_json(whole))) == to_json(whole)


def test_empty_fields_are_left_out() -> None:
    assert to_json(ProcedureText("T", steps=(Step("faire"),))) == (
        '{"steps":[{"what":"faire"}],"title":"T"}'
    )


@pytest.mark.parametrize(
    "written",
    ["", "x", "[]", "null", '{"steps":[{"level":4}]}', '{"steps":[{"level":0}]}', '{"steps":["a"]}',
     '{"numbers":[{"label":"a"}]}', '{"stops":3}', '{"steps":[{"level":"x"}]}'],
)  # fmt: skip
def test_what_was_not_written_so_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        from_json(written)


def test_the_means_of_a_step_are_kept_and_leave_texts_without_any_as_they_were() -> None:
    text = ProcedureText("On paper", steps=(Step("Call", means=("line 8800", "runner")), Step("x")))
    assert from_json(to_json(text)) == text
    assert '"means":["line 8800","runner"]' in to_json(text)
    assert "means" not in to_json(ProcedureText("On paper", steps=(Step("x"),)))
