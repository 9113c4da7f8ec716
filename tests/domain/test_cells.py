from __future__ import annotations

import pytest

from referent_desk.domain.cells import neutral_cell


@pytest.mark.parametrize(
    "text",
    [
        *("=cmd|'/c calc'!A0", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1"),
        *("＋1", "－A", "＠x", "-", "+", "--1", "-1;=2", "+33 (0)4", "-1\n=cmd"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert neutral_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-3", "+33 4 73 00 00 00", "-1,5", "+2.5", "a=b", "'=1", "é"])
def test_numbers_and_plain_texts_stay(text: str) -> None:
    assert neutral_cell(text) == text
