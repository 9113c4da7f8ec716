from __future__ import annotations

from pathlib import Path

from referent_desk.domain.forms import Orientation
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.rasters import PrintedPages, page_count, page_image
from tests.paper.wards import HEAD, STAMP, ward_sheets


def test_a_page_becomes_a_picture_of_the_width_asked_for() -> None:
    pdf = write_binder(ward_sheets("fr", forms=())[:2], HEAD, STAMP, language("en")).pdf
    assert page_count(pdf) == 4
    width, height, stride, pixels = page_image(pdf, 0, 400)
    assert width == 400
    assert abs(height - 400 * 297 / 210) < 2
    assert len(pixels) == stride * height
    assert stride >= 4 * width
    assert len({pixels[n : n + 3] for n in range(0, len(pixels), 4)}) > 5


def test_a_page_fits_the_box_it_is_given() -> None:
    pdf = write_binder(ward_sheets("fr", forms=())[:1], HEAD, STAMP, language("en")).pdf
    width, height, _stride, _pixels = page_image(pdf, 0, 800, 400)
    assert height in (400, 401)
    assert abs(width - 400 * 210 / 297) < 2


def test_a_sheet_laid_out_sideways_is_turned_for_the_reader() -> None:
    sideways = [f for f in form_definitions("fr").forms if f.orientation is Orientation.LANDSCAPE]
    sheets = ward_sheets("fr", forms=sideways)[-len(sideways) :]
    pdf = write_binder(sheets, HEAD, STAMP, language("fr")).pdf
    for page in range(page_count(pdf)):
        width, height, _stride, _pixels = page_image(pdf, page, 800, 700)
        assert width == 800
        assert abs(height - 800 * 210 / 297) < 2


def test_pages_to_print_are_drawn_as_they_lie_on_the_paper_in_greys(tmp_path: Path) -> None:
    path = tmp_path / "binder.pdf"
    path.write_bytes(write_binder(ward_sheets("fr", forms=())[:1], HEAD, STAMP, language("en")).pdf)
    pages = PrintedPages(path)
    width, height, stride, pixels = pages.draw(0, 60)
    assert pages.count == page_count(path.read_bytes())
    assert abs(width - 60 * 8.27) < 2
    assert abs(height - 60 * 11.69) < 2
    assert len(pixels) == stride * height
    assert width <= stride < width + 4
    assert max(pixels) == 255
    assert min(pixels) < 60
    pages.close()
