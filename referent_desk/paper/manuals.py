"""The manual on paper: a cover, the contents with their pages, each topic on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from referent_desk.domain.manuals import (
    Manual,
    Paragraph,
    Picture,
)
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import PageContent, Pages, page_content
from referent_desk.paper.manual_topics import (
    Pictured,
    Pictures,
    draw_picture,
    draw_title,
    lay_out_topic,
)
from referent_desk.paper.measures import (
    BODY_SIZE,
    FOOT_SIZE,
    HAIR_GREY,
    LEADING,
    MANUAL,
    MANUAL_END,
    MANUAL_SIDE,
    MM,
    TITLE_SIZE,
)
from referent_desk.paper.pictures import read_png

_WIDTH = MANUAL.width
_COVER_SIZE = 34.0
_STEP = BODY_SIZE * LEADING


@dataclass(frozen=True, slots=True)
class PrintedManual:
    pdf: bytes
    pages: int


def write_manual(
    manual: Manual, version: str, printed_at: datetime, language: Language
) -> PrintedManual:
    """The same bytes for the same manual, version and moment."""
    _ = language.gettext
    document = Document(_("Referent Desk: the manual"), "Referent Desk", language.code, printed_at)
    pictures = _add_pictures(document, manual)
    topics = [lay_out_topic(topic, pictures) for topic in manual.topics]
    cover = _lay_out_cover(manual, pictures, version, printed_at, language)
    contents = _lay_out_contents(manual, topics, language)
    count = 1 + len(contents) + sum(len(pages) for pages in topics)
    edition = _("Version {version}").format(version=version)
    writer = _Writer(document, count, edition, language)
    document.bookmark(_("Cover"))
    writer.add(cover, "", bare=True)
    document.bookmark(_("Contents"))
    for page in contents:
        writer.add(page, _("Contents"))
    for topic, pages in zip(manual.topics, topics, strict=True):
        document.bookmark(topic.title)
        for page in pages:
            writer.add(page, topic.title)
    return PrintedManual(document.finish(two_sided=True), document.page_count)


def _add_pictures(document: Document, manual: Manual) -> Pictures:
    found: Pictures = {}
    for topic in manual.topics:
        for block in topic.blocks:
            if isinstance(block, Picture) and str(block.path) not in found:
                shape = read_png(block.path.read_bytes())
                made = Pictured(f"I{len(found)}", shape)
                document.add_picture(made.name, shape)
                found[str(block.path)] = made
    return found


class _Writer:
    """Puts pages into the document, each with its head and its foot."""

    def __init__(self, document: Document, count: int, edition: str, language: Language) -> None:
        self._document = document
        self._count = count
        self._edition = edition
        self._language = language

    def add(self, page: PageContent, title: str, *, bare: bool = False) -> None:
        pen = Pen(MANUAL.height)
        if not bare:
            self._draw_head(pen, title)
            self._draw_foot(pen)
        placed = f"1 0 0 1 {MANUAL_SIDE:.2f} {MANUAL_END:.2f} cm".encode()
        parts = (b"q", placed, b"q", page.operators, b"Q", pen.operators, b"Q")
        self._document.add_page(b"\n".join(parts), {*page.fonts, *pen.fonts})

    def _draw_head(self, pen: Pen, title: str) -> None:
        _ = self._language.gettext
        pen.text(0, 4 * MM, _("Referent Desk: the manual"), FOOT_SIZE + 1)
        pen.text(_WIDTH, 4 * MM, title, FOOT_SIZE + 1, Face.BOLD, align=Align.RIGHT)
        pen.rule(0, 6 * MM, _WIDTH, ink=HAIR_GREY)

    def _draw_foot(self, pen: Pen) -> None:
        _ = self._language.gettext
        y = MANUAL.height - 1 * MM
        number = self._document.page_count + 1
        pen.text(0, y, self._edition, FOOT_SIZE + 1)
        page = _("Page {page} of {count}").format(page=number, count=self._count)
        pen.text(_WIDTH, y, page, FOOT_SIZE + 1, align=Align.RIGHT)


def _lay_out_cover(
    manual: Manual, pictures: Pictures, version: str, printed_at: datetime, language: Language
) -> PageContent:
    _ = language.gettext
    pen = Pen(MANUAL.height)
    y = 42 * MM
    pen.filled(0, y - 14 * MM, 26 * MM, 1.6 * MM)
    y += pen.paragraph(0, y, _WIDTH, "Referent Desk", _COVER_SIZE, Face.BOLD)
    y += pen.paragraph(0, y, _WIDTH, _("The manual"), TITLE_SIZE)
    y += 6 * MM
    lead = next((b.text for b in manual.topics[0].blocks if isinstance(b, Paragraph)), "")
    y += pen.paragraph(0, y, _WIDTH, lead, 12.5)
    if (picture := manual.topics[0].picture) is not None:
        draw_picture(pen, 0, y + 12 * MM, _WIDTH, pictures[str(picture.path)])
    edition = _("Version {version}, printed on {day}").format(
        version=version, day=language.date(printed_at.date())
    )
    pen.text(0, MANUAL.height - 1 * MM, edition, BODY_SIZE)
    return page_content(pen)


def _lay_out_contents(
    manual: Manual, topics: list[tuple[PageContent, ...]], language: Language
) -> tuple[PageContent, ...]:
    """Set again when it turns out to be longer than was supposed: it counts its own pages."""
    _ = language.gettext
    first = 2
    for _try in range(3):
        pages = Pages(MANUAL)
        draw_title(pages, _("Contents"))
        number = first + 1
        for topic, laid_out in zip(manual.topics, topics, strict=True):
            _draw_contents_line(pages, topic.title, number)
            number += len(laid_out)
        finished = pages.finish()
        if first == 1 + len(finished):
            break
        first = 1 + len(finished)
    return finished


def _draw_contents_line(pages: Pages, title: str, number: int) -> None:
    top = pages.take(_STEP + 2 * MM)
    base = top + _STEP
    wide = pages.pen.text(0, base, title)
    right = pages.pen.text(_WIDTH, base, str(number), align=Align.RIGHT)
    pages.pen.rule(wide + 2 * MM, base - 1, _WIDTH - right - 2 * MM, ink=HAIR_GREY, dash="0.5 3")
