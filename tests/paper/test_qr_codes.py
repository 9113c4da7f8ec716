from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.paper.hardening import harden_reportlab
from referent_desk.paper.qr_codes import ALPHABET, MOST_CHARACTERS, SIDE, qr_rows

TEXTS = st.text(ALPHABET, min_size=1, max_size=MOST_CHARACTERS)


def by_reportlab(text: str) -> tuple[int, ...]:
    harden_reportlab()
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(2, qrencoder.QRErrorCorrectLevel.M)
    code.addData(qrencoder.QRAlphaNum(text))
    code.makeImpl(False, 3)
    return tuple(sum(1 << n for n, dark in enumerate(row) if dark) for row in code.modules)


@given(text=TEXTS)
def test_a_code_is_module_for_module_that_of_another_maker(text: str) -> None:
    assert qr_rows(text) == by_reportlab(text)


@given(text=TEXTS.filter(lambda text: text == text.strip()))
def test_a_reader_reads_the_text_back(text: str) -> None:
    rows = [[0 if row >> column & 1 else 255 for column in range(SIDE)] for row in qr_rows(text)]
    picture = np.pad(np.array(rows, np.uint8), 4, constant_values=255)
    (code,) = zxingcpp.read_barcodes(np.kron(picture, np.ones((4, 4), np.uint8)))
    assert (code.text, code.ec_level) == (text, "M")


@pytest.mark.parametrize("text", ["rd1", "RD1|F", "É", "X" * (MOST_CHARACTERS + 1)])
def test_what_a_code_cannot_say_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        qr_rows(text)
