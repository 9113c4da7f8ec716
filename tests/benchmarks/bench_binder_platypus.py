"""ReportLab's platypus prints the neutral binder, as its manual teaches: `PAGES OUTPUT SYMBOLS`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    KeepTogether,
    ListFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from referent_desk.resources import resource
from tests.benchmarks import bench_binder_content as content
from tests.benchmarks.bench_binder_peaks import tell

BODY = ParagraphStyle("body", fontName="Regular", fontSize=11, leading=14)
STRONG = ParagraphStyle("strong", BODY, fontName="Bold")
TITLE = ParagraphStyle("title", STRONG, fontSize=22, leading=26)
LABEL = ParagraphStyle("label", STRONG, fontSize=8, leading=12)
BLACK = ParagraphStyle("black", STRONG, textColor=colors.white)
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
WIDTH = A4[0] - 30 * mm


class Binder(BaseDocTemplate):  # type: ignore[misc]
    """Notes the titles of chapters for the contents, and what the head of a page says."""

    def __init__(self, output: str, symbols: Sequence[str]) -> None:
        super().__init__(output, pagesize=A4, title=content.DEPARTMENT)
        frame = Frame(20 * mm, 20 * mm, WIDTH, A4[1] - 60 * mm, 0, 0, 0, 0)
        self.addPageTemplates(
            [PageTemplate("plain", [frame]), PageTemplate("sheet", [frame], onPage=self.draw_head)]
        )
        self.symbols = symbols
        self.chapter = -1

    def beforeDocument(self) -> None:  # noqa: N802 - called by platypus
        self.chapter = -1

    def handle_flowable(self, flowables: list[Any]) -> None:
        if flowables and hasattr(flowables[0], "chapter"):
            self.chapter = flowables[0].chapter
        super().handle_flowable(flowables)

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - called by platypus
        if hasattr(flowable, "chapter") and isinstance(flowable, Paragraph):
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))

    def draw_head(self, canvas: Any, _document: Any) -> None:
        top, right = A4[1] - 10 * mm, A4[0] - 10 * mm
        canvas.setFont("Regular", 9)
        canvas.drawString(20 * mm, top - 9, content.HOSPITAL)
        canvas.setFont("Bold", 18)
        canvas.drawString(20 * mm, top - 30, content.DEPARTMENT)
        canvas.setFont("Bold", 24)
        beside = right - 27 * mm
        canvas.drawRightString(beside, top - 22, f"P{self.chapter + 1:03}-01")
        canvas.setFont("Regular", 9.5)
        canvas.drawRightString(beside, top - 37, f"rév. 3 · page {self.page}")
        canvas.setFont("Bold", 14)
        canvas.drawRightString(beside, top - 53, "U3DC")
        canvas.line(20 * mm, top - 26 * mm, right, top - 26 * mm)
        draw_symbol(canvas, self.symbols[self.chapter], right - 22 * mm, top - 22 * mm)
        canvas.setFont("Regular", 7.5)
        canvas.line(20 * mm, 17 * mm, right, 17 * mm)
        canvas.drawString(20 * mm, 13 * mm, "Référent : M. Aubry")
        canvas.drawString(20 * mm, 9 * mm, "approuvé par Dr Valette le 03/02/2026")
        canvas.drawRightString(right, 13 * mm, "exemplaire 2 · tirage 31")


def draw_symbol(canvas: Any, symbol: str, x: float, y: float) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(22 * mm / content.MODULES, 22 * mm / content.MODULES)
    path = canvas.beginPath()
    for left, top, wide in re.findall(r"M(\d+) (\d+)h(\d+)", symbol):
        path.rect(int(left), content.MODULES - 1 - int(top), int(wide), 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def said(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(text), style)


def reach(section: content.Section) -> Table:
    items = ListFlowable([said(item) for item in section.items], bulletType="bullet")
    box = [[said(section.heading, LABEL)], [items]]
    return Table(box, style=TableStyle([("BOX", (0, 0), (-1, -1), 0.9, colors.black)]))


def story_of(number: int, chapter: content.Chapter) -> Iterator[Any]:
    title = said(chapter.title, TITLE)
    title.chapter = number
    stops, works, normal = chapter.sections
    yield title
    yield Paragraph(f"quand <b>{escape(chapter.software)}</b> ne répond plus", BODY)
    yield Table([[reach(stops), reach(works)]], colWidths=[WIDTH / 2] * 2, style=TableStyle([TOP]))
    words = [[said(f"QUAND {chapter.when}", BLACK)], [said(f"QUI DÉCIDE {chapter.decides}", BLACK)]]
    yield Table(words, style=TableStyle([("BACKGROUND", (0, 0), (-1, -1), colors.black)]))
    for place, step in enumerate(chapter.steps, 1):
        row = [[said(f"{place}", TITLE), said(step.who, STRONG), said(step.what), said(step.form)]]
        widths = [12 * mm, 24 * mm, WIDTH - 50 * mm, 14 * mm]
        ruled = TableStyle([TOP, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)])
        yield KeepTogether(Table(row, colWidths=widths, style=ruled))
    contacts = [[said(text) for text in contact] for contact in chapter.contacts]
    yield Table(contacts, colWidths=[WIDTH / 4] * 4, style=TableStyle([GRID]))
    yield PageBreak()
    yield reach(content.Section("Au-delà de 48 heures", chapter.paragraphs))
    yield reach(normal)
    for _line in range(12):
        yield Spacer(1, 8 * mm)
        yield Table([[""]], colWidths=[WIDTH], rowHeights=[1], style=TableStyle([GRID]))
    yield PageBreak()
    yield from form("Plan d’administration", content.plan_titles(), content.PLAN_ROWS)
    yield PageBreak()
    yield from form("Constantes", content.grid_titles(), content.GRID_ROWS)


def form(title: str, titles: Sequence[str], rows: int) -> Iterator[Any]:
    yield said(title, STRONG)
    first, other = 40 * mm, (WIDTH - 40 * mm) / (len(titles) - 1)
    cells = [list(titles), *([""] * len(titles) for _row in range(rows))]
    style = TableStyle([GRID, ("FONT", (0, 0), (-1, -1), "Regular", 7)])
    widths = [first] + [other] * (len(titles) - 1)
    yield Table(cells, colWidths=widths, rowHeights=[7 * mm] * (rows + 1), style=style)


def main() -> None:
    pages, output = int(sys.argv[1]), sys.argv[2]
    symbols = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    for name, file in zip(("Regular", "Bold"), content.FONTS, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    pdfmetrics.registerFontFamily("Regular", "Regular", "Bold", "Regular", "Bold")
    story: list[Any] = [said(content.DEPARTMENT, TITLE), PageBreak(), TableOfContents()]
    for number, chapter in enumerate(content.chapters(pages)):
        story += [NextPageTemplate("sheet"), Begin(number), PageBreak()]
        story += story_of(number, chapter)
    Binder(output, symbols).multiBuild(story)
    tell()


class Begin(Spacer):  # type: ignore[misc]
    """Nothing to see: the page that comes next is the first of this chapter."""

    def __init__(self, number: int) -> None:
        super().__init__(0, 0)
        self.chapter = number


if __name__ == "__main__":
    main()
