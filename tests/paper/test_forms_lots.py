"""A lot of numbered forms: read as a person reads it, and as a reader of symbols does."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pypdfium2
import pytest
import zxingcpp

from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.lots import form_payload, serial_words
from referent_desk.errors import Cancelled
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.paper.forms_lots import LotStamp, PrintedForms, write_lot
from tests.paper.pdfs import letter_boxes, noisy_raster, opened, page_texts, structure
from tests.paper.wards import HEAD

STAMP = LotStamp(137, 3, datetime(2026, 11, 22, 14, 2, tzinfo=UTC))


@cache
def form(code: str, language_code: str = "fr") -> FormDefinition:
    return next(f for f in form_definitions(language_code).forms if f.code == code)


@cache
def lot(code: str, language_code: str = "fr") -> PrintedForms:
    return write_lot(form(code, language_code), HEAD, STAMP, language(language_code))


@pytest.mark.parametrize(("code", "pages"), [("F05", 1), ("F06", 2), ("F29", 1), ("F25", 1)])
def test_the_symbol_of_every_page_says_the_serial_of_its_sheet(code: str, pages: int) -> None:
    printed = lot(code)
    assert (printed.pages, printed.two_sided) == (3 * pages, pages > 1)
    for page in range(printed.pages):
        serial = STAMP.first + page // pages
        (symbol,) = zxingcpp.read_barcodes(noisy_raster(printed.pdf, page, seed=page))
        assert symbol.text == form_payload("CAR2", code, serial)


@pytest.mark.parametrize("code", ["F05", "F06"])
def test_the_serial_stands_large_on_every_page_and_nothing_calls_it_a_master(code: str) -> None:
    printed = lot(code, "en")
    per_sheet = printed.pages // 3
    for page, text in enumerate(page_texts(printed.pdf)):
        words = serial_words("CAR2", code, STAMP.first + page // per_sheet)
        assert words in text
        assert f"page {page % per_sheet + 1}/{per_sheet}" in text
        assert "lot 000137 to 000139" in text
        assert "Cardiologie — hospitalisation" in text
        assert "master" not in text


def test_the_serial_can_be_read_aloud_from_arms_length() -> None:
    with opened(lot("F05").pdf) as document:
        text = document[0].get_textpage()
        place = text.search(serial_words("CAR2", "F05", 137)).get_next()
        assert place is not None
        heights = [
            text.get_charbox(n)[3] - text.get_charbox(n)[1] for n in range(place[0], place[0] + 6)
        ]
    assert min(heights) > 15, "points"


@pytest.mark.parametrize("code", ["F05", "F06", "F25"])
def test_everything_lies_on_the_paper_and_the_serial_covers_nothing(code: str) -> None:
    for _page, (left, bottom, right, top) in letter_boxes(lot(code).pdf):
        assert left > 20
        assert bottom > 20
        assert right < 575
        assert top < 822
    with opened(lot(code).pdf) as document:
        wide = document[0].get_textpage()
        assert wide.count_chars() > 200


def test_a_form_without_back_is_meant_for_one_side_and_one_with_a_back_for_both() -> None:
    for code, sides in (("F05", "/Simplex"), ("F06", "/DuplexFlipLongEdge")):
        with structure(lot(code).pdf) as pdf:
            assert pdf.Root.ViewerPreferences.Duplex == sides


def test_a_form_is_written_once_for_all_its_sheets() -> None:
    few = len(lot("F05").pdf)
    many = LotStamp(1, 103, STAMP.printed_at)
    whole = len(write_lot(form("F05"), HEAD, many, language("fr")).pdf)
    assert (whole - few) / 100 < 1200, "bytes for each further sheet"


def test_the_same_lot_is_the_same_bytes() -> None:
    assert write_lot(form("F05"), HEAD, STAMP, language("fr")).pdf == lot("F05").pdf


def test_a_lot_can_be_stopped() -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_lot(form("F05"), HEAD, LotStamp(1, 2000, STAMP.printed_at), language("fr"), stop)


def test_progress_ends_with_all_sheets() -> None:
    told: list[tuple[int, int]] = []
    write_lot(form("F05"), HEAD, STAMP, language("fr"), lambda done, of: told.append((done, of)))
    assert told[-1] == (3, 3)


def test_each_form_shipped_can_be_numbered() -> None:
    one = LotStamp(1, 1, STAMP.printed_at)
    for definition in form_definitions("fr").forms:
        printed = write_lot(definition, HEAD, one, language("fr"))
        assert len(pypdfium2.PdfDocument(printed.pdf)) == printed.pages
