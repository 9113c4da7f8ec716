from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from referent_desk.domain.manuals import Manual, Paragraph, Topic
from referent_desk.exchange.manuals import shipped_manual
from referent_desk.language import LANGUAGES, language
from referent_desk.paper.manuals import PrintedManual, write_manual
from tests.paper.pdfs import letter_boxes, letters_only, opened, page_texts, structure

DAY = datetime(2026, 11, 9, 13, 2, tzinfo=UTC)
MM = 72 / 25.4


def printed(code: str) -> PrintedManual:
    return write_manual(shipped_manual(code), "1.2.3", DAY, language(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_every_topic_is_on_its_pages(code: str) -> None:
    pages = page_texts(printed(code).pdf)
    starts = topic_pages(code, pages)
    for number, topic in enumerate(shipped_manual(code).topics):
        end = starts[number + 1] if number + 1 < len(starts) else len(pages)
        said = letters_only("".join(pages[starts[number] : end]))
        for text in topic.texts():
            for word in text.replace(" – ", " ").split():  # the dash is of the search alone
                assert letters_only(word) in said, (topic.name, word)


def topic_pages(code: str, pages: list[str]) -> list[int]:
    """Where each topic begins by the contents: its number counts the cover as page 1."""
    contents = pages[1]
    found = []
    for topic in shipped_manual(code).topics:
        title = " ".join(topic.title.split())
        rest = contents[contents.index(f" {title} ") + len(title) + 2 :]
        found.append(int(rest.split()[0]) - 1)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_contents_name_the_page_on_which_each_topic_begins(code: str) -> None:
    pages = page_texts(printed(code).pdf)
    starts = topic_pages(code, pages)
    assert starts == sorted(set(starts))
    for topic, start in zip(shipped_manual(code).topics, starts, strict=True):
        title = " ".join(topic.title.split())
        assert pages[start].count(title) >= 2  # in the head and as the title
        assert start == 2 or pages[start - 1].count(title) < 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_says_where_one_is(code: str) -> None:
    manual = printed(code)
    pages = page_texts(manual.pdf)
    assert manual.pages == len(pages)
    word = {"fr": "sur", "en": "of"}[code]
    for number, text in enumerate(pages[1:], 2):
        assert f"Page {number} {word} {len(pages)}" in text
        assert "Version 1.2.3" in text
    assert "Page" not in pages[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sign_can_be_drawn(code: str) -> None:
    assert "[U+" not in "".join(page_texts(printed(code).pdf))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_leaves_the_column_of_the_page(code: str) -> None:
    for _page, (left, bottom, right, top) in letter_boxes(printed(code).pdf):
        assert left >= 27 * MM
        assert right <= (210 - 27) * MM
        assert bottom >= 13 * MM
        assert top <= (297 - 13) * MM


def test_the_same_manual_gives_the_same_bytes() -> None:
    assert printed("fr").pdf == printed("fr").pdf


def test_each_picture_is_in_the_file_once_and_keeps_its_points() -> None:
    pdf = structure(printed("fr").pdf)
    images = [
        item
        for item in pdf.objects
        if "/Subtype" in getattr(item, "keys", lambda: ())() and item.Subtype == "/Image"
    ]
    assert len(images) == len(shipped_manual("fr").topics)
    assert {(int(image.Width), int(image.Height)) for image in images} == {(1366, 768)}


def test_a_picture_prints_in_its_own_colours() -> None:
    """The blue of the main button is on the page of the window, and not in a blank square."""
    with opened(printed("fr").pdf) as document:
        page = document[2].render(scale=2).to_pil().convert("RGB")
    colours = {colour for _count, colour in page.getcolors(1 << 24)}
    assert any(blue > 120 and red < 60 for red, _green, blue in colours)


def test_the_outline_leads_to_each_topic() -> None:
    with structure(printed("en").pdf).open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles == ["Cover", "Contents", *(t.title for t in shipped_manual("en").topics)]


def test_a_long_topic_goes_on_over_pages_and_is_counted() -> None:
    manual = shipped_manual("en")
    long = replace(manual.topics[1], blocks=(Paragraph("A sentence that is long. " * 40),) * 12)
    short = Topic("words", "The end", (Paragraph("Short."),))
    made = write_manual(Manual("en", (manual.topics[0], long, short)), "1", DAY, language("en"))
    pages = page_texts(made.pdf)
    [number] = [i for i, text in enumerate(pages) if text.count("The end") == 2]
    assert f"The end {number + 1}" in pages[1]
    assert number > 4
