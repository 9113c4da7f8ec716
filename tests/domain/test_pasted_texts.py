from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.pasted_texts import (
    LARGEST,
    MOST_LETTERS,
    MOST_PASTED,
    PastedTooLong,
    lines_of_plain,
    pasted_lines,
)


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Un\nDeux\r\nTrois\x0bQuatre", ["1 Un", "1 Deux", "1 Trois", "1 Quatre"]),
        ("1. Un\n\ta) Deux\n\t\t• Trois\n2. Quatre", ["1 Un", "2 Deux", "3 Trois", "1 Quatre"]),
        ("•\tUn\no\tDeux\n-  Trois", ["1 Un", "1 Deux", "1 Trois"]),
        ("  Un\n    Deux\n      Trois\n        Quatre", ["1 Un", "2 Deux", "3 Trois", "3 Quatre"]),
        ("2 mg à 8 h\nA. Martin\n-5 °C\n15 minutes", ["1 2 mg à 8 h", "1 A. Martin", "1 -5 °C",
                                                       "1 15 minutes"]),
        ("(1) Un\niv) Deux", ["1 Un", "1 Deux"]),
        ("\n \n\t\n", []),
    ],
)  # fmt: skip
def test_plain_lines_keep_their_words_and_the_levels_of_their_indents(
    written: str, lines: list[str]
) -> None:
    assert [f"{line.level} {line.text}" for line in lines_of_plain(written)] == lines


def test_the_first_form_that_says_something_is_taken() -> None:
    assert pasted_lines("<p>html</p>", r"{\rtf1 rtf}", "plain")[0].text == "html"
    assert pasted_lines("<img>", r"{\rtf1 rtf}", "plain")[0].text == "plain"
    assert pasted_lines("", r"{\rtf1 rtf}", "")[0].text == "rtf"
    assert pasted_lines("", "", "") == ()


@pytest.mark.parametrize(
    ("html", "plain", "most", "lines"),
    [
        ("", "word " * 20_000, MOST_LETTERS, False),
        ("<p>x</p>" * (LARGEST // 8 + 1), "", MOST_LETTERS, False),
        ("", "a line\n" * (MOST_PASTED + 1), MOST_PASTED, True),
    ],
)
def test_what_is_too_long_is_refused_as_a_whole(
    html: str, plain: str, most: int, lines: bool
) -> None:
    with pytest.raises(PastedTooLong) as caught:
        pasted_lines(html, "", plain)
    assert (caught.value.most, caught.value.lines) == (most, lines)
    assert caught.value.count > most


@given(st.lists(st.text("abcé ", min_size=1, max_size=8), max_size=8))
def test_no_word_of_plain_text_is_lost(lines: list[str]) -> None:
    words = [word for line in lines_of_plain("\n".join(lines)) for word in line.text.split()]
    assert words == " ".join(lines).split()
