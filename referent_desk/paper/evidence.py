"""The evidence file on paper: a page of figures, then each section with its establishments.

A list that would fill pages stands in the workbook; here it is told by establishment, and said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from referent_desk.domain.evidence import Evidence, Section, Theme
from referent_desk.domain.readiness import CARE_SHARE, per_cent
from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.blocks import ItemsBox, Marker, sheet_title, stack
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.drawing import Align, Pen
from referent_desk.paper.fonts import Face
from referent_desk.paper.layout import Pages
from referent_desk.paper.measures import LANDSCAPE, MM, THIN
from referent_desk.paper.tables import Column, Table
from referent_desk.words.evidence import (
    as_of_sentence,
    cell_text,
    counted,
    figure_sentence,
    heads_of,
    meaning_sentence,
    reference,
    row_words,
    seal_sentence,
    site_heads,
    site_name,
    theme_name,
)

MOST_LINES = 40
"""Of a list that is printed whole."""
_SIZE = 9.0
_BAR = 3.0 * MM
_SHARES = {
    Theme.REFERENTS: (4, 4, 1.5, 1.6, 1.4, 6),
    Theme.PROCEDURES: (3, 3, 3.1, 2.5, 3.8, 1.5, 1.9, 2.4, 1.9, 1.9),
    Theme.TESTS: (4, 5, 3, 2, 2),
    Theme.DRILLS: (3, 3.6, 1.8, 2.4, 2.6, 2.2, 1.7, 5, 1.4, 1.3, 1.2),
    Theme.COPIES: (4, 5, 1.5, 4, 2, 2.4),
    Theme.COVERAGE: (4, 3.4, 5, 1, 3, 1.3, 1.2, 1.4),
    Theme.TRAINED: (4, 5, 1.3, 1.3, 1.6, 1.5, 2),
}
"""Of the width, one for each column."""


def write_evidence(evidence: Evidence, language: Language) -> bytes:
    """One PDF, always the same bytes for the same evidence."""
    _ = language.gettext
    pages = Pages(LANDSCAPE)
    title = _("Evidence file")
    sheet_title(pages, title, as_of_sentence(evidence, language))
    stack(pages, ItemsBox("", [seal_sentence(evidence, language)], Marker.NONE))
    _draw_figures(pages, evidence.sections, language)
    for section in evidence.sections:
        _draw_section(pages, section, language)
    head = Head("", "", evidence.scope, "", "", None, "")
    marks = PageMarks(
        title=title,
        code=_("EVIDENCE"),
        under=language.short_date(evidence.seal.as_of.date()),
        foot=f"{as_of_sentence(evidence, language)} {seal_sentence(evidence, language)}",
    )
    printed_at = evidence.seal.as_of
    contents = pages.finish()
    return write_department_pages(
        contents, head, marks, printed_at, language, LANDSCAPE, turned=True
    )


def _draw_figures(pages: Pages, sections: Sequence[Section], language: Language) -> None:
    _ = language.gettext
    pages.take(3 * MM)
    table = Table(
        pages,
        (
            Column(_("Section"), share=3, size=_SIZE, face=Face.BOLD),
            Column(_("Asked for by"), share=3, size=_SIZE),
            Column(_("Figure"), share=6, size=_SIZE),
            Column(_("Share"), fixed=58 * MM),
        ),
    )
    table.head()
    for section in sections:
        cells = (
            theme_name(section.theme, language),
            reference(section.theme, language),
            figure_sentence(section, language),
            partial(_draw_bar, section, language),
        )
        table.row(cells, drawn_height=_BAR + 2 * MM)
    table.end()


def _draw_bar(
    section: Section, language: Language, pen: Pen, x: float, y: float, width: float, _height: float
) -> None:
    """Black as far as it is reached; the line of coverage is what is to be reached."""
    wide = width - 16 * MM
    share = section.share
    top = y + 1.5 * MM
    if share is None:
        pen.text(x, y + 10, language.gettext("nothing to count"), _SIZE)
        return
    if share:
        pen.filled(x, top, wide * share / 100, _BAR)
    pen.rectangle(x, top, wide, _BAR)
    if section.theme is Theme.COVERAGE:
        target = x + wide * CARE_SHARE / 100
        pen.rule(target, top - 1.5 * MM, target, top + _BAR + 1.5 * MM, thickness=2 * THIN)
    pen.text(x + width, top + 8, f"{share}\u00a0%", _SIZE, Face.BOLD, align=Align.RIGHT)


def _draw_section(pages: Pages, section: Section, language: Language) -> None:
    _ = language.gettext
    pages.turn()
    sheet_title(pages, theme_name(section.theme, language), reference(section.theme, language))
    said = [figure_sentence(section, language), meaning_sentence(section.theme, language)]
    count = len(section.rows)
    if count > MOST_LINES:
        text = language.ngettext(
            "The list of {count} line stands in the workbook; here it is told by establishment.",
            "The list of {count} lines stands in the workbook; here it is told by establishment.",
            count,
        )
        said.append(text.format(count=counted(count)))
    stack(pages, ItemsBox("", said, Marker.NONE))
    if len(section.sites) > 1 or count > MOST_LINES:
        _draw_sites(pages, section, language)
    if 0 < count <= MOST_LINES:
        _draw_rows(pages, section, language)


def _draw_sites(pages: Pages, section: Section, language: Language) -> None:
    pages.take(3 * MM)
    name, part, whole, share = site_heads(section.theme, language)
    table = Table(
        pages,
        (
            Column(name, share=5, size=_SIZE),
            Column(part, fixed=34 * MM, size=_SIZE, align=Align.RIGHT),
            Column(whole, fixed=34 * MM, size=_SIZE, align=Align.RIGHT),
            Column(share, fixed=24 * MM, size=_SIZE, align=Align.RIGHT),
        ),
    )
    table.head()
    for site in section.sites:
        reached = per_cent(site.part, site.whole)
        said = "–" if reached is None else f"{reached}\u00a0%"
        named = site_name(site.establishment, language)
        table.row((named, counted(site.part), counted(site.whole), said))
    table.end()


def _draw_rows(pages: Pages, section: Section, language: Language) -> None:
    pages.take(3 * MM)
    heads, shares = heads_of(section.theme, language), _SHARES[section.theme]
    table = Table(
        pages,
        [Column(h, share=share, size=_SIZE) for h, share in zip(heads, shares, strict=True)],
    )
    table.head()
    for row in row_words(section, language):
        table.row([cell_text(cell, language) for cell in row])
    table.end()
