from __future__ import annotations

from datetime import UTC, datetime

import pytest
import zxingcpp

from referent_desk.language import language
from referent_desk.paper.test_pages import TestedPrinter, lay_out_test_page
from tests.paper.pdfs import MM, letter_boxes, noisy_raster, opened, page_texts, structure

AT = datetime(2026, 11, 9, 13, 2, tzinfo=UTC)
PRINTER = TestedPrinter("Imprimante du poste de soins", "HP_3", "2e étage")


def laid_out(
    printer: TestedPrinter = PRINTER, *, two_sided: bool = True, code: str = "fr"
) -> bytes:
    return lay_out_test_page(printer, AT, language(code), two_sided=two_sided)


def test_front_and_back_say_which_they_are_and_whose() -> None:
    front, back = page_texts(laid_out())
    assert "RECTO" in front
    assert "VERSO" in back
    for side in (front, back):
        assert "Imprimante du poste de soins" in side
        assert "2e étage · HP_3 · 9 novembre 2026" in side


def test_a_printer_of_one_side_has_no_back_to_look_at() -> None:
    [front] = page_texts(laid_out(two_sided=False))
    assert "RECTO" not in front
    assert "VERSO" not in front


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_code_is_read_from_a_tired_copy(code: str) -> None:
    [found] = zxingcpp.read_barcodes(noisy_raster(laid_out(code=code), 0, seed=4))
    assert found.text == "RD1 TEST 2026-11-09"


def test_the_frames_lie_where_they_say_and_the_rule_is_as_long_as_it_says() -> None:
    with structure(laid_out()) as document:
        content = document.pages[0].Contents[0].read_bytes().decode("latin-1")
    for margin in (5, 10):
        wide, high = (210 - 2 * margin) * MM, (297 - 2 * margin) * MM
        frame = f"{margin * MM:.2f} {margin * MM:.2f} {wide:.2f} {high:.2f} re"
        assert frame in content, margin
    assert f"{125 * MM:.2f}" in content  # from 25 to 125 mm


def test_the_crosses_of_both_sides_meet_when_the_sheet_is_turned() -> None:
    with opened(laid_out()) as document:
        front, back = (page.render(scale=1, grayscale=True).to_numpy() for page in document)
    for y, x in ((45, 297), (796, 297)):
        window = (slice(y - 8, y + 8), slice(x - 8, x + 8))
        assert front[window].min() < 100
        assert (front[window] == back[window][:, ::1]).mean() > 0.95


def test_every_letter_lies_within_the_outer_frame() -> None:
    long = TestedPrinter("Imprimante " * 18, "HP_LaserJet_" * 8, "Étage " * 20)
    for _page, (left, bottom, right, top) in letter_boxes(laid_out(long)):
        assert left > 5 * MM
        assert right < 205 * MM
        assert bottom > 5 * MM
        assert top < 292 * MM


def test_the_same_moment_gives_the_same_bytes() -> None:
    assert laid_out() == laid_out()
