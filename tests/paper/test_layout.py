from __future__ import annotations

from referent_desk.paper.drawing import Pen
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import LANDSCAPE, PORTRAIT
from referent_desk.paper.paragraphs import wrap


def test_a_block_that_does_not_fit_goes_to_the_next_page() -> None:
    pages = Pages()
    assert pages.take(PORTRAIT.body_height - 10) == PORTRAIT.body_top
    assert pages.take(20) == PORTRAIT.body_top
    assert len(pages.finish()) == 2


def test_a_gap_is_left_between_blocks_and_not_at_the_top_of_a_page() -> None:
    pages = Pages()
    assert pages.take(10, before=5) == PORTRAIT.body_top
    assert pages.take(10, before=5) == PORTRAIT.body_top + 15


def test_a_block_taller_than_a_page_does_not_turn_pages_for_ever() -> None:
    pages = Pages()
    pages.take(10 * PORTRAIT.body_height)
    assert len(pages.finish()) == 1


def test_what_repeats_is_drawn_on_each_following_page() -> None:
    drawn = []
    pages = Pages()

    def repeat(turned: Pages) -> None:
        drawn.append(turned.y)
        turned.y += 30

    pages.on_turn = repeat
    for _number in range(5):
        pages.take(PORTRAIT.body_height * 0.6)
    assert len(pages.finish()) == 5
    assert drawn == [PORTRAIT.body_top] * 4


def test_poured_lines_stay_above_the_foot() -> None:
    pages = Pages()
    pages.pour(0, wrap("mot " * 4000, 100, 11), 11)
    assert pages.y <= PORTRAIT.body_bottom + 0.01
    assert len(pages.finish()) > 5


def test_a_landscape_frame_lies_within_the_same_margins() -> None:
    assert (LANDSCAPE.width, LANDSCAPE.height) == (PORTRAIT.height, PORTRAIT.width)


def test_the_pen_escapes_what_it_writes_and_remembers_its_fonts() -> None:
    pen = Pen(100)
    pen.text(10, 20, "(a) → é")
    assert rb"\(a\)" in pen.operators
    assert pen.fonts == {"R0", "S4"}
