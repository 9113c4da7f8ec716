from __future__ import annotations

import pytest

from referent_desk.domain.chapters import NoticeChapter
from referent_desk.domain.notice_sheets import NoticeBody, NoticeSection
from referent_desk.exchange.chapters import NOTICE_CODES, starter_chapters
from referent_desk.language import LANGUAGES
from tests.paper.pdfs import letters_only
from tests.paper.prints import pages_of, says

RULES = NoticeSection("What holds", ("One rule.", "Another rule."))
TICKED = NoticeSection("Each month", ("Count the paper.",), ticked=True)
LIST = NoticeSection("By hand", ("Torches", "Paper"), columns=("How many", "Where", "Seen on, by"))
BODY = NoticeBody("Equipment", ("Count before.",), (RULES, TICKED, LIST), "To order")


def shipped() -> list[tuple[str, str, NoticeChapter]]:
    return [
        (language, code, chapter)
        for language in LANGUAGES
        for code, chapter in zip(NOTICE_CODES, starter_chapters(language).notices, strict=True)
    ]


def body_of(chapter: NoticeChapter) -> NoticeBody:
    return NoticeBody(chapter.title, chapter.lead, chapter.sections, chapter.notes, chapter.cards)


def test_rules_boxes_lists_and_lines_to_write_on_are_all_on_the_page() -> None:
    said = (*RULES.items, *TICKED.items, *LIST.items, "HOW MANY", "WHERE", "SEEN ON, BY")
    says(BODY, BODY.title, *BODY.lead, RULES.heading, *said, BODY.notes)
    assert len(pages_of(BODY)) == 1


@pytest.mark.parametrize(("language", "code", "chapter"), shipped())
def test_a_shipped_chapter_is_one_page_and_a_shipped_card_one_page_each(
    language: str, code: str, chapter: NoticeChapter
) -> None:
    body = body_of(chapter)
    assert len(pages_of(body)) == (len(body.sections) if body.cards else 1)
    says(body, *(item for section in body.sections for item in section.items))


def test_each_card_says_whose_it_is_on_its_own_page() -> None:
    cards = NoticeBody("Writing on paper", (), (RULES, TICKED), cards=True)
    pages = [letters_only(page) for page in pages_of(cards)]
    headings = [letters_only(section.heading) for section in cards.sections]
    assert [[heading in page for heading in headings] for page in pages] == [
        [True, False],
        [False, True],
    ]
    assert all(letters_only(cards.title) in page for page in pages)


@pytest.mark.parametrize("cards", [False, True])
@pytest.mark.parametrize("count", [1, 40])
def test_whatever_a_hospital_writes_comes_out(count: int, cards: bool) -> None:
    long = tuple(f"Rule {number} that goes on and on. " * 12 for number in range(count))
    columns = tuple(f"Column {number}" for number in range(min(count, 4)))
    sections = (NoticeSection("Long", long), NoticeSection("Table", long, columns=columns))
    text = letters_only("".join(pages_of(NoticeBody("Long", long[:6], sections, cards=cards))))
    assert all(letters_only(f"Rule {number} that goes on") in text for number in range(count))
