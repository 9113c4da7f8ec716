from __future__ import annotations

import pytest

from referent_desk.exchange.exports import export_cell


@pytest.mark.parametrize(
    "text",
    ["=cmd|'/c calc'!A0", "=1+1", "+1-2", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "＝1",
     "＋33", "－1", "＠x", "+33 44", "-", "=-3", "--1", "-1;=2", "-1\n=cmd"],
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert export_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["", "-3", "+4,5", "-3.5", "Cardiologie", "a=b", "'=x", "*6540"])
def test_numbers_and_plain_text_stay_what_they_are(text: str) -> None:
    assert export_cell(text) == text
