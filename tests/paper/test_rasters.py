from __future__ import annotations

from referent_desk.language import language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.rasters import page_count, page_image
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
