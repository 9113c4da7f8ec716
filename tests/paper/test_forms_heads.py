"""The head of blank forms in a binder: bound at the right edge, masters without a serial number."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pypdfium2
import pytest

from referent_desk.domain.check_codes import body_hash, check_code
from referent_desk.domain.sheets import BinderStamp, FormBody, Head, Sheet, SheetContent
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.paper.binder import PrintedBinder, write_binder
from referent_desk.paper.measures import END_MARGIN, OUTER_MARGIN, PAGE_HEIGHT, PAGE_WIDTH

PUNCHED = 20 * 72 / 25.4
HEAD = Head("Centre hospitalier", "", "Cardiologie", "0412", "", 24, "CAR2")
STAMP = BinderStamp(datetime(2026, 11, 9, 14, 2, tzinfo=UTC), run_number=31)


@cache
def printed(one_sided: bool) -> PrintedBinder:
    sheets = []
    for form in form_definitions("en").forms:
        body = FormBody(form)
        content = SheetContent(form.code, form.code, form.title, "en", body)
        digest = body_hash(body, "en")
        sheets.append(Sheet(content, digest, 1, check_code(digest)))
    return write_binder(sheets, HEAD, STAMP, language("en"), one_sided=one_sided)


@pytest.mark.parametrize("one_sided", [True, False])
def test_no_letter_of_a_form_comes_under_the_punch_whichever_way_it_lies(one_sided: bool) -> None:
    document = pypdfium2.PdfDocument(printed(one_sided).pdf)
    for number, page in enumerate(document):
        is_back = not one_sided and number % 2 == 1
        left, right = (OUTER_MARGIN, PUNCHED) if is_back else (PUNCHED, OUTER_MARGIN)
        text = page.get_textpage()
        for index in range(text.count_chars()):
            box = text.get_charbox(index)
            if box[0] == box[2]:  # a blank that only the reader of the page sees
                continue
            assert box[0] >= left - 1
            assert box[2] <= PAGE_WIDTH - right + 1
            assert box[1] >= END_MARGIN - 1
            assert box[3] <= PAGE_HEIGHT - END_MARGIN + 1
    document.close()


def test_every_form_can_be_set_and_says_that_it_is_a_master_without_number() -> None:
    binder = printed(True)
    assert binder.set_plain == ()
    document = pypdfium2.PdfDocument(binder.pdf)
    for page in document:
        said = " ".join(page.get_textpage().get_text_range().split())
        assert "without number" in said
        assert "version 1" in said
    document.close()
