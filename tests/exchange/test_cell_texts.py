from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from referent_desk.exchange.cell_texts import cell_text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (412, "0000", "0412"),
        (33, "0000", "0033"),
        (12345, "0000", "12345"),
        (199005626, '0#" "##" "##" "##" "##', "01 99 00 56 26"),
        (199005626, "0#\\ ##\\ ##\\ ##\\ ##", "01 99 00 56 26"),
        (199005626, "00 00 00 00 00;@", "01 99 00 56 26"),
        (10000024, "000000000", "010000024"),
        (4127, "General", "4127"),
        (4127.0, "General", "4127"),
        (4127, "#,##0", "4127"),
        (7, "0", "7"),
        (-3, "0000", "-3"),
        (4.1, "0.00", "4.10"),
        (4.6, "General", "4.6"),
        (26010004500012, "General", "26010004500012"),
        (2.601e16, "General", "2,601E+16"),
        (float("inf"), "General", "#NUM!"),
        (True, "General", "1"),
        (None, "General", ""),
        ("0098", "General", "0098"),
        (datetime.fromisoformat("2026-01-12"), "yyyy-mm-dd", "2026-01-12"),
        (datetime.fromisoformat("2025-12-31T23:59"), "yyyy-mm-dd", "2025-12-31T23:59"),
        (date(2026, 1, 12), "yyyy-mm-dd", "2026-01-12"),
        (time(7, 45), "hh:mm", "07:45"),
        (timedelta(hours=26), "[h]:mm", "26:00"),
        ("#REF!", "General", "#REF!"),
    ],
)  # fmt: skip
def test_a_cell_is_the_text_that_one_reads_in_the_spreadsheet(
    value: object, number_format: str, text: str
) -> None:
    assert cell_text(value, number_format) == text
