from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from referent_desk.paper.barcodes import qr_symbol

PAYLOADS = [
    "RD1 S CAR2 PRE-01 7 U3DC",
    "RD1 F CAR2 F05 000137 K",
    "RD1 S A1 COUV 0 0000",
    "RD1 S ABCDE ABCDE-99 9999 ZZZZ",
    "X" * 38,
    "RD1 S CAR2 " + "X" * 40,
]


def _picture(payload: str) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    symbol = qr_symbol(payload)
    size = symbol.modules + 8
    grid = np.full((size, size), 255, np.uint8)
    for line in symbol.operators.decode().splitlines():
        if line.endswith("re"):
            x, y, width, height = map(int, line.split()[:4])
            top = symbol.modules - y - height + 4
            grid[top : top + height, x + 4 : x + 4 + width] ^= 255
    return np.kron(grid, np.ones((4, 4), np.uint8))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_symbol_says_its_payload(payload: str) -> None:
    (code,) = zxingcpp.read_barcodes(_picture(payload))
    assert code.text == payload
    assert code.ec_level == "M"


def test_payloads_of_a_sheet_have_the_smallest_symbol_that_fits_all_of_them() -> None:
    assert {qr_symbol(payload).modules for payload in PAYLOADS[:5]} == {25}


@pytest.mark.parametrize("payload", ["rd1 s", "RD1|S", "É", "RD1 S CAR2 pré-01 1 AAAA"])
def test_a_character_outside_of_the_alphanumeric_mode_is_refused(payload: str) -> None:
    with pytest.raises(ValueError):
        qr_symbol(payload)
