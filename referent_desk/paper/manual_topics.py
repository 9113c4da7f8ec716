"""A topic of the manual on paper: its blocks under one another, on as few pages as they take."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.manuals import (
    Block,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Points,
    Steps,
    Topic,
)
from referent_desk.paper.drawing import Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages
from referent_desk.paper.measures import (
    BODY_SIZE,
    GAP,
    HAIR_GREY,
    LEADING,
    MANUAL,
    MEDIUM,
    MM,
    PADDING,
    TITLE_SIZE,
)
from referent_desk.paper.paragraphs import wrap
from referent_desk.paper.pictures import PalettePicture

_WIDTH = MANUAL.width
_HEADING_SIZE = 12.5
_SMALL = 9.5
_COUNTED = 8 * MM  # left of a step's text
_DOTTED = 5 * MM  # left of a point's text
_TERM = 42 * MM  # left of a meaning
_SHARES = (1.0, 0.9, 0.8, 0.7)  # of the width, to which a picture shrinks if that saves a page
_STEP = BODY_SIZE * LEADING
_KEPT_WHOLE = 4  # lines of a list that is never divided


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture that is in the document, and its name there."""

    name: str
    shape: PalettePicture


Pictures = dict[str, Pictured]
"""By path."""


def lay_out_topic(topic: Topic, pictures: Pictures) -> tuple[PageContent, ...]:
    """On as few pages as its picture allows, and with the largest picture these pages take."""
    tries = [_set_topic(topic, pictures, share) for share in _SHARES]
    return min(tries, key=len)


def _set_topic(topic: Topic, pictures: Pictures, share: float) -> tuple[PageContent, ...]:
    pages = Pages(MANUAL)
    draw_title(pages, topic.title)
    for number, block in enumerate(topic.blocks):
        following = topic.blocks[number + 1] if number + 1 < len(topic.blocks) else None
        if isinstance(block, Picture):
            _place_picture(pages, pictures[str(block.path)], block.words, share * _WIDTH)
        else:
            _draw(pages, block, following)
    return pages.finish()


def draw_title(pages: Pages, title: str) -> None:
    lines = wrap(title, _WIDTH, TITLE_SIZE, Face.BOLD)
    top = pages.take(len(lines) * TITLE_SIZE * LEADING)
    pages.pen.lines(0, top, lines, TITLE_SIZE)
    pages.began()
    pages.y += 2 * MM


def _draw(pages: Pages, block: Block, following: Block | None) -> None:
    match block:
        case Heading(text):
            _draw_heading(pages, text, following)
        case Paragraph(text):
            _draw_text(pages, text, 0, before=GAP)
        case Note(text):
            _draw_note(pages, text)
        case Steps() | Points() | Meanings():
            _draw_list(pages, block)


def _draw_list(pages: Pages, block: Steps | Points | Meanings) -> None:
    match block:
        case Steps(texts):
            for number, text in enumerate(texts, 1):
                _draw_text(pages, text, _COUNTED, before=GAP * 0.7, mark=f"{number}.")
        case Points(texts):
            for text in texts:
                _draw_text(pages, text, _DOTTED, before=GAP * 0.5, mark="•")
        case Meanings(pairs):
            pages.y += GAP * 0.5
            for number, (word, meaning) in enumerate(pairs):
                _draw_meaning(pages, word, meaning, is_last_but_one=number == len(pairs) - 2)


def _draw_heading(pages: Pages, text: str, following: Block | None) -> None:
    """Never alone at the foot of a page: what follows begins under it, a short list is whole."""
    lines = wrap(text, _WIDTH, _HEADING_SIZE, Face.BOLD)
    height = len(lines) * _HEADING_SIZE * LEADING
    under = 3 * _STEP
    if isinstance(following, Meanings) and len(following.pairs) <= _KEPT_WHOLE:
        under = sum(_meaning_height(*pair) for pair in following.pairs) + GAP
    if following is not None and pages.room < height + 2 * GAP + under:
        pages.turn()
    top = pages.take(height, before=2 * GAP)
    pages.pen.lines(0, top, lines, _HEADING_SIZE)


def _draw_text(pages: Pages, text: str, indent: float, before: float, mark: str = "") -> None:
    lines = wrap(text, _WIDTH - indent, BODY_SIZE)
    top = pages.take(len(lines) * _STEP, before)
    if mark:
        face = Face.BOLD if mark[0].isdigit() else Face.REGULAR
        pages.pen.lines(0, top, wrap(mark, indent, BODY_SIZE, face), BODY_SIZE)
    pages.pen.lines(indent, top, lines, BODY_SIZE)


def _draw_note(pages: Pages, text: str) -> None:
    lines = wrap(text, _WIDTH - 2 * PADDING - 2 * MM, BODY_SIZE)
    height = len(lines) * _STEP + 2 * PADDING
    top = pages.take(height, before=GAP)
    pages.pen.box(0, top, _WIDTH, height, thickness=MEDIUM)
    pages.pen.filled(0, top, 1.4 * MM, height)
    pages.pen.lines(PADDING + 2 * MM, top + PADDING, lines, BODY_SIZE)


def _meaning_height(word: str, meaning: str) -> float:
    words = wrap(word, _TERM - 3 * MM, BODY_SIZE, Face.BOLD)
    lines = wrap(meaning, _WIDTH - _TERM, BODY_SIZE)
    return max(len(words), len(lines)) * _STEP + 2 * MM


def _draw_meaning(pages: Pages, word: str, meaning: str, *, is_last_but_one: bool) -> None:
    """The last line of a list never stands alone on the next page."""
    words = wrap(word, _TERM - 3 * MM, BODY_SIZE, Face.BOLD)
    lines = wrap(meaning, _WIDTH - _TERM, BODY_SIZE)
    height = _meaning_height(word, meaning)
    if is_last_but_one and pages.room < height + 2 * _STEP + 2 * MM:
        pages.turn()
    top = pages.take(height)
    pages.pen.lines(0, top + MM, words, BODY_SIZE)
    pages.pen.lines(_TERM, top + MM, lines, BODY_SIZE)
    pages.pen.rule(0, top + height, _WIDTH, ink=HAIR_GREY)


def _place_picture(pages: Pages, picture: Pictured, words: str, width: float) -> None:
    caption = wrap(words, _WIDTH, _SMALL)
    under = len(caption) * _SMALL * LEADING + 1.5 * MM
    height = width * picture.shape.height / picture.shape.width
    top = pages.take(height + under, before=GAP)
    draw_picture(pages.pen, 0, top, width, picture)
    pages.pen.lines(0, top + height + 1.5 * MM, caption, _SMALL)


def draw_picture(pen: Pen, x: float, y: float, width: float, picture: Pictured) -> None:
    height = width * picture.shape.height / picture.shape.width
    pen.show(picture.name, x, y, width, height)
    pen.rectangle(x, y, width, height, ink=HAIR_GREY)
