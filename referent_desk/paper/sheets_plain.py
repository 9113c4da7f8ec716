"""What is printed when a sheet cannot be set, and on backs that are left empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from referent_desk.domain.sheets import SheetContent
from referent_desk.language import Language
from referent_desk.paper.blocks import continued, sheet_title
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import LaidOut, PageContent, Pages, page_content
from referent_desk.paper.measures import BODY_SIZE, MM, Frame
from referent_desk.paper.paragraphs import wrap


def lay_out_plain(content: SheetContent, language: Language) -> LaidOut:
    """Every text of the body, one under the other, in the order of its fields."""
    _ = language.gettext
    pages = Pages()
    pages.on_turn = continued(content.title, _("{title} (continued)"))
    sheet_title(pages, content.title)
    notice = _("This page could not be laid out; here is its whole text.")
    pages.pour(0, wrap(notice, pages.frame.width, BODY_SIZE, Face.BOLD))
    pages.y += 3 * MM
    for text in _texts(content.body):
        pages.pour(0, wrap(text, pages.frame.width, BODY_SIZE))
        pages.y += 1 * MM
    return LaidOut(pages.finish())


def _texts(value: object) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield f"{key}: {item}"
    elif value is not None and value != "" and not isinstance(value, bool | Enum):
        yield str(value)


def blank_back(frame: Frame, language: Language) -> PageContent:
    _ = language.gettext
    pen = Pen(frame.height)
    words = _("This page is left empty on purpose.")
    lines = wrap(words, frame.width, BODY_SIZE)
    pen.lines(frame.width / 2, frame.height * 0.45, lines, BODY_SIZE, align=Align.CENTRE)
    return page_content(pen)
