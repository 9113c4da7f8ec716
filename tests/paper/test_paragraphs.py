from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.paper.fonts import Face, text_width
from referent_desk.paper.paragraphs import Line, Text, line_width, wrap


def words(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _face in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 100, []),
        ("un", 100, ["un"]),
        ("un deux trois", 40, ["un deux", "trois"]),
        ("un\ndeux", 100, ["un", "deux"]),
        ("un\n\ndeux", 100, ["un", "", "deux"]),
        ("Quoi ?", 34, ["Quoi\u00a0?"]),
        ("vers 6 h et 18 h", 34, ["vers", "6\u00a0h et", "18\u00a0h"]),
        ("deux   blancs", 200, ["deux blancs"]),
        ("poste/infirmier", 50, ["poste/", "infirmier"]),
    ],
)
def test_a_paragraph_is_cut_into_lines(text: str, width: float, expected: list[str]) -> None:
    assert words(wrap(text, width, 11)) == expected


def test_bold_spans_keep_to_the_word_they_belong_to() -> None:
    runs: Text = [("Décide : ", Face.REGULAR), ("cadre", Face.BOLD), (".", Face.REGULAR)]
    assert words(wrap(runs, 300, 11)) == ["Décide\u00a0: cadre."]
    assert words(wrap(runs, 50, 11)) == ["Décide\u00a0:", "cadre."]


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from(" \n-/éœ"),
    max_size=200,
)


@given(text=texts, width=st.floats(30, 400))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    plain = wrap(text, width, 11)
    runs = wrap([(text[:7], Face.BOLD), (text[7:], Face.REGULAR)], width, 11)
    for lines in (plain, runs):
        assert all(line_width(line, 11) <= max(width, 18) + 0.01 for line in lines)
    kept = "".join(words(plain)).replace(" ", "")
    assert kept == "".join(words(wrap(text, 100_000, 11))).replace(" ", "")


def test_a_word_of_three_hundred_letters_is_cut_where_it_must_be() -> None:
    lines = words(wrap("A" * 300, 100, 11))
    assert "".join(lines) == "A" * 300
    assert all(text_width(line, 11) <= 100 for line in lines)
